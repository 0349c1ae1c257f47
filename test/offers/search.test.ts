import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Offer} from '../../src/flows/model/offer.js';
import type {Found, OfferQuery} from '../../src/offers/query.js';
import {OfferSearch} from '../../src/offers/search.js';
import {toShard} from '../../src/offers/shard.js';
import {OfferTable} from '../../src/offers/table.js';
import {KIND_TEXTS, makeOffers, makeQueries} from '../support/offers.js';
import {Reference} from './reference.js';

/** Offers in one table, in as many shards as asked. */
function tableOf(offers: readonly Offer[], shards = 1): OfferTable {
  const size = Math.ceil(offers.length / shards);
  const table = new OfferTable();
  for (let from = 0; from < offers.length; from += size) table.add(toShard(offers.slice(from, from + size), 'nl'));
  return table;
}

function plainly(table: OfferTable, found: Found) {
  return {
    total: found.total,
    ids: Array.from(found.rows, (row) => table.id(row)),
    counts: Object.fromEntries([...found.counts].map(([name, values]) => [name, Object.fromEntries([...values].sort())])),
    unsaid: found.unsaid,
    relaxed: found.relaxed.map(({drop, total, ...more}) => `${drop} ${'values' in more ? [...more.values].sort().join() : ''} ${total}`).sort(),
    outside: found.outside.map(({row, km}) => `${table.id(row)} ${km!.toFixed(3)}`),
  };
}

function reference(plain: Reference, query: OfferQuery) {
  const found = plain.find(query);
  return {
    ...found,
    counts: Object.fromEntries(Object.entries(found.counts).map(([name, values]) => [name, Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)))])),
    relaxed: found.relaxed.map(({drop, values, total}) => `${drop} ${[...(values ?? [])].sort().join()} ${total}`).sort(),
    outside: found.outside.map(({id, km}) => `${id} ${km.toFixed(3)}`),
  };
}

const BOX = [51.9, 4.8, 52.5, 5.6] as const;

test('counts, order, text, hints and what lies outside agree with the plain reference on thousands of questions', () => {
  let results = 0;
  for (let round = 0; round < 20; round++) {
    const offers = makeOffers(24 + 6 * (round % 8), {seed: 100 + round, ragged: true, box: BOX});
    const table = tableOf(offers, 1 + (round % 3));
    const search = new OfferSearch(table, KIND_TEXTS);
    const plain = new Reference(offers, KIND_TEXTS);
    for (const query of makeQueries(100, {seed: 1000 + round, wild: true, box: BOX})) {
      const found = plainly(table, search.find(query));
      results += found.total;
      assert.deepEqual(found, reference(plain, query), JSON.stringify(query));
    }
  }
  assert.ok(results > 10_000, 'most questions found something');
});

const AT = {lat: 52.1, lon: 5.2, name: 'Voorbeeldstad', area: 'Lindewaard', code: 'GM9999', pc4: 1192};
const offer = (id: string, more: Partial<Offer> = {}): Offer => ({id, name: id, support: ['dagopvang'], lat: 52.1, lon: 5.2, area: [], facets: {}, checked: '2026-11-01', ...more});
const idsOf = (offers: readonly Offer[], query: OfferQuery) => {
  const table = tableOf(offers);
  return Array.from(new OfferSearch(table, KIND_TEXTS).find(query).rows, (row) => table.id(row));
};

test('an offer at home that does not serve the gemeente is not offered, one that does is, however far its office', () => {
  const offers = [
    offer('elders-hier', {facets: {thuis: ['elders']}, area: ['Andersveen']}),
    offer('thuis-niet-hier', {facets: {thuis: ['thuis']}, area: ['Andersveen', 'GM1111', '5600-5699']}),
    offer('thuis-ver', {facets: {thuis: ['thuis']}, area: ['gemeente Lindewaard'], lat: 53}),
    offer('thuis-land', {facets: {thuis: ['thuis']}, area: ['nederland'], lat: 51}),
    offer('thuis-postcode', {facets: {thuis: ['thuis']}, area: ['1190-1199']}),
    offer('allebei-niet-hier', {facets: {thuis: ['thuis', 'elders']}, area: ['GM1111']}),
    offer('elders-ver', {facets: {thuis: ['elders']}, area: ['nederland'], lat: 51}),
  ];
  assert.deepEqual(idsOf(offers, {at: AT, km: 10}).sort(), ['allebei-niet-hier', 'elders-hier', 'thuis-land', 'thuis-postcode', 'thuis-ver']);
  assert.deepEqual(idsOf(offers, {at: AT, km: 10, filters: {thuis: ['thuis']}}).sort(), ['thuis-land', 'thuis-postcode', 'thuis-ver']);
  assert.equal(idsOf(offers, {}).length, 7, 'everywhere in the country all of them are there');
});

test('"iedereen" and "beide" fit, after those that name what was asked', () => {
  const offers = [
    offer('a-iedereen', {facets: {doelgroepen: ['iedereen'], bemensing: ['beide']}}),
    offer('b-dementie', {facets: {doelgroepen: ['dementie'], bemensing: ['beroepskracht']}}),
    offer('c-autisme', {facets: {doelgroepen: ['autisme'], bemensing: ['vrijwilliger']}}),
  ];
  assert.deepEqual(idsOf(offers, {at: AT, filters: {doelgroepen: ['dementie']}}), ['b-dementie', 'a-iedereen']);
  assert.deepEqual(idsOf(offers, {at: AT, filters: {bemensing: ['beroepskracht']}}), ['b-dementie', 'a-iedereen']);
});

