import {Lexer, Marked, type MarkedOptions, type Token, type Tokens} from 'marked';
import {convertInline, type LexContext} from './lex-inline.js';
import {alignLines, lineSpans, offsetAt, sliceMapped, type MappedText} from './mapped-text.js';
import type {SourceBlock, SourceInline, SourceItem, SourceNote} from './markdown-ast.js';
import {mendLines} from './mend-lines.js';
import {reportHtml} from './rules/html-verboden.js';
import {reportStrange} from './rules/instructie-onbekend.js';

/** A reader of our own: the library's shared one can be changed by anybody on the page. */
const marked = new Marked({
  extensions: [
    {
      name: 'placeholder',
      level: 'inline',
      start: (src: string) => indexOrNone(src, '{{'),
      tokenizer: (src: string) => {
        const match = /^\{\{([^{}\n]{0,100})\}\}/.exec(src);
        return match ? {type: 'placeholder', raw: match[0], path: match[1]!.trim()} : undefined;
      },
    },
    {
      name: 'note',
      level: 'inline',
      start: (src: string) => indexOrNone(src, '[^'),
      tokenizer: (src: string) => {
        const match = /^\[\^([^\]\s]{1,100})\](?!\()/.exec(src);
        return match ? {type: 'note', raw: match[0], id: match[1]!} : undefined;
      },
    },
  ],
});

function indexOrNone(src: string, mark: string): number | undefined {
  const index = src.indexOf(mark);
  return index < 0 ? undefined : index;
}

function newLexer(): Lexer {
  return new Lexer(marked.defaults as MarkedOptions<string, string>);
}

/** Reads the body of a file: its blocks, and its footnotes apart. */
export function lexMarkdown(body: MappedText, context: LexContext): {blocks: SourceBlock[]; notes: SourceNote[]} {
  const {rest, notes} = cutNotes(mendLines(cutComments(body, context), context));
  const blocks = convertBlocks(newLexer().lex(rest.text), rest, context);
  return {blocks, notes: notes.map(({id, text, at}) => ({id, c: lexInline(text, context), at}))};
}

/** Reads one line of running text, such as a field of front matter. */
export function lexInline(text: MappedText, context: LexContext): SourceInline[] {
  const clean = cutComments(text, context);
  return convertInline(newLexer().inlineTokens(clean.text), clean, context);
}

/** Takes `<!-- … -->` away; what stays keeps its place through the map. */
function cutComments(body: MappedText, context: LexContext): MappedText {
  if (!body.text.includes('<!--')) return body;
  const cuts: [number, number][] = [];
  for (let open = body.text.indexOf('<!--'); open >= 0; open = body.text.indexOf('<!--', cuts.at(-1)![1])) {
    const close = body.text.indexOf('-->', open + 4);
    const next = body.text.indexOf('<!--', open + 4);
    if (close < 0 || (next >= 0 && next < close)) {
      context.diagnostics.error('html/verboden', {file: context.file, at: offsetAt(body, open)}, 'De opmerking die met «<!--» begint, wordt niet gesloten.', 'Zet --> achter de opmerking.');
      // Only its own paragraph is taken for the comment, so that the rest is still read.
      const end = body.text.slice(open).search(/\n[ ]*(?:\n|$)/);
      cuts.push([open, end < 0 ? body.text.length : open + end]);
      continue;
    }
    cuts.push([open, close + 3]);
  }
  return cut(body, cuts);
}

function cut(body: MappedText, cuts: readonly [number, number][]): MappedText {
  const text: string[] = [];
  const map: number[] = [];
  let from = 0;
  for (const [start, end] of [...cuts, [body.text.length, body.text.length] as const]) {
    text.push(body.text.slice(from, start));
    for (let i = from; i < start; i++) map.push(body.map[i]!);
    from = end;
  }
  map.push(body.map.at(-1) ?? 0);
  return {text: text.join(''), map};
}

const NOTE = /^ {0,3}\[\^([^\]\n]{1,100})\]:[ ]*/;

/** Takes `[^x]: …` lines away: to Markdown they are link definitions and would vanish. */
function cutNotes(body: MappedText): {rest: MappedText; notes: {id: string; text: MappedText; at: number}[]} {
  if (!body.text.includes('[^')) return {rest: body, notes: []};
  const notes: {id: string; text: MappedText; at: number}[] = [];
  const cuts: [number, number][] = [];
  const lines = lineSpans(body.text);
  for (let i = 0; i < lines.length; i++) {
    const {start, end} = lines[i]!;
    const match = NOTE.exec(body.text.slice(start, end));
    if (!match) continue;
    let last = end;
    while (i + 1 < lines.length && continuesNote(body.text.slice(lines[i + 1]!.start, lines[i + 1]!.end))) last = lines[++i]!.end;
    notes.push({id: match[1]!, text: sliceMapped(body, start + match[0].length, last), at: offsetAt(body, start)});
    cuts.push([start, last]);
  }
  return {rest: cut(body, cuts), notes};
}

