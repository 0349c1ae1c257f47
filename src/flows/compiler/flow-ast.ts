import type {ConditionAst} from '../conditions/ast.js';
import type {Effect} from '../model/condition.js';
import type {ShowKind} from '../model/node.js';
import type {MappedText} from './mapped-text.js';
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
}

/** What stands under a step's heading, in order. */
export type StepItem = {at: number} & (
  | {t: 'block'; block: BlockSource}
  | {t: 'answers'; many: boolean; answers: AnswerSource[]}
  | {t: 'ask'; kind: 'number'; name: string; min: number; max: number}
  | {t: 'ask'; kind: 'place' | 'text'; name: string}
  | {t: 'button'; label: SourceInline[]; link: LinkSource; when?: When | undefined}
  | {t: 'pick'; min?: number; max?: number}
  | {t: 'submit'; label: MappedText}
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
  items: StepItem[];
  flow: FlowSource;
}

export interface FlowSource {
  id: string;
  file: SourceFile;
  /** Steps for others to take over with `zoals` (front matter `gedeeld: ja`); not a flow of its own. */
  shared: boolean;
  title?: MappedText;
  description?: MappedText;
  concepts: Map<string, ConditionSource>;
  steps: StepSource[];
  notes: Map<string, SourceNote>;
}
