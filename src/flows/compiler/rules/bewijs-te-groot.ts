import {plainWords} from '../prove/plain-words.js';
import type {Proof} from '../prove/proof.js';

/** Steps that are named apart; of more it is said how many there are. */
const MOST_TOLD = 5;

/** `bewijs/te-groot`: what could not be proved is no pass. Names the step, and the names that its conditions ask for. */
export function checkProved(proof: Proof): void {
  const left = [...proof.unproved];
  for (const [node, names] of left.slice(0, MOST_TOLD)) {
    const what = [...names].map((name) => `«${name}»`).join(', ');
    const others = node === left[Math.min(MOST_TOLD, left.length) - 1]![0] && left.length > MOST_TOLD ? ` Dat geldt ook voor nog ${left.length - MOST_TOLD} stappen.` : '';
    proof.error(
      'bewijs/te-groot',
      proof.originOf(node.step),
      `Bij «${plainWords(node.step.title)}» is niet te bewijzen dat alles klopt${what ? `: de voorwaarden over ${what} hangen met te veel andere samen` : ''}.${others}`,
      'Vraag hier naar minder namen tegelijk, of splits het gesprek.',
    );
  }
}
