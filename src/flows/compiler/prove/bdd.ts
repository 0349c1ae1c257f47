/** A set of assignments to bits; 0 is the empty set and 1 is all of them. Valid only for the {@link Diagrams} that made it. */
export type Bdd = number;

export const NONE: Bdd = 0;
export const ALL: Bdd = 1;

/** Thrown when a proof would need more nodes than its budget. Counted in nodes, so every machine gives one verdict. */
export class OverBudget extends Error {
  constructor(readonly budget: number) {
    super(`The proof needs more than ${budget} nodes.`);
    this.name = 'OverBudget';
  }
}

const enum Op {
  And = 1,
  Or = 2,
  Diff = 3,
}

/**
 * Reduced ordered binary decision diagrams in typed arrays: every set has one node, so equality is `===`.
 * Bits are ordered by their number. Nodes are never freed; a proof makes one of these and drops it.
 */
export class Diagrams {
  #bit = new Int32Array(1 << 12);
  #low = new Int32Array(1 << 12);
  #high = new Int32Array(1 << 12);
  #size = 2;
  /** Open addressing: a node's number, or 0 for a free place. */
  #unique = new Int32Array(1 << 13);
  /** Results of operations, one place per hash: a clash forgets the older one and costs only time. */
  #cacheKey = new Float64Array(1 << 16);
  #cacheValue = new Int32Array(1 << 16);
  /** Numbers the lists of bits that were forgotten or assigned, so that they can be part of a cache key. */
  #lists = new Map<string, number>();

  /** @param budget most nodes that may be made. */
  constructor(readonly budget = 4_000_000) {
    // The two leaves come after every bit in the order.
    this.#bit[0] = this.#bit[1] = LEAF;
  }

  /** Nodes made so far, the two leaves included. */
  get size(): number {
    return this.#size;
  }

  /** All assignments in which `bit` is on. */
  bit(bit: number): Bdd {
    return this.#node(bit, NONE, ALL);
  }

  /** All assignments in which `bit` is as said. */
  literal(bit: number, on: boolean): Bdd {
    return on ? this.#node(bit, NONE, ALL) : this.#node(bit, ALL, NONE);
  }

  and(a: Bdd, b: Bdd): Bdd {
    if (a === NONE || b === NONE) return NONE;
    if (a === ALL || a === b) return b;
    if (b === ALL) return a;
    return a < b ? this.#apply(Op.And, a, b) : this.#apply(Op.And, b, a);
  }

  or(a: Bdd, b: Bdd): Bdd {
    if (a === ALL || b === ALL) return ALL;
    if (a === NONE || a === b) return b;
    if (b === NONE) return a;
    return a < b ? this.#apply(Op.Or, a, b) : this.#apply(Op.Or, b, a);
  }

  /** What is in `a` and not in `b`. */
  minus(a: Bdd, b: Bdd): Bdd {
    if (a === NONE || b === ALL || a === b) return NONE;
    if (b === NONE) return a;
    return this.#apply(Op.Diff, a, b);
  }

  not(a: Bdd): Bdd {
    return this.minus(ALL, a);
  }

  /** Forgets bits: the assignments that are in `a` for some value of them. `bits` must be sorted ascending. */
  forget(a: Bdd, bits: readonly number[]): Bdd {
    if (!bits.length || a <= ALL) return a;
    return this.#forget(a, bits, this.#listOf(`-${bits.join()}`), 0);
  }

  /** Gives bits a fixed value whatever they were, in one pass. `bits` in any order, each once. */
  assign(a: Bdd, bits: readonly (readonly [bit: number, on: boolean])[]): Bdd {
    if (!bits.length || a === NONE) return a;
    const sorted = [...bits].sort(([left], [right]) => left - right);
    return this.#assign(a, sorted, this.#listOf(sorted.join()), 0);
  }

