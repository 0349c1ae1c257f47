import type {Heard} from './heard.js';
import {NEGATIONS} from './lexicon.js';
import {readExpression, type ExpressionWord} from './read-expression.js';
import type {Vocabulary} from './vocabulary.js';

/** A run of words of a message: from the first up to and with the last. */
export interface Run {
  from: number;
  to: number;
  /** How many words the expression has. */
  length: number;
}

/** A misspelt word counts from this certainty on. */
const SURE = 0.75;


/**
 * Expressions that are looked for as they stand, word by word, one small word between two at most: what tells an answer,
 * what asks for a short answer, words of other languages. `8 t/m 24` in an expression is any number between.
 */
export class Expressions<T> {
  private readonly byFirst = new Map<number, {pieces: ExpressionWord[]; value: T}[]>();

  constructor(
    private readonly vocabulary: Vocabulary,
    entries: Iterable<readonly [T, readonly string[]]>,
  ) {
    for (const [value, says] of entries) for (const text of says) this.add(text, value);
  }

  /** Every expression in the message, in order of place; longest first at one place. `denied` ones are left out. */
  find(heard: readonly Heard[], {denied = true} = {}): {value: T; run: Run}[] {
    const found: {value: T; run: Run}[] = [];
    heard.forEach(({matches}, at) => {
      const here: {value: T; run: Run}[] = [];
      const candidates = matches.filter(({sure}) => sure >= SURE).flatMap(({id}) => this.byFirst.get(id) ?? []);
      for (const {pieces, value} of candidates) {
        const to = this.follow(pieces, heard, at);
        if (to !== undefined && !(denied && isDenied(heard, at, to))) here.push({value, run: {from: at, to, length: pieces.length}});
      }
      here.sort((a, b) => b.run.length - a.run.length);
      found.push(...here);
    });
    return found;
  }

  private add(text: string, value: T): void {
    const pieces = readExpression(text, this.vocabulary);
    const [first] = pieces;
    if (!first) return;
    const there = this.byFirst.get(first.id);
    if (there) there.push({pieces, value});
    else this.byFirst.set(first.id, [{pieces, value}]);
  }

  private follow(pieces: readonly ExpressionWord[], heard: readonly Heard[], from: number): number | undefined {
    let at = from - 1;
    for (const piece of pieces) {
      const next = [at + 1, at + 2].find((place) => (place <= at + 1 || (at >= from && !heard[place]?.stop && !heard[place - 1]?.stop)) && this.fits(piece, heard[place]));
      if (next === undefined) return undefined;
      at = next;
    }
    return at;
  }

  private fits({id}: ExpressionWord, word: Heard | undefined): boolean {
    return word !== undefined && word.matches.some((match) => match.id === id && match.sure >= SURE);
  }
}

/** "Geen dementie", "niet mijn moeder": a denial right before, or `niet` right behind, in the same sentence. */
function isDenied(heard: readonly Heard[], from: number, to: number): boolean {
  for (let at = from - 1; at >= Math.max(0, from - 2) && !heard[at + 1]!.stop; at--) if (NEGATIONS.has(heard[at]!.text)) return true;
  return heard[to + 1] !== undefined && !heard[to + 1]!.stop && heard[to + 1]!.text === 'niet';
}
