import type {Session} from '../flows/runtime/session.js';
import {answersOf, type Reply} from '../flows/semantics/dialogue.js';

/** What a visitor gave at a step, with their own words: everything that is needed to come as far again. */
export interface Footstep {
  flow: string;
  step: string;
  reply: Reply;
  words: readonly [answer: string, text: string][];
}

/** The way that led to where a session is. */
export function footsteps(session: Session): Footstep[] {
  return session.trail.map((visit) => {
    const names = ['', ...answersOf(session.stepOf(visit)).map(({id}) => id)];
    const words = names.flatMap((answer): [string, string][] => {
      const text = session.wordsAt(visit, answer);
      return text ? [[answer, text]] : [];
    });
    return {flow: visit.flow, step: visit.step, reply: visit.reply, words};
  });
}

/**
 * Goes the same way in another version of the pack, as far as it still holds: to the last step where the answer
 * given there exists and may be chosen. Flows that the way leads into must have been provided.
 * @returns whether all of it held.
 */
export function follow(session: Session, way: readonly Footstep[]): boolean {
  return way.every(({flow, step, reply, words}) => {
    if (session.flow.id !== flow || session.step.id !== step) return false;
    for (const [answer, text] of words) session.keepWords(text, answer);
    try {
      return session.submit(reply).ok;
    } catch {
      // Into another flow, to a step that it does not have (any more): stand still before it.
      return false;
    }
  });
}
