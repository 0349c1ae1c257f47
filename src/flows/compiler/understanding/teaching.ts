import type {Alarm} from '../../model/alarms.js';
import type {Aside, UnderstandingPart, UnderstoodTarget} from '../../model/understanding.js';

/** What a sentence of `voorbeelden.md` is about: a file of the pack (`steun/x.md`), a group of `nood.md`, or one of these. */
export type ExampleAbout = {t: 'target'; kind: UnderstoodTarget['kind']; id: string} | {t: 'alarm'; id: string} | {t: 'calm'} | {t: 'aside'; id: Aside};

export interface Example {
  text: string;
  /** One or more, the best first. */
  about: readonly ExampleAbout[];
}

/** A target with what people say for it. */
export interface TaughtTarget extends UnderstoodTarget {
  /** How people say it, each a word or a short sentence. */
  says: string[];
  /** Words of its own text: they count for little. */
  words?: string[];
}

/** What the chat is taught of a pack in one language: of this `learn` makes the parts that visitors fetch. */
export interface Teaching extends Omit<UnderstandingPart, 'model' | 'targets' | 'person'> {
  targets: TaughtTarget[];
  person: string[];
  alarms: Alarm[];
  asides: {id: Aside; says: string[]}[];
  examples: Example[];
}
