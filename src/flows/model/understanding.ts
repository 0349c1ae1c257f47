import type {Block, Inline} from './node.js';

/** What can be said to the chat that asks for a short kind answer, not for advice. The names are those of `woorden.md`. */
export const ASIDES = ['groet', 'dank', 'wie', 'grof', 'opdracht', 'medisch', 'juridisch'] as const;
export type Aside = (typeof ASIDES)[number];

/** Where a message can lead: a kind of support, a dialogue, a fact, or the offers of a kind of support (`id` is that of the kind). */
export const TARGET_KINDS = ['support', 'flow', 'fact', 'offers'] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

/** Something of the pack that a message can lead to, with the words that lead there. */
export interface UnderstoodTarget {
  kind: Exclude<TargetKind, 'offers'>;
  id: string;
  title: string;
  /** How people say it, each a word or a short sentence. */
  says: string[];
  /** Words of its own text: they count for little. */
  about?: string[];
  /** Of a fact: what it is called in words, and the fact itself. */
  fact?: {label: string; c: Inline[]};
}

/** A group of expressions that call for help at once (`nood.md`). */
export interface Alarm {
  id: string;
  title: Inline[];
  /** Calm words with the numbers, and the contact last. */
  c: Block[];
  sources?: Inline[][];
  says: string[];
  /** In the other languages of the pack, word for word: people in need write as they can. */
  foreign?: string[];
  /** Sayings with the same words that are no alarm. */
  unless?: string[];
  /** Language of the words where they fell back to another one than the part's. */
  lang?: string;
}

/** Expressions that tell something a flow asks. `value` is left out where it is the number that was said. */
export interface Learns {
  name: string;
  value?: string;
  /** One of several values (`+=`). */
  set?: true;
  says: string[];
}

/** What the chat understands, in one language. Everything in it is plain text; the index is built on the device. */
export interface UnderstandingPart {
  lang: string;
  targets: UnderstoodTarget[];
  alarms: Alarm[];
  learns: Learns[];
  asides: {id: Aside; says: string[]}[];
  /** Words by which other languages are known. */
  languages: {lang: string; says: string[]}[];
  /** Words that mean the same; the first stands for the others. */
  synonyms: string[][];
  /** How people ask for addresses. */
  where: string[];
  /** Kinds of support that the pack has offers of. */
  offers: string[];
}
