import {FACETS, FACET_NAMES, OFFER_TEXTS, type OfferShard, type OffersPart, type OfferText, type PlacesPart, type ShardRef} from './offer.js';
import {INTEGRITY} from './integrity.js';
import {OFFER_FORMS, PLACE_FORMS} from './offer-forms.js';

/**
 * Offers from outside. Written by hand, not as a schema: a shard is a few dozen long columns, each with one rule for all
 * of its rows, and this is fetched beside the schemas of the first question, not with them.
 */

/** More rows than a small pack holds at once, or a shard is cut into. */
const MOST_ROWS = 20_000;
const MOST_SHARDS = 5_000;
const MOST_PLACES = 20_000;
/** Support kinds or areas that one shard names, and one row. */
const MOST_NAMES = 20_000;
const MOST_OF_A_ROW = 500;
/** Letters of what people call one kind of support. */
const MOST_WORDS = 20_000;
/** Degrees times 10,000. */
const LATITUDE: Range = [-900_000, 900_000];
const LONGITUDE: Range = [-1_800_000, 1_800_000];

type Range = readonly [least: number, most: number];
type Bag = Record<string, unknown>;

/** @throws an error with the code `pakket-ongeldig`, as all readers of parts do. */
export function readOffers(value: unknown): OffersPart {
  const part = object(value, ['lang', 'rows'], ['kinds', 'shard', 'shards']);
  lang(part['lang']);
  whole(part['rows'], [0, MOST_ROWS * MOST_SHARDS], 'rows');
  if (part['kinds'] !== undefined) list(part['kinds'], MOST_NAMES, 'kinds').forEach(kind);
  let rows = 0;
  if (part['shard'] !== undefined) rows += readShard(part['shard']).rows;
  if (part['shards'] !== undefined) for (const ref of list(part['shards'], MOST_SHARDS, 'shards')) rows += shardRef(ref).rows;
  if (rows !== part['rows']) fail('rows');
  return part as unknown as OffersPart;
}

export function readShard(value: unknown): OfferShard {
  const shard = object(value, ['lang', 'rows', 'texts', 'kinds', 'support', 'areas', 'area', 'facets', 'checked'], ['lat', 'lon', 'ages', 'wait']);
  lang(shard['lang']);
  const rows = whole(shard['rows'], [0, MOST_ROWS], 'rows');
  const texts = object(shard['texts'], ['id', 'name'], OFFER_TEXTS);
  for (const key of Object.keys(texts) as OfferText[]) {
    const may = key !== 'id' && key !== 'name';
    each(texts[key], rows, key, (text) => typeof text === 'string' && ((may && text === '') || OFFER_FORMS[key](text)));
  }
  if (new Set(texts['id'] as string[]).size !== rows) fail('id');
  names(shard, 'kinds', 'support', rows, OFFER_FORMS.id);
  names(shard, 'areas', 'area', rows, OFFER_FORMS.area);
  for (const [key, range] of [['lat', LATITUDE], ['lon', LONGITUDE], ['wait', [0, 1_000]]] as const) {
    if (shard[key] !== undefined) each(shard[key], rows, key, (number) => number === null || isWhole(number, range));
  }
  const [lat, lon] = [shard['lat'], shard['lon']] as ((number | null)[] | undefined)[];
  if (!lat !== !lon || lat?.some((one, row) => (one === null) !== (lon![row] === null))) fail('lat');
  if (shard['ages'] !== undefined) each(shard['ages'], rows, 'ages', (ages) => ages === null || isAges(ages));
  const facets = object(shard['facets'], [], FACET_NAMES);
  for (const facet of FACET_NAMES) if (facets[facet] !== undefined) each(facets[facet], rows, facet, (mask) => isWhole(mask, [0, 2 ** FACETS[facet].length - 1]));
  each(shard['checked'], rows, 'checked', (day) => isWhole(day, [0, 100_000]));
  return shard as unknown as OfferShard;
}

export function readPlaces(value: unknown): PlacesPart {
  const part = object(value, ['places'], ['postcodes']);
  table(part['places'], 'name', PLACE_FORMS.name);
  if (part['postcodes'] !== undefined) {
    const {pc4} = table(part['postcodes'], 'pc4', (code) => isWhole(code, [1000, 9999]));
    if ((pc4 as number[]).some((code, n) => n > 0 && code <= (pc4 as number[])[n - 1]!)) fail('pc4');
  }
  return part as unknown as PlacesPart;
}

