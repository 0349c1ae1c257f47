import type {Condition} from '../../model/condition.js';
import type {Step} from '../../model/flow.js';
import {answersOf} from '../../semantics/dialogue.js';
import {ALL, NONE, type Bdd} from '../prove/bdd.js';
import {plainWords} from '../prove/plain-words.js';
import type {Proof} from '../prove/proof.js';
import type {Node} from '../prove/space.js';
import type {View} from '../prove/view.js';
import {tellSelection, tellWay} from '../prove/tell.js';

/**
 * `stap/doodlopend`: in every reachable state some answer or button is open, with enough options for `kies`, or it is
 * an end. `uitslag/zonder-contact`: every end shows a contact to every visitor who reaches it.
 */
export function checkWaysOn(proof: Proof): void {
  for (const node of proof.reached) {
    checkEnough(proof, node);
    const contacts = node.step.control ? [] : contactConditions(node.step);
    const conditions = [...answersOf(node.step), ...(node.step.buttons ?? []).flatMap(({routes}) => routes)].map(({when}) => when);
    const found = proof.someone(node, [...conditions, ...contacts], (view) => contacts.reduce<Bdd>((left, when) => view.where(left, when, false), view.passage(node).closed));
    if (!found) continue;
    const place = proof.originOf(node.step);
    const name = plainWords(node.step.title);
    if (node.step.control) {
      const [what, tell] = node.step.control.t === 'one' ? ['geen enkel antwoord', tellWay] : ['geen enkele knop', tellSelection];
      proof.error('stap/doodlopend', place, `Bij «${name}» kan iemand niet verder: er is ${what} voor wie dit koos. ${tell(found, node)}`, 'Voeg een antwoord of knop toe voor wie overblijft, bijvoorbeeld met `anders`.');
      continue;
    }
    if (contacts.length) {
      proof.error('uitslag/zonder-contact', place, `Wie bij «${name}» eindigt, ziet niet altijd een contact. ${tellWay(found, node)}`, 'Zet `toon contact` zonder voorwaarde in deze stap.');
    } else {
      proof.error('stap/doodlopend', place, `Bij «${name}» kan iemand niet verder: er is geen enkele knop. ${tellWay(found, node)}`, 'Voeg een knop toe voor wie overblijft, of maak er een einde van met `toon contact`.');
    }
  }
}

/** The conditions of the step's contact blocks; an unconditional one is an empty `&`. */
function contactConditions(step: Step): Condition[] {
  return [...(step.body ?? []), ...(step.tail ?? [])].flatMap((block) => (block.t === 'show' && block.what === 'contact' ? [block.when ?? ['&']] : []));
}

function checkEnough(proof: Proof, node: Node): void {
  const {control} = node.step;
  if (control?.t !== 'many' || !control.min) return;
  const {min, answers} = control;
  const found = proof.someone(node, answers.map(({when}) => when), (view) => {
    const tooFew = view.space.diagrams.and(view.entering(node), fewerThan(view, min));
    return answers.filter(({alone}) => alone).reduce<Bdd>((left, {when}) => view.where(left, when, false), tooFew);
  });
  if (!found) return;
  proof.error('stap/doodlopend', proof.originOf(node.step), `Bij «${plainWords(node.step.title)}» zijn er soms minder dan ${min} antwoorden om te kiezen. ${tellWay(found, node)}`, 'Vraag er minder met `kies`, of voeg een antwoord toe dat altijd te zien is.');

  /** Memories in which fewer than `least` of the options are open. */
  function fewerThan({space}: View, least: number): Bdd {
    const d = space.diagrams;
    let open: Bdd[] = [ALL, ...Array.from({length: least - 1}, () => NONE)];
    for (const {when, alone} of answers) {
      if (alone) continue;
      const [holds, fails] = [space.condition(when), space.condition(when, false)];
      open = open.map((before, n) => d.or(d.and(before, fails), n ? d.and(open[n - 1]!, holds) : NONE));
    }
    return open.reduce((any, set) => d.or(any, set), NONE);
  }
}
