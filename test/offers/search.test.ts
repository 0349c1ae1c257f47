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
    const offers = makeOffers(40 + 10 * (round % 8), {seed: 100 + round, ragged: true, box: BOX});
    const table = tableOf(offers, 1 + (round % 3));
    const search = new OfferSearch(table, KIND_TEXTS);
    const plain = new Reference(offers, KIND_TEXTS);
    for (const query of makeQueries(100, {seed: 1000 + round, wild: true, box: BOX})) {
      const found = plainly(table, search.find(query));
      results += found.total;
      assert.deepEqual(found, reference(plain, query), JSON.stringify(query));
    }
  }
  assert.ok(results > 20_000, 'most questions found something');
});
