import {FILLED} from './flat-text.js';

export interface Sentence {
  start: number;
  text: string;
  words: number;
}

/** Behind these a full stop ends no sentence. */
const ABBREVIATIONS = new Set(
  'a.d.h.v. a.u.b. afd. art. bijv. bijz. blz. ca. cm. d.d. d.m.v. d.w.z. dhr. dr. drs. e.a. e.d. e.v. etc. evt. excl. fam. gem. h. i.h.b. i.h.k.v. i.o.m. i.p.v. i.v.m. incl. ing. ir. jl. m.a.w. m.b.t. m.b.v. m.i.v. m.m.v. m.n. m.u.v. max. mevr. min. mln. mr. mrd. mw. nl. no. nr. nrs. o.a. o.b.v. o.i.d. o.l.v. o.m. o.v.v. p. p.j. p.m. p.p. par. pct. pp. prof. resp. s.v.p. st. str. t.a.v. t.b.v. t.g.v. t.o.v. t/m. tel. t.n.v. t.w. v.a. v.chr. v.d. vb. vgl. vlg. vnl. vs. w.o. wo. z.g. z.o.z. z.s.m. zgn.'.split(' '),
);

const BREAK = /[.!?…]+["”’»')\]]*(?=\s|$)|;(?=\s)|\n|:(?=\s+["“„‘«'(]?[\p{Lu}\ufffc])|$/gu;
const WORD = new RegExp(`[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}'’.,@/:&-]*|${FILLED}`, 'gu');

/** Cuts text into sentences. A colon before a capital, a semicolon and a hard line break part them too: so do readers. */
export function sentencesOf(text: string): Sentence[] {
  const found: Sentence[] = [];
  let from = 0;
  for (const {0: mark, index} of text.matchAll(BREAK)) {
    const end = index + mark.length;
    if (mark.startsWith('.') && !endsSentence(text, index, end)) continue;
    const sentence = text.slice(from, end);
    const words = sentence.match(WORD)?.length ?? 0;
    if (words) found.push({start: from + sentence.length - sentence.trimStart().length, text: sentence.trim(), words});
    from = end;
  }
  return found;
}

function endsSentence(text: string, stop: number, end: number): boolean {
  const before = /[\p{L}.]+$/u.exec(text.slice(Math.max(0, stop - 20), stop))?.[0] ?? '';
  const after = text.slice(end, end + 10);
  // "'s Nachts" begins a sentence as well as a capital does.
  if (/^\s+["“„‘«'(]*\p{Ll}/u.test(after) && !/^\s+['‘’][stn](?!\p{L})/u.test(after)) return false;
  // An initial ("J. de Vries") or a title goes with the name behind it; at the end of the text all is over.
  if (end < text.trimEnd().length && (/^\p{Lu}$/u.test(before) || ABBREVIATIONS.has(`${before.toLowerCase()}.`))) return false;
  return true;
}
