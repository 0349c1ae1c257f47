import type {Block, Inline} from './node.js';
import type {WordModel} from './word-model.js';

/** A group of calls for help (`nood.md`), and the calm words that answer it. */
export interface Alarm {
  id: string;
  title: Inline[];
  /** Calm words with the numbers, and the contact last. */
  c: Block[];
  sources?: Inline[][];
  /** Expressions that are always heard, whatever stands around them. */
  says: string[];
  /** In the other languages of the pack, word for word: people in need write as they can. */
  foreign?: string[];
  /** Sayings with the same words that are no alarm. */
  unless?: string[];
  /** Language of the words where they fell back to another one than the part's. */
  lang?: string;
}

/**
 * How calls for help are heard and answered, in one language. A part of its own, apart from what else the chat
 * understands: it is small, comes first, and works when the rest cannot be had.
 */
export interface AlarmsPart {
  lang: string;
  groups: Alarm[];
  /** Tells calls for help from everything else: its classes are the groups, in their order, and then "calm". */
  model: WordModel;
}
