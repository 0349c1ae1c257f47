import {FACETS} from '../../flows/model/offer.js';
import type {Filters} from '../../offers/query.js';
import {listed, split} from './filters.js';

/** Filters from a list of them. Values that nobody knows are left out: links are untrusted. */
export function collected(list: readonly string[]): Filters {
  const all: Filters = {};
  for (const filter of list) {
    const [name, value] = split(filter);
    const known = name === 'steun' ? /^[a-z]/.test(value) : Object.hasOwn(FACETS, name) && (FACETS[name] as readonly string[]).includes(value);
    if (known) all[name] = [...(all[name] ?? []), value];
  }
  return all;
}

/**
 * The filters once what was told counts too, and which of them came from it. What somebody pressed stays as it is; only
 * what they told in this very widget (`own`) comes in its place.
 */
export function takenOver(now: {filters: Filters; learned: readonly string[]}, known: Filters, own: boolean): {filters: Filters; learned: string[]} {
  const pressed = listed(now.filters).filter((filter) => !now.learned.includes(filter));
  const names = new Set(pressed.map((filter) => split(filter)[0]));
  const learned = listed(known).filter((filter) => own || !names.has(split(filter)[0]));
  const kept = pressed.filter((filter) => !own || !Object.hasOwn(known, split(filter)[0]));
  return {filters: collected([...kept, ...learned]), learned};
}
