import type {Condition} from '../../model/condition.js';
import type {SupportKind, SupportPart} from '../../model/support.js';
import {URGENT_SUPPORT} from '../../model/urgent-support.js';
import {MOST_ADVICE} from '../../semantics/advice.js';
import {NONE, type Bdd, type Diagrams} from '../prove/bdd.js';

/** Who gives a kind of support which weight; only weights above 0. */
export type Weights = ReadonlyMap<number, Bdd>;

export const isUrgent = ({id}: SupportKind) => (URGENT_SUPPORT as readonly string[]).includes(id);

/**
 * What every kind of support weighs for the visitors `who`, by id; semantics/advice.ts says the same of one visitor.
 *
 * @param holds for whom a condition holds.
 */
export function weighAll(d: Diagrams, who: Bdd, holds: (condition: Condition) => Bdd, kinds: readonly SupportKind[]): Map<string, Weights> {
  return new Map(kinds.map((kind) => [kind.id, weigh(d, who, holds, kind)]));
}

function weigh(d: Diagrams, who: Bdd, holds: (condition: Condition) => Bdd, {fits = [], unless}: SupportKind): Weights {
  let weights = new Map<number, Bdd>([[0, unless ? d.minus(who, holds(unless)) : who]]);
  for (const {when, weight} of fits) {
    const fitting = holds(when);
    const next = new Map<number, Bdd>();
    const add = (sum: number, set: Bdd) => set !== NONE && next.set(sum, d.or(next.get(sum) ?? NONE, set));
    for (const [sum, set] of weights) {
      add(sum, d.minus(set, fitting));
      add(sum + weight, d.and(set, fitting));
    }
    weights = next;
  }
  weights.delete(0);
  return weights;
}

/** Everybody for whom a kind fits at all. */
export function fitting(d: Diagrams, weights: Weights): Bdd {
  return [...weights.values()].reduce<Bdd>((any, set) => d.or(any, set), NONE);
}

/**
 * Who gets a kind of support at which place of the best, from 0. Exact, and expensive where many kinds compete: it may
 * throw OverBudget.
 */
export function placesOf(d: Diagrams, weights: ReadonlyMap<string, Weights>, {kinds, order}: Pick<SupportPart, 'kinds' | 'order'>, id: string, most = MOST_ADVICE, among?: Bdd): Bdd[] {
  const rank = (other: string) => (order.includes(other) ? order.indexOf(other) : order.length);
  const before = (other: string) => rank(other) < rank(id) || (rank(other) === rank(id) && other < id);
  const rivals = kinds.filter((kind) => kind.id !== id && !isUrgent(kind));
  const places: Bdd[] = Array.from({length: most}, () => NONE);
  for (const [weight, all] of weights.get(id) ?? []) {
    const set = among === undefined ? all : d.and(all, among);
    if (set === NONE) continue;
    let above: Bdd[] = [set];
    for (const {id: other} of rivals) {
      let better: Bdd = NONE;
      for (const [heavy, who] of weights.get(other) ?? []) if (heavy > weight || (heavy === weight && before(other))) better = d.or(better, who);
      better = d.and(better, set);
      if (better === NONE) continue;
      above = Array.from({length: Math.min(most, above.length + 1)}, (_, n) => d.or(d.minus(above[n] ?? NONE, better), n > 0 ? d.and(above[n - 1] ?? NONE, better) : NONE));
    }
    above.forEach((who, place) => (places[place] = d.or(places[place]!, who)));
  }
  return places;
}
