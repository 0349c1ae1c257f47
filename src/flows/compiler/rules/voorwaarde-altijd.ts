import type {Block} from '../../model/node.js';
import {answersOf} from '../../semantics/dialogue.js';
import {conceptsOf} from '../condition-source.js';
import {NONE, type Bdd} from '../prove/bdd.js';
import {plainWords} from '../prove/plain-words.js';
import type {Proof} from '../prove/proof.js';
import type {Node} from '../prove/space.js';

/** `voorwaarde/altijd`: no condition that stands in a step holds for everybody who gets to it. */
export function checkConditionsMatter(proof: Proof): void {
  for (const node of proof.reached) {
    const entering = proof.entering(node);
    for (const answer of answersOf(node.step)) check(proof, node, answer, entering);
    for (const blocks of [node.step.body, node.step.tail]) checkBlocks(proof, node, blocks ?? [], entering);
    for (const button of node.step.buttons ?? []) for (const route of button.routes) check(proof, node, route, proof.passage(node).judged);
  }
}

function checkBlocks(proof: Proof, node: Node, blocks: readonly Block[], entering: Bdd): void {
  for (const block of blocks) {
    check(proof, node, block, entering);
    if ('c' in block && block.t !== 'p') checkBlocks(proof, node, block.c, proof.where(entering, block.when));
  }
}

function check(proof: Proof, node: Node, emitted: object, set: Bdd): void {
  const origin = proof.originOf(emitted);
  const when = origin?.when;
  if (!origin || !when?.own) return;
  const {conditions} = proof.context;
  const own = conditions.lower(when.own);
  if (!own) return;
  // Of a chain, only those are asked for whom nothing before held.
  const asked = when.prior.reduce<Bdd>((left, prior) => proof.where(left, conditions.lower(prior), false), set);
  if (asked === NONE || proof.where(asked, own, false) !== NONE) return;
  proof.error('voorwaarde/altijd', {file: origin.file, at: when.at}, `De voorwaarde «${when.own.raw.text.trim()}» bij «${plainWords(node.step.title)}» klopt altijd.`, 'Haal de voorwaarde weg, of schrijf `anders` als dit de rest is.', {uses: conceptsOf(when)});
}
