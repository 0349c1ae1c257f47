import {plain} from './plain-text.js';
import type {Serves, Spot} from './query.js';

/** Gemeenten with two names, and names as their own papers have them. */
const SAME: Readonly<Record<string, string>> = {
  sgravenhage: 'denhaag',
  denbosch: 'shertogenbosch',
  nuenengerwenennederwetten: 'nuenen',
  nuenenca: 'nuenen',
};

/** What counts as one name of a gemeente: "gemeente Súdwest-Fryslân" and "sudwest fryslan". */
export function areaKey(name: string): string {
  const key = plain(name).replace(/\(.*$/, '').replace(/^\s*gem(?:eente\b|\.)\s*/, '').replace(/[^\p{L}\p{N}]+/gu, '').replace(/ij/g, 'y');
  return Object.hasOwn(SAME, key) ? SAME[key]! : key;
}

/**
 * Whether an area (`nederland`, `GM0772`, `5611`, `5600-5699`, a gemeente's name) holds a spot. A code or a name is compared with
 * the spot's gemeente; without one the place's own name may still be the gemeente's, but another name tells nothing.
 */
export function servesSpot(area: string, spot: Spot): Serves {
  if (area === 'nederland') return 'yes';
  const [, from, to] = /^(\d{4})(?:-(\d{4}))?$/.exec(area) ?? [];
  if (from) {
    if (spot.pc4 === undefined) return 'unknown';
    return spot.pc4 >= Number(from) && spot.pc4 <= Number(to ?? from) ? 'yes' : 'no';
  }
  if (/^GM\d{4}$/.test(area)) return spot.code ? (spot.code === area ? 'yes' : 'no') : 'unknown';
  const key = areaKey(area);
  if (spot.area !== undefined) return key === areaKey(spot.area) ? 'yes' : 'no';
  return spot.name !== undefined && !spot.shared && key === areaKey(spot.name) ? 'yes' : 'unknown';
}