function continuesNote(line: string): boolean {
  return line.trim() !== '' && !NOTE.test(line) && !/^ {0,3}(?:#|>|[-*+] |\d+[.)] |`)/.test(line);
}

function convertBlocks(tokens: readonly Token[], parent: MappedText, context: LexContext): SourceBlock[] {
  const out: SourceBlock[] = [];
  const lines = lineSpans(parent.text);
  let line = 0;
  for (const token of tokens) {
    if (token.type === 'space' || token.type === 'checkbox') continue;
    const {mapped, nextLine} = alignLines(parent, lines, token.raw, line);
    line = nextLine;
    const block = convertBlock(token, mapped, context);
    if (block) out.push(block);
  }
  return out;
}

function convertBlock(token: Token, mapped: MappedText, context: LexContext): SourceBlock | undefined {
  const lead = mapped.text.length - mapped.text.trimStart().length;
  const at = offsetAt(mapped, lead);
  const place = {file: context.file, at};
  switch (token.type) {
    case 'paragraph':
    case 'text':
      return {t: 'p', c: convertInline((token as Tokens.Paragraph).tokens ?? [], mapped, context), at};
    case 'heading': {
      const heading = token as Tokens.Heading;
      if (!heading.raw.trimStart().startsWith('#')) {
        reportStrange('setext', place, context.diagnostics);
        return {t: 'p', c: convertInline(heading.tokens, mapped, context), at};
      }
      return {t: 'heading', depth: heading.depth, c: convertInline(heading.tokens, mapped, context), at};
    }
    case 'list':
      return {t: 'list', ordered: (token as Tokens.List).ordered, items: convertItems(token as Tokens.List, mapped, context), at};
    case 'blockquote':
      reportLazy(mapped, /^\s*>/, 'citaat', context);
      return {t: 'quote', c: convertBlocks((token as Tokens.Blockquote).tokens, mapped, context), at};
    case 'html':
      reportHtml(token.raw, place, context.diagnostics);
      return undefined;
    default:
      reportStrange(token.type, place, context.diagnostics);
      return undefined;
  }
}

function convertItems(list: Tokens.List, mapped: MappedText, context: LexContext): SourceItem[] {
  const lines = lineSpans(mapped.text);
  let line = 0;
  return list.items.map((item) => {
    const aligned = alignLines(mapped, lines, item.raw, line);
    line = aligned.nextLine;
    const at = offsetAt(aligned.mapped, aligned.mapped.text.length - aligned.mapped.text.trimStart().length);
    reportLazy(aligned.mapped, /^\s/, 'lijstpunt', context);
    if (item.checked) {
      context.diagnostics.error('stap/vorm', {file: context.file, at}, 'Dit antwoord is al aangevinkt.', 'Laat het hokje leeg: - [ ].');
    }
    return {task: item.task, c: convertBlocks(item.tokens, aligned.mapped, context), at};
  });
}

/**
 * Markdown lets a paragraph run on into the next line without its mark; what the editor meant is not sure. A line
 * without any indentation inside a list is told of by the list, not by a quote in it, and a row of lines once.
 */
function reportLazy(mapped: MappedText, marked: RegExp, what: string, context: LexContext): void {
  const column = (offset: number) => context.file.position(offset).column;
  const inList = column(offsetAt(mapped, 0)) > 1;
  let before = false;
  lineSpans(mapped.text).forEach(({start, end}, i) => {
    const text = mapped.text.slice(start, end);
    const lazy = i > 0 && text.trim() !== '' && !marked.test(text);
    if (lazy && !before && !(what === 'citaat' && inList && column(offsetAt(mapped, start)) === 1)) {
      const hint = what === 'citaat' ? 'Zet er een lege regel boven, of begin de regel met >.' : 'Zet er een lege regel boven, of spring de regel twee plaatsen in.';
      context.diagnostics.error('stap/vorm', {file: context.file, at: offsetAt(mapped, start)}, `Deze regel telt voor Markdown mee met het ${what} erboven.`, hint);
    }
    before = lazy;
  });
}
