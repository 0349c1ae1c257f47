import {plainWords} from '../prove/plain-words.js';
import type {Proof} from '../prove/proof.js';

/** `stap/onbereikbaar`: some visitor can reach every step. */
export function checkReached(proof: Proof): void {
  for (const node of proof.space.nodes.values()) {
    if (!proof.nobody(node, [], (view) => view.entering(node))) continue;
    proof.error('stap/onbereikbaar', proof.originOf(node.step), `Niemand komt ooit bij de stap «${plainWords(node.step.title)}».`, 'Laat een antwoord of knop ernaar wijzen, zet er `ingang` bij, of haal de stap weg.');
  }
}
