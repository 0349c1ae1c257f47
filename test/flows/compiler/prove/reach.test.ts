import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {Diagrams, NONE} from '../../../../src/flows/compiler/prove/bdd.js';
import {Reach} from '../../../../src/flows/compiler/prove/reach.js';
import {Space} from '../../../../src/flows/compiler/prove/space.js';
import type {Flow} from '../../../../src/flows/model/flow.js';
import {enumerate} from '../../../support/enumerate.js';
import {storyTo} from '../../../../src/flows/compiler/prove/story.js';
import {Session} from '../../../../src/flows/runtime/session.js';
import {arbitraryFlow, CARE, HELP} from '../../../support/flows.js';

function check(flows: Flow[], starts: string[]): number {
  const space = new Space(new Diagrams(), flows);
  const reach = new Reach(space, starts);
  const d = space.diagrams;
  const left = new Map(Array.from(space.nodes.keys(), (id) => [id, reach.at(id)]));
  const places = enumerate(flows, starts);
  for (const place of places) {
    const node = space.nodes.get(`${place.flow}#${place.step}`)!;
    const path = Array.from(place.path).flatMap((id): [number, boolean][] => {
      const bit = space.nodes.get(id)!.pathBit;
      return bit === undefined ? [] : [[bit, true]];
    });
    const set = space.project(d.assign(space.just(place.memory), path), node);
    assert.equal(d.minus(set, reach.at(node.id)), NONE, `${node.id} is missing ${JSON.stringify(place.memory)}`);
    left.set(node.id, d.minus(left.get(node.id)!, set));
  }
  for (const [id, set] of left) assert.equal(set, NONE, `${id} claims more than visitors reach`);
  return places.length;
}

describe('the reachable memories', () => {
  it('are those of plain enumeration on the flow of the tests, across flows and with numbers', () => {
    assert.ok(check([CARE, HELP], ['zorg#wie', 'helpen#hoe']) > 10);
  });

  it('are those of plain enumeration on generated flows', () => {
    fc.assert(
      fc.property(arbitraryFlow, (flow) => {
        check([flow], ['f#s0']);
      }),
      {numRuns: 1000},
    );
  });
});

describe('a story', () => {
  it('leads a real visitor to the step with a memory it was told for', () => {
    let told = 0;
    fc.assert(
      fc.property(arbitraryFlow, (flow) => {
        const space = new Space(new Diagrams(), [flow]);
        const starts = ['f#s0'];
        const reach = new Reach(space, starts);
        for (const [id, node] of space.nodes) {
          const goal = reach.at(id);
          if (goal === NONE) continue;
          const story = storyTo(reach, id, goal);
          const session = new Session(flow);
          for (const {node: at, reply} of story) {
            assert.equal(`f#${session.step.id}`, at);
            assert.deepEqual(session.submit(reply), {ok: true});
          }
          assert.equal(`f#${session.step.id}`, id);
          const reached = space.diagrams.forget(space.project(space.just(session.memory), node), [...space.pathBits].sort((a, b) => a - b));
          assert.notEqual(space.diagrams.and(reached, goal), NONE);
          told += 1;
        }
      }),
      {numRuns: 400},
    );
    assert.ok(told > 400);
  });
});
