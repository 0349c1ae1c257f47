import type {Ends, Flow} from '../../flows/model/flow.js';
import {FORMAT, type LaterParts, type Manifest, type PartKind, type PartRef} from '../../flows/model/manifest.js';
import type {OfferShard, OffersPart, PlacesPart, ShardRef} from '../../flows/model/offer.js';
import type {SupportPart} from '../../flows/model/support.js';
import type {AlarmsPart} from '../../flows/model/alarms.js';
import type {UnderstandingPart} from '../../flows/model/understanding.js';
import {BUILTIN, PACKS_PATH} from './builtin.js';
import {Fault, type FaultCode, faultOf} from './fault.js';
import {page} from './page.js';

/** No honest part comes near this many characters; a hostile one stops here. */
const MOST_CHARACTERS = 3_000_000;

export interface Parts {
  flow: Flow;
  ends: Ends;
  support: SupportPart;
  later: LaterParts;
  offers: OffersPart;
  places: PlacesPart;
  alarms: AlarmsPart;
  understanding: UnderstandingPart;
}

/**
 * Where the parts of one pack come from. Every part is asked for once a page; a failure is forgotten, so that
 * trying again really tries. Parts whose hash this build knew are taken as they are; all others are validated.
 */
export class PackSource {
  #done = new Map<string, Promise<unknown>>();

  constructor(
    /** Absolute address of `pakket.json`. */
    readonly url: string,
    readonly integrity: string,
    /** Whether this is the pack that came with the script. */
    readonly builtin: boolean,
  ) {}

  manifest(): Promise<Manifest> {
    return this.#once('', async () => {
      // The browser passes over what is no hash; who asks for one must not get a pack without.
      if (!/^(sha384-[\w+/]{64})?$/.test(this.integrity)) throw new Fault('pakket-gewijzigd');
      const manifest = await readJson(this.url, this.integrity);
      const format = (manifest as Manifest | null)?.formaat;
      if (Number.isInteger(format) && format! > FORMAT) throw new Fault('pakket-nieuwer');
      return (await validation()).readManifest(manifest);
    });
  }

  /** Whether a part exists in this language, without asking the network when the build knew. */
  async has(kind: PartKind, id: string, lang: string): Promise<boolean> {
    if (this.#builtinPart(kind, id, lang)) return true;
    if (this.builtin && this.#builtinPart(kind, id, 'nl')) return false;
    return (await this.#ref(kind, id, lang)) !== undefined;
  }

  /** @throws Fault `gesprek-onbekend` when the pack has no such part. */
  part<Kind extends PartKind>(kind: Kind, id: string, lang: string): Promise<Parts[Kind]> {
    return this.#once(`${kind}.${id}.${lang}`, async () => {
      const known = this.#builtinPart(kind, id, lang);
      if (known) return (await readJson(new URL(known[0], this.url).href, known[1])) as Parts[Kind];
      const ref = await this.#ref(kind, id, lang);
      if (!ref) throw new Fault('gesprek-onbekend');
      return this.#read(kind, ref, id);
    });
  }

  /** One shard of the offers, as their list names it (`later.ts` gives that list). */
  shard(ref: ShardRef): Promise<OfferShard> {
    return this.#once(ref.file, () => this.#read('shard', ref));
  }

  async #read<T>(kind: PartKind | 'shard', ref: Pick<PartRef, 'file' | 'integrity'>, id = ''): Promise<T> {
    const value = await readJson(new URL(ref.file, this.url).href, ref.integrity);
    if (Object.values(BUILTIN.parts).some(([, integrity]) => integrity === ref.integrity)) return value as T;
    return (await validation()).readPart(kind, value, id) as Promise<T>;
  }

  /** Where the manifest names a part, or else the list of its language. */
  async #ref(kind: PartKind, id: string, lang: string): Promise<PartRef | undefined> {
    const {parts} = await this.manifest();
    const named = (list: readonly PartRef[]) => list.find((one) => one.kind === kind && one.id === id && one.lang === lang);
    const ref = named(parts);
    if (ref || kind === 'later' || !parts.some((one) => one.kind === 'later' && one.lang === lang)) return ref;
    return named((await this.part('later', 'all', lang)).parts);
  }

  #builtinPart(kind: PartKind, id: string, lang: string) {
    const key = `${kind}.${id}.${lang}`;
    return this.builtin && Object.hasOwn(BUILTIN.parts, key) ? BUILTIN.parts[key] : undefined;
  }

  #once<T>(key: string, make: () => Promise<T>): Promise<T> {
    let promise = this.#done.get(key) as Promise<T> | undefined;
    if (!promise) {
      promise = make().catch((reason: unknown) => {
        this.#done.delete(key);
        throw named(reason);
      });
      this.#done.set(key, promise);
    }
    return promise;
  }
}

const sources = new Map<string, PackSource>();

/**
 * The source of a pack on this page. `address` is as written in the attribute, relative to the page; empty means
 * the pack that came with the script.
 * @throws TypeError when the address is no address on the web.
 */
export function packSource(address: string, integrity: string): PackSource {
  const builtin = new URL(`${PACKS_PATH}${BUILTIN.pack}/pakket.json`, import.meta.url).href;
  const url = address ? new URL(address, document.baseURI).href : builtin;
  if (address && !/^http/.test(url)) throw new TypeError(url);
  const key = `${url} ${integrity}`;
  let source = sources.get(key);
  if (!source) sources.set(key, (source = new PackSource(url, integrity, url === builtin && !integrity)));
  return source;
}

/** Makes a source answer for its address, for the workbench: its packs are nowhere on the web. No visitor's bundle keeps this. */
export function provideSource(source: PackSource): void {
  sources.set(`${source.url} ${source.integrity}`, source);
}

/** Lets go of a source that the workbench is done with. */
export function dropSource(source: PackSource): void {
  sources.delete(`${source.url} ${source.integrity}`);
}

/** The validator is only fetched for packs that this build did not know. */
const validation = () => import('../../flows/model/validate.js');

/** The validator names what it finds by `code`; anything else that has no name never reached us. */
function named(reason: unknown): Fault {
  const code = (reason as {code?: unknown} | null)?.code;
  if (code === 'pakket-nieuwer' || code === 'pakket-ongeldig') return new Fault(code as FaultCode, reason);
  return faultOf(reason, 'pakket-onbereikbaar');
}

/** Same-origin cookies may go along, for packs behind a login of the site itself; another origin gets none. */
async function readJson(url: string, integrity: string): Promise<unknown> {
  const {early} = page();
  const started = early.get(url);
  early.delete(url);
  const response = await (started?.catch(() => request(url, integrity)) ?? request(url, integrity));
  if (!response.ok) throw new Fault('pakket-onbereikbaar', response.status);
  const text = await response.text();
  if (text.length > MOST_CHARACTERS) throw new Fault('pakket-ongeldig');
  try {
    return JSON.parse(text);
  } catch (reason) {
    throw new Fault('pakket-ongeldig', reason);
  }
}

async function request(url: string, integrity: string): Promise<Response> {
  try {
    return await fetch(url, integrity ? {integrity} : {});
  } catch (reason) {
    // The browser does not say whether the line was down or the hash differed: what comes without it tells.
    if (integrity && (await fetch(url).then((plain) => plain.ok, () => false))) throw new Fault('pakket-gewijzigd', reason);
    throw reason;
  }
}
