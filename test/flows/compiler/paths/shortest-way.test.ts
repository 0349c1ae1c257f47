import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {shortestWay} from '../../../../src/flows/compiler/paths/shortest-way.js';
import type {Flow} from '../../../../src/flows/model/flow.js';
import {Session} from '../../../../src/flows/runtime/session.js';
import {memoryAfter} from '../../../../src/flows/semantics/dialogue.js';
import {NOTHING_KNOWN, type Memory} from '../../../../src/flows/semantics/memory.js';
import {allReplies, targetOf} from '../../../support/enumerate.js';
import {arbitraryFlow, CARE, HELP} from '../../../support/flows.js';
import {compileContent} from '../../../support/packs.js';

/** Gives the replies to a real session, and tells where it stands. */
function replay(flows: readonly Flow[], way: NonNullable<ReturnType<typeof shortestWay>>): Session {
  const session = new Session(flows.find(({id}) => id === way.start.flow)!, way.start.step);
  for (const flow of flows) if (flow.id !== way.start.flow) session.provide(flow);
  for (const {flow, step, reply} of way.replies) {
    assert.deepEqual([session.flow.id, session.step.id], [flow, step]);
    assert.deepEqual(session.submit(reply), {ok: true});
  }
  return session;
}

/** By plain search: the fewest replies to each step from the first. */
function distances(flow: Flow, most = 20_000): Map<string, number> | undefined {
  const found = new Map<string, number>([[flow.steps[0]!.id, 0]]);
  let layer: {step: string; memory: Memory; path: string[]}[] = [{step: flow.steps[0]!.id, memory: NOTHING_KNOWN, path: []}];
  const seen = new Set<string>();
  for (let n = 1; layer.length; n += 1) {
    const next: typeof layer = [];
    for (const {step: id, memory, path} of layer) {
      const key = JSON.stringify([id, memory, [...path].sort()]);
      if (seen.has(key)) continue;
      seen.add(key);
      if (seen.size > most) return undefined;
      const step = flow.steps.find((one) => one.id === id)!;
      for (const reply of allReplies(step, memory)) {
        const to = targetOf(step, memory, reply)?.step;
        if (to === undefined || to === id || path.includes(to)) continue;
        if (!found.has(to)) found.set(to, n);
        next.push({step: to, memory: memoryAfter(step, memory, reply), path: [...path, id]});
      }
    }
    layer = next;
  }
  return found;
}

describe('the shortest way to a step', () => {
  it('is one that a real visitor can go, with the fewest replies, on generated flows', () => {
    let ways = 0;
    fc.assert(
      fc.property(arbitraryFlow, (flow) => {
        const expected = distances(flow);
        if (!expected) return;
        for (const {id} of flow.steps) {
          const way = shortestWay([flow], {flow: 'f', step: id});
          assert.equal(way?.replies.length, expected.get(id), id);
          if (!way) continue;
          const session = replay([flow], way);
          assert.equal(session.step.id, id);
          assert.deepEqual(session.memory, way.memory);
          ways += 1;
        }
      }),
      {numRuns: 300},
    );
    assert.ok(ways > 500, `${ways} ways`);
  });

  it('leads across flows, and by numbers', () => {
    const way = shortestWay([CARE, HELP], {flow: 'helpen', step: 'klaar'}, {flow: 'zorg', step: 'wie'})!;
    assert.equal(replay([CARE, HELP], way).step.id, 'klaar');
    const young = shortestWay([CARE, HELP], {flow: 'zorg', step: 'niemand'})!;
    assert.equal(replay([CARE, HELP], young).step.id, 'niemand');
  });

  it('begins where it is asked to, and is nothing for a step that is not there', () => {
    const flows = [CARE, HELP];
    assert.deepEqual(shortestWay(flows, {flow: 'helpen', step: 'klaar'})!.start, {flow: 'helpen', step: 'hoe'});
    assert.equal(shortestWay(flows, {flow: 'zorg', step: 'nergens'}), undefined);
  });

  it('is found for every step of the base pack', async () => {
    const {flows} = await compileContent('basis');
    for (const flow of flows) {
      for (const step of flow.steps) {
        const way = shortestWay(flows, {flow: flow.id, step: step.id})!;
        assert.equal(replay(flows, way).step.id, step.id);
      }
    }
  });
});
