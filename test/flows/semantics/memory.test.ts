import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {applyEffects, holds, NOTHING_KNOWN, recall} from '../../../src/flows/semantics/memory.js';

describe('memory', () => {
  it('remembers one value, a set without doubles and a count', () => {
    const memory = applyEffects(NOTHING_KNOWN, [
      ['=', 'relatie', 'partner'],
      ['=', 'relatie', 'kind'],
      ['+=', 'taken', 'koken'],
      ['+=', 'taken', 'koken'],
      ['+=', 'taken', 'wassen'],
      ['+', 'last', 2],
      ['+', 'last', 3],
    ]);
    assert.deepEqual({...memory}, {relatie: 'kind', taken: ['koken', 'wassen'], last: 5});
  });

  it('leaves the memory it was given as it was', () => {
    const before = applyEffects(NOTHING_KNOWN, [['+=', 'taken', 'koken']]);
    applyEffects(before, [['+=', 'taken', 'wassen']]);
    assert.deepEqual(recall(before, 'taken'), ['koken']);
    assert.deepEqual({...NOTHING_KNOWN}, {});
  });

  it('lets a count saturate at 99', () => {
    const memory = applyEffects(NOTHING_KNOWN, [['+', 'last', 98], ['+', 'last', 98]]);
    assert.equal(recall(memory, 'last'), 99);
  });

  it('treats names of Object.prototype as names like any other', () => {
    assert.equal(holds(['known', 'constructor'], NOTHING_KNOWN), false);
    assert.equal(holds(['known', '__proto__'], NOTHING_KNOWN), false);
    const memory = applyEffects(NOTHING_KNOWN, [['=', '__proto__', 'x'], ['+=', 'constructor', 'y']]);
    assert.equal(holds(['=', '__proto__', 'x'], memory), true);
    assert.equal(holds(['has', 'constructor', 'y'], memory), true);
    assert.equal(Object.getPrototypeOf(memory), Object.prototype);
  });
});

describe('a condition', () => {
  const memory = applyEffects(NOTHING_KNOWN, [['=', 'relatie', 'partner'], ['+=', 'taken', 'koken'], ['+=', 'taken', 'wassen'], ['+', 'last', 4]]);

  it('holds when there is none', () => {
    assert.equal(holds(undefined, NOTHING_KNOWN), true);
  });

  it('is one of several values, or holds at least one of several', () => {
    assert.equal(holds(['=', 'relatie', 'kind', 'partner'], memory), true);
    assert.equal(holds(['=', 'relatie', 'kind'], memory), false);
    assert.equal(holds(['has', 'taken', 'regelen', 'wassen'], memory), true);
    assert.equal(holds(['has', 'taken', 'regelen'], memory), false);
  });

  it('never takes a name or an operator for a value', () => {
    const odd = applyEffects(NOTHING_KNOWN, [['=', 'relatie', 'relatie'], ['=', 'x', '=']]);
    assert.equal(holds(['=', 'relatie', 'kind'], odd), false);
    assert.equal(holds(['=', 'x', 'kind'], odd), false);
  });

  it('reads unanswered as false, zero and unknown', () => {
    assert.equal(holds(['=', 'relatie', 'partner'], NOTHING_KNOWN), false);
    assert.equal(holds(['!', ['=', 'relatie', 'partner']], NOTHING_KNOWN), true);
    assert.equal(holds(['has', 'taken', 'koken'], NOTHING_KNOWN), false);
    assert.equal(holds(['<', 'last', 1], NOTHING_KNOWN), true);
    assert.equal(holds(['known', 'relatie'], NOTHING_KNOWN), false);
    assert.equal(holds(['#', 'taken', '==', 0], NOTHING_KNOWN), true);
  });

  it('compares counts and sizes with every operator', () => {
    for (const [op, expected] of [['>=', true], ['>', false], ['<=', true], ['<', false], ['==', true], ['<>', false]] as const) {
      assert.equal(holds([op, 'last', 4], memory), expected, op);
      assert.equal(holds(['#', 'taken', op, 2], memory), expected, op);
    }
  });

  it('combines with and, or, not', () => {
    assert.equal(holds(['&', ['=', 'relatie', 'partner'], ['>=', 'last', 9]], memory), false);
    assert.equal(holds(['|', ['=', 'relatie', 'partner'], ['>=', 'last', 9]], memory), true);
    assert.equal(holds(['&'], memory), true);
    assert.equal(holds(['|'], memory), false);
  });
});
