/**
 * Weights by which words tell what a sentence is about, as a pack carries them: small, since every visitor who types
 * fetches them. Written by `flows/compiler/understanding`, read by `understanding/read-word-model.ts`.
 */
export interface WordModel {
  /**
   * Names of features in the order of their letters, each as one digit (how many of its first letters are those of the
   * one before) and its other letters. A name is a stem, or two with a space.
   */
  words: string;
  /**
   * For each name, with a space between, what it speaks for: two characters each, the class (from `#` on) and the
   * weight (`N` is nothing, each letter on half a point more).
   */
  weights: string;
  /** For each class, in hundredths. */
  bias: number[];
}

export const CLASS_FROM = 35;
export const WEIGHT_ZERO = 78;
/** Steps of a weight in one point. */
export const WEIGHT_STEPS = 2;
/** A weight is at most so many steps, up or down. */
export const MOST_STEPS = 40;
