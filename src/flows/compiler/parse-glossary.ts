import {slug} from '../conditions/names.js';
import {didYouMean, suggest} from '../conditions/suggest.js';
import type {Diagnostics} from './diagnostics.js';
import type {BlockSource, ConditionSource} from './flow-ast.js';
import {shorten} from './front-fields.js';
import {lexMarkdown} from './lex-markdown.js';
import {mapFrom} from './mapped-text.js';
import {plainText, splitLines, type SourceBlock, type SourceItem, type SourceNote} from './markdown-ast.js';
import {parseTextBlocks} from './parse-blocks.js';
import {collectNotes} from './parse-flow.js';
import {isSpoken, parseSpoken, spokenTitle, type SpokenWords} from './parse-spoken.js';
import {isRemoval} from './removal.js';
import type {SourceFile} from './source-file.js';
import {itemText, splitLabelled} from './split-words.js';

/** A glossary word. `also` are the words that people use themselves; they serve the chat and are not marked in text. */
export interface GlossaryWord {
  id: string;
  word: string;
  also: string[];
  c: BlockSource[];
  at: number;
  file: SourceFile;
  notes: ReadonlyMap<string, SourceNote>;
}

export interface Glossary {
  words: Map<string, GlossaryWord>;
  /** What is for the chat only, by id. */
  spoken: Map<string, SpokenWords>;
}

/**
 * Reads `woorden.md`: `## word`, one paragraph or more, and optionally `- ook: a, b`. A word that is `below` too is replaced, or
 * removed. A heading with a link or an instruction is for the chat: what this layer says there is added to what is below.
 */
export function parseGlossary(file: SourceFile, concepts: ReadonlyMap<string, ConditionSource>, diagnostics: Diagnostics, below?: Glossary): Glossary {
  const context = {file, diagnostics, concepts};
  const {blocks, notes: found} = lexMarkdown(mapFrom(file.text, 0), context);
  const notes = collectNotes(found, file, diagnostics);
  const glossary: Glossary = {words: new Map(below?.words), spoken: new Map(below?.spoken)};
  const said = new Set<string>();
  const fail = (rule: string, at: number, message: string, hint: string) => diagnostics.error(rule, {file, at}, message, hint);
  const bodies: {heading: SourceBlock & {t: 'heading'}; blocks: SourceBlock[]}[] = [];
  for (const block of blocks) {
    if (block.t === 'heading' && block.depth === 2) bodies.push({heading: block, blocks: []});
    else if (bodies.length) bodies.at(-1)!.blocks.push(block);
    else if (block.t !== 'heading') fail('pakket/veld', block.at, 'Deze tekst staat boven het eerste woord.', 'Zet er een kop boven: ## woord.');
  }
  for (const {heading, blocks: body} of bodies) {
    const forChat = isSpoken(heading.c);
    const word = forChat ? spokenTitle(heading.c) : plainText(heading.c);
    const id = keySafe(slug(word));
    if (!id) {
      fail('pakket/veld', heading.at, 'Dit woord ontbreekt.', 'Schrijf achter ## het woord dat wordt uitgelegd.');
      continue;
    }
    if (forChat) {
      const own = said.has(`chat ${id}`) ? undefined : parseSpoken(heading, body, id, file, diagnostics);
      const lower = below?.spoken.get(id);
      if (said.has(`chat ${id}`)) fail('woord/veld', heading.at, `De kop «${shorten(word)}» staat er twee keer.`, 'Voeg beide samen.');
      if (own) glossary.spoken.set(id, lower ? {...own, says: [...own.says, ...lower.says]} : own);
      said.add(`chat ${id}`);
      continue;
    }
    if (isRemoval(body)) {
      if (!below?.words.has(id)) diagnostics.error('laag/onbekend', {file, at: heading.at}, `Dit haalt het woord «${shorten(word)}» weg, maar dat staat niet in de basis.`, didYouMean(word, [...(below?.words.values() ?? [])].map((each) => each.word), 'Haal dit weg.'));
      glossary.words.delete(id);
      said.add(id);
      continue;
    }
    const also: string[] = [];
    const text = body.filter((block) => {
      const loose = block.t === 'p' ? splitLines(block.c).find((line) => ALSO.test(plainText(line))) : undefined;
      if (loose) fail('pakket/veld', loose[0]?.at ?? block.at, `Voor «${shorten(plainText(loose), 40)}» ontbreekt een streepje.`, 'Schrijf «- ook: …» op een eigen regel, met een lege regel erboven.');
      const typo = block.t === 'list' ? block.items.find((item) => nearlyAlso(item)) : undefined;
      if (typo) fail('pakket/veld', typo.at, `«${shorten(itemText(typo), 40)}» begint niet met «ook:».`, 'Schrijf «- ook: …» voor woorden die mensen zelf gebruiken.');
      const found = splitLabelled([block], ['ook']).said.get('ook');
      also.push(...(found ?? []).map(({text}) => text));
      return !found;
    });
    const c = parseTextBlocks(text, 'in woorden.md', context);
    if (c.length === 0) fail('pakket/veld', heading.at, `Bij het woord «${shorten(word)}» ontbreekt de uitleg.`, 'Schrijf er een korte alinea onder.');
    if (said.has(id)) fail('pakket/veld', heading.at, `Het woord «${shorten(word)}» staat er twee keer.`, 'Voeg beide samen.');
    else glossary.words.set(id, {id, word, also, c, at: heading.at, file, notes});
    said.add(id);
  }
  return glossary;
}

const ALSO = /^ook\s*:/;

function nearlyAlso(item: SourceItem): boolean {
  const [, word] = /^(\p{L}{1,5})\s*[:;]/u.exec(itemText(item)) ?? [];
  return word !== undefined && !ALSO.test(itemText(item)) && suggest(word, ['ook']) !== undefined;
}

/** Ids of words are keys of a compiled object, where readers refuse these two. */
function keySafe(id: string): string {
  return id === 'constructor' || id === 'prototype' ? `${id}-woord` : id;
}
