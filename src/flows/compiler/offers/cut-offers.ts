import type {Offer, OfferShard} from '../../model/offer.js';
import {toShard} from '../../../offers/shard.js';
import type {Box, LocatedOffer} from './gather-offers.js';

/** A pack with no more than these holds them in one piece: one request, and searching is at once complete. */
export const WHOLE = 2_000;
/**
 * A shard has at most these. Larger ones carry more of what is far: of 100,000 offers a visitor who looks within 10 km
 * fetches 226 kB with 500, 270 kB with 1,000. Smaller ones win no more, and make the list of them long.
 */
export const SHARD = 500;
/** What serves an area larger than this, in degrees, would make every shard that holds it large too. */
const WIDE = 1.2;

export interface OfferGroup {
  shard: OfferShard;
  box?: Box;
}

/**
 * Cuts offers into shards that each cover a small part of the country, halving along the longer side; what serves all
 * of it, or is nowhere in particular, comes in shards without a box. The same offers give the same shards.
 */
export function cutOffers(offers: readonly LocatedOffer[], lang: string): OfferGroup[] {
  if (offers.length <= WHOLE) return offers.length ? [{shard: toShard(offers.map(({offer}) => offer), lang)}] : [];
  const near = offers.filter(({box}) => box && isSmall(box)) as Boxed[];
  const wide = offers.filter(({box}) => !box || !isSmall(box)).map(({offer}) => offer);
  const order = new Map(offers.map(({offer}, n) => [offer, n]));
  const groups: OfferGroup[] = [];
  for (let from = 0; from < wide.length; from += SHARD) groups.push({shard: toShard(wide.slice(from, from + SHARD), lang)});
  for (const piece of halves(near)) {
    const sorted = [...piece].sort((a, b) => order.get(a.offer)! - order.get(b.offer)!);
    groups.push({shard: toShard(sorted.map(({offer}) => offer), lang), box: around(sorted)});
  }
  return groups;
}

interface Boxed {
  offer: Offer;
  box: Box;
}

function isSmall([south, west, north, east]: Box): boolean {
  return north - south <= WIDE && east - west <= WIDE * 1.6;
}

/** A degree of longitude is some 0.61 of one of latitude here. */
function halves(offers: readonly Boxed[]): readonly (readonly Boxed[])[] {
  if (!offers.length) return [];
  if (offers.length <= SHARD) return [offers];
  const [south, west, north, east] = around(offers);
  const side = north - south > (east - west) * 0.61 ? 0 : 1;
  const sorted = [...offers].sort((a, b) => middle(a, side) - middle(b, side) || middle(a, 1 - side) - middle(b, 1 - side) || (a.offer.id < b.offer.id ? -1 : 1));
  const half = Math.ceil(sorted.length / 2);
  return [...halves(sorted.slice(0, half)), ...halves(sorted.slice(half))];
}

function middle({box}: Boxed, side: number): number {
  return (box[side]! + box[side + 2]!) / 2;
}

/** Rounded outwards, to a hundred metres. */
function around(offers: readonly Boxed[]): Box {
  const down = (edge: number) => Math.floor(edge * 1000) / 1000;
  const up = (edge: number) => Math.ceil(edge * 1000) / 1000;
  const least = (side: 0 | 1) => offers.reduce((edge, {box}) => Math.min(edge, box[side]), Infinity);
  const most = (side: 2 | 3) => offers.reduce((edge, {box}) => Math.max(edge, box[side]), -Infinity);
  return [down(least(0)), down(least(1)), up(most(2)), up(most(3))];
}
