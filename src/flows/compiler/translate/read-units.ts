import type {ConditionContext} from '../condition-source.js';
import type {AnswerSource, BlockSource} from '../flow-ast.js';
import {shorten} from '../front-fields.js';
import {joinLines} from '../parse-blocks.js';
import {isInternal} from '../parse-line.js';
import {isBlank, plainText, splitLines, trimInlines, type SourceBlock, type SourceInline, type SourceItem} from '../markdown-ast.js';
import {checkRunningText} from '../rules/instructie-onbekend.js';
import {references, UNIT_NAMES, unitsOfBlocks, type Unit} from './units.js';

/** Why a translation does not fit its source, and where. */
export interface Misfit {
  at: number;
  message: string;
  hint: string;
}

/** What the translation says for each piece of the source. */
export class Reading {
  /** Running text by what it stands for: a paragraph, a heading, a label. */
  readonly texts = new Map<object, SourceInline[]>();
  readonly explanations = new Map<AnswerSource, Reading>();
  readonly echoes = new Map<AnswerSource, SourceInline[]>();
  /** Footnotes that it refers to. */
  readonly notes = new Set<string>();
  /** Where each piece stands in the translation. */
  readonly places = new Map<object, number>();
}

/** Thrown inside this file only: the first thing that differs ends the reading of a step. */
class Differs extends Error {
  constructor(readonly misfit: Misfit) {
    super(misfit.message);
  }
}

/** Lays the text of a translation over the pieces of its source. `at` is where to point when something is missing at the end. */
export function readUnits(units: readonly Unit[], blocks: readonly SourceBlock[], at: number, context: ConditionContext): {reading?: Reading; misfit?: Misfit} {
  const reader = new UnitReader(context, at);
  try {
    reader.read(units, blocks);
    return {reading: reader.reading};
  } catch (error) {
    if (!(error instanceof Differs)) throw error;
    return {misfit: error.misfit};
  }
}

class UnitReader {
  readonly reading = new Reading();
  private queue: SourceBlock[] = [];

  constructor(
    private readonly context: ConditionContext,
    private at: number,
  ) {}

  read(units: readonly Unit[], blocks: readonly SourceBlock[]): void {
    this.queue = blocks.flatMap((block) => separate(block));
    for (const unit of units) this.unit(unit);
    const [extra] = this.queue;
    if (extra) differ(extra.at, `Hier staat ${blockName(extra)} te veel: de bron heeft die niet.`, 'Haal haar weg, of voeg haar samen met de tekst erboven.');
  }

  private unit(unit: Unit): void {
    const block = this.queue[0];
    const wanted = UNIT_NAMES[unit.t];
    if (!block) differ(this.at, `Aan het eind ontbreekt ${wanted} uit de bron: «${shorten(sample(unit), 40)}».`, 'Vul aan wat ontbreekt; elk stukje tekst van de bron heeft een vertaling.');
    this.at = block.at;
    const fits = unit.t === 'title' ? block.t === 'heading' : unit.t === 'list' || unit.t === 'entries' || unit.t === 'answers' ? block.t === 'list' : unit.t === 'callout' ? block.t === 'quote' : block.t === 'p' && isImage(block) === (unit.t === 'img');
    if (!fits) differ(block.at, `Hier staat ${blockName(block)}, maar in de bron staat hier ${wanted}: «${shorten(sample(unit), 40)}».`, 'Zet de stukjes tekst in dezelfde volgorde als in de bron, met een lege regel ertussen.');
    this.queue.shift();
    switch (unit.t) {
      case 'title':
        return this.text(unit.block, unit.block.title, (block as SourceBlock & {t: 'heading'}).c, block.at);
      case 'p':
        return this.text(unit.block, unit.block.c, (block as SourceBlock & {t: 'p'}).c, block.at);
      case 'button':
        return this.text(unit.item, unit.item.label, unlinked((block as SourceBlock & {t: 'p'}).c), block.at);
      case 'submit':
        return this.text(unit.item, [], unlinked((block as SourceBlock & {t: 'p'}).c), block.at);
      case 'img': {
        const image = (block as SourceBlock & {t: 'p'}).c.find((inline) => inline.t === 'image') as SourceInline & {t: 'image'};
        return this.text(unit.block, unit.block.alt, image.alt, block.at);
      }
      case 'callout':
        return this.callout(unit.block, block as SourceBlock & {t: 'quote'});
      case 'list':
        return this.list(unit.block, this.items(block as SourceBlock & {t: 'list'}, unit.block.items.length, 'regels'));
      case 'entries':
        return this.items(block as SourceBlock & {t: 'list'}, unit.entries.length, 'zinnen om te sturen').forEach((item, n) => this.entry(unit.entries[n]!, item));
      case 'answers':
        return this.items(block as SourceBlock & {t: 'list'}, unit.answers.length, 'antwoorden').forEach((item, n) => this.answer(unit.answers[n]!, item));
    }
  }

