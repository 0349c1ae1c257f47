import {answersOf, type Reply} from '../../semantics/dialogue.js';
import {NONE, type Bdd} from './bdd.js';
import {arriving, passThrough, type Reach} from './reach.js';
import {selections} from './selections.js';
import {nodeId, type Node, type NodeId, type Space} from './space.js';
import type {View} from './view.js';

/** One reply of a story, at a step. */
export interface Told {
  node: NodeId;
  reply: Reply;
}

/**
 * Tells how a visitor comes to enter a step with one of the memories `goal`: the replies from a start, found by
 * going back step by step. That comes to a start: outside rings the steps have an order, and on a ring whoever goes
 * round backwards has less and less of a path.
 *
 * @returns the replies in order; replaying them is what tests check.
 */
export function storyTo(reach: Reach, id: NodeId, goal: Bdd): Told[] {
  const {space} = reach;
  const story: Told[] = [];
  let node = space.nodes.get(id)!;
  if (goal === NONE) throw new Error(`No visitor enters "${id}" like that.`);
  let here = one(space, goal);
  while (!(reach.starts.includes(node.id) && isStart(space, node, here))) {
    const earlier = stepBack(reach, node, here);
    if (!earlier) throw new Error(`The way back from "${node.id}" got lost.`);
    story.unshift(earlier.told);
    [node, here] = [earlier.node, earlier.before];
  }
  return story;
}

/** A selection at `node` that ends in one of the memories `goal`; `entering` is one visitor who can make it. */
export function selectionTo(view: View, node: Node, goal: Bdd): {entering: Bdd; reply: Reply} {
  const found = giveAt(view.space, node, view.entering(node), goal);
  if (!found) throw new Error(`No visitor leaves "${node.id}" like that.`);
  return {entering: found.before, reply: found.reply};
}

function isStart(space: Space, node: Node, here: Bdd): boolean {
  return space.diagrams.and(here, space.project(space.nothing, node)) !== NONE;
}

/** The one visitor of `set` who said least. */
function one(space: Space, set: Bdd): Bdd {
  const d = space.diagrams;
  const nothing = d.and(set, space.nothing);
  return nothing === NONE ? oneWithShadows(space, set) : nothing;
}

/** One assignment of everything the set settles, shadows included. */
function oneWithShadows(space: Space, set: Bdd): Bdd {
  const d = space.diagrams;
  let result = set;
  for (const [bit, on] of d.pick(set)!) result = d.and(result, d.literal(bit, on));
  return result;
}

function stepBack(reach: Reach, node: Node, here: Bdd): {node: Node; before: Bdd; told: Told} | undefined {
  const {space} = reach;
  const d = space.diagrams;
  // Before anything was forgotten, the memory could be any of these.
  const arrived = space.unproject(here, node);
  for (const id of space.links.leadingTo(node.id)) {
    const from = space.nodes.get(id)!;
    const entering = reach.at(id);
    if (entering === NONE) continue;
    for (const {to, via, set: left} of passThrough(space, from, entering).moves) {
      if (nodeId(to.flow ?? from.flow.id, to.step) !== node.id) continue;
      const coming = d.and(arriving(space, from, node, left), arrived);
      if (coming === NONE) continue;
      // The same before the step left was noted.
      const target = from.pathBit === undefined ? coming : d.and(left, d.forget(coming, [from.pathBit]));
      if (via.answer !== undefined) {
        const answer = answersOf(from.step)[via.answer]!;
        const before = space.before(d.and(entering, space.condition(answer.when)), target, answer.effects);
        if (before !== NONE) return {node: from, before: one(space, before), told: {node: from.id, reply: {answers: [answer.id]}}};
        continue;
      }
      const found = giveAt(space, from, entering, target);
      const button = from.step.buttons![via.button!]!.id;
      if (found) return {node: from, before: found.before, told: {node: from.id, reply: {...found.reply, button}}};
    }
  }
  return undefined;
}

/** What one visitor who enters with one of `entering` gives (ticks, a number, a place) to end in `target`. */
function giveAt(space: Space, node: Node, entering: Bdd, target: Bdd): {before: Bdd; reply: Reply} | undefined {
  const d = space.diagrams;
  const {control} = node.step;
  if (control?.t === 'many') return selectAt(space, node, entering, target);
  const unchanged = d.and(entering, target);
  if (unchanged !== NONE) return {before: one(space, unchanged), reply: {answers: []}};
  if (control?.t !== 'number' && control?.t !== 'place') return undefined;
  const bits = space.coding.bitsOf(control.name);
  for (const {set, label} of space.given(entering, control.name)) {
    const reached = d.and(set, target);
    if (reached === NONE) continue;
    const before = d.and(entering, d.forget(reached, bits));
    return {before: one(space, before), reply: control.t === 'number' ? {answers: [], number: Number(label)} : {answers: [], place: true}};
  }
  return undefined;
}

function selectAt(space: Space, node: Node, entering: Bdd, target: Bdd): {before: Bdd; reply: Reply} | undefined {
  const d = space.diagrams;
  const {control} = node.step;
  if (control?.t !== 'many') return undefined;
  const {stages, done, entry, shadows, limit} = selections(space, control, entering);
  const start = stages[0]!.get(0);
  if (start === undefined) return undefined;
  // The shadows say what was known on entering; without them the bits themselves do.
  const entered = (set: Bdd): Bdd => one(space, d.forget(d.and(start, set), shadows));
  for (const {set, alone} of done) {
    if (alone === undefined || d.and(set, target) === NONE) continue;
    const answer = control.answers[alone]!;
    const before = space.before(d.and(start, space.condition(answer.when, true, entry)), target, answer.effects);
    if (before !== NONE) return {before: entered(before), reply: {answers: [answer.id]}};
  }
  const {min = 0, max = Infinity} = control;
  const free = control.answers.filter((answer) => !answer.alone);
  for (const [last, all] of stages.at(-1)!) {
    if (last < min || last > max || d.and(all, target) === NONE) continue;
    const answers: string[] = [];
    let chosen = last;
    let set = oneWithShadows(space, d.and(all, target));
    for (let n = free.length - 1; n >= 0; n -= 1) {
      const kept = d.and(stages[n]!.get(chosen) ?? NONE, set);
      if (kept !== NONE) {
        set = kept;
        continue;
      }
      const answer = free[n]!;
      const taken = Array.from(stages[n]!).flatMap(([earlier, held]) => {
        if (Math.min(limit, earlier + 1) !== chosen) return [];
        const before = space.before(d.and(held, space.condition(answer.when, true, entry)), set, answer.effects);
        return before === NONE ? [] : [{earlier, before}];
      })[0];
      if (!taken) return undefined;
      answers.unshift(answer.id);
      chosen = taken.earlier;
      set = oneWithShadows(space, taken.before);
    }
    return {before: entered(set), reply: {answers}};
  }
  return undefined;
}
