import {answersOf, type Reply} from '../../semantics/dialogue.js';
import {NONE, type Bdd} from './bdd.js';
import {passThrough, type Reach, type Sets} from './reach.js';
import {partialKey, selections} from './selections.js';
import {nodeId, type Counts, type Node, type NodeId, type Space} from './space.js';

/** One reply of a story, at a step. */
export interface Told {
  node: NodeId;
  reply: Reply;
}

/** A memory of one visitor: a set of one assignment, with its counts. */
interface One {
  counts: Counts;
  set: Bdd;
}

/**
 * Tells how a visitor comes to enter a step with one of the given memories: the replies from a start, found by
 * going back step by step. Every step goes back strictly: outside a ring the steps have an order, on a ring the
 * visitor's path grows.
 *
 * @returns the replies in order; replaying them is what tests check.
 */
export function storyTo(reach: Reach, starts: readonly NodeId[], id: NodeId, goal: Sets): Told[] {
  const {space} = reach;
  const story: Told[] = [];
  let node = space.nodes.get(id)!;
  let here = pickOne(space, goal);
  if (!here) throw new Error(`No visitor enters "${id}" like that.`);
  while (!(starts.includes(node.id) && isStart(space, node, here))) {
    const earlier = stepBack(reach, node, here);
    if (!earlier) throw new Error(`The way back from "${node.id}" got lost.`);
    story.unshift(earlier.told);
    [node, here] = [earlier.node, earlier.before];
  }
  return story;
}

/** A selection at `id` (entered with one of `entering`) that ends in one of the memories `goal`. */
export function selectionTo(reach: Reach, id: NodeId, goal: Sets): {entering: Sets; reply: Reply} {
  const {space} = reach;
  const node = space.nodes.get(id)!;
  for (const {counts, set} of reach.setsAt(id).values()) {
    for (const target of goal.values()) {
      const found = giveAt(space, node, {counts, set}, target);
      if (found) return {entering: setsOf(found.before), reply: found.reply};
    }
  }
  throw new Error(`No visitor leaves "${id}" like that.`);
}

function isStart(space: Space, node: Node, here: One): boolean {
  const nothing = space.project(space.nothing, space.start, node);
  return here.counts.join() === nothing.counts.join() && space.diagrams.and(here.set, nothing.set) !== NONE;
}

/** The one visitor of `goal` who said least. */
function pickOne(space: Space, goal: Sets): One | undefined {
  for (const {counts, set} of goal.values()) if (set !== NONE) return {counts, set: one(space, set)};
  return undefined;
}

function one(space: Space, set: Bdd): Bdd {
  const d = space.diagrams;
  let result = d.and(set, space.nothing);
  if (result !== NONE) return result;
  result = set;
  for (const [bit, on] of d.pick(set)!) result = d.and(result, d.literal(bit, on));
  return result;
}

function setsOf({counts, set}: One): Sets {
  return new Map([[counts.join(), {counts, set}]]);
}

function stepBack(reach: Reach, node: Node, here: One): {node: Node; before: One; told: Told} | undefined {
  const {space} = reach;
  const d = space.diagrams;
  for (const from of space.nodes.values()) {
    const entering = reach.entering.get(from.id);
    if (!entering || !leadsTo(from, node)) continue;
    // Before it was forgotten and before the step left was noted, the memory could be any of these.
    let wanted = d.forget(here.set, space.forgottenAt(node));
    if (from.pathBit !== undefined && !node.passed.includes(from.pathBit)) wanted = space.undo(wanted, [[from.pathBit, true]]);
    for (const entry of entering.values()) {
      const {moves} = passThrough(space, from, setsOf(entry));
      for (const {to, via, sets} of moves) {
        if (nodeId(to.flow ?? from.flow.id, to.step) !== node.id) continue;
        for (const left of sets.values()) {
          if (space.project(left.set, left.counts, node).counts.join() !== here.counts.join()) continue;
          const target = d.and(left.set, wanted);
          if (target === NONE) continue;
          if (via.answer !== undefined) {
            const answer = answersOf(from.step)[via.answer]!;
            const open = d.and(entry.set, space.condition(answer.when, entry.counts));
            const before = space.before(open, target, answer.effects);
            if (before === NONE) continue;
            return {node: from, before: {counts: entry.counts, set: one(space, before)}, told: {node: from.id, reply: {answers: [answer.id]}}};
          }
          const found = giveAt(space, from, entry, {counts: left.counts, set: target});
          if (!found) continue;
          const button = from.step.buttons![via.button!]!.id;
          return {node: from, before: found.before, told: {node: from.id, reply: {...found.reply, button}}};
        }
      }
    }
  }
  return undefined;
}

