import {plainName, type OfferColumn} from '../columns.js';
import {shorten} from '../shorten.js';
import {combine, LISTS, sameName, type Mapping, type ValueSource} from './mapping.js';
import {dayFrom} from './read-date.js';
import {takeOut} from './take.js';

/** A value that the mapping could not make something of; the value is left out. */
export interface MapProblem {
  column: OfferColumn;
  /** Their columns, where these are not all that go into ours. */
  from?: readonly string[];
  message: string;
  hint: string;
}

const YES = ['ja', 'j', 'yes', 'y', 'true', 'waar', '1', 'x', 'v', '✓', '✔', 'aan', 'wel'];
const NO = ['nee', 'n', 'no', 'false', 'onwaar', '0', '-', 'uit', 'niet', 'geen'];

export interface MappedRow {
  record: Map<OfferColumn, string>;
  problems: MapProblem[];
  /** By the table of `steun` this row is no offer for here. */
  isOther: boolean;
}

/** The columns of an offer, made of one row of theirs. `cell` gives what stands in a column of theirs. */
export function mapRow(mapping: Pick<Mapping, 'columns'>, cell: (name: string) => string): MappedRow {
  const record = new Map<OfferColumn, string>();
  const problems: MapProblem[] = [];
  for (const [column, sources] of mapping.columns) {
    const found = sources.flatMap((source) => {
      const values = valuesOf(column, source, cell, (message, hint) => problems.push({column, from: source.columns, message, hint}));
      return values.length ? values.join(LISTS.includes(column) ? ';' : (source.split ?? '')) : (source.empty ?? []);
    });
    const text = combine(column, found);
    if (text) record.set(column, text);
  }
  const isOther = !record.has('steun') && !problems.some(({column}) => column === 'steun') && (mapping.columns.get('steun') ?? []).some(({values, columns}) => values !== undefined && columns.some((name) => cell(name).trim() !== ''));
  return {record, problems, isOther};
}

function valuesOf(column: OfferColumn, source: ValueSource, cell: (name: string) => string, fail: (message: string, hint: string) => void): string[] {
  if (source.constant !== undefined) return [source.constant];
  const cells = source.columns.map((name) => cell(name).trim());
  let text = column === 'leeftijd' && cells.length === 2 ? ages(cells[0]!, cells[1]!) : cells.filter(Boolean).join(source.join);
  if (source.take && text) text = takeOut(text, source.take);
  if (source.makes === 'kenmerk') text = idFrom(text);
  if (source.makes === 'https') text = text.replace(/^http:/i, 'https:');
  let parts = source.split === undefined ? [text] : text.split(source.split);
  if (source.part !== undefined) parts = [parts.at(source.part > 0 ? source.part - 1 : source.part) ?? ''];
  return parts.map((part) => part.trim()).filter(Boolean).flatMap((part) => valueOf(column, source, part, fail));
}

/** From and to in columns of their own, of which one may be empty. */
function ages(from: string, to: string): string {
  if (!to) return from && `${from}+`;
  return `${from || '0'}-${to}`;
}

function valueOf(column: OfferColumn, source: ValueSource, part: string, fail: (message: string, hint: string) => void): string[] {
  const theirs = source.columns.join('» en «');
  const named = sameName(part);
  if (source.yes !== undefined || source.no !== undefined) {
    const answer = YES.includes(named) ? source.yes : NO.includes(named) ? source.no : null;
    if (answer !== null) return answer ? [answer] : [];
    if (!source.values) {
      fail(`In «${theirs}» staat «${shorten(part)}», en dat is geen ja of nee.`, 'Zet de waarde met wat hij wordt onder «waarden» in het bestand met kolommen.');
      return [];
    }
  }
  if (source.values) {
    const value = source.values.get(named) ?? source.otherwise;
    if (value === undefined) fail(`In «${theirs}» staat «${shorten(part)}», en de tabel onder «waarden» kent dat niet.`, `Zet «${shorten(part)}» met de waarde erbij, of schrijf met «anders» wat al het andere wordt.`);
    return value ? [value] : [];
  }
  if (source.date ?? column === 'gecontroleerd') return [dayFrom(part, source.date)];
  // Only two answers fit here, in whatever notation. Elsewhere a 1 may be a number of weeks.
  if (column === 'spoed') return [YES.includes(named) ? 'ja' : NO.includes(named) ? 'nee' : part];
  if (column === 'plek-vrij' && !/\d/.test(named)) return [YES.includes(named) ? 'ja' : NO.includes(named) ? 'nee' : part];
  return [part];
}

/** Small letters, digits and hyphens: «Logeerhuis ’t Zwaantje» is `logeerhuis-t-zwaantje`. */
export function idFrom(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/['’‘`]/g, '');
  return plainName(plain).replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '').slice(0, 100).replace(/-+$/, '');
}
