import {slug} from '../conditions/names.js';
import type {Diagnostics} from './diagnostics.js';
import type {BlockSource, ConditionSource} from './flow-ast.js';
import {shorten} from './front-fields.js';
import {lexMarkdown} from './lex-markdown.js';
import {mapFrom} from './mapped-text.js';
import {plainText, type SourceBlock, type SourceNote} from './markdown-ast.js';
import {parseTextBlocks} from './parse-blocks.js';
import {collectNotes} from './parse-flow.js';
import type {SourceFile} from './source-file.js';

/** A glossary word. `also` are the words that people use themselves; they serve the chat and are not marked in text. */
export interface GlossaryWord {
  id: string;
  word: string;
  also: string[];
  c: BlockSource[];
  at: number;
}

export interface Glossary {
  file: SourceFile;
  words: Map<string, GlossaryWord>;
  notes: Map<string, SourceNote>;
}

/** Reads `woorden.md`: `## word`, one paragraph or more, and optionally `- ook: a, b`. */
export function parseGlossary(file: SourceFile, concepts: ReadonlyMap<string, ConditionSource>, diagnostics: Diagnostics): Glossary {
  const context = {file, diagnostics, concepts};
  const {blocks, notes} = lexMarkdown(mapFrom(file.text, 0), context);
  const glossary: Glossary = {file, words: new Map(), notes: collectNotes(notes, file, diagnostics)};
  const fail = (rule: string, at: number, message: string, hint: string) => diagnostics.error(rule, {file, at}, message, hint);
  const bodies: {heading: SourceBlock & {t: 'heading'}; blocks: SourceBlock[]}[] = [];
  for (const block of blocks) {
    if (block.t === 'heading' && block.depth === 2) bodies.push({heading: block, blocks: []});
    else if (bodies.length) bodies.at(-1)!.blocks.push(block);
    else if (block.t !== 'heading') fail('pakket/veld', block.at, 'Deze tekst staat boven het eerste woord.', 'Zet er een kop boven: ## woord.');
  }
  for (const {heading, blocks: body} of bodies) {
    const word = plainText(heading.c);
    const id = keySafe(slug(word));
    if (!id) {
      fail('pakket/veld', heading.at, 'Dit woord ontbreekt.', 'Schrijf achter ## het woord dat wordt uitgelegd.');
      continue;
    }
    const also: string[] = [];
    const text = body.filter((block) => {
      const found = block.t === 'list' ? readAlso(block) : undefined;
      also.push(...(found ?? []));
      return !found;
    });
    const c = parseTextBlocks(text, 'in woorden.md', context);
    if (c.length === 0) fail('pakket/veld', heading.at, `Bij het woord «${shorten(word)}» ontbreekt de uitleg.`, 'Schrijf er een korte alinea onder.');
    if (glossary.words.has(id)) fail('pakket/veld', heading.at, `Het woord «${shorten(word)}» staat er twee keer.`, 'Voeg beide samen.');
    else glossary.words.set(id, {id, word, also, c, at: heading.at});
  }
  return glossary;
}

function readAlso(list: SourceBlock & {t: 'list'}): string[] | undefined {
  const texts = list.items.map((item) => (item.c.length === 1 && item.c[0]?.t === 'p' ? plainText(item.c[0].c) : ''));
  if (!texts.every((text) => /^ook\s*:/.test(text))) return undefined;
  return texts.flatMap((text) => text.replace(/^ook\s*:/, '').split(',')).map((word) => word.trim()).filter(Boolean);
}

/** Ids of words are keys of a compiled object, where readers refuse these two. */
function keySafe(id: string): string {
  return id === 'constructor' || id === 'prototype' ? `${id}-woord` : id;
}