function leadsTo(from: Node, to: Node): boolean {
  const {control, buttons = []} = from.step;
  const targets = control?.t === 'one' ? control.answers.map((answer) => answer.to!) : buttons.flatMap((button) => button.routes.map((route) => route.to));
  return targets.some((target) => nodeId(target.flow ?? from.flow.id, target.step) === to.id);
}

/** What one visitor who enters with one of `entry` gives (ticks, a number, a place) to end in `target`. */
function giveAt(space: Space, node: Node, entry: One, target: One): {before: One; reply: Reply} | undefined {
  const d = space.diagrams;
  const {control} = node.step;
  if (control?.t === 'many') return selectAt(space, node, entry, target);
  if (entry.counts.join() !== target.counts.join()) return undefined;
  const unchanged = d.and(entry.set, target.set);
  if (unchanged !== NONE) return {before: {counts: entry.counts, set: one(space, unchanged)}, reply: {answers: []}};
  if (control?.t !== 'number' && control?.t !== 'place') return undefined;
  const bits = space.bitsOfName(control.name).sort((a, b) => a - b);
  for (const {set, label} of space.given(entry.set, control.name)) {
    const reached = d.and(set, target.set);
    if (reached === NONE) continue;
    const before = d.and(entry.set, d.forget(reached, bits));
    const reply: Reply = control.t === 'number' ? {answers: [], number: Number(label)} : {answers: [], place: true};
    return {before: {counts: entry.counts, set: one(space, before)}, reply};
  }
  return undefined;
}

function selectAt(space: Space, node: Node, entry: One, target: One): {before: One; reply: Reply} | undefined {
  const d = space.diagrams;
  const {control} = node.step;
  if (control?.t !== 'many') return undefined;
  const {stages, done, entry: entryBit, shadows, limit} = selections(space, control, entry.counts, entry.set);
  const start = Array.from(stages[0]!.values())[0];
  if (!start) return undefined;
  const entered = (set: Bdd): One => {
    // The shadows say what was known on entering; without them the bits themselves do.
    return {counts: entry.counts, set: one(space, d.forget(d.and(start.set, set), shadows))};
  };
  for (const {counts, set, alone} of done) {
    if (alone === undefined || counts.join() !== target.counts.join() || d.and(set, target.set) === NONE) continue;
    const answer = control.answers[alone]!;
    const before = space.before(d.and(start.set, space.condition(answer.when, entry.counts, entryBit)), target.set, answer.effects);
    if (before !== NONE) return {before: entered(before), reply: {answers: [answer.id]}};
  }
  const {min = 0, max = Infinity} = control;
  const free = control.answers.filter((answer) => !answer.alone);
  for (const last of stages.at(-1)!.values()) {
    if (last.chosen < min || last.chosen > max || last.counts.join() !== target.counts.join()) continue;
    let set = d.and(last.set, target.set);
    if (set === NONE) continue;
    const answers: string[] = [];
    let {chosen, counts} = last;
    set = oneWithShadows(space, set);
    for (let n = free.length - 1; n >= 0; n -= 1) {
      const left = stages[n]!.get(partialKey(chosen, counts));
      const kept = left ? d.and(left.set, set) : NONE;
      if (kept !== NONE) {
        set = kept;
        continue;
      }
      const answer = free[n]!;
      let taken: {chosen: number; counts: Counts; set: Bdd} | undefined;
      for (const earlier of stages[n]!.values()) {
        if (Math.min(limit, earlier.chosen + 1) !== chosen) continue;
        const open = d.and(earlier.set, space.condition(answer.when, entry.counts, entryBit));
        if (space.apply(open, earlier.counts, answer.effects).counts.join() !== counts.join()) continue;
        const before = space.before(open, set, answer.effects);
        if (before !== NONE) taken = {...earlier, set: before};
        if (taken) break;
      }
      if (!taken) return undefined;
      answers.unshift(answer.id);
      ({chosen, counts} = taken);
      set = oneWithShadows(space, taken.set);
    }
    return {before: entered(set), reply: {answers}};
  }
  return undefined;
}

/** One assignment of everything the set settles, shadows included. */
function oneWithShadows(space: Space, set: Bdd): Bdd {
  const d = space.diagrams;
  let result = set;
  for (const [bit, on] of d.pick(set)!) result = d.and(result, d.literal(bit, on));
  return result;
}
