import type {Button, Step} from '../../model/flow.js';
import {answersOf, type Reply} from '../../semantics/dialogue.js';
import {plainWords} from './plain-words.js';
import {selectionTo, type Told} from './story.js';
import type {Node} from './space.js';
import type {Found, View} from './view.js';

/** Most replies that a story names; of longer ones the last are told. */
const MOST_TOLD = 12;

/** "Zo kom je er: «Mijn partner», dan «Koken» met «Verder»." */
export function tellWay({view, set}: Found, node: Node): string {
  return sentence(view, view.story(node, set));
}

/** The same, up to and including what is ticked at `node`. */
export function tellSelection({view, set}: Found, node: Node): string {
  const {entering, reply} = selectionTo(view, node, set);
  return sentence(view, [...view.story(node, entering), {node: node.id, reply}]);
}

function sentence({space}: View, story: Told[]): string {
  if (!story.length) return 'Dat is meteen aan het begin zo.';
  const told = story.slice(-MOST_TOLD).map(({node, reply}) => replyWords(space.nodes.get(node)!.step, reply));
  return `Zo kom je er: ${story.length > MOST_TOLD ? '… ' : ''}${told.join(', dan ')}.`;
}

function replyWords(step: Step, reply: Reply): string {
  const answers = answersOf(step).filter(({id}) => reply.answers.includes(id)).map((answer) => `«${plainWords(answer.label)}»`);
  const given = reply.number !== undefined ? [String(reply.number)] : reply.place ? ['een plaats'] : answers;
  const button = step.buttons?.find(({id}) => id === reply.button);
  if (step.control?.t === 'one') return given.join('');
  const what = given.length ? given.join(' en ') : step.control ? 'niets invullen' : '';
  return [what, button && buttonWords(button)].filter(Boolean).join(' met ');
}

function buttonWords(button: Button): string {
  return `«${plainWords(button.label)}»`;
}
