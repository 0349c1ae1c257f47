import type {Target} from '../../model/node.js';
import {NONE, type Bdd} from './bdd.js';
import {selections} from './selections.js';
import {nodeId, type Node, type NodeId, type Space} from './space.js';

/** What some visitors do at a step and where it brings them. `via` tells which answer or button it was. */
export interface Move {
  to: Target;
  via: {answer?: number; button?: number; route?: number};
  /** Their memories on leaving. */
  set: Bdd;
}

/** What a step makes of the memories that enter it. */
export interface Passage {
  moves: Move[];
  /** Memories at the moment of pressing a button (or choosing, for a list of links). */
  judged: Bdd;
  /** Memories in which no answer and no button is open. */
  closed: Bdd;
}

/** All moves out of `node` for visitors who enter it with `entering`. */
export function passThrough(space: Space, node: Node, entering: Bdd): Passage {
  const {control, buttons = []} = node.step;
  const d = space.diagrams;
  let closed = entering;
  if (control?.t === 'one') {
    const moves = control.answers.map((answer, n): Move => {
      closed = d.and(closed, space.condition(answer.when, false));
      return {to: answer.to!, via: {answer: n}, set: space.apply(d.and(entering, space.condition(answer.when)), answer.effects)};
    });
    return {moves, judged: NONE, closed};
  }
  const judged = ticked(space, node, entering);
  closed = judged;
  const moves = buttons.flatMap((button, b) => {
    let left = judged;
    return button.routes.map((route, r): Move => {
      const set = d.and(left, space.condition(route.when));
      const refused = space.condition(route.when, false);
      left = d.and(left, refused);
      closed = d.and(closed, refused);
      return {to: route.to, via: {button: b, route: r}, set};
    });
  });
  return {moves, judged, closed};
}

/** The memories after ticking or filling in, for every selection within the bounds. */
function ticked(space: Space, node: Node, entering: Bdd): Bdd {
  const {control} = node.step;
  const d = space.diagrams;
  if (control?.t === 'many') return selections(space, control, entering).done.reduce<Bdd>((all, {set}) => d.or(all, set), NONE);
  if (control?.t !== 'number' && control?.t !== 'place') return entering;
  return space.given(entering, control.name).reduce<Bdd>((all, {set}) => d.or(all, set), entering);
}

/** The memories with which some visitor enters each step. */
export class Reach {
  readonly #entering = new Map<NodeId, Bdd>();

  /**
   * Walks every possible visitor from every start, of whom nothing is known.
   *
   * @param starts entrances of the flows; all of them when left out.
   * @param onStep called for every step that is looked at, as often as that is.
   * @param goOn those of a step's visitors who are followed further; all of them when left out.
   */
  constructor(
    readonly space: Space,
    readonly starts: readonly NodeId[] = space.links.entrances,
    private readonly onStep: (done: number, of: number) => void = () => {},
    goOn: (set: Bdd) => Bdd = (set) => set,
  ) {
    const {links} = space;
    for (const id of starts) if (!links.entrances.includes(id)) throw new Error(`"${id}" is no entrance.`);
    const fresh = new Map<NodeId, Bdd>();
    for (const id of starts) this.#enter(id, space.nothing, fresh);
    // Earlier steps first: most visitors then come along together. Rings are gone round until nobody new comes by.
    while (fresh.size) {
      for (const [n, id] of links.order.entries()) {
        const set = fresh.get(id);
        if (set === undefined) continue;
        fresh.delete(id);
        this.onStep(n + 1, links.order.length);
        const node = space.nodes.get(id)!;
        for (const {to, set: left} of passThrough(space, node, goOn(set)).moves) {
          const target = space.nodes.get(nodeId(to.flow ?? node.flow.id, to.step));
          if (target) this.#enter(target.id, arriving(space, node, target, left), fresh);
        }
      }
    }
  }

  /** The memories of those who enter this step. */
  at(id: NodeId): Bdd {
    return this.#entering.get(id) ?? NONE;
  }

  #enter(id: NodeId, set: Bdd, fresh: Map<NodeId, Bdd>): void {
    if (set === NONE) return;
    const d = this.space.diagrams;
    const known = this.at(id);
    const added = d.minus(this.space.project(set, this.space.nodes.get(id)!), known);
    if (added === NONE) return;
    this.#entering.set(id, d.or(known, added));
    fresh.set(id, d.or(fresh.get(id) ?? NONE, added));
  }
}

/** Who comes from `node` at `target` with what they left with; a link to a step on the path is Back and reaches nothing new. */
export function arriving(space: Space, node: Node, target: Node, left: Bdd): Bdd {
  const d = space.diagrams;
  if (left === NONE || space.links.isAlwaysBack(node.id, target.id)) return NONE;
  if (space.returns !== 'by-path') return space.returns === 'everybody' || space.links.leadsOn(node.id, target.id) ? left : NONE;
  const moved = node.pathBit === undefined ? left : d.assign(left, [[node.pathBit, true]]);
  return space.links.isPerhapsBack(node.id, target.id) ? d.and(moved, d.literal(target.pathBit!, false)) : moved;
}
