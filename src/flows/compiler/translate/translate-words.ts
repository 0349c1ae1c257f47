import {shorten} from '../front-fields.js';
import {FrontFields} from '../front-fields.js';
import {placeText} from '../mapped-text.js';
import {plainText, splitLines, type SourceBlock} from '../markdown-ast.js';
import type {Fact} from '../parse-facts.js';
import type {Glossary, GlossaryWord} from '../parse-glossary.js';
import type {ContactField, PackSource, WordingSource} from '../parse-pack.js';
import type {PlacedText} from '../mapped-text.js';
import type {SpokenWords} from '../parse-spoken.js';
import {textHash} from '../text-hash.js';
import {translateBlocks} from './overlay.js';
import type {Section, Translation} from './read-translation.js';
import {readUnits} from './read-units.js';
import {sourceHash} from './source-text.js';
import type {Translator} from './translator.js';
import {unitsOfBlocks} from './units.js';

/** A number, a percentage, a site or a phone number is the same in every language. */
export function needsWords({value, href}: Fact): boolean {
  return href === undefined && /\p{L}/u.test(value);
}

export const factHash = ({value}: Fact): string => textHash(value);

/** The glossary: words without a translation are not explained, for they are not in the text either. */
export const wordHash = ({word, c}: GlossaryWord): string => sourceHash(undefined, unitsOfBlocks(c)) + textHash(word).slice(0, 4);

/** The translated sections for `id` in the layers from `layer` up that may speak for it, nearest first. */
function sectionsFor(id: string, path: string, layer: number, {folders}: Translator): {translation: Translation; section: Section}[] {
  return folders.slice(0, layer + 1).flatMap((folder) => {
    const translation = folder.get(path);
    const section = translation?.sections.get(id);
    return section ? [{translation: translation!, section}] : [];
  });
}

/** A value of another day misleads: a fact whose source changed is told in Dutch until somebody translates it again. */
export function translateFacts(translator: Translator): Map<string, Fact> {
  const {read, diagnostics} = translator;
  const facts = new Map<string, Fact>();
  for (const fact of read.facts.values()) {
    facts.set(fact.id, fact);
    if (!needsWords(fact)) continue;
    const [found] = sectionsFor(fact.id, 'feiten.md', fact.file.layer, translator);
    const value = found && valueOf(found.section.blocks);
    const stale = found && (found.section.stamp.state === 'verouderd' || (found.section.stamp.hash !== undefined && found.section.stamp.hash !== factHash(fact)));
    if (found && stale) translator.stale(`het feit «${fact.id}»`, found.translation, found.section.stamp);
    if (found && !stale && !value && found.section.stamp.state !== 'vertalen') diagnostics.warn('vertaling/afwijkend', {file: found.translation.file, at: found.section.at}, `Bij het feit «${fact.id}» staat geen waarde.`, 'Schrijf eronder: «- waarde: …».');
    const said = found && !stale && found.section.stamp.state !== 'vertalen' ? value : undefined;
    facts.set(fact.id, said ? {...fact, value: said} : {...fact, lang: 'nl'});
  }
  const [own] = translator.folders;
  for (const {id, at} of own?.get('feiten.md')?.sections.values() ?? []) {
    if (!read.facts.has(id)) diagnostics.warn('vertaling/afwijkend', {file: own!.get('feiten.md')!.file, at}, `De bron heeft geen feit «${shorten(id)}» (meer).`, 'Haal het uit de vertaling.');
  }
  return facts;
}

function valueOf(blocks: readonly SourceBlock[]): string | undefined {
  for (const block of blocks) {
    for (const item of block.t === 'list' ? block.items : []) {
      const [first] = item.c;
      const text = first?.t === 'p' ? plainText(splitLines(first.c).flat()) : '';
      const value = /^waarde\s*:\s*(.+)$/s.exec(text)?.[1];
      if (value) return value.trim();
    }
  }
  return undefined;
}

export function translateGlossary(translator: Translator): Glossary | undefined {
  const {read, diagnostics} = translator;
  if (!read.glossary) return undefined;
  const words = new Map<string, GlossaryWord>();
  for (const source of read.glossary.words.values()) {
    const [found] = sectionsFor(source.id, 'woorden.md', source.file.layer, translator);
    if (!found || found.section.stamp.state === 'vertalen') continue;
    const {section, translation} = found;
    const {file, notes} = translation;
    const {also, text} = splitAlso(section.blocks);
    const {reading, misfit} = readUnits(unitsOfBlocks(source.c), text, section.at, {file, diagnostics, concepts: new Map()});
    if (!reading) translator.misfit(`het woord «${source.word}»`, file, misfit!);
    else {
      if (section.stamp.state === 'verouderd' || (section.stamp.hash !== undefined && section.stamp.hash !== wordHash(source))) translator.stale(`het woord «${source.word}»`, translation, section.stamp);
      words.set(source.id, {...source, word: plainText(section.title), also, c: translateBlocks(source.c, reading), at: section.at, file, notes});
    }
  }
  return words.size ? {words, spoken: new Map()} : undefined;
}

