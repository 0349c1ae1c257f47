import type {ManyControl} from '../../model/flow.js';
import {NONE, type Bdd} from './bdd.js';
import type {Counts, Space} from './space.js';

/** Memories part of the way through a list of options: how many were chosen so far (saturated), and the counts. */
export interface Partial {
  chosen: number;
  counts: Counts;
  set: Bdd;
}

export interface Selections {
  /** `stages[n]`: the memories before option n is taken or left; exclusive options are no stage. */
  stages: Map<string, Partial>[];
  /** The memories after every selection within the bounds. */
  done: {counts: Counts; set: Bdd; alone?: number}[];
  /** Turns a bit into the one that holds its value on entering. */
  entry: (bit: number) => number;
  /** Shadow bits in use; forgotten in `done`. */
  shadows: readonly number[];
  limit: number;
}

export const partialKey = (chosen: number, counts: Counts) => `${chosen} ${counts.join()}`;

/**
 * All selections of a task list at once, option by option. Options ask what was known on entering, so bits that
 * an earlier option may have changed are kept beside, in their shadows, until the list is done.
 */
export function selections(space: Space, control: ManyControl, entryCounts: Counts, entering: Bdd): Selections {
  const d = space.diagrams;
  const {answers, min = 0, max = Infinity} = control;
  const written = new Set(answers.flatMap((answer) => space.bitsWritten(answer.effects)));
  const kept = answers
    .flatMap((answer) => d.bitsOf(space.condition(answer.when, entryCounts)))
    .filter((bit, n, all) => written.has(bit) && all.indexOf(bit) === n)
    .sort((a, b) => a - b);
  const entry = (bit: number) => (kept.includes(bit) ? space.shadow(bit) : bit);
  const shadows = kept.map((bit) => space.shadow(bit));
  let from = entering;
  for (const bit of kept) {
    const [on, wasOn] = [d.bit(bit), d.bit(space.shadow(bit))];
    from = d.and(from, d.or(d.and(on, wasOn), d.minus(d.not(on), wasOn)));
  }
  const limit = Math.max(min, max === Infinity ? 0 : max + 1);
  const stages: Map<string, Partial>[] = [new Map()];
  put(stages[0]!, 0, entryCounts, from);
  for (const answer of answers) {
    if (answer.alone) continue;
    const before = stages.at(-1)!;
    const open = space.condition(answer.when, entryCounts, entry);
    const next = new Map(Array.from(before, ([key, partial]) => [key, {...partial}]));
    for (const {chosen, counts, set} of before.values()) {
      const after = space.apply(d.and(set, open), counts, answer.effects);
      put(next, Math.min(limit, chosen + 1), after.counts, after.set);
    }
    stages.push(next);
  }
  const done: Selections['done'] = [];
  for (const {chosen, counts, set} of stages.at(-1)!.values()) {
    if (chosen >= min && chosen <= max) done.push({counts, set: d.forget(set, shadows)});
  }
  answers.forEach((answer, alone) => {
    if (!answer.alone) return;
    const after = space.apply(d.and(from, space.condition(answer.when, entryCounts, entry)), entryCounts, answer.effects);
    if (after.set !== NONE) done.push({counts: after.counts, set: d.forget(after.set, shadows), alone});
  });
  return {stages, done, entry, shadows, limit};

  function put(into: Map<string, Partial>, chosen: number, counts: Counts, set: Bdd): void {
    if (set === NONE) return;
    const key = partialKey(chosen, counts);
    const known = into.get(key);
    if (known) known.set = d.or(known.set, set);
    else into.set(key, {chosen, counts, set});
  }
}
