import {NAME, slug} from '../conditions/names.js';
import {ARRANGERS, BASIC_FUNCTIONS, ROUTES, type SupportKind} from '../model/support.js';
import {readCondition} from './condition-source.js';
import type {Diagnostics} from './diagnostics.js';
import type {BlockSource, ConditionSource} from './flow-ast.js';
import {FrontFields, shorten} from './front-fields.js';
import {readFrontMatter, type FrontValue} from './front-matter.js';
import {lexInline, lexMarkdown} from './lex-markdown.js';
import {mapFrom, offsetAt, type MappedText} from './mapped-text.js';
import type {SourceInline, SourceNote} from './markdown-ast.js';
import {parseTextBlocks} from './parse-blocks.js';
import {collectNotes} from './parse-flow.js';
import {takeInstructions, onlyWhen} from './parse-line.js';
import {checkRunningText} from './rules/instructie-onbekend.js';
import type {SourceFile} from './source-file.js';

const FIELDS = ['titel', 'basisfunctie', 'route', 'past-bij', 'niet-als', 'eerste-stap', 'geregeld-via', 'kosten', 'wat-gebeurt-er', 'zoekwoorden'];
const MAX_WEIGHT = 100;

export interface FitSource {
  when: ConditionSource;
  weight: number;
  because: SourceInline[];
}

/** `steun/<id>.md` as written. */
export interface SupportSource {
  id: string;
  file: SourceFile;
  title?: MappedText;
  function?: SupportKind['function'];
  route?: SupportKind['route'];
  fits: FitSource[];
  unless?: ConditionSource;
  firstStep: SourceInline[];
  arrangedBy: SupportKind['arrangedBy'];
  costs: SourceInline[];
  expect: SourceInline[];
  /** What people say themselves, for the chat. */
  phrases: string[];
  body: BlockSource[];
  notes: Map<string, SourceNote>;
}

export function parseSupport(file: SourceFile, concepts: ReadonlyMap<string, ConditionSource>, diagnostics: Diagnostics): SupportSource {
  const id = file.path.replace(/^.*\//, '').replace(/\.md$/, '');
  const context = {file, diagnostics, concepts};
  const front = readFrontMatter(file, diagnostics);
  const fields = new FrontFields(front.fields, file, diagnostics, 'steun/veld', 0, front.broken);
  if (!NAME.test(id)) fields.fail(0, `«${id}.md» kan geen naam van een soort steun zijn.`, `Noem het bestand «${slug(id) || 'steun'}.md».`);
  fields.onlyKnown(FIELDS);
  const inline = (raw: MappedText | undefined): SourceInline[] => {
    if (!raw) return [];
    const c = lexInline(raw, context);
    const line = takeInstructions(c, context);
    onlyWhen(line.instructions, 'een veld', context);
    checkRunningText(line.text, file, diagnostics);
    return line.text;
  };
  const title = fields.required('titel', 'Een paar nachten logeren');
  const basic = fields.oneOf('basisfunctie', BASIC_FUNCTIONS);
  const route = fields.oneOf('route', ROUTES);
  const unless = fields.text('niet-als');
  if (!fields.has('geregeld-via')) fields.missing('geregeld-via', 'gemeente');
  const phrases = fields.texts('zoekwoorden').map((raw) => raw.text.trim());
  const long = fields.texts('zoekwoorden').find((raw) => raw.text.length > 120);
  if (long) fields.fail(offsetAt(long, 0), `Het zoekwoord «${shorten(long.text)}» is te lang.`, 'Schrijf een woord of een korte zin, in een lijst.');

  const {blocks, notes} = lexMarkdown(mapFrom(file.text.slice(front.bodyStart), front.bodyStart), context);
  const body = parseTextBlocks(blocks, 'bij een soort steun', context);
  if (body.length === 0 && !front.broken) fields.fail(front.bodyStart, `Bij «${id}» ontbreekt de tekst over wat het is en voor wie.`, 'Schrijf onder de gegevens een of meer alinea’s.');
  return {
    id,
    file,
    ...(title ? {title} : {}),
    ...(basic ? {function: basic} : {}),
    ...(route ? {route} : {}),
    fits: readFits(fields, inline, context),
    ...(unless ? {unless: readCondition(unless, context)} : {}),
    firstStep: inline(fields.required('eerste-stap', 'Bel je huisarts.')),
    arrangedBy: [...new Set(fields.texts('geregeld-via').flatMap((raw) => fields.check('geregeld-via', raw, ARRANGERS) ?? []))],
    costs: inline(fields.text('kosten')),
    expect: inline(fields.text('wat-gebeurt-er')),
    phrases,
    body,
    notes: collectNotes(notes, file, diagnostics),
  };
}

function readFits(fields: FrontFields, inline: (raw: MappedText | undefined) => SourceInline[], context: {file: SourceFile; diagnostics: Diagnostics; concepts: ReadonlyMap<string, ConditionSource>}): FitSource[] {
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

