import {open, readFile, stat} from 'node:fs/promises';
import {basename, dirname, join, resolve} from 'node:path';
import {compilePack} from '../flows/compiler/compile-pack.js';
import {readMapping, type MappingWish} from '../flows/compiler/offers/read-mapping.js';
import {suggest} from '../flows/conditions/suggest.js';
import type {OfferColumn} from '../offers/columns.js';
import {mapRow} from '../offers/exchange/map-row.js';
import {columnsRead, sameName, theirColumns, type Mapping} from '../offers/exchange/mapping.js';
import type {RecordContext} from '../offers/read-record.js';
import {todayOf, type Call} from './command.js';
import {importHsds} from './import-hsds.js';
import type {ImportDone, ImportJob} from './import-job.js';
import {ImportReport} from './import-report.js';
import {ImportSink, MOST_OFFERS} from './import-sink.js';
import {readHead, tableRows, type TableHead} from './import-table.js';
import {loadPack} from './load-pack.js';
import {allowWriting, OutputFile} from './output-file.js';
import {printDiagnostics, summarise} from './print-diagnostics.js';
import {probeText} from './table-file.js';
import type {Terminal} from './terminal.js';
import {UsageError} from './usage.js';
import {counted} from './words.js';

const MAX_MAPPING_BYTES = 1_000_000;

const ENCODING_NAMES: Readonly<Record<string, string>> = {'utf-8': 'UTF-8', 'utf-16le': 'UTF-16', 'utf-16be': 'UTF-16', 'windows-1252': 'Windows-1252'};
const SEPARATOR_NAMES: Readonly<Record<string, string>> = {';': 'puntkomma’s', ',': 'komma’s', '\t': 'tabs', '|': 'streepjes'};

/** `mantelzorg aanbod importeer`: offers of others as a CSV in our columns; gives the exit code. */
export async function importOffers(call: Call, file: string, terminal: Terminal): Promise<number> {
  const today = todayOf(call, terminal);
  const isTrial = call.flag('proef');
  const out = call.text('uit');
  if (out === undefined && !isTrial) throw new UsageError('Er staat niet waar het resultaat heen moet: geef --uit <bestand.csv>, of kijk eerst met --proef.');
  const info = await stat(file).catch(() => undefined);
  if (!info) throw new UsageError(`Het bestand «${file}» bestaat niet.`);
  if (!info.isFile()) throw new UsageError(`«${file}» is geen bestand.`);
  for (const target of [out, call.text('verslag')]) {
    if (target === undefined) continue;
    if (resolve(target) === resolve(file)) throw new UsageError(`«${target}» is het bestand dat je binnenhaalt. Kies een andere naam.`);
    if (!isTrial || target !== out) await allowWriting(target, call.flag('overschrijf'), terminal);
  }
  const {kinds, note} = await knownKinds(call.text('pakket'), out, today);
  const context: RecordContext = {today, suggest, kinds};
  const report = await ImportReport.open(basename(file), terminal, call.text('verslag'));
  const output = isTrial ? undefined : await OutputFile.create(out!);
  const sink = new ImportSink(report, context, output);
  const columns = call.text('kolommen');
  const job: ImportJob = {file, name: basename(file), report, sink, terminal, mapping: (wish) => mappingIn(columns, wish, terminal), settings: async () => (columns === undefined ? undefined : (await readColumns(columns, {})).settings)};
  try {
    await sink.begin();
    const done = info.size > 0 && (await looksLikeJson(file)) ? await importHsds(job) : await importTable(job);
    if (!done) return 1;
    terminal.progress?.();
    await report.finish();
    if (report.kept) await output?.finish();
    printResult(job, done, isTrial ? undefined : out, note);
    return done.whole && report.isWhole && report.kept > 0 ? 0 : 1;
  } finally {
    await output?.discard();
    await report.discard();
  }
}

async function importTable(job: ImportJob): Promise<ImportDone> {
  const {file, name, report, sink, terminal} = job;
  const refuse = (message: string): undefined => void terminal.error(`${message}\n`);
  const probed = await probeText(file);
  if ('what' in probed) return refuse(`«${name}» is ${probed.what}, en geen CSV. ${probed.hint}`);
  const settings = await job.settings();
  if (!settings) throw new UsageError('Er staat niet welke kolom wat is: geef --kolommen <kolommen.yaml>.');
  const encoding = settings.encoding ?? probed.encoding;
  const head = await readHead(file, encoding, settings);
  if (!head) return refuse(`«${name}» is leeg: er staat geen regel met namen van kolommen in. Kijk of het bestand goed is opgehaald.`);
  const mapping = await job.mapping({theirs: head.names.filter(Boolean)});
  if (!mapping) return undefined;
  let short = 0;
  const theirs = (column: OfferColumn) => theirColumns(mapping, column);
  const rows = tableRows(file, encoding, head, mapping);
  let next = await rows.next();
  for (; !next.done; next = await rows.next()) {
    const row = next.value;
    if (sink.isFull) {
      await rows.return(true);
      return {lines: [`Gestopt bij regel ${row.line}: een pakket houdt hoogstens ${MOST_OFFERS.toLocaleString('nl-NL')} keer aanbod. Splits het bestand, bijvoorbeeld per regio.`], whole: false};
    }
    report.rows++;
    if (report.rows % 1000 === 0) terminal.progress?.(`${report.rows.toLocaleString('nl-NL')} regels van «${name}» gelezen …`);
    const place = String(row.line);
    const extra = row.cells.slice(head.names.length).some((cell) => cell.trim() !== '');
    if (row.problem === 'open') await report.lose(place, 'Op deze regel begint een «"» die nergens sluit.', 'Zet aan het eind van die waarde nog een aanhalingsteken, of haal het weg.');
    else if (row.problem) await report.lose(place, 'Op deze regel staat een «"» midden in een waarde tussen aanhalingstekens.', 'Schrijf binnen aanhalingstekens elk aanhalingsteken twee keer: "Huis ""De Linde""".');
    else if (extra) await report.lose(place, `Deze regel heeft «${row.cells.length} waarden», en er zijn ${head.names.length} kolommen.`, 'Zet aanhalingstekens om een waarde waarin het scheidingsteken staat.');
    else {
      if (row.cells.length < head.names.length) short++;
      const {record, problems, isOther} = mapRow(mapping, (column) => row.cell(column));
      if (isOther) report.others++;
      else await sink.take(record, problems, {place, theirs});
    }
  }
  return {lines: tableLines(job, encoding, head, mapping, short, next.value), whole: next.value};
}

