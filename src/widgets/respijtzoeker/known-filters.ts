import type {FilterName, Filters} from '../../offers/query.js';
import {recall, type Memory} from '../../flows/semantics/memory.js';

/**
 * What the flows of a pack remember, as filters: what is remembered, the filter, its values. It lives here and not in
 * packs because filters are columns of offers, which no editor can rename; test/content/known-filters.test.ts
 * holds the names against the base pack. Of lines about one filter the first that holds counts, so the special before the general.
 */
const KNOWN: readonly (readonly [name: string, value: string, filter: FilterName, ...values: string[]])[] = [
  ['soort', 'autisme', 'doelgroepen', 'autisme'],
  ['soort', 'verstandelijk', 'doelgroepen', 'verstandelijk'],
  ['soort', 'hersenletsel', 'doelgroepen', 'nah'],
  ['soort', 'kanker', 'doelgroepen', 'kanker'],
  ['soort', 'verslaving', 'doelgroepen', 'verslaving'],
  ['ziekte', 'dementie', 'doelgroepen', 'dementie'],
  ['ziekte', 'ouderdom', 'doelgroepen', 'ouderen'],
  ['ziekte', 'lichamelijk', 'doelgroepen', 'lichamelijk'],
  ['ziekte', 'psychisch', 'doelgroepen', 'ggz'],
  ['ziekte', 'laatste-fase', 'doelgroepen', 'terminaal'],
  ['fase', 'klein', 'leeftijd', '0-17'],
  ['fase', 'bijna-18', 'leeftijd', '0-17'],
  ['fase', 'volwassen', 'leeftijd', '18-64'],
  ['overname', 'uren', 'duur', 'uren', 'dagdeel'],
  ['overname', 'dag', 'duur', 'dagdeel', 'dag'],
  ['overname', 'nacht', 'duur', 'nacht'],
  ['overname', 'weekend', 'duur', 'weekend'],
  ['overname', 'week', 'duur', 'week', 'langer'],
  ['overname', 'uren', 'thuis', 'thuis'],
  ['overname', 'spoed', 'spoed', 'ja'],
  ['indicatie', 'geen', 'indicatie', 'niet-nodig'],
  ['indicatie', 'wmo', 'indicatie', 'niet-nodig', 'wmo'],
  ['indicatie', 'wlz', 'indicatie', 'niet-nodig', 'wlz'],
  ['indicatie', 'jeugdwet', 'indicatie', 'niet-nodig', 'jeugdwet'],
  ['indicatie', 'zvw', 'indicatie', 'niet-nodig', 'verwijzing-huisarts'],
  ['vindt-goed', 'buitenshuis', 'thuis', 'elders'],
  ['vindt-goed', 'beroepskracht', 'bemensing', 'beroepskracht'],
  ['vindt-goed', 'vast-gezicht', 'kenmerken', 'vaste-gezichten'],
  ['tegen', 'gezichten', 'kenmerken', 'vaste-gezichten'],
];

/** The names and values that are read here. */
export const KNOWN_NAMES = KNOWN.map(([name, value]) => [name, value] as const);

export function filtersFrom(memory: Memory): Filters {
  const filters: Filters = {};
  for (const [name, value, filter, ...values] of KNOWN) {
    const known = recall(memory, name);
    if (!filters[filter] && (Array.isArray(known) ? known.includes(value) : known === value)) filters[filter] = values;
  }
  return filters;
}