  /**
   * Renumbers a count: whoever holds `v` holds `onto[v]` afterwards. `bits` are the count's bits, ascending and beside
   * each other in the order; the first n are on when it is n.
   */
  recount(a: Bdd, bits: readonly number[], onto: readonly number[]): Bdd {
    if (!bits.length || a === NONE || onto.every((to, from) => to === from)) return a;
    return this.#recount(a, bits, this.#listOf(`>${bits.join()};${onto.join()}`), true, (held) => {
      const next = bits.map(() => NONE).concat(NONE);
      onto.forEach((to, from) => (next[to] = this.or(next[to]!, held[from]!)));
      return next;
    });
  }

  /** The assignments that {@link recount} brings into `a`. */
  uncount(a: Bdd, bits: readonly number[], onto: readonly number[]): Bdd {
    if (!bits.length || a === NONE || onto.every((to, from) => to === from)) return a;
    return this.#recount(a, bits, this.#listOf(`<${bits.join()};${onto.join()}`), false, (held) => onto.map((to) => held[to]!));
  }

  /** One assignment in `a`: the bits that it settles, each on or off; the others are free. Nothing when empty. */
  pick(a: Bdd): Map<number, boolean> | undefined {
    if (a === NONE) return undefined;
    const settled = new Map<number, boolean>();
    for (let at = a; at !== ALL; ) {
      // Prefer off: the shortest story is the one in which least was said.
      const off = this.#low[at] !== NONE;
      settled.set(this.#bit[at]!, !off);
      at = off ? this.#low[at]! : this.#high[at]!;
    }
    return settled;
  }

  /** Whether an assignment (bits not given are off) is in `a`. */
  has(a: Bdd, assignment: ReadonlyMap<number, boolean>): boolean {
    let at = a;
    while (at > ALL) at = assignment.get(this.#bit[at]!) ? this.#high[at]! : this.#low[at]!;
    return at === ALL;
  }

  /** What is `low` where `bit` is off and `high` where it is on; both depend on later bits only. */
  branch(bit: number, low: Bdd, high: Bdd): Bdd {
    return this.#node(bit, low, high);
  }

  /** The first bit that `a` depends on; beyond every bit for the two leaves. */
  topOf(a: Bdd): number {
    return this.#bit[a]!;
  }

  /** What is left of `a` when its first bit is off. */
  lowOf(a: Bdd): Bdd {
    return a <= ALL ? a : this.#low[a]!;
  }

  /** What is left of `a` when its first bit is on. */
  highOf(a: Bdd): Bdd {
    return a <= ALL ? a : this.#high[a]!;
  }

  /** The bits that `a` depends on, ascending. */
  bitsOf(a: Bdd): number[] {
    const seen = new Set<Bdd>();
    const bits = new Set<number>();
    const stack = [a];
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      if (at <= ALL || seen.has(at)) continue;
      seen.add(at);
      bits.add(this.#bit[at]!);
      stack.push(this.#low[at]!, this.#high[at]!);
    }
    return Array.from(bits).sort((left, right) => left - right);
  }

  #apply(op: Op, a: Bdd, b: Bdd): Bdd {
    // Two node numbers below 2^24 and an operation fit a double exactly.
    const key = (a * 0x1000000 + b) * 4 + op;
    const place = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ op) & (this.#cacheKey.length - 1);
    if (this.#cacheKey[place] === key) return this.#cacheValue[place]!;
    const [bitA, bitB] = [this.#bit[a]!, this.#bit[b]!];
    const bit = bitA < bitB ? bitA : bitB;
    const lowA = bitA === bit ? this.#low[a]! : a;
    const highA = bitA === bit ? this.#high[a]! : a;
    const lowB = bitB === bit ? this.#low[b]! : b;
    const highB = bitB === bit ? this.#high[b]! : b;
    let result: Bdd;
    if (op === Op.And) result = this.#node(bit, this.and(lowA, lowB), this.and(highA, highB));
    else if (op === Op.Or) result = this.#node(bit, this.or(lowA, lowB), this.or(highA, highB));
    else result = this.#node(bit, this.minus(lowA, lowB), this.minus(highA, highB));
    return this.#keep(key, place, result);
  }

  /** The cache may have grown since `place` was computed; then the result is simply not kept. */
  #keep(key: number, place: number, result: Bdd): Bdd {
    if (place < this.#cacheKey.length) {
      this.#cacheKey[place] = key;
      this.#cacheValue[place] = result;
    }
    return result;
  }

  #forget(a: Bdd, bits: readonly number[], list: number, from: number): Bdd {
    if (a <= ALL) return a;
    const bit = this.#bit[a]!;
    let next = from;
    while (next < bits.length && bits[next]! < bit) next += 1;
    if (next === bits.length) return a;
    const key = (a * 0x1000000 + list * 256) * 4;
    const place = (Math.imul(a, 0xc2b2ae35) ^ Math.imul(list * 256, 0x27d4eb2f)) & (this.#cacheKey.length - 1);
    if (this.#cacheKey[place] === key) return this.#cacheValue[place]!;
    const low = this.#forget(this.#low[a]!, bits, list, next);
    const high = this.#forget(this.#high[a]!, bits, list, next);
    const result = bits[next] === bit ? this.or(low, high) : this.#node(bit, low, high);
    return this.#keep(key, place, result);
  }

  #assign(a: Bdd, bits: readonly (readonly [bit: number, on: boolean])[], list: number, from: number): Bdd {
    if (a === NONE || from === bits.length) return a;
    const bit = this.#bit[a]!;
    const [next, on] = bits[from]!;
    // A list is at most a name's values long; its rest is part of the key.
    const key = (a * 0x1000000 + list * 256 + from) * 4;
    const place = (Math.imul(a, 0xc2b2ae35) ^ Math.imul(list * 256 + from, 0x27d4eb2f)) & (this.#cacheKey.length - 1);
    if (from < 256 && this.#cacheKey[place] === key) return this.#cacheValue[place]!;
    let result: Bdd;
    if (bit < next) {
      result = this.#node(bit, this.#assign(this.#low[a]!, bits, list, from), this.#assign(this.#high[a]!, bits, list, from));
    } else {
      const rest = this.#assign(bit === next ? this.or(this.#low[a]!, this.#high[a]!) : a, bits, list, from + 1);
      result = this.#node(next, on ? NONE : rest, on ? rest : NONE);
    }
    return from < 256 ? this.#keep(key, place, result) : result;
  }

  #recount(a: Bdd, bits: readonly number[], list: number, strict: boolean, change: (held: Bdd[]) => Bdd[]): Bdd {
    if (a === NONE) return a;
    const key = (a * 0x1000000 + list * 256) * 4;
    const place = (Math.imul(a, 0xc2b2ae35) ^ Math.imul(list * 256, 0x27d4eb2f)) & (this.#cacheKey.length - 1);
    if (this.#cacheKey[place] === key) return this.#cacheValue[place]!;
    const bit = this.#bit[a]!;
    if (bit < bits[0]!) {
      return this.#keep(key, place, this.#node(bit, this.#recount(this.#low[a]!, bits, list, strict, change), this.#recount(this.#high[a]!, bits, list, strict, change)));
    }
    // What is left per count: on goes on counting, off ends it (and every later bit is off too).
    const held: Bdd[] = [];
    let on = a;
    for (let n = 0; n <= bits.length; n += 1) {
      let off = on;
      for (let at = n; at < bits.length; at += 1) off = this.#half(off, bits[at]!, false);
      held.push(off);
      if (n < bits.length) on = this.#half(on, bits[n]!, true);
    }
    const next = change(held);
    let result = next.at(-1)!;
    for (let n = bits.length - 1; n >= 0; n -= 1) {
      // Once a bit is off, later ones are too; where that is only asked, they need not be looked at.
      let off = next[n]!;
      if (strict) for (let at = bits.length - 1; at > n; at -= 1) off = this.#node(bits[at]!, off, NONE);
      result = this.#node(bits[n]!, off, result);
    }
    return this.#keep(key, place, result);
  }

  #half(a: Bdd, bit: number, on: boolean): Bdd {
    if (this.#bit[a] !== bit) return a;
    return on ? this.#high[a]! : this.#low[a]!;
  }

  #listOf(name: string): number {
    let list = this.#lists.get(name);
    if (list === undefined) this.#lists.set(name, (list = this.#lists.size));
    return list;
  }

  #node(bit: number, low: Bdd, high: Bdd): Bdd {
    if (low === high) return low;
    let mask = this.#unique.length - 1;
    let at = hashOf(bit, low, high) & mask;
    for (let node = this.#unique[at]!; node !== 0; node = this.#unique[at]!) {
      if (this.#bit[node] === bit && this.#low[node] === low && this.#high[node] === high) return node;
      at = (at + 1) & mask;
    }
    if (this.#size >= this.budget) throw new OverBudget(this.budget);
    if (this.#size === this.#bit.length) {
      this.#grow();
      mask = this.#unique.length - 1;
      at = hashOf(bit, low, high) & mask;
      while (this.#unique[at] !== 0) at = (at + 1) & mask;
    }
    const node = this.#size++;
    this.#bit[node] = bit;
    this.#low[node] = low;
    this.#high[node] = high;
    this.#unique[at] = node;
    return node;
  }

  /** Doubles the room for nodes, and with it the table and (up to a bound) the cache, which starts empty again. */
  #grow(): void {
    const grown = (old: Int32Array<ArrayBuffer>) => {
      const next = new Int32Array(old.length * 2);
      next.set(old);
      return next;
    };
    [this.#bit, this.#low, this.#high] = [grown(this.#bit), grown(this.#low), grown(this.#high)];
    this.#unique = new Int32Array(this.#bit.length * 2);
    const mask = this.#unique.length - 1;
    for (let node = 2; node < this.#size; node += 1) {
      let at = hashOf(this.#bit[node]!, this.#low[node]!, this.#high[node]!) & mask;
      while (this.#unique[at] !== 0) at = (at + 1) & mask;
      this.#unique[at] = node;
    }
    const room = Math.min(MOST_CACHED, this.#bit.length * 2);
    if (room > this.#cacheKey.length) {
      this.#cacheKey = new Float64Array(room);
      this.#cacheValue = new Int32Array(room);
    }
  }
}

const LEAF = 0x7fffffff;
const MOST_CACHED = 1 << 22;

function hashOf(bit: number, low: number, high: number): number {
  let hash = Math.imul(bit, 0x9e3779b1) ^ Math.imul(low, 0x85ebca6b) ^ Math.imul(high, 0xc2b2ae35);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) ^ (hash >>> 12);
}
