import {answersOf} from '../../semantics/dialogue.js';
import type {CaseWords} from './case-words.js';
import type {Version} from './questions.js';

/** How a count comes about: which answers add how much. */
export interface Counting {
  name: string;
  by: {answer: string; value: number}[];
}

/** Every count that conditions read, in the words of the answers to the questions that were `asked`. */
export function countingOf({steps, caps}: Version, words: CaseWords, asked: ReadonlyMap<string, unknown>): Counting[] {
  return Array.from(caps.keys(), (name) => ({
    name,
    by: Array.from(steps).flatMap(([id, {step}]) =>
      !asked.has(id) ? [] :
      answersOf(step).flatMap((answer) => (answer.effects ?? []).flatMap(([op, counted, value]) => (op === '+' && counted === name ? [{answer: words.label(id, answer.id), value}] : []))),
    ),
  }));
}
