import type {Condition, Effect} from './condition.js';
import type {Block, Inline, Note, Target, Term} from './node.js';

/** One dialogue in one language, complete in itself: enough for the first question. */
export interface Flow {
  id: string;
  /** BCP 47; the pack's language code. */
  lang: string;
  /** Of languages that run from right to left. */
  dir?: 'rtl';
  title: string;
  description?: string;
  /** What readers should know of this translation. */
  note?: Note;
  /** In source order; the first is the start. */
  steps: Step[];
  /** Footnotes, numbered from 1 in reading order. */
  sources?: Inline[][];
  /** Glossary words that occur in this flow. */
  terms?: Record<string, Term>;
}

/** One screen. Without control and buttons it is an end. */
export interface Step {
  id: string;
  /** May be opened from outside (`ingang`). */
  entry?: true;
  title: Inline[];
  /** Shown above the control. */
  body?: Block[];
  control?: Control;
  /** Shown below the control, above nothing else. */
  tail?: Block[];
  /** Submit buttons of a task list, an input, or of a step with buttons only. */
  buttons?: Button[];
  /** Language of this step where it fell back to another one than the flow's. */
  lang?: string;
  /** Its text stands in the flow's {@link Ends}, which nobody needs for the first question. */
  later?: true;
}

/**
 * The texts of a flow's results, a part of its own: they are most of the bytes, and needed last. Footnotes are
 * numbered on from the flow's own.
 */
export interface Ends {
  id: string;
  lang: string;
  steps: {id: string; body: Block[]}[];
  /** What results say back, by step and answer. */
  echoes?: {step: string; answer: string; c: Inline[]}[];
  sources?: Inline[][];
  terms?: Record<string, Term>;
}

export type Control = OneControl | ManyControl | InputControl;

/** One answer to choose; each answer leads somewhere. `submit` is the button's text (`knop …`). */
export interface OneControl {
  t: 'one';
  answers: Answer[];
  submit?: Inline[];
}

/** Several answers to tick, zero or more unless bounded. */
export interface ManyControl {
  t: 'many';
  answers: Answer[];
  min?: number;
  max?: number;
}

/**
 * A field. An empty field is allowed and remembers nothing: buttons may ask for it (`als leeftijd bekend`).
 * `name` is what conditions read; place and text stay in memory only.
 */
export type InputControl =
  | {t: 'number'; name: string; min: number; max: number}
  | {t: 'place'; name: string}
  | {t: 'text'; name: string};

export interface Answer {
  /** Slug of the Dutch label or an explicit id; what logs and links remember. Unique within the step. */
  id: string;
  label: Inline[];
  explain?: Block[];
  /** What results say back ("je wordt vaak gewekt"). In a flow with {@link Ends} it comes with these. */
  echo?: Inline[];
  /** Sees what was known on entering the step. */
  when?: Condition;
  effects?: Effect[];
  /** Set on answers of a {@link OneControl} only. */
  to?: Target;
  /** Exclusive option: ticking it clears the others. */
  alone?: true;
  /** Opens a field for the visitor's own words. */
  own?: true;
}

/** Buttons with the same text are one button; it goes to the first route that is open. */
export interface Button {
  /** Slug of the label; unique within the step. */
  id: string;
  label: Inline[];
  routes: Route[];
}

/** `when` sees this step's answers too. */
export interface Route {
  when?: Condition;
  to: Target;
}
