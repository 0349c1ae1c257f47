import {offsetAt, type MappedText} from './mapped-text.js';

/** Running text as written. `at` is the offset of its first sign in the file's text. */
export type SourceInline =
  /** `raw` is what was typed, `text` what it says (entities decoded); `literal` for what a backslash protects. */
  | {t: 'text'; text: string; raw: MappedText; literal?: true; at: number}
  | {t: 'b' | 'i'; c: SourceInline[]; at: number}
  | {t: 'br'; at: number}
  | {t: 'link'; href: string; c: SourceInline[]; auto: boolean; at: number}
  | {t: 'code'; raw: MappedText; ticks: number; at: number}
  | {t: 'placeholder'; path: string; at: number}
  | {t: 'note'; id: string; at: number}
  | {t: 'image'; src: string; alt: SourceInline[]; at: number};

/** A block as written; what the format does not know is reported while reading and left out. */
export type SourceBlock =
  | {t: 'p'; c: SourceInline[]; at: number}
  | {t: 'heading'; depth: number; c: SourceInline[]; at: number}
  | {t: 'list'; ordered: boolean; items: SourceItem[]; at: number}
  | {t: 'quote'; c: SourceBlock[]; at: number};

export interface SourceItem {
  task: boolean;
  c: SourceBlock[];
  at: number;
}

/** A footnote's text (`[^id]: …`), cut out before Markdown is read. */
export interface SourceNote {
  id: string;
  c: SourceInline[];
  at: number;
}

/** The words of running text, without marks: for slugs, comparisons and messages. */
export function plainText(inlines: readonly SourceInline[]): string {
  return inlines
    .map((inline) => {
      switch (inline.t) {
        case 'text':
          return inline.text;
        case 'b':
        case 'i':
        case 'link':
          return plainText(inline.c);
        case 'br':
          return ' ';
        case 'placeholder':
          return `{{${inline.path}}}`;
        default:
          return '';
      }
    })
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The lines of running text: cut where the source (or a hard break) begins a new line. */
export function splitLines(inlines: readonly SourceInline[]): SourceInline[][] {
  const lines: SourceInline[][] = [[]];
  for (const inline of inlines) {
    if (inline.t === 'br') {
      lines.push([]);
    } else if (inline.t === 'text' && !inline.literal && inline.raw.text.includes('\n')) {
      // Entities never hold a newline, so the lines of `raw` and `text` correspond.
      const texts = inline.text.split('\n');
      let start = 0;
      inline.raw.text.split('\n').forEach((raw, i) => {
        if (i > 0) lines.push([]);
        const map = inline.raw.map.slice(start, start + raw.length + 1);
        if (raw !== '') lines.at(-1)!.push({t: 'text', text: texts[i] ?? raw, raw: {text: raw, map}, at: map[0]!});
        start += raw.length + 1;
      });
    } else {
      lines.at(-1)!.push(inline);
    }
  }
  return lines;
}

/** Without white space at either end. */
export function trimInlines(inlines: readonly SourceInline[]): SourceInline[] {
  const out = [...inlines];
  while (out.length && isBlank(out[0]!)) out.shift();
  while (out.length && isBlank(out.at(-1)!)) out.pop();
  return out;
}

/** Where its first sign is that is no space. */
export function startOf(inline: SourceInline): number {
  return inline.t === 'text' && !inline.literal ? offsetAt(inline.raw, inline.raw.text.length - inline.raw.text.trimStart().length) : inline.at;
}

export function isBlank(inline: SourceInline): boolean {
  return inline.t === 'br' || (inline.t === 'text' && inline.text.trim() === '');
}
