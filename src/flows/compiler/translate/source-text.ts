import type {MappedText} from '../mapped-text.js';
import {textHash} from '../text-hash.js';
import type {AnswerSource, BlockSource} from '../flow-ast.js';
import type {SourceInline, SourceNote} from '../markdown-ast.js';
import type {Unit} from './units.js';

/** Stands for a hard break until the line is whole. */
const BREAK = '\u0001';

/** Running text as it was typed, on one line. */
export function inlineText(inlines: readonly SourceInline[]): string {
  return inlineLines(inlines).map((line) => line.replace(/\\$/, '')).join(' ');
}

/** The same with its hard breaks: every line but the last ends with a backslash. */
function inlineLines(inlines: readonly SourceInline[]): string[] {
  const lines = typed(inlines).split(BREAK).map((line) => line.replace(/[ \n]+/g, ' ').trim());
  return lines.map((line, n) => (n < lines.length - 1 ? `${line}\\` : line));
}

function typed(inlines: readonly SourceInline[]): string {
  return inlines
    .map((inline): string => {
      switch (inline.t) {
        case 'text':
          return inline.raw.text;
        case 'b':
          return `**${typed(inline.c)}**`;
        case 'i':
          return `*${typed(inline.c)}*`;
        case 'br':
          return BREAK;
        case 'link':
          return inline.auto ? typed(inline.c) : `[${typed(inline.c)}](${inline.href})`;
        case 'placeholder':
          return `{{${inline.path}}}`;
        case 'note':
          return `[^${inline.id}]`;
        case 'image':
          return `![${typed(inline.alt)}](${inline.src})`;
        default:
          return '';
      }
    })
    .join('');
}

/** The pieces of a step, a kind of support or a word as Markdown without any instruction: what a translator starts from. */
export function unitsText(units: readonly Unit[]): string {
  const parts = units.map((unit) => unitLines(unit));
  return parts.map((lines) => lines.join('\n')).join('\n\n');
}

/** What a translation is made of; it is stale once this differs. Routes and conditions are no part of it. */
export function sourceHash(title: readonly SourceInline[] | undefined, units: readonly Unit[]): string {
  return textHash(`${title ? inlineText(title) : ''}\n\n${unitsText(units)}`);
}

/** The same for the fields on top of a file, and its footnotes. */
export function frontHash(fields: readonly (MappedText | undefined)[], notes: ReadonlyMap<string, SourceNote>): string {
  return textHash([...fields.map((field) => field?.text.trim() ?? ''), ...[...notes.values()].map(noteText)].join('\n'));
}

export function noteText({id, c}: SourceNote): string {
  return `[^${id}]: ${inlineText(c)}`;
}

function unitLines(unit: Unit): string[] {
  switch (unit.t) {
    case 'title':
      return [`### ${inlineText(unit.block.title)}`];
    case 'entries':
      return unit.entries.flatMap((entry) => [`- ${inlineText(entry.title)}`, ...indented(entry.c.flatMap((block, n) => [...(n ? ['>'] : []), ...blockLines(block).map((line) => `> ${line}`)]))]);
    case 'answers':
      return unit.answers.flatMap(answerLines);
    case 'button':
      return [inlineText(unit.item.label)];
    case 'submit':
      return [unit.item.label.text.replace(/\s+/g, ' ').trim()];
    default:
      return blockLines(unit.block);
  }
}

function answerLines({label, explain, echo}: AnswerSource): string[] {
  const [first, ...others] = explain;
  // A paragraph may follow the label at once; anything else needs an empty line.
  const below = first?.t === 'p' ? [...blockLines(first), ...others.flatMap((block) => ['', ...blockLines(block)])] : explain.flatMap((block) => ['', ...blockLines(block)]);
  const said = echo?.length ? [`> ${inlineText(echo)}`] : [];
  return [`- ${inlineText(label)}`, ...indented([...below, ...said])];
}

function blockLines(block: BlockSource): string[] {
  switch (block.t) {
    case 'p':
      return inlineLines(block.c);
    case 'list':
      return block.items.flatMap((item, n) => {
        const lines = item.flatMap((inner, m) => [...(m ? [''] : []), ...blockLines(inner)]);
        const mark = block.ordered ? `${n + 1}. ` : '- ';
        return lines.map((line, m) => (m === 0 ? mark + line : line && ' '.repeat(mark.length) + line));
      });
    case 'img':
      return [`![${inlineText(block.alt)}](${block.src})`];
    case 'callout':
      return [`> [!${block.kind === 'nood' ? 'NOOD' : 'LET OP'}]`, ...block.c.flatMap((inner, n) => [...(n ? ['>'] : []), ...blockLines(inner).map((line) => (line ? `> ${line}` : '>'))])];
    case 'section':
      return [`### ${inlineText(block.title)}`, ...block.c.flatMap((inner) => ['', ...blockLines(inner)])];
    case 'show':
      return [];
  }
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => line && `  ${line}`);
}
