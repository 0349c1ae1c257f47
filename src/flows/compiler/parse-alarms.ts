import {NAME, slug} from '../conditions/names.js';
import {suggest} from '../conditions/suggest.js';
import {saysEnough} from '../../understanding/alarm.js';
import type {Diagnostics} from './diagnostics.js';
import type {BlockSource, ConditionSource} from './flow-ast.js';
import {shorten} from './front-fields.js';
import {lexMarkdown} from './lex-markdown.js';
import {mapFrom} from './mapped-text.js';
import {plainText, type SourceBlock, type SourceInline, type SourceNote} from './markdown-ast.js';
import {readStepName} from './own-id.js';
import {parseTextBlocks} from './parse-blocks.js';
import {collectNotes} from './parse-flow.js';
import {MAX_EXPRESSION} from './parse-spoken.js';
import {isRemoval} from './removal.js';
import type {SourceFile} from './source-file.js';
import {itemText, splitLabelled, type Said} from './split-words.js';

/** A group of `nood.md`: what people say, and the calm words that answer it. */
export interface AlarmSource {
  id: string;
  title: SourceInline[];
  c: BlockSource[];
  /** Where title and text stand. */
  file: SourceFile;
  notes: ReadonlyMap<string, SourceNote>;
  at: number;
  says: Said[];
  unless: Said[];
}

export const ALARM_LABELS = ['bij', 'niet bij'] as const;

/**
 * Reads `nood.md`: `## Titel {#naam}`, calm words, and lists `- bij: …` and `- niet bij: …`. A group that is `below` too
 * keeps its expressions, and its words unless this layer has others: a layer makes nobody less safe.
 */
export function parseAlarms(file: SourceFile, concepts: ReadonlyMap<string, ConditionSource>, diagnostics: Diagnostics, below: ReadonlyMap<string, AlarmSource> = new Map()): Map<string, AlarmSource> {
  const context = {file, diagnostics, concepts};
  const {blocks, notes: found} = lexMarkdown(mapFrom(file.text, 0), context);
  const notes = collectNotes(found, file, diagnostics);
  const alarms = new Map(below);
  const said = new Set<string>();
  const fail = (at: number, message: string, hint: string) => diagnostics.error('nood/veld', {file, at}, message, hint);
  const bodies: {heading: SourceBlock & {t: 'heading'}; blocks: SourceBlock[]}[] = [];
  for (const block of blocks) {
    if (block.t === 'heading' && block.depth === 2) bodies.push({heading: block, blocks: []});
    else if (block.t === 'heading' && block.depth > 2) fail(block.at, `De kop «${shorten(plainText(block.c))}» hoort niet in nood.md.`, 'Schrijf twee hekjes voor een groep, en gewone alinea’s eronder.');
    else if (bodies.length) bodies.at(-1)!.blocks.push(block);
    else if (block.t !== 'heading') fail(block.at, 'Deze tekst staat boven de eerste groep.', 'Zet er een kop boven: ## Titel {#naam}. Een notitie voor jezelf zet je tussen <!-- en -->.');
  }
  for (const {heading, blocks: body} of bodies) {
    const {rest, braces} = readStepName(heading.c, context);
    const title = plainText(rest);
    const id = /^#(\S+)$/.exec(braces?.text.trim() ?? '')?.[1] ?? slug(title);
    if (!title || !NAME.test(id)) {
      fail(heading.at, title ? `«${shorten(id)}» kan geen naam van een groep zijn.` : 'Deze groep heeft geen titel.', 'Schrijf bijvoorbeeld: ## Wil je niet meer leven? {#zelfdoding}.');
      continue;
    }
    if (said.has(id)) {
      fail(heading.at, `De groep «${id}» staat er twee keer.`, 'Voeg beide samen.');
      continue;
    }
    said.add(id);
    const lower = below.get(id);
    if (isRemoval(body)) {
      fail(heading.at, `Dit haalt de groep «${id}» weg, en dat kan niet.`, 'Wie om hulp roept, moet die in elk pakket krijgen. Geef de groep andere woorden als deze niet passen.');
      continue;
    }
    const {said: expressions, rest: text} = splitLabelled(body, ALARM_LABELS);
    for (const {at, line} of nearlyLabels(text)) fail(at, `«${shorten(line, 40)}» begint niet met «bij:» of «niet bij:».`, 'Schrijf «- bij: …» voor wat mensen zeggen, met komma’s ertussen.');
    const says = expressions.get('bij') ?? [];
    const unless = expressions.get('niet bij') ?? [];
    for (const {text: one, at} of [...says, ...unless]) {
      if (one.length > MAX_EXPRESSION) fail(at, `«${shorten(one)}» is te lang om te herkennen.`, 'Schrijf de kern, met komma’s ertussen: «wil niet meer leven».');
      else if (!saysEnough(one)) fail(at, `«${shorten(one)}» zegt te weinig: het past bij bijna elk bericht.`, 'Schrijf er woorden bij die alleen in nood gezegd worden.');
    }
    const c = parseTextBlocks(text, 'in nood.md', context);
    if (!says.length && !lower) fail(heading.at, `Bij de groep «${id}» staat niet wat mensen zeggen.`, 'Schrijf eronder: «- bij: …», met komma’s ertussen.');
    if (!c.length && !lower) fail(heading.at, `Bij de groep «${id}» ontbreken de woorden die bezoekers lezen.`, 'Schrijf een paar rustige zinnen, met het nummer: {{feit.spoed}}.');
    const words = c.length || !lower ? {title: rest, c, file, notes, at: heading.at} : {title: lower.title, c: lower.c, file: lower.file, notes: lower.notes, at: lower.at};
    alarms.set(id, {id, ...words, says: [...says, ...(lower?.says ?? [])], unless: [...unless, ...(lower?.unless ?? [])]});
  }
  return alarms;
}

/** List items that look like expressions and have another label. */
function nearlyLabels(blocks: readonly SourceBlock[]): {at: number; line: string}[] {
  return blocks.flatMap((block) =>
    block.t === 'list'
      ? block.items.flatMap((item) => {
          const line = itemText(item);
          const [, label] = /^\s*([^:]{1,12}?)\s*[:;]/.exec(line) ?? [];
          return label !== undefined && suggest(label.toLowerCase(), ALARM_LABELS) !== undefined ? [{at: item.at, line}] : [];
        })
      : [],
  );
}
