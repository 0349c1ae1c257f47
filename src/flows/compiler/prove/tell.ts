import type {Button, Step} from '../../model/flow.js';
import {answersOf, type Reply} from '../../semantics/dialogue.js';
import type {Bdd} from './bdd.js';
import {plainWords} from './plain-words.js';
import type {Proof} from './proof.js';
import {selectionTo, storyTo, type Told} from './story.js';
import type {Node} from './space.js';

/** Most replies that a story names; of longer ones the last are told. */
const MOST_TOLD = 12;

/** "Zo kom je er: «Mijn partner», dan «Koken» met «Verder»." */
export function tellWay(proof: Proof, node: Node, goal: Bdd): string {
  return sentence(proof, storyTo(proof.reach, node.id, goal));
}

/** The same, up to and including what is ticked at `node`. */
export function tellSelection(proof: Proof, node: Node, goal: Bdd): string {
  const {entering, reply} = selectionTo(proof.reach, node.id, goal);
  return sentence(proof, [...storyTo(proof.reach, node.id, entering), {node: node.id, reply}]);
}

function sentence(proof: Proof, story: Told[]): string {
  if (!story.length) return 'Dat is meteen aan het begin zo.';
  const told = story.slice(-MOST_TOLD).map(({node, reply}) => replyWords(proof.space.nodes.get(node)!.step, reply));
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
