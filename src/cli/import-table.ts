import {CsvStream, guessSeparator, type StreamRow} from '../flows/compiler/offers/csv-stream.js';
import {columnsRead, sameName, type Mapping, type TableSettings} from '../offers/exchange/mapping.js';
import {textPieces} from './table-file.js';

/** The beginning of a table is enough to know its columns. */
const HEAD_LENGTH = 65_536;

/** How a table is written, and what its columns are called. */
export interface TableHead {
  separator: string;
  /** As they stand there; empty where a column has no name. */
  names: string[];
  /** The line with the names. */
  line: number;
  /** Names that stand there more than once: the first counts. */
  doubles: string[];
}

/** The head of a table; nothing when there is no row in it. */
export async function readHead(path: string, encoding: string, settings: TableSettings): Promise<TableHead | undefined> {
  let text = '';
  for await (const piece of textPieces(path, encoding)) {
    text += piece;
    if (text.length >= HEAD_LENGTH) break;
  }
  const said = /^sep=(.)\n/i.exec(text);
  const separator = settings.separator ?? said?.[1] ?? guessSeparator(text.split('\n').slice((settings.headerLine ?? 1) - 1 + (said ? 1 : 0)).join('\n'));
  const stream = new CsvStream(separator);
  const rows = [...stream.push(text), ...stream.end()];
  const head = rows.find((row) => isHead(row, settings, said !== null));
  if (!head || head.problem) return undefined;
  const names = head.cells.map((cell) => cell.replace(/\s+/g, ' ').trim());
  const same = names.map(sameName);
  return {separator, names, line: head.line, doubles: names.filter((name, n) => name !== '' && same.indexOf(same[n]!) < n)};
}

function isHead({line, cells}: StreamRow, {headerLine = 1}: TableSettings, hasHint: boolean): boolean {
  return line >= headerLine && !(hasHint && line === 1) && cells.some((cell) => cell.trim() !== '');
}

/** A row below the head, with what stands in a column of theirs. */
export interface TableRow extends StreamRow {
  cell(name: string): string;
}

/** The rows below the head, one piece of the file in memory at a time; empty ones are left out. Gives whether all of it was read. */
export async function* tableRows(path: string, encoding: string, head: TableHead, mapping: Pick<Mapping, 'columns'>): AsyncGenerator<TableRow, boolean> {
  const stream = new CsvStream(head.separator);
  const same = head.names.map(sameName);
  const places = new Map([...columnsRead(mapping)].map((name) => [name, same.indexOf(sameName(name))]));
  const withCells = (row: StreamRow): TableRow => ({...row, cell: (name) => row.cells[places.get(name) ?? -1] ?? ''});
  const isData = ({line, cells, problem}: StreamRow) => line > head.line && (problem !== undefined || cells.some((cell) => cell.trim() !== ''));
  for await (const piece of textPieces(path, encoding)) {
    for (const row of stream.push(piece)) if (isData(row)) yield withCells(row);
    if (stream.stopped) return false;
  }
  for (const row of stream.end()) if (isData(row)) yield withCells(row);
  return !stream.stopped;
}
