import {COUNT_MAX, type CompareOp, type Effect} from '../../model/condition.js';
import {NOTHING_KNOWN, recall, remember, type Memory} from '../../semantics/memory.js';
import type {Atom, Domain, Reads} from './reads.js';

/**
 * How a name is kept in bits: `bits` by value (or by class of numbers), and `known` where only that is asked. The
 * bits of a count follow each other; the first n are on when it is n, and it saturates where no condition can tell.
 */
export interface CodedName {
  kind: Domain['kind'];
  bits: Map<string, number>;
  known?: number;
  /** Of a number: lower bounds of the classes that conditions can tell apart, ascending. */
  classes?: number[];
}

/** One bit per atom that some condition reads, so that what no condition reads costs nothing. */
export class Coding {
  readonly names = new Map<string, CodedName>();
  readonly #meaning = new Map<number, {name: string; value?: string}>();
  readonly #shadow: number[] = [];

  constructor(
    private readonly domains: ReadonlyMap<string, Domain>,
    reads: Reads,
  ) {
    // Counts come last: what is counted depends on names before it.
    const rank = (kind: Domain['kind']) => (kind === 'count' ? 1 : 0);
    for (const [name, domain] of [...domains].sort(([, a], [, b]) => rank(a.kind) - rank(b.kind))) {
      const read = reads.get(name);
      if (!read) continue;
      const coded: CodedName = {kind: domain.kind, bits: new Map()};
      if (domain.kind === 'count') {
        const most = Math.min(COUNT_MAX, Math.max(read.known ? 1 : 0, ...read.limits.map((limit) => limit + 1)));
        const bits = this.newBits(most, (n) => ({name, value: String(n + 1)}));
        bits.forEach((bit, n) => coded.bits.set(String(n + 1), bit));
      } else if (domain.kind === 'number') {
        // Classes begin at the lowest number and wherever a comparison changes its verdict.
        const starts = new Set([domain.min, ...read.limits.flatMap((limit) => [limit, limit + 1])]);
        coded.classes = [...starts].filter((n) => n >= domain.min && n <= domain.max).sort((a, b) => a - b);
        for (const low of coded.classes) coded.bits.set(String(low), this.#newBit(name, String(low)));
      } else if (domain.kind === 'place') {
        coded.known = this.#newBit(name);
      } else {
        const all = (domain as {values: string[]}).values;
        const values = domain.kind === 'set' && (read.size || read.known) ? all : all.filter((value) => read.values.has(value));
        for (const value of values) coded.bits.set(value, this.#newBit(name, value));
        if (domain.kind === 'one' && read.known) coded.known = this.#newBit(name);
      }
      this.names.set(name, coded);
    }
  }

  /** Bits in use, shadows included. */
  get size(): number {
    return this.#shadow.length;
  }

  /** Bits beside each other; their shadows follow together. */
  newBits(count: number, meaning?: (n: number) => {name: string; value?: string}): number[] {
    const first = this.#shadow.length;
    const bits = Array.from({length: count}, (_, n) => first + n);
    for (const bit of bits) this.#shadow[bit] = bit + count;
    for (const bit of bits) this.#shadow[bit + count] = bit + count;
    if (meaning) bits.forEach((bit, n) => this.#meaning.set(bit, meaning(n)));
    return bits;
  }

  #newBit(name: string, value?: string): number {
    return this.newBits(1, () => (value === undefined ? {name} : {name, value}))[0]!;
  }

  /** The bit that keeps what `bit` was on entering a step, near it in the order. */
  shadow(bit: number): number {
    return this.#shadow[bit]!;
  }

  /** Every bit that is no shadow, ascending. */
  get bits(): number[] {
    return this.#shadow.flatMap((shadow, bit) => (shadow === bit ? [] : [bit]));
  }

  /** What a bit stands for; nothing for a path bit. */
  meaning(bit: number): {name: string; value?: string} | undefined {
    return this.#meaning.get(bit);
  }

  isCount(name: string): boolean {
    return this.names.get(name)?.kind === 'count';
  }

  /** The bits of a name, ascending. */
  bitsOf(name: string): number[] {
    const coded = this.names.get(name);
    if (!coded) return [];
    return [...coded.bits.values(), ...(coded.known === undefined ? [] : [coded.known])].sort((a, b) => a - b);
  }

  /**
   * Whether an atom can be answered from bits. What no step of a flow reads has none: conditions of support count only
   * where advice is shown.
   */
  tells(atom: Atom): boolean {
    const name = atom[1] as string;
    const coded = this.names.get(name);
    const domain = this.domains.get(name);
    if (!coded || !domain) return false;
    if (atom[0] === '=' || atom[0] === 'has') return (atom.slice(2) as string[]).every((value) => coded.bits.has(value));
    if (domain.kind === 'one') return coded.known !== undefined;
    if (domain.kind === 'set') return domain.values.every((value) => coded.bits.has(value));
    if (domain.kind !== 'number' || atom[0] === 'known') return true;
    const limit = atom[2] as number;
    return [limit, limit + 1].every((low) => low <= domain.min || low > domain.max || coded.classes!.includes(low));
  }

  /** The bits that an atom looks at. */
  bitsRead(atom: Atom): number[] {
    const coded = this.names.get(atom[1] as string);
    if (!coded) return [];
    if (atom[0] === '=' || atom[0] === 'has') return (atom.slice(2) as string[]).flatMap((value) => coded.bits.get(value) ?? []);
    if (atom[0] === 'known' && coded.known !== undefined) return [coded.known];
    return [...coded.bits.values()];
  }

  /** The values that effects give to bits, without counts. */
  written(effect: Effect): [bit: number, on: boolean][] {
    const [op, name, value] = effect;
    const coded = this.names.get(name);
    if (!coded || op === '+') return [];
    const known: [number, boolean][] = coded.known === undefined ? [] : [[coded.known, true]];
    if (op === '+=') {
      const bit = coded.bits.get(value);
      return bit === undefined ? known : [...known, [bit, true]];
    }
    return [...known, ...Array.from(coded.bits, ([other, bit]): [number, boolean] => [bit, other === value])];
  }

  /** The bits that effects change, counts included. */
  bitsWritten(effects: readonly Effect[] | undefined): number[] {
    return (effects ?? []).flatMap((effect) => (effect[0] === '+' ? this.bitsOf(effect[1]) : this.written(effect).map(([bit]) => bit)));
  }

  /** What a memory is in bits; those left out are off. */
  encode(memory: Memory): Map<number, boolean> {
    const bits = new Map<number, boolean>();
    for (const [name, coded] of this.names) {
      const value = recall(memory, name);
      if (value === undefined) continue;
      if (coded.known !== undefined) bits.set(coded.known, true);
      if (coded.kind === 'count') {
        for (const [low, bit] of coded.bits) if (Number(low) <= (value as number)) bits.set(bit, true);
      } else if (coded.kind === 'number') {
        const low = coded.classes!.filter((from) => from <= (value as number)).at(-1);
        bits.set(coded.bits.get(String(low))!, true);
      } else {
        for (const held of Array.isArray(value) ? value : [value]) {
          const bit = coded.bits.get(held as string);
          if (bit !== undefined) bits.set(bit, true);
        }
      }
    }
    return bits;
  }

  /** A memory that would be coded so; values that no condition tells apart are left out. */
  decode(bits: ReadonlyMap<number, boolean>): Memory {
    let memory: Memory = NOTHING_KNOWN;
    for (const [name, coded] of this.names) {
      const on = Array.from(coded.bits).flatMap(([value, bit]) => (bits.get(bit) ? [value] : []));
      if (coded.kind === 'count' && on.length) memory = remember(memory, name, on.length);
      else if (coded.kind === 'set' && on.length) memory = remember(memory, name, on);
      else if (coded.kind === 'number' && on.length) memory = remember(memory, name, Number(on[0]));
      else if (on.length || (coded.known !== undefined && bits.get(coded.known))) memory = remember(memory, name, on[0] ?? '');
    }
    return memory;
  }
}

export function compares(left: number, op: CompareOp, right: number): boolean {
  if (op === '>=') return left >= right;
  if (op === '>') return left > right;
  if (op === '<=') return left <= right;
  if (op === '<') return left < right;
  return op === '==' ? left === right : left !== right;
}
