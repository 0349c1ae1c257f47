import type {CompareOp, Condition, Effect} from '../../model/condition.js';
import {ALL, NONE, type Bdd, type Diagrams} from '../prove/bdd.js';
import {compares} from '../prove/space.js';
import type {Version} from './questions.js';

/**
 * What visitors know at a step: who they are, and per thing that can be known which of them know it. A value, a class
 * of numbers or a member of a set is `name=value`; that a name is known at all is `name?`.
 */
export interface Known {
  who: Bdd;
  facts: ReadonlyMap<string, Bdd>;
  /** By name the visitors per count, from 0 up to where it stops mattering. */
  counts: ReadonlyMap<string, readonly Bdd[]>;
}

export const nobody: Known = {who: NONE, facts: new Map(), counts: new Map()};

/** Conditions and effects on what sets of visitors know. */
export class Knowledge {
  constructor(
    private readonly d: Diagrams,
    private readonly version: Version,
    private readonly classes: ReadonlyMap<string, readonly number[]>,
  ) {}

  /** The visitors in `who`, of whom nothing is known. */
  nothing(who: Bdd): Known {
    return {who, facts: new Map(), counts: new Map(Array.from(this.version.caps.keys(), (name) => [name, [who]]))};
  }

  /** Only those who are also in `who`. */
  among(known: Known, who: Bdd): Known {
    const {d} = this;
    const kept = d.and(known.who, who);
    if (kept === known.who) return known;
    if (kept === NONE) return nobody;
    const facts = new Map<string, Bdd>();
    for (const [fact, set] of known.facts) facts.set(fact, d.and(set, kept));
    const counts = new Map<string, Bdd[]>();
    for (const [name, sets] of known.counts) counts.set(name, sets.map((set) => d.and(set, kept)));
    return {who: kept, facts, counts};
  }

  /** Both groups together; nobody is in both. */
  together(a: Known, b: Known): Known {
    if (a.who === NONE) return b;
    if (b.who === NONE) return a;
    const {d} = this;
    const facts = new Map(a.facts);
    for (const [fact, set] of b.facts) facts.set(fact, d.or(facts.get(fact) ?? NONE, set));
    const counts = new Map<string, Bdd[]>();
    for (const name of a.counts.keys()) {
      const [left, right] = [a.counts.get(name)!, b.counts.get(name)!];
      counts.set(name, Array.from({length: Math.max(left.length, right.length)}, (_, n) => d.or(left[n] ?? NONE, right[n] ?? NONE)));
    }
    return {who: d.or(a.who, b.who), facts, counts};
  }

  /** After `effects` for those in `who`; the others stay as they were. */
  after(known: Known, who: Bdd, effects: readonly Effect[] | undefined): Known {
    if (!effects?.length) return known;
    const {d} = this;
    const chosen = d.and(known.who, who);
    const facts = new Map(known.facts);
    const counts = new Map(known.counts);
    const learn = (fact: string) => facts.set(fact, d.or(facts.get(fact) ?? NONE, chosen));
    for (const [op, name, value] of effects) {
      if (op === '+') {
        const [cap, before] = [this.version.caps.get(name), counts.get(name)];
        if (cap !== undefined && before) counts.set(name, this.#counted(before, chosen, value, cap));
        continue;
      }
      if (!this.version.reads.has(name)) continue;
      if (op === '=') for (const fact of this.#valuesOf(name)) if (facts.has(fact)) facts.set(fact, d.minus(facts.get(fact)!, chosen));
      learn(`${name}=${value}`);
      learn(`${name}?`);
    }
    return {who: known.who, facts, counts};
  }

  /** A number (by the lowest of its class) or a place filled in by those in `who`. */
  filledIn(known: Known, who: Bdd, name: string, value: string): Known {
    return this.after(known, who, [['=', name, value]]);
  }

  /** Those of whom the condition holds. */
  holds(condition: Condition | undefined, known: Known): Bdd {
    if (!condition) return known.who;
    const {d} = this;
    switch (condition[0]) {
      case '&':
        return (condition.slice(1) as Condition[]).reduce<Bdd>((all, part) => (all === NONE ? NONE : d.and(all, this.holds(part, known))), known.who);
      case '|':
        return (condition.slice(1) as Condition[]).reduce<Bdd>((any, part) => d.or(any, this.holds(part, known)), NONE);
      case '!':
        return d.minus(known.who, this.holds(condition[1], known));
      case '=':
      case 'has':
        return this.#kind(condition[1]) === (condition[0] === '=' ? 'one' : 'set') ? this.#any(known, condition[1], condition.slice(2) as string[]) : NONE;
      case 'known': {
        const counted = known.counts.get(condition[1]);
        return counted ? d.minus(known.who, counted[0]!) : (known.facts.get(`${condition[1]}?`) ?? NONE);
      }
      case '#':
        return this.#size(known, condition[1], condition[2], condition[3]);
      default:
        return this.#compare(known, condition[1], condition[0], condition[2]);
    }
  }

  /** Those whose count is at least `limit`. */
  atLeast(known: Known, name: string, limit: number): Bdd {
    return (known.counts.get(name) ?? []).slice(limit).reduce<Bdd>((any, set) => this.d.or(any, set), NONE);
  }

  #any(known: Known, name: string, values: readonly string[]): Bdd {
    return values.reduce<Bdd>((any, value) => this.d.or(any, known.facts.get(`${name}=${value}`) ?? NONE), NONE);
  }

  #size(known: Known, name: string, op: CompareOp, limit: number): Bdd {
    const {d} = this;
    let bySize: Bdd[] = [known.who];
    for (const fact of this.#kind(name) === 'set' ? this.#valuesOf(name) : []) {
      const on = known.facts.get(fact) ?? NONE;
      bySize = [...bySize, NONE].map((_, size) => d.or(d.minus(bySize[size] ?? NONE, on), size > 0 ? d.and(bySize[size - 1]!, on) : NONE));
    }
    return bySize.reduce<Bdd>((any, set, size) => (compares(size, op, limit) ? d.or(any, set) : any), NONE);
  }

  #compare(known: Known, name: string, op: CompareOp, limit: number): Bdd {
    const {d} = this;
    const counted = known.counts.get(name);
    if (counted) return counted.reduce<Bdd>((any, set, count) => (compares(count, op, limit) ? d.or(any, set) : any), NONE);
    const unknown = compares(0, op, limit);
    if (this.#kind(name) !== 'number') return unknown ? known.who : NONE;
    const fitting = this.#any(known, name, this.classes.get(name)!.filter((low) => compares(low, op, limit)).map(String));
    return unknown ? d.or(fitting, d.minus(known.who, known.facts.get(`${name}?`) ?? NONE)) : fitting;
  }

  #counted(before: readonly Bdd[], chosen: Bdd, by: number, cap: number): Bdd[] {
    const {d} = this;
    const next: Bdd[] = Array.from({length: Math.min(cap, before.length - 1 + by) + 1}, (_, n) => d.minus(before[n] ?? NONE, chosen));
    before.forEach((set, count) => {
      const to = Math.min(cap, count + by);
      next[to] = d.or(next[to]!, d.and(set, chosen));
    });
    return next;
  }

  #kind(name: string): string | undefined {
    return this.version.domains.get(name)?.kind;
  }

  #valuesOf(name: string): string[] {
    const domain = this.version.domains.get(name);
    if (domain?.kind === 'number') return this.classes.get(name)!.map((low) => `${name}=${low}`);
    return domain && 'values' in domain ? domain.values.map((value) => `${name}=${value}`) : [];
  }
}

/** All visitors. */
export const EVERYBODY: Bdd = ALL;
