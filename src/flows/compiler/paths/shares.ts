import {ALL, NONE, type Bdd, type Diagrams} from '../prove/bdd.js';
import type {Questions} from './questions.js';
import type {Walk, Walked} from './walk.js';

/**
 * Visitors without needless answers in mind: what they were not asked (in any of the versions that were walked) they
 * have no answer to. Each of these stands for one way to answer, so that counting them counts situations.
 */
export function realVisitors(walks: readonly {walk: Walk; walked: Walked}[]): Bdd {
  const {questions} = walks[0]!.walk;
  const {diagrams: d} = questions;
  let real: Bdd = ALL;
  // From the last bits to the first, so that each step adds on top.
  for (const question of [...questions.all].reverse()) {
    const {id, answers, buttons, kind} = question;
    const here = walks.flatMap(({walk, walked}) => {
      const [known, step] = [walked.entering.get(id), walk.version.steps.get(id)?.step];
      return known && step && questions.at(id, step) === question ? [{walk, known, step}] : [];
    });
    const asked = here.reduce<Bdd>((any, {known}) => d.or(any, known.who), NONE);
    const single = [...(kind === 'many' || kind === 'place' ? [] : [answers]), buttons].filter(({size}) => size > 0);
    // Whoever is asked has an answer; whoever is not has none.
    for (const group of single) real = d.and(real, d.or(d.not(asked), [...group.keys()].reduce<Bdd>((any, answer) => d.or(any, questions.only(group, answer)), NONE)));
    for (const bit of [...buttons.values()].reverse()) real = d.and(real, d.or(asked, d.literal(bit, false)));
    // Ticks that may not go together are no way to answer.
    if (kind === 'many') real = d.and(real, d.or(d.not(asked), here.reduce<Bdd>((any, {walk, known}) => d.or(any, walk.replying(id, known)), NONE)));
    for (const [answer, bit] of [...answers].reverse()) {
      let open = asked;
      if (kind === 'many') {
        open = here.reduce<Bdd>((any, {walk, known, step}) => {
          const option = step.control?.t === 'many' ? step.control.answers.find((one) => one.id === answer) : undefined;
          return option ? d.or(any, walk.knowledge.holds(option.when, known)) : any;
        }, NONE);
      }
      real = d.and(real, d.or(open, d.literal(bit, false)));
    }
  }
  return real;
}

/** How large sets of visitors are, when every way to answer counts once. */
export class Shares {
  readonly #sizes = new Map<Bdd, number>();

  constructor(
    private readonly questions: Questions,
    readonly real: Bdd,
  ) {}

  /** Which part of `among` is in `set`: from 0 to 1. */
  of(set: Bdd, among: Bdd): number {
    const {diagrams: d} = this.questions;
    const all = this.#size(d.and(among, this.real));
    return all === 0 ? 0 : this.#size(d.and(d.and(set, among), this.real)) / all;
  }

  /** In how many ways the questions are answered by somebody in `set`. */
  count(set: Bdd): number {
    return this.#size(this.questions.diagrams.and(set, this.real)) * 2 ** this.questions.bits;
  }

  #size(set: Bdd): number {
    return sizeOf(this.questions.diagrams, set, this.#sizes);
  }
}

/** The part of all assignments of bits that is in `set`; `done` may be kept from one set to the next. */
export function sizeOf(d: Diagrams, set: Bdd, done = new Map<Bdd, number>()): number {
  if (set === NONE) return 0;
  if (set === ALL) return 1;
  let size = done.get(set);
  if (size === undefined) done.set(set, (size = (sizeOf(d, d.lowOf(set), done) + sizeOf(d, d.highOf(set), done)) / 2));
  return size;
}
