import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {test} from 'node:test';
import {compilePack} from '../../../../src/flows/compiler/compile-pack.js';
import {packParts} from '../../../../src/flows/compiler/pack-parts.js';
import type {OffersPart} from '../../../../src/flows/model/offer.js';
import {compileContent, TODAY} from '../../../support/packs.js';
import {SMALL} from '../packs/small-pack.js';

const sha256 = (bytes: Uint8Array) => Promise.resolve(new Uint8Array(createHash('sha256').update(bytes).digest()));
const encode = (files: Record<string, string>) => Object.entries(files).map(([path, text]) => ({path, bytes: new TextEncoder().encode(text)}));
const kind = (basic: string, more: string) => `---
titel: Iets
basisfunctie: ${basic}
route: ontlasten
eerste-stap: Bel en vraag ernaar.
geregeld-via: zelf
${more}
---

Wat het is en voor wie.
`;

const OFFERS = 'id;naam;steun;werkgebied;gecontroleerd\n' + ['lenen', 'maatje', 'logeren', 'spreken'].map((id) => `${id}-1;Proef ${id} (verzonnen);${id};nederland;2026-11-20`).join('\n');

function compile(files: Record<string, string>) {
  return compilePack(encode({...SMALL, ...files}), {today: TODAY, packDir: 'klein', prove: false});
}

test('kinds that take over the care, or that the pack says are for the finder, are marked; with what people call them', async () => {
  const {pack, diagnostics} = compile({
    'steun/logeren.md': kind('respijtzorg', 'zoekwoorden: [een weekend vrij, logeerhuis, weekend weg]'),
    'steun/maatje.md': kind('praktische-hulp', 'respijtzoeker: ja\nzoekwoorden: buddy'),
    'steun/lenen.md': kind('materiele-hulp', 'zoekwoorden: [rolstoel]'),
    'steun/spreken.md': kind('respijtzorg', 'respijtzoeker: nee'),
    'steun/zonder.md': kind('respijtzorg', 'zoekwoorden: [niemand heeft dit]'),
    'aanbod/alles.csv': OFFERS,
  });
  assert.deepEqual(diagnostics.filter(({severity}) => severity === 'fout'), []);
  assert.deepEqual(pack!.offerKinds, [
    {id: 'lenen', words: 'rolstoel'},
    {id: 'logeren', words: 'weekend vrij logeerhuis weg', respite: true},
    {id: 'maatje', words: 'buddy', respite: true},
    {id: 'spreken', words: ''},
  ]);
  const part = (await packParts(pack!, sha256)).find(({path}) => path.startsWith('offers.'))!;
  assert.deepEqual((JSON.parse(new TextDecoder().decode(part.bytes)) as OffersPart).kinds, pack!.offerKinds);
});

test('a value that is neither ja nor nee is an error with its place', () => {
  const {diagnostics} = compile({'steun/logeren.md': kind('respijtzorg', 'respijtzoeker: soms'), 'aanbod/alles.csv': OFFERS});
  const [first] = diagnostics.filter(({file, severity}) => file.endsWith('steun/logeren.md') && severity === 'fout');
  assert.deepEqual([first!.rule, first!.line], ['steun/veld', 7]);
  assert.match(first!.message, /respijtzoeker.*soms/);
});

test('the example packs tell respite from other help: a lending point is no respite, a house to stay is', async () => {
  const pack = (await compileContent('voorbeeld-gemeente')).offerKinds;
  const respite = pack.filter((one) => one.respite).map(({id}) => id);
  for (const id of ['respijt-thuis', 'dagopvang', 'logeeropvang', 'nachtzorg', 'spoedopvang', 'zorgboerderij', 'vrijwilliger']) assert.ok(respite.includes(id), id);
  for (const id of ['hulpmiddelen', 'vervoer', 'maaltijden', 'klusdienst', 'cursus', 'lotgenoten', 'huishoudelijke-hulp']) assert.ok(!respite.includes(id), id);
  assert.match(pack.find(({id}) => id === 'respijt-thuis')!.words, /\boppas\b/);
});
