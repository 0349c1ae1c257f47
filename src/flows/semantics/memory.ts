import {COUNT_MAX, type Condition, type CompareOp, type Effect} from '../model/condition.js';

/**
 * What is known at a step: one value (string), a set (array without doubles, in order of arrival) or a number per name.
 * A plain JSON object; names are read with `Object.hasOwn`, so that `constructor` is a name like any other.
 */
export type Memory = Readonly<Record<string, string | number | readonly string[]>>;

export const NOTHING_KNOWN: Memory = Object.freeze({});

/** What `name` holds, or nothing. */
export function recall(memory: Memory, name: string): Memory[string] | undefined {
  return Object.hasOwn(memory, name) ? memory[name] : undefined;
}

/** A new memory with `value` under `name`. */
export function remember(memory: Memory, name: string, value: Memory[string]): Memory {
  const next: Record<string, Memory[string]> = {...memory};
  // Not an assignment: a name such as `__proto__` must become an own key.
  Object.defineProperty(next, name, {value, enumerable: true, configurable: true, writable: true});
  return next;
}

/** The memory after `effects`, in order. Pure; returns the same object when nothing changes. */
export function applyEffects(memory: Memory, effects: readonly Effect[] | undefined): Memory {
  let next = memory;
  for (const [op, name, value] of effects ?? []) {
    const known = recall(next, name);
    if (op === '=') {
      next = remember(next, name, value);
    } else if (op === '+=') {
      const set = Array.isArray(known) ? (known as readonly string[]) : [];
      if (!set.includes(value)) next = remember(next, name, [...set, value]);
    } else {
      next = remember(next, name, Math.min(COUNT_MAX, asNumber(known) + value));
    }
  }
  return next;
}

/** Whether `condition` holds; no condition always holds. */
export function holds(condition: Condition | undefined, memory: Memory): boolean {
  if (!condition) return true;
  switch (condition[0]) {
    case '&':
      return (condition.slice(1) as Condition[]).every((part) => holds(part, memory));
    case '|':
      return (condition.slice(1) as Condition[]).some((part) => holds(part, memory));
    case '!':
      return !holds(condition[1], memory);
    case '=': {
      const known = recall(memory, condition[1]);
      return typeof known === 'string' && condition.indexOf(known, 2) > 0;
    }
    case 'has': {
      const known = recall(memory, condition[1]);
      return Array.isArray(known) && known.some((value) => condition.indexOf(value, 2) > 0);
    }
    case 'known':
      return recall(memory, condition[1]) !== undefined;
    case '#': {
      const known = recall(memory, condition[1]);
      return compare(Array.isArray(known) ? known.length : 0, condition[2], condition[3]);
    }
    default:
      return compare(asNumber(recall(memory, condition[1])), condition[0], condition[2]);
  }
}

function asNumber(known: Memory[string] | undefined): number {
  return typeof known === 'number' ? known : 0;
}

function compare(left: number, op: CompareOp, right: number): boolean {
  switch (op) {
    case '>=':
      return left >= right;
    case '>':
      return left > right;
    case '<=':
      return left <= right;
    case '<':
      return left < right;
    case '==':
      return left === right;
    case '<>':
      return left !== right;
  }
}
