import type {Screen} from '../base/screen.js';
import type {Conversation} from './conversation.js';
import {revealQuestion} from './reveal.js';
import {takeAlong} from './take-along.js';

const visits = new WeakMap<Conversation, number>();

/**
 * Once for each screen that comes: what was told is not asked again, and the question is seen in the panel. Before anything
 * is drawn, so that the visitor sees one question come.
 */
export function arrive(screen: Screen, conversation: Conversation, root: ShadowRoot): void {
  const before = visits.get(conversation);
  if (before === screen.visit) return;
  takeAlong(screen, conversation);
  visits.set(conversation, screen.visit);
  if (before !== undefined) requestAnimationFrame(() => revealQuestion(root));
}
