import {NAME, slug} from '../conditions/names.js';
import {ARRANGERS, BASIC_FUNCTIONS, ROUTES, type SupportKind} from '../model/support.js';
import {readCondition} from './condition-source.js';
import type {Diagnostics} from './diagnostics.js';
import type {BlockSource, ConditionSource, Seen} from './flow-ast.js';
import {FrontFields, shorten} from './front-fields.js';
import {readFrontMatter, type FrontMatter, type FrontValue} from './front-matter.js';
import {lexInline, lexMarkdown} from './lex-markdown.js';
import {mapFrom, offsetAt, placeText, type MappedText, type PlacedText} from './mapped-text.js';
import type {SourceInline, SourceNote} from './markdown-ast.js';
import {parseTextBlocks} from './parse-blocks.js';
import {collectNotes} from './parse-flow.js';
import {takeInstructions, onlyWhen} from './parse-line.js';
import {normaliseSource} from './canonical.js';
import {checkRunningText} from './rules/instructie-onbekend.js';
import type {SourceFile} from './source-file.js';

const FIELDS = ['titel', 'basisfunctie', 'route', 'past-bij', 'niet-als', 'eerste-stap', 'geregeld-via', 'kosten', 'wat-gebeurt-er', 'zoekwoorden', 'respijtzoeker'];
const MAX_WEIGHT = 100;

export interface FitSource {
  when: ConditionSource;
  weight: number;
  because: FieldText;
}

/** Running text of one field, with the file it stands in: layers give a kind of support field by field. */
export interface FieldText {
  c: SourceInline[];
  from: FileText;
}

export interface FileText {
  file: SourceFile;
  notes: ReadonlyMap<string, SourceNote>;
  translated?: boolean;
}

/** `steun/<id>.md` as written, over what the layers below say. */
export interface SupportSource {
  id: string;
  /** The topmost layer that says something of it. */
  file: SourceFile;
  title?: PlacedText;
  function?: SupportKind['function'];
  route?: SupportKind['route'];
  fits: FitSource[];
  unless?: ConditionSource;
  firstStep: FieldText;
  arrangedBy: SupportKind['arrangedBy'];
  costs?: FieldText;
  expect?: FieldText;
  /** What people say themselves, for the chat and for who searches offers by words. */
  phrases: string[];
  /** Whether the finder lists it unasked; by its `function` where the pack does not say. */
  respite?: boolean;
  body: BlockSource[];
  bodyFrom: FileText;
  /** Footnotes of `file`. */
  notes: Map<string, SourceNote>;
  /** `gezien:` on top of it: the fields below that it replaces, as the editor last saw them. */
  seen?: Seen;
  /** What was typed for each field and for the text, here or below, and which of these stand in `file` itself. */
  typed: ReadonlyMap<string, string>;
  own: readonly string[];
  /** Its texts are a translation. */
  translated?: true;
}

/** What the text below the fields is called among them. */
export const BODY = 'tekst';

