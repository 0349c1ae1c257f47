import Papa from 'papaparse';

/** One row of a table as text: a line, or more where a quoted text holds line ends. */
export interface StreamRow {
  /** Where it begins, from 1. */
  line: number;
  cells: string[];
  /** Quotes that do not close, or close halfway a text. */
  problem?: 'open' | 'quotes';
}

/** No row is longer; what is, has a quote that never closes. */
const MAX_ROW = 200_000;
/** Reading on behind a quote that never closes costs a row's length each time. */
const MAX_OPEN = 50;

/**
 * Rows of a table that comes in pieces, in bounded memory: only what may still become a row is kept. A quote that never
 * closes costs its own line. Pieces have `\n` for line ends ({@link LineEnds}).
 */
export class CsvStream {
  private rest = '';
  private line = 1;
  private opened = 0;
  private readonly parser: Papa.Parser;
  private found: StreamRow[] = [];
  /** Where each of them ends. */
  private ends: number[] = [];

  constructor(separator: string) {
    this.parser = new Papa.Parser({
      delimiter: separator,
      newline: '\n',
      // One row at a time, so that each is told with its own line.
      step: ({data, errors, meta}: {data: unknown; errors: readonly {code: string}[]; meta: {cursor: number}}) => {
        const [cells = []] = data as string[][];
        const open = errors.some(({code}) => code === 'MissingQuotes');
        this.found.push({line: 0, cells, ...(open ? {problem: 'open' as const} : errors.length ? {problem: 'quotes' as const} : {})});
        this.ends.push(meta.cursor);
      },
    });
  }

  /** Whether reading stopped because too many quotes never close. */
  get stopped(): boolean {
    return this.opened > MAX_OPEN;
  }

  push(text: string): StreamRow[] {
    this.rest += text;
    const rows: StreamRow[] = [];
    do rows.push(...this.take(true));
    while (this.rest.length > MAX_ROW && this.skipOpen(rows));
    return rows;
  }

  end(): StreamRow[] {
    const rows: StreamRow[] = [];
    do rows.push(...this.take(false));
    while (this.rest && this.skipOpen(rows));
    return rows;
  }

  /** Rows that are whole. With more to come (`goesOn`) the last stays; without, what stays has a quote that never closes. */
  private take(goesOn: boolean): StreamRow[] {
    if (this.stopped) this.rest = '';
    [this.found, this.ends] = [[], []];
    this.parser.parse(this.rest, 0, goesOn);
    const open = this.found.findIndex(({problem}) => problem === 'open');
    const whole = open < 0 ? this.found : this.found.slice(0, open);
    // Behind the last line end there is no row.
    if (!goesOn && this.rest.endsWith('\n') && whole.at(-1)?.cells.join('') === '') whole.pop();
    let start = 0;
    whole.forEach((row, n) => {
      row.line = this.line;
      this.line += countLines(this.rest.slice(start, this.ends[n]));
      start = this.ends[n]!;
    });
    this.rest = this.rest.slice(start);
    return whole;
  }

  /** Takes the line with an open quote away; whether there is more. */
  private skipOpen(rows: StreamRow[]): boolean {
    this.opened++;
    const end = this.rest.indexOf('\n');
    rows.push({line: this.line, cells: [], problem: 'open'});
    this.line++;
    this.rest = end < 0 ? '' : this.rest.slice(end + 1);
    return this.rest !== '' && !this.stopped;
  }
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** Makes `\n` of every line end in text that comes in pieces; a `\r` at the end of one may belong to the next. */
export class LineEnds {
  private held = '';

  push(text: string): string {
    const whole = this.held + text;
    this.held = whole.endsWith('\r') ? '\r' : '';
    return (this.held ? whole.slice(0, -1) : whole).replace(/\r\n?/g, '\n');
  }

  end(): string {
    return this.held ? '\n' : '';
  }
}

export const SEPARATORS = [';', ',', '\t', '|'] as const;

/** What stands between the cells, by the beginning of a table: what gives the most columns, evenly. */
export function guessSeparator(head: string): string {
  let best: string = SEPARATORS[0];
  let most = 0;
  for (const separator of SEPARATORS) {
    const rows = new CsvStream(separator);
    const read = [...rows.push(head.slice(0, 20_000)), ...(head.length > 20_000 ? [] : rows.end())].filter(({cells}) => cells.some((cell) => cell.trim() !== ''));
    const [first] = read;
    if (!first || first.cells.length < 2) continue;
    const even = read.filter(({cells}) => cells.length === first.cells.length).length / read.length;
    const score = first.cells.length * (0.2 + even);
    if (score > most) [most, best] = [score, separator];
  }
  return best;
}
