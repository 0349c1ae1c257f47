import {suggest} from '../../conditions/suggest.js';
import type {Offer} from '../../model/offer.js';
import {OFFER_COLUMNS, REQUIRED_COLUMNS, type OfferColumn} from '../../../offers/columns.js';
import {readRecord, type RecordContext, type RecordRead} from '../../../offers/read-record.js';
import {shorten} from '../../../offers/shorten.js';
import type {Diagnostics} from '../diagnostics.js';
import {readFile} from '../read-file.js';
import type {PackFile} from '../sort-files.js';
import {readOfferFile} from './offer-file.js';
import {csvText, type Spot} from './csv-text.js';
import {readRows} from './csv-rows.js';

/** An offer with where it was written. */
export interface PlacedOffer {
  offer: Offer;
  spot(column: OfferColumn): Spot;
}

/** What the files of one layer give. */
export interface OfferSources {
  /** By id. */
  offers: Map<string, PlacedOffer>;
  /** How many were left out because something is wrong with them. */
  dropped: number;
}

/** More than any list of offers in the country holds. */
const MOST_OFFERS = 250_000;
/** A program that writes a column in another way has every row wrong: nobody reads on. Of errors, and of warnings. */
const MOST_TOLD = 200;
/** From here on a file of which no row is right is no mishap, and the pack is not built without it. */
const FEW = 10;

/**
 * Reads `aanbod/*` of one layer. What is wrong with an offer leaves out that offer; what is wrong with a file as a whole
 * (its headings, that it cannot be read, that not one row is right) is an error of the pack.
 */
export function readOfferFiles(files: readonly PackFile[], packDir: string, layer: number, context: Omit<RecordContext, 'suggest'>, diagnostics: Diagnostics): OfferSources {
  const found: OfferSources = {offers: new Map(), dropped: 0};
  for (const file of files) new OfferFileReader(file, `${packDir}/${file.path}`, found, {...context, suggest}, diagnostics).read(layer);
  return found;
}

class OfferFileReader {
  private readonly told = {fout: 0, waarschuwing: 0};
  private untold = 0;
  private firstUntold: Spot | undefined;
  private rows = 0;
  private right = 0;

  constructor(
    private readonly file: PackFile,
    private readonly name: string,
    private readonly found: OfferSources,
    private readonly context: RecordContext,
    private readonly diagnostics: Diagnostics,
  ) {}

  read(layer: number): void {
    const {file, name, diagnostics} = this;
    if (file.path.endsWith('.md')) {
      const source = readFile(file.path, name, file.bytes, diagnostics, layer);
      const row = source && readOfferFile(source, diagnostics);
      const read = row && readRecord(row.record, this.context);
      if (row && read) this.take(row.lost ? {problems: read.problems} : read, (column, at) => row.spot(column, at));
    } else {
      const csv = csvText(file, name, diagnostics);
      if (csv) readRows<OfferColumn>(csv, {columns: OFFER_COLUMNS, required: REQUIRED_COLUMNS}, diagnostics, (row) => {
        const read = readRecord(row.record, this.context);
        if (row.excess) this.fail(row.excess, 'aanbod/kolom', 'Deze rij heeft «meer waarden» dan er kolommen zijn.', 'Zet aanhalingstekens om een waarde waarin een puntkomma of komma staat: "nacht;weekend".');
        this.take(row.excess ? {problems: []} : read, (column, at) => row.spot(column, at));
      });
    }
    this.close();
  }

  private take({offer, problems}: RecordRead, spot: (column: OfferColumn, at?: number) => Spot): void {
    const {offers} = this.found;
    this.rows++;
    for (const {rule, severity, column, at, message, hint} of problems) {
      if (severity === 'fout') this.fail(spot(column, at), rule, message, hint);
      else this.tell(spot(column, at), rule, severity, message, hint);
    }
    const before = offer && offers.get(offer.id);
    if (before) {
      const first = before.spot('id');
      this.fail(spot('id'), 'aanbod/dubbel', `In de kolom «id» staat «${shorten(offer.id)}», en dat is er al: in ${first.file} op regel ${first.line}.`, 'Geef elk aanbod een eigen id, of haal een van beide weg.');
    }
    if (!offer || before) {
      this.found.dropped++;
      return;
    }
    this.right++;
    if (offers.size === MOST_OFFERS) {
      const {file, line, column} = spot('id');
      this.diagnostics.report({rule: 'pakket/onleesbaar', severity: 'fout', file, line, column, message: `Vanaf hier is het «te veel»: een pakket houdt hoogstens ${MOST_OFFERS} keer aanbod.`, hint: 'Verdeel het aanbod over meer pakketten, bijvoorbeeld per regio.'});
    }
    if (offers.size < MOST_OFFERS) offers.set(offer.id, {offer, spot});
  }

  private fail(spot: Spot, rule: string, message: string, hint: string): void {
    this.tell(spot, rule, 'fout', message, hint);
  }

  private tell(spot: Spot, rule: string, severity: 'fout' | 'waarschuwing', message: string, hint: string): void {
    if (this.told[severity] < MOST_TOLD) {
      this.told[severity]++;
      this.diagnostics.report({rule, severity, ...spot, message, hint}, {leavesOut: true, cause: JSON.stringify([spot.file, message])});
    } else {
      this.untold++;
      this.firstUntold ??= spot;
    }
  }

  private close(): void {
    const {name, rows, right, untold, firstUntold, diagnostics} = this;
    if (firstUntold) diagnostics.report({rule: 'aanbod/waarde', severity: this.told.fout === MOST_TOLD ? 'fout' : 'waarschuwing', ...firstUntold, message: `Vanaf hier zijn er in dit bestand nog «${untold}» meldingen, die hier niet staan.`, hint: 'Los eerst op wat er wel staat: vaak is het overal hetzelfde.'}, {leavesOut: true});
    if (rows >= FEW && right === 0) diagnostics.errorInFile('aanbod/waarde', name, `Van de ${rows} rijen in dit bestand is er «geen enkele» goed.`, 'Kijk of de kolommen zijn gevuld zoals in de uitleg staat. Zo lang wordt het pakket niet gebouwd.');
  }
}
