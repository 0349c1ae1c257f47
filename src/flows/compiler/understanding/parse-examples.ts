import {didYouMean} from '../../conditions/suggest.js';
import {ASIDES} from '../../model/understanding.js';
import type {Diagnostics} from '../diagnostics.js';
import {shorten} from '../front-fields.js';
import type {SourceFile} from '../source-file.js';
import type {Example, ExampleAbout} from './teaching.js';

/** A sentence, and what else would answer it well: paths as in `about` of its heading. */
export interface ExampleLine {
  text: string;
  also: string[];
  at: number;
}

/** A heading of `voorbeelden.md` with its sentences, not yet looked up. */
export interface ExamplesSource {
  /** A path in the pack (`steun/x.md`, `nood.md#groep`), or a code (`geen nood`, `antwoord grof`). */
  about: string;
  says: ExampleLine[];
  at: number;
  file: SourceFile;
}

const HINT = 'Schrijf ## [Titel](steun/….md), met eronder op elke regel een zin: «- ze zit de hele dag voor het raam». Past er meer bij, zet dat erachter: «(ook: steun/….md, gesprekken/….md)».';
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
    const said = /^[-*] +(.*)$/.exec(text)?.[1]?.trim();
    const [, sentence = said, more] = /^(.*?) *\(ook: *([^()]*)\)$/.exec(said ?? '') ?? [];
    if (/^## /.test(text)) {
      const about = /^## +\[[^\]]+\]\(([^()\s]+)\)$/.exec(text)?.[1] ?? /^## +`([^`]+)`$/.exec(text)?.[1]?.trim();
      if (about) sections.push({about, says: [], at, file});
      else fail(`De kop «${shorten(text)}» zegt niet waar deze zinnen over gaan.`, HINT);
    } else if (sentence !== undefined) {
      if (!sections.length) fail('Deze zin staat boven de eerste kop.', HINT);
      else if (sentence.length > MOST_LETTERS) fail(`«${shorten(sentence)}» is te lang om van te leren.`, 'Schrijf alleen de zinnen die erover gaan.');
      else if (sentence) sections.at(-1)!.says.push({text: sentence, also: (more ?? '').split(',').map((one) => one.trim()).filter(Boolean), at});
    } else if (text && !/^# /.test(text)) fail(`De regel «${shorten(text)}» is geen kop en geen zin in een lijst.`, HINT);
    at += line.length + 1;
  }
  for (const section of sections) if (!section.says.length) diagnostics.error('woord/veld', {file, at: section.at}, `Onder «${shorten(section.about)}» staan geen zinnen.`, HINT);
  return sections;
}

/** What sentences are about, looked up; what is not there is reported, unless a base says it or a layer took it away. */
export function examplesOf(sections: readonly ExamplesSource[], {known, alarms, removed}: {known: readonly string[]; alarms: readonly string[]; removed: ReadonlyMap<string, unknown>}, diagnostics: Diagnostics): Example[] {
  const codes = ['geen nood', ...ASIDES.map((id) => `antwoord ${id}`)];
  const ways = new Map<string, ExampleAbout>([...known.map((path) => [path, targetOf(path)] as const), ...alarms.map((id) => [`nood.md#${id}`, {t: 'alarm', id}] as const), ...codes.map((code) => [code, codeOf(code)] as const)]);
  // What a layer above took away leads nowhere any more, and that is no fault of the sentences below. Thousands of
  // sentences may name what one slip took away: that is told once.
  const told = new Set<string>();
  const missing = (who: string, path: string, file: SourceFile, at: number) => {
    if (file.layer > 0 || removed.has(path) || told.has(`${file.name} ${path}`)) return;
    told.add(`${file.name} ${path}`);
    diagnostics.error('koppeling/onbekend', {file, at}, `${who} verwijst naar «${shorten(path)}», maar dat bestaat niet.`, didYouMean(path, ways.keys(), 'Verwijs naar steun/….md, gesprekken/….md, feiten.md#… of nood.md#…, of schrijf `geen nood` of `antwoord …`.'));
  };
  return sections.flatMap(({about, says, at, file}): Example[] => {
    const what = ways.get(about);
    if (!what) missing('Deze kop', about, file, at);
    return says.flatMap(({text, also, at}): Example[] => {
      const others = also.flatMap((one) => ways.get(one) ?? (missing('Deze zin', one, file, at), []));
      const all = [...(what ? [what] : []), ...others];
      return all.length ? [{text, about: all}] : [];
    });
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
