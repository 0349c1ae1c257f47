import type {SourceFile} from './source-file.js';

/**
 * Text with, for every character, where it stands in the normalised source.
 * Markdown strips quote marks and indentation before it reads what is inside; the map keeps columns exact there.
 */
export interface MappedText {
  text: string;
  /** One entry per UTF-16 unit, and one for the end. */
  map: readonly number[];
}

/** Text with the file it stands in: of a merged pack every part may come from another one. */
export interface PlacedText extends MappedText {
  file: SourceFile;
}

export function placeText(text: MappedText, file: SourceFile): PlacedText {
  return {text: text.text, map: text.map, file};
}

/** Source offset of character `index`; an index beyond the text is its end. */
export function offsetAt(mapped: MappedText, index: number): number {
  return mapped.map[Math.max(0, Math.min(index, mapped.map.length - 1))] ?? 0;
}

/** The part from `start` up to `end`. */
export function sliceMapped(mapped: MappedText, start: number, end: number): MappedText {
  return {text: mapped.text.slice(start, end), map: mapped.map.slice(start, end + 1)};
}

/** `text` that stands unbroken in the source from `offset`. */
export function mapFrom(text: string, offset: number): MappedText {
  return {text, map: Array.from({length: text.length + 1}, (_, i) => offset + i)};
}

/**
 * Lays the lines of `text` over the lines of `parent`, from line `fromLine` on: each is the end of a line there, since
 * Markdown takes marks away in front only. Gives the mapped text and the parent's line after it.
 */
export function alignLines(parent: MappedText, lines: readonly LineSpan[], text: string, fromLine: number): {mapped: MappedText; nextLine: number} {
  const own = text.split('\n');
  const first = own.findIndex((line) => line.trim() !== '');
  let start = Math.min(fromLine, Math.max(0, lines.length - 1));
  if (first >= 0) {
    const wanted = own[first]!.trimEnd();
    for (let i = fromLine; i < lines.length; i++) {
      if (parentLine(parent, lines[i]!).endsWith(wanted)) {
        start = Math.max(0, i - first);
        break;
      }
    }
  }
  const map: number[] = [];
  own.forEach((line, i) => {
    const span = lines[Math.min(start + i, lines.length - 1)];
    const column = span ? Math.max(0, parentLine(parent, span).length - line.trimEnd().length) : 0;
    for (let c = 0; c <= line.length; c++) map.push(span ? offsetAt(parent, Math.min(span.start + column + c, span.end)) : 0);
  });
  return {mapped: {text, map}, nextLine: start + own.length - (own.at(-1) === '' ? 1 : 0)};
}

/** A line of a text: from `start` up to `end`, the newline not counted. */
export interface LineSpan {
  start: number;
  end: number;
}

export function lineSpans(text: string): LineSpan[] {
  const spans: LineSpan[] = [];
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
    spans.push({start, end});
    start = end + 1;
  }
  spans.push({start, end: text.length});
  return spans;
}

function parentLine(parent: MappedText, span: LineSpan): string {
  return parent.text.slice(span.start, span.end).trimEnd();
}
