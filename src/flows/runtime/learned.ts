import type {Answer, Flow, Step} from '../model/flow.js';
import {answersOf, openAnswers, type Reply} from '../semantics/dialogue.js';
import {recall, type Memory} from '../semantics/memory.js';
import {Session, type LogEntry} from './session.js';

/** What one dialogue learned: what it remembers, and which steps it asked. */
export interface Learned {
  memory: Memory;
  log: readonly LogEntry[];
  /** Which of several answers that remember the same was meant, where that is known. */
  meant?(answers: readonly Answer[], own: Memory): Answer | undefined;
}

/**
 * The replies with which another dialogue of the same pack can begin, because somebody gave them already: from its start
 * as far as each question's answer follows from what was learned. A list of answers does when exactly one open answer
 * remembers what is known, or remembers most of it; ticks do when the same step was asked. What counts is derived from replies, never carried
 * over, so that nothing counts twice and the proof of the flow holds.
 */
export function learnedLog(flow: Flow, learned: Learned, entrance?: string): LogEntry[] {
  const session = new Session(flow, entrance);
  for (;;) {
    const reply = learnedReply(session.step, session.memory, learned);
    const before = session.number;
    if (!reply || !session.submit(reply).ok || session.number <= before) return session.log;
  }
}

/** Ticks that follow from what was learned, for a step where not everything does: to suggest, not to give. */
export function learnedTicks(step: Step, own: Memory, {memory}: Learned): string[] {
  if (step.control?.t !== 'many') return [];
  return openAnswers(step, own).flatMap((answer) => {
    const sets = (answer.effects ?? []).filter(([op]) => op === '+=');
    return !answer.alone && sets.length && sets.every(([, name, value]) => holdsValue(memory, name, value as string)) ? [answer.id] : [];
  });
}

/** The reply that follows from what was learned, for one step, where the dialogue remembers `own`. */
export function learnedReply(step: Step, own: Memory, learned: Learned): Reply | undefined {
  const {control} = step;
  const {log} = learned;
  if (control?.t === 'one') {
    const known = knownIn(openAnswers(step, own), learned.memory);
    const found = known.length > 1 ? learned.meant?.(known, own) : known[0];
    return found && {answers: [found.id]};
  }
  if (control?.t !== 'many' && control?.t !== 'number') return undefined;
  const same = log.find((entry) => entry.step === step.id && entry.answers.every((id) => answersOf(step).some((answer) => answer.id === id)));
  if (!same || (control.t === 'number') !== (same.number !== undefined)) return undefined;
  if (control.t === 'many' && !same.answers.length) return undefined;
  const button = step.buttons?.find(({id}) => id === same.button) ?? (step.buttons?.length === 1 ? step.buttons[0] : undefined);
  return button && {answers: same.answers, button: button.id, ...(same.number === undefined ? {} : {number: same.number})};
}

/**
 * The answers that remember what is known, and of these the ones that remember most of it. What every answer here remembers
 * tells them not apart: of that nothing need be known, as long as nothing else is.
 */
function knownIn(open: readonly Answer[], memory: Memory): Answer[] {
  const all = open.map(({effects = []}) => effects.flatMap(([op, name, value]) => (op === '=' ? [[name, value] as const] : [])));
  type Value = (typeof all)[number][number];
  const has = (values: readonly Value[], [name, value]: Value) => values.some(([other, same]) => other === name && same === value);
  const isShared = (one: Value) => open.length > 1 && all.every((values) => has(values, one));
  const isKnown = (one: Value) => {
    const known = recall(memory, one[0]);
    return known === one[1] || (known === undefined && isShared(one));
  };
  const known = all.flatMap((values, index) => (values.every(isKnown) && !values.every(isShared) ? [index] : []));
  const hasMore = (more: number, less: number) => all[more]!.length > all[less]!.length && all[less]!.every((one) => has(all[more]!, one));
  return known.filter((index) => !known.some((other) => hasMore(other, index))).map((index) => open[index]!);
}

function holdsValue(memory: Memory, name: string, value: string): boolean {
  const known = recall(memory, name);
  return Array.isArray(known) && (known as readonly string[]).includes(value);
}
