import type {OfferShard, OffersPart, PlacesPart, ShardRef} from '../../flows/model/offer.js';
import type {SupportKind} from '../../flows/model/support.js';
import type * as Engine from '../../offers/engine.js';
import type {OfferQuery, Found, Spot} from '../../offers/query.js';
import type {AddressService} from '../../offers/places/address-service.js';
import type {Place, PlaceAnswer} from '../../offers/places/answer.js';
import type {Gazetteer} from '../../offers/places/gazetteer.js';
import type {OfferSearch} from '../../offers/search.js';
import type {OfferTable} from '../../offers/table.js';
import {Fault, faultOf} from '../base/fault.js';
import type {Opening} from '../base/opening.js';

/** More places than these are no choice. */
const MOST_ASKED = 5;

/** The offers of a pack as far as they are here, what searches them, and what knows places. */
export class Pool {
  /** Rows that could not be fetched. */
  gap = 0;
  readonly engine: typeof Engine;
  readonly table: OfferTable;
  readonly kinds: ReadonlyMap<string, SupportKind>;
  /** Kinds that take over the care: what is listed unasked. None where the pack does not tell, or has nothing else to show. */
  readonly respite: readonly string[] | undefined;
  readonly lang: string;
  /** Language of the kinds of support. */
  readonly kindsLang: string;
  #part: OffersPart;
  #places: PlacesPart | undefined;
  #opening: Opening;
  #search: OfferSearch;
  #gazetteer: Gazetteer | undefined;
  #here = new Set<ShardRef>();

  private constructor(opening: Opening, engine: typeof Engine, part: OffersPart, places: PlacesPart | undefined, support: {lang: string; kinds: readonly SupportKind[]}) {
    this.#opening = opening;
    this.engine = engine;
    this.#part = part;
    this.#places = places;
    this.lang = part.lang;
    this.kindsLang = support.lang;
    this.kinds = new Map(support.kinds.map((kind) => [kind.id, kind]));
    this.table = new engine.OfferTable(...(part.shard ? [part.shard] : []));
    const respite = part.kinds?.flatMap((kind) => (kind.respite ? [kind.id] : []));
    this.respite = respite?.length ? respite : undefined;
    const words = new Map(support.kinds.map(({id, title}) => [id, title]));
    for (const kind of part.kinds ?? []) words.set(kind.id, `${words.get(kind.id) ?? ''} ${kind.words}`);
    this.#search = new engine.OfferSearch(this.table, words);
  }

  /** @throws Fault when the list of offers or what searches it cannot be had; without places or kinds of support it goes on. */
  static async open(opening: Opening): Promise<Pool> {
    const rest = await import('../base/rest.js');
    const [engine, part, places, support] = await Promise.all([
      import('../../offers/engine.js').catch((reason: unknown) => Promise.reject(new Fault('deel-onbereikbaar', reason))),
      rest.offersOf(opening),
      rest.placesOf(opening).catch(() => undefined),
      rest.supportOf(opening).catch(() => ({lang: opening.content, kinds: []})),
    ]);
    return new Pool(opening, engine, part ?? {lang: opening.content, rows: 0}, places, support);
  }

  /** All offers of the pack, here or not. */
  get rows(): number {
    return this.#part.rows;
  }

  /** Whether it has more than a visitor need fetch before saying where they are. */
  get large(): boolean {
    return !!this.#part.shards?.length;
  }

  find(query: OfferQuery): Found {
    return this.#search.find(query);
  }

  /**
   * Fetches the next shards that may hold what is within `km` of a spot: first the nearest one, then the others, so that
   * first results cost a visitor about as much of a national pack as of a local one. `tried` are those of this search
   * that could not be had: they are the gap. Resolves with whether there may be more, and with what went wrong.
   */
  async fetch(at: Spot | undefined, km: number | undefined, tried: Set<ShardRef>): Promise<{more: boolean; fault?: Fault}> {
    const refs = this.#part.shards ?? [];
    const next = () => this.engine.nextShards(refs, {has: (ref) => this.#here.has(ref) || tried.has(ref)}, at, km);
    let fault: Fault | undefined;
    const shards = await Promise.all(
      next().map(async (ref): Promise<[ShardRef, OfferShard | undefined]> => {
        try {
          return [ref, await this.#opening.source.shard(ref)];
        } catch (reason) {
          fault = faultOf(reason, 'deel-onbereikbaar');
          tried.add(ref);
          return [ref, undefined];
        }
      }),
    );
    for (const [ref, shard] of shards) {
      if (!shard || this.#here.has(ref)) continue;
      this.#here.add(ref);
      this.table.add(shard);
    }
    this.gap = [...tried].reduce((sum, {rows}) => sum + rows, 0);
    return {more: next().length > 0, ...(fault ? {fault} : {})};
  }

  /** What place somebody means; a name that only the offers know is a place too. */
  async place(text: string, signal: AbortSignal, service: AddressService | undefined): Promise<PlaceAnswer> {
    const answer = this.places.find(text);
    if (answer.kind === 'place' || answer.kind === 'country' || answer.kind === 'empty' || answer.kind === 'choose') return answer;
    const own = this.#ownPlace(text);
    if (own) return {kind: 'place', place: own};
    const found = service ? await asked(service, text, signal) : [];
    return found.length ? (found.length > 1 ? {kind: 'choose', places: found} : {kind: 'place', place: found[0]!}) : answer;
  }

  get places(): Gazetteer {
    return (this.#gazetteer ??= new this.engine.Gazetteer(this.#places, this.table.postcodes()));
  }

  #ownPlace(text: string) {
    const plain = (name: string) => name.normalize('NFD').replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
    const wanted = plain(text);
    if (!wanted) return undefined;
    for (let row = 0; row < this.table.rows; row++) {
      if (plain(this.table.text(row, 'place')) !== wanted) continue;
      const {place: name = text, lat, lon} = this.table.offer(row);
      if (lat !== undefined && lon !== undefined) return {name, lat, lon};
    }
    return undefined;
  }
}

/** What a service of the site's own says, as far as it is a place; it may be anything. */
async function asked(service: AddressService, text: string, signal: AbortSignal): Promise<Place[]> {
  try {
    const places = await service.find(text, signal);
    return places.filter(({name, lat, lon}) => typeof name === 'string' && Math.abs(lat) <= 90 && Math.abs(lon) <= 180).slice(0, MOST_ASKED);
  } catch {
    return []; // It knows nothing, or is not there: the table has answered already.
  }
}