function tableLines({name, report}: ImportJob, encoding: string, head: TableHead, mapping: Mapping, short: number, whole: boolean): string[] {
  const read = new Set([...columnsRead(mapping)].map(sameName));
  const unused = head.names.filter((each) => each !== '' && !read.has(sameName(each)));
  return [
    `«${name}»: ${counted(report.rows, 'regel', 'regels')} onder de kop, in ${ENCODING_NAMES[encoding]}, met ${SEPARATOR_NAMES[head.separator]} ertussen.`,
    ...(whole ? [] : ['Er gaan zo veel aanhalingstekens niet dicht dat de rest niet is gelezen.']),
    ...(short ? [`${counted(short, 'regel is', 'regels zijn')} korter dan de kop; wat ontbreekt, telt als leeg.`] : []),
    ...(head.doubles.length ? [`Meer dan één kolom heet ${head.doubles.map((each) => `«${each}»`).join(', ')}: de eerste telt.`] : []),
    ...(unused.length ? [`Niet gebruikt: ${unused.map((each) => `«${each}»`).join(', ')}.`] : []),
  ];
}

function printResult({report, sink, terminal}: ImportJob, {lines: [first = '', ...lines]}: NonNullable<ImportDone>, out: string | undefined, note: string | undefined): void {
  const details = report.details();
  if (details) terminal.out(`${details}\n`);
  const samples = sink.printSamples();
  const isTrial = out === undefined;
  if (isTrial && samples) terminal.out(`Zo ${sink.samples.length === 1 ? 'komt het' : 'komen de eerste'} erin:\n\n${samples}\n`);
  const came = isTrial ? `${counted(report.kept, 'regel komt', 'regels komen')} mee. Dit was een proef: er is niets geschreven.` : report.kept ? `${counted(report.kept, 'regel staat', 'regels staan')} in ${out}.` : 'Er bleef niets over, en er is niets geschreven.';
  terminal.out(`${[first, came, ...report.summary(), ...lines, ...(note === undefined ? [] : [note])].join('\n')}\n`);
}

async function mappingIn(path: string | undefined, wish: MappingWish, terminal: Terminal): Promise<Mapping | undefined> {
  if (path === undefined) return {columns: new Map()};
  const {mapping, diagnostics} = await readColumns(path, wish);
  if (!mapping) terminal.error(`${printDiagnostics(diagnostics, {parent: resolve(dirname(path)), cwd: terminal.cwd, colour: terminal.colour})}\n${summarise(diagnostics, basename(path))} Er is niets geschreven.\n`);
  return mapping;
}

async function readColumns(path: string, wish: MappingWish): Promise<ReturnType<typeof readMapping>> {
  const info = await stat(path).catch(() => undefined);
  if (!info) throw new UsageError(`Het bestand met kolommen «${path}» bestaat niet.`);
  if (!info.isFile()) throw new UsageError(`«${path}» is geen bestand met kolommen.`);
  if (info.size > MAX_MAPPING_BYTES) throw new UsageError(`«${path}» is te groot voor een bestand met kolommen. Staan de namen achter --kolommen en het bestand zelf verwisseld?`);
  return readMapping(basename(path), await readFile(path), wish);
}

/** Kinds of support of the pack that is named, or in whose folder `aanbod` the result lands. */
async function knownKinds(pack: string | undefined, out: string | undefined, today: string): Promise<{kinds?: RecordContext['kinds']; note?: string}> {
  const around = out === undefined || basename(dirname(resolve(out))) !== 'aanbod' ? undefined : dirname(dirname(resolve(out)));
  const isPack = around !== undefined && (await stat(join(around, 'pakket.md')).then((info) => info.isFile(), () => false));
  const folder = pack ?? (isPack ? around : undefined);
  if (folder === undefined) return {note: 'Of de soorten steun bestaan, is niet nagekeken: geef daarvoor --pakket <pakket> mee.'};
  const {name, files, layers} = await loadPack(folder);
  const others = files.filter(({path}) => !path.startsWith('aanbod/'));
  const {pack: compiled} = compilePack(others, {today, packDir: name, prove: false, ...layers});
  if (!compiled) return {note: `In «${name}» staan nog fouten. Daarom is niet nagekeken of de soorten steun bestaan.`};
  return {kinds: new Map(compiled.support?.kinds.map(({id}) => [id, true]))};
}

/** Whether the first sign that is no space begins JSON. */
async function looksLikeJson(path: string): Promise<boolean> {
  const handle = await open(path);
  try {
    const {buffer, bytesRead} = await handle.read(new Uint8Array(1_024), 0, 1_024, 0);
    return /^(?:\xef\xbb\xbf)?\s*(?:\{\s*["}]|\[\s*[{\]])/.test(Buffer.from(buffer.subarray(0, bytesRead)).toString('latin1'));
  } finally {
    await handle.close();
  }
}
