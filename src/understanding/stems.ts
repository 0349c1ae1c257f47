import {porterDutch} from './dutch-stemmer.js';
import {FORMS} from './lexicon.js';

const LEMMA = new Map(FORMS.flatMap(([first, ...others]) => [first!, ...others].map((form) => [form, first!] as const)));

/** What a folded word is looked up by: its stem, in the spelling of a word that stands alone (`lev` is `lef`). */
export function stemOf(word: string): string {
  const lemma = LEMMA.get(word);
  if (lemma !== undefined) return settle(lemma);
  if (/^\d+$/.test(word)) return word;
  return settle(porterDutch(withoutT(withoutSmall(word))));
}

/** Forms that {@link stemOf} knows by heart, with their stems: misspelt ones are found by their sound. */
export function knownForms(): [string, string][] {
  return [...LEMMA].map(([form, lemma]) => [form, settle(lemma)]);
}

/** A stem ends as a word does: no `v` or `z`, one consonant, one vowel before it. */
function settle(stem: string): string {
  return stem
    .replace(/v$/, 'f')
    .replace(/z$/, 's')
    .replace(/([b-df-hj-np-tv-z])\1$/, '$1')
    .replace(/([^aeiou])(aa|ee|oo|uu)([^aeiou])$/, (_, before: string, vowel: string, after: string) => before + vowel[0]! + after);
}

/** A small thing is the thing: nachtje, uurtje, mannetje, boompje. */
function withoutSmall(word: string): string {
  const one = word.replace(/jes$/, 'je');
  if (one.length < 6 || !one.endsWith('je') || one === 'meisje' || one === 'beetje') return word;
  if (/([bglmnpr])\1etje$/.test(one)) return one.slice(0, -5);
  if (/[aeiouwnlr]tje$/.test(one)) return one.slice(0, -3);
  if (/mpje$/.test(one)) return one.slice(0, -3);
  if (/nkje$/.test(one)) return `${one.slice(0, -3)}g`;
  return one.slice(0, -2);
}

/** The `t` of a verb (hij werkt); the same for index and message, so a noun that loses one is found all the same. */
function withoutT(word: string): string {
  return word.length >= 5 && /(?:[bcfgklmnprsw]|[aeo]i)t$/.test(word) && !/(?:cht|st)$/.test(word) ? word.slice(0, -1) : word;
}
