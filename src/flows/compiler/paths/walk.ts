import type {ManyControl, Step} from '../../model/flow.js';
import {answersOf} from '../../semantics/dialogue.js';
import {ALL, NONE, type Bdd} from '../prove/bdd.js';
import {nodeId, type NodeId} from '../prove/space.js';
import {EVERYBODY, Knowledge, nobody, type Known} from './known.js';
import type {Questions, Version} from './questions.js';

/** Where everybody who begins at one step comes. Somebody who would go back to a step of their own path is left there. */
export interface Walked {
  /** Who enters each step, and with what knowledge. */
  entering: ReadonlyMap<NodeId, Known>;
  /** Who ends where. */
  ends: ReadonlyMap<NodeId, Known>;
}

/** Walks all visitors through one version of a pack at once. */
export class Walk {
  readonly knowledge: Knowledge;
  readonly version: Version;
  #rank: Map<NodeId, number> | undefined;

  constructor(
    readonly questions: Questions,
    version = 0,
  ) {
    this.version = questions.versions[version]!;
    this.knowledge = new Knowledge(questions.diagrams, this.version, questions.classes);
  }

  /** Everybody from `start` to the ends. `busy` is called now and then, with the steps done and those still to do. */
  all(start: NodeId, busy: (done: number) => void = () => {}): Walked {
    const {knowledge} = this;
    const entering = new Map<NodeId, Known>();
    const ends = new Map<NodeId, Known>();
    const waiting = new Map<NodeId, Known>([[start, knowledge.nothing(EVERYBODY)]]);
    const rank = this.#ranks();
    for (let done = 0; waiting.size; done += 1) {
      busy(done);
      // Earlier steps first: most visitors then come along together.
      const id = [...waiting.keys()].reduce((first, other) => (rank.get(other)! < rank.get(first)! ? other : first));
      const arrived = this.#fresh(entering, id, waiting.get(id)!);
      waiting.delete(id);
      if (arrived.who === NONE) continue;
      const {moves, ended} = this.leave(id, arrived);
      if (ended.who !== NONE) ends.set(id, knowledge.together(ends.get(id) ?? nobody, ended));
      for (const [to, known] of moves) waiting.set(to, knowledge.together(waiting.get(to) ?? nobody, known));
    }
    return {entering, ends};
  }

  /** After 0, 1, 2 … replies: who enters which step then, for the first time. */
  *layers(start: NodeId): Generator<ReadonlyMap<NodeId, Known>> {
    const entering = new Map<NodeId, Known>();
    let layer = new Map<NodeId, Known>([[start, this.knowledge.nothing(EVERYBODY)]]);
    while (layer.size) {
      const next = new Map<NodeId, Known>();
      const here = new Map<NodeId, Known>();
      for (const [id, known] of layer) {
        const arrived = this.#fresh(entering, id, known);
        if (arrived.who !== NONE) here.set(id, arrived);
      }
      if (here.size) yield here;
      for (const [id, known] of here) {
        for (const [to, moved] of this.leave(id, known).moves) next.set(to, this.knowledge.together(next.get(to) ?? nobody, moved));
      }
      layer = next;
    }
  }

