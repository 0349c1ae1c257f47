import assert from 'node:assert/strict';
import {test} from 'node:test';
import {allScreens, replay} from '../../src/workbench/screens.js';
import {compileContent} from '../support/packs.js';

test('all screens of a flow hold every step, those behind an entrance included, and each can be brought up', async () => {
  const {flows} = await compileContent('basis');
  for (const flow of flows) {
    const screens = allScreens(flows, flow);
    assert.deepEqual(new Set(screens.map(({step}) => step)), new Set(flow.steps.map(({id}) => id)));
    for (const {start, step, replies} of screens) assert.equal(replay(flows, flow, start, replies).step.id, step);
  }
});
