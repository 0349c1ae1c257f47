/**
 * Conditions as they stand in a compiled pack: plain JSON trees over finite domains.
 *
 * - `['&', …]`, `['|', …]`, `['!', c]`: and, or, not. An empty `&` is true, an empty `|` is false.
 * - `['=', name, …values]`: the one value of `name` is among `values`; false while unanswered.
 * - `['has', name, …values]`: the set `name` holds at least one of `values`; false while unanswered.
 * - `['known', name]`: something was remembered under `name`.
 * - `['>=', name, n]` and its kin: compares a count or a number; unanswered reads as 0.
 *   (A number input that must be answered first is lowered to `['&', ['known', x], ['>=', x, n]]`.)
 * - `['#', name, op, n]`: compares the number of values in the set `name`.
 */
export type Condition =
  | ['&' | '|', ...Condition[]]
  | ['!', Condition]
  | ['=' | 'has', name: string, ...values: string[]]
  | ['known', name: string]
  | [op: CompareOp, name: string, value: number]
  | ['#', name: string, op: CompareOp, value: number];

/** `==` compares numbers for equality; `=` compares chosen values. */
export type CompareOp = '>=' | '>' | '<=' | '<' | '==' | '<>';

/**
 * What an answer does: `['=', name, value]` remembers one value, `['+=', name, value]` adds to a set,
 * `['+', name, n]` counts up (never beyond {@link COUNT_MAX}).
 */
export type Effect = ['=', name: string, value: string] | ['+=', name: string, value: string] | ['+', name: string, by: number];

/** Counts saturate here, so that every name has a finite domain. */
export const COUNT_MAX = 99;
