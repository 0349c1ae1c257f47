import type {CompareOp} from '../model/condition.js';

/** A name or a value as it was typed. Offsets count UTF-16 units from the start of the condition. */
export interface Word {
  text: string;
  at: number;
}

/**
 * A condition as an editor wrote it, before names are known.
 *
 * `is` covers `=` and `!=`: whether it compares a chosen value or a number shows only once the name's kind is known.
 * `ref` is a name by itself: a condition that got its name under `begrippen`.
 */
export type ConditionAst =
  | {t: 'and' | 'or'; parts: ConditionAst[]; at: number}
  | {t: 'not'; part: ConditionAst; at: number}
  | {t: 'is'; name: Word; not: boolean; values: Word[]; at: number}
  | {t: 'has'; name: Word; values: Word[]; at: number}
  | {t: 'known'; name: Word; at: number}
  | {t: 'compare'; name: Word; op: OrderOp; value: number; at: number}
  | {t: 'size'; name: Word; op: CompareOp; value: number; at: number}
  | {t: 'ref'; name: Word; at: number};

/** The comparisons that only numbers know. */
export type OrderOp = '>=' | '>' | '<=' | '<';

/** What is wrong with a condition, in the words of house-style "Diagnostics"; `at` as in {@link Word}. */
export interface ConditionProblem {
  rule: 'voorwaarde/taal' | 'voorwaarde/onbekend';
  at: number;
  message: string;
  hint: string;
  /** What it asks for and nobody remembers or explains; `value` where only that value of the name is unknown. */
  lacks?: {name: string; value?: string};
  /** The named condition that refers to itself. */
  ring?: string;
}
