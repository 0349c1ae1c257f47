import type {Offer} from '../../flows/model/offer.js';
import {REQUIRED_COLUMNS, type OfferColumn} from '../columns.js';
import {readRecord, type RecordContext} from '../read-record.js';
import {shorten} from '../shorten.js';
import type {MapProblem} from './map-row.js';
import {LISTS} from './mapping.js';

export interface Salvaged {
  /** Nothing when what an offer cannot do without is missing or wrong. */
  offer?: Offer;
  /** Values that were left out; without an offer, all that is wrong. */
  problems: MapProblem[];
  /** What came along and is worth a look. */
  remarks: MapProblem[];
}

/**
 * The offer in a record of others: a value that cannot be read is left out and told, and only what an offer cannot do
 * without costs the whole row.
 */
export function salvage(source: ReadonlyMap<OfferColumn, string>, context: RecordContext): Salvaged {
  const record = new Map(source);
  const problems: MapProblem[] = [];
  for (const [column, value] of source) {
    if (!isFormula(value)) continue;
    problems.push({column, message: `In de kolom «${column}» staat een formule van een rekenblad: «${shorten(value)}».`, hint: 'Bewaar het bestand met waarden in plaats van formules.'});
    record.delete(column);
  }
  // Leaving one value out may show the next problem, but every turn takes something away.
  for (;;) {
    const read = readRecord(record, context);
    const told = read.problems.map(({severity, column, at, message, hint}) => ({severity, column, at, message, hint}));
    const wrong = told.filter(({severity}) => severity === 'fout');
    const plain = (found: typeof told): MapProblem[] => found.map(({column, message, hint}) => ({column, message, hint}));
    if (read.offer) return {offer: read.offer, problems, remarks: plain(told)};
    // That nothing is left of a value that was refused is not told once more.
    problems.push(...plain(wrong.filter(({column}) => record.has(column) || !problems.some((each) => each.column === column))));
    // From the back, so that places in front stay right.
    for (const {column, at} of [...wrong].sort((a, b) => b.at - a.at)) drop(record, column, at);
    if (wrong.some(({column}) => (REQUIRED_COLUMNS as readonly string[]).includes(column) && !record.get(column))) return {problems, remarks: []};
  }
}

function drop(record: Map<OfferColumn, string>, column: OfferColumn, at: number): void {
  const text = record.get(column);
  if (LISTS.includes(column) && text !== undefined) {
    const start = text.lastIndexOf(';', at - 1) + 1;
    const end = text.indexOf(';', at);
    const rest = `${text.slice(0, start)}${end < 0 ? '' : text.slice(end + 1)}`.replace(/^;+|;+$/g, '');
    if (rest.trim()) record.set(column, rest);
    else record.delete(column);
    return;
  }
  record.delete(column);
  if (column === 'lat' || column === 'lon') for (const each of ['lat', 'lon'] as const) record.delete(each);
}

/** What a spreadsheet would work out when somebody opens the result in one. A phone number or a dash is none. */
function isFormula(value: string): boolean {
  return /^\s*[=@]/.test(value) || /^\s*[+-].*\|.*!/.test(value);
}
