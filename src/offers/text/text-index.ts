import type {OfferText} from '../../flows/model/offer.js';
import {Lists, type OfferTable} from '../table.js';
import {Asked, lettersOf} from './match.js';
import {askedWords, stemsOf, wordsOf} from './words.js';

/** What a word in each text is worth. */
const WORTH: readonly (readonly [text: OfferText, worth: number])[] = [
  ['name', 3],
  ['place', 2],
  ['description', 1],
];
/** A title of a kind of support, and what people say for it (`zoekwoorden`). */
export const KIND_WORTH = 2;
export const BEST = 3;

/** Per kind of support what people call it: its title and its `zoekwoorden`. */
export type KindTexts = ReadonlyMap<string, string>;

/**
 * Which words stand in which offers: made at the first search by words, again when offers came. A row's score is that of
 * the typed word that fits it least: the worth of the best text that holds it, less where only a part of it is held.
 */
export class TextIndex {
  #words: string[] = [];
  #places = new Map<string, number>();
  #letters: number[] = [];
  #stems: (readonly string[])[] = [];
  /** Per word its rows, times four, plus its worth there. */
  #rows: Lists;
  /** Per word the kinds of support that it calls. */
  #kinds: number[][] = [];
  readonly #table: OfferTable;

  constructor(table: OfferTable, kindTexts: KindTexts) {
    this.#table = table;
    table.kinds.forEach((kind, index) => {
      for (const word of new Set(wordsOf(kindTexts.get(kind) ?? ''))) (this.#kinds[this.#place(word)] ??= []).push(index);
    });
    this.#rows = this.#read();
  }

  #place(word: string): number {
    let place = this.#places.get(word);
    if (place === undefined) {
      place = this.#words.push(word) - 1;
      this.#places.set(word, place);
      this.#letters.push(lettersOf(word));
      this.#stems.push(stemsOf(word));
    }
    return place;
  }

  #read(): Lists {
    let entries = new Float64Array(1024);
    let count = 0;
    const known = new Map<string, number[]>();
    for (let row = 0; row < this.#table.rows; row++) {
      for (const [key, worth] of WORTH) {
        const text = this.#table.text(row, key);
        if (!text) continue;
        let places = known.get(text);
        if (!places) {
          places = wordsOf(text).map((word) => this.#place(word));
          // Places and many a name come back; descriptions do not.
          if (key !== 'description') known.set(text, places);
        }
        if (count + places.length > entries.length) {
          const next = new Float64Array(2 * (count + places.length));
          next.set(entries);
          entries = next;
        }
        for (const place of places) entries[count++] = place * 2 ** 32 + row * 4 + worth;
      }
    }
    const rows = new Lists();
    rows.values = new Uint32Array(count);
    rows.starts = new Uint32Array(this.#words.length + 1);
    for (let at = 0; at < count; at++) rows.starts[Math.floor(entries[at]! / 2 ** 32) + 1]! += 1;
    for (let word = 0; word < this.#words.length; word++) rows.starts[word + 1]! += rows.starts[word]!;
    const next = rows.starts.slice();
    for (let at = 0; at < count; at++) {
      const word = Math.floor(entries[at]! / 2 ** 32);
      rows.values[next[word]!] = entries[at]! - word * 2 ** 32;
      next[word]! += 1;
    }
    return rows;
  }

  /** Per row how well it answers the text, from 1 to `BEST`, 0 where a word of it is missing. Nothing when no word tells anything. */
  scores(text: string): Uint8Array | undefined {
    let scores: Uint8Array | undefined;
    for (const word of askedWords(text)) {
      const next = this.#scoresOf(word);
      if (!scores) scores = next;
      else for (let row = 0; row < next.length; row++) if (next[row]! < scores[row]!) scores[row] = next[row]!;
    }
    return scores;
  }

  #scoresOf(word: string): Uint8Array {
    const asked = new Asked(word);
    const found: [word: number, quality: number][] = [];
    this.#words.forEach((one, index) => {
      const quality = asked.answers(one, this.#stems[index]!);
      if (quality) found.push([index, quality]);
    });
    if (!found.length) this.#words.forEach((one, index) => asked.slipped(one, this.#letters[index]!) && found.push([index, 1]));
    const scores = new Uint8Array(this.#table.rows);
    const kinds = new Uint8Array(this.#table.kinds.length);
    for (const [index, quality] of found) {
      for (const kind of this.#kinds[index] ?? []) kinds[kind] = Math.max(kinds[kind]!, Math.min(quality, KIND_WORTH));
      const {starts, values} = this.#rows;
      for (let at = starts[index]!; at < starts[index + 1]!; at++) {
        const value = values[at]!;
        const score = Math.min(value & 3, quality);
        if (score > scores[value >>> 2]!) scores[value >>> 2] = score;
      }
    }
    if (kinds.some(Boolean)) this.#addKinds(scores, kinds);
    return scores;
  }

  #addKinds(scores: Uint8Array, kinds: Uint8Array): void {
    const {starts, values} = this.#table.support;
    for (let row = 0; row < scores.length; row++) {
      for (let at = starts[row]!; at < starts[row + 1]!; at++) {
        const score = kinds[values[at]!]!;
        if (score > scores[row]!) scores[row] = score;
      }
    }
  }
}