  /** As many items as the source has. Markdown makes one list of two that only an instruction parted: what is left comes next. */
  private items(list: SourceBlock & {t: 'list'}, count: number, what: string): SourceItem[] {
    const [next] = this.queue;
    if (list.items.length < count || (list.items.length > count && next?.t === 'list')) differ(list.at, `Hier staan ${list.items.length} ${what}, in de bron ${count}.`, `Zorg dat het er ${count} zijn, in dezelfde volgorde.`);
    const rest = list.items.slice(count);
    if (rest.length) this.queue.unshift({...list, items: rest, at: rest[0]!.at});
    return list.items.slice(0, count);
  }

  private text(key: object, source: readonly SourceInline[], typed: readonly SourceInline[], at: number): void {
    const text = trimInlines(typed);
    const {file, diagnostics} = this.context;
    if (plainText(text) === '' && plainText(source) !== '') differ(at, 'Hier staat geen tekst.', 'Vul de vertaling in.');
    const wanted = references(source);
    const found = references(text);
    const missing = wanted.find((one, n) => wanted.slice(0, n + 1).filter((each) => each === one).length > found.filter((each) => each === one).length);
    const extra = found.find((one, n) => found.slice(0, n + 1).filter((each) => each === one).length > wanted.filter((each) => each === one).length);
    if (missing !== undefined) differ(at, `In deze tekst ontbreekt «${missing}» uit de bron.`, `Zet «${missing}» op zijn plek in de zin.`);
    if (extra !== undefined) differ(at, `In deze tekst staat «${extra}», en in de bron niet.`, 'Haal het weg.');
    checkRunningText(text, file, diagnostics);
    for (const found of references(text)) if (found.startsWith('[^')) this.reading.notes.add(found.slice(2, -1));
    this.reading.texts.set(key, text);
    this.reading.places.set(key, at);
  }

  private callout(source: BlockSource & {t: 'callout'}, block: SourceBlock & {t: 'quote'}): void {
    const kind = source.kind === 'nood' ? 'NOOD' : 'LET OP';
    const [first, ...others] = block.c;
    const lines = first?.t === 'p' ? splitLines(first.c) : [];
    if (plainText(lines[0] ?? []) !== `[!${kind}]`) differ(block.at, `Dit kader begint niet met «[!${kind}]».`, `Laat de eerste regel van het kader zoals in de bron: > [!${kind}].`);
    const rest = joinLines(lines.slice(1));
    this.inside(source.c, [...(rest.some((inline) => !isBlank(inline)) ? [{t: 'p' as const, c: rest, at: trimInlines(rest)[0]!.at}] : []), ...others], block.at);
  }

  private list(source: BlockSource & {t: 'list'}, items: readonly SourceItem[]): void {
    items.forEach((item, n) => this.inside(source.items[n]!, item.c, item.at));
  }

  private entry(source: BlockSource & {t: 'section'}, item: SourceItem): void {
    const {label, rest} = readItem(item);
    this.text(source, source.title, label, item.at);
    const said = rest.flatMap((block) => (block.t === 'quote' ? block.c : [block]));
    this.inside(source.c, said, item.at);
  }

