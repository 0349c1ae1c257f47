/**
 * What the finder's search costs over 1,000, 10,000 and 100,000 generated offers: bytes until the first result, the time
 * to load and to index, sixty questions with and without words, and memory; each beside the bare loop over typed
 * arrays (bench/bare/scan.ts) and beside MiniSearch alone. `node --import tsx bench/offers.ts`; prints JSON.
 */
import MiniSearch from 'minisearch';
import v8 from 'node:v8';
import vm from 'node:vm';
import {brotliCompressSync} from 'node:zlib';
import {cutOffers} from '../src/flows/compiler/offers/cut-offers.js';
import type {Offer, ShardRef} from '../src/flows/model/offer.js';
import {kilometres} from '../src/offers/distance.js';
import {readTable} from '../src/offers/places/read-table.js';
import {OfferSearch} from '../src/offers/search.js';
import {nextShards} from '../src/offers/shards.js';
import {OfferTable} from '../src/offers/table.js';
import {toShard} from '../src/offers/shard.js';
import {KIND_TEXTS, makeOffers, makeQueries} from '../test/support/offers.js';
import {bareScan} from './bare/scan.js';

v8.setFlagsFromString('--expose-gc');
const collect = vm.runInNewContext('gc') as () => void;
const round = (value: number) => Math.round(100 * value) / 100;
const bytesOf = (value: unknown) => brotliCompressSync(JSON.stringify(value)).length;
const EINDHOVEN = readTable().places.find(({name}) => name === 'Eindhoven')!;

function memory(): number {
  collect();
  const {heapUsed, arrayBuffers} = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function timed<T>(work: () => T): [value: T, ms: number] {
  const since = performance.now();
  const value = work();
  return [value, performance.now() - since];
}

/** Median and p95 of all, after one round to warm up. */
function spread<T>(queries: readonly T[], ask: (query: T) => unknown) {
  for (const query of queries) ask(query);
  const times = queries.map((query) => timed(() => ask(query))[1]).sort((a, b) => a - b);
  return {median: round(times[Math.floor(times.length / 2)]!), p95: round(times[Math.floor(times.length * 0.95)]!)};
}

/** The list of offers and the first shard: what a visitor in Eindhoven waits for. */
function bytesUntilFirst(offers: readonly Offer[]) {
  const located = offers.map((offer) => ({offer, ...(offer.area.includes('nederland') ? {} : {box: [offer.lat!, offer.lon!, offer.lat!, offer.lon!] as const})}));
  const groups = cutOffers(located, 'nl');
  if (groups.length === 1) return {first: bytesOf({lang: 'nl', rows: offers.length, shard: groups[0]!.shard}), within25: 0, shards: 1};
  const refs = groups.map(({shard, box}, index): ShardRef => {
    const hash = brotliCompressSync(JSON.stringify(shard), {}).toString('base64').slice(20, 84);
    return {file: `offers.${index}.nl.${hash.slice(0, 10)}.json`, integrity: `sha384-${hash}`, rows: shard.rows, ...(box ? {box} : {})};
  });
  const sizes = new Map(refs.map((ref, index) => [ref, bytesOf(groups[index]!.shard)]));
  const [first] = nextShards(refs, new Set(), EINDHOVEN, 25);
  const rest = nextShards(refs, new Set([first!]), EINDHOVEN, 25);
  const list = bytesOf({lang: 'nl', rows: offers.length, shards: refs});
  return {first: list + sizes.get(first!)!, within25: rest.reduce((sum, ref) => sum + sizes.get(ref)!, 0), shards: refs.length};
}

function measure(count: number) {
  const offers = makeOffers(count, {seed: 9});
  const json = JSON.stringify(toShard(offers, 'nl'));
  const bytes = bytesUntilFirst(offers);
  const before = memory();
  const [table, load] = timed(() => new OfferTable(JSON.parse(json)));
  const search = new OfferSearch(table, KIND_TEXTS);
  const loaded = memory();
  const [, index] = timed(() => search.find({text: 'zoek het anker'}));
  const indexed = memory();
  const plain = makeQueries(60, {seed: 11});
  const worded = makeQueries(60, {seed: 13, text: true}).map((query) => ({...query, text: query.text!}));
  const facets = plain.map((query) => ({...query, filters: {...query.filters, steun: []}}));
  const ours = spread(facets, (query) => search.find(query));
  const bare = spread(facets, (query) => bareScan(table, query));
  const words = spread(worded, (query) => search.find(query));
  const mini = new MiniSearch<Offer & {kinds: string}>({fields: ['name', 'place', 'description', 'kinds']});
  const documents = offers.map((offer) => ({...offer, kinds: offer.support.map((kind) => KIND_TEXTS.get(kind)).join(' ')}));
  const unmini = memory();
  const [, miniLoad] = timed(() => mini.addAll(documents));
  const miniMemory = memory() - unmini;
  const byId = new Map(offers.map((offer) => [offer.id, offer]));
  const miniQuery = (query: (typeof plain)[number]) => {
    const {at, km, filters = {}} = query;
    const entries = Object.entries(filters) as [keyof Offer['facets'] | 'steun', readonly string[]][];
    const fits = (offer: Offer) =>
      (!at || km === undefined || kilometres(at.lat, at.lon, offer.lat!, offer.lon!) <= km) &&
      entries.every(([name, values]) => !values.length || values.some((value) => (name === 'steun' ? offer.support : (offer.facets[name] ?? [])).includes(value)));
    const found = mini.search(query.text ?? MiniSearch.wildcard, {prefix: true, fuzzy: 0.2, combineWith: 'AND', filter: ({id}) => fits(byId.get(id as string)!)});
    return at ? found.map(({id}) => ({id: id as string, km: kilometres(at.lat, at.lon, byId.get(id as string)!.lat!, byId.get(id as string)!.lon!)})).sort((a, b) => a.km - b.km) : found;
  };
  const miniWords = spread(worded, miniQuery);
  const miniFacets = spread(facets, miniQuery);
  const megabytes = (value: number) => round(value / 2 ** 20);
  return {
    offers: count,
    'first result, bytes': bytes.first,
    'rest within 25 km, bytes': bytes.within25,
    shards: bytes.shards,
    'load, ms': round(load),
    'words indexed, ms': round(index),
    'query, ms': ours.median,
    'p95, ms': ours.p95,
    'bare loop, ms': bare.median,
    'bare p95, ms': bare.p95,
    'times the bare loop': round(ours.median / bare.median),
    'with words, ms': words.median,
    'with words p95, ms': words.p95,
    'memory, MB': megabytes(loaded - before),
    'index, MB': megabytes(indexed - loaded),
    'minisearch indexed, ms': round(miniLoad),
    'minisearch query, ms': miniFacets.median,
    'minisearch with words, ms': miniWords.median,
    'minisearch with words p95, ms': miniWords.p95,
    'minisearch, MB': megabytes(miniMemory),
  };
}

process.stdout.write(`${JSON.stringify([1_000, 10_000, 100_000].map(measure))}\n`);
