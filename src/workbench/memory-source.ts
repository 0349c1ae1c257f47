import type {OutputFile} from '../flows/compiler/pack-parts.js';
import type {Ends, Flow} from '../flows/model/flow.js';
import type {LaterParts, Manifest, PartKind} from '../flows/model/manifest.js';
import type {OfferShard, ShardRef} from '../flows/model/offer.js';
import {joinEnds} from '../flows/semantics/join-ends.js';
import {Fault} from '../widgets/base/fault.js';
import {PackSource, type Parts} from '../widgets/base/pack-source.js';

let versions = 0;

/**
 * A built pack that is on no server: the widget gets the very parts that `mantelzorg bouw` would have written. Its
 * address is made up, one a version; nothing is ever fetched from it.
 */
export class MemorySource extends PackSource {
  readonly pack: Manifest;
  #files: Map<string, Uint8Array>;
  #images = new Map<string, string>();
  #parsed = new Map<string, unknown>();

  constructor(files: readonly OutputFile[]) {
    super(new URL(`/in-bewerking/${++versions}/pakket.json`, document.baseURI).href, '', false);
    this.#files = new Map(files.map(({path, bytes}) => [path, bytes]));
    this.pack = this.#read('pakket.json') as Manifest;
    for (const {file} of this.pack.parts.filter(({kind}) => kind === 'later')) this.pack.parts.push(...(this.#read(file) as LaterParts).parts);
  }

  override manifest(): Promise<Manifest> {
    return Promise.resolve(this.pack);
  }

  override async has(kind: PartKind, id: string, lang: string): Promise<boolean> {
    return this.#ref(kind, id, lang) !== undefined;
  }

  override async part<Kind extends PartKind>(kind: Kind, id: string, lang: string): Promise<Parts[Kind]> {
    const ref = this.#ref(kind, id, lang);
    if (!ref) throw new Fault('gesprek-onbekend');
    return this.#read(ref.file) as Parts[Kind];
  }

  override async shard({file}: ShardRef): Promise<OfferShard> {
    if (!this.#files.has(file)) throw new Fault('deel-onbereikbaar');
    return this.#read(file) as OfferShard;
  }

  /** A flow with the text of its results, or nothing when the pack has no such flow. */
  wholeFlow(id: string, lang: string): Flow | undefined {
    const find = (kind: PartKind) => this.#ref(kind, id, lang) ?? this.#ref(kind, id, this.pack.languages[0]!);
    const flow = find('flow');
    if (!flow) return undefined;
    const ends = find('ends');
    const read = this.#read(flow.file) as Flow;
    return ends ? joinEnds(read, this.#read(ends.file) as Ends) : read;
  }

  /** Lets go of the pictures. */
  release(): void {
    for (const url of this.#images.values()) URL.revokeObjectURL(url);
    this.#images.clear();
  }

  #ref(kind: PartKind, id: string, lang: string) {
    return this.pack.parts.find((one) => one.kind === kind && one.id === id && one.lang === lang);
  }

  /** Pictures stay in memory too, and get an address that leads there. */
  #read(file: string): unknown {
    if (!this.#parsed.has(file)) {
      const text = new TextDecoder().decode(this.#files.get(file));
      const revive = (_: string, value: unknown) => (isImage(value) ? {...value, src: this.#image(value.src)} : value);
      this.#parsed.set(file, JSON.parse(text, revive));
    }
    return this.#parsed.get(file);
  }

  #image(name: string): string {
    let url = this.#images.get(name);
    if (!url) {
      const extension = name.slice(name.lastIndexOf('.') + 1);
      const type = `image/${{svg: 'svg+xml', jpg: 'jpeg'}[extension] ?? extension}`;
      url = URL.createObjectURL(new Blob([this.#files.get(name)! as BlobPart], {type}));
      this.#images.set(name, url);
    }
    return url;
  }
}

function isImage(value: unknown): value is {t: 'img'; src: string} {
  return typeof value === 'object' && value !== null && 't' in value && value.t === 'img' && 'src' in value;
}
