import Papa from 'papaparse';
import {didYouMean} from '../../conditions/suggest.js';
import {plainName} from '../../../offers/columns.js';
import {shorten} from '../../../offers/shorten.js';
import type {Diagnostics} from '../diagnostics.js';
import {spotIn, type CsvText, type Spot} from './csv-text.js';

/** What a table may have for columns. */
export interface TableForm<Column extends string> {
  columns: readonly Column[];
  required: readonly Column[];
}

/** One row that is not empty. */
export interface CsvRow<Column extends string> {
  /** What stands in each column of the file; nothing for a column that the file does not have. */
  record: Map<Column, string>;
  /** Where a column's value stands, `at` characters further on; where the row begins, for a column that is not there. */
  spot(column: Column, at?: number): Spot;
  /** The row has more values than there are columns: where they begin. */
  excess: Spot | undefined;
}

const DELIMITERS = [';', ',', '\t', '|'];

/**
 * Reads the rows of a table one by one, so that no more than one is held. Whatever the headings have wrong is an error
 * that goes for every row: then there are none.
 */
export function readRows<Column extends string>(csv: CsvText, form: TableForm<Column>, diagnostics: Diagnostics, take: (row: CsvRow<Column>) => void): void {
  const {text} = csv;
  // Some spreadsheets say first what separates the values.
  const [hint = '', said] = /^sep=(.)\n/i.exec(text) ?? [];
  const begin = /^\s*(?=\S)/.exec(text.slice(hint.length))?.[0] ?? '';
  // Empty lines in front.
  const from = hint.length + begin.lastIndexOf('\n') + 1;
  if (text.slice(from).trim() === '') {
    diagnostics.errorInFile('aanbod/kolom', csv.name, `Het bestand «${csv.path}» is leeg.`, `Zet op de eerste regel de namen van de kolommen: ${form.required.join(';')}.`);
    return;
  }
  const delimiter = said ?? bestDelimiter(text.slice(from, from + 20_000), form.columns);
  let columns: (Column | undefined)[] | undefined;
  let ok = true;
  let start = from;
  let line = countLines(text, 0, from) + 1;
  Papa.parse<string[]>(text.slice(from), {
    delimiter,
    newline: '\n',
    step: ({data, errors, meta}, parser) => {
      const row = {start, line, end: from + meta.cursor};
      start = row.end;
      line += countLines(text, row.start, row.end);
      const cells = () => cellsOf(text, row, delimiter);
      const open = errors.find(({code}) => code === 'MissingQuotes');
      const wrong = errors.find(({code}) => code === 'InvalidQuotes');
      if (open) {
        const cell = cells().find(({closed}) => !closed) ?? {at: row.start};
        tell(diagnostics, 'aanbod/kolom', spotIn(csv, row, cell.at), 'Hier begint een waarde met een aanhalingsteken dat nergens «wordt gesloten».', 'Zet aan het eind van de waarde nog een aanhalingsteken. Wat erna komt, is niet gelezen.');
        parser.abort();
        return;
      }
      if (wrong) {
        const cell = cells().find(({spoilt}) => spoilt) ?? {at: row.start};
        tell(diagnostics, 'aanbod/waarde', spotIn(csv, row, cell.at), 'In deze waarde staat een aanhalingsteken dat de waarde «te vroeg sluit».', 'Schrijf binnen aanhalingstekens elk aanhalingsteken twee keer: "Huis ""De Linde""".', true);
        return;
      }
      if (data.every((cell) => cell.trim() === '')) return;
      if (!columns) {
        ({columns, ok} = readHeadings(csv, data, form, (n) => spotIn(csv, row, cells()[n]?.at ?? row.start), diagnostics));
        if (!ok) parser.abort();
        return;
      }
      const record = new Map<Column, string>();
      columns.forEach((column, n) => {
        if (column !== undefined) record.set(column, data[n] ?? '');
      });
      const spot = (column: Column, at = 0): Spot => {
        const n = columns!.indexOf(column);
        const cell = n < 0 ? undefined : cells()[n];
        if (!cell) return spotIn(csv, row, row.start);
        return spotIn(csv, row, cell.at + at + (cell.quoted ? (data[n] ?? '').slice(0, at).split('"').length - 1 : 0));
      };
      const extra = data.findIndex((cell, n) => n >= columns!.length && cell.trim() !== '');
      take({record, spot, excess: extra < 0 ? undefined : spotIn(csv, row, cells()[extra]?.at ?? row.start)});
    },
  });
}