  private answer(source: AnswerSource, item: SourceItem): void {
    const {label, rest} = readItem(item);
    this.text(source, source.label, unlinked(label), item.at);
    const quotes = rest.filter((block) => block.t === 'quote');
    const name = shorten(plainText(unlinked(label)), 40);
    const [quote, second] = quotes;
    if (second) differ(second.at, `Bij «${name}» staan twee zinnen met >.`, 'Houd één regel met > over.');
    if (!quote !== !source.echo?.length) differ(quote?.at ?? item.at, quote ? `Bij «${name}» staat een zin met >, en in de bron niet.` : `Bij «${name}» ontbreekt de zin met > die de uitslag terugzegt.`, quote ? 'Haal die regel weg.' : `Zet eronder: > en de vertaling van «${shorten(plainText(source.echo!), 40)}».`);
    if (quote) {
      const [said, ...more] = quote.c;
      if (said?.t !== 'p' || more.length) differ(quote.at, 'Wat de uitslag terugzegt, is hier meer dan één alinea.', 'Schrijf achter de > één korte zin.');
      this.echo(source, said.c, quote.at);
    }
    const inner = new UnitReader(this.context, item.at);
    inner.read(unitsOfBlocks(source.explain), rest.filter((block) => block.t !== 'quote'));
    this.reading.explanations.set(source, inner.reading);
    for (const note of inner.reading.notes) this.reading.notes.add(note);
  }

  private echo(source: AnswerSource, c: readonly SourceInline[], at: number): void {
    const inner = new UnitReader(this.context, at);
    inner.text(source, source.echo!, c, at);
    this.reading.echoes.set(source, inner.reading.texts.get(source)!);
  }

  private inside(source: readonly BlockSource[], blocks: readonly SourceBlock[], at: number): void {
    const inner = new UnitReader(this.context, at);
    inner.read(unitsOfBlocks(source), blocks);
    for (const [key, text] of inner.reading.texts) this.reading.texts.set(key, text);
    for (const [key, place] of inner.reading.places) this.reading.places.set(key, place);
    for (const note of inner.reading.notes) this.reading.notes.add(note);
  }
}

function differ(at: number, message: string, hint: string): never {
  throw new Differs({at, message, hint});
}

/** The first line of an item, and what stands below it. */
function readItem(item: SourceItem): {label: SourceInline[]; rest: SourceBlock[]} {
  const [first, ...others] = item.c;
  if (first?.t !== 'p') return {label: [], rest: item.c};
  const [label = [], ...lines] = splitLines(first.c);
  const below = joinLines(lines);
  return {label, rest: [...(below.some((inline) => !isBlank(inline)) ? [{t: 'p' as const, c: below, at: trimInlines(below)[0]!.at}] : []), ...others]};
}

/** The text of a line that is one link to a step, as copied from the source; where it leads, the source says. */
function unlinked(c: readonly SourceInline[]): SourceInline[] {
  const text = trimInlines(c);
  const [only, ...others] = text;
  return only?.t === 'link' && others.length === 0 && isInternal(only.href) ? only.c : text;
}

/** Paragraphs whose lines are pictures come one by one. */
function separate(block: SourceBlock): SourceBlock[] {
  if (block.t !== 'p') return [block];
  const lines = splitLines(block.c).map(trimInlines).filter((line) => line.length);
  return lines.length > 1 && lines.every((line) => line.length === 1 && line[0]!.t === 'image') ? lines.map((line) => ({t: 'p', c: line, at: line[0]!.at})) : [block];
}

function isImage(block: SourceBlock): boolean {
  if (block.t !== 'p') return false;
  const text = trimInlines(block.c);
  return text.length === 1 && text[0]!.t === 'image';
}

function blockName(block: SourceBlock): string {
  return block.t === 'p' ? (isImage(block) ? UNIT_NAMES.img : UNIT_NAMES.p) : block.t === 'heading' ? UNIT_NAMES.title : block.t === 'quote' ? UNIT_NAMES.callout : UNIT_NAMES.list;
}

function sample(unit: Unit): string {
  switch (unit.t) {
    case 'title':
      return plainText(unit.block.title);
    case 'p':
      return plainText(unit.block.c);
    case 'img':
      return plainText(unit.block.alt);
    case 'list':
    case 'callout':
      return sampleOf(unit.t === 'list' ? unit.block.items.flat() : unit.block.c);
    case 'entries':
      return plainText(unit.entries[0]!.title);
    case 'answers':
      return plainText(unit.answers[0]!.label);
    case 'button':
      return plainText(unit.item.label);
    case 'submit':
      return unit.item.label.text;
  }
}

function sampleOf(blocks: readonly BlockSource[]): string {
  const [first] = unitsOfBlocks(blocks);
  return first ? sample(first) : '';
}
