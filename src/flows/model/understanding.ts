import type {Inline} from './node.js';
import type {WordModel} from './word-model.js';

/**
 * What can be said to the chat that asks for a short kind answer, not for advice. The names are those of `woorden.md`;
 * `buiten` is what has nothing to do with the pack.
 */
export const ASIDES = ['groet', 'dank', 'wie', 'grof', 'opdracht', 'medisch', 'juridisch', 'buiten'] as const;
export type Aside = (typeof ASIDES)[number];
/** Those that are said something; what is `buiten` is not understood. */
export type ShortAnswer = Exclude<Aside, 'buiten'>;

/** Where a message can lead: a kind of support, a dialogue, a fact, or the offers of a kind of support (`id` is that of the kind). */
export const TARGET_KINDS = ['support', 'flow', 'fact', 'offers'] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

/** Something of the pack that a message can lead to. */
export interface UnderstoodTarget {
  kind: Exclude<TargetKind, 'offers'>;
  id: string;
  title: string;
  /** Of a fact: what it is called in words, and the fact itself. */
  fact?: {label: string; c: Inline[]};
}

/** Expressions that tell something a flow asks. `value` is left out where it is the number that was said. */
export interface Learns {
  name: string;
  value?: string;
  /** One of several values (`+=`). */
  set?: true;
  says: string[];
}

/** What the chat understands, in one language. The index is built of it on the device. */
export interface UnderstandingPart {
  lang: string;
  targets: UnderstoodTarget[];
  /** Tells what a message is about: its classes are the targets, in their order, and then {@link ASIDES}. */
  model: WordModel;
  learns: Learns[];
  /** Words by which other languages are known. */
  languages: {lang: string; says: string[]}[];
  /** Words that mean the same; the first stands for the others. */
  synonyms: string[][];
  /** Words that the pack explains (`terms` of its support part), with what people call them. */
  terms: {id: string; says: string[]}[];
  /** How people ask for addresses. */
  where: string[];
  /** How people ask what a word means. */
  what: string[];
  /** How people ask for somebody to talk to; a pack of before has none. */
  person?: string[];
  /** Kinds of support that the pack has offers of. */
  offers: string[];
}
