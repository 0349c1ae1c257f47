import {decodeEntities} from '../entities.js';
import {offsetAt, type MappedText} from '../mapped-text.js';
import type {SourceInline} from '../markdown-ast.js';

/** Stands for what is filled in (`{{…}}`) or is no text (an address): one word, of unknown letters. */
export const FILLED = '\ufffc';

/** Running text as a visitor reads it, each sign with its place. Footnotes are left out. */
export interface FlatText extends MappedText {
  /** Stretches in italics or between quotation marks: what somebody says, in their own words. */
  spoken: readonly [start: number, end: number][];
  links: readonly {start: number; end: number}[];
}

const QUOTED = /“[^“”\n]{1,300}”|„[^“”„\n]{1,300}[“”]|"[^"\n]{1,300}"|«[^»\n]{1,300}»|(?<![\p{L}\p{N}])[‘'](?![stnkrm]\b|\d)[^‘’'\n]{2,300}[’'](?![\p{L}])/gu;

export function flatten(inlines: readonly SourceInline[]): FlatText {
  const text: string[] = [];
  const map: number[] = [];
  const spoken: [number, number][] = [];
  const links: {start: number; end: number}[] = [];
  const put = (sign: string, at: number) => {
    for (const unit of sign.split('')) {
      text.push(unit);
      map.push(at);
    }
  };
  const visit = (list: readonly SourceInline[]): void => {
    for (const inline of list) {
      const start = text.length;
      switch (inline.t) {
        case 'text':
          if (inline.literal) put(inline.text, inline.at);
          else putText(inline.raw, put);
          break;
        case 'b':
        case 'i':
          visit(inline.c);
          if (inline.t === 'i') spoken.push([start, text.length]);
          break;
        case 'link':
          if (inline.auto) put(FILLED, inline.at);
          else visit(inline.c);
          if (!inline.auto) links.push({start, end: text.length});
          break;
        case 'placeholder':
          put(FILLED, inline.at);
          break;
        case 'br':
          put('\n', inline.at);
          break;
        default:
      }
    }
  };
  visit(inlines);
  map.push(map.at(-1) ?? 0);
  return {text: text.join(''), map, spoken: [...spoken, ...quotesIn(text.join(''))], links};
}

/** Text from one place, such as a field of front matter that holds no marks. */
export function flatField(raw: MappedText): FlatText {
  const text = raw.text.replace(/\{\{[^{}]*\}\}/g, (found) => FILLED.padEnd(found.length, '\u2060'));
  return {text, map: raw.map, spoken: quotesIn(text), links: []};
}

export function isSpoken({spoken}: FlatText, index: number): boolean {
  return spoken.some(([start, end]) => index >= start && index < end);
}

function quotesIn(text: string): [number, number][] {
  return Array.from(text.matchAll(QUOTED), (match) => [match.index, match.index + match[0].length]);
}

/** Entities as the signs they stand for, and the ends of lines as spaces. */
function putText(raw: MappedText, put: (sign: string, at: number) => void): void {
  const parts = /&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});|[^]/gu;
  for (const {0: part, index} of raw.text.matchAll(parts)) put(part === '\n' ? ' ' : part.length > 1 ? decodeEntities(part) : part, offsetAt(raw, index));
}
