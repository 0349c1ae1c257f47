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
  const left = new Map([...reach.entering].map(([id, sets]) => [id, new Map([...sets].map(([key, {set}]) => [key, set]))]));
  const places = enumerate(flows, starts);
  for (const place of places) {
    const node = space.nodes.get(`${place.flow}#${place.step}`)!;
    const {bits, counts} = space.encode(place.memory);
    for (const id of place.path) {
      const bit = space.nodes.get(id)!.pathBit;
      if (bit !== undefined) bits.set(bit, true);
    }
    let one = space.nothing;
    for (const [bit, on] of bits) one = d.assign(one, [[bit, on]]);
    const {set, counts: kept} = space.project(one, counts, node);
    const reached = reach.setsAt(node.id).get(kept.join())?.set ?? NONE;
    assert.equal(d.minus(set, reached), NONE, `${node.id} is missing ${JSON.stringify(place.memory)}`);
    const rest = left.get(node.id)!;
    rest.set(kept.join(), d.minus(rest.get(kept.join())!, set));
  }
  for (const [id, sets] of left) for (const [key, set] of sets) assert.equal(set, NONE, `${id} [${key}] claims more than visitors reach`);
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
        for (const [id, sets] of reach.entering) {
          for (const [key, goal] of sets) {
            const story = storyTo(reach, starts, id, new Map([[key, goal]]));
            const session = new Session(flow);
            for (const {node, reply} of story) {
              assert.equal(`f#${session.step.id}`, node);
              assert.deepEqual(session.submit(reply), {ok: true});
            }
            assert.equal(`f#${session.step.id}`, id);
            const {counts} = space.encode(session.memory);
            assert.equal(space.project(space.nothing, counts, space.nodes.get(id)!).counts.join(), key);
            told += 1;
          }
        }
      }),
      {numRuns: 400},
    );
    assert.ok(told > 400);
  });
});
