import assert from 'node:assert/strict';
import {it} from 'node:test';
import {FACETS} from '../../src/flows/model/offer.js';
import {answersOf} from '../../src/flows/semantics/dialogue.js';
import {filtersFrom, KNOWN_NAMES} from '../../src/widgets/respijtzoeker/known-filters.js';
import {compileContent} from '../support/packs.js';

it('reads only names and values that flows of the base pack remember, and gives only values that offers have', async () => {
  const {flows} = await compileContent('basis');
  const remembered = new Set(flows.flatMap((flow) => flow.steps.flatMap((step) => answersOf(step).flatMap(({effects = []}) => effects.map(([, name, value]) => `${name} ${value}`)))));
  assert.deepEqual(KNOWN_NAMES.map((pair) => pair.join(' ')).filter((pair) => !remembered.has(pair)), []);
  for (const [name, value] of KNOWN_NAMES) {
    for (const [filter, values] of Object.entries(filtersFrom({[name]: value}))) {
      for (const one of values) assert.ok((FACETS as Record<string, readonly string[]>)[filter]?.includes(one), `${filter}:${one}`);
    }
  }
});

it('takes the special before the general, and sets as well as single values', () => {
  assert.deepEqual(filtersFrom({ziekte: 'psychisch', soort: 'verslaving'}), {doelgroepen: ['verslaving']});
  assert.deepEqual(filtersFrom({tegen: ['wachten', 'gezichten'], overname: 'uren'}), {duur: ['uren', 'dagdeel'], thuis: ['thuis'], kenmerken: ['vaste-gezichten']});
  assert.deepEqual(filtersFrom({relatie: 'partner'}), {});
});
