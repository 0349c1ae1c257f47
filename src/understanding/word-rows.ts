/** A feature by its name, with what it speaks for: classes in their order, each with its weight as a level. */
export interface WordRow {
  name: string;
  weights: readonly (readonly [one: number, level: number])[];
}

/** Packs what it is given, or reads it and gives it back: both go through the same symbols. */
export interface SymbolCoder {
  /** A number of `width` bits. `set` is its kind; `contexts` are what it may hang together with. */
  symbol(value: number, width: number, set: number, contexts: readonly number[]): number;
  /** Nothing is left to read. */
  readonly ended: boolean;
}

/** How many levels a weight has is a power of two. */
export const LEVEL_BITS = 4;
export const MOST_LETTERS = 62;
const LETTER_BITS = 6;
const SHARED_BITS = 5;
const MOST_SHARED = 31;
/** No stem or pair is longer. */
const MOST_LENGTH = 90;
const COUNT_BITS = 16;
/** Takes some milliseconds on an old phone. */
const AT_A_TIME = 100;
/** Kinds of symbols: counts, letters, classes and weights, some by where they stand. */
const SETS = {count: 0, shared: 1, firstLetter: 2, letter: 3, class: 8, level: 12};

/**
 * Goes through the rows of a model, in the order of their names: how many letters each name shares with the one before,
 * its other letters, its classes in ascending order and their levels. Given `rows` it packs them; without, it reads them.
 * Yields now and then, so that a page need not stand still meanwhile; returns the rows.
 */
export function* codeRows(coder: SymbolCoder, letters: string, classes: number, rows?: readonly WordRow[]): Generator<undefined, WordRow[]> {
  const classBits = Math.ceil(Math.log2(classes + 1));
  const codes = new Map([...letters].map((letter, n) => [letter, n + 1]));
  // What stands before the first letter of a name.
  const start = codes.size + 1;
  const codeOf = (letter: string | undefined) => (letter === undefined ? 0 : (codes.get(letter) ?? 0));
  const out: WordRow[] = [];
  const count = coder.symbol(rows?.length ?? 0, COUNT_BITS, SETS.count, [0]);
  let before = '';
  let lastShared = 0;
  let lastClasses: readonly number[] = [];
  for (let n = 0; n < count && !coder.ended; n++) {
    const row = rows?.[n];
    const shared = coder.symbol(row ? sharedLetters(before, row.name) : 0, SHARED_BITS, SETS.shared, [0, 1 + lastShared, 100 + before.length, 1000 + lastShared * 100 + before.length]);
    const name = codeName(shared);
    const weights = codeWeights(shared, name.includes(' ') ? 1 : 0, row);
    out.push({name, weights});
    before = name;
    lastShared = shared;
    lastClasses = weights.map(([one]) => one + 1);
    if (n % AT_A_TIME === AT_A_TIME - 1) yield;
  }
  return out;

  function codeName(shared: number): string {
    const wanted = rows?.[out.length]?.name;
    let name = before.slice(0, shared);
    for (let at = shared; at < MOST_LENGTH; at++) {
      const back = (steps: number) => (at < steps ? start : codeOf(name[at - steps]));
      const [one, two, three, four] = [back(1), back(2), back(3), back(4)];
      const inWord = Math.min(at - name.lastIndexOf(' ') - 1, 7);
      // The first letter that differs comes after the one that stood there.
      const above = at === shared ? codeOf(before[at]) + 1 : 0;
      const code = coder.symbol(codeOf(wanted?.[at]), LETTER_BITS, at === shared ? SETS.firstLetter : SETS.letter + Math.min(inWord, 3), [
        above * 8 + inWord,
        one * 128 + (above || 64 + Math.min(inWord, 3)),
        (one * 64 + two) * 64 + above,
        (one * 64 + two) * 64 + three,
        ((one * 64 + two) * 64 + three) * 64 + four,
      ]);
      const letter = letters[code - 1];
      if (letter === undefined) break;
      name += letter;
    }
    return name;
  }

  function codeWeights(shared: number, pair: number, row: WordRow | undefined): [number, number][] {
    const weights: [number, number][] = [];
    let [last, beforeLast, lastLevel] = [0, 0, 0];
    for (;;) {
      const wanted = row?.weights[weights.length];
      const so = weights.length;
      const one = coder.symbol(wanted ? wanted[0] + 1 : 0, classBits, SETS.class + Math.min(so, 2), [
        Math.min(so, 6) * 2 + pair,
        last,
        last * 512 + beforeLast,
        (lastClasses[so] ?? 0) * 16 + Math.min(shared, 7) * 2,
        (lastClasses.find((other) => other > last) ?? 0) * 512 + last,
      ]);
      // Zero ends the list, and so does whatever is out of order.
      if (one <= last || one > classes) return weights;
      const level = coder.symbol(wanted?.[1] ?? 0, LEVEL_BITS, SETS.level, [pair, one, lastLevel * 8 + Math.min(so, 7), Math.min(shared, 15), (last ? 512 : 0) + one]);
      weights.push([one - 1, level]);
      [last, beforeLast, lastLevel] = [one, last, level];
    }
  }
}

function sharedLetters(a: string, b: string): number {
  let shared = 0;
  while (shared < MOST_SHARED && shared < a.length && a[shared] === b[shared]) shared++;
  return shared;
}
