import type {ConditionAst} from '../conditions/ast.js';
import type {Effect} from '../model/condition.js';
import type {ShowKind} from '../model/node.js';
import type {Place} from './diagnostics.js';
import type {MappedText, PlacedText} from './mapped-text.js';
import type {SourceInline, SourceNote} from './markdown-ast.js';
import type {SourceFile} from './source-file.js';

/** A condition where it stands. `concepts` are the named conditions of its own file, before those of the pack. */
export interface ConditionSource {
  /** Missing when it does not parse (reported already). */
  ast?: ConditionAst;
  raw: MappedText;
  file: SourceFile;
  concepts: ReadonlyMap<string, ConditionSource>;
}

/** A link of a chain `als … anders als … anders`: what came before did not hold, and `own` does. */
export interface When {
  prior: ConditionSource[];
  own?: ConditionSource;
  at: number;
}

/** A block of text or a `toon …`, before links and placeholders are resolved. */
export type BlockSource = {when?: When | undefined; at: number} & (
  | {t: 'p'; c: SourceInline[]}
  | {t: 'list'; ordered: boolean; items: BlockSource[][]}
  | {t: 'img'; src: string; alt: SourceInline[]}
  | {t: 'callout'; kind: 'let-op' | 'nood'; c: BlockSource[]}
  | {t: 'section'; title: SourceInline[]; c: BlockSource[]}
  | {t: 'show'; what: ShowKind; max?: number; c?: (BlockSource & {t: 'section'})[]}
);

/** An address as typed: `#stap`, `bestand.md` or `bestand.md#stap`. */
export interface LinkSource {
  href: string;
  at: number;
  /** What the link says, for messages. */
  text: string;
}

export interface EffectSource {
  effect: Effect;
  at: number;
}

export interface AnswerSource {
  id: string;
  label: SourceInline[];
  explain: BlockSource[];
  echo?: SourceInline[];
  when?: When | undefined;
  effects: EffectSource[];
  link?: LinkSource;
  alone: boolean;
  own: boolean;
  at: number;
  /** The flow of the layer that wrote it, where that is not the step's own. */
  from?: FlowSource;
}

/** What stands under a step's heading, in order. `from` as of an answer. */
export type StepItem = {at: number; from?: FlowSource} & (
  | {t: 'block'; block: BlockSource}
  | {t: 'answers'; many: boolean; answers: AnswerSource[]}
  | {t: 'ask'; kind: 'number'; name: string; min: number; max: number}
  | {t: 'ask'; kind: 'place' | 'text'; name: string}
  /** `source` is the label that a translation stands for: buttons are told apart and named by it. */
  | {t: 'button'; label: SourceInline[]; link: LinkSource; when?: When | undefined; source?: SourceInline[]}
  | {t: 'pick'; min?: number; max?: number}
  /** `text` is the label in a translation. */
  | {t: 'submit'; label: MappedText; text?: SourceInline[]}
  | {t: 'like'; link: LinkSource}
  | {t: 'layer'; what: 'append' | 'remove'}
);

export interface StepSource {
  id: string;
  /** Its name was given, as opposed to made of its heading. */
  named: boolean;
  entry: boolean;
  title: SourceInline[];
  at: number;
  /** Where the next step begins, or the file ends. */
  end: number;
  items: StepItem[];
  /** Something below its heading could not be read (reported already): what leads on may have been in it. */
  misread?: true;
  /** The flow as the layer that wrote the step has it: footnotes and translations of the step stand in (or beside) its file. */
  flow: FlowSource;
  /** `gezien:` in its heading: the text below that it replaces, as the editor last saw it. */
  seen?: Seen;
  /** Steps of layers above that add to this one (`aanvulling`), the lowest first; what they add is among `items` already. */
  additions?: StepSource[];
}

export interface Seen {
  hash: string;
  at: number;
}

/** A flow as one file says it; or, after merging, as a file and the ones below it say it together. */
export interface FlowSource {
  id: string;
  /** Of a merged flow, the topmost. */
  file: SourceFile;
  /** Steps for others to take over with `zoals` (front matter `gedeeld: ja`); not a flow of its own. */
  shared: boolean;
  title?: PlacedText;
  description?: PlacedText;
  concepts: Map<string, ConditionSource>;
  steps: StepSource[];
  notes: Map<string, SourceNote>;
  /** Steps of layers below that were taken away, and where that is said. */
  removed?: ReadonlyMap<string, Place>;
  /** Its texts are a translation. */
  translated?: true;
}
