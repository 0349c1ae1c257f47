import type {Condition} from '../../model/condition.js';
import type {Block} from '../../model/node.js';
import {answersOf} from '../../semantics/dialogue.js';
import {conceptsOf} from '../condition-source.js';
import {NONE, type Bdd} from '../prove/bdd.js';
import {plainWords} from '../prove/plain-words.js';
import type {Proof} from '../prove/proof.js';
import type {Node} from '../prove/space.js';
import type {View} from '../prove/view.js';

/** `antwoord/nooit`: every answer, button and conditional block can be shown to somebody. */
export function checkShown(proof: Proof): void {
  for (const node of proof.reached) {
    const where = `bij «${plainWords(node.step.title)}»`;
    for (const answer of answersOf(node.step)) {
      if (!proof.nobody(node, [answer.when], (view) => view.where(view.entering(node), answer.when))) continue;
      never(proof, answer, `Het antwoord «${plainWords(answer.label)}» ${where} krijgt niemand ooit te zien.`);
    }
    checkRoutes(proof, node, where);
    for (const blocks of [node.step.body, node.step.tail]) checkBlocks(proof, node, blocks ?? [], [], where);
  }
}

function checkRoutes(proof: Proof, node: Node, where: string): void {
  const conditions = [...answersOf(node.step), ...(node.step.buttons ?? []).flatMap(({routes}) => routes)].map(({when}) => when);
  for (const [b, button] of (node.step.buttons ?? []).entries()) {
    for (const [r, route] of button.routes.entries()) {
      const taken = (view: View): Bdd => view.passage(node).moves.find(({via}) => via.button === b && via.route === r)?.set ?? NONE;
      if (proof.nobody(node, conditions, taken)) never(proof, route, `De knop «${plainWords(button.label)}» ${where} gaat voor niemand ooit hierheen.`);
    }
  }
}

/** `around`: the conditions of what the blocks stand in. */
function checkBlocks(proof: Proof, node: Node, blocks: readonly Block[], around: readonly (Condition | undefined)[], where: string): void {
  for (const block of blocks) {
    const all = [...around, block.when];
    const shown = (view: View) => all.reduce<Bdd>((set, when) => view.where(set, when), view.entering(node));
    if (proof.nobody(node, all, shown)) never(proof, block, `${nameOf(block)} ${where} krijgt niemand ooit te zien.`);
    else if (block.t === 'list') for (const item of block.items) checkBlocks(proof, node, item, all, where);
    else if ('c' in block && block.t !== 'p') checkBlocks(proof, node, block.c, all, where);
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
