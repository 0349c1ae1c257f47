import type {Passage} from '../language/passage.js';
import type {Remarks} from '../language/remarks.js';
import {MUST_IN_OPENING, TONE} from '../language/tone.js';

/** `taal/toon` (warning): warm and open words, as the sources on informal care advise. */
export function checkTone(passage: Passage, remarks: Remarks): void {
  const {kind, opening, explains, flat} = passage;
  if (kind === 'name') return;
  const first = opening || kind === 'label';
  const taken: [number, number][] = [];
  for (const rule of first || kind === 'heading' ? [...TONE, MUST_IN_OPENING] : TONE) {
    if (rule.where === 'opening' && !first && rule !== MUST_IN_OPENING) continue;
    // "Dat moet ook maar net kunnen" in running text of a first step is no label.
    if (rule === MUST_IN_OPENING && kind === 'text') continue;
    for (const {0: found, index} of flat.text.matchAll(rule.pattern)) {
      if (explains?.toLowerCase().includes(found.toLowerCase())) continue;
      if (taken.some(([start, end]) => index < end && index + found.length > start)) continue;
      taken.push([index, index + found.length]);
      remarks.warn('taal/toon', passage, index, `«${found}» ${rule.why}`, rule.instead, `${rule.pattern.source} ${found.toLowerCase()}`);
    }
  }
}
