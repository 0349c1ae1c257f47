import type {Note} from '../../model/node.js';
import type {StepSource} from '../flow-ast.js';
import type {PlacedText} from '../mapped-text.js';
import type {AlarmSource} from '../parse-alarms.js';
import type {SupportSource} from '../parse-support.js';

/** A flow in another language: for each step its translation, or nothing where visitors read the source. */
export interface SpokenFlow {
  lang: string;
  title?: PlacedText;
  description?: PlacedText;
  note?: Note;
  step(source: StepSource): StepSource | undefined;
}

/** The kinds of support in another language. */
export interface SpokenSupport {
  lang: string;
  note?: Note;
  kind(source: SupportSource): SupportSource | undefined;
}

/** The calls for help in another language: what people say, and the calm words where they are translated. */
export interface SpokenAlarms {
  says: ReadonlyMap<string, readonly string[]>;
  unless: ReadonlyMap<string, readonly string[]>;
  words: ReadonlyMap<string, Pick<AlarmSource, 'title' | 'c' | 'file' | 'notes'>>;
}
