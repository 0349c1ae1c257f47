import {NAME} from '../../conditions/names.js';
import type {Diagnostics} from '../diagnostics.js';
import {FrontFields, shorten} from '../front-fields.js';
import {readFrontMatter} from '../front-matter.js';
import {parseInstruction} from '../instruction.js';
import {lexMarkdown} from '../lex-markdown.js';
import {mapFrom} from '../mapped-text.js';
import {plainText, type SourceBlock, type SourceInline, type SourceItem, type SourceNote} from '../markdown-ast.js';
import {readBraces} from '../own-id.js';
import {collectNotes} from '../parse-flow.js';
import type {SourceFile} from '../source-file.js';

/** What a translation says of the source it was made from. */
export interface Stamp {
  /** `bron`: the hash of the source's text. */
  hash?: string;
  /** The text is still that of the source (`vertalen`), or of an earlier source (`verouderd`). */
  state?: 'vertalen' | 'verouderd';
  /** Where that stands. */
  at: number;
}

/** A step, a word or a fact in a translation. */
export interface Section {
  id: string;
  title: SourceInline[];
  blocks: SourceBlock[];
  stamp: Stamp;
  at: number;
}

/** A file of a language's folder. Which of its texts stand for what, the source tells. */
export interface Translation {
  file: SourceFile;
  fields: FrontFields;
  stamp: Stamp;
  /** `vertaald-door: machine`, and nobody has looked at it (`nagekeken`). */
  unchecked: boolean;
  sections: Map<string, Section>;
  /** What stands above the first section. */
  blocks: SourceBlock[];
  notes: Map<string, SourceNote>;
}

const OWN_FIELDS = ['vertaald-door', 'nagekeken', 'bron', 'status'];
const STATES = ['vertalen', 'verouderd'] as const;

export interface TranslationShape {
  /** Fields besides those of every translation. */
  fields: readonly string[];
  /** Its text comes under `##` headings. */
  sections: boolean;
}

export function readTranslation(file: SourceFile, {fields: known, sections}: TranslationShape, diagnostics: Diagnostics): Translation {
  const front = readFrontMatter(file, diagnostics, true);
  const fields = new FrontFields(front.fields, file, diagnostics, 'pakket/veld', 0, front.broken);
  fields.onlyKnown([...known, ...OWN_FIELDS]);
  const context = {file, diagnostics, concepts: new Map()};
  const {blocks, notes} = lexMarkdown(mapFrom(file.text.slice(front.bodyStart), front.bodyStart), context);
  const hash = fields.text('bron')?.text.trim();
  const state = fields.oneOf('status', STATES, false);
  const checked = fields.text('nagekeken')?.text.trim() ?? '';
  const translation: Translation = {
    file,
    fields,
    stamp: {...(hash ? {hash} : {}), ...(state ? {state} : {}), at: state ? fields.placeOf('status') : hash ? fields.placeOf('bron') : 0},
    unchecked: fields.text('vertaald-door')?.text.trim().toLowerCase() === 'machine' && /^(?:nee\b|$)/i.test(checked),
    sections: new Map(),
    blocks: [],
    notes: collectNotes(notes.map((note) => ({...note, c: withoutCode(note.c, file, diagnostics)})), file, diagnostics),
  };
  let open: Section | undefined;
  for (const block of blocks.map((one) => blockWithoutCode(one, file, diagnostics))) {
    if (sections && block.t === 'heading' && block.depth <= 2) {
      open = block.depth === 2 ? readSection(block, translation, diagnostics) : undefined;
    } else {
      (open?.blocks ?? translation.blocks).push(block);
    }
  }
  return translation;
}

function readSection({c, at}: SourceBlock & {t: 'heading'}, {file, sections}: Translation, diagnostics: Diagnostics): Section {
  const {rest, braces} = readBraces(c);
  const section: Section = {id: '', title: rest, blocks: [], stamp: {at}, at};
  for (const match of (braces?.text ?? '').matchAll(/\S+/g)) {
    const [word] = match;
    const place = {file, at: braces!.at + match.index};
    if (word.startsWith('#') && NAME.test(word.slice(1))) section.id = word.slice(1);
    else if (/^bron:[0-9a-f]{4,64}$/.test(word)) section.stamp.hash = word.slice('bron:'.length);
    else if (word === 'vertalen' || word === 'verouderd') section.stamp = {...section.stamp, state: word, at: place.at};
    else diagnostics.error('vertaling/afwijkend', place, `«${shorten(word)}» hoort in een vertaling niet tussen de accolades van een kop.`, 'Laat staan wat «mantelzorg vertaal» daar schreef, zoals {#naam bron:…}; al het andere komt uit de bron.');
  }
  const name = plainText(rest);
  section.id ||= NAME.test(name) ? name : '';
  if (!section.id) diagnostics.warn('vertaling/afwijkend', {file, at}, `Achter de kop «${shorten(name)}» ontbreekt de naam, dus deze vertaling wordt nergens gebruikt.`, 'Zet de naam uit de bron erachter: {#naam}.');
  else if (sections.has(section.id)) diagnostics.warn('vertaling/afwijkend', {file, at}, `De naam «${section.id}» staat twee keer in deze vertaling.`, 'Houd er één over; nu telt de eerste.');
  else sections.set(section.id, section);
  return section;
}

/** What the widget does, the source says: an instruction that was copied along would look as if it did something. */
export function withoutCode(inlines: readonly SourceInline[], file: SourceFile, diagnostics: Diagnostics): SourceInline[] {
  return inlines.flatMap((inline): SourceInline[] => {
    if (inline.t === 'code') {
      const isInstruction = !parseInstruction(inline.raw).problem;
      diagnostics.error('vertaling/afwijkend', {file, at: inline.at}, `${isInstruction ? 'De instructie' : 'De tekst tussen backticks'} «${shorten(inline.raw.text)}» hoort niet in een vertaling.`, 'Haal dit weg: wat de widget doet, komt uit de bron.');
      return [];
    }
    if (inline.t === 'b' || inline.t === 'i' || inline.t === 'link') return [{...inline, c: withoutCode(inline.c, file, diagnostics)}];
    return [inline];
  });
}

function blockWithoutCode<T extends SourceBlock>(block: T, file: SourceFile, diagnostics: Diagnostics): T {
  if (block.t === 'list') return {...block, items: block.items.map((item): SourceItem => ({...item, c: item.c.map((inner) => blockWithoutCode(inner, file, diagnostics))}))};
  if (block.t === 'quote') return {...block, c: block.c.map((inner) => blockWithoutCode(inner, file, diagnostics))};
  return {...block, c: withoutCode(block.c as SourceInline[], file, diagnostics)};
}
