import type {Condition} from '../model/condition.js';

/** All of `parts`; nested conjunctions are taken apart, one part stands for itself. */
export function conjunction(parts: Condition[]): Condition {
  return junction('&', parts);
}

/** At least one of `parts`. */
export function disjunction(parts: Condition[]): Condition {
  return junction('|', parts);
}

/** Not `condition`; two negations cancel. */
export function negation(condition: Condition): Condition {
  return condition[0] === '!' ? condition[1] : ['!', condition];
}

/** How many nodes a condition has. */
export function conditionSize(condition: Condition): number {
  let size = 1;
  for (const part of condition) if (Array.isArray(part)) size += conditionSize(part as Condition);
  return size;
}

function junction(op: '&' | '|', parts: Condition[]): Condition {
  const flat = parts.flatMap((part) => (part[0] === op ? (part.slice(1) as Condition[]) : [part]));
  return flat.length === 1 ? flat[0]! : [op, ...flat];
}
