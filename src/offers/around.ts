import {servesSpot} from './area.js';
import {bitOf, slotOf} from './layout.js';
import type {Serves, Spot} from './query.js';
import {onSphere, type OfferTable} from './table.js';

const THUIS = slotOf('thuis');
export const AT_HOME = bitOf('thuis', 'thuis') << THUIS.shift;
const ALL = THUIS.all << THUIS.shift;

/** How an offer's `werkgebied` and the visitor's place go together; 0 for an offer without one. */
export const SERVES: readonly (Serves | undefined)[] = [undefined, 'no', 'unknown', 'yes'];
export const [SERVES_NO, SERVES_YES] = [1, 3];
const VERDICT = {no: 1, unknown: 2, yes: 3} as const;

/**
 * What a place makes of a table: per row the distance, whether it serves the place, and whether it can help there at all.
 * An offer that comes to people's homes but not to this gemeente has nothing to bring here: `thuis` goes, and with it the
 * offer, unless people may come to it.
 */
export class Around {
  /** Per row the square of the straight line on a sphere of radius 1; NaN where unknown. */
  readonly chord: Float64Array;
  readonly serves: Uint8Array;
  /** 1 for an offer that comes here, 2 for one that does not help here. */
  readonly comes: Uint8Array;
  /** The word of `fits` with `thuis` in it, as it is here. */
  readonly fits: Uint32Array;

  constructor(table: OfferTable, spot: Spot) {
    const {rows, x, y, z, area} = table;
    const verdicts = Uint8Array.from(table.areas, (name) => VERDICT[servesSpot(name, spot)]);
    const [px, py, pz] = onSphere(spot.lat, spot.lon);
    const home = table.fits[THUIS.word]!;
    this.chord = new Float64Array(rows);
    this.serves = new Uint8Array(rows);
    this.comes = new Uint8Array(rows);
    this.fits = home.slice();
    const {starts, values} = area;
    for (let row = 0; row < rows; row++) {
      const [dx, dy, dz] = [x[row]! - px, y[row]! - py, z[row]! - pz];
      this.chord[row] = dx * dx + dy * dy + dz * dz;
      let serves = 0;
      for (let at = starts[row]!; at < starts[row + 1]!; at++) serves = Math.max(serves, verdicts[values[at]!]!);
      this.serves[row] = serves;
      if (!serves || !(home[row]! & AT_HOME)) continue;
      if (serves === SERVES_YES) this.comes[row] = 1;
      else if (serves === SERVES_NO) {
        this.fits[row] = home[row]! & ~AT_HOME;
        if (!(this.fits[row]! & ALL)) this.comes[row] = 2;
      }
    }
  }
}
