import {learnedReply, learnedTicks, type Learned} from '../../flows/runtime/learned.js';
import type {Memory} from '../../flows/semantics/memory.js';
import type {Screen} from '../base/screen.js';

/**
 * On a screen that came: gives the answers that messages told already, as far as that goes, and suggests ticks where not
 * everything was told. What was answered here before, by the visitor or from a message, stays the visitor's to change.
 */
export function takeAlong(screen: Screen, memory: Memory): void {
  const told: Learned = {memory, log: []};
  const {session} = screen;
  while (!session.suggestion.answers.length) {
    const reply = learnedReply(session.step, session.memory, told);
    const before = session.number;
    if (!reply || !session.submit(reply).ok || session.number <= before) break;
  }
  if (!screen.picked.length) screen.picked = learnedTicks(screen.step, session.memory, told);
}