test('within one step of distance the better fit comes first, beyond it the nearer', () => {
  const offers = [
    offer('vol', {lat: 52.128, facets: {'plek-vrij': ['nee']}}),
    offer('plek', {lat: 52.129, facets: {'plek-vrij': ['ja']}}),
    offer('ver', {lat: 52.2, facets: {'plek-vrij': ['ja']}}),
    offer('vers', {lat: 52.129, facets: {'plek-vrij': ['nee']}, checked: '2026-11-20'}),
    offer('oud', {lat: 52.127, facets: {'plek-vrij': ['nee']}, checked: '2025-01-01'}),
  ];
  assert.deepEqual(idsOf(offers, {at: AT}), ['plek', 'vol', 'vers', 'oud', 'ver']);
});

test('who says nothing about what was asked stands apart, is counted, and comes last when asked for', () => {
  const offers = [offer('zegt-niets'), offer('ja', {facets: {spoed: ['ja']}}), offer('nee', {facets: {spoed: ['nee']}})];
  const found = new OfferSearch(tableOf(offers)).find({filters: {spoed: ['ja']}});
  assert.deepEqual([found.total, found.unsaid], [1, 1]);
  assert.deepEqual(idsOf(offers, {filters: {spoed: ['ja']}, silent: true}), ['ja', 'zegt-niets']);
});

test('an empty result tells which one thing to let go of, and what lies just outside', () => {
  const offers = [offer('ver', {lat: 52.4, facets: {spoed: ['ja'], indicatie: ['wmo']}}), offer('hier', {facets: {spoed: ['nee'], indicatie: ['niet-nodig']}})];
  const found = new OfferSearch(tableOf(offers)).find({at: AT, km: 10, filters: {spoed: ['ja'], indicatie: ['niet-nodig', 'wmo']}});
  assert.equal(found.total, 0);
  assert.deepEqual(found.relaxed, [{drop: 'spoed', values: ['ja'], total: 1}, {drop: 'afstand', total: 1}]);
  assert.deepEqual(found.outside.map(({row, km}) => [row, Math.round(km!)]), [[0, 33]]);
});

test('words are found through slips, stems and compounds', () => {
  const offers = [
    offer('logeerhuis', {name: 'Logeerhuis De Linde', support: ['x']}),
    offer('logeeropvang', {name: 'De Zwaluw', support: ['logeeropvang']}),
    offer('dag', {name: 'Dagopvang Het Anker', support: ['x'], place: 'Sint Jansklooster'}),
    offer('bel', {name: 'Belcirkel', support: ['x'], description: 'Een vrijwilliger belt elke dag. Ook in café De Hoek.'}),
  ];
  const cases: [string, string[]][] = [
    ['logeren', ['logeeropvang', 'logeerhuis']],
    ['logeerhuis', ['logeeropvang', 'logeerhuis']],
    ['dagopvng', ['dag']],
    ['dgaopvang', ['dag']],
    ['opvang', ['dag', 'logeeropvang']],
    ['ZWALUW', ['logeeropvang']],
    ['een dagopvang in jansklooster', ['dag']],
    ['cafe', ['bel']],
    ['dagopvang zwaluw', []],
    ['qqqqqqqq', []],
  ];
  for (const [text, ids] of cases) assert.deepEqual(idsOf(offers, {text}).sort(), [...ids].sort(), text);
  assert.equal(idsOf(offers, {text: 'ik zoek een'}).length, 4, 'words that tell nothing ask nothing');
});

test('odd tables and odd questions give a calm answer', () => {
  const empty = new OfferSearch(new OfferTable()).find({at: AT, km: 5, text: 'x y z', filters: {steun: ['dagopvang'], spoed: ['ja']}});
  assert.deepEqual([empty.total, empty.relaxed, empty.outside], [0, [], []]);
  const hostile = new OfferTable({
    lang: 'nl', rows: 4, texts: {id: ['a', 'a', 'constructor', '__proto__'], name: ['a', 'b', 'c']}, kinds: ['__proto__', 'dagopvang'], support: [[0, 99], [1], [1]], lat: [NaN, 1, 9e9, null], lon: [1, 2, 3],
    areas: ['constructor'], area: [[0]], facets: {spoed: [-1, 7, 3.5, NaN]}, checked: [NaN, -5, 1e9],
  });
  assert.equal(hostile.rows, 3, 'an id that comes again is left out');
  const search = new OfferSearch(hostile, new Map([['__proto__', 'vreemd']]));
  assert.equal(search.find({}).total, 3);
  assert.equal(search.find({text: 'vreemd'}).total, 1);
  for (const query of [{at: {lat: NaN, lon: 5}, km: 5}, {at: AT, km: NaN}, {at: AT, km: -1}, {at: AT, km: 1e9}, {filters: {spoed: ['__proto__']}}, {text: '\u0000'.repeat(1e5)}, {outside: -3, at: AT, km: 0}] as OfferQuery[]) {
    assert.ok(search.find(query).total >= 0);
  }
});

test('offers that arrive later are searched with what was there', () => {
  const [first, second] = [makeOffers(50, {seed: 1}), makeOffers(90, {seed: 1})];
  const table = tableOf(first);
  const search = new OfferSearch(table, KIND_TEXTS);
  assert.equal(search.find({at: AT, text: 'verzonnen'}).total, search.find({at: AT}).total);
  assert.equal(table.add(toShard(second, 'nl')), 40, 'what is there already stays once');
  assert.equal(search.find({}).total, 90);
  assert.equal(search.find({text: 'verzonnen'}).total, 90);
  const {lat, lon, ...more} = table.offer(70);
  const {lat: north, lon: east, ...same} = second[70]!;
  assert.deepEqual(more, same);
  assert.ok(Math.abs(lat! - north!) < 1e-4 && Math.abs(lon! - east!) < 1e-4);
});
