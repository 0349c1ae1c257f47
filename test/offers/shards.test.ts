import assert from 'node:assert/strict';
import {test} from 'node:test';
import {brotliCompressSync, constants} from 'node:zlib';
import type {Offer, OfferShard, ShardRef} from '../../src/flows/model/offer.js';
import {cutOffers} from '../../src/flows/compiler/offers/cut-offers.js';
import {readTable} from '../../src/offers/places/read-table.js';
import {OfferSearch} from '../../src/offers/search.js';
import {kmToBox, nextShards, shardsAround} from '../../src/offers/shards.js';
import {OfferTable} from '../../src/offers/table.js';
import {makeOffers} from '../support/offers.js';

const bytesOf = (value: unknown) => brotliCompressSync(JSON.stringify(value), {params: {[constants.BROTLI_PARAM_QUALITY]: 5}}).length;

/** Where an offer is: a point, or nowhere in particular for the whole country. */
const located = (offers: readonly Offer[]) =>
  offers.map((offer) => ({offer, ...(offer.area.includes('nederland') || offer.lat === undefined ? {} : {box: [offer.lat, offer.lon!, offer.lat, offer.lon!] as const})}));

function cut(offers: readonly Offer[]) {
  const groups = cutOffers(located(offers), 'nl');
  const shards = new Map<ShardRef, OfferShard>(
    groups.map(({shard, box}, index) => [{file: `offers.${index}.nl.0123456789.json`, integrity: `sha384-${String(index).padStart(64, 'x')}`, rows: shard.rows, ...(box ? {box} : {})}, shard]),
  );
  return {refs: [...shards.keys()], shards};
}

const EINDHOVEN = readTable().places.find(({name}) => name === 'Eindhoven')!;

test('the nearest shard comes first, then all within reach, then none', () => {
  const ref = (file: string, box?: ShardRef['box']): ShardRef => ({file, integrity: '', rows: 10, ...(box ? {box} : {})});
  const [here, wider, far, land] = [ref('here', [51.4, 5.4, 51.5, 5.5]), ref('wider', [51.2, 5.2, 51.9, 6.1]), ref('far', [53, 6, 53.2, 6.2]), ref('land')];
  const refs = [land, far, wider, here];
  const at = {lat: 51.441, lon: 5.478};
  assert.deepEqual(nextShards(refs, new Set(), at, 25), [here]);
  assert.deepEqual(nextShards(refs, new Set([here]), at, 25), [land, wider]);
  assert.deepEqual(nextShards(refs, new Set([here, land, wider]), at, 25), []);
  assert.deepEqual(nextShards(refs, new Set([here, land, wider]), at), [far], 'without a distance everything is within reach');
  assert.deepEqual(nextShards(refs, new Set(), undefined, 25).length, 1);
  assert.deepEqual(nextShards([], new Set(), at, 25), []);
  assert.equal(kmToBox(at, here.box!), 0);
  assert.ok(Math.abs(kmToBox({lat: 51.3, lon: 5.45}, here.box!) - 11.1) < 0.1);
});

test('once no shard is left to fetch, the results are those of the whole country', () => {
  const offers = makeOffers(6_000, {seed: 3});
  const {refs, shards} = cut(offers);
  assert.ok(refs.length > 5);
  const all = new OfferTable(...shards.values());
  for (const name of ['Eindhoven', 'Middelburg', 'Sneek', 'Utrecht']) {
    const at = readTable().places.find((place) => place.name === name)!;
    const query = {at: {lat: at.lat, lon: at.lon, name, area: at.area, code: at.code}, km: 15, filters: {thuis: ['elders']}};
    const some = new OfferTable();
    const here = new Set<ShardRef>();
    for (let next = nextShards(refs, here, at, 15); next.length; next = nextShards(refs, here, at, 15)) {
      for (const one of next) {
        here.add(one);
        some.add(shards.get(one)!);
      }
    }
    assert.ok(here.size < refs.length, `${here.size} of ${refs.length} shards`);
    const ids = (table: OfferTable) => Array.from(new OfferSearch(table).find(query).rows, (row) => table.id(row));
    assert.deepEqual(ids(some), ids(all));
  }
});

test('a national pack costs at most one and a half times the bytes of a local one for its first result', () => {
  const local = bytesOf({lang: 'nl', rows: 1_000, shard: cutOffers(located(makeOffers(1_000, {seed: 5, box: [51.2, 5.1, 51.6, 5.8]})), 'nl')[0]!.shard});
  const {refs, shards} = cut(makeOffers(30_000, {seed: 5}));
  const [first] = nextShards(refs, new Set(), EINDHOVEN, 25);
  const national = bytesOf({lang: 'nl', rows: 30_000, shards: refs}) + bytesOf(shards.get(first!));
  assert.ok(national <= 1.5 * local, `${national} bytes beside ${local}`);
  const table = new OfferTable(shards.get(first!)!);
  assert.ok(new OfferSearch(table).find({at: EINDHOVEN, km: 25}).total > 20, 'the first shard holds results');
});

test('a plan fetches at most three shards, and the nearest offers are in these', () => {
  const offers = makeOffers(30_000, {seed: 8});
  const {refs, shards} = cut(offers);
  for (const name of ['Eindhoven', 'Middelburg', 'Sneek', 'Utrecht', 'Winterswijk']) {
    const {lat, lon} = readTable().places.find((place) => place.name === name)!;
    const around = shardsAround(refs, {lat, lon});
    assert.ok(around.length >= 1 && around.length <= 3, name);
    assert.ok(around.every(({box}) => box && kmToBox({lat, lon}, box) <= 25));
    const [nearest] = [...offers].filter((one) => !one.area.includes('nederland')).sort((a, b) => Math.hypot(a.lat! - lat, (a.lon! - lon) * 0.61) - Math.hypot(b.lat! - lat, (b.lon! - lon) * 0.61));
    assert.ok(around.some((ref) => shards.get(ref)!.texts.id!.includes(nearest!.id)), name);
  }
  assert.deepEqual(shardsAround(refs, {lat: 40, lon: 0}), [], 'nothing lies around a spot abroad');
});
