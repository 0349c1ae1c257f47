import type {Condition} from '../model/condition.js';
import type {Flow, Step} from '../model/flow.js';
import {answersOf, isQuestion} from './dialogue.js';
import {holds, type Memory} from './memory.js';

/** Steps that may be looked at again on another way. */
const MOST_VISITS = 2000;

/** How many questions are still ahead, the one on the screen included. */
export interface Remaining {
  shortest: number;
  longest: number;
}

/**
 * The shortest and the longest way from a step to an end, in questions. Conditions on names that nothing ahead
 * can still change are decided with what is known; the others are taken both ways, so the truth lies between the
 * two numbers. A way that would come back to a step it has seen, or to one of the `passed` steps, is Back and not
 * followed; another flow counts as an end.
 */
export function remaining(flow: Flow, from: string, memory: Memory, passed: Iterable<string> = []): Remaining {
  const behind = new Set(passed);
  const steps = new Map(flow.steps.flatMap((step) => (behind.has(step.id) ? [] : [[step.id, step] as const])));
  const settable = namesAhead(steps, from);
  const done = new Map<string, Remaining>();
  /** The steps that led here, with their place on the way. */
  const onPath = new Map<string, number>();
  /** The first place on the way that some way from here would come back to. */
  let back = Infinity;
  let visits = 0;

  const walk = (id: string): Remaining => {
    const known = done.get(id);
    if (known) return known;
    const step = steps.get(id)!;
    const before = back;
    const place = onPath.size;
    back = Infinity;
    onPath.set(id, place);
    const ways = targetsOf(step)
      .filter(({to}) => {
        const met = to.flow === undefined ? onPath.get(to.step) : undefined;
        back = Math.min(back, met ?? Infinity);
        return to.flow !== undefined || (steps.has(to.step) && met === undefined);
      })
      .filter(({when}) => possible(when, memory, settable))
      .map(({to}) => (to.flow === undefined ? walk(to.step) : {shortest: 0, longest: 0}));
    onPath.delete(id);
    const own = isQuestion(step) ? 1 : 0;
    const result = {
      shortest: own + (ways.length ? Math.min(...ways.map((way) => way.shortest)) : 0),
      longest: own + Math.max(0, ...ways.map((way) => way.longest)),
    };
    // What was cut short because of how one came here holds on this way only; in a great tangle it serves as a guess.
    if (back >= place) back = Infinity;
    if (back === Infinity || ++visits > MOST_VISITS) done.set(id, result);
    back = Math.min(back, before);
    return result;
  };
  return walk(from);
}

function targetsOf(step: Step) {
  const answers = answersOf(step).flatMap(({to, when}) => (to ? [{to, when}] : []));
  return [...answers, ...(step.buttons ?? []).flatMap((button) => button.routes)];
}

/** Names that some answer at `from` or at a step reachable from it can still change. */
function namesAhead(steps: ReadonlyMap<string, Step>, from: string): Set<string> {
  const names = new Set<string>();
  const seen = new Set<string>();
  const queue = [from];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const step = steps.get(id);
    if (!step || seen.has(id)) continue;
    seen.add(id);
    for (const {effects} of answersOf(step)) for (const [, name] of effects ?? []) names.add(name);
    if (step.control && 'name' in step.control) names.add(step.control.name);
    for (const {to} of targetsOf(step)) if (to.flow === undefined) queue.push(to.step);
  }
  return names;
}

/** Whether a condition may hold for some values of the names in `open`. Never says no to what may happen. */
function possible(condition: Condition | undefined, memory: Memory, open: ReadonlySet<string>): boolean {
  return !condition || verdict(condition, memory, open) !== false;
}

/** Three-valued: true, false, or undefined for "depends on what is still to come". */
function verdict(condition: Condition, memory: Memory, open: ReadonlySet<string>): boolean | undefined {
  if (condition[0] === '!') {
    const inner = verdict(condition[1], memory, open);
    return inner === undefined ? undefined : !inner;
  }
  if (condition[0] === '&' || condition[0] === '|') {
    const decisive = condition[0] === '|';
    const parts = (condition.slice(1) as Condition[]).map((part) => verdict(part, memory, open));
    if (parts.includes(decisive)) return decisive;
    return parts.includes(undefined) ? undefined : !decisive;
  }
  return open.has(condition[1] as string) ? undefined : holds(condition, memory);
}
