import * as v from 'valibot';
import {NAME_PATTERN, isPlainArray} from './validate-shared.js';
import type {Condition, Effect} from './condition.js';
import {COUNT_MAX} from './condition.js';

const OPS: readonly unknown[] = ['>=', '>', '<=', '<', '==', '<>'];
const MAX_NUMBER = 1_000_000;
const MAX_PARTS = 1000;

/**
 * Written by hand: the arms differ in their first item only, and a union would try them one by one at every level.
 * The depth was checked before, so the recursion is bounded.
 */
export const ConditionSchema = v.custom<Condition>(isCondition);

function isCondition(value: unknown): boolean {
  if (!isPlainArray(value) || value.length > MAX_PARTS) return false;
  const [op, first, ...rest] = value as unknown[];
  switch (op) {
    case '&':
    case '|':
      return value.slice(1).every(isCondition);
    case '!':
      return value.length === 2 && isCondition(first);
    case '=':
    case 'has':
      return isName(first) && rest.length > 0 && rest.every(isName);
    case 'known':
      return value.length === 2 && isName(first);
    case '#':
      return value.length === 4 && isName(first) && OPS.includes(rest[0]) && isNumber(rest[1]);
    default:
      return value.length === 3 && OPS.includes(op) && isName(first) && isNumber(rest[0]);
  }
}

export const EffectSchema = v.custom<Effect>((value) => {
  if (!isPlainArray(value) || value.length !== 3) return false;
  const [op, name, what] = value as unknown[];
  if (!isName(name)) return false;
  return op === '+' ? isNumber(what) && what >= 1 && what <= COUNT_MAX : (op === '=' || op === '+=') && isName(what);
});

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 100 && NAME_PATTERN.test(value);
}

function isNumber(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MAX_NUMBER;
}
