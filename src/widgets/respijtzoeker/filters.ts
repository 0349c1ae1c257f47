import type {FilterName, Filters} from '../../offers/query.js';

/** The six that everybody sees (domain.md 6), as `data-filter` and links write them; the rest stands behind "Meer filters". */
export const CHIPS = ['indicatie:niet-nodig', 'plek-vrij:ja', 'spoed:ja', 'bemensing:beroepskracht', 'thuis:thuis', 'duur:nacht'];

export const split = (filter: string): [FilterName, string] => filter.split(':', 2) as [FilterName, string];

export const isOn = (filters: Filters, filter: string): boolean => {
  const [name, value] = split(filter);
  return !!filters[name]?.includes(value);
};

/** The same filters with one more, or one less. */
export function flipped(filters: Filters, filter: string): Filters {
  const [name, value] = split(filter);
  const before = filters[name] ?? [];
  const after = before.includes(value) ? before.filter((one) => one !== value) : [...before, value];
  const {[name]: _, ...rest} = filters;
  return after.length ? {...rest, [name]: after} : rest;
}

export const listed = (filters: Filters): string[] => Object.entries(filters).flatMap(([name, values]) => values.map((value) => `${name}:${value}`));