  /** Adds who arrives at a step and was not there before; the others have gone Back. */
  #fresh(entering: Map<NodeId, Known>, id: NodeId, known: Known): Known {
    const before = entering.get(id) ?? nobody;
    const fresh = this.knowledge.among(known, this.questions.diagrams.minus(known.who, before.who));
    if (fresh.who !== NONE) entering.set(id, this.knowledge.together(before, fresh));
    return fresh;
  }

  /** Where those who enter a step go, and those for whom it is the end. */
  leave(id: NodeId, entering: Known): {moves: Map<NodeId, Known>; ended: Known} {
    const {flow, step} = this.version.steps.get(id)!;
    const d = this.questions.diagrams;
    const question = this.questions.at(id, step);
    const moves = new Map<NodeId, Known>();
    const move = (to: {flow?: string; step: string}, known: Known) => {
      const target = nodeId(to.flow ?? flow.id, to.step);
      if (known.who !== NONE && this.version.steps.has(target)) moves.set(target, this.knowledge.together(moves.get(target) ?? nobody, known));
    };
    if (step.control?.t === 'one') {
      for (const answer of step.control.answers) {
        const chosen = d.and(this.knowledge.holds(answer.when, entering), this.questions.only(question.answers, answer.id));
        move(answer.to!, this.knowledge.after(this.knowledge.among(entering, chosen), chosen, answer.effects));
      }
      return {moves, ended: nobody};
    }
    const replied = this.#reply(id, step, entering);
    let closed = replied.who;
    for (const button of step.buttons ?? []) {
      let left: Bdd = d.and(replied.who, question.buttons.size ? this.questions.only(question.buttons, button.id) : ALL);
      for (const {when, to} of button.routes) {
        const open = this.knowledge.holds(when, replied);
        closed = d.minus(closed, open);
        move(to, this.knowledge.among(replied, d.and(left, open)));
        left = d.minus(left, open);
      }
    }
    return {moves, ended: step.control ? nobody : this.knowledge.among(replied, closed)};
  }

  /** Who of those who enter a step replies in a way that is taken, the button apart. */
  replying(id: NodeId, entering: Known): Bdd {
    return this.#reply(id, this.version.steps.get(id)!.step, entering).who;
  }

  /** What everybody knows once they have ticked or filled in what they would; those whose ticks are not allowed drop out. */
  #reply(id: NodeId, step: Step, entering: Known): Known {
    const {control} = step;
    const {answers} = this.questions.at(id, step);
    const d = this.questions.diagrams;
    if (control?.t === 'many') return this.#ticked(control, answers, entering);
    if (control?.t === 'place') return this.knowledge.filledIn(entering, d.bit(answers.get('ja')!), control.name, 'ja');
    if (control?.t !== 'number') return entering;
    let known = this.knowledge.among(entering, this.questions.only(answers, ''));
    for (const low of this.questions.classes.get(control.name)!) {
      if (low < control.min && !this.#holdsSome(control, low)) continue;
      if (low > control.max) continue;
      const who = this.questions.only(answers, String(low));
      known = this.knowledge.together(known, this.knowledge.filledIn(this.knowledge.among(entering, who), who, control.name, String(low)));
    }
    return known;
  }

  /** Whether a class of numbers that begins below a field's own bound still reaches into it. */
  #holdsSome({name, min}: {name: string; min: number}, low: number): boolean {
    const next = this.questions.classes.get(name)!.find((other) => other > low);
    return next === undefined || next > min;
  }

  #ticked(control: ManyControl, bits: ReadonlyMap<string, number>, entering: Known): Known {
    const d = this.questions.diagrams;
    const {min = 0, max = Infinity} = control;
    // Options that are not there for somebody count as not ticked.
    const ticks = control.answers.map((answer) => d.and(this.knowledge.holds(answer.when, entering), d.bit(bits.get(answer.id)!)));
    const most = Math.max(min, max === Infinity ? 0 : max + 1);
    let byNumber: Bdd[] = [entering.who];
    let alone: Bdd = NONE;
    let lonely: Bdd = entering.who;
    control.answers.forEach((answer, n) => {
      const tick = ticks[n]!;
      if (answer.alone) {
        // With this one no other may be ticked.
        alone = d.or(alone, ticks.reduce<Bdd>((rest, other, m) => (m === n ? rest : d.minus(rest, other)), tick));
        lonely = d.minus(lonely, tick);
        return;
      }
      const next: Bdd[] = Array.from({length: Math.min(most, byNumber.length) + 1}, () => NONE);
      byNumber.forEach((set, count) => {
        next[count] = d.or(next[count]!, d.minus(set, tick));
        const to = Math.min(most, count + 1);
        next[to] = d.or(next[to]!, d.and(set, tick));
      });
      byNumber = next;
    });
    const free = byNumber.reduce<Bdd>((any, set, count) => (count >= min && count <= max ? d.or(any, set) : any), NONE);
    let known = this.knowledge.among(entering, d.or(alone, d.and(free, lonely)));
    control.answers.forEach((answer, n) => (known = this.knowledge.after(known, ticks[n]!, answer.effects)));
    return known;
  }

  /** An order in which steps mostly come before those they lead to. */
  #ranks(): Map<NodeId, number> {
    if (this.#rank) return this.#rank;
    const {steps} = this.version;
    const done: NodeId[] = [];
    const seen = new Set<NodeId>();
    for (const root of steps.keys()) {
      const work = [{id: root, next: nextOf(this.version, root)}];
      if (seen.has(root)) continue;
      seen.add(root);
      while (work.length) {
        const top = work.at(-1)!;
        const to = top.next.pop();
        if (to === undefined) {
          done.push(work.pop()!.id);
        } else if (!seen.has(to) && steps.has(to)) {
          seen.add(to);
          work.push({id: to, next: nextOf(this.version, to)});
        }
      }
    }
    this.#rank = new Map(done.reverse().map((id, n) => [id, n]));
    return this.#rank;
  }
}

/** The steps that a step links to. */
export function nextOf(version: Version, id: NodeId): NodeId[] {
  const {flow, step} = version.steps.get(id)!;
  const targets = [...answersOf(step).flatMap(({to}) => to ?? []), ...(step.buttons ?? []).flatMap(({routes}) => routes.map(({to}) => to))];
  return [...new Set(targets.map((to) => nodeId(to.flow ?? flow.id, to.step)))];
}
