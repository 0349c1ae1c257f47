import assert from 'node:assert/strict';
import {test} from 'node:test';
import {countStates} from '../../../../src/flows/compiler/paths/count-states.js';
import type {Flow} from '../../../../src/flows/model/flow.js';

test('states are counted over what can still be told apart', () => {
  const flow: Flow = {
    id: 'f',
    lang: 'nl',
    title: 'f',
    steps: [
      {id: 'a', title: ['A?'], control: {t: 'one', answers: [{id: 'x', label: ['x'], effects: [['=', 'n', 'x'], ['+', 'c', 1]], to: {step: 'b'}}, {id: 'y', label: ['y'], effects: [['=', 'n', 'y']], to: {step: 'b'}}, {id: 'z', label: ['z'], effects: [['+', 'c', 3]], to: {step: 'b'}}]}},
      {id: 'b', title: ['B'], body: [{t: 'p', c: ['n'], when: ['=', 'n', 'x']}], buttons: [{id: 'v', label: ['v'], routes: [{to: {step: 'c'}}]}]},
      {id: 'c', title: ['C'], body: [{t: 'p', c: ['c'], when: ['>=', 'c', 2]}]},
    ],
  };
  // At the start one; at B whether n is x, with c 0, 1 or more; at C whether c is 2 or more.
  assert.equal(countStates([flow], flow, () => []), 1 + 3 + 2);
});
