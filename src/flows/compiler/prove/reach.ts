import type {Target} from '../../model/node.js';
import {NONE, type Bdd} from './bdd.js';
import {selections} from './selections.js';
import {nodeId, type Counts, type Node, type NodeId, type Space} from './space.js';

/** Sets of memories, apart per combination of counts. */
export type Sets = Map<string, {counts: Counts; set: Bdd}>;

/** What some visitors do at a step and where it brings them. `via` tells which answer or button it was. */
export interface Move {
  to: Target;
  via: {answer?: number; button?: number; route?: number};
  sets: Sets;
}

/** Adds to `sets`; returns what was not yet in it. */
export function addTo(space: Space, sets: Sets, counts: Counts, set: Bdd): Bdd {
  if (set === NONE) return NONE;
  const key = counts.join();
  const known = sets.get(key);
  if (!known) {
    sets.set(key, {counts, set});
    return set;
  }
  const fresh = space.diagrams.minus(set, known.set);
  if (fresh !== NONE) known.set = space.diagrams.or(known.set, set);
  return fresh;
}

/** What a step makes of the memories that enter it: every move, and the memories in which its buttons are judged. */
export interface Passage {
  moves: Move[];
  /** Memories at the moment of pressing a button (or choosing, for a list of links), by counts. */
  judged: Sets;
  /** Memories in which no answer and no button is open. */
  closed: Sets;
}

/** All moves out of `node` for visitors who enter it with `entering`. Shadows hold what was known on entering. */
export function passThrough(space: Space, node: Node, entering: Sets): Passage {
  const {step} = node;
  const passage: Passage = {moves: [], judged: new Map(), closed: new Map()};
  if (step.control?.t === 'one') {
    const moves = step.control.answers.map((answer, n): Move => ({to: answer.to!, via: {answer: n}, sets: new Map()}));
    for (const {counts, set} of entering.values()) {
      let open: Bdd = NONE;
      step.control.answers.forEach((answer, n) => {
        const chosen = space.diagrams.and(set, space.condition(answer.when, counts));
        open = space.diagrams.or(open, chosen);
        const after = space.apply(chosen, counts, answer.effects);
        addTo(space, moves[n]!.sets, after.counts, after.set);
      });
      addTo(space, passage.closed, counts, space.diagrams.minus(set, open));
    }
    passage.moves = moves;
    return passage;
  }
  for (const {counts, set} of entering.values()) {
    for (const after of ticked(space, node, counts, set).values()) addTo(space, passage.judged, after.counts, after.set);
  }
  const buttons = step.buttons ?? [];
  passage.moves = buttons.flatMap((button, b) =>
    button.routes.map((route, r): Move => ({to: route.to, via: {button: b, route: r}, sets: new Map()})),
  );
  for (const {counts, set} of passage.judged.values()) {
    let at = 0;
    let open: Bdd = NONE;
    for (const button of buttons) {
      let left = set;
      for (const route of button.routes) {
        const taken = space.diagrams.and(left, space.condition(route.when, counts));
        left = space.diagrams.minus(left, taken);
        open = space.diagrams.or(open, taken);
        addTo(space, passage.moves[at]!.sets, counts, taken);
        at += 1;
      }
    }
    addTo(space, passage.closed, counts, space.diagrams.minus(set, open));
  }
  return passage;
}

/** The memories after ticking or filling in, for every selection within the bounds. */
function ticked(space: Space, node: Node, counts: Counts, entering: Bdd): Sets {
  const {control} = node.step;
  const result: Sets = new Map();
  if (control?.t === 'many') {
    for (const after of selections(space, control, counts, entering).done) addTo(space, result, after.counts, after.set);
    return result;
  }
  addTo(space, result, counts, entering);
  if (control?.t === 'number' || control?.t === 'place') {
    for (const {set} of space.given(entering, control.name)) addTo(space, result, counts, set);
  }
  return result;
}


/** The sets of memories with which some visitor enters each step. */
export class Reach {
  readonly entering = new Map<NodeId, Sets>();

  /** Walks every possible visitor from every `start`, of whom nothing is known. */
  constructor(
    readonly space: Space,
    starts: readonly NodeId[],
  ) {
    const fresh = new Map<NodeId, Sets>();
    const order = new Map(Array.from(space.nodes.keys(), (id, n) => [id, n]));
    for (const id of starts) this.#enter(id, space.start, space.nothing, fresh);
    while (fresh.size) {
      // Earlier steps first: most visitors then come along together.
      let first: NodeId | undefined;
      for (const id of fresh.keys()) if (first === undefined || order.get(id)! < order.get(first)!) first = id;
      const sets = fresh.get(first!)!;
      fresh.delete(first!);
      this.#leave(space.nodes.get(first!)!, sets, fresh);
    }
  }

  setsAt(id: NodeId): Sets {
    return this.entering.get(id) ?? new Map();
  }

  #leave(node: Node, sets: Sets, fresh: Map<NodeId, Sets>): void {
    const {space} = this;
    for (const {to, sets: leaving} of passThrough(space, node, sets).moves) {
      const target = space.nodes.get(nodeId(to.flow ?? node.flow.id, to.step));
      if (!target) continue;
      for (const {counts, set} of leaving.values()) {
        // The step just left is on the path; a link to a step on the path is Back and reaches nothing new.
        let moved = node.pathBit === undefined ? set : space.diagrams.assign(set, [[node.pathBit, true]]);
        if (target.pathBit !== undefined) moved = space.diagrams.and(moved, space.diagrams.literal(target.pathBit, false));
        this.#enter(target.id, counts, moved, fresh);
      }
    }
  }

  #enter(id: NodeId, counts: Counts, set: Bdd, fresh: Map<NodeId, Sets>): void {
    if (set === NONE) return;
    const {space} = this;
    const node = space.nodes.get(id)!;
    const kept = space.project(set, counts, node);
    let sets = this.entering.get(id);
    if (!sets) this.entering.set(id, (sets = new Map()));
    const added = addTo(space, sets, kept.counts, kept.set);
    if (added === NONE) return;
    let waiting = fresh.get(id);
    if (!waiting) fresh.set(id, (waiting = new Map()));
    addTo(space, waiting, kept.counts, added);
  }
}
