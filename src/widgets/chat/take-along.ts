import {learnedLog, learnedTicks} from '../../flows/runtime/learned.js';
import type {Session} from '../../flows/runtime/session.js';
import type {Memory} from '../../flows/semantics/memory.js';
import type {Screen} from '../base/screen.js';

/** Answers what messages told already, from where a dialogue stands as far as that goes. Each answer stays open to change. */
export function takeAlong(session: Session, memory: Memory): void {
  for (const {answers, button, number} of learnedLog(session.flow, {memory, log: []}, session.step.id)) {
    if (!session.submit({answers, ...(button === undefined ? {} : {button}), ...(number === undefined ? {} : {number})}).ok) return;
  }
}

/** Later ticks are suggested, never given: not everything on that step was told. */
export function suggest(screen: Screen, memory: Memory): void {
  if (!screen.picked.length) screen.picked = learnedTicks(screen.step, screen.session.memory, {memory, log: []});
}
