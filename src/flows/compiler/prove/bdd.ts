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
  #unique = new Map<number, number[]>();
  #cache = new Map<bigint | string, Bdd>();

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
    return bits.length ? this.#forget(a, bits, `f${bits.join(',')}`, 0) : a;
  }

  /** Gives bits a fixed value whatever they were: `a` with `bit` forgotten and then set. */
  assign(a: Bdd, bits: readonly (readonly [bit: number, on: boolean])[]): Bdd {
    if (!bits.length || a === NONE) return a;
    const sorted = [...bits].sort(([left], [right]) => left - right);
    let result = this.forget(a, sorted.map(([bit]) => bit));
    for (const [bit, on] of sorted.reverse()) result = this.and(result, this.literal(bit, on));
    return result;
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
    const known = this.#applied.get(key);
    if (known !== undefined) return known;
    const [bitA, bitB] = [this.#bit[a]!, this.#bit[b]!];
    const bit = Math.min(bitA, bitB);
    const [lowA, highA] = bitA === bit ? [this.#low[a]!, this.#high[a]!] : [a, a];
    const [lowB, highB] = bitB === bit ? [this.#low[b]!, this.#high[b]!] : [b, b];
    const combine = op === Op.And ? this.and : op === Op.Or ? this.or : this.minus;
    const result = this.#node(bit, combine.call(this, lowA, lowB), combine.call(this, highA, highB));
    this.#applied.set(key, result);
    return result;
  }

  #applied = new Map<number, Bdd>();

  #forget(a: Bdd, bits: readonly number[], name: string, from: number): Bdd {
    if (a <= ALL) return a;
    const bit = this.#bit[a]!;
    let next = from;
    while (next < bits.length && bits[next]! < bit) next += 1;
    if (next === bits.length) return a;
    const key = `${name}:${a}`;
    const known = this.#cache.get(key);
    if (known !== undefined) return known;
    const low = this.#forget(this.#low[a]!, bits, name, next);
    const high = this.#forget(this.#high[a]!, bits, name, next);
    const result = bits[next] === bit ? this.or(low, high) : this.#node(bit, low, high);
    this.#cache.set(key, result);
    return result;
  }

  #node(bit: number, low: Bdd, high: Bdd): Bdd {
    if (low === high) return low;
    const hash = (Math.imul(bit, 0x9e3779b1) ^ Math.imul(low, 0x85ebca6b) ^ Math.imul(high, 0xc2b2ae35)) | 0;
    let bucket = this.#unique.get(hash);
    if (bucket) {
      for (const node of bucket) {
        if (this.#bit[node] === bit && this.#low[node] === low && this.#high[node] === high) return node;
      }
    } else {
      this.#unique.set(hash, (bucket = []));
    }
    if (this.#size >= this.budget) throw new OverBudget(this.budget);
    if (this.#size === this.#bit.length) this.#grow();
    const node = this.#size++;
    this.#bit[node] = bit;
    this.#low[node] = low;
    this.#high[node] = high;
    bucket.push(node);
    return node;
  }

  #grow(): void {
    const grown = (old: Int32Array<ArrayBuffer>) => {
      const next = new Int32Array(old.length * 2);
      next.set(old);
      return next;
    };
    [this.#bit, this.#low, this.#high] = [grown(this.#bit), grown(this.#low), grown(this.#high)];
  }
}

const LEAF = 0x7fffffff;
