import type {Flow} from '../../model/flow.js';
import {memoryAfter, openRoute, answersOf} from '../../semantics/dialogue.js';
import {NOTHING_KNOWN, type Memory} from '../../semantics/memory.js';
import {Diagrams, OverBudget, type Bdd} from '../prove/bdd.js';
import {nodeId} from '../prove/space.js';
import {Questions} from './questions.js';
import {replyOf, type Told} from './visitor.js';
import {Walk} from './walk.js';

/** Where a way begins, and what is replied at each step until the one that was asked for. */
export interface Way {
  start: {flow: string; step: string};
  replies: Told[];
  /** What is known on arrival. */
  memory: Memory;
}

/** More nodes than this a search may not cost. */
const BUDGET = 4_000_000;

/**
 * A way to a step with the fewest replies: from the start of its own flow, else from one of its entrances, else from
 * the start of another flow that leads there. Give `from` to begin at one step only.
 *
 * Replaying `replies` with the runtime's `Session` (opened at `start`) ends at the step; a test does so.
 *
 * @returns nothing when nobody gets there (in a pack without errors everybody's step is reached by somebody).
 */
export function shortestWay(flows: readonly Flow[], to: {flow: string; step: string}, from?: {flow: string; step: string}): Way | undefined {
  const starts = from ? [from] : startsFor(flows, to.flow);
  try {
    const walk = new Walk(new Questions(new Diagrams(BUDGET), [{flows}]));
    const target = nodeId(to.flow, to.step);
    for (const start of starts) {
      for (const layer of walk.layers(nodeId(start.flow, start.step))) {
        const arrived = layer.get(target);
        if (arrived) return replay(walk, start, arrived.who, target);
      }
    }
  } catch (error) {
    if (!(error instanceof OverBudget)) throw error;
  }
  return undefined;
}

/** The first step and the entrances of a flow, then those of the others. */
export function startsFor(flows: readonly Flow[], first: string): {flow: string; step: string}[] {
  const ordered = [...flows.filter(({id}) => id === first), ...flows.filter(({id}) => id !== first)];
  return ordered.flatMap(({id, steps}) => steps.filter((step, n) => n === 0 || step.entry).map((step) => ({flow: id, step: step.id})));
}

/** Follows one visitor of `who` from `start` until `target`, or (without a target) until an end. */
export function replay(walk: Walk, start: {flow: string; step: string}, who: Bdd, target?: string): Way & {at: string} {
  return replayVisitor(walk, start, walk.questions.diagrams.pick(who) ?? new Map(), target);
}

/** Follows a visitor (the bits that are on) from `start` until `target`, or until they end, are stuck or would go back. */
export function replayVisitor(walk: Walk, start: {flow: string; step: string}, visitor: ReadonlyMap<number, boolean>, target?: string): Way & {at: string} {
  const {questions, version} = walk;
  const passed = new Set<string>();
  const replies: Told[] = [];
  let memory: Memory = NOTHING_KNOWN;
  let [flow, id] = [start.flow, start.step];
  let at = nodeId(flow, id);
  for (; at !== target && !passed.has(at); at = nodeId(flow, id)) {
    passed.add(at);
    const {step} = version.steps.get(at)!;
    const reply = replyOf(questions, at, step, memory, visitor);
    if (!reply) break;
    const after = memoryAfter(step, memory, reply);
    const button = step.buttons?.find((each) => each.id === reply.button);
    const to = step.control?.t === 'one' ? answersOf(step).find((answer) => answer.id === reply.answers[0])!.to! : openRoute(button!, after)!.to;
    replies.push({flow, step: id, reply});
    [flow, id, memory] = [to.flow ?? flow, to.step, after];
  }
  return {start, replies, memory, at};
}
