import {COUNT_MAX} from '../../model/condition.js';
import type {Flow, Step} from '../../model/flow.js';
import type {SupportPart} from '../../model/support.js';
import {answersOf} from '../../semantics/dialogue.js';
import {ALL, type Bdd, type Diagrams} from '../prove/bdd.js';
import {domainsOf, readsOf, type Domain, type MoreReads, type Reads} from '../prove/reads.js';
import {showsAdvice} from '../prove/shows-advice.js';
import {nodeId, type NodeId} from '../prove/space.js';

/** What is asked at a step, as bits: what one visitor would answer there. Versions of a pack share these. */
export interface Question {
  id: NodeId;
  kind: 'one' | 'many' | 'number' | 'place' | 'none';
  /** A bit per answer (or class of numbers, by its lowest; or `ja` for a place), in source order. */
  answers: ReadonlyMap<string, number>;
  /** A bit per button; none where there is only one. */
  buttons: ReadonlyMap<string, number>;
}

/** One version of a pack's flows, with how its conditions read what is remembered. */
export interface Version {
  flows: readonly Flow[];
  steps: ReadonlyMap<NodeId, {flow: Flow; step: Step}>;
  domains: ReadonlyMap<string, Domain>;
  reads: Reads;
  /** Where each count stops mattering. */
  caps: ReadonlyMap<string, number>;
}

/**
 * Visitors as assignments of bits: a visitor is somebody with an answer in mind for every question. What such a
 * visitor meets follows from that, so that sets of visitors, and what versions of a pack make of them, are decision
 * diagrams over the same bits.
 */
export class Questions {
  readonly versions: Version[];
  /** Lower bounds of the classes of each number name, ascending. */
  readonly classes = new Map<string, number[]>();
  #questions = new Map<string, Question>();
  #bits = 0;
  #asked: number;

  constructor(
    readonly diagrams: Diagrams,
    packs: readonly {flows: readonly Flow[]; more?: MoreReads}[],
  ) {
    this.versions = packs.map(({flows, more}) => versionOf(flows, more ?? (() => [])));
    this.#classify();
    // Steps in the order of the last version, with what only earlier ones have behind what it followed there.
    const order: NodeId[] = [];
    for (const {steps} of [...this.versions].reverse()) {
      let at = 0;
      for (const id of steps.keys()) {
        const known = order.indexOf(id);
        if (known < 0) order.splice(at, 0, id);
        at = (known < 0 ? at : known) + 1;
      }
    }
    for (const id of order) {
      const steps = this.versions.flatMap((version) => version.steps.get(id)?.step ?? []);
      for (const step of steps) if (!this.#questions.has(keyOf(id, step))) this.#ask(id, steps.filter((other) => kindOf(other) === kindOf(step)));
    }
    this.#asked = this.#bits;
  }

  get all(): Question[] {
    return [...this.#questions.values()];
  }

  at(id: NodeId, step: Step): Question {
    return this.#questions.get(keyOf(id, step))!;
  }

  /** How many bits the questions themselves have. */
  get bits(): number {
    return this.#asked;
  }

  /** Bits for what follows from answers, below all of them in the order. */
  newBits(count: number): number[] {
    return Array.from({length: count}, () => this.#bits++);
  }

  /** Visitors who give this answer and no other of the group. */
  only(group: ReadonlyMap<string, number>, id: string): Bdd {
    const d = this.diagrams;
    let all: Bdd = ALL;
    for (const [other, bit] of [...group].reverse()) all = d.and(all, d.literal(bit, other === id));
    return all;
  }

  #ask(id: NodeId, steps: readonly Step[]): void {
    const kind = kindOf(steps[0]!);
    const union = (lists: readonly (readonly string[])[]) => {
      const ids: string[] = [];
      for (const list of lists) list.forEach((each, n) => ids.includes(each) || ids.splice(n === 0 ? 0 : ids.indexOf(list[n - 1]!) + 1, 0, each));
      return ids;
    };
    let answers = union(steps.map((step) => answersOf(step).map((answer) => answer.id)));
    const {control} = steps[0]!;
    if (control?.t === 'number') answers = ['', ...this.classes.get(control.name)!.map(String)];
    if (control?.t === 'place') answers = ['ja'];
    const buttons = union(steps.map((step) => (step.buttons ?? []).map((button) => button.id)));
    const bits = (ids: readonly string[]) => new Map(ids.map((each) => [each, this.#bits++]));
    this.#questions.set(keyOf(id, steps[0]!), {id, kind, answers: bits(answers), buttons: bits(buttons.length > 1 ? buttons : [])});
  }

  #classify(): void {
    for (const {domains, reads} of this.versions) {
      for (const [name, domain] of domains) {
        if (domain.kind !== 'number') continue;
        const limits = this.versions.flatMap((version) => version.reads.get(name)?.limits ?? reads.get(name)?.limits ?? []);
        const starts = new Set([...(this.classes.get(name) ?? []), domain.min, ...limits.flatMap((limit) => [limit, limit + 1])]);
        this.classes.set(name, [...starts].filter((n) => n >= domain.min && n <= domain.max).sort((a, b) => a - b));
      }
    }
  }
}

function kindOf({control}: Step): Question['kind'] {
  return !control || control.t === 'text' ? 'none' : control.t;
}

function keyOf(id: NodeId, step: Step): string {
  const {control} = step;
  // Two number fields for different names are different questions.
  return `${id} ${kindOf(step)} ${control?.t === 'number' ? control.name : ''}`;
}

function versionOf(flows: readonly Flow[], more: MoreReads): Version {
  const reads = readsOf(flows, more);
  const domains = domainsOf(flows);
  const caps = new Map<string, number>();
  for (const [name, domain] of domains) {
    const read = reads.get(name);
    if (domain.kind === 'count' && read) caps.set(name, Math.min(COUNT_MAX, Math.max(read.known ? 1 : 0, ...read.limits.map((limit) => limit + 1))));
  }
  const steps = new Map(flows.flatMap((flow) => flow.steps.map((step) => [nodeId(flow.id, step.id), {flow, step}] as const)));
  return {flows, steps, domains, reads, caps};
}

/** The conditions of all advice, for steps that show it. */
export function adviceReads(support: SupportPart | undefined): MoreReads {
  const advice = (support?.kinds ?? []).flatMap(({fits, unless}) => [...(fits ?? []).map(({when}) => when), ...(unless ? [unless] : [])]);
  return (step) => (showsAdvice(step) ? advice : []);
}
