import type {Token, Tokens} from 'marked';
import {decodeEntities} from './entities.js';
import type {Diagnostics} from './diagnostics.js';
import {offsetAt, sliceMapped, type MappedText} from './mapped-text.js';
import type {SourceInline} from './markdown-ast.js';
import type {SourceFile} from './source-file.js';
import {reportHtml} from './rules/html-verboden.js';
import {reportStrange} from './rules/instructie-onbekend.js';

export interface LexContext {
  file: SourceFile;
  diagnostics: Diagnostics;
}

/** Turns marked's inline tokens into running text with places. `mapped` is the text that they were read from. */
export function convertInline(tokens: readonly Token[], mapped: MappedText, context: LexContext): SourceInline[] {
  const out: SourceInline[] = [];
  let cursor = 0;
  for (const token of tokens) {
    // The raw texts follow each other; where marked skipped white space, the next one is found behind it.
    const found = mapped.text.indexOf(token.raw, cursor);
    const start = found < 0 ? cursor : found;
    cursor = start + token.raw.length;
    const inline = convertOne(token, sliceMapped(mapped, start, cursor), context);
    if (inline) out.push(...inline);
  }
  return out;
}

function convertOne(token: Token, raw: MappedText, context: LexContext): SourceInline[] | undefined {
  const at = offsetAt(raw, 0);
  switch (token.type) {
    case 'text':
      if ('tokens' in token && token.tokens) return convertInline(token.tokens, raw, context);
      return [{t: 'text', text: decodeEntities(raw.text), raw, at}];
    case 'escape':
      return [{t: 'text', text: (token as Tokens.Escape).text, raw, literal: true, at}];
    case 'strong':
    case 'em':
      return [{t: token.type === 'strong' ? 'b' : 'i', c: inside(token as Tokens.Strong, raw, context), at}];
    case 'br':
      return [{t: 'br', at}];
    case 'link': {
      const link = token as Tokens.Link;
      if (link.title) reportStrange('title', {file: context.file, at}, context.diagnostics);
      return [{t: 'link', href: link.href, c: inside(link, raw, context), auto: link.autolink === true || !raw.text.startsWith('['), at}];
    }
    case 'image': {
      const image = token as Tokens.Image;
      const alt: SourceInline[] = image.text ? [{t: 'text', text: decodeEntities(image.text), raw: {text: image.text, map: [at]}, at}] : [];
      return [{t: 'image', src: image.href, alt, at}];
    }
    case 'codespan': {
      const ticks = /^`+/.exec(raw.text)?.[0].length ?? 1;
      const inner = raw.text.slice(ticks, -ticks);
      const lead = inner.length - inner.trimStart().length;
      return [{t: 'code', raw: sliceMapped(raw, ticks + lead, ticks + lead + inner.trim().length), ticks, at}];
    }
    case 'placeholder':
      return [{t: 'placeholder', path: (token as Tokens.Generic)['path'] as string, at}];
    case 'note':
      return [{t: 'note', id: (token as Tokens.Generic)['id'] as string, at}];
    case 'checkbox':
      return undefined;
    case 'html':
      // The tag that it closes is reported already.
      if (!raw.text.startsWith('</')) reportHtml(raw.text, {file: context.file, at}, context.diagnostics);
      return undefined;
    case 'del':
      reportStrange('del', {file: context.file, at}, context.diagnostics);
      return inside(token as Tokens.Del, raw, context);
    default:
      reportStrange(token.type, {file: context.file, at}, context.diagnostics);
      return undefined;
  }
}

function inside(token: {text: string; tokens?: Token[] | undefined}, raw: MappedText, context: LexContext): SourceInline[] {
  const start = Math.max(0, raw.text.indexOf(token.text));
  return convertInline(token.tokens ?? [], sliceMapped(raw, start, start + token.text.length), context);
}
