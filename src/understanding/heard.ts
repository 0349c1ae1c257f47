import {FILLERS, OTHERS, PARTICLES, SELF, STOPWORDS} from './lexicon.js';
import type {Token} from './tokens.js';
import type {Match, Vocabulary} from './vocabulary.js';

/** A typed word as the matchers see it. */
export interface Heard extends Token {
  /** Words of the pack that it may be. */
  matches: readonly Match[];
  /** Counts the words that are no fillers: distances between words are told in these. */
  solid: number;
  who?: 'self' | 'other';
}

export type Who = NonNullable<Heard['who']>;

/** Whether a word is a person; "me moeder" is somebody else's. */
export function whoIs(word: string, next: string | undefined): Who | undefined {
  if ((word === 'me' || word === 'mn' || word === 'm') && next !== undefined && OTHERS.has(next) && !STOPWORDS.has(next)) return undefined;
  if (SELF.has(word)) return 'self';
  return OTHERS.has(word) ? 'other' : undefined;
}

/** The words of a message as the matchers see them. `budget` is what may still be compared; it is taken from. */
export function hearTokens(tokens: readonly Token[], vocabulary: Vocabulary, budget: {guesses: number}): Heard[] {
  let solid = 0;
  return tokens.map((token, n) => {
    const who = whoIs(token.text, tokens[n + 1]?.text);
    const filler = FILLERS.has(token.text) && who === undefined;
    const own = vocabulary.find(token.text, filler || STOPWORDS.has(token.text) || OTHERS.has(token.text), budget);
    // Written apart: "dag opvang", "thuis zorg".
    const next = tokens[n + 1];
    const joined = next && !next.stop ? vocabulary.joined(token.text, next.text) : undefined;
    const matches = joined === undefined ? own : [...own, {id: joined, sure: 0.95}];
    if (!filler && !PARTICLES.has(token.text)) solid++;
    // Written out: this is the innermost of learning, and a spread is ten times slower.
    const {text, at, end, stop} = token;
    const heard: Heard = {text, at, end, stop, matches, solid};
    if (who) heard.who = who;
    return heard;
  });
}
