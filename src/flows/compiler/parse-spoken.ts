import {didYouMean} from '../conditions/suggest.js';
import {ASIDES, type Aside} from '../model/understanding.js';
import type {Diagnostics} from './diagnostics.js';
import {shorten} from './front-fields.js';
import {parseInstruction} from './instruction.js';
import {offsetAt} from './mapped-text.js';
import {isBlank, plainText, type SourceBlock, type SourceInline} from './markdown-ast.js';
import type {SourceFile} from './source-file.js';
import {splitLabelled, type Said} from './split-words.js';

/** What the chat does with the words below a heading of `woorden.md` that is no word to explain. */
export type SpokenUse =
  /** The heading is a link: these words lead there. */
  | {t: 'to'; href: string}
  /** These words tell an answer: `relatie = ouder`; the value `getal` is the number that was said. */
  | {t: 'learn'; name: string; value: string; set?: true}
  | {t: 'aside'; id: Aside}
  | {t: 'language'; lang: string}
  | {t: 'where'}
  | {t: 'what'}
  | {t: 'person'}
  | {t: 'same'};

/** A section of `woorden.md` that is for the chat only: nothing of it is shown. */
export interface SpokenWords {
  id: string;
  title: string;
  use: SpokenUse;
  /** Where the link or the instruction stands. */
  useAt: number;
  says: Said[];
  at: number;
  file: SourceFile;
}

/** Words longer than this are no expression but a text. */
export const MAX_EXPRESSION = 100;
const HINT = 'Schrijf een koppeling naar een gesprek, een soort steun of een feit, of een van: `naam = waarde`, `antwoord grof`, `taal en`, `vraagt waar`, `vraagt wat`, `vraagt mens`, `zelfde woord`.';

/** Whether a heading is for the chat: it is a link, or an instruction stands in it. */
export function isSpoken(heading: readonly SourceInline[]): boolean {
  const parts = heading.filter((inline) => !isBlank(inline));
  return parts.some(({t}) => t === 'code') || (parts[0]?.t === 'link' && parts.length === 1);
}

/** The title of such a section, without what the widget does. */
export function spokenTitle(heading: readonly SourceInline[]): string {
  return plainText(heading.filter(({t}) => t !== 'code')).trim();
}

/** Reads such a section; nothing when what it is for cannot be told. */
export function parseSpoken(heading: SourceBlock & {t: 'heading'}, body: readonly SourceBlock[], id: string, file: SourceFile, diagnostics: Diagnostics): SpokenWords | undefined {
  const fail = (at: number, message: string, hint: string) => diagnostics.error('woord/veld', {file, at}, message, hint);
  const title = spokenTitle(heading.c);
  const {said, rest} = splitLabelled(body, ['ook']);
  const says = said.get('ook') ?? [];
  for (const block of rest) fail(block.at, `Onder «${shorten(title)}» staat iets anders dan woorden voor de chat.`, 'Schrijf onder deze kop alleen «- ook: …», met komma’s ertussen.');
  for (const {text, at} of says) if (text.length > MAX_EXPRESSION) fail(at, `«${shorten(text)}» is te lang om te herkennen.`, 'Schrijf een woord of een korte zin, met komma’s ertussen.');
  const code = heading.c.find((inline) => inline.t === 'code');
  const link = heading.c.find((inline) => inline.t === 'link');
  const use = code?.t === 'code' ? readUse(code, fail) : link?.t === 'link' ? ({t: 'to', href: link.href} as const) : undefined;
  if (!use) return undefined;
  if (!says.length && !rest.length) fail(heading.at, `Onder «${shorten(title)}» staan geen woorden.`, 'Schrijf eronder: «- ook: …», met wat mensen zeggen.');
  return {id, title, use, useAt: (code ?? link ?? heading).at, says, at: heading.at, file};
}

function readUse({raw}: SourceInline & {t: 'code'}, fail: (at: number, message: string, hint: string) => void): SpokenUse | undefined {
  const text = raw.text.replace(/\s+/g, ' ').trim();
  const at = offsetAt(raw, 0);
  if (text === 'vraagt waar') return {t: 'where'};
  if (text === 'vraagt wat') return {t: 'what'};
  if (text === 'vraagt mens') return {t: 'person'};
  if (text === 'zelfde woord') return {t: 'same'};
  const [, word, rest = ''] = /^(antwoord|taal) (\S+)$/.exec(text) ?? [];
  if (word === 'taal' && /^[a-z]{2,3}$/.test(rest)) return {t: 'language', lang: rest};
  if (word === 'antwoord') {
    const id = ASIDES.find((one) => one === rest);
    if (id) return {t: 'aside', id};
    fail(at, `Er is geen kort antwoord «${shorten(rest)}».`, didYouMean(rest, ASIDES, `Kies uit: ${ASIDES.join(', ')}.`, (near) => `antwoord ${near}`));
    return undefined;
  }
  const {instruction} = parseInstruction(raw);
  if (instruction?.t === 'effect' && instruction.effect[0] !== '+') {
    const [op, name, value] = instruction.effect;
    return {t: 'learn', name, value, ...(op === '+=' ? {set: true as const} : {})};
  }
  fail(at, `De instructie «${shorten(text)}» past niet bij een woord.`, HINT);
  return undefined;
}
