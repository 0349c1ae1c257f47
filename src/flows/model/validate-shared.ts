import * as v from 'valibot';

/** A pack that cannot be used, with the code that `mz-fout` carries. */
export class PackError extends Error {
  override name = 'PackError';

  constructor(
    readonly code: 'pakket-ongeldig' | 'pakket-nieuwer',
    message: string,
  ) {
    super(message);
  }
}

export const NAME_PATTERN = /^[a-z0-9][a-z0-9-]*$/;
export const LANGUAGE_PATTERN = /^[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,3}$/;

/** Names, ids: never a key such as `__proto__`. */
export const Id = v.pipe(v.string(), v.maxLength(120), v.regex(NAME_PATTERN));
export const Lang = v.pipe(v.string(), v.maxLength(20), v.regex(LANGUAGE_PATTERN), v.check(isLanguage));
/** A line of text; longer than any editor writes, short enough to lay out. */
export const Text = v.pipe(v.string(), v.maxLength(20_000));
export const Line = v.pipe(v.string(), v.maxLength(1_000));

/** Addresses to the web, a phone or a mail program; nothing else, whatever its spelling. */
export const Href = v.pipe(v.string(), v.maxLength(2_000), v.check(isSafeHref));

/** Control characters and spaces are out, since browsers drop them and then see another scheme. */
export function isSafeHref(href: string): boolean {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  return /^(?:https:\/\/[^/\\?#]|tel:\+?\d|mailto:[^/?])/.test(href) && !/[\u0000-\u0020\u007f-\u00a0\u2028\u2029\\]/.test(href);
}

/** What looks like a tag may be none (`nl-a`), and then `Intl` throws. `nl-u` is the format's own, for formal Dutch. */
function isLanguage(tag: string): boolean {
  try {
    return tag === 'nl-u' || Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

export function bounded<T extends v.GenericSchema>(schema: T, max: number) {
  return v.pipe(v.array(schema), v.maxLength(max));
}

export function isPlainArray(value: unknown): value is unknown[] {
  return Array.isArray(value);
}

const MAX_DEPTH = 40;
const MAX_NODES = 500_000;
const FORBIDDEN = ['__proto__', 'constructor', 'prototype'];

/**
 * Refuses what recursion would choke on, before any schema runs: depth, cycles (they are deep), sheer size, and keys
 * that reach a prototype. Works with a list of its own instead of the stack.
 */
export function checkBounds(value: unknown): void {
  const open: {value: unknown; depth: number}[] = [{value, depth: 0}];
  let count = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue;
    if (next.depth > MAX_DEPTH) throw new PackError('pakket-ongeldig', `The pack nests deeper than ${MAX_DEPTH} levels.`);
    const prototype: unknown = Object.getPrototypeOf(next.value);
    if (prototype !== Object.prototype && prototype !== Array.prototype && prototype !== null) throw new PackError('pakket-ongeldig', 'The pack is not plain JSON.');
    for (const key of Object.keys(next.value)) {
      if (++count > MAX_NODES) throw new PackError('pakket-ongeldig', `The pack has more than ${MAX_NODES} values.`);
      if (FORBIDDEN.includes(key)) throw new PackError('pakket-ongeldig', `The pack has a key "${key}".`);
      open.push({value: (next.value as Record<string, unknown>)[key], depth: next.depth + 1});
    }
  }
}

/** Runs a schema; the message names the first place that is wrong, for the console. */
export function parseWith<T extends v.GenericSchema>(schema: T, value: unknown, what: string): v.InferOutput<T> {
  const result = v.safeParse(schema, value, {abortEarly: true});
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new PackError('pakket-ongeldig', `${what} is not valid at "${v.getDotPath(issue) ?? ''}".`);
}
