import type {Session, Visit} from '../../flows/runtime/session.js';
import {chosenAnswers} from '../../flows/semantics/dialogue.js';
import {plainTag} from './locale.js';
import {plain} from './text.js';

/** Language of the step of a visit: a step may have fallen back to another one than its flow's, and so may a flow. */
export function langOf(visit: Visit, session: Session): string {
  const flow = session.flows.find(({id}) => id === visit.flow) ?? session.flow;
  return plainTag(session.stepOf(visit).lang ?? flow.lang);
}

/** What results say back, each line in its own language. */
export function echoesOf(session: Session): {text: string; lang: string}[] {
  return session.trail.flatMap((visit) =>
    chosenAnswers(session.stepOf(visit), visit.memory, visit.reply).flatMap(({echo}) => (echo ? [{text: plain(echo, session.memory), lang: langOf(visit, session)}] : [])),
  );
}
