import {bitCount} from './text/match.js';
import {bitOf, slotOf} from './layout.js';
import {SERVES_NO, SERVES_YES} from './around.js';
import {chordOf, kmOf} from './table.js';

/**
 * The order of results: distance, then fit, then freshness (each in steps, or the first would always decide alone), then
 * the exact distance, then the id. 3.1 and 3.2 km are equally near: within one step of distance the better fit comes first.
 */

/** Upper ends of the steps of distance in kilometres; beyond the last is one step more, unknown distances another. */
export const BANDS = [2, 5, 10, 15, 25, 40, 60, 100] as const;
const BAND_CHORDS = BANDS.map(chordOf);
/** An offer that comes to the visitor is as near as this step, wherever its office is. */
export const COMES_BAND = 2;
const BAND_COUNT = BANDS.length + 2;

/** Days in a step of freshness: a quarter. */
export const FRESH_DAYS = 91;
const FRESH_COUNT = 256;
const FIT_COUNT = 64;
/** Steps of ten metres: 400 km, more than the country is long. */
const PER_KM = 100;
const FAR = 40_000;

/** Points that one filter can bring. */
export const MOST_OF_FILTER = 3;

const ROOM = slotOf('plek-vrij');
const [FREE, UNSURE] = [bitOf('plek-vrij', 'ja') << ROOM.shift, bitOf('plek-vrij', 'onbekend') << ROOM.shift];
export const ROOM_WORD = ROOM.word;

/** With room first: 2, 1 where unknown, 0 without. */
export const roomFit = (word: number): number => (word & FREE ? 2 : word & UNSURE ? 1 : 0);

/** Serves this gemeente: 2; serves others: 0; says nothing, or nobody knows: 1. */
export const areaFit = (serves: number): number => (serves === SERVES_YES ? 2 : serves === SERVES_NO ? 0 : 1);

/** How much of what was asked an offer names itself: "dementie" before "iedereen", a day and a night before a day. */
export const namedFit = (said: number, chosen: number): number => Math.min(MOST_OF_FILTER, bitCount(said & chosen));

export function bandOf(chord: number, comes: boolean): number {
  if (Number.isNaN(chord)) return comes ? COMES_BAND : BAND_COUNT - 1;
  let band = 0;
  while (band < BAND_CHORDS.length && chord > BAND_CHORDS[band]!) band += 1;
  return comes ? Math.min(band, COMES_BAND) : band;
}

export const freshOf = (checked: number): number => Math.max(0, Math.min(FRESH_COUNT - 1, Math.floor(checked / FRESH_DAYS)));

/** Sorts rows by keys that hold the whole order in one number; equal ones by id. */
export class Sorter {
  readonly #keys: Float64Array;
  readonly #span: number;
  readonly #far: number;
  #count = 0;

  /** `rows`: how many a table has; `results`: how many there are to sort. */
  constructor(rows: number, results: number) {
    this.#keys = new Float64Array(results);
    this.#span = 2 ** Math.ceil(Math.log2(Math.max(2, rows)));
    // All of it must fit in the 53 bits of a number; half a million rows do with steps of ten metres.
    let far = FAR;
    while (11 * BAND_COUNT * FIT_COUNT * FRESH_COUNT * far * this.#span > Number.MAX_SAFE_INTEGER) far /= 2;
    this.#far = far;
  }

  add(row: number, silent: number, band: number, fit: number, checked: number, chord: number): void {
    const steps = Math.min(this.#far - 1, Math.floor((kmOf(chord) * PER_KM * this.#far) / FAR));
    const distance = Number.isNaN(steps) ? this.#far - 1 : steps;
    const head = (silent * BAND_COUNT + band) * FIT_COUNT + (FIT_COUNT - 1 - fit);
    this.#keys[this.#count++] = ((head * FRESH_COUNT + (FRESH_COUNT - 1 - freshOf(checked))) * this.#far + distance) * this.#span + row;
  }

  rows(id: (row: number) => string): Uint32Array {
    const [keys, span] = [this.#keys, this.#span];
    keys.sort();
    const rows = new Uint32Array(keys.length);
    let start = 0;
    let before = -1;
    for (let at = 0; at < keys.length; at++) {
      const place = Math.floor(keys[at]! / span);
      rows[at] = keys[at]! - place * span;
      if (place === before) continue;
      if (at - start > 1) sortById(rows, start, at, id);
      [start, before] = [at, place];
    }
    if (rows.length - start > 1) sortById(rows, start, rows.length, id);
    return rows;
  }
}

function sortById(rows: Uint32Array, from: number, to: number, id: (row: number) => string): void {
  const named = Array.from(rows.subarray(from, to), (row) => ({row, id: id(row)}));
  named.sort((a, b) => (a.id < b.id ? -1 : 1));
  named.forEach(({row}, offset) => (rows[from + offset] = row));
}
