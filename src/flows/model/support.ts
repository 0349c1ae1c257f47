import type {Condition} from './condition.js';
import type {Block, Inline, Note, Term} from './node.js';

export const BASIC_FUNCTIONS = [
  'informatie',
  'advies-en-begeleiding',
  'emotionele-steun',
  'educatie',
  'praktische-hulp',
  'respijtzorg',
  'financiele-tegemoetkoming',
  'materiele-hulp',
] as const;

export const ROUTES = ['voorkomen', 'ontlasten', 'toerusten', 'regelen'] as const;

export const ARRANGERS = ['gemeente', 'zorgkantoor', 'zorgverzekeraar', 'huisarts', 'werkgever', 'school', 'zelf'] as const;

/** A reason to advise a kind of support: the condition, its weight (from 1) and the reason in the visitor's words. */
export interface Fit {
  when: Condition;
  weight: number;
  because: Inline[];
}

/** One kind of support (`steun/<id>.md`). */
export interface SupportKind {
  id: string;
  title: string;
  function: (typeof BASIC_FUNCTIONS)[number];
  route: (typeof ROUTES)[number];
  fits?: Fit[];
  /** Never advised while this holds. */
  unless?: Condition;
  firstStep: Inline[];
  arrangedBy: (typeof ARRANGERS)[number][];
  costs?: Inline[];
  expect?: Inline[];
  body: Block[];
  /** Footnotes of this kind, numbered from 1. */
  sources?: Inline[][];
  /** Language of this kind where it fell back to another one than the part's. */
  lang?: string;
}

/** The part of a pack that holds every kind of support in one language. */
export interface SupportPart {
  lang: string;
  /** Ids, first is best: breaks ties of equal weight. */
  order: string[];
  kinds: SupportKind[];
  /** What readers should know of this translation. */
  note?: Note;
  terms?: Record<string, Term>;
}
