import {FACETS, type Offer, type OfferShard} from '../flows/model/offer.js';
import {servesSpot} from './area.js';
import {kilometres} from './distance.js';
import type {Spot} from './query.js';
import {maskOf, offerAt, PER_DEGREE} from './shard.js';

/** As the crow flies; what is farther from the visitor and does not serve their place is of no use in a plan. */
const NEAR_KM = 25;

/** What decides between offers of one kind. */
export interface PickFor {
  /** Kinds of support, best first. */
  kinds: readonly string[];
  /** Gemeenten that the organisation serves. */
  area: readonly string[];
  /** Where the visitor is, once they told. */
  at?: Spot | undefined;
  /** What the visitor's answers left in memory: names of `doelgroepen` among it say for whom it is. */
  told: readonly unknown[];
  /** At most so many of a kind. */
  most: number;
}

/**
 * The offers to show with each kind of support: those for this area first (with a place told: for that place, or near it), then those for this person, with room, and
 * checked last; then in the order of the pack. Each stands with the best of its kinds. The same answers give the same.
 */
export function pickOffers(shards: readonly OfferShard[], {kinds, area, at, told, most}: PickFor): Map<string, Offer[]> {
  const wanted = maskOf('doelgroepen', FACETS.doelgroepen.filter((group) => told.includes(group)));
  const everybody = maskOf('doelgroepen', ['iedereen']);
  const here = new Set(area.map((name) => name.toLowerCase()));
  const [free, full] = [maskOf('plek-vrij', ['ja']), maskOf('plek-vrij', ['nee'])];
  const picked = new Map<string, Offer[]>();
  const taken = new Set<string>();
  for (const kind of kinds) {
    const found = shards.flatMap((shard) => {
      const place = shard.kinds.indexOf(kind);
      if (place < 0) return [];
      const isHere = shard.areas.map((name) => {
        if (name === 'nederland') return 1;
        return at ? {yes: 0, unknown: 2, no: 3}[servesSpot(name, at)] : here.has(name.toLowerCase()) ? 0 : 2;
      });
      return shard.support.flatMap((places, row) => {
        if (!places.includes(place)) return [];
        const areas = shard.area[row]!;
        let near = areas.length ? Math.min(...areas.map((one) => isHere[one]!)) : at ? 2 : 1;
        if (at && near > 1) {
          const [lat, lon] = [shard.lat?.[row] ?? NaN, shard.lon?.[row] ?? NaN];
          if (near > 2 || !(kilometres(at.lat, at.lon, lat / PER_DEGREE, lon / PER_DEGREE) <= NEAR_KM)) return [];
          near = 0.5;
        }
        const group = shard.facets.doelgroepen?.[row] ?? 0;
        const fits = group & wanted ? 0 : !group || group & everybody ? 1 : 2;
        const said = shard.facets['plek-vrij']?.[row] ?? 0;
        const room = said & free ? 0 : said & full ? 2 : 1;
        return [{shard, row, order: [near, fits, room, -shard.checked[row]!]}];
      });
    });
    found.sort((a, b) => a.order.map((one, n) => one - b.order[n]!).find((one) => one !== 0) ?? 0);
    const offers: Offer[] = [];
    for (const {shard, row} of found) {
      if (offers.length === most) break;
      const id = shard.texts.id![row]!;
      if (taken.has(id)) continue;
      taken.add(id);
      offers.push(offerAt(shard, row));
    }
    if (offers.length) picked.set(kind, offers);
  }
  return picked;
}
