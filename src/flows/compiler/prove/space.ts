import {COUNT_MAX, type CompareOp, type Condition, type Effect} from '../../model/condition.js';
import type {Flow, Step} from '../../model/flow.js';
import {NOTHING_KNOWN, recall, remember, type Memory} from '../../semantics/memory.js';
import {ALL, NONE, type Bdd, type Diagrams} from './bdd.js';
import {domainsOf, namesReadAt, readsOf, targetsOf, type MoreReads, type Reads} from './reads.js';
import {ringsOf} from './rings.js';

/** A step of a flow as a node of the whole pack's graph: `flow#step`. */
export type NodeId = string;

export interface Node {
  id: NodeId;
  flow: Flow;
  step: Step;
  /** Names that some condition here or later can still read. */
  live: ReadonlySet<string>;
  /** Set when the node lies on a ring of links: whether it is on the visitor's path decides what a link to it does. */
  pathBit?: number;
  /** Path bits that no longer matter here: those of rings that cannot be reached any more. */
  passed: readonly number[];
}

/** The counts of a memory, in the order of {@link Space.countNames}; each saturates where no condition can tell. */
export type Counts = readonly number[];

export const nodeId = (flow: string, step: string): NodeId => `${flow}#${step}`;

/** How a name is kept in bits: `bits` by value (or by class of numbers), and `known` where only that is asked. */
interface Coding {
  kind: 'one' | 'set' | 'number' | 'place';
  bits: Map<string, number>;
  known?: number;
  /** Of a number: lower bounds of the classes that conditions can tell apart, ascending. */
  classes?: number[];
}

/**
 * The memories of a pack as sets of bits: one bit per atom that some condition reads, so that what no condition
 * reads costs nothing. Counts are not bits: they are few and small, and sets are kept per combination of counts.
 */
export class Space {
  readonly nodes = new Map<NodeId, Node>();
  readonly countNames: string[] = [];
  /** Bits that say whether a step is on the visitor's path. */
  readonly pathBits = new Set<number>();
  #caps: number[] = [];
  #codings = new Map<string, Coding>();
  #bitName = new Map<number, {name: string; value?: string}>();
  #nextBit = 0;
  #forgotten = new Map<NodeId, readonly number[]>();

  constructor(
    readonly diagrams: Diagrams,
    flows: readonly Flow[],
    private readonly more: MoreReads = () => [],
  ) {
    const reads = readsOf(flows, more);
    this.#code(flows, reads);
    this.#connect(flows, reads);
  }

  get start(): Counts {
    return this.countNames.map(() => 0);
  }

