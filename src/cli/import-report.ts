import {open, rename, rm, type FileHandle} from 'node:fs/promises';
import type {OfferColumn} from '../offers/columns.js';
import type {MapProblem} from '../offers/exchange/map-row.js';
import {csv} from './csv.js';
import {paint, printable, type Terminal} from './terminal.js';
import {counted} from './words.js';

/** Everything is counted; on screen stand the first. */
const MOST_SHOWN = 20;
/** Rows of a report wait until there are this many. */
const PIECE = 500;

/** Where something stands in the file of others. */
export interface Source {
  /** `14` of a table, `contents[3]` of JSON. */
  place: string;
  /** Their columns behind one of ours. */
  theirs(column: OfferColumn): readonly string[];
}

/** A row or a value that did not come along, or came along and is worth a look. */
type Kind = 'regel' | 'waarde' | 'let op';

/** What an import left out, and why: counted, the first shown, all of it in a table when somebody asks. */
export class ImportReport {
  rows = 0;
  kept = 0;
  /** Rows that are no offer by the mapping itself. */
  others = 0;
  droppedRows = 0;
  private readonly counts = {regel: new Map<string, number>(), waarde: new Map<string, number>(), 'let op': new Map<string, number>()};
  private shown: string[] = [];
  private told = 0;
  private waiting: string[][] = [];

  private constructor(
    private readonly name: string,
    private readonly terminal: Terminal,
    private readonly table: {handle: FileHandle; path: string; temporary: string} | undefined,
  ) {}

  static async open(name: string, terminal: Terminal, path: string | undefined): Promise<ImportReport> {
    if (path === undefined) return new ImportReport(name, terminal, undefined);
    const temporary = `${path}.${process.pid}.deel`;
    const report = new ImportReport(name, terminal, {handle: await open(temporary, 'w'), path, temporary});
    report.waiting.push(['plaats', 'wat', 'hun kolom', 'onze kolom', 'waarom', 'wat te doen']);
    return report;
  }

  /** Whether all of it came along. */
  get isWhole(): boolean {
    return this.droppedRows === 0 && this.counts.waarde.size === 0;
  }

  async add(kind: Kind, source: Source, problem: MapProblem): Promise<void> {
    this.count(kind, problem.column);
    await this.tell(kind, source.place, problem.from ?? source.theirs(problem.column), problem.column, problem.message, problem.hint);
  }

  /** A row that could not be read as a row. */
  async lose(place: string, message: string, hint: string): Promise<void> {
    this.droppedRows++;
    this.count('regel', 'de regel zelf');
    await this.tell('regel', place, [], '', message, hint);
  }

  private count(kind: Kind, what: string): void {
    this.counts[kind].set(what, (this.counts[kind].get(what) ?? 0) + 1);
  }

  private async tell(kind: Kind, place: string, theirs: readonly string[], ours: string, message: string, hint: string): Promise<void> {
    this.told++;
    if (this.shown.length < MOST_SHOWN) {
      const from = theirs.map((each) => `«${each}»`).join(' en ');
      const what = {regel: 'regel weggelaten', waarde: 'waarde weggelaten', 'let op': 'let op'}[kind];
      const head = `${this.name}:${place}${ours ? ` ${from ? `${from} → ` : ''}${ours}` : ''}`;
      this.shown.push(`${paint(this.terminal, 'bold', printable(head))} ${paint(this.terminal, kind === 'let op' ? 'yellow' : 'red', what)}\n  ${printable(message)}\n  ${printable(hint)}\n`);
    }
    if (!this.table) return;
    this.waiting.push([place, kind, theirs.join(', '), ours, message, hint]);
    if (this.waiting.length >= PIECE) await this.flush(this.table.handle);
  }

  /** What is shown, to read from top to bottom. */
  details(): string {
    const rest = this.told - this.shown.length;
    const more = rest > 0 ? `\n… en nog ${counted(rest, 'melding', 'meldingen')}.${this.table ? '' : ' Met --verslag verslag.csv staan ze allemaal in een tabel.'}\n` : '';
    return this.shown.join('\n') + more;
  }

  /** One line a count; rows and values by column. */
  summary(): string[] {
    const each = (kind: Kind) => [...this.counts[kind]].sort((a, b) => b[1] - a[1]).map(([what, count]) => `${what} ${count}`).join(', ');
    const total = (kind: Kind) => [...this.counts[kind].values()].reduce((sum, count) => sum + count, 0);
    return [
      ...(this.droppedRows ? [`Weggelaten: ${counted(this.droppedRows, 'regel', 'regels')} (${each('regel')}).`] : []),
      ...(total('waarde') ? [`Weggelaten uit regels die wel meekomen: ${counted(total('waarde'), 'waarde', 'waarden')} (${each('waarde')}).`] : []),
      ...(total('let op') ? [`Om na te kijken: ${counted(total('let op'), 'waarde', 'waarden')} (${each('let op')}).`] : []),
      ...(this.others ? [`Overgeslagen: ${counted(this.others, 'regel', 'regels')} die volgens «steun» geen aanbod voor hier ${this.others === 1 ? 'is' : 'zijn'}.`] : []),
    ];
  }

  async finish(): Promise<void> {
    if (!this.table) return;
    await this.flush(this.table.handle);
    await this.table.handle.close();
    await rename(this.table.temporary, this.table.path);
  }

  /** Leaves nothing half written behind. */
  async discard(): Promise<void> {
    if (!this.table) return;
    await this.table.handle.close().catch(() => undefined);
    await rm(this.table.temporary, {force: true});
  }

  private async flush(handle: FileHandle): Promise<void> {
    const text = csv(this.waiting);
    const {size} = await handle.stat();
    // The mark at the beginning belongs there once.
    await handle.write(size ? text.slice(1) : text);
    this.waiting = [];
  }
}
