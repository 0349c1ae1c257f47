import type {ShardRef} from '../flows/model/offer.js';
import {kilometres} from './distance.js';
import type {Spot} from './query.js';

type Box = NonNullable<ShardRef['box']>;

/** Kilometres from a spot to a box in degrees; 0 inside. Exact along a meridian or a parallel, else a little short or long. */
export function kmToBox({lat, lon}: Pick<Spot, 'lat' | 'lon'>, [south, west, north, east]: Box): number {
  return kilometres(lat, lon, Math.min(Math.max(lat, south), north), Math.min(Math.max(lon, west), east));
}

const middleOf = ([south, west, north, east]: Box) => [(south + north) / 2, (west + east) / 2] as const;

/**
 * Which shards to fetch next, for a visitor at a spot who looks within `km` kilometres; `here` are those that came. First
 * the one nearest shard, so that a national pack shows its first results for about the bytes of a local one; then
 * all others that may hold something within reach, those for the whole country among them; then none. Without a distance
 * or a spot every shard is within reach. An answer is complete once this gives none.
 */
export function nextShards(refs: readonly ShardRef[], here: {has(ref: ShardRef): boolean}, at?: Pick<Spot, 'lat' | 'lon'>, km?: number): ShardRef[] {
  const far = (ref: ShardRef) => (at && ref.box ? kmToBox(at, ref.box) : 0);
  const off = (ref: ShardRef) => (at && ref.box ? kilometres(at.lat, at.lon, ...middleOf(ref.box)) : Infinity);
  const within = refs.filter((ref) => km === undefined || far(ref) <= km);
  const missing = within.filter((ref) => !here.has(ref));
  if (!missing.length || missing.length < within.length) return missing;
  const nearest = missing.reduce((best, ref) => (far(ref) < far(best) || (far(ref) === far(best) && off(ref) < off(best)) ? ref : best));
  return [nearest];
}

/** Reach of a plan around a place, in kilometres, and how many shards it may fetch for it. */
const AROUND_KM = 25;
const MOST_AROUND = 3;

/** The few shards that hold what is nearest to a spot: enough for a plan, which shows three offers with each kind of support. */
export function shardsAround(refs: readonly ShardRef[], at: Pick<Spot, 'lat' | 'lon'>): ShardRef[] {
  const near = refs.flatMap((ref) => (ref.box ? [{ref, far: kmToBox(at, ref.box), off: kilometres(at.lat, at.lon, ...middleOf(ref.box))}] : []));
  return near
    .filter(({far}) => far <= AROUND_KM)
    .sort((a, b) => a.far - b.far || a.off - b.off)
    .slice(0, MOST_AROUND)
    .map(({ref}) => ref);
}
