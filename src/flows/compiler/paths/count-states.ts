import type {Flow} from '../../model/flow.js';
import {Diagrams, type Bdd} from '../prove/bdd.js';
import {Reach} from '../prove/reach.js';
import type {MoreReads} from '../prove/reads.js';
import {nodeId, Space} from '../prove/space.js';
import {sizeOf} from './shares.js';

/**
 * In how many different states visitors enter the steps of a flow, over everything that later conditions can still
 * tell apart: the states that a proof looks at.
 *
 * @throws OverBudget like a proof.
 */
export function countStates(flows: readonly Flow[], flow: Flow, more: MoreReads): number {
  const d = new Diagrams();
  const space = new Space(d, flows, {more});
  const reach = new Reach(space);
  const named = space.coding.bits.filter((bit) => space.coding.meaning(bit));
  const unnamed = space.coding.bits.filter((bit) => !space.coding.meaning(bit));
  const sizes = new Map<Bdd, number>();
  let states = 0;
  for (const {id} of flow.steps) {
    const node = space.nodes.get(nodeId(flow.id, id))!;
    // What is free at a step is what nobody reads any more.
    const alive = named.filter((bit) => d.bitsOf(space.project(d.bit(bit), node)).includes(bit));
    states += sizeOf(d, d.forget(reach.at(node.id), unnamed), sizes) * 2 ** alive.length;
  }
  return states;
}