function readHeadings<Column extends string>(csv: CsvText, headings: readonly string[], {columns: known, required}: TableForm<Column>, spot: (n: number) => Spot, diagnostics: Diagnostics): {columns: (Column | undefined)[]; ok: boolean} {
  const columns: (Column | undefined)[] = [];
  const meant = new Set<string>();
  let ok = true;
  const fail = (n: number, message: string, hint: string) => {
    ok = false;
    tell(diagnostics, 'aanbod/kolom', spot(n), message, hint);
  };
  const names = headings.map((heading) => plainName(heading));
  headings.forEach((heading, n) => {
    const name = names[n]!;
    const column = known.find((each) => each === name);
    // A comma at the end of every line makes one more column, in which nothing stands.
    if (name === '') columns.push(undefined);
    else if (!column) {
      const near = didYouMean(name, known.filter((each) => !names.includes(each)), '', (found) => (meant.add(found), found));
      fail(n, `De kolom «${shorten(heading)}» bestaat niet.`, near || `Haal de kolom weg, of gebruik een van deze: ${known.filter((each) => !names.includes(each)).join(', ')}.`);
      columns.push(undefined);
    } else if (columns.includes(column)) {
      fail(n, `De kolom «${column}» staat er twee keer.`, 'Houd er één over.');
      columns.push(undefined);
    } else columns.push(column);
  });
  for (const column of required) {
    if (columns.includes(column) || meant.has(column)) continue;
    ok = false;
    tell(diagnostics, 'aanbod/kolom', spot(0), `De kolom «${column}» ontbreekt in «${csv.path}».`, `Zet de naam «${column}» op de eerste regel, tussen de andere kolommen.`);
  }
  return {columns, ok};
}

/** What parts the headings into most columns that we know. */
function bestDelimiter(text: string, known: readonly string[]): string {
  let best = ';';
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const [headings = []] = Papa.parse<string[]>(text, {delimiter, newline: '\n', preview: 1}).data;
    const found = headings.filter((heading) => known.includes(plainName(heading))).length;
    if (found > most) [best, most] = [delimiter, found];
  }
  return best;
}

interface Cell {
  /** Where the value begins, the quote not counted. */
  at: number;
  quoted: boolean;
  /** The quote that opens is closed. */
  closed: boolean;
  /** Something else than the next value follows on the quote that closes. */
  spoilt: boolean;
}

/** Where the values of a row begin. Only asked for rows with something to tell, so what they are is left to the parser. */
function cellsOf(text: string, row: {start: number; end: number}, delimiter: string): Cell[] {
  const cells: Cell[] = [];
  let at = row.start;
  for (;;) {
    const cell: Cell = {at, quoted: text[at] === '"', closed: true, spoilt: false};
    cells.push(cell);
    let end = at;
    if (cell.quoted) {
      cell.at = end = at + 1;
      while (end < row.end && (text[end] !== '"' || text[end + 1] === '"')) end += text[end] === '"' ? 2 : 1;
      cell.closed = text[end] === '"' && end < row.end;
      end++;
      cell.spoilt = end < row.end && text[end] !== delimiter && text[end] !== '\n';
    }
    const next = text.indexOf(delimiter, end);
    if (next < 0 || next >= row.end) return cells;
    at = next + 1;
  }
}

function countLines(text: string, from: number, to: number): number {
  let lines = 0;
  for (let next = text.indexOf('\n', from); next >= 0 && next < to; next = text.indexOf('\n', next + 1)) lines++;
  return lines;
}

/** `apart`: only this row is lost. */
function tell(diagnostics: Diagnostics, rule: string, spot: Spot, message: string, hint: string, apart = false): void {
  diagnostics.report({rule, severity: 'fout', ...spot, message, hint}, apart ? {leavesOut: true} : {});
}
