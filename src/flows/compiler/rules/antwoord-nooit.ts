import type {Block} from '../../model/node.js';
import {answersOf} from '../../semantics/dialogue.js';
import {conceptsOf} from '../condition-source.js';
import {NONE, type Bdd} from '../prove/bdd.js';
import {plainWords} from '../prove/plain-words.js';
import type {Proof} from '../prove/proof.js';
import type {Node} from '../prove/space.js';

/** `antwoord/nooit`: every answer, button and conditional block can be shown to somebody. */
export function checkShown(proof: Proof): void {
  for (const node of proof.reached) {
    const entering = proof.entering(node);
    const where = `bij «${plainWords(node.step.title)}»`;
    for (const answer of answersOf(node.step)) {
      if (proof.where(entering, answer.when) !== NONE) continue;
      never(proof, answer, `Het antwoord «${plainWords(answer.label)}» ${where} krijgt niemand ooit te zien.`);
    }
    checkRoutes(proof, node, where);
    for (const blocks of [node.step.body, node.step.tail]) checkBlocks(proof, blocks ?? [], entering, where);
  }
}

function checkRoutes(proof: Proof, node: Node, where: string): void {
  for (const {via, set} of proof.passage(node).moves) {
    if (via.button === undefined || set !== NONE) continue;
    const button = node.step.buttons![via.button]!;
    never(proof, button.routes[via.route!]!, `De knop «${plainWords(button.label)}» ${where} gaat voor niemand ooit hierheen.`);
  }
}

function checkBlocks(proof: Proof, blocks: readonly Block[], entering: Bdd, where: string): void {
  for (const block of blocks) {
    const shown = proof.where(entering, block.when);
    if (shown === NONE) never(proof, block, `${nameOf(block)} ${where} krijgt niemand ooit te zien.`);
    else if ('c' in block && block.t !== 'p') checkBlocks(proof, block.c, shown, where);
  }
}

function nameOf(block: Block): string {
  if (block.t === 'section') return `Het stuk «${plainWords(block.title)}»`;
  if (block.t === 'p') return `De tekst «${shortened(plainWords(block.c))}»`;
  if (block.t === 'show') return `«toon ${block.what}»`;
  return 'Dit stuk';
}

function shortened(text: string): string {
  return text.length > 50 ? `${text.slice(0, 47).trimEnd()}…` : text;
}

function never(proof: Proof, emitted: object, message: string): void {
  const origin = proof.originOf(emitted);
  proof.error('antwoord/nooit', origin, message, 'Verander de voorwaarde (welke antwoorden gaan eraan vooraf?), of haal dit weg.', {uses: conceptsOf(origin?.when)});
}
