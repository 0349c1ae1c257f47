import type {Target} from '../../model/node.js';
import {NONE, type Bdd} from './bdd.js';
import type {Proof} from './proof.js';
import type {Sets} from './reach.js';
import {addTo} from './reach.js';
import {partialKey, selections} from './selections.js';
import {nodeId, type Counts, type Node, type NodeId} from './space.js';

/** The memories, just after a reply, from which what is wanted can be reached; by the counts of that moment. */
type Wanted = (counts: Counts) => Bdd;

/**
 * The memories with which somebody who enters a step can still come to an end (or gets stuck, which another rule
 * tells). Found backwards from the ends. A link to a step on the visitor's own path is Back. Who they were when they
 * entered that step is not kept, but their path was shorter then: Back helps when everybody who enters that step by
 * part of their path can come to an end. That never passes a dialogue without an end; in rings within rings whose steps
 * lead only back into each other it may doubt one that has.
 */
export class Finish {
  readonly entering = new Map<NodeId, Sets>();
  /** Per step on a ring: the paths by which going Back to it is known to help. */
  #helps = new Map<NodeId, Bdd>();

  constructor(private readonly proof: Proof) {
    for (let more = true; more; ) {
      this.#settle();
      more = false;
      for (const node of proof.reached) {
        if (node.pathBit === undefined) continue;
        const helps = this.#helpfulPaths(node);
        if (helps === this.#helps.get(node.id)) continue;
        this.#helps.set(node.id, helps);
        more = true;
      }
    }
  }

  /** Paths of which no part leads to this step with a memory that cannot come to an end. */
  #helpfulPaths(node: Node): Bdd {
    const d = this.proof.space.diagrams;
    const paths = this.proof.space.pathBits;
    let lost: Bdd = NONE;
    for (const {set} of this.missing(node).values()) lost = d.or(lost, d.forget(set, d.bitsOf(set).filter((bit) => !paths.has(bit))));
    // Whatever holds a path that is lost is lost too.
    for (const bit of d.bitsOf(lost)) lost = d.or(lost, d.and(d.bit(bit), d.forget(d.and(lost, d.literal(bit, false)), [bit])));
    return d.not(lost);
  }

  /** The memories with which somebody who enters can never come to an end. */
  missing(node: Node): Sets {
    const can = this.entering.get(node.id);
    return this.proof.narrow(this.proof.entering(node), (set, counts) => this.proof.space.diagrams.minus(set, can?.get(counts.join())?.set ?? NONE));
  }

  #settle(): void {
    const nodes = this.proof.reached.reverse();
    for (let changed = true; changed; ) {
      changed = false;
      for (const node of nodes) {
        let sets = this.entering.get(node.id);
        if (!sets) this.entering.set(node.id, (sets = new Map()));
        for (const {counts, set} of this.proof.entering(node).values()) {
          if (addTo(this.proof.space, sets, counts, this.#from(node, counts, set)) !== NONE) changed = true;
        }
      }
    }
  }

  /** Which of those who enter with `set` can end, as far as is known now. */
  #from(node: Node, counts: Counts, set: Bdd): Bdd {
    const {space} = this.proof;
    const d = space.diagrams;
    const {control, buttons = []} = node.step;
    if (control?.t === 'one') {
      let open: Bdd = NONE;
      let can: Bdd = NONE;
      for (const answer of control.answers) {
        const chosen = d.and(set, space.condition(answer.when, counts));
        open = d.or(open, chosen);
        const after = space.apply(chosen, counts, answer.effects).counts;
        can = d.or(can, space.before(chosen, this.#at(node, answer.to!, after), answer.effects));
      }
      return d.or(can, d.minus(set, open));
    }
    const onward: Wanted = (after) => {
      let can: Bdd = NONE;
      let closed: Bdd = d.not(NONE);
      for (const button of buttons) {
        let left: Bdd = d.not(NONE);
        for (const route of button.routes) {
          const taken = d.and(left, space.condition(route.when, after));
          left = d.minus(left, taken);
          closed = d.minus(closed, taken);
          can = d.or(can, d.and(taken, this.#at(node, route.to, after)));
        }
      }
      return d.or(can, closed);
    };
    const able = this.#giving(node, counts, set, () => d.not(NONE));
    return d.or(this.#giving(node, counts, set, onward), d.minus(set, able));
  }

  /** Just before the step was left for `to`: the memories with which one can end there. */
  #at(node: Node, to: Target, counts: Counts): Bdd {
    const {space} = this.proof;
    const d = space.diagrams;
    const target = space.nodes.get(nodeId(to.flow ?? node.flow.id, to.step));
    if (!target) return d.not(NONE);
    const kept = space.project(space.nothing, counts, target).counts;
    let wanted = d.forget(this.entering.get(target.id)?.get(kept.join())?.set ?? NONE, space.forgottenAt(target));
    if (target.pathBit !== undefined) {
      const onPath = d.bit(target.pathBit);
      wanted = d.or(d.minus(wanted, onPath), d.and(onPath, this.#helps.get(target.id) ?? NONE));
    }
    return node.pathBit === undefined || (target.passed.includes(node.pathBit) && target.pathBit === undefined) ? wanted : space.undo(wanted, [[node.pathBit, true]]);
  }

  /** Which of those who enter with `set` can tick or fill in something that ends in `wanted`. */
  #giving(node: Node, counts: Counts, set: Bdd, wanted: Wanted): Bdd {
    const {space} = this.proof;
    const d = space.diagrams;
    const {control} = node.step;
    if (control?.t === 'many') return this.#choosing(node, counts, set, wanted);
    let can = d.and(set, wanted(counts));
    if (control?.t === 'number' || control?.t === 'place') {
      const bits = space.bitsOfName(control.name).sort((a, b) => a - b);
      for (const given of space.given(set, control.name)) can = d.or(can, d.and(set, d.forget(d.and(given.set, wanted(counts)), bits)));
    }
    return can;
  }

  #choosing(node: Node, counts: Counts, set: Bdd, wanted: Wanted): Bdd {
    const {space} = this.proof;
    const d = space.diagrams;
    const {control} = node.step;
    if (control?.t !== 'many') return NONE;
    const {min = 0, max = Infinity, answers} = control;
    const {stages, entry, shadows, limit} = selections(space, control, counts, set);
    const free = answers.filter((answer) => !answer.alone);
    let goal = new Map<string, Bdd>();
    for (const [key, last] of stages.at(-1)!) if (last.chosen >= min && last.chosen <= max) goal.set(key, wanted(last.counts));
    for (let n = free.length - 1; n >= 0; n -= 1) {
      const answer = free[n]!;
      const open = space.condition(answer.when, counts, entry);
      const before = new Map<string, Bdd>();
      for (const [key, partial] of stages[n]!) {
        const after = space.apply(partial.set, partial.counts, answer.effects).counts;
        const taken = goal.get(partialKey(Math.min(limit, partial.chosen + 1), after)) ?? NONE;
        before.set(key, d.and(partial.set, d.or(goal.get(key) ?? NONE, space.before(open, taken, answer.effects))));
      }
      goal = before;
    }
    const start = stages[0]!.get(partialKey(0, counts));
    if (!start) return NONE;
    let can = d.and(start.set, goal.get(partialKey(0, counts)) ?? NONE);
    for (const answer of answers.filter(({alone}) => alone)) {
      const after = space.apply(start.set, counts, answer.effects).counts;
      can = d.or(can, d.and(start.set, space.before(space.condition(answer.when, counts, entry), wanted(after), answer.effects)));
    }
    return d.and(set, d.forget(can, shadows));
  }
}
