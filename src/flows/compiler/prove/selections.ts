import type {ManyControl} from '../../model/flow.js';
import {NONE, type Bdd} from './bdd.js';
import type {Space} from './space.js';

export interface Selections {
  /** `stages[n]`: the memories before option n is taken or left, by how many were chosen (saturated); exclusive options are no stage. */
  stages: Map<number, Bdd>[];
  /** The memories after every selection within the bounds. */
  done: {set: Bdd; alone?: number}[];
  /** Turns a bit into the one that holds its value on entering. */
  entry: (bit: number) => number;
  /** Shadow bits in use; forgotten in `done`. */
  shadows: readonly number[];
  limit: number;
}

/**
 * All selections of a task list at once, option by option. Options ask what was known on entering, so bits that
 * an earlier option may have changed are kept beside, in their shadows, until the list is done.
 */
export function selections(space: Space, control: ManyControl, entering: Bdd): Selections {
  const d = space.diagrams;
  const {answers, min = 0, max = Infinity} = control;
  const written = new Set(answers.flatMap((answer) => space.coding.bitsWritten(answer.effects)));
  const kept = new Set(answers.flatMap((answer) => [true, false].flatMap((want) => d.bitsOf(space.condition(answer.when, want)))).filter((bit) => written.has(bit)));
  const entry = (bit: number) => (kept.has(bit) ? space.coding.shadow(bit) : bit);
  const shadows = Array.from(kept, (bit) => space.coding.shadow(bit)).sort((a, b) => a - b);
  let from = entering;
  for (const bit of kept) {
    const [on, wasOn] = [d.bit(bit), d.bit(space.coding.shadow(bit))];
    from = d.and(from, d.or(d.and(on, wasOn), d.minus(d.not(on), wasOn)));
  }
  // How many were chosen only matters as far as the bounds can tell.
  const limit = Math.max(min, max === Infinity ? 0 : max + 1);
  const stages: Map<number, Bdd>[] = [from === NONE ? new Map() : new Map([[0, from]])];
  for (const answer of answers) {
    if (answer.alone) continue;
    const open = space.condition(answer.when, true, entry);
    const next = new Map(stages.at(-1)!);
    for (const [chosen, set] of stages.at(-1)!) {
      const after = space.apply(d.and(set, open), answer.effects);
      const now = Math.min(limit, chosen + 1);
      if (after !== NONE) next.set(now, d.or(next.get(now) ?? NONE, after));
    }
    stages.push(next);
  }
  const done: Selections['done'] = [];
  for (const [chosen, set] of stages.at(-1)!) if (chosen >= min && chosen <= max) done.push({set: d.forget(set, shadows)});
  answers.forEach((answer, alone) => {
    if (!answer.alone) return;
    const after = space.apply(d.and(from, space.condition(answer.when, true, entry)), answer.effects);
    if (after !== NONE) done.push({set: d.forget(after, shadows), alone});
  });
  return {stages, done, entry, shadows, limit};
}
