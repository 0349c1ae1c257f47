import {mkdir, writeFile} from 'node:fs/promises';
import {dirname, join, resolve} from 'node:path';
import {languageName, LANGUAGE_FOLDER} from '../flows/compiler/translate/languages.js';
import {makeSkeleton, type SkeletonCounts} from '../flows/compiler/translate/skeleton.js';
import type {Command} from './command.js';
import {loadPack} from './load-pack.js';
import type {Terminal} from './terminal.js';
import {UsageError} from './usage.js';

export const TRANSLATE: Command = {
  name: 'vertaal',
  alias: 'translate',
  usage: '<pakket> --naar <taal>',
  summary: 'zet klaar wat er te vertalen is, en wat verouderd is',
  about: `
Maakt in het pakket een map voor de taal, met dezelfde bestanden. Wat nog vertaald
moet worden, staat er in het Nederlands: typ de vertaling eroverheen en haal daarna
het woord «vertalen» in de kop (of de regel «status: vertalen») weg. Tot dan lezen
bezoekers daar Nederlands. Een vertaling bevat alleen tekst: wat de widget doet, komt
uit de bron. Laat {{…}}, [^…] en {#…} staan.

Doe dit opnieuw na een wijziging in de bron. Wat vertaald is, blijft letter voor
letter staan; waar de bron anders is geworden, komt het woord «verouderd» en een
opmerking met de nieuwe tekst.

Talen zijn codes: en, tr, ar, pl … en nl-u voor Nederlands met «u».`,
  options: {
    naar: {value: '<taal>', help: 'de taal waarin vertaald wordt, zoals en of nl-u'},
    json: {help: 'schrijft de aantallen als JSON'},
  },
  async run(call, terminal) {
    const [pack] = call.arguments('het pakket');
    const lang = call.text('naar');
    if (lang === undefined) throw new UsageError('Er staat niet in welke taal: geef --naar en, bijvoorbeeld.');
    if (!LANGUAGE_FOLDER.test(lang)) throw new UsageError(`«${lang}» is geen taal om in te vertalen. Schrijf een code zoals en, tr of nl-u.`);
    return translate(pack, lang, call.flag('json'), terminal);
  },
};

/** `mantelzorg vertaal`: writes what is missing and marks what is stale; gives the exit code. */
async function translate(typed: string, lang: string, json: boolean, terminal: Terminal): Promise<number> {
  const {name, files, layers} = await loadPack(typed);
  const {files: changed, counts, unreadable} = makeSkeleton([{packDir: name, files}, ...layers.bases], lang);
  const root = resolve(typed);
  const packFile = files.find(({path}) => path === 'pakket.md');
  const before = packFile ? new TextDecoder().decode(packFile.bytes) : '';
  const after = addLanguage(before, lang);
  const writes = [...changed, ...(packFile && after !== before ? [{path: 'pakket.md', text: after}] : [])];
  for (const {path, text} of writes) {
    const target = join(root, path);
    await mkdir(dirname(target), {recursive: true});
    await writeFile(target, text);
  }
  if (json) terminal.out(`${JSON.stringify({taal: lang, nieuw: counts.fresh, teVertalen: counts.todo, verouderd: counts.stale, klaar: counts.done, bestanden: writes.map(({path}) => path), onleesbaar: unreadable}, null, 2)}\n`);
  else terminal.out(report(lang, counts, changed.length, {added: after !== before, known: names(after, lang)}));
  for (const path of unreadable) terminal.error(`Het bestand «${path}» is geen tekst in UTF-8 en bleef zoals het was.\n`);
  return unreadable.length ? 1 : 0;
}

function report(lang: string, {fresh, todo, stale, done}: SkeletonCounts, written: number, talen: {added: boolean; known: boolean}): string {
  const language = languageName(lang);
  const lines = [`${language.charAt(0).toUpperCase()}${language.slice(1)}: ${done} ${done === 1 ? 'tekst' : 'teksten'} klaar, ${todo} te vertalen (${fresh} nieuw), ${stale} verouderd.`];
  if (written) lines.push(`${written} ${written === 1 ? 'bestand is' : 'bestanden zijn'} bijgewerkt in de map «${lang}».`);
  if (talen.added) lines.push(`Bij «talen» in pakket.md staat nu ook «${lang}».`);
  else if (!talen.known) lines.push(`Zet «${lang}» zelf bij «talen» in pakket.md: dan lezen bezoekers de vertaling.`);
  if (todo) lines.push('Typ de vertaling over het Nederlands heen, en haal daarna «vertalen» weg.');
  if (stale) lines.push('Werk bij waar «verouderd» staat, en haal dat woord daarna weg.');
  return `${lines.join('\n')}\n`;
}

const names = (text: string, lang: string): boolean => new RegExp(`^talen:(?:[^\\n]*[\\[ ,]${lang}(?=[\\], ]|$)|[^\\n]*\\n(?:[ ]*-[^\\n]*\\n)*?[ ]*-[ ]*${lang}[ ]*$)`, 'm').test(text);

/** Adds to `talen: [nl]`, or to the list below `talen:`; a pack that leaves its languages to the one below is left alone. */
function addLanguage(text: string, lang: string): string {
  if (names(text, lang)) return text;
  const inline = text.replace(/^(talen:[ ]*\[[^\]\n]*?)[ ]*\]/m, (_, list: string) => `${list}, ${lang}]`);
  if (inline !== text) return inline;
  return text.replace(/^(talen:[ ]*\r?\n(?:[ ]*-[^\n]*\n)*?([ ]*)-[ ]*[\w-]+[ ]*(\r?\n))(?![ ]*-)/m, (_, list: string, indent: string, end: string) => `${list}${indent}- ${lang}${end}`);
}
