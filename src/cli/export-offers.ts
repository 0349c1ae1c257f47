import {dirname} from 'node:path';
import {mkdir} from 'node:fs/promises';
import {Diagnostics} from '../flows/compiler/diagnostics.js';
import {readOfferFiles} from '../flows/compiler/offers/read-offers.js';
import type {Offer} from '../flows/model/offer.js';
import {toSchemaOrg} from '../offers/exchange/schema-org.js';
import {scriptJson} from '../offers/exchange/script-json.js';
import {toHsds} from '../offers/exchange/to-hsds.js';
import {todayOf, type Call} from './command.js';
import {CSV_HEAD, csvLine} from './offer-csv.js';
import {openPack, type OpenPack} from './open-pack.js';
import {allowWriting, OutputFile} from './output-file.js';
import type {Terminal} from './terminal.js';
import {UsageError} from './usage.js';
import {counted} from './words.js';

const FORMATS = ['hsds', 'schema', 'csv'] as const;

/** `mantelzorg aanbod exporteer`: the offers of a pack as others read them; gives the exit code. */
export async function exportOffers(call: Call, pack: string, terminal: Terminal): Promise<number> {
  const today = todayOf(call, terminal);
  const wanted = FORMATS.filter((format) => call.flag(format));
  const [format] = wanted;
  if (!format || wanted.length > 1) throw new UsageError(`Kies één vorm: ${FORMATS.map((each) => `--${each}`).join(', ')}.`);
  const out = call.text('uit');
  if (out !== undefined) await allowWriting(out, call.flag('overschrijf'), terminal);
  const opened = await openPack(pack, today, terminal);
  if (!opened) return 1;
  const {offers, dropped} = offersOf(opened, today);
  terminal.progress?.();
  const titles = new Map(opened.pack.support?.kinds.map(({id, title}) => [id, title]));
  const text = format === 'csv' ? `${CSV_HEAD}${offers.map(csvLine).join('')}` : `${format === 'hsds' ? JSON.stringify(toHsds(offers), null, 2) : scriptJson(toSchemaOrg(offers, titles))}\n`;
  if (out === undefined) terminal.out(text);
  else {
    await mkdir(dirname(out), {recursive: true});
    const file = await OutputFile.create(out);
    try {
      await file.write(text);
      await file.finish();
    } finally {
      await file.discard();
    }
    terminal.out(`${counted(offers.length, 'keer aanbod staat', 'keer aanbod staat')} in ${out}.\n`);
  }
  if (dropped) terminal.error(`${counted(dropped, 'keer aanbod is', 'keer aanbod is')} weggelaten, omdat er iets niet klopt. «mantelzorg controleer» zegt wat.\n`);
  return 0;
}

/** The offers of all layers as they are written: coordinates that only a place gives are not passed on as an address. */
function offersOf({folder, pack}: OpenPack, today: string): {offers: Offer[]; dropped: number} {
  const kept = new Set(pack.offers.map(({offer}) => offer.id));
  const kinds = new Set(pack.support?.kinds.map(({id}) => id));
  const all = new Map<string, Offer>();
  let dropped = 0;
  const layers = [{packDir: folder.name, files: folder.files}, ...(folder.layers.bases ?? [])];
  for (const [n, {packDir, files}] of [...layers.entries()].reverse()) {
    const own = files.filter(({path}) => /^aanbod\/[^/]+\.(?:csv|md)$/.test(path));
    // What is wrong was told by the compiler.
    const read = readOfferFiles(own, packDir, n, {today}, new Diagnostics());
    for (const [id, {offer}] of read.offers) all.set(id, offer);
    if (n === 0) ({dropped} = read);
  }
  const offers = [...all.values()].filter(({id}) => kept.has(id)).map((offer) => ({...offer, support: offer.support.filter((kind) => kinds.has(kind))}));
  return {offers, dropped};
}
