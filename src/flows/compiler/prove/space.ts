import type {CompareOp, Condition, Effect} from '../../model/condition.js';
import type {Flow, Step} from '../../model/flow.js';
import type {Memory} from '../../semantics/memory.js';
import {ALL, NONE, type Bdd, type Diagrams} from './bdd.js';
import {Coding, compares} from './coding.js';
import {entrancesOf, Links, nodeId, type NodeId} from './links.js';
import {aliveAt, thresholdsOf, type Alive} from './liveness.js';
import {atomsOf, domainsOf, readsOf, type MoreReads} from './reads.js';

export {compares} from './coding.js';
export {nodeId, type NodeId} from './links.js';

/** A step among the steps of all flows. */
export interface Node {
  id: NodeId;
  flow: Flow;
  step: Step;
  /** Set when a link may lead back here or onward: whether it is on the visitor's path decides which. */
  pathBit?: number;
  /** Set when some link can lead back here; see {@link Finish}. */
  backBit?: number;
}

export interface SpaceOptions {
  /** Conditions that a step reads beyond its own text. */
  more?: MoreReads;
  /** Only these names are kept; of the others every condition may hold and may fail. */
  names?: ReadonlySet<string>;
  /**
   * Links that lead back for some visitors and onward for others: told apart by path (the default), followed by
   * everybody (so that too many visitors are seen), or followed by nobody who would have to come back for it (too few).
   */
  returns?: 'by-path' | 'everybody' | 'nobody';
  /** How the steps hang together, when that is known already. */
  links?: Links;
}

/** The memories of a pack as sets of bits, and what conditions and effects are to them. */
export class Space {
  readonly nodes = new Map<NodeId, Node>();
  readonly links: Links;
  readonly coding: Coding;
  readonly returns: 'by-path' | 'everybody' | 'nobody';
  /** Bits that say whether a step is on the visitor's path. */
  readonly pathBits = new Set<number>();
  readonly #backBits = new Set<number>();
  readonly #alive: ReadonlyMap<NodeId, Alive>;
  readonly #names: ReadonlySet<string> | undefined;
  readonly #forgotten = new Map<NodeId, {bits: number[]; counts: {bits: number[]; onto: number[]}[]}>();
  readonly #conditions = new WeakMap<Condition, [holds?: Bdd, fails?: Bdd]>();

  constructor(
    readonly diagrams: Diagrams,
    flows: readonly Flow[],
    {more = () => [], names, returns = 'by-path', links = new Links(flows, entrancesOf(flows))}: SpaceOptions = {},
  ) {
    this.links = links;
    this.returns = returns;
    this.#names = names;
    const domains = domainsOf(flows);
    if (names) for (const name of domains.keys()) if (!names.has(name)) domains.delete(name);
    this.coding = new Coding(domains, readsOf(flows, more));
    const marks = this.#place(flows);
    this.#alive = aliveAt(flows, this.links, this.coding, more, marks);
  }

