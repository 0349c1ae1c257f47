import {readFile, stat} from 'node:fs/promises';
import {HSDS_COLUMNS, hsdsRecords} from '../offers/exchange/from-hsds.js';
import {mapRow} from '../offers/exchange/map-row.js';
import {theirColumns} from '../offers/exchange/mapping.js';
import type {OfferColumn} from '../offers/columns.js';
import {shorten} from '../offers/shorten.js';
import type {ImportDone, ImportJob} from './import-job.js';
import {MOST_OFFERS} from './import-sink.js';
import {counted} from './words.js';

/** JSON is read as a whole, unlike a table. */
const MAX_BYTES = 100_000_000;

/** Their field behind each of our columns. */
const FIELDS: Partial<Record<OfferColumn, string>> = {
  id: 'id', naam: 'name', omschrijving: 'description', website: 'url', email: 'email', telefoon: 'phones', 'eerste-stap': 'application_process', keurmerk: 'accreditations', gecontroleerd: 'assured_date',
  leeftijd: 'minimum_age', werkgebied: 'service_areas', plaats: 'city', postcode: 'postal_code', lat: 'latitude', lon: 'longitude',
};

/** Services of HSDS 3.0 in JSON; a mapping fills what HSDS does not know. */
export async function importHsds({file, name, report, sink, terminal, mapping: readMapping}: ImportJob): Promise<ImportDone> {
  const refuse = (message: string): undefined => void terminal.error(`${message}\n`);
  if ((await stat(file)).size > MAX_BYTES) return refuse(`«${name}» is groter dan ${MAX_BYTES / 1_000_000} MB. JSON wordt in één keer gelezen: haal de diensten in delen op, of vraag om CSV.`);
  let document: unknown;
  const text = new TextDecoder().decode(await readFile(file));
  try {
    document = JSON.parse(text);
  } catch (error) {
    const [, position] = /position (\d+)/.exec(error instanceof Error ? error.message : '') ?? [];
    const line = position === undefined ? '' : ` rond regel ${text.slice(0, Number(position)).split('\n').length}`;
    return refuse(`«${name}» is geen JSON die te lezen is: er klopt iets niet${line}. Haal het bestand opnieuw op.`);
  }
  const mapping = await readMapping({theirs: HSDS_COLUMNS, partial: true});
  if (!mapping) return undefined;
  const read = hsdsRecords(document);
  if (!read) return refuse(`In «${name}» staan geen diensten zoals HSDS 3.0 ze geeft. Er hoort een lijst «contents» in te staan, of een lijst van diensten met «id» en «name».`);
  for (const {path, message, hint} of read.skipped) {
    report.rows++;
    await report.lose(path, message, hint);
  }
  let whole = true;
  for (const {path, record, row} of read.records) {
    if (sink.isFull) {
      whole = false;
      break;
    }
    report.rows++;
    const own = mapRow(mapping, (column) => row.get(column) ?? '');
    if (own.isOther) report.others++;
    else await sink.take(new Map([...record, ...own.record]), own.problems, {place: path, theirs: (column) => (mapping.columns.has(column) ? theirColumns(mapping, column) : FIELDS[column] === undefined ? [] : [FIELDS[column]])});
  }
  const lost = [...read.lost].sort((a, b) => b[1] - a[1]).map(([field, count]) => `${shorten(field)} (${count})`);
  return {
    lines: [
      `«${name}»: ${counted(report.rows, 'dienst', 'diensten')} in HSDS.`,
      ...(whole ? [] : [`Gestopt: een pakket houdt hoogstens ${MOST_OFFERS.toLocaleString('nl-NL')} keer aanbod.`]),
      ...(lost.length ? [`Niet overgenomen, want ons formaat heeft er geen plek voor: ${lost.slice(0, 30).join(', ')}${lost.length > 30 ? ' …' : ''}.`] : []),
    ],
    whole,
  };
}
