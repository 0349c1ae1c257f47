import type {Condition} from '../../model/condition.js';
import type {Block} from '../../model/node.js';
import {answersOf} from '../../semantics/dialogue.js';
import {conceptsOf} from '../condition-source.js';
import type {Bdd} from '../prove/bdd.js';
import {plainWords} from '../prove/plain-words.js';
import type {Proof} from '../prove/proof.js';
import type {Node} from '../prove/space.js';
import type {View} from '../prove/view.js';

/** `voorwaarde/altijd`: no condition that stands in a step holds for everybody who gets to it. */
export function checkConditionsMatter(proof: Proof): void {
  for (const node of proof.reached) {
    for (const answer of answersOf(node.step)) check(proof, node, answer, []);
    for (const blocks of [node.step.body, node.step.tail]) checkBlocks(proof, node, blocks ?? [], []);
    for (const button of node.step.buttons ?? []) for (const route of button.routes) check(proof, node, route, 'judged');
  }
}

function checkBlocks(proof: Proof, node: Node, blocks: readonly Block[], around: readonly (Condition | undefined)[]): void {
  for (const block of blocks) {
    check(proof, node, block, around);
    if ('c' in block && block.t !== 'p') checkBlocks(proof, node, block.c, [...around, block.when]);
  }
}

/** `around`: the conditions of what it stands in; or that it is judged when a button is pressed. */
function check(proof: Proof, node: Node, emitted: object, around: readonly (Condition | undefined)[] | 'judged'): void {
  const origin = proof.originOf(emitted);
  const when = origin?.when;
  if (!origin || !when?.own) return;
  const {conditions} = proof.context;
  const own = conditions.lower(when.own);
  if (!own) return;
  // Of a chain, only those are asked for whom nothing before held.
  const prior = when.prior.map((source) => conditions.lower(source));
  const outer = around === 'judged' ? [] : around;
  const asked = (view: View): Bdd => {
    const start = around === 'judged' ? view.passage(node).judged : outer.reduce<Bdd>((set, one) => view.where(set, one), view.entering(node));
    return prior.reduce<Bdd>((left, one) => view.where(left, one, false), start);
  };
  // Ticks count for what is judged, and options may ask something themselves.
  const options = around === 'judged' ? answersOf(node.step).map((answer) => answer.when) : [];
  if (!proof.nobody(node, [...outer, ...prior, own, ...options], (view) => view.where(asked(view), own, false))) return;
  // Of a condition that perhaps nobody is asked for, nothing is said.
  if (!proof.someone(node, [...outer, ...prior, ...options], asked)) return;
  proof.error('voorwaarde/altijd', {file: origin.file, at: when.at}, `De voorwaarde «${when.own.raw.text.trim()}» bij «${plainWords(node.step.title)}» klopt altijd.`, 'Haal de voorwaarde weg, of schrijf `anders` als dit de rest is.', {uses: conceptsOf(when)});
}