function table(value: unknown, key: string, form: (cell: unknown) => boolean): Bag {
  const columns = object(value, [key, 'lat', 'lon'], ['area', 'code']);
  const rows = list(columns[key], MOST_PLACES, key).length;
  each(columns[key], rows, key, form);
  each(columns['lat'], rows, 'lat', (number) => isWhole(number, LATITUDE));
  each(columns['lon'], rows, 'lon', (number) => isWhole(number, LONGITUDE));
  if (columns['area'] !== undefined) each(columns['area'], rows, 'area', (text) => text === '' || PLACE_FORMS.name(text));
  if (columns['code'] !== undefined) each(columns['code'], rows, 'code', (text) => text === '' || PLACE_FORMS.code(text));
  return columns;
}

function kind(value: unknown): void {
  const {id, words, respite = true} = object(value, ['id', 'words'], ['respite']);
  if (typeof id !== 'string' || !OFFER_FORMS.id(id)) fail('id');
  if (typeof words !== 'string' || words.length > MOST_WORDS) fail('words');
  if (respite !== true) fail('respite');
}

function shardRef(value: unknown): ShardRef {
  const ref = object(value, ['file', 'integrity', 'rows'], ['box']);
  if (typeof ref['file'] !== 'string' || ref['file'].length > 300 || !/^[a-z0-9][a-z0-9.-]*\.json$/.test(ref['file']) || ref['file'].includes('..')) fail('file');
  if (typeof ref['integrity'] !== 'string' || !INTEGRITY.test(ref['integrity'])) fail('integrity');
  whole(ref['rows'], [0, MOST_ROWS], 'rows');
  if (ref['box'] !== undefined) {
    const box = list(ref['box'], 4, 'box') as number[];
    const [south, west, north, east] = box as [number, number, number, number];
    if (box.length !== 4 || !box.every((edge) => typeof edge === 'number' && Math.abs(edge) <= 180) || south > north || west > east) fail('box');
  }
  return ref as unknown as ShardRef;
}

/** Names that occur, and per row places in that list. */
function names(shard: Bag, names: string, per: string, rows: number, form: (name: string) => boolean): void {
  const known = list(shard[names], MOST_NAMES, names);
  each(known, known.length, names, (name) => typeof name === 'string' && form(name));
  each(shard[per], rows, per, (places) => Array.isArray(places) && places.length <= MOST_OF_A_ROW && places.every((place) => isWhole(place, [0, known.length - 1])));
}

/** A column: one entry a row, each as it should be. */
function each(value: unknown, rows: number, what: string, good: (cell: unknown) => boolean): void {
  const column = list(value, Math.max(rows, 1), what);
  if (column.length !== rows || !column.every(good)) fail(what);
}

function isAges(value: unknown): boolean {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [from, to] = value as unknown[];
  return isWhole(from, [0, 150]) && isWhole(to, [from, 150]);
}

/** An object with these keys and no others: none that reaches a prototype. */
function object(value: unknown, wanted: readonly string[], may: readonly string[]): Bag {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) fail(wanted[0] ?? may[0] ?? '');
  for (const key of Object.keys(value)) if (!wanted.includes(key) && !may.includes(key)) fail(key.slice(0, 40));
  for (const key of wanted) if (!Object.hasOwn(value, key)) fail(key);
  return value as Bag;
}

function list(value: unknown, most: number, what: string): unknown[] {
  if (!Array.isArray(value) || value.length > most) fail(what);
  return value;
}

function lang(value: unknown): void {
  if (typeof value !== 'string' || !/^[a-z]{2,3}(-[a-z]{1,8})?$/.test(value)) fail('lang');
}

function whole(value: unknown, range: Range, what: string): number {
  if (!isWhole(value, range)) fail(what);
  return value;
}

function isWhole(value: unknown, [least, most]: Range): value is number {
  return Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
}

/** As `PackError`, whose file would bring the schemas along. */
function fail(what: string): never {
  throw Object.assign(new Error(`The offers are not valid at "${what}".`), {name: 'PackError', code: 'pakket-ongeldig'});
}
