import {OFFER_COLUMNS, REQUIRED_COLUMNS, type OfferColumn} from '../offers/columns.js';
import {recordOf} from '../offers/exchange/offer-record.js';
import type {MapProblem} from '../offers/exchange/map-row.js';
import {salvage} from '../offers/exchange/salvage.js';
import type {RecordContext} from '../offers/read-record.js';
import {shorten} from '../offers/shorten.js';
import type {Offer} from '../flows/model/offer.js';
import type {ImportReport, Source} from './import-report.js';
import {CSV_HEAD, csvLine} from './offer-csv.js';
import type {OutputFile} from './output-file.js';

/** A pack holds no more. */
export const MOST_OFFERS = 250_000;
const SAMPLES = 3;

/** What a mapping can do about it. */
const MORE: Partial<Record<OfferColumn, string>> = {
  telefoon: ' Staat er meer in die kolom, dan haalt «haal: telefoon» het eerste nummer eruit.',
  email: ' Staat er meer in die kolom, dan haalt «haal: email» het eerste adres eruit.',
  website: ' Begint het met http: en werkt https ook, schrijf dan «maak: https».',
  postcode: ' Staat er meer in die kolom, dan haalt «haal: postcode» die eruit.',
};

/** Where the rows of an import end: each read as an offer, written when it is one, told when it is not. */
export class ImportSink {
  /** The first offers, for who only looks. */
  readonly samples: Offer[] = [];
  private readonly seen = new Map<string, string>();

  constructor(
    private readonly report: ImportReport,
    private readonly context: RecordContext,
    /** Nothing: only look. */
    private readonly output: OutputFile | undefined,
  ) {}

  get isFull(): boolean {
    return this.report.kept >= MOST_OFFERS;
  }

  async begin(): Promise<void> {
    await this.output?.write(CSV_HEAD);
  }

  /** `mapped` are problems that the mapping found already. */
  async take(record: ReadonlyMap<OfferColumn, string>, mapped: readonly MapProblem[], source: Source): Promise<void> {
    const {report} = this;
    const {offer, problems, remarks} = salvage(record, this.context);
    // Nothing is left of a value that the mapping refused: that it is missing is not told once more.
    const told = [...mapped, ...problems.filter(({column}) => !mapped.some((each) => each.column === column))];
    const before = offer && this.seen.get(offer.id);
    if (!offer || before !== undefined) {
      report.droppedRows++;
      // What is wrong besides would not have cost the row.
      for (const problem of told.filter(({column}) => (REQUIRED_COLUMNS as readonly string[]).includes(column))) await report.add('regel', source, problem);
      if (offer) await report.add('regel', source, {column: 'id', message: `Het kenmerk «${shorten(offer.id)}» is er al, op ${before}.`, hint: 'Geef elk aanbod een eigen kenmerk, bijvoorbeeld van naam en plaats samen.'});
      return;
    }
    // A copy: a piece of a longer text would keep all of that in memory.
    this.seen.set(Buffer.from(offer.id).toString(), source.place.includes('[') ? source.place : `regel ${source.place}`);
    report.kept++;
    for (const problem of told) await report.add('waarde', source, {...problem, hint: `${problem.hint}${MORE[problem.column] ?? ''}`});
    for (const remark of remarks) await report.add('let op', source, remark);
    if (this.samples.length < SAMPLES) this.samples.push(offer);
    await this.output?.write(csvLine(offer));
  }

  /** The first offers, a column a line. */
  printSamples(): string {
    return this.samples
      .map((offer) => {
        const record = recordOf(offer);
        return OFFER_COLUMNS.flatMap((column) => {
          const text = record.get(column);
          return text === undefined ? [] : [`  ${column.padEnd(13)} ${shorten(text, 80)}\n`];
        }).join('');
      })
      .join('\n');
  }
}
