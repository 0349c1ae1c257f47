import {isSpoken} from '../language/flat-text.js';
import type {Passage} from '../language/passage.js';
import type {Remarks} from '../language/remarks.js';

/** Not the letter ("vitamine U"), not hours ("10 u"), not half of a word ("U-bocht"). */
const FORMAL = /(?<![\p{L}\p{N}'’-])(?<![\d.,] ?)(?<!vitamine )(?:u|uw|uwe|uzelf)(?![\p{L}\p{N}'’]|-\p{L}|\.[a-z])/giu;
const FAMILIAR = /(?<![\p{L}\p{N}'’-])(?:je|jij|jou|jouw|jouwe|jezelf|jullie)(?![\p{L}\p{N}'’]|-\p{L}|\.[a-z])/giu;

/** `taal/aanspreekvorm` (warning): a pack addresses people in one way. What somebody says themselves may differ. */
export function checkAddress(passage: Passage, remarks: Remarks): void {
  const {form, flat} = passage;
  if (!form) return;
  const [pattern, other, wanted, field] = form === 'je' ? ([FORMAL, 'u', 'je', 'je'] as const) : ([FAMILIAR, 'je', 'u', 'u'] as const);
  for (const {0: found, index} of flat.text.matchAll(pattern)) {
    if (isSpoken(flat, index)) continue;
    remarks.warn('taal/aanspreekvorm', passage, index, `«${found}» staat hier, maar deze tekst spreekt mensen aan met «${field}».`, `Schrijf «${wanted}». Wat iemand letterlijk zegt, zet je tussen aanhalingstekens.`, other);
  }
}

/** Whether a text itself, and not somebody in it, says `u`. */
export function saysFormal({flat}: Passage): boolean {
  return Array.from(flat.text.matchAll(FORMAL)).some(({index}) => !isSpoken(flat, index));
}
