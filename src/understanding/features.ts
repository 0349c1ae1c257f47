import type {Heard} from './heard.js';
import {FILLERS, STOPWORDS} from './lexicon.js';
import type {Vocabulary} from './vocabulary.js';

/** What a stretch of a message shows: words by their stem, pairs of words, who is spoken of. */
export interface Feature {
  /** How surely it is there, from 0 to 1. */
  sure: number;
  /** The word that shows it. */
  at: number;
}

/** Words that stand at most so far apart are a pair; fillers between them do not count. */
const REACH = 1;
const IN_COMPOUND = 0.7;
const LIGHT = 0.4;

const PEOPLE = {self: '@ik', other: '@ander'} as const;
/** The age of a child or a young person, as a word. */
const YOUNG = '@jong';

/**
 * The features of the words from `from` up to `to`, by name: a stem, `@ik`, `@ander`, `@jong`, or two of these with a
 * space. The compiler learns from the same ones ("features" as in machine learning).
 */
export function featuresOf(heard: readonly Heard[], from: number, to: number, vocabulary: Vocabulary, hidden?: ReadonlySet<number>): Map<string, Feature> {
  const found = new Map<string, Feature>();
  const add = (name: string, sure: number, at: number) => {
    const there = found.get(name);
    if (!there || there.sure < sure) found.set(name, {sure, at});
  };
  for (let at = from; at < to; at++) {
    const word = heard[at]!;
    if (hidden?.has(at)) continue;
    for (const {id, sure} of word.matches) add(vocabulary.stem(id), sure, at);
    if (word.matches.length === 1 && word.matches[0]!.sure === 1) for (const part of vocabulary.parts(word.text) ?? []) add(vocabulary.stem(part), IN_COMPOUND, at);
    const name = nameOf(word, vocabulary);
    if (name?.startsWith('@')) add(name, 1, at);
    if (!name || isFiller(word)) continue;
    for (let next = at + 1, steps = 0; next < to && steps < REACH; next++) {
      const other = heard[next]!;
      if (isFiller(other)) continue;
      steps++;
      const second = hidden?.has(next) ? undefined : nameOf(other, vocabulary);
      if (second) add(`${name} ${second}`, Math.min(word.matches[0]?.sure ?? 1, other.matches[0]?.sure ?? 1), at);
    }
  }
  return found;
}

/** How much weaker each feature speaks in a long stretch: many words are about many things. */
export function scaleOf(heard: readonly Heard[], from: number, to: number): number {
  let weight = 0;
  for (let at = from; at < to; at++) weight += STOPWORDS.has(heard[at]!.text) ? LIGHT : 1;
  return Math.max(1, weight) ** -0.35;
}

function nameOf({who, text, matches}: Heard, vocabulary: Vocabulary): string | undefined {
  if (who) return PEOPLE[who];
  if (/^\d{1,2}$/.test(text)) return Number(text) >= 5 && Number(text) < 18 ? YOUNG : undefined;
  return matches[0] && vocabulary.stem(matches[0].id);
}

function isFiller({text, who}: Heard): boolean {
  return !who && FILLERS.has(text);
}
