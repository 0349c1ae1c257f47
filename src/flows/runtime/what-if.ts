import type {SupportPart} from '../model/support.js';
import {advise} from '../semantics/advice.js';
import {answersOf, openAnswers, type Reply} from '../semantics/dialogue.js';
import type {Flow} from '../model/flow.js';
import {Session, type Visit} from './session.js';

/** Another answer to one question, and which kinds of support come and go with it. */
export interface WhatIf {
  /** Index on the visitor's path. */
  visit: number;
  /** The answer that would be given instead, or no longer be ticked (`off`). */
  answer: string;
  off: boolean;
  gone: string[];
  come: string[];
}

/**
 * What would change the advice: each question of the path answered differently, one at a time, with all later replies
 * given again as far as they hold. Computed by the same dialogue and the same ranking that gave the advice.
 */
export function whatIf(session: Session, support: SupportPart, flows: readonly Flow[], max?: number): WhatIf[] {
  const {trail, log} = session;
  const start = trail[0];
  if (!start) return [];
  const shown = (other: Session) => {
    const {urgent, best} = advise(support.kinds, support.order, other.memory, max);
    return [...urgent, ...best].map(({kind}) => kind.id);
  };
  const now = shown(session);
  const first = flows.find((flow) => flow.id === start.flow);
  if (!first) return [];
  return trail.flatMap((visit, index) =>
    otherReplies(session, visit).flatMap(({reply, answer, off}): WhatIf[] => {
      const other = new Session(first, start.step);
      for (const flow of flows) other.provide(flow);
      other.resume(log);
      other.change(index);
      // Another tick may close the button that was pressed; then it is the one that stands there instead.
      const open = other.buttons(reply).map(({button}) => button.id);
      const button = reply.button !== undefined && !open.includes(reply.button) ? open[0] : reply.button;
      if (!other.submit(button === undefined ? reply : {...reply, button}).ok) return [];
      // Where it leads to questions that were never asked, nobody can tell yet.
      if (other.step.control) return [];
      const then = shown(other);
      const gone = now.filter((id) => !then.includes(id));
      const come = then.filter((id) => !now.includes(id));
      return gone.length || come.length ? [{visit: index, answer, off, gone, come}] : [];
    }),
  );
}

function otherReplies(session: Session, visit: Visit): {reply: Reply; answer: string; off: boolean}[] {
  const step = session.stepOf(visit);
  const {reply} = visit;
  if (step.control?.t === 'one') {
    return openAnswers(step, visit.memory)
      .filter(({id}) => !reply.answers.includes(id))
      .map(({id}) => ({reply: {...reply, answers: [id]}, answer: id, off: false}));
  }
  if (step.control?.t !== 'many') return [];
  const alone = new Set(answersOf(step).flatMap((answer) => (answer.alone ? [answer.id] : [])));
  return reply.answers
    .filter((id) => !alone.has(id))
    .map((id) => ({reply: {...reply, answers: reply.answers.filter((other) => other !== id)}, answer: id, off: true}));
}
