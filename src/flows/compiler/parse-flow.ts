import {NAME, slug} from '../conditions/names.js';
import {readConcepts} from './condition-source.js';
import type {Diagnostics} from './diagnostics.js';
import type {ConditionSource, FlowSource, Seen, StepSource} from './flow-ast.js';
import {FrontFields, shorten} from './front-fields.js';
import {readFrontMatter} from './front-matter.js';
import {lexMarkdown} from './lex-markdown.js';
import {mapFrom, placeText} from './mapped-text.js';
import {plainText, type SourceBlock, type SourceNote} from './markdown-ast.js';
import {bracesFirst, checkId, readBraces, readStepName} from './own-id.js';
import {classify, takeInstructions} from './parse-line.js';
import {parseStepItems} from './parse-step.js';
import {checkRunningText} from './rules/instructie-onbekend.js';
import type {SourceFile} from './source-file.js';

const FIELDS = ['titel', 'omschrijving', 'begrippen', 'gedeeld'];

/**
 * Reads `gesprekken/<id>.md` into steps. Links and names are not looked up yet. `below` is the flow that this one is laid
 * over: what the fields on top leave out, it has. Its steps are not merged here (`mergeFlow` does that).
 */
export function parseFlow(file: SourceFile, packConcepts: ReadonlyMap<string, ConditionSource>, diagnostics: Diagnostics, below?: FlowSource): FlowSource {
  const id = file.path.replace(/^.*\//, '').replace(/\.md$/, '');
  if (!NAME.test(id)) {
    diagnostics.error('pakket/veld', {file, at: 0}, `«${id}.md» kan geen naam van een gesprek zijn.`, `Noem het bestand «${slug(id) || 'gesprek'}.md»: kleine letters, cijfers en streepjes.`);
  }
  const front = readFrontMatter(file, diagnostics, below !== undefined);
  const fields = new FrontFields(front.fields, file, diagnostics, 'pakket/veld', 0, front.broken);
  fields.onlyKnown(FIELDS);
  const concepts = below?.concepts ?? new Map(packConcepts);
  readConcepts(fields.map('begrippen'), concepts, packConcepts, {file, diagnostics, concepts});

  const context = {file, diagnostics, concepts};
  const {blocks, notes} = lexMarkdown(mapFrom(file.text.slice(front.bodyStart), front.bodyStart), context);
  const shared = fields.oneOf('gedeeld', ['ja', 'nee'], false);
  const flow: FlowSource = {id, file, shared: shared ? shared === 'ja' : (below?.shared ?? false), concepts, steps: [], notes: collectNotes(notes, file, diagnostics)};
  const title = fields.text('titel');
  const description = fields.text('omschrijving');
  if (title) flow.title = placeText(title, file);
  if (description) flow.description = placeText(description, file);
  readSteps(blocks, flow, front.broken || (below !== undefined && front.fields.size > 0), diagnostics);
  if (!flow.title && below?.title) flow.title = below.title;
  if (!flow.description && below?.description) flow.description = below.description;
  if (!flow.title && !flow.shared) fields.missing('titel', 'Herken je jezelf?');
  return flow;
}

/** Footnotes by name; a second one with the same name is reported. */
export function collectNotes(notes: readonly SourceNote[], file: SourceFile, diagnostics: Diagnostics): Map<string, SourceNote> {
  const found = new Map<string, SourceNote>();
  for (const note of notes) {
    if (found.has(note.id)) diagnostics.error('stap/dubbel', {file, at: note.at}, `De voetnoot «[^${note.id}]» staat er twee keer.`, 'Geef een van beide een andere naam.');
    const {text, instructions} = takeInstructions(note.c, {file, diagnostics, concepts: new Map()});
    for (const {at} of instructions) diagnostics.error('stap/vorm', {file, at}, 'In een voetnoot past geen instructie.', 'Haal haar weg.');
    checkRunningText(text, file, diagnostics);
    if (!found.has(note.id)) found.set(note.id, {...note, c: text});
  }
  return found;
}

function readSteps(blocks: readonly SourceBlock[], flow: FlowSource, mayBeEmpty: boolean, diagnostics: Diagnostics): void {
  const {file} = flow;
  const bodies: {step: StepSource; blocks: SourceBlock[]}[] = [];
  const titles = new Set<StepSource>();
  let stray = false;
  for (const block of blocks) {
    if (block.t === 'heading' && (block.depth === 2 || isMeantAsStep(block, bodies.length > 0))) {
      if (block.depth !== 2) reportDepth(block, file, diagnostics);
      const step = readHeading(block, flow, diagnostics);
      if (block.depth === 1) titles.add(step);
      bodies.push({step, blocks: []});
    } else if (block.t === 'heading' && block.depth === 1) {
      readTitle(block, flow, diagnostics);
    } else if (bodies.length) {
      bodies.at(-1)!.blocks.push(block);
    } else if (!stray) {
      stray = true;
      diagnostics.error('stap/vorm', {file, at: block.at}, 'Deze tekst staat boven de eerste stap en wordt nooit getoond.', 'Zet haar onder een kop met ##, of maak er een opmerking van: <!-- … -->.');
    }
  }
  for (const {step, blocks: body} of bodies) {
    // A late title with nothing below it is no step after all; that it stands there is reported.
    if (body.length === 0 && titles.has(step)) continue;
    const before = diagnostics.count;
    step.items = parseStepItems(body, {file, diagnostics, concepts: flow.concepts});
    if (diagnostics.count > before) step.misread = true;
    flow.steps.push(step);
  }
  flow.steps.forEach((step, n) => (step.end = flow.steps[n + 1]?.at ?? file.text.length));
  if (flow.steps.length === 0 && !mayBeEmpty) {
    diagnostics.error('stap/leeg', {file, at: 0}, `Het gesprek «${flow.id}» heeft geen stappen.`, 'Schrijf een kop met ## en daaronder tekst en antwoorden.');
  }
}

/** A heading of another level that stands for a step: read as one, so that links to it are not reported too. */
function isMeantAsStep({depth, c}: SourceBlock & {t: 'heading'}, late: boolean): boolean {
  return depth === 1 ? late : depth > 2 && /^\s*#/.test(readBraces(c).braces?.text ?? '');
}

function reportDepth({depth, c, at}: SourceBlock & {t: 'heading'}, file: SourceFile, diagnostics: Diagnostics): void {
  const {rest, braces} = readBraces(c);
  const text = shorten(plainText(rest));
  const name = braces ? ` {${braces.text}}` : '';
  diagnostics.error('stap/vorm', {file, at}, `De kop «${text}» heeft ${depth === 1 ? 'één hekje' : `${depth} hekjes`}, maar ${depth === 1 ? 'staat tussen de stappen' : 'ook een naam, zoals een stap'}.`, `Een stap begint met twee hekjes: ## ${text}${name}.`);
}

function readTitle(block: SourceBlock & {t: 'heading'}, flow: FlowSource, diagnostics: Diagnostics): void {
  const place = {file: flow.file, at: block.at};
  const text = plainText(block.c);
  if (!flow.title) {
    if (text) flow.title = placeText(mapFrom(text, block.c[0]?.at ?? block.at), flow.file);
  } else if (flow.title.text.trim() !== text) {
    diagnostics.error('stap/vorm', place, `De titel «${shorten(text)}» verschilt van «titel» bovenaan het bestand.`, 'Houd een van beide over.');
  }
}

function readHeading(block: SourceBlock & {t: 'heading'}, flow: FlowSource, diagnostics: Diagnostics): StepSource {
  const {file, concepts} = flow;
  const context = {file, diagnostics, concepts};
  const place = {file, at: block.at};
  if (classify(block.c) === 'button') diagnostics.error('stap/vorm', place, 'Deze kop is een koppeling.', 'Schrijf in de kop alleen tekst.');
  const line = takeInstructions(bracesFirst(block.c), context);
  for (const instruction of line.instructions) {
    diagnostics.error('stap/vorm', {file, at: instruction.at}, 'In de kop van een stap past geen instructie.', 'Zet haar op een eigen regel onder de kop.');
  }
  const {rest, braces} = readStepName(line.text, context);
  let id = '';
  let entry = false;
  let seen: Seen | undefined;
  if (braces) {
    const words = /\S+/g;
    for (let match = words.exec(braces.text); match; match = words.exec(braces.text)) {
      const at = braces.at + match.index;
      const [word] = match;
      if (word.startsWith('#') && !id) id = checkId({text: word.slice(1), at}, context);
      else if (word === 'ingang') entry = true;
      else if (word === 'gezien:') seen = {hash: words.exec(braces.text)?.[0] ?? '', at};
      else if (/^gezien:\S+$/.test(word)) seen = {hash: word.slice('gezien:'.length), at};
      else {
        diagnostics.error('instructie/onbekend', {file, at}, `«${word}» hoort niet tussen de accolades van een kop.`, NAME.test(word) && !id ? `Schrijf {#${word}}.` : 'Daar passen alleen #naam en ingang.');
        if (NAME.test(word)) id ||= word;
      }
    }
  }
  const text = plainText(rest);
  if (text === '') diagnostics.error('stap/leeg', place, 'Deze stap heeft geen kop.', 'Zet achter ## de vraag of de titel van de stap.');
  checkRunningText(rest, file, diagnostics);
  const named = id !== '';
  id ||= slug(text);
  if (!id && text !== '') diagnostics.error('stap/vorm', place, `Van «${shorten(text)}» is geen naam te maken.`, 'Zet er een eigen naam achter, zoals {#naam}.');
  return {id, named, entry, title: rest, at: block.at, end: block.at, items: [], flow, ...(seen ? {seen} : {})};
}
