import {addMonths} from '../dates.js';
import type {Diagnostics} from '../diagnostics.js';
import type {Fact} from '../parse-facts.js';

/** `feit/verlopen`: past its day a fact is a warning for a month, and an error after that. `today` is `2026-11-22`. */
export function checkExpired(facts: Iterable<Fact>, today: string, diagnostics: Diagnostics): void {
  for (const {id, checked, again, file, at} of facts) {
    if (!checked || !again) continue;
    const due = addMonths(checked, again);
    if (today <= due) continue;
    const hint = 'Vergelijk het met de bron, of bel het nummer, en zet de datum van vandaag bij «gecontroleerd».';
    if (today <= addMonths(due, 1)) diagnostics.warn('feit/verlopen', {file, at}, `Het feit «${id}» had uiterlijk ${due} opnieuw gecontroleerd moeten zijn.`, hint);
    else diagnostics.error('feit/verlopen', {file, at}, `Het feit «${id}» is sinds ${due} niet meer gecontroleerd.`, hint);
  }
}
