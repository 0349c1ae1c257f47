import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {Diagrams, NONE} from '../../../../src/flows/compiler/prove/bdd.js';
import {Reach} from '../../../../src/flows/compiler/prove/reach.js';
import {Space} from '../../../../src/flows/compiler/prove/space.js';
import {storyTo} from '../../../../src/flows/compiler/prove/story.js';
import {thin} from '../../../../src/flows/compiler/prove/thin.js';
import {Session} from '../../../../src/flows/runtime/session.js';
import {arbitraryFlow} from '../../../support/flows.js';

describe('a crowd', () => {
  it('is made of real visitors, however much of it is left behind', () => {
    let thinned = 0;
    let told = 0;
    fc.assert(
      fc.property(arbitraryFlow, fc.integer({min: 1, max: 12}), (flow, most) => {
        const space = new Space(new Diagrams(), [flow], {returns: 'nobody'});
        const d = space.diagrams;
        const crowd = new Reach(space, ['f#s0'], undefined, (set) => {
          const kept = thin(d, set, most);
          assert.equal(d.minus(kept, set), NONE);
          assert.notEqual(kept, NONE);
          if (kept !== set) thinned += 1;
          return kept;
        });
        for (const id of space.nodes.keys()) {
          const goal = crowd.at(id);
          if (goal === NONE) continue;
          const session = new Session(flow);
          for (const {reply} of storyTo(crowd, id, goal)) assert.deepEqual(session.submit(reply), {ok: true});
          assert.equal(`f#${session.step.id}`, id);
          const reached = space.project(space.just(session.memory), space.nodes.get(id)!);
          assert.notEqual(d.and(reached, goal), NONE);
          told += 1;
        }
      }),
      {numRuns: 1000},
    );
    assert.ok(thinned > 30 && told > 1000, `${thinned} thinned, ${told} told`);
  });
});
