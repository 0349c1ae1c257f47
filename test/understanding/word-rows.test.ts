import assert from 'node:assert/strict';
import {test} from 'node:test';
import {brotliCompressSync} from 'node:zlib';
import fc from 'fast-check';
import {packedRows} from '../../src/flows/compiler/understanding/word-model.js';
import {LEVEL_ZERO, LEVELS, WEIGHT_STEPS} from '../../src/flows/model/word-model.js';
import {readWordModel, unpackWordModel} from '../../src/understanding/read-word-model.js';
import type {WordRow} from '../../src/understanding/word-rows.js';
import {learnt} from '../support/understanding.js';

const NAME = fc.stringMatching(/^[a-zé@]{1,12}( [a-zé@]{1,12})?$/);

/** Rows with names that differ and classes that ascend. */
const ROWS = (classes: number): fc.Arbitrary<WordRow[]> =>
  fc.uniqueArray(
    fc.record({name: NAME, weights: fc.uniqueArray(fc.tuple(fc.nat(classes - 1), fc.nat(LEVELS - 1)), {minLength: 1, maxLength: 12, selector: ([one]) => one}).map((list) => list.sort(([a], [b]) => a - b))}),
    {maxLength: 60, selector: ({name}) => name},
  );

test('what is packed is read back, whatever the rows', () => {
  fc.assert(
    fc.property(fc.integer({min: 1, max: 300}).chain((classes) => fc.tuple(fc.constant(classes), ROWS(classes))), ([classes, rows]) => {
      const {weights} = readWordModel(packedRows(rows, Array.from({length: classes}, () => 0)));
      assert.deepEqual([...weights.keys()], rows.map(({name}) => name).sort((a, b) => (a < b ? -1 : 1)));
      for (const {name, weights: list} of rows) assert.deepEqual(weights.get(name), list.map(([one, level]) => [one, (level - LEVEL_ZERO) / WEIGHT_STEPS]));
    }),
    {numRuns: 300, seed: 3},
  );
});

test('a name with a letter that few have is left out, and the others are there', () => {
  const rare = Array.from({length: 80}, (_, n) => ({name: `woord${String.fromCharCode(0x4e00 + n)}`, weights: [[0, 9]] as const}));
  const {weights} = readWordModel(packedRows([...rare, {name: 'woord', weights: [[0, 9]]}], [0]));
  assert.ok(weights.has('woord'));
  assert.ok(weights.size < 81);
});

test('in pieces it is read as in one go, and the page gets its turn', async () => {
  const {model} = learnt().understanding;
  let turns = 0;
  const pieces = await unpackWordModel(model, () => Promise.resolve(turns++));
  assert.deepEqual(pieces, readWordModel(model));
  assert.ok(turns > 20);
});

test('bits that mean nothing are read to an end', () => {
  const bias = Array.from({length: 70}, () => 0);
  fc.assert(
    fc.property(fc.uint8Array({maxLength: 400}), (bytes) => {
      const {weights} = readWordModel({letters: ' @abcdefgh', packed: Buffer.from(bytes).toString('base64'), bias});
      assert.ok(weights.size <= 65_535);
    }),
    {numRuns: 200, seed: 4},
  );
});

test('packed so it is a fifth smaller than what brotli makes of it as text', () => {
  const {model} = learnt().understanding;
  const {weights} = readWordModel(model);
  const text = [...weights].map(([name, list]) => `${name}${list.map(([one, weight]) => String.fromCharCode(35 + one, 78 + Math.round(weight * WEIGHT_STEPS))).join('')}`).join('\n');
  const [packed, plain] = [brotliCompressSync(JSON.stringify(model)).length, brotliCompressSync(text).length];
  assert.ok(packed < 0.8 * plain, `${packed} of ${plain}`);
});