/** What people say in this language for a section of `woorden.md` that is for the chat: of every layer that says something. */
export function translateSpoken({id}: SpokenWords, {folders}: Translator): string[] {
  return folders.flatMap((folder) => splitAlso(folder.get('woorden.md')?.sections.get(id)?.blocks ?? []).also);
}

/** `- ook: …`: the words that people use in this language. */
function splitAlso(blocks: readonly SourceBlock[]): {also: string[]; text: SourceBlock[]} {
  const also: string[] = [];
  const text = blocks.filter((block) => {
    const lines = block.t === 'list' ? block.items.map(({c: [first]}) => (first?.t === 'p' ? plainText(first.c) : '')) : [];
    const isAlso = lines.length > 0 && lines.every((line) => /^ook\s*:/.test(line));
    if (isAlso) also.push(...lines.flatMap((line) => line.replace(/^ook\s*:/, '').split(',')).map((word) => word.trim()).filter(Boolean));
    return !isAlso;
  });
  return {also, text};
}

/** Parts of a contact that are text. */
export const CONTACT_WORDS = ['naam', 'adres', 'tijden'] as const;

export function packHash({name, organisation, contact, wording}: PackSource): string {
  const texts = [name?.text, organisation?.text, ...CONTACT_WORDS.map((field) => contact.get(field)?.text)];
  return textHash([...texts.map((text) => text?.trim() ?? ''), ...[...wording].flatMap(([id, {cases, other}]) => [id, ...cases.map(({text}) => text), other])].join('\n'));
}

/** What `pakket.md` says to visitors: names, the contact, and the wordings by answer. */
export function translatePack(translator: Translator): PackSource {
  const {read, folders, diagnostics} = translator;
  const source = read.pack;
  const found = folders.flatMap((folder) => folder.get('pakket.md') ?? []).filter(({stamp}) => stamp.state !== 'vertalen');
  const [own] = found;
  // Who the pack is of it says itself; wordings may come from the layers below.
  const mine = own?.file.layer === 0 ? own : undefined;
  if (mine && (mine.stamp.state === 'verouderd' || (mine.stamp.hash !== undefined && mine.stamp.hash !== packHash(source)))) translator.stale('pakket.md', mine, mine.stamp);
  const contact = new Map<ContactField, PlacedText>(source.contact);
  const said = mine && new FrontFields(mine.fields.map('contact'), mine.file, diagnostics, 'pakket/veld', mine.fields.placeOf('contact'));
  said?.onlyKnown(CONTACT_WORDS);
  for (const field of CONTACT_WORDS) {
    const text = contact.has(field) ? said?.text(field) : undefined;
    if (text) contact.set(field, placeText(text, mine!.file));
  }
  const organisation = mine?.fields.text('organisatie');
  const wording = new Map<string, WordingSource>();
  for (const [id, words] of source.wording) wording.set(id, translateWording(id, words, found, translator));
  return {...source, ...(organisation ? {organisation: placeText(organisation, mine!.file)} : {}), contact, wording};
}

function translateWording(id: string, source: WordingSource, found: readonly Translation[], {diagnostics}: Translator): WordingSource {
  for (const {file, fields} of found) {
    const entry = fields.map('woordkeus').get(id);
    if (!entry) continue;
    const words = entry.value.t === 'map' ? entry.value.entries : new Map();
    const say = (text: string): string | undefined => {
      const value = words.get(text)?.value;
      return value?.t === 'text' ? value.raw.text.trim() || undefined : undefined;
    };
    const cases = source.cases.map((one) => ({...one, text: say(one.text)}));
    const other = say('anders');
    const lost = cases.findIndex(({text}) => text === undefined);
    if (other !== undefined && lost < 0) return {cases: cases as WordingSource['cases'], other};
    diagnostics.warn('vertaling/afwijkend', {file, at: entry.keyAt}, `In de woordkeus «${id}» ontbreekt de vertaling van «${lost >= 0 ? source.cases[lost]!.text : 'anders'}».`, `Zet de Nederlandse woorden vooraan en de vertaling erachter: «${source.cases[0]?.text ?? 'anders'}: …».`);
  }
  return source;
}
