import {ALL, NONE, type Bdd, type Diagrams} from '../prove/bdd.js';
import {cover, TooManyCubes, type Cube} from './isop.js';
import type {Question, Questions} from './questions.js';
import type {Shares} from './shares.js';

/** Bits of which a visitor has exactly one on: the answers of a question, or its buttons. */
export interface Group {
  question: Question;
  buttons: boolean;
  bits: ReadonlyMap<string, number>;
}

/** A count that reaches a number, as a bit of its own: "last 5 or more" says more than all ways to get there. */
export interface Threshold {
  bit: number;
  name: string;
  from: number;
  /** Who reaches it. */
  who: Bdd;
  /** Set where it is about how many values of a set are known. */
  size?: true;
  /** In which of two versions; nothing where that makes no difference. */
  version?: 'old' | 'new';
}

/** Stands among the answers of a group for those to whom the question was not put. */
export const NOT_ASKED = ' ';

/** One situation: everything that must be so. */
export interface Case {
  /** Per group the answers (or buttons) of which one was chosen, and {@link NOT_ASKED}. */
  choices: ReadonlyMap<Group, ReadonlySet<string>>;
  /** Bits of ticks and places, on or off. */
  ticks: ReadonlyMap<number, boolean>;
  thresholds: ReadonlyMap<Threshold, boolean>;
}

export interface Cases {
  cases: Case[];
  /** False when the situations only bound what was asked for: it happens in them only, but not to everybody there. */
  exact: boolean;
}

/** Most situations in a list that people read. */
const MOST_CASES = 12;
/** Most products to look for before situations are joined. */
const MOST_CUBES = 160;

/** Of how many things bounds may speak, and in how many situations. */
const MOST_BOUNDING = 16;
const MOST_BOUNDS = 4;

/** Puts sets of visitors into few situations, in terms of what they answered. */
export class CaseFinder {
  readonly groups: Group[];
  #d: Diagrams;
  #groupOf = new Map<number, {group: Group; id: string}>();
  #care = new Map<Bdd, Bdd>();

  constructor(
    readonly questions: Questions,
    readonly shares: Shares,
    readonly thresholds: readonly Threshold[] = [],
    private readonly mostCases = MOST_CASES,
  ) {
    this.#d = questions.diagrams;
    this.groups = questions.all.flatMap((question) => [
      ...(question.kind === 'many' || question.kind === 'place' || !question.answers.size ? [] : [{question, buttons: false, bits: question.answers}]),
      ...(question.buttons.size ? [{question, buttons: true, bits: question.buttons}] : []),
    ]);
    for (const group of this.groups) for (const [id, bit] of group.bits) this.#groupOf.set(bit, {group, id});
  }