  /** Nothing known, on no path: every bit off, but for those that only {@link Finish} asks for. */
  get nothing(): Bdd {
    let all = ALL;
    for (const bit of this.coding.bits.reverse()) if (!this.#backBits.has(bit)) all = this.diagrams.and(all, this.diagrams.literal(bit, false));
    return all;
  }

  /** One memory, with every bit settled. */
  just(memory: Memory): Bdd {
    let one = this.nothing;
    for (const [bit, on] of this.coding.encode(memory)) one = this.diagrams.assign(one, [[bit, on]]);
    return one;
  }

  /**
   * The memories in which `condition` holds (or, with `want` off, fails). Where names are left out, those in which it
   * may: then the two overlap. `at` chooses between a bit and its shadow.
   */
  condition(condition: Condition | undefined, want = true, at: (bit: number) => number = same): Bdd {
    if (!condition) return want ? ALL : NONE;
    if (at !== same) return this.#read(condition, want, at);
    let known = this.#conditions.get(condition);
    if (!known) this.#conditions.set(condition, (known = []));
    return (known[want ? 0 : 1] ??= this.#read(condition, want, at));
  }

  /** A set after `effects`. */
  apply(set: Bdd, effects: readonly Effect[] | undefined): Bdd {
    let next = set;
    for (const effect of effects ?? []) {
      if (effect[0] === '+') next = this.diagrams.recount(next, ...this.#added(effect[1], effect[2]));
      else next = this.diagrams.assign(next, this.coding.written(effect));
    }
    return next;
  }

  /** The memories of `from` that `effects` bring into `to`. */
  before(from: Bdd, to: Bdd, effects: readonly Effect[] | undefined): Bdd {
    let wanted = to;
    for (const effect of [...(effects ?? [])].reverse()) {
      if (effect[0] === '+') wanted = this.diagrams.uncount(wanted, ...this.#added(effect[1], effect[2]));
      else wanted = this.undo(wanted, this.coding.written(effect));
    }
    return this.diagrams.and(from, wanted);
  }

  /** The memories that giving these bits these values brings into `to`. */
  undo(to: Bdd, bits: readonly (readonly [bit: number, on: boolean])[]): Bdd {
    const d = this.diagrams;
    const set = bits.reduce<Bdd>((all, [bit, on]) => d.and(all, d.literal(bit, on)), to);
    return d.forget(set, bits.map(([bit]) => bit).sort((a, b) => a - b));
  }

  /** The sets for each class of numbers (or for a place being given). */
  given(set: Bdd, name: string): {set: Bdd; label: string}[] {
    const coded = this.coding.names.get(name);
    if (!coded) return [];
    if (coded.kind === 'place') return [{set: this.diagrams.assign(set, [[coded.known!, true]]), label: 'ja'}];
    return Array.from(coded.bits, ([label]) => ({
      label,
      set: this.diagrams.assign(set, Array.from(coded.bits, ([other, bit]) => [bit, other === label] as const)),
    }));
  }

  /** What is worth remembering at `node`: bits that nobody reads any more are free, counts saturate where nobody can tell. */
  project(set: Bdd, node: Node): Bdd {
    const {bits, counts} = this.#forgottenAt(node);
    let kept = this.diagrams.forget(set, bits);
    for (const {bits: of, onto} of counts) kept = this.diagrams.recount(kept, of, onto);
    return kept;
  }

  /** The memories of which {@link project} makes one of `set`. */
  unproject(set: Bdd, node: Node): Bdd {
    const {bits, counts} = this.#forgottenAt(node);
    let wide = set;
    for (const {bits: of, onto} of counts) wide = this.diagrams.uncount(wide, of, onto);
    return this.diagrams.forget(wide, bits);
  }

  /** Whether all that `condition` asks for is still kept at `node`. */
  remembers(node: Node, condition: Condition): boolean {
    const alive = this.#alive.get(node.id)!;
    return atomsOf(condition).every((atom) => {
      const name = atom[1] as string;
      if (!this.coding.tells(atom)) return false;
      if (!this.coding.isCount(name)) return this.coding.bitsRead(atom).every((bit) => alive.bits.has(bit));
      const limits = alive.counts.get(name)?.limits;
      return limits !== undefined && thresholdsOf(atom).every((limit) => limits.has(limit));
    });
  }

  #forgottenAt(node: Node): {bits: number[]; counts: {bits: number[]; onto: number[]}[]} {
    let found = this.#forgotten.get(node.id);
    if (!found) {
      const alive = this.#alive.get(node.id)!;
      const kept = new Set(alive.bits);
      const counts: {bits: number[]; onto: number[]}[] = [];
      for (const [name, {limits, grows}] of alive.counts) {
        if (!limits.size) continue;
        const bits = this.coding.bitsOf(name);
        bits.forEach((bit) => kept.add(bit));
        const asked = [0, ...limits].filter((limit) => limit <= bits.length).sort((a, b) => a - b);
        const onto = Array.from({length: bits.length + 1}, (_, n) => (grows ? Math.min(n, asked.at(-1)!) : asked.filter((limit) => limit <= n).at(-1)!));
        if (onto.some((to, from) => to !== from)) counts.push({bits, onto});
      }
      found = {bits: this.coding.bits.filter((bit) => !kept.has(bit) && !this.#backBits.has(bit)), counts};
      this.#forgotten.set(node.id, found);
    }
    return found;
  }

  /** Makes the nodes; gives the path bits by node. */
  #place(flows: readonly Flow[]): Map<NodeId, number> {
    const marks = new Map<NodeId, number>();
    for (const flow of flows) {
      for (const step of flow.steps) {
        const id = nodeId(flow.id, step.id);
        const node: Node = {id, flow, step};
        const returns = this.links.returns.get(id);
        if (returns) {
          node.backBit = this.coding.newBits(1)[0]!;
          this.#backBits.add(node.backBit);
        }
        if (returns === 'perhaps' && this.returns === 'by-path') {
          node.pathBit = this.coding.newBits(1)[0]!;
          marks.set(id, node.pathBit);
          this.pathBits.add(node.pathBit);
        }
        this.nodes.set(id, node);
      }
    }
    return marks;
  }

  #added(name: string, by: number): [bits: number[], onto: number[]] {
    const bits = this.coding.isCount(name) ? this.coding.bitsOf(name) : [];
    return [bits, Array.from({length: bits.length + 1}, (_, n) => Math.min(bits.length, n + by))];
  }

  #read(condition: Condition, want: boolean, at: (bit: number) => number): Bdd {
    const d = this.diagrams;
    if (condition[0] === '!') return this.condition(condition[1], !want, at);
    if (condition[0] === '&' || condition[0] === '|') {
      const parts = (condition.slice(1) as Condition[]).map((part) => this.condition(part, want, at));
      return (condition[0] === '&') === want ? parts.reduce<Bdd>((all, part) => d.and(all, part), ALL) : parts.reduce<Bdd>((any, part) => d.or(any, part), NONE);
    }
    if (this.#names && !this.#names.has(condition[1] as string)) return ALL;
    const holding = this.#atom(condition, at);
    return want ? holding : d.not(holding);
  }

  #atom(atom: Condition, at: (bit: number) => number): Bdd {
    const coded = this.coding.names.get(atom[1] as string);
    switch (atom[0]) {
      case '=':
      case 'has':
        if (coded?.kind !== (atom[0] === '=' ? 'one' : 'set')) return NONE;
        return this.#any((atom.slice(2) as string[]).flatMap((value) => coded.bits.get(value) ?? []), at);
      case 'known':
        if (!coded) return NONE;
        return coded.known === undefined ? this.#any([...coded.bits.values()], at) : this.diagrams.bit(at(coded.known));
      case '#':
        return this.#size(atom[1], atom[2], atom[3], at);
      default:
        return this.#compare(atom[1] as string, atom[0] as CompareOp, atom[2] as number, at);
    }
  }

  #any(bits: readonly number[], at: (bit: number) => number): Bdd {
    return bits.reduce<Bdd>((any, bit) => this.diagrams.or(any, this.diagrams.bit(at(bit))), NONE);
  }

  /** Sets of which the number of values compares as asked, by counting bit after bit. */
  #size(name: string, op: CompareOp, limit: number, at: (bit: number) => number): Bdd {
    const bits = [...(this.coding.names.get(name)?.bits.values() ?? [])].sort((a, b) => b - a);
    // bySize[n]: the assignments of the bits seen so far of which n are on.
    let bySize: Bdd[] = [ALL];
    for (const bit of bits) {
      const [off, on] = [this.diagrams.literal(at(bit), false), this.diagrams.literal(at(bit), true)];
      bySize = [...bySize, NONE].map((_, size) =>
        this.diagrams.or(this.diagrams.and(off, bySize[size] ?? NONE), size > 0 ? this.diagrams.and(on, bySize[size - 1]!) : NONE),
      );
    }
    return bySize.reduce<Bdd>((any, set, size) => (compares(size, op, limit) ? this.diagrams.or(any, set) : any), NONE);
  }

  #compare(name: string, op: CompareOp, limit: number, at: (bit: number) => number): Bdd {
    const d = this.diagrams;
    const coded = this.coding.names.get(name);
    const unknown = compares(0, op, limit) ? ALL : NONE;
    const bits = [...(coded?.bits ?? [])];
    if (coded?.kind === 'count') {
      // By value from the highest: what holds of those that are at least so high.
      let rest: Bdd = compares(bits.length, op, limit) ? ALL : NONE;
      for (let n = bits.length - 1; n >= 0; n -= 1) {
        const bit = d.bit(at(bits[n]![1]));
        rest = d.or(d.and(bit, rest), compares(n, op, limit) ? d.not(bit) : NONE);
      }
      return rest;
    }
    if (coded?.kind !== 'number') return unknown;
    const fitting = this.#any(bits.flatMap(([low, bit]) => (compares(Number(low), op, limit) ? [bit] : [])), at);
    const given = this.#any(bits.map(([, bit]) => bit), at);
    return d.or(fitting, d.and(unknown, d.not(given)));
  }
}

const same = (bit: number) => bit;
