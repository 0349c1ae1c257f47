/**
 * Weights by which words tell what a sentence is about, as a pack carries them: small, since every visitor who types
 * fetches them. Written by `flows/compiler/understanding`, read by `understanding/read-word-model.ts`.
 */
export interface WordModel {
  /** The letters of the names, at most 62. A name is a stem, or two with a space. */
  letters: string;
  /** The names, what they speak for and how much, in bits (`understanding/word-rows.ts`) as base64; empty when there are none. */
  packed: string;
  /** For each class, in hundredths. */
  bias: number[];
}

/** Steps of a weight in one point. */
export const WEIGHT_STEPS = 1.4;
/** The level of a weight that says nothing; each level on is a step more. There are sixteen. */
export const LEVEL_ZERO = 5;
export const LEVELS = 16;
