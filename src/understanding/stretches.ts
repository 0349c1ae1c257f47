import type {Heard} from './heard.js';

/** Words of a message from the first up to, not with, the last; `clause` is the clause that it begins with. */
export interface Stretch {
  from: number;
  to: number;
  clause: number;
}

/** A message is read in stretches of its clauses; of a very long one the begin and the end. */
const MAX_CLAUSES = 60;
const AT_THE_END = 15;
const LONGEST_CLAUSE = 16;
const LONGEST = 26;
const CONNECTIVES = new Set(['maar', 'want', 'dus', 'omdat', 'terwijl', 'doordat', 'zodat', 'en', 'ook', 'but', 'because', 'and']);

/** Clauses, each two that follow each other, and a short message as a whole: a need or a call may stand in any of them. */
export function stretchesOf(heard: readonly Heard[], most = MAX_CLAUSES): Stretch[] {
  const clauses: Stretch[] = [];
  let from = 0;
  const close = (to: number) => {
    if (to > from) clauses.push({from, to, clause: clauses.length});
    from = to;
  };
  heard.forEach(({stop, text}, at) => {
    if (stop || (CONNECTIVES.has(text) && at - from >= 5) || at - from >= LONGEST_CLAUSE) close(at);
  });
  close(heard.length);
  const few = clauses.length > most ? [...clauses.slice(0, most - AT_THE_END), ...clauses.slice(-AT_THE_END)] : clauses;
  const pairs = few.slice(1).flatMap(({from: next, to}, n) => {
    const before = few[n]!;
    return next === before.to && to - before.from <= LONGEST ? [{from: before.from, to, clause: before.clause}] : [];
  });
  return [...few, ...pairs, ...(few.length > 2 && heard.length <= LONGEST ? [{from: 0, to: heard.length, clause: 0}] : [])];
}
