import {isSpoken} from '../language/flat-text.js';
import type {Passage} from '../language/passage.js';
import {findPassive} from '../language/passive.js';
import {PhraseList} from '../language/phrase-list.js';
import {JARGON, KNOWN_LONG_WORDS, OFFICE_WORDS, VAGUE_LINKS} from '../language/plain-dutch.js';
import type {Remarks} from '../language/remarks.js';
import {sentencesOf} from '../language/sentences.js';
import {isListed} from '../language/speller.js';

const RULE = 'taal/moeilijk';
/** Letters in a word; more is hard to read for whoever reads letter by letter. */
const LONGEST = 16;

const jargon = new PhraseList(JARGON);
const office = new PhraseList(OFFICE_WORDS);

export interface KnownWords {
  /** Words that the glossary explains: fine in running text, where they can be tapped. */
  explained: ReadonlySet<string>;
  /** The pack's own list. */
  words: ReadonlySet<string>;
}

/** `taal/moeilijk` (warning): plain words, sentences that say who does it, links that say where they lead. */
export function checkPlainness(passage: Passage, known: KnownWords, remarks: Remarks): void {
  if (passage.kind === 'name') return;
  checkLongWords(passage, known, checkJargon(passage, known, remarks), remarks);
  checkPassive(passage, remarks);
  checkLinks(passage, remarks);
}

/** Gives where it found some. */
function checkJargon(passage: Passage, {explained}: KnownWords, remarks: Remarks): Set<number> {
  const {text} = passage.flat;
  const places = new Set<number>();
  for (const {words, found, instead, index} of jargon.find(text)) {
    places.add(index);
    if (isExplained(passage, words, explained)) continue;
    const where = explained.has(words) ? 'In gewone tekst mag het: daar kan de bezoeker het woord aantikken.' : 'Moet het woord echt, leg het dan uit in woorden.md.';
    remarks.warn(RULE, passage, index, `«${found}» is een vakwoord.`, `Schrijf liever: ${instead}. ${where}`, `jargon ${instead}`);
  }
  for (const {found, instead, index} of office.find(text)) {
    remarks.warn(RULE, passage, index, `«${found}» is taal van kantoor.`, `Schrijf liever: ${instead}.`, `office ${instead}`);
  }
  return places;
}

function isExplained({kind, explains}: Passage, words: string, explained: ReadonlySet<string>): boolean {
  if (explains?.toLowerCase().includes(words)) return true;
  return kind === 'text' && explained.has(words);
}

function checkLongWords(passage: Passage, {explained, words}: KnownWords, seen: ReadonlySet<number>, remarks: Remarks): void {
  const {text} = passage.flat;
  for (const {0: found, index} of text.matchAll(/(?<![\p{L}\p{N}.@/-])\p{L}[\p{L}\p{M}]*(?![@/]|\.\p{L})/gu)) {
    if (found.length <= LONGEST || seen.has(index)) continue;
    const word = found.toLowerCase();
    // A capital within a sentence is a name.
    const isName = word !== found && index > 0 && !/[.!?:\n"“‘'(]\s*$/.test(text.slice(0, index));
    if (isName || KNOWN_LONG_WORDS.has(word) || explained.has(word) || isListed(found, words)) continue;
    remarks.warn(RULE, passage, index, `«${found}» is een lang woord (${found.length} letters).`, 'Kies kortere woorden, of leg het uit in woorden.md. Kent iedereen het, zet het dan in spelling.txt.', `long ${word}`);
  }
}

function checkPassive(passage: Passage, remarks: Remarks): void {
  for (const {start, text} of sentencesOf(passage.flat.text)) {
    const passive = findPassive(text);
    if (passive && !isSpoken(passage.flat, start + passive.index)) remarks.warn(RULE, passage, start + passive.index, `Uit «${passive.found}» blijkt niet wie het doet.`, 'Schrijf wie het doet: «de gemeente betaalt dit» in plaats van «dit wordt betaald».');
  }
}

function checkLinks(passage: Passage, remarks: Remarks): void {
  const {kind, flat} = passage;
  const vague = (text: string) => VAGUE_LINKS.has(text.toLowerCase().replace(/[\s.…:>»→]+/g, ' ').trim());
  const warn = (index: number, text: string) => remarks.warn(RULE, passage, index, `«${text.trim()}» zegt niet waar deze koppeling heen leidt.`, 'Schrijf tussen de vierkante haken wat iemand daar vindt, zoals [de dagopvang in jouw buurt](…).');
  if (kind === 'label' && vague(flat.text)) warn(0, flat.text);
  for (const {start, end} of flat.links) {
    const text = flat.text.slice(start, end);
    if (vague(text)) warn(start, text);
  }
}