  /** The situations in which the visitors `wanted` are told from the others of `among`. `early` speaks of the first questions that tell them. */
  find(wanted: Bdd, among: Bdd, early = false): Cases {
    const d = this.#d;
    let care = this.#careOf(among);
    let inside = d.and(wanted, care);
    if (inside === NONE) return {cases: [], exact: true};
    if (early) {
      let outside = d.minus(care, inside);
      for (const bits of this.#partsOf(care).reverse()) {
        const [within, without] = [d.forget(inside, bits), d.forget(outside, bits)];
        if (d.and(within, without) === NONE) [inside, outside] = [within, without];
      }
      care = d.or(inside, outside);
    }
    const counted = this.#cases(inside, d.or(inside, d.not(care)));
    // Counts say some things shortly and others in a roundabout way.
    const bits = this.thresholds.map(({bit}) => bit);
    const [plainInside, plainCare] = [d.forget(inside, bits), d.forget(care, bits)];
    const plain = counted && !counted.some(({thresholds}) => thresholds.size) ? undefined : d.and(plainInside, d.forget(d.minus(care, inside), bits)) === NONE ? this.#cases(plainInside, d.or(plainInside, d.not(plainCare))) : undefined;
    let exact = counted && plain ? (lengthOf(plain) <= lengthOf(counted) ? plain : counted) : (counted ?? plain);
    // "Who does not get that question" is better said by the answer that leads past it.
    if (exact && !early && exact.some(({choices}) => [...choices.values()].some((ids) => ids.size === 1 && ids.has(NOT_ASKED)))) {
      const sooner = this.find(wanted, among, true);
      if (sooner.exact && lengthOf(sooner.cases) <= lengthOf(exact) + 1) exact = sooner.cases;
    }
    if (exact) return {cases: exact, exact: true};
    return {cases: this.#bounds(inside, care), exact: false};
  }

  /** The situation of one visitor: what they chose, of what `wanted` depends on. */
  bddOf({choices, ticks, thresholds}: Case): Bdd {
    const d = this.#d;
    let all: Bdd = ALL;
    for (const [threshold, on] of thresholds) all = d.and(all, d.literal(threshold.bit, on));
    for (const [bit, on] of ticks) all = d.and(all, d.literal(bit, on));
    for (const [group, ids] of choices) all = d.and(all, [...ids].reduce<Bdd>((any, id) => d.or(any, this.#choosing(group, id)), NONE));
    return all;
  }

  #choosing(group: Group, id: string): Bdd {
    const d = this.#d;
    if (id !== NOT_ASKED) return d.bit(group.bits.get(id)!);
    return [...group.bits.values()].reduceRight<Bdd>((all, bit) => d.and(all, d.literal(bit, false)), ALL);
  }

  /** Joins `among` with what is always so: no answers where nothing was asked, and what the counts come to. */
  #careOf(among: Bdd): Bdd {
    let care = this.#care.get(among);
    if (care === undefined) {
      const d = this.#d;
      care = d.and(among, this.shares.real);
      for (const {bit, who} of this.thresholds) {
        const on = d.bit(bit);
        care = d.and(care, d.or(d.and(on, who), d.not(d.or(on, who))));
      }
      this.#care.set(among, care);
    }
    return care;
  }

  #cases(lower: Bdd, upper: Bdd, mostCubes = MOST_CUBES): Case[] | undefined {
    try {
      const cases = this.#simplify(cover(this.#d, lower, upper, mostCubes).map((cube) => this.#caseOf(cube)), lower, upper);
      return cases.length <= this.mostCases ? cases : undefined;
    } catch (error) {
      if (!(error instanceof TooManyCubes)) throw error;
      return undefined;
    }
  }

  /** Situations outside of which nobody is wanted: what tells least is left out until few are left. */
  #bounds(inside: Bdd, care: Bdd): Case[] {
    const d = this.#d;
    const parts = this.#partsOf(inside);
    const growth = parts.map((bits) => ({bits, size: this.shares.of(d.forget(inside, bits), care)}));
    growth.sort((a, b) => a.size - b.size);
    let wider = inside;
    for (const [n, {bits}] of growth.entries()) {
      wider = d.and(d.forget(wider, bits), care);
      if (growth.length - n > MOST_BOUNDING) continue;
      const cases = this.#cases(wider, d.or(wider, d.not(care)), MOST_CUBES / 10);
      if (cases && cases.length <= MOST_BOUNDS) return cases;
    }
    return [{choices: new Map(), ticks: new Map(), thresholds: new Map()}];
  }

