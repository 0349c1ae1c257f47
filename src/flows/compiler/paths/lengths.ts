import {isQuestion} from '../../semantics/dialogue.js';
import {NONE, type Bdd} from '../prove/bdd.js';
import type {NodeId} from '../prove/space.js';
import {EVERYBODY, nobody, type Known} from './known.js';
import type {Walk} from './walk.js';

/** Who comes to each end after how many questions, for everybody who begins at `start`. */
export function lengthsOf(walk: Walk, start: NodeId): Map<NodeId, Map<number, Bdd>> {
  const d = walk.questions.diagrams;
  const {knowledge} = walk;
  const lengths = new Map<NodeId, Map<number, Bdd>>();
  const been = new Map<NodeId, Bdd>();
  let now = new Map<NodeId, Known>([[start, knowledge.nothing(EVERYBODY)]]);
  for (let questions = 0; now.size; questions += 1) {
    const next = new Map<NodeId, Known>();
    while (now.size) {
      const [[id, arrived]] = now as unknown as [[NodeId, Known]];
      now.delete(id);
      const fresh = knowledge.among(arrived, d.minus(arrived.who, been.get(id) ?? NONE));
      if (fresh.who === NONE) continue;
      been.set(id, d.or(been.get(id) ?? NONE, fresh.who));
      const {moves, ended} = walk.leave(id, fresh);
      if (ended.who !== NONE) {
        const byLength = lengths.get(id) ?? new Map<number, Bdd>();
        lengths.set(id, byLength.set(questions, d.or(byLength.get(questions) ?? NONE, ended.who)));
      }
      const into = isQuestion(walk.version.steps.get(id)!.step) ? next : now;
      for (const [to, known] of moves) into.set(to, knowledge.together(into.get(to) ?? nobody, known));
    }
    now = next;
  }
  return lengths;
}

/** How many different rows of steps visitors from `start` pass, up to `most`. */
export function countPaths(walk: Walk, start: NodeId, most: number): number {
  let found = 0;
  const visit = (id: NodeId, known: Known, passed: ReadonlySet<NodeId>): void => {
    if (found >= most || passed.has(id)) return;
    const {moves, ended} = walk.leave(id, known);
    if (ended.who !== NONE) found += 1;
    const path = new Set(passed).add(id);
    for (const [to, moved] of moves) visit(to, moved, path);
  };
  visit(start, walk.knowledge.nothing(EVERYBODY), new Set());
  return found;
}
