import type {Diagnostics} from '../diagnostics.js';
import {offsetAt} from '../mapped-text.js';
import type {SourceInline} from '../markdown-ast.js';
import type {SourceFile} from '../source-file.js';

interface LooseNumber {
  pattern: RegExp;
  what: string;
}

/**
 * `feit/los-nummer`: what goes out of date stands in feiten.md, with its source and date.
 * Ages, years, dates, house numbers, times and plain counts are fine.
 */
const LOOSE: LooseNumber[] = [
  {pattern: /(?<![\p{L}\p{N}.,/-])(?:(?:\+|00)31[ -]?|0)(?:\(0\))?[1-9](?:[ -]?\d){7,8}(?![\p{N}])/u, what: 'Het telefoonnummer'},
  {pattern: /(?<![\p{N}.,/-])0[89]0[069](?:[ -]?\d){4,7}(?![\p{N}])/u, what: 'Het telefoonnummer'},
  {pattern: /(?<=\b(?:bel|belt|bellen|app|appt|sms|nummer|alarmnummer|hulplijn|telefoon|tel\.?)(?: (?:direct|meteen|dan|gratis|naar|met|eerst|altijd|gerust|nu|het|in nood))* )(?:11[23]|144|116 ?\d{3}|14 ?0\d{1,3})(?![\p{N}])/iu, what: 'Het telefoonnummer'},
  {pattern: /€ ?\d[\d.]*(?:,(?:\d{1,2}|-))?/u, what: 'Het bedrag'},
  {pattern: /(?<![\p{L}\p{N}])\d[\d.]*(?:,\d{1,2})? (?:miljoen |miljard )?euro(?![\p{L}])/iu, what: 'Het bedrag'},
  {pattern: /(?<![\p{L}\p{N}])\d+(?:[.,]\d+)? ?(?:%|procent(?![\p{L}]))/iu, what: 'Het percentage'},
];

/** Reports numbers that are typed in text, also in the address of a link. */
export function checkLooseNumbers(inlines: readonly SourceInline[], file: SourceFile, diagnostics: Diagnostics): void {
  for (const inline of inlines) {
    if (inline.t === 'text') {
      // The words in front decide about short numbers, so all text of the run is searched, and this piece reported.
      for (const {pattern, what} of LOOSE) {
        for (const match of inline.raw.text.replace(/\n/g, ' ').matchAll(new RegExp(pattern, `${pattern.flags}g`))) {
          report(what, match[0], {file, at: offsetAt(inline.raw, match.index)}, diagnostics);
        }
      }
    } else if (inline.t === 'b' || inline.t === 'i') {
      checkLooseNumbers(inline.c, file, diagnostics);
    } else if (inline.t === 'link') {
      const number = /^tel:([\d+() -]+)$/i.exec(inline.href)?.[1];
      if (number) report('Het telefoonnummer', number, {file, at: inline.at}, diagnostics);
      else checkLooseNumbers(inline.c, file, diagnostics);
    }
  }
}

function report(what: string, found: string, place: {file: SourceFile; at: number}, diagnostics: Diagnostics): void {
  diagnostics.error('feit/los-nummer', place, `${what} «${found.trim()}» staat los in de tekst.`, 'Zet het met bron en datum in feiten.md, en schrijf hier {{feit.naam}}.');
}
