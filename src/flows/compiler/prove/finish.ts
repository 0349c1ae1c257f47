import type {Condition} from '../../model/condition.js';
import type {Target} from '../../model/node.js';
import {answersOf} from '../../semantics/dialogue.js';
import {ALL, NONE, type Bdd} from './bdd.js';
import type {Proof} from './proof.js';
import {targetsOf} from './reads.js';
import {selections} from './selections.js';
import {nodeId, type Node, type NodeId, type Space} from './space.js';
import type {Found, View} from './view.js';

/**
 * The memories with which somebody who enters a step can never come to an end (nor gets stuck, which another rule
 * tells).
 *
 * First by steps: a step is safe when everybody who enters it can go on to a safe step, be it back or onward; the way
 * to the end gets shorter each time. What is left is settled by memory. Somebody there is safe who can come to an end
 * without going back to where they were before this step, or who can get back there: that path is shorter, so all
 * are safe when each can do one of these, and who can do neither is lost. Going back to what lies on the way from
 * this step helps nobody; `backBit` of a step tells whether it came before.
 */
export class Finish {
  /** Per step who is known to be safe; everybody at steps that are not here. */
  readonly #doubtful = new Map<NodeId, Bdd>();

  readonly #view: View | undefined;

  constructor(private readonly proof: Proof) {
    this.#view = proof.exact;
    for (const {id} of proof.reached) this.#doubtful.set(id, NONE);
    this.#settleSteps(true);
    this.#settleSteps(false);
    if (this.#view) this.#settleMemories(this.#view);
    else for (const id of this.#doubtful.keys()) proof.doubt(proof.space.nodes.get(id)!, conditionsAt(proof.space.nodes.get(id)!));
  }

  /** The memories with which somebody who enters can never come to an end. */
  missing(node: Node): Found | undefined {
    let safe = this.#doubtful.get(node.id);
    if (safe === undefined || !this.#view) return undefined;
    const {space} = this.#view;
    const d = space.diagrams;
    for (const [id] of space.links.returns) {
      const {backBit, pathBit} = space.nodes.get(id)!;
      const before = id !== node.id && space.links.isAbove(id, node.id) ? ALL : pathBit === undefined ? NONE : d.bit(pathBit);
      const [with_, without] = [d.forget(d.and(safe, d.bit(backBit!)), [backBit!]), d.forget(d.minus(safe, d.bit(backBit!)), [backBit!])];
      safe = d.or(d.and(before, with_), d.minus(without, before));
    }
    const set = d.minus(this.#view.entering(node), safe);
    return set === NONE ? undefined : {view: this.#view, set};
  }

  #settleSteps(quick: boolean): void {
    const nodes = [...this.proof.reached].reverse();
    for (let changed = true; changed; ) {
      changed = false;
      for (const node of nodes) {
        if (!this.#doubtful.has(node.id)) continue;
        const doubts = targetsOf(node.step).some((to) => this.#doubtful.has(nodeId(to.flow ?? node.flow.id, to.step)));
        const lost = ({space, entering}: {space: Space; entering: Bdd}) =>
          space.diagrams.minus(entering, from(space, node, entering, (to) => (this.#doubtful.has(to.id) ? NONE : ALL)));
        const found = doubts && this.proof.find(node, conditionsAt(node), (view) => lost({space: view.space, entering: view.entering(node)}), quick);
        if (found) continue;
        this.#doubtful.delete(node.id);
        changed = true;
      }
    }
  }

  #settleMemories(view: View): void {
    const d = this.proof.space.diagrams;
    const nodes = [...this.proof.reached].reverse().filter(({id}) => this.#doubtful.has(id));
    for (let changed = true; changed; ) {
      changed = false;
      for (const node of nodes) {
        const known = this.#doubtful.get(node.id)!;
        let safe = from(view.space, node, view.entering(node), (to) => this.#before(node, to));
        // Going back to this step itself, from behind it, brings nothing.
        if (node.backBit !== undefined) safe = d.forget(d.minus(safe, d.bit(node.backBit)), [node.backBit]);
        if (d.minus(safe, known) === NONE) continue;
        this.#doubtful.set(node.id, d.or(known, safe));
        changed = true;
      }
    }
  }

  /** Just before `node` is left for `to`: who is safe then. */
  #before(node: Node, to: Node): Bdd {
    const {space} = this.proof;
    const d = space.diagrams;
    const known = this.#doubtful.get(to.id);
    if (known === undefined) return ALL;
    if (space.links.isAlwaysBack(node.id, to.id)) return d.bit(to.backBit!);
    let safe = space.unproject(known, to);
    if (space.links.isPerhapsBack(node.id, to.id)) {
      const onPath = d.bit(to.pathBit!);
      safe = d.or(d.minus(safe, onPath), d.and(onPath, d.bit(to.backBit!)));
    }
    return node.pathBit === undefined ? safe : space.undo(safe, [[node.pathBit, true]]);
  }
}

/** Which of those who enter with `set` are safe, given who is at `to` just before going there. */
function from(space: Space, node: Node, set: Bdd, at: (to: Node) => Bdd): Bdd {
  const d = space.diagrams;
  const {control, buttons = []} = node.step;
  const goal = (to: Target) => {
    const target = space.nodes.get(nodeId(to.flow ?? node.flow.id, to.step));
    return target ? at(target) : ALL;
  };
  if (control?.t === 'one') {
    let closed = set;
    let safe: Bdd = NONE;
    for (const answer of control.answers) {
      closed = d.and(closed, space.condition(answer.when, false));
      safe = d.or(safe, space.before(d.and(set, space.condition(answer.when)), goal(answer.to!), answer.effects));
    }
    return d.or(safe, closed);
  }
  let wanted: Bdd = NONE;
  let closed: Bdd = ALL;
  for (const button of buttons) {
    let left: Bdd = ALL;
    for (const route of button.routes) {
      wanted = d.or(wanted, d.and(d.and(left, space.condition(route.when)), goal(route.to)));
      left = d.and(left, space.condition(route.when, false));
    }
    closed = d.and(closed, left);
  }
  const able = giving(space, node, set, ALL);
  return d.or(giving(space, node, set, d.or(wanted, closed)), d.minus(set, able));
}

/** Which of those who enter with `set` can tick or fill in something that ends in `wanted`. */
function giving(space: Space, node: Node, set: Bdd, wanted: Bdd): Bdd {
  const d = space.diagrams;
  const {control} = node.step;
  if (control?.t === 'many') return choosing(space, node, set, wanted);
  let can = d.and(set, wanted);
  if (control?.t === 'number' || control?.t === 'place') {
    const bits = space.coding.bitsOf(control.name);
    for (const given of space.given(set, control.name)) can = d.or(can, d.and(set, d.forget(d.and(given.set, wanted), bits)));
  }
  return can;
}

function choosing(space: Space, node: Node, set: Bdd, wanted: Bdd): Bdd {
  const d = space.diagrams;
  const {control} = node.step;
  if (control?.t !== 'many') return NONE;
  const {min = 0, max = Infinity, answers} = control;
  const {stages, entry, shadows, limit} = selections(space, control, set);
  const free = answers.filter((answer) => !answer.alone);
  let goal = new Map(Array.from(stages.at(-1)!.keys(), (chosen) => [chosen, chosen >= min && chosen <= max ? wanted : NONE]));
  for (let n = free.length - 1; n >= 0; n -= 1) {
    const answer = free[n]!;
    const open = space.condition(answer.when, true, entry);
    const before = new Map<number, Bdd>();
    for (const [chosen, partial] of stages[n]!) {
      const taken = goal.get(Math.min(limit, chosen + 1)) ?? NONE;
      before.set(chosen, d.and(partial, d.or(goal.get(chosen) ?? NONE, space.before(open, taken, answer.effects))));
    }
    goal = before;
  }
  const start = stages[0]!.get(0);
  if (start === undefined) return NONE;
  let can = d.and(start, goal.get(0) ?? NONE);
  for (const answer of answers.filter(({alone}) => alone)) {
    can = d.or(can, d.and(start, space.before(space.condition(answer.when, true, entry), wanted, answer.effects)));
  }
  return d.and(set, d.forget(can, shadows));
}

/** What decides where somebody can go from here. */
function conditionsAt({step}: Node): (Condition | undefined)[] {
  return [...answersOf(step), ...(step.buttons ?? []).flatMap(({routes}) => routes)].map(({when}) => when);
}
