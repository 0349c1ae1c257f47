import type {Flow} from '../../model/flow.js';
import {Finish} from '../prove/finish.js';
import {plainWords} from '../prove/plain-words.js';
import type {Proof} from '../prove/proof.js';
import {tellWay} from '../prove/tell.js';

/** `gesprek/eindeloos`: from every reachable state an end can be reached. Told once a flow, where it begins. */
export function checkEnds(proof: Proof): void {
  const finish = new Finish(proof);
  const told = new Set<Flow>();
  for (const node of proof.reached) {
    if (told.has(node.flow)) continue;
    const found = finish.missing(node);
    if (!found) continue;
    told.add(node.flow);
    proof.error('gesprek/eindeloos', proof.originOf(node.step), `Wie bij «${plainWords(node.step.title)}» komt, kan nooit meer bij een einde komen. ${tellWay(found, node)}`, 'Voeg een antwoord of knop toe die naar een einde leidt.');
  }
}
