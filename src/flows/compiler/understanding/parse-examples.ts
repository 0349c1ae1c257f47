import {didYouMean} from '../../conditions/suggest.js';
import {ASIDES} from '../../model/understanding.js';
import type {Diagnostics} from '../diagnostics.js';
import {shorten} from '../front-fields.js';
import type {SourceFile} from '../source-file.js';
import type {Example, ExampleAbout} from './teaching.js';

/** A heading of `voorbeelden.md` with its sentences, not yet looked up. */
export interface ExamplesSource {
  /** A path in the pack (`steun/x.md`, `nood.md#groep`), or a code (`geen nood`, `antwoord grof`). */
  about: string;
  says: string[];
  at: number;
  file: SourceFile;
}

const HINT = 'Schrijf ## [Titel](steun/….md), met eronder op elke regel een zin: «- ze zit de hele dag voor het raam».';
/** What is longer is a letter: the words that matter drown in it. */
const MOST_LETTERS = 800;

/**
 * Reads `voorbeelden.md`: below a heading sentences as people type them, one a line, of which the chat learns. Read line
 * by line: there are thousands, and nothing in them is markup.
 */
export function parseExamples(file: SourceFile, diagnostics: Diagnostics): ExamplesSource[] {
  const sections: ExamplesSource[] = [];
  let at = 0;
  const fail = (message: string, hint: string) => diagnostics.error('woord/veld', {file, at}, message, hint);
  // Notes among editors are blanked out, so that places stay what they are.
  for (const line of file.text.replace(/<!--[^]*?-->/g, (note) => note.replace(/[^\n]/g, ' ')).split('\n')) {
    const text = line.trim();
    const sentence = /^[-*] +(.*)$/.exec(text)?.[1]?.trim();
    if (/^## /.test(text)) {
      const about = /^## +\[[^\]]+\]\(([^()\s]+)\)$/.exec(text)?.[1] ?? /^## +`([^`]+)`$/.exec(text)?.[1]?.trim();
      if (about) sections.push({about, says: [], at, file});
      else fail(`De kop «${shorten(text)}» zegt niet waar deze zinnen over gaan.`, HINT);
    } else if (sentence !== undefined) {
      if (!sections.length) fail('Deze zin staat boven de eerste kop.', HINT);
      else if (sentence.length > MOST_LETTERS) fail(`«${shorten(sentence)}» is te lang om van te leren.`, 'Schrijf alleen de zinnen die erover gaan.');
      else if (sentence) sections.at(-1)!.says.push(sentence);
    } else if (text && !/^# /.test(text)) fail(`De regel «${shorten(text)}» is geen kop en geen zin in een lijst.`, HINT);
    at += line.length + 1;
  }
  for (const section of sections) if (!section.says.length) diagnostics.error('woord/veld', {file, at: section.at}, `Onder «${shorten(section.about)}» staan geen zinnen.`, HINT);
  return sections;
}

/** What sentences are about, looked up; what is not there is reported, unless a base says it or a layer took it away. */
export function examplesOf(sections: readonly ExamplesSource[], {known, alarms, removed}: {known: readonly string[]; alarms: readonly string[]; removed: ReadonlyMap<string, unknown>}, diagnostics: Diagnostics): Example[] {
  const groups = alarms.map((id) => `nood.md#${id}`);
  const codes = ['geen nood', ...ASIDES.map((id) => `antwoord ${id}`)];
  return sections.flatMap(({about, says, at, file}): Example[] => {
    const what = known.includes(about) ? targetOf(about) : groups.includes(about) ? {t: 'alarm' as const, id: about.slice('nood.md#'.length)} : codes.includes(about) ? codeOf(about) : undefined;
    if (what) return says.map((text) => ({text, about: what}));
    if (file.layer === 0 && !removed.has(about)) diagnostics.error('koppeling/onbekend', {file, at}, `Deze kop verwijst naar «${shorten(about)}», maar dat bestaat niet.`, didYouMean(about, [...known, ...groups, ...codes], 'Verwijs naar steun/….md, gesprekken/….md, feiten.md#… of nood.md#…, of schrijf `geen nood` of `antwoord …`.'));
    return [];
  });
}

function targetOf(path: string): ExampleAbout {
  const [, folder = '', id = ''] = /^(steun|gesprekken|feiten)(?:\/|\.md#)(.*?)(?:\.md)?$/.exec(path) ?? [];
  return {t: 'target', kind: folder === 'steun' ? 'support' : folder === 'gesprekken' ? 'flow' : 'fact', id};
}

function codeOf(code: string): ExampleAbout {
  const id = ASIDES.find((one) => code === `antwoord ${one}`);
  return id ? {t: 'aside', id} : {t: 'calm'};
}
