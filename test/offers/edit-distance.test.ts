import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {editDistance} from '../../src/offers/edit-distance.js';
import {slowDistance} from './reference.js';

test('the distance within a bound is that of the whole table', () => {
  const word = fc.string({unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 9});
  fc.assert(
    fc.property(word, word, fc.integer({min: 0, max: 4}), (a, b, most) => assert.equal(editDistance(a, b, most), Math.min(slowDistance(a, b), most + 1))),
    {numRuns: 3000, seed: 5},
  );
});
