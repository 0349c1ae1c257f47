import {shorten} from '../front-fields.js';
import type {Passage, PassageKind} from '../language/passage.js';
import type {Remarks} from '../language/remarks.js';
import {sentencesOf} from '../language/sentences.js';

const RULE = 'taal/lang';

/**
 * Words a sentence. B1 asks for ten to fifteen on average; beyond twenty, readers lose the beginning. What is pressed or
 * scanned (labels, headings) is read at a glance. The longest paragraph of the base pack has 49 words; on a telephone
 * 60 fill the screen.
 */
const MOST: Record<PassageKind, number> = {title: 12, heading: 12, label: 12, phrase: 16, text: 20, name: 20};
const MOST_IN_PARAGRAPH = 60;

/** `taal/lang` (warning): sentences and paragraphs are short enough to read in one breath. */
export function checkLength(passage: Passage, remarks: Remarks): void {
  const {kind, flat} = passage;
  const sentences = sentencesOf(flat.text);
  const most = MOST[kind];
  for (const {start, text, words} of sentences) {
    if (words <= most) continue;
    const [what, hint] = kind === 'text' ? ['Deze zin', 'Maak er twee zinnen van, of laat weg wat niet nodig is.'] : kind === 'label' ? ['Dit antwoord of deze knop', 'Maak de tekst korter, of zet een deel als uitleg op de regel eronder.'] : ['Deze tekst', 'Maak de tekst korter.'];
    remarks.warn(RULE, passage, start, `${what} telt ${words} woorden: «${shorten(text)}».`, `${hint} Hoogstens ${most} woorden leest prettig.`);
  }
  const total = sentences.reduce((sum, {words}) => sum + words, 0);
  if (total > MOST_IN_PARAGRAPH && sentences.every(({words}) => words <= most)) {
    remarks.warn(RULE, passage, sentences[0]!.start, `Deze alinea telt ${total} woorden: «${shorten(flat.text)}».`, 'Verdeel haar met een lege regel, of maak er een lijst van.');
  }
}
