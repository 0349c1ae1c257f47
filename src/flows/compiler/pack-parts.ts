import {isImage, type CompiledPack} from './compile-pack.js';
import {FIRST_FLOWS, type LaterParts, type Manifest, type PartKind, type PartRef} from '../model/manifest.js';
import type {OffersPart, ShardRef} from '../model/offer.js';
import {cutOffers} from './offers/cut-offers.js';
import {splitEnds} from './split-ends.js';
import {learn} from './understanding/learn.js';

/** SHA-256 of some bytes; `node:crypto` and WebCrypto both have one. */
export type Sha256 = (bytes: Uint8Array) => Promise<Uint8Array>;

/** A file to write beside the others. */
export interface OutputFile {
  path: string;
  bytes: Uint8Array;
}

/**
 * Cuts a compiled pack into hashed parts and `pakket.json` (last, so that it never names a part that is not there).
 * The same pack gives the same bytes. Learning what the chat understands takes seconds: `taught: false` leaves it out, for
 * a preview in which nobody types to a chat.
 */
export async function packParts(pack: CompiledPack, sha256: Sha256, {taught = true}: {taught?: boolean} = {}): Promise<OutputFile[]> {
  const files: OutputFile[] = [];
  const names = new Map<string, string>();
  for (const [path, bytes] of pack.images) {
    const [, base = '', extension = ''] = /([^/]*)\.([a-z]+)$/i.exec(path) ?? [];
    const name = `beeld.${base.toLowerCase().replace(/[^a-z0-9-]+/g, '-')}.${hex10(await sha256(bytes))}.${extension.toLowerCase()}`;
    names.set(path, name);
    files.push({path: name, bytes});
  }
  const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value, (_, part: unknown) => (isImage(part) ? {...part, src: names.get(part.src) ?? part.src} : part)));

  const put = async (kind: PartKind | 'shard', id: string, lang: string, value: unknown) => {
    const bytes = encode(value);
    const hash = await sha256(bytes);
    const file = `${kind}.${id}.${lang}.${hex10(hash)}.json`;
    files.push({path: file, bytes});
    return {file, integrity: `sha256-${base64(hash)}`};
  };
  const add = async (kind: PartKind, id: string, lang: string, value: unknown): Promise<PartRef> => ({kind, id, lang, ...(await put(kind, id, lang, value))});
  const parts: PartRef[] = [];
  const [source = 'nl'] = pack.manifest.languages;
  // What everybody waits for names what most visitors open with; other flows stand on the list of their language.
  const early = new Set([source, ...(pack.manifest.address === 'u' ? [`${source}-u`] : [])]);
  for (const {lang, flows, support, teaching} of [{...pack, lang: source}, ...pack.translations]) {
    const later: LaterParts = {lang, parts: []};
    const opens = (id: string) => early.has(lang) && (flows.length <= FIRST_FLOWS.length || FIRST_FLOWS.includes(id));
    for (const whole of flows) {
      const {flow, ends} = splitEnds(whole);
      (opens(flow.id) ? parts : later.parts).push(await add('flow', flow.id, flow.lang, flow));
      if (ends) later.parts.push(await add('ends', ends.id, ends.lang, ends));
    }
    if (support) later.parts.push(await add('support', 'all', support.lang, support));
    if (lang === source) {
      if (pack.offers.length) later.parts.push(await add('offers', 'all', lang, await offersPart(pack, lang, put)));
      if (pack.places) later.parts.push(await add('places', 'all', lang, pack.places));
    }
    const {understanding, alarms} = taught && teaching ? learn(teaching) : {};
    if (alarms) later.parts.push(await add('alarms', 'all', alarms.lang, alarms));
    if (understanding) later.parts.push(await add('understanding', 'all', understanding.lang, understanding));
    if (later.parts.length) parts.push(await add('later', 'all', lang, later));
  }

  const {formaat, id, name, organisation, ...rest} = pack.manifest;
  const version = hex10(await sha256(encode({...pack.manifest, parts})));
  const manifest: Manifest = {formaat, id, name, organisation, version, ...rest, parts};
  files.push({path: 'pakket.json', bytes: encode(manifest)});
  return files;
}

/** A small pack holds its offers in the list itself; a large one names the file of each shard. */
async function offersPart({offers, offerKinds: kinds}: CompiledPack, lang: string, put: (kind: 'shard', id: string, lang: string, value: unknown) => Promise<Pick<PartRef, 'file' | 'integrity'>>): Promise<OffersPart> {
  const groups = cutOffers(offers, lang);
  const [whole] = groups;
  if (groups.length === 1 && whole) return {lang, rows: offers.length, kinds, shard: whole.shard};
  const shards: ShardRef[] = [];
  for (const [n, {shard, box}] of groups.entries()) shards.push({...(await put('shard', String(n + 1), lang, shard)), rows: shard.rows, ...(box ? {box} : {})});
  return {lang, rows: offers.length, kinds, shards};
}

function hex10(hash: Uint8Array): string {
  return [...hash.slice(0, 5)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** By hand: `btoa` belongs to pages. */
function base64(bytes: Uint8Array): string {
  let out = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const group = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    for (const shift of [18, 12, 6, 0]) out += DIGITS[(group >> shift) & 63];
  }
  const missing = (3 - (bytes.length % 3)) % 3;
  return out.slice(0, out.length - missing) + '='.repeat(missing);
}
