import type {PlacesPart} from '../../model/offer.js';
import {PLACE_FORMS} from '../../model/offer-forms.js';
import {outsideCountry} from '../../../offers/country.js';
import {readArea, readDegrees, readText, type Told} from '../../../offers/read-values.js';
import {shorten} from '../../../offers/shorten.js';
import {compareText, type Diagnostics} from '../diagnostics.js';
import type {PackFile} from '../sort-files.js';
import {csvText} from './csv-text.js';
import {readRows, type CsvRow} from './csv-rows.js';

type Where = {lat: number; lon: number; area: string; code: string};
type PlaceRow = Where & {name: string};
type PostcodeRow = Where & {pc4: number};

const PLACE_COLUMNS = ['naam', 'lat', 'lon', 'gemeente', 'code'] as const;
const POSTCODE_COLUMNS = ['pc4', 'lat', 'lon', 'gemeente', 'code'] as const;
type Column = (typeof PLACE_COLUMNS)[number] | (typeof POSTCODE_COLUMNS)[number];

/** There are 4,070 of four digits; a country has fewer places than this. */
const MOST_ROWS = 20_000;
const PER_DEGREE = 10_000;

/** The tables of places beside `pakket.md`, of all layers: what stands nearest to the pack wins. */
export class PlaceTables {
  private readonly places = new Map<string, PlaceRow>();
  private readonly postcodes = new Map<number, PostcodeRow>();

  constructor(private readonly diagnostics: Diagnostics) {}

  /** `plaatsen.csv` of a layer, from the lowest layer up. */
  addPlaces(file: PackFile, packDir: string): void {
    const seen = new Map<string, PlaceRow>();
    this.read(file, packDir, PLACE_COLUMNS, (row, where) => {
      const name = this.value(row, 'naam', nameOf);
      if (name === undefined || !where) return;
      const key = `${name.toLowerCase()} ${where.code}`;
      if (seen.has(key)) this.fail(row, 'aanbod/dubbel', 'naam', `In de kolom «naam» staat «${shorten(name)}», en die plaats is er al.`, 'Houd er één over, of zet bij elk de code van de gemeente.');
      else seen.set(key, {name, ...where});
    });
    for (const [key, place] of seen) this.places.set(key, place);
  }

  /** `postcodes.csv`. */
  addPostcodes(file: PackFile, packDir: string): void {
    const seen = new Map<number, PostcodeRow>();
    this.read(file, packDir, POSTCODE_COLUMNS, (row, where) => {
      const pc4 = this.value(row, 'pc4', (text) => (/^[1-9]\d{3}$/.test(text) ? {value: Number(text)} : {problem: `In de {kolom} staat «${shorten(text)}», en dat zijn geen vier cijfers van een postcode.`, hint: 'Schrijf alleen de vier cijfers: 1234.'}));
      if (pc4 === undefined || !where) return;
      if (seen.has(pc4)) this.fail(row, 'aanbod/dubbel', 'pc4', `In de kolom «pc4» staat «${pc4}», en die postcode is er al.`, 'Houd er één over.');
      else seen.set(pc4, {pc4, ...where});
    });
    for (const [pc4, postcode] of seen) this.postcodes.set(pc4, postcode);
  }

  part(): PlacesPart | undefined {
    if (!this.places.size && !this.postcodes.size) return undefined;
    const places = [...this.places.values()].sort((a, b) => compareText(a.name, b.name) || compareText(a.code, b.code));
    const postcodes = [...this.postcodes.values()].sort((a, b) => a.pc4 - b.pc4);
    return {
      places: {name: places.map(({name}) => name), ...whereOf(places)},
      ...(postcodes.length ? {postcodes: {pc4: postcodes.map(({pc4}) => pc4), ...whereOf(postcodes)}} : {}),
    };
  }

