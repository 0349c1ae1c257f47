import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {test} from 'node:test';
import {brotliCompressSync} from 'node:zlib';
import {transform} from 'esbuild';
import {ALIASES, SEATS, WITHIN} from '../../../src/offers/places/aliases.js';
import {placeKey} from '../../../src/offers/places/place-key.js';
import {readTable} from '../../../src/offers/places/read-table.js';

const FILE = new URL('../../../src/offers/places/dutch-places.ts', import.meta.url);
const {places, areas} = readTable();

test('the committed table is what the generator makes of its sources', async () => {
  const generator = new URL('../../../scripts/places.mjs', import.meta.url).href;
  const {placesModule} = (await import(generator)) as {placesModule(): Promise<string>};
  assert.equal(await readFile(FILE, 'utf8'), await placesModule());
});

test('the table takes at most 17 kB compressed', async () => {
  const {code} = await transform(await readFile(FILE, 'utf8'), {loader: 'ts', minify: true});
  const bytes = brotliCompressSync(code).length;
  assert.ok(bytes <= 17_000, `${bytes} bytes`);
});

test('the table holds 342 gemeenten with a code each, and every place within the Netherlands', () => {
  assert.equal(areas.length, 342);
  assert.equal(new Set(areas.map(({code}) => code)).size, 342);
  for (const {name, lat, lon, code} of [...places, ...areas]) {
    assert.ok(lat > 50.7 && lat < 53.6 && lon > 3.3 && lon < 7.3, `${name} lies at ${lat}, ${lon}`);
    assert.match(code, /^GM\d{4}$/);
  }
});

test('columns and names are in step', () => {
  const spot = (name: string) => places.find((place) => place.name === name)!;
  assert.deepEqual([spot('Eindhoven').lat, spot('Eindhoven').lon], [51.441, 5.478]);
  assert.deepEqual([spot('Zwolle').lat, spot('Zwolle').lon], [52.513, 6.094]);
  assert.equal(spot('Sint Annaparochie').area, 'Waadhoeke');
});

test('every alias names something in the table, and nothing that has that name already', () => {
  const names = new Set([...places, ...areas].map(({name}) => placeKey(name)));
  for (const [name, others] of Object.entries(ALIASES)) {
    assert.ok(names.has(placeKey(name)), `${name} is in the table`);
    for (const other of others) assert.ok(!names.has(placeKey(other)), `${other} is no name in the table`);
  }
});

test('every place kept by hand lies in one gemeente of the table and lacks there', () => {
  for (const [where, names] of Object.entries(WITHIN)) {
    const [name, province] = where.split('|');
    const fitting = areas.filter((area) => area.name === name && (!province || area.province === province));
    assert.equal(fitting.length, 1, where);
    for (const inside of names) {
      const same = places.filter((place) => !place.quarter && place.code === fitting[0]!.code && placeKey(place.name) === placeKey(inside));
      assert.deepEqual(same, [], `${inside} is in the table`);
    }
  }
  for (const [code] of SEATS) assert.ok(!places.some((place) => place.code === `GM${code}`), `GM${code} has a place of its own`);
});