  /** The bits that belong together, of everything that `set` depends on. */
  #partsOf(set: Bdd): number[][] {
    const parts = new Map<unknown, number[]>();
    for (const bit of this.#d.bitsOf(set)) {
      const key = this.#groupOf.get(bit)?.group ?? bit;
      parts.set(key, [...(parts.get(key) ?? []), bit]);
    }
    return [...parts.values()];
  }

  #caseOf(cube: Cube): Case {
    const choices = new Map<Group, Set<string>>();
    const ticks = new Map<number, boolean>();
    const thresholds = new Map<Threshold, boolean>();
    for (const [bit, on] of cube) {
      const choice = this.#groupOf.get(bit);
      const threshold = this.thresholds.find((one) => one.bit === bit);
      if (threshold) thresholds.set(threshold, on);
      else if (!choice) ticks.set(bit, on);
      else {
        const before = choices.get(choice.group) ?? new Set([...choice.group.bits.keys(), NOT_ASKED]);
        choices.set(choice.group, new Set([...before].filter((id) => (id === choice.id) === on)));
      }
    }
    return {choices, ticks, thresholds};
  }

  /** Joins, widens and leaves out situations as long as together they say the same. */
  #simplify(found: Case[], lower: Bdd, upper: Bdd): Case[] {
    const d = this.#d;
    const fits = (one: Case) => d.minus(this.bddOf(one), upper) === NONE;
    let cases = found;
    for (let joined = true; joined; ) {
      joined = false;
      outer: for (let a = 0; a < cases.length; a += 1) {
        for (let b = a + 1; b < cases.length; b += 1) {
          const both = join(cases[a]!, cases[b]!);
          if (!fits(both)) continue;
          cases = [...cases.slice(0, a), both, ...cases.slice(a + 1, b), ...cases.slice(b + 1)];
          joined = true;
          break outer;
        }
      }
    }
    cases = cases.map((one) => widen(one, fits)).map((one) => this.#narrow(one, lower));
    cases.sort((a, b) => weightOf(a) - weightOf(b));
    for (let n = cases.length - 1; n >= 0; n -= 1) {
      const others = cases.reduce<Bdd>((any, one, m) => (m === n ? any : d.or(any, this.bddOf(one))), NONE);
      if (d.minus(lower, others) === NONE) cases.splice(n, 1);
    }
    return cases;
  }

  /** Without the answers that nobody wanted gives. */
  #narrow(one: Case, lower: Bdd): Case {
    const d = this.#d;
    const here = d.and(lower, this.bddOf(one));
    const choices = new Map(Array.from(one.choices, ([group, ids]) => [group, new Set([...ids].filter((id) => d.and(here, this.#choosing(group, id)) !== NONE))] as const));
    return {...one, choices};
  }
}

function join(a: Case, b: Case): Case {
  const choices = new Map<Group, Set<string>>();
  for (const [group, ids] of a.choices) {
    const other = b.choices.get(group);
    if (!other) continue;
    const both = new Set([...ids, ...other]);
    if (both.size <= group.bits.size) choices.set(group, both);
  }
  const same = <K>(left: ReadonlyMap<K, boolean>, right: ReadonlyMap<K, boolean>) => new Map([...left].filter(([key, on]) => right.get(key) === on));
  return {choices, ticks: same(a.ticks, b.ticks), thresholds: same(a.thresholds, b.thresholds)};
}

/** Drops what need not be said. */
function widen(one: Case, fits: (one: Case) => boolean): Case {
  let best = one;
  const without = <K, V>(map: ReadonlyMap<K, V>, key: K) => new Map([...map].filter(([other]) => other !== key));
  const attempt = (wider: Case) => {
    if (fits(wider)) best = wider;
  };
  for (const bit of one.ticks.keys()) attempt({...best, ticks: without(best.ticks, bit)});
  for (const group of one.choices.keys()) attempt({...best, choices: without(best.choices, group)});
  for (const threshold of one.thresholds.keys()) attempt({...best, thresholds: without(best.thresholds, threshold)});
  return best;
}

/** How much there is to say. */
function weightOf({choices, ticks, thresholds}: Case): number {
  return choices.size + ticks.size + thresholds.size;
}

function lengthOf(cases: readonly Case[]): number {
  const named = ({choices}: Case) => Array.from(choices, ([{bits}, ids]) => Math.min(ids.size, bits.size + 1 - ids.size)).reduce((sum, size) => sum + size, 0);
  return cases.reduce((sum, one) => sum + 1 + named(one) + one.ticks.size + one.thresholds.size, 0);
}