  private read(file: PackFile, packDir: string, columns: readonly Column[], take: (row: CsvRow<Column>, where: Where | undefined) => void): void {
    const csv = csvText(file, `${packDir}/${file.path}`, this.diagnostics);
    let rows = 0;
    if (csv) readRows<Column>(csv, {columns, required: [columns[0]!, 'lat', 'lon']}, this.diagnostics, (row) => {
      rows++;
      if (rows === MOST_ROWS + 1) this.diagnostics.report({rule: 'pakket/onleesbaar', severity: 'fout', ...row.spot(columns[0]!), message: `Vanaf hier is het «te veel»: deze tabel houdt hoogstens ${MOST_ROWS} rijen.`, hint: 'Laat alleen de plaatsen staan waar jullie bezoekers wonen.'});
      if (rows > MOST_ROWS) return;
      if (row.excess) this.diagnostics.report({rule: 'aanbod/kolom', severity: 'fout', ...row.excess, message: 'Deze rij heeft «meer waarden» dan er kolommen zijn.', hint: 'Zet aanhalingstekens om een waarde waarin een puntkomma of komma staat.'}, {leavesOut: true});
      else take(row, this.where(row));
    });
  }

  private where(row: CsvRow<Column>): Where | undefined {
    const lat = this.value(row, 'lat', readDegrees);
    const lon = this.value(row, 'lon', readDegrees);
    const area = this.value(row, 'gemeente', nameOf, '');
    const code = this.value(row, 'code', codeOf, '');
    if (lat === undefined || lon === undefined || area === undefined || code === undefined) return undefined;
    const told = outsideCountry(lat, lon);
    if (told) this.fail(row, 'aanbod/waarde', told.column, told.problem, told.hint);
    return told ? undefined : {lat, lon, area, code};
  }

  /** What stands in a column; nothing (and said) when that is wrong, or when it is empty and there is no `otherwise`. */
  private value<T>(row: CsvRow<Column>, column: Column, read: (text: string) => Told<T>, otherwise?: T): T | undefined {
    const text = row.record.get(column)?.trim() ?? '';
    if (text === '' && otherwise !== undefined) return otherwise;
    const told: Told<T> = text === '' ? {problem: 'In de {kolom} staat niets.', hint: 'Vul deze kolom in, of haal de rij weg.'} : read(text);
    if ('value' in told) return told.value;
    this.fail(row, 'aanbod/waarde', column, told.problem.replace('{kolom}', `kolom «${column}»`), told.hint);
    return undefined;
  }

  private fail(row: CsvRow<Column>, rule: string, column: Column, message: string, hint: string): void {
    this.diagnostics.report({rule, severity: 'fout', ...row.spot(column), message, hint}, {leavesOut: true, cause: JSON.stringify([rule, message])});
  }
}

function nameOf(text: string): Told<string> {
  const read = readText(text, false);
  if (!('text' in read)) return read;
  return PLACE_FORMS.name(read.text) ? {value: read.text} : {problem: `In de {kolom} staat «${shorten(text)}», en dat is te lang.`, hint: 'Schrijf alleen de naam.'};
}

function codeOf(text: string): Told<string> {
  const read = readArea(/^\d{1,4}$/.test(text) ? `GM${text}` : text);
  return 'value' in read && PLACE_FORMS.code(read.value) ? read : {problem: `In de {kolom} staat «${shorten(text)}», en dat is geen code van een gemeente.`, hint: 'Schrijf de code van het CBS, zoals GM0772.'};
}

function whereOf(rows: readonly Where[]): {lat: number[]; lon: number[]; area?: string[]; code?: string[]} {
  const degrees = (key: 'lat' | 'lon') => rows.map((row) => Math.round(row[key] * PER_DEGREE));
  return {
    lat: degrees('lat'),
    lon: degrees('lon'),
    ...(rows.some(({area}) => area) ? {area: rows.map(({area}) => area)} : {}),
    ...(rows.some(({code}) => code) ? {code: rows.map(({code}) => code)} : {}),
  };
}
