import type {Offer, OfferShard} from '../flows/model/offer.js';
import {EARTH_KM} from './distance.js';
import {fitting, SLOTS, WORDS} from './layout.js';
import {offerAt} from './shard.js';

const RADIANS = Math.PI / 180;
const PER_DEGREE = 10_000;
/** What a row may lack. */
const NOTHING: readonly number[] = [];

/** Lists of numbers, one per row, behind each other. */
export class Lists {
  starts = new Uint32Array(1);
  values = new Uint32Array(0);

  append(lists: readonly (readonly number[])[]): void {
    const rows = this.starts.length - 1;
    const total = lists.reduce((sum, list) => sum + list.length, 0);
    const starts = new Uint32Array(rows + lists.length + 1);
    starts.set(this.starts);
    let at = this.starts[rows]!;
    const values = new Uint32Array(at + total);
    values.set(this.values);
    lists.forEach((list, index) => {
      for (const value of list) values[at++] = value;
      starts[rows + index + 1] = at;
    });
    [this.starts, this.values] = [starts, values];
  }

  of(row: number): Uint32Array {
    return this.values.subarray(this.starts[row], this.starts[row + 1]);
  }
}

function longer<T extends Uint32Array | Int32Array | Float64Array | Uint8Array>(column: T, rows: number): T {
  const next = new (column.constructor as new (length: number) => T)(rows);
  next.set(column);
  return next;
}

/** Names that occur, each with its place; `constructor` is a name like any other. */
class NameList {
  readonly names: string[] = [];
  readonly places = new Map<string, number>();

  place(name: string): number {
    let place = this.places.get(name);
    if (place === undefined) {
      place = this.names.push(name) - 1;
      this.places.set(name, place);
    }
    return place;
  }
}

/**
 * Offers in typed arrays, from one shard or from several that arrive one after the other. Texts stay where they are, in
 * the shards. An id that is there already is left out: a shard may repeat what its neighbour serves.
 */
export class OfferTable {
  rows = 0;
  /** Rises with every shard that is added. */
  version = 0;
  /** What each row says, by `SLOTS`, and what it fits. */
  said: Uint32Array[] = Array.from({length: WORDS}, () => new Uint32Array(0));
  fits: Uint32Array[] = Array.from({length: WORDS}, () => new Uint32Array(0));
  /** The point on a sphere of radius 1; NaN where unknown. */
  x = new Float64Array(0);
  y = new Float64Array(0);
  z = new Float64Array(0);
  /** Days since 2000-01-01. */
  checked = new Int32Array(0);
  support = new Lists();
  area = new Lists();
  #kinds = new NameList();
  #areas = new NameList();
  #ids = new Map<string, number>();
  #shards: OfferShard[] = [];
  /** Per row its shard and its row in there. */
  #shard = new Uint32Array(0);
  #row = new Uint32Array(0);

  constructor(...shards: OfferShard[]) {
    for (const shard of shards) this.add(shard);
  }

  /** Ids of the support kinds that occur, in the order of `support`. */
  get kinds(): readonly string[] {
    return this.#kinds.names;
  }

  get areas(): readonly string[] {
    return this.#areas.names;
  }