/** Reads `steun/<id>.md`. A field that it leaves out, or a text below the fields, is that of `below`. */
export function parseSupport(file: SourceFile, concepts: ReadonlyMap<string, ConditionSource>, diagnostics: Diagnostics, below?: SupportSource): SupportSource {
  const id = file.path.replace(/^.*\//, '').replace(/\.md$/, '');
  const context = {file, diagnostics, concepts};
  const front = readFrontMatter(file, diagnostics, below !== undefined);
  const fields = new FrontFields(front.fields, file, diagnostics, 'steun/veld', 0, front.broken);
  if (!NAME.test(id)) fields.fail(0, `«${id}.md» kan geen naam van een soort steun zijn.`, `Noem het bestand «${slug(id) || 'steun'}.md».`);
  fields.onlyKnown(below ? [...FIELDS, 'gezien'] : FIELDS);
  const {blocks, notes: found} = lexMarkdown(mapFrom(file.text.slice(front.bodyStart), front.bodyStart), context);
  const notes = collectNotes(found, file, diagnostics);
  const from = {file, notes};
  const inline = (raw: MappedText | undefined): FieldText | undefined => {
    if (!raw) return undefined;
    const line = takeInstructions(lexInline(raw, context), context);
    onlyWhen(line.instructions, 'een veld', context);
    checkRunningText(line.text, file, diagnostics);
    return {c: line.text, from};
  };
  /** A field that only the lowest layer has to have. */
  const needed = (name: string, example: string) => (below ? fields.text(name) : fields.required(name, example));
  const title = needed('titel', 'Een paar nachten logeren');
  const basic = fields.oneOf('basisfunctie', BASIC_FUNCTIONS, !below) ?? below?.function;
  const route = fields.oneOf('route', ROUTES, !below) ?? below?.route;
  const unless = fields.text('niet-als');
  if (!fields.has('geregeld-via') && !below) fields.missing('geregeld-via', 'gemeente');
  const phrases = fields.texts('zoekwoorden').map((raw) => raw.text.trim());
  const long = fields.texts('zoekwoorden').find((raw) => raw.text.length > 120);
  if (long) fields.fail(offsetAt(long, 0), `Het zoekwoord «${shorten(long.text)}» is te lang.`, 'Schrijf een woord of een korte zin, in een lijst.');
  const respite = fields.oneOf('respijtzoeker', ['ja', 'nee'], false);
  const seen = fields.text('gezien');
  const unlessSource = unless ? readCondition(unless, context) : below?.unless;
  const costs = inline(fields.text('kosten')) ?? below?.costs;
  const expect = inline(fields.text('wat-gebeurt-er')) ?? below?.expect;

  const body = parseTextBlocks(blocks, 'bij een soort steun', context);
  if (body.length === 0 && !front.broken && !below) fields.fail(front.bodyStart, `Bij «${id}» ontbreekt de tekst over wat het is en voor wie.`, 'Schrijf onder de gegevens een of meer alinea’s.');
  const typed = readTyped(front, body.length > 0, file);
  return {
    id,
    file,
    ...(title ? {title: placeText(title, file)} : below?.title ? {title: below.title} : {}),
    ...(basic ? {function: basic} : {}),
    ...(route ? {route} : {}),
    fits: below && !fields.has('past-bij') ? below.fits : readFits(fields, (raw) => inline(raw) ?? {c: [], from}, context),
    ...(unlessSource ? {unless: unlessSource} : {}),
    firstStep: inline(needed('eerste-stap', 'Bel je huisarts.')) ?? below?.firstStep ?? {c: [], from},
    arrangedBy: below && !fields.has('geregeld-via') ? below.arrangedBy : [...new Set(fields.texts('geregeld-via').flatMap((raw) => fields.check('geregeld-via', raw, ARRANGERS) ?? []))],
    ...(costs ? {costs} : {}),
    ...(expect ? {expect} : {}),
    phrases: below && !fields.has('zoekwoorden') ? below.phrases : phrases,
    ...(respite ? {respite: respite === 'ja'} : below?.respite === undefined ? {} : {respite: below.respite}),
    body: body.length || !below ? body : below.body,
    bodyFrom: body.length || !below ? from : below.bodyFrom,
    notes,
    ...(seen ? {seen: {hash: seen.text.trim(), at: offsetAt(seen, 0)}} : {}),
    typed: new Map([...(below?.typed ?? []), ...typed]),
    own: [...typed.keys()],
  };
}

/** What this file itself says, per field. */
function readTyped({fields, bodyStart}: FrontMatter, hasBody: boolean, file: SourceFile): Map<string, string> {
  const typed = new Map<string, string>();
  for (const [name, {value}] of fields) if (name !== 'gezien') typed.set(name, wordsOf(value));
  if (hasBody) typed.set(BODY, normaliseSource(file.text.slice(bodyStart)));
  return typed;
}

function wordsOf(value: FrontValue): string {
  switch (value.t) {
    case 'text':
      return value.raw.text.trim();
    case 'list':
      return value.items.map(wordsOf).join('\n');
    case 'map':
      return [...value.entries].map(([name, entry]) => `${name}: ${wordsOf(entry.value)}`).join('\n');
    case 'none':
      return '';
  }
}

function readFits(fields: FrontFields, inline: (raw: MappedText | undefined) => FieldText, context: {file: SourceFile; diagnostics: Diagnostics; concepts: ReadonlyMap<string, ConditionSource>}): FitSource[] {
  const value = fields.value('past-bij');
  if (!value) return [];
  if (value.t !== 'list') {
    fields.fail(value.at, 'Het veld «past-bij» is geen lijst.', 'Zet er streepjes onder met «als», «gewicht» en «omdat».');
    return [];
  }
  return value.items.flatMap((item: FrontValue) => {
    if (item.t !== 'map') {
      fields.fail(item.at, 'In «past-bij» staat iets zonder «als», «gewicht» en «omdat».', 'Schrijf bijvoorbeeld «- als: last >= 4», met daaronder gewicht en omdat.');
      return [];
    }
    const inner = new FrontFields(item.entries, context.file, context.diagnostics, 'steun/veld', item.at);
    inner.onlyKnown(['als', 'gewicht', 'omdat']);
    const condition = inner.required('als', 'last >= 4');
    const weight = inner.required('gewicht', '2');
    const because = inline(inner.required('omdat', 'je graag even lucht wilt'));
    const number = Number(weight?.text);
    if (weight && !(Number.isInteger(number) && number >= 1 && number <= MAX_WEIGHT)) {
      inner.fail(offsetAt(weight, 0), `«gewicht: ${shorten(weight.text)}» is geen heel getal van 1 tot ${MAX_WEIGHT}.`, 'Schrijf bijvoorbeeld «gewicht: 2».');
    }
    if (!condition || !weight) return [];
    return [{when: readCondition(condition, context), weight: number, because}];
  });
}