  /** Nothing known: every bit off. */
  get nothing(): Bdd {
    let all = ALL;
    for (let bit = this.#nextBit - 2; bit >= 0; bit -= 2) all = this.diagrams.and(all, this.diagrams.literal(bit, false));
    return all;
  }

  /** The bit that keeps what `bit` was on entering a step, beside it in the order. */
  shadow(bit: number): number {
    return bit + 1;
  }

  /** What a bit stands for; nothing for a path bit. */
  meaning(bit: number): {name: string; value?: string} | undefined {
    return this.#bitName.get(bit);
  }

  bitsOfName(name: string): number[] {
    const coding = this.#codings.get(name);
    if (!coding) return [];
    return [...coding.bits.values(), ...(coding.known === undefined ? [] : [coding.known])];
  }

  /** The memories in which `condition` holds; `at` chooses between a bit and its shadow. */
  condition(condition: Condition | undefined, counts: Counts, at: (bit: number) => number = same): Bdd {
    if (!condition) return ALL;
    const d = this.diagrams;
    switch (condition[0]) {
      case '&':
        return (condition.slice(1) as Condition[]).reduce<Bdd>((all, part) => d.and(all, this.condition(part, counts, at)), ALL);
      case '|':
        return (condition.slice(1) as Condition[]).reduce<Bdd>((any, part) => d.or(any, this.condition(part, counts, at)), NONE);
      case '!':
        return d.not(this.condition(condition[1], counts, at));
      case '=':
      case 'has': {
        const kind = condition[0] === '=' ? 'one' : 'set';
        const coding = this.#codings.get(condition[1]);
        if (coding?.kind !== kind) return NONE;
        return this.#any((condition.slice(2) as string[]).flatMap((value) => coding.bits.get(value) ?? []), at);
      }
      case 'known': {
        const count = this.countNames.indexOf(condition[1]);
        if (count >= 0) return counts[count]! > 0 ? ALL : NONE;
        const coding = this.#codings.get(condition[1]);
        if (!coding) return NONE;
        return coding.known === undefined ? this.#any([...coding.bits.values()], at) : d.bit(at(coding.known));
      }
      case '#':
        return this.#size(condition[1], condition[2], condition[3], at);
      default:
        return this.#compare(condition[1], condition[0], condition[2], counts, at);
    }
  }

  /** A set after `effects`, with its counts. */
  apply(set: Bdd, counts: Counts, effects: readonly Effect[] | undefined): {set: Bdd; counts: Counts} {
    let [next, tally] = [set, counts];
    for (const effect of effects ?? []) {
      const [op, name, value] = effect;
      if (op === '+') {
        const at = this.countNames.indexOf(name);
        if (at >= 0) tally = tally.map((count, n) => (n === at ? Math.min(this.#caps[n]!, count + value) : count));
      } else {
        next = this.diagrams.assign(next, this.#written(op, name, value));
      }
    }
    return {set: next, counts: tally};
  }

  /** The memories of `from` that `effects` bring into `to`; counts are for the caller. */
  before(from: Bdd, to: Bdd, effects: readonly Effect[] | undefined): Bdd {
    let wanted = to;
    for (const effect of [...(effects ?? [])].reverse()) {
      const [op, name, value] = effect;
      if (op !== '+') wanted = this.undo(wanted, this.#written(op, name, value));
    }
    return this.diagrams.and(from, wanted);
  }

  /** The memories that giving these bits these values brings into `to`. */
  undo(to: Bdd, bits: readonly (readonly [bit: number, on: boolean])[]): Bdd {
    const d = this.diagrams;
    const set = bits.reduce<Bdd>((all, [bit, on]) => d.and(all, d.literal(bit, on)), to);
    return d.forget(set, bits.map(([bit]) => bit).sort((a, b) => a - b));
  }

  /** The bits that {@link project} forgets at `node`, ascending. */
  forgottenAt(node: Node): readonly number[] {
    let bits = this.#forgotten.get(node.id);
    if (!bits) {
      bits = Array.from(this.#codings.keys())
        .filter((name) => !node.live.has(name))
        .flatMap((name) => this.bitsOfName(name))
        .concat(node.passed)
        .sort((a, b) => a - b);
      this.#forgotten.set(node.id, bits);
    }
    return bits;
  }

  /** The bits that an effect changes, with their new values. */
  bitsWritten(effects: readonly Effect[] | undefined): number[] {
    return (effects ?? []).flatMap(([op, name, value]) => (op === '+' ? [] : this.#written(op, name, value).map(([bit]) => bit)));
  }

  /** The sets for each class of numbers (or for a place being given). */
  given(set: Bdd, name: string): {set: Bdd; label: string}[] {
    const coding = this.#codings.get(name);
    if (!coding) return [];
    if (coding.kind === 'place') {
      const bit = coding.known ?? coding.bits.get('ja');
      return bit === undefined ? [] : [{set: this.diagrams.assign(set, [[bit, true]]), label: 'ja'}];
    }
    return Array.from(coding.bits, ([label]) => ({
      label,
      set: this.diagrams.assign(set, Array.from(coding.bits, ([other, bit]) => [bit, other === label] as const)),
    }));
  }

  /** What is worth remembering at `node`: bits of names that nobody reads any more are free, their counts are 0. */
  project(set: Bdd, counts: Counts, node: Node): {set: Bdd; counts: Counts} {
    const kept = this.diagrams.forget(set, this.forgottenAt(node));
    return {set: kept, counts: counts.map((count, n) => (node.live.has(this.countNames[n]!) ? count : 0))};
  }

  /** A memory as {@link encode} would have coded it; values that no condition tells apart are left out. */
  decode(bits: ReadonlyMap<number, boolean>, counts: Counts): Memory {
    let memory: Memory = NOTHING_KNOWN;
    for (const [name, coding] of this.#codings) {
      const on = Array.from(coding.bits).flatMap(([value, bit]) => (bits.get(bit) ? [value] : []));
      if (coding.kind === 'set' && on.length) memory = remember(memory, name, on);
      else if (coding.kind === 'number' && on.length) memory = remember(memory, name, Number(on[0]));
      else if (on.length || (coding.known !== undefined && bits.get(coding.known))) memory = remember(memory, name, on[0] ?? '');
    }
    return this.countNames.reduce((known, name, n) => (counts[n] ? remember(known, name, counts[n]!) : known), memory);
  }

  /** One memory as bits (those that are on) and counts, for cross-checks and stories. */
  encode(memory: Memory): {bits: Map<number, boolean>; counts: Counts} {
    const bits = new Map<number, boolean>();
    for (const [name, coding] of this.#codings) {
      const value = recall(memory, name);
      if (value === undefined) continue;
      if (coding.known !== undefined) bits.set(coding.known, true);
      if (coding.kind === 'number') {
        const low = coding.classes!.filter((from) => from <= (value as number)).at(-1);
        bits.set(coding.bits.get(String(low))!, true);
      } else {
        for (const held of Array.isArray(value) ? value : [value]) {
          const bit = coding.bits.get(held as string);
          if (bit !== undefined) bits.set(bit, true);
        }
      }
    }
    const counts = this.countNames.map((name, n) => Math.min(this.#caps[n]!, Number(recall(memory, name) ?? 0)));
    return {bits, counts};
  }

  #any(bits: readonly number[], at: (bit: number) => number): Bdd {
    return bits.reduce<Bdd>((any, bit) => this.diagrams.or(any, this.diagrams.bit(at(bit))), NONE);
  }

  /** Sets of which the number of values compares as asked, by counting bit after bit. */
  #size(name: string, op: CompareOp, limit: number, at: (bit: number) => number): Bdd {
    const bits = [...(this.#codings.get(name)?.bits.values() ?? [])].sort((a, b) => b - a);
    // bySize[n]: the assignments of the bits seen so far of which n are on.
    let bySize: Bdd[] = [ALL];
    for (const bit of bits) {
      const [off, on] = [this.diagrams.literal(at(bit), false), this.diagrams.literal(at(bit), true)];
      bySize = [...bySize, NONE].map((_, size) =>
        this.diagrams.or(
          this.diagrams.and(off, bySize[size] ?? NONE),
          size > 0 ? this.diagrams.and(on, bySize[size - 1]!) : NONE,
        ),
      );
    }
    return bySize.reduce<Bdd>((any, set, size) => (compares(size, op, limit) ? this.diagrams.or(any, set) : any), NONE);
  }

  #compare(name: string, op: CompareOp, limit: number, counts: Counts, at: (bit: number) => number): Bdd {
    const count = this.countNames.indexOf(name);
    if (count >= 0) return compares(counts[count]!, op, limit) ? ALL : NONE;
    const coding = this.#codings.get(name);
    const unknown = compares(0, op, limit) ? ALL : NONE;
    if (coding?.kind !== 'number') return unknown;
    const bits = [...coding.bits];
    const fitting = this.#any(bits.flatMap(([low, bit]) => (compares(Number(low), op, limit) ? [bit] : [])), at);
    const given = this.#any(bits.map(([, bit]) => bit), at);
    return this.diagrams.or(fitting, this.diagrams.and(unknown, this.diagrams.not(given)));
  }

  #written(op: '=' | '+=', name: string, value: string): [bit: number, on: boolean][] {
    const coding = this.#codings.get(name);
    if (!coding) return [];
    const known: [number, boolean][] = coding.known === undefined ? [] : [[coding.known, true]];
    if (op === '+=') {
      const bit = coding.bits.get(value);
      return bit === undefined ? known : [...known, [bit, true]];
    }
    return [...known, ...Array.from(coding.bits, ([other, bit]): [number, boolean] => [bit, other === value])];
  }

  #newBit(name: string, value?: string): number {
    const bit = this.#nextBit;
    this.#nextBit += 2;
    if (name) this.#bitName.set(bit, value === undefined ? {name} : {name, value});
    return bit;
  }

  #code(flows: readonly Flow[], reads: Reads): void {
    for (const [name, domain] of domainsOf(flows)) {
      const read = reads.get(name);
      if (!read) continue;
      if (domain.kind === 'count') {
        this.countNames.push(name);
        this.#caps.push(Math.min(COUNT_MAX, Math.max(read.known ? 1 : 0, ...read.limits.map((limit) => limit + 1))));
        continue;
      }
      const coding: Coding = {kind: domain.kind, bits: new Map()};
      if (domain.kind === 'number') {
        // Classes begin at the lowest number and wherever a comparison changes its verdict.
        const starts = new Set([domain.min, ...read.limits.flatMap((limit) => [limit, limit + 1])]);
        coding.classes = [...starts].filter((n) => n >= domain.min && n <= domain.max).sort((a, b) => a - b);
        for (const low of coding.classes) coding.bits.set(String(low), this.#newBit(name, String(low)));
      } else if (domain.kind === 'place') {
        coding.known = this.#newBit(name);
      } else {
        const all = (domain as {values: string[]}).values;
        const values = domain.kind === 'set' && (read.size || read.known) ? all : all.filter((value) => read.values.has(value));
        for (const value of values) coding.bits.set(value, this.#newBit(name, value));
        if (domain.kind === 'one' && read.known) coding.known = this.#newBit(name);
      }
      this.#codings.set(name, coding);
    }
  }

  /** Makes the nodes: which names are live where, and which nodes lie on rings. */
  #connect(flows: readonly Flow[], reads: Reads): void {
    const next = new Map<NodeId, NodeId[]>();
    const live = new Map<NodeId, Set<string>>();
    for (const flow of flows) {
      for (const step of flow.steps) {
        const id = nodeId(flow.id, step.id);
        next.set(id, targetsOf(step).map((to) => nodeId(to.flow ?? flow.id, to.step)));
        live.set(id, new Set(namesReadAt(step, this.more).filter((name) => reads.has(name))));
      }
    }
    const ringOf = ringsOf(next);
    // Being on a path is remembered like a name, from before the ring until after it.
    for (const [id, ring] of ringOf) live.get(id)!.add(`:${ring}`);
    for (let changed = true; changed; ) {
      changed = false;
      for (const [id, names] of [...live].reverse()) {
        const before = names.size;
        for (const to of next.get(id)!) for (const name of live.get(to) ?? []) names.add(name);
        changed ||= names.size > before;
      }
    }
    const pathBits = new Map<NodeId, number>();
    for (const id of next.keys()) {
      if (!ringOf.has(id)) continue;
      pathBits.set(id, this.#newBit(''));
      this.pathBits.add(pathBits.get(id)!);
    }
    for (const flow of flows) {
      for (const step of flow.steps) {
        const id = nodeId(flow.id, step.id);
        const passed = [...pathBits].flatMap(([other, bit]) => (live.get(id)!.has(`:${ringOf.get(other)}`) ? [] : [bit]));
        const pathBit = pathBits.get(id);
        this.nodes.set(id, {id, flow, step, live: live.get(id)!, passed, ...(pathBit === undefined ? {} : {pathBit})});
      }
    }
  }
}

const same = (bit: number) => bit;

export function compares(left: number, op: CompareOp, right: number): boolean {
  if (op === '>=') return left >= right;
  if (op === '>') return left > right;
  if (op === '<=') return left <= right;
  if (op === '<') return left < right;
  return op === '==' ? left === right : left !== right;
}
