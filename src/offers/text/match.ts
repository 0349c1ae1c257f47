import {editDistance} from '../edit-distance.js';
import {BEGINNING, INSIDE, partOf, slackOf, stemsOf} from './words.js';

/**
 * How well a word of a text answers one that was typed: 3 the word itself, a form of it, or one that begins with it; 2
 * a compound that holds it; 1 another compound with the same first part; 0 not. A slip of the finger is another matter
 * (`slipped`), asked only where no word of any text answers.
 */
export class Asked {
  readonly #word: string;
  readonly #forms: readonly string[];
  readonly #part: string | undefined;
  readonly #slack: number;
  readonly #letters: number;

  constructor(word: string) {
    this.#word = word;
    this.#forms = [word, ...stemsOf(word)];
    this.#part = partOf(word);
    this.#slack = slackOf(word.length);
    this.#letters = lettersOf(word);
  }

  answers(word: string, stems: readonly string[]): 0 | 1 | 2 | 3 {
    if (word === this.#word) return 3;
    for (const form of this.#forms) {
      if (form.length < 3) continue;
      if (word.startsWith(form) || stems.some((stem) => stem.startsWith(form))) return 3;
    }
    for (const form of this.#forms) if (form.length >= INSIDE && (word.includes(form) || stems.some((stem) => stem.includes(form)))) return 2;
    return this.#part !== undefined && word.startsWith(this.#part) ? 1 : 0;
  }

  /** Whether it may be this word, or the beginning of it, with a few letters wrong. `letters` is `lettersOf(word)`. */
  slipped(word: string, letters: number): boolean {
    const slack = this.#slack;
    if (!slack || word.length < this.#word.length - slack) return false;
    // Every letter of the one that the other lacks is a slip.
    if (bitCount(this.#letters & ~letters) > slack) return false;
    if (Math.abs(word.length - this.#word.length) <= slack && editDistance(this.#word, word, slack) <= slack) return true;
    if (this.#word.length < BEGINNING) return false;
    for (let length = this.#word.length - 1; length <= this.#word.length + 1 && length < word.length; length++) {
      if (editDistance(this.#word, word.slice(0, length), slack) <= slack) return true;
    }
    return false;
  }
}

/** Which letters a word holds, a bit each. */
export function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

export function bitCount(mask: number): number {
  let rest = mask - ((mask >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
