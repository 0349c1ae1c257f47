import type {Condition} from './condition.js';

/** Where an answer, a button or a flow link leads; without `flow` it is a step of the same flow. */
export interface Target {
  flow?: string;
  step: string;
}

/** Running text. A bare string is text to show as it is; there is no HTML anywhere. */
export type Inline =
  | string
  | {t: 'b' | 'i'; c: Inline[]}
  | {t: 'br'}
  /** `https:`, `tel:` or `mailto:` only. */
  | {t: 'a'; href: string; c: Inline[]}
  /** A link into another flow (or step) in the middle of a sentence; never an answer. */
  | {t: 'flow'; to: Target; c: Inline[]}
  /** A dated fact. `href` is set for phone numbers and sites; `date` (ISO, year or `onbekend`) and `source` for what ages; `lang` where it fell back to another language. */
  | {t: 'fact'; id: string; c: string; href?: string; date?: string; source?: string; lang?: string}
  /** Wording that follows an earlier answer: the first case that holds, else `other`. */
  | {t: 'word'; cases: [Condition, string][]; other: string}
  /** A glossary word; `id` points into the part's `terms`. */
  | {t: 'term'; id: string; c: string}
  /** A reference to `sources[n - 1]` of the part. */
  | {t: 'src'; n: number};

/** What a `toon …` instruction puts on the page. */
export type ShowKind = 'samenvatting' | 'steun' | 'aanbod' | 'contact' | 'briefje' | 'taken';

/** A block of a step, in source order. `when` sees what was known on entering the step. */
export type Block =
  | {t: 'p'; c: Inline[]; when?: Condition}
  | {t: 'list'; ordered?: true; items: Block[][]; when?: Condition}
  | {t: 'img'; src: string; alt: string; when?: Condition}
  | {t: 'callout'; kind: 'let-op' | 'nood'; c: Block[]; when?: Condition}
  /** A `###` block: a heading and text that show together. */
  | {t: 'section'; title: Inline[]; c: Block[]; when?: Condition}
  /**
   * `c`, for `briefje` and `taken` only: its sections, each an addressee or a task (the title) with the sentences that
   * are ready for it. See `visibleBlocks` in the semantics for who sees which.
   */
  | {t: 'show'; what: ShowKind; max?: number; c?: Block[]; when?: Condition};

/** One line about a text: that a machine translated it and nobody has checked it yet. In the language that it names. */
export interface Note {
  lang: string;
  text: string;
}

/** A glossary word with its explanation. */
export interface Term {
  title: string;
  c: Block[];
}