  /** Adds what a shard holds, and returns how many rows that are. */
  add(shard: OfferShard): number {
    const ids = shard.texts.id ?? [];
    const taken: number[] = [];
    for (let row = 0; row < shard.rows; row++) {
      const id = ids[row];
      if (!id || this.#ids.has(id)) continue;
      this.#ids.set(id, this.rows + taken.length);
      taken.push(row);
    }
    const [from, rows] = [this.rows, this.rows + taken.length];
    this.#grow(rows);
    const kinds = shard.kinds.map((name) => this.#kinds.place(name));
    const areas = shard.areas.map((name) => this.#areas.place(name));
    const named = (list: readonly number[] | undefined, places: readonly number[]) => [...new Set((list ?? NOTHING).map((one) => places[one]).filter((one) => one !== undefined))];
    this.support.append(taken.map((row) => named(shard.support[row], kinds)));
    this.area.append(taken.map((row) => named(shard.area[row], areas)));
    const which = this.#shards.push(shard) - 1;
    taken.forEach((row, offset) => this.#write(from + offset, shard, row, which));
    this.rows = rows;
    this.version += 1;
    return taken.length;
  }

  #grow(rows: number): void {
    this.said = this.said.map((column) => longer(column, rows));
    this.fits = this.fits.map((column) => longer(column, rows));
    [this.x, this.y, this.z] = [longer(this.x, rows), longer(this.y, rows), longer(this.z, rows)];
    [this.checked, this.#shard, this.#row] = [longer(this.checked, rows), longer(this.#shard, rows), longer(this.#row, rows)];
  }

  #write(to: number, shard: OfferShard, row: number, which: number): void {
    for (const {facet, index, word, shift, all} of SLOTS) {
      const mask = (shard.facets[facet]?.[row] ?? 0) & all;
      this.said[word]![to]! |= mask << shift;
      this.fits[word]![to]! |= fitting(SLOTS[index]!.facet, mask, shard.ages?.[row], shard.wait?.[row]) << shift;
    }
    const [lat, lon] = [(shard.lat?.[row] ?? NaN) / PER_DEGREE, (shard.lon?.[row] ?? NaN) / PER_DEGREE];
    const known = Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
    [this.x[to], this.y[to], this.z[to]] = known ? onSphere(lat, lon) : [NaN, NaN, NaN];
    this.checked[to] = shard.checked[row] ?? 0;
    [this.#shard[to], this.#row[to]] = [which, row];
  }

  offer(row: number): Offer {
    return offerAt(this.#shards[this.#shard[row]!]!, this.#row[row]!);
  }

  id(row: number): string {
    return this.text(row, 'id');
  }

  /** One of a row's texts; empty where it has none. */
  text(row: number, key: keyof OfferShard['texts']): string {
    return this.#shards[this.#shard[row]!]!.texts[key]?.[this.#row[row]!] ?? '';
  }

  /** The row of an id, or nothing. */
  rowOf(id: string): number | undefined {
    return this.#ids.get(id);
  }

  /** Where the postcodes of these offers lie, roughly: the middle of the offers with the same four digits. */
  postcodes(): Map<number, {lat: number; lon: number}> {
    const sums = new Map<number, [x: number, y: number, z: number]>();
    for (let row = 0; row < this.rows; row++) {
      const digits = /^[1-9]\d{3}/.exec(this.text(row, 'postcode'));
      if (!digits || Number.isNaN(this.x[row]!)) continue;
      const sum = sums.get(Number(digits[0])) ?? [0, 0, 0];
      sums.set(Number(digits[0]), [sum[0] + this.x[row]!, sum[1] + this.y[row]!, sum[2] + this.z[row]!]);
    }
    return new Map([...sums].map(([pc4, [x, y, z]]) => [pc4, {lat: Math.atan2(z, Math.hypot(x, y)) / RADIANS, lon: Math.atan2(y, x) / RADIANS}]));
  }
}

/** Degrees as a point on a sphere of radius 1. */
export function onSphere(lat: number, lon: number): [x: number, y: number, z: number] {
  const [a, b] = [lat * RADIANS, lon * RADIANS];
  return [Math.cos(a) * Math.cos(b), Math.cos(a) * Math.sin(b), Math.sin(a)];
}

/** The square of the straight line through a sphere of radius 1 between points this many kilometres apart. */
export const chordOf = (km: number): number => (km >= Math.PI * EARTH_KM ? 4 : (2 * Math.sin(km / (2 * EARTH_KM))) ** 2);

/** Kilometres along the great circle, from that square. */
export const kmOf = (chord: number): number => 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(chord) / 2));
