import type {Session} from '../../src/flows/runtime/session.js';
import {answersOf, visibleBlocks} from '../../src/flows/semantics/dialogue.js';
import {holds} from '../../src/flows/semantics/memory.js';

export {replay, screensOf, type Screen} from '../../src/workbench/screens.js';

/** What a screen shows, to compare screens by. */
export function signature(session: Session): string {
  const {step, memory} = session;
  return JSON.stringify([session.flow.id, step.id, visibleBlocks(step.body, memory), answersOf(step).map((answer) => holds(answer.when, memory))]);
}
