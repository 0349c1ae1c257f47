import type {MappingWish} from '../flows/compiler/offers/read-mapping.js';
import type {Mapping, TableSettings} from '../offers/exchange/mapping.js';
import type {ImportReport} from './import-report.js';
import type {ImportSink} from './import-sink.js';
import type {Terminal} from './terminal.js';

/** What both kinds of files are read with. */
export interface ImportJob {
  file: string;
  name: string;
  report: ImportReport;
  sink: ImportSink;
  terminal: Terminal;
  /** The mapping, when it is in order; what is wrong with it is printed. */
  mapping(wish: MappingWish): Promise<Mapping | undefined>;
  /** What the mapping says of how to read a table; nothing where there is no mapping. */
  settings(): Promise<TableSettings | undefined>;
}

/** What there is to say of a file that was read; nothing when it could not be (printed). */
export type ImportDone = {lines: string[]; whole: boolean} | undefined;
