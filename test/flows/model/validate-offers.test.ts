import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Offer} from '../../../src/flows/model/offer.js';
import {readOffers, readPlaces, readShard} from '../../../src/flows/model/validate-offers.js';
import {readPart} from '../../../src/flows/model/validate.js';
import {toShard} from '../../../src/offers/shard.js';

const OFFERS: Offer[] = [
  {id: 'a', name: 'Huis A', support: ['logeeropvang'], area: ['GM0001'], facets: {duur: ['nacht']}, lat: 52.1, lon: 5.2, phone: '0123 456 789', email: 'a@voorbeeld.nl', website: 'https://voorbeeld.nl', postcode: '1234 AB', ages: [0, 17], wait: 3, checked: '2026-11-01'},
  {id: 'b', name: 'Huis B', support: ['dagopvang', 'logeeropvang'], area: [], facets: {}, checked: '2026-10-01'},
];
type Json = Record<string, never>;
const shard = () => JSON.parse(JSON.stringify(toShard(OFFERS, 'nl'))) as Json;
const REF = {file: 'shard.1.nl.0123456789.json', integrity: `sha384-${'A'.repeat(64)}`, rows: 3, box: [51, 4, 52, 5]};
const PLACES = {places: {name: ['A', 'B'], lat: [520_000, 521_000], lon: [50_000, 51_000], area: ['', 'G'], code: ['GM0001', '']}, postcodes: {pc4: [1234, 5678], lat: [1, 2], lon: [1, 2]}};

function refuses(read: (value: unknown) => unknown, value: unknown, what: string): void {
  assert.throws(() => read(value), (error) => (error as {code?: string}).code === 'pakket-ongeldig' && (error as Error).message.length < 200, what);
}

/** The shard with one thing set, by its path. */
function spoilt(path: string, to: unknown): Json {
  const value = shard();
  const keys = path.split('.');
  const last = keys.pop()!;
  let at = value as Record<string, unknown>;
  for (const key of keys) at = at[key] as Record<string, unknown>;
  Object.defineProperty(at, last, {value: to, enumerable: true, configurable: true});
  return value;
}

test('what is well-formed is given as it is', async () => {
  assert.deepEqual(readShard(shard()), shard());
  assert.deepEqual(readOffers({lang: 'nl', rows: 2, shard: shard()}), {lang: 'nl', rows: 2, shard: shard()});
  assert.deepEqual(readOffers({lang: 'nl', rows: 3, shards: [REF]}), {lang: 'nl', rows: 3, shards: [REF]});
  const kinds = [{id: 'logeeropvang', words: 'nachtje weg', respite: true}, {id: 'vervoer', words: ''}];
  assert.deepEqual(readOffers({lang: 'nl', rows: 3, kinds, shards: [REF]}), {lang: 'nl', rows: 3, kinds, shards: [REF]});
  assert.deepEqual(readPlaces(PLACES), PLACES);
  assert.deepEqual(await readPart('shard', shard(), ''), shard());
  await assert.rejects(readPart('offers', {lang: 'nl'}, 'all'), {code: 'pakket-ongeldig'});
});

const SHARDS: [path: string, to: unknown][] = [
  ['rows', 3], ['rows', -1], ['rows', '2'], ['rows', 1e9], ['lang', 'nl\n'], ['extra', []], ['__proto__', {}], ['constructor', 1],
  ['texts.id', ['a', 'a']], ['texts.id', ['a', '__proto__']], ['texts.id', ['a']], ['texts.id', 'ab'], ['texts.name', ['A', '']], ['texts.name', ['A', 1]], ['texts.name', ['A', 'x'.repeat(201)]], ['texts.name', ['A', '\u202eB']],
  ['texts.__proto__', ['x', 'y']], ['texts.onclick', ['x', 'y']],
  ['texts.website', ['javascript:alert(1)', '']], ['texts.website', ['https://x.nl/"><script>', '']], ['texts.website', ['http://x.nl', '']], ['texts.website', ['https://x.nl', '', '']],
  ['texts.phone', ['javascript:1', '']], ['texts.email', ['a@b.nl?bcc=x@y.nl', '']], ['texts.postcode', ['1234ab', '']], ['texts.description', ['x'.repeat(5_000), '']],
  ['kinds', ['logeeropvang', '<b>']], ['kinds', 'ab'], ['kinds', Array.from({length: 30_000}, () => 'a')], ['support', [[0], [2]]], ['support', [[0], [-1]]], ['support', [[0], [0.5]]], ['support', [[0], ['0']]], ['support', [[0], ['length']]], ['support', [[0]]], ['support', [[0], 0]], ['support', [[0], Array.from({length: 1_000}, () => 0)]],
  ['areas', ['']], ['area', [[1], []]], ['lat', [521_000, 1]], ['lat', [521_000]], ['lat', [1e9, null]], ['lat', ['521000', null]], ['lat', [0.5, null]], ['lon', undefined],
  ['facets.duur', [1 << 7, 0]], ['facets.duur', [-1, 0]], ['facets.duur', ['nacht', 0]], ['facets.kleur', [0, 0]], ['facets.__proto__', [0, 0]],
  ['ages', [[17, 0], null]], ['ages', [[0], null]], ['ages', [[0, 999], null]], ['wait', [-1, null]], ['wait', [1]], ['checked', [1, '2']], ['checked', [1, NaN]],
];

test('a shard with anything else in it is refused as a whole', () => {
  for (const [path, to] of SHARDS) refuses(readShard, spoilt(path, to), `${path} = ${JSON.stringify(to)?.slice(0, 60)}`);
  for (const value of [undefined, null, 0, '', 'x', true, [], [shard()], new Map()]) refuses(readShard, value, String(value));
});

test('a list that does not add up, or leads elsewhere, is refused', () => {
  for (const part of [
    {lang: 'nl', rows: 1, shard: shard()}, {lang: 'nl', rows: 4, shards: [REF]}, {lang: 'nl', rows: 3, shards: REF}, {lang: 'nl'}, {rows: 0}, {lang: 'nl', rows: 2, shard: {...shard(), rows: 1}},
    ...[{file: '../x.json'}, {file: 'https://x.nl/a.json'}, {file: 'a/b.json'}, {file: 1}, {integrity: ''}, {integrity: 'md5-x'}, {rows: -3}, {box: [52, 4, 51, 5]}, {box: [51, 4, 52]}, {box: ['51', 4, 52, 5]}, {box: [51, 4, 52, NaN]}, {kind: 'shard'}].map((more) => ({lang: 'nl', rows: 3, shards: [{...REF, ...more}]})),
    ...['logeeropvang', [1], [{id: 'a'}], [{id: '<b>', words: ''}], [{id: 'a', words: 1}], [{id: 'a', words: 'x'.repeat(30_000)}], [{id: 'a', words: '', respite: false}], [{id: 'a', words: '', html: 'x'}]].map((kinds) => ({lang: 'nl', rows: 3, kinds, shards: [REF]})),
  ]) refuses(readOffers, part, JSON.stringify(part).slice(0, 150));
});

test('tables of places that do not fit are refused', () => {
  const {places, postcodes} = PLACES;
  for (const part of [{}, {places: {...places, name: ['A']}}, {places: {...places, lat: [1, 1e9]}}, {places: {...places, code: ['x', '']}}, {places: {...places, __proto__x: []}}, {places, postcodes: {...postcodes, pc4: [5678, 1234]}}, {places, postcodes: {...postcodes, pc4: [1234, 12345]}}, {places, postcodes: {pc4: [1234]}}]) refuses(readPlaces, part, JSON.stringify(part).slice(0, 100));
});
