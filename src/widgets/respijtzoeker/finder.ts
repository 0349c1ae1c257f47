import type {KeptSearch} from '../../flows/runtime/link.js';
import {storeFor} from '../../flows/runtime/store.js';
import type {Memory} from '../../flows/semantics/memory.js';
import {FACETS, type Offer, type ShardRef} from '../../flows/model/offer.js';
import type {AddressService} from '../../offers/places/address-service.js';
import type {Place, PlaceAnswer} from '../../offers/places/answer.js';
import type {Filters, Found, Hit, Relaxed, Spot} from '../../offers/query.js';
import type {Fault} from '../base/fault.js';
import {faultOf} from '../base/fault.js';
import type {Opening} from '../base/opening.js';
import {putAsideOf} from '../base/put-aside.js';
import {collected, takenOver} from './collect.js';
import {flipped, listed, split} from './filters.js';
import {filtersFrom} from './known-filters.js';
import * as words from './more-words.js';
import {Pool} from './pool.js';

/** So many cards at a time. */
export const PAGE = 20;
/** Kilometres around a place, until somebody chooses otherwise. */
export const NEAR = 25;
/** In links: offers of every kind, not only of those that take over. */
export const EVERY_KIND = 'steun:alles';
const TYPING = 300;
const LOCATION = {maximumAge: 600_000, timeout: 15_000};

export interface Stage {
  service(): AddressService | undefined;
  changed(): void;
  failed(fault: Fault): void;
}

/** What came of what stands in the place field. */
export type Where = PlaceAnswer | {kind: 'looking'} | {kind: 'refused'};

/** What somebody looks for, and what there is. It stays here: nothing of it leaves the page unless a link is asked for. */
export class Finder {
  filters: Filters = {};
  more = false;
  place = '';
  text = '';
  km: number | undefined = NEAR;
  /** Also offers that say nothing of what was asked. */
  silent = false;
  /** Also offers of kinds that do not take over the care. */
  others = false;
  at: (Spot & Partial<Place>) | undefined;
  where: Where | undefined;
  found: Found | undefined;
  /** Cards shown. */
  shown = PAGE;
  /** The pack has offers; without, the finder only helps to choose. */
  hasOffers = false;
  state: 'loading' | 'fetching' | 'ready' | 'failed' = 'loading';
  pool: Pool | undefined;
  /** Filters that came from what was told, not from a press. */
  learned: readonly string[] = [];
  /** Link to this search, once asked for. */
  link: string | undefined;
  /** What a press on the note came to. */
  said = '';
  #hits: Hit[] = [];
  #hitsOf: Found | undefined;
  readonly #open = new Set<string>();
  #opening: Opening;
  #stage: Stage;
  #begun = false;
  /** Told to forget: nothing is taken over any more. */
  #forgotten = false;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;
  #looking = new AbortController();
  #wipes: number;

  constructor(opening: Opening, stage: Stage) {
    this.#opening = opening;
    this.#stage = stage;
    this.#wipes = storeFor(opening.source.url).wipes;
  }

  /** Another pack or language: what was asked is asked again. */
  opened(opening: Opening): void {
    const other = opening.source !== this.#opening.source;
    this.#opening = opening;
    this.pool = this.found = undefined;
    if (other) this.clear();
    if (this.#begun) this.begin(true);
  }

  /** Offers that somebody takes along; the note of the other widgets of this pack on the page holds them too. */
  get note(): Map<string, Offer> {
    return putAsideOf(this.#opening.source.url).note;
  }

  /** A service of the site's own that knows addresses. */
  get service(): AddressService | undefined {
    return this.#stage.service();
  }

  /** Fetches the offers; a pack without any has nothing to fetch. */
  begin(offers: boolean): void {
    this.#begun = this.hasOffers = offers;
    this.learn();
    if (offers) void this.#load();
  }

  retry(): void {
    if (!this.pool) void this.#load();
    else void this.#search();
  }

  async #load(): Promise<void> {
    const opening = this.#opening;
    this.state = 'loading';
    this.#stage.changed();
    try {
      const pool = await Pool.open(opening);
      if (opening !== this.#opening) return;
      this.pool = pool;
      if (this.place && !this.at) await this.seek(this.place);
      else await this.#search();
    } catch (reason) {
      this.state = 'failed';
      this.#stage.failed(faultOf(reason, 'deel-onbereikbaar'));
      this.#stage.changed();
    }
  }

  /** Searches what is here, after fetching what is missing for it. */
  async #search(): Promise<void> {
    const {pool} = this;
    this.shown = PAGE;
    this.link = undefined;
    if (!pool) return this.#stage.changed();
    const round = ++this.#asked;
    // Of a large pack nothing is fetched before somebody says where they are, or that it does not matter.
    if (pool.large && !this.at && this.where?.kind !== 'country') {
      this.state = 'ready';
      return this.#stage.changed();
    }
    if (pool.large) {
      const tried = new Set<ShardRef>();
      this.state = 'fetching';
      this.#stage.changed();
      for (let more = true; more; ) {
        const got = await pool.fetch(this.at, this.at && this.km, tried);
        if (round !== this.#asked || pool !== this.pool) return;
        if (got.fault) this.#stage.failed(got.fault);
        ({more} = got);
        // What is nearest shows while the rest is under way; the number waits until it is right.
        if (more) this.#find(pool);
      }
    }
    this.state = 'ready';
    this.#find(pool);
  }

  #find(pool: Pool): void {
    this.found = pool.find({
      ...(this.at ? {at: this.at, ...(this.km === undefined ? {} : {km: this.km})} : {}),
      filters: this.filters,
      text: this.text,
      silent: this.silent,
      ...(this.others || !pool.respite ? {} : {kinds: pool.respite}),
    });
    this.#stage.changed();
  }

  // --- place

  async seek(text: string): Promise<void> {
    this.place = text.trim();
    if (!this.pool) return this.#stage.changed();
    this.#looking.abort();
    const {signal} = (this.#looking = new AbortController());
    const answer = await this.pool.place(this.place, signal, this.service);
    if (signal.aborted) return;
    this.#take(answer);
  }

  /** A place out of a few, or one that a device told. */
  choose(place: Place): void {
    this.place = place.name;
    this.#take({kind: 'place', place});
  }

  everywhere(): void {
    this.place = words.everywhere();
    this.#take({kind: 'country'});
  }

  /** Asks the device, which asks the visitor; what it says stays here. */
  locate(): void {
    const failed = () => {
      this.where = {kind: 'refused'};
      this.#stage.changed();
    };
    if (!('geolocation' in navigator)) return failed();
    this.where = {kind: 'looking'};
    this.#stage.changed();
    navigator.geolocation.getCurrentPosition(({coords: {latitude: lat, longitude: lon}}) => {
      const place = this.pool?.places.at(lat, lon);
      this.choose(place ?? {name: words.yourSpot(), lat, lon});
    }, failed, LOCATION);
  }

  #take(answer: PlaceAnswer): void {
    this.where = answer;
    this.at = answer.kind === 'place' ? answer.place : undefined;
    putAsideOf(this.#opening.source.url).at = this.at;
    this.#open.clear();
    void this.#search();
  }

  // --- filters

  flip(filter: string): void {
    this.set(flipped(this.filters, filter));
  }

  set(filters: Filters): void {
    this.filters = filters;
    this.learned = this.learned.filter((filter) => listed(filters).includes(filter));
    void this.#search();
  }

  within(km: number | undefined): void {
    this.km = km;
    void this.#search();
  }

  /** What is typed is searched when the fingers rest. */
  type(text: string): void {
    this.text = text;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => void this.#search(), TYPING);
  }

  toggleMore(): void {
    this.more = !this.more;
    this.#stage.changed();
  }

  /** Lets go of what an empty list says is in the way. */
  drop(letting: Relaxed): void {
    if (!('values' in letting)) {
      if (letting.drop === 'afstand') return this.within(undefined);
      this.text = '';
      return void this.#search();
    }
    const gone = letting.values;
    if (!gone.length) return this.alsoOthers(true);
    const left = (this.filters[letting.drop] ?? []).filter((value) => !gone.includes(value));
    const {[letting.drop]: _, ...rest} = this.filters;
    this.set(left.length ? {...rest, [letting.drop]: left} : rest);
  }

  alsoSilent(): void {
    this.silent = true;
    void this.#search();
  }

  /** Whether to list help of every kind, or only what takes over. */
  alsoOthers(others: boolean): void {
    this.others = others;
    void this.#search();
  }

  /** What a filter is called. */
  label(filter: string): string {
    const [name, value] = split(filter);
    if (name === 'steun') return this.pool?.kinds.get(value)?.title ?? value;
    return words.values(name)[(FACETS[name] as readonly string[]).indexOf(value)] ?? value;
  }

  // --- what was told

  /** Takes over what this page's dialogues of the same pack know, until told to forget. What was pressed stays. */
  learn(own?: Memory): void {
    const store = storeFor(this.#opening.source.url);
    if (this.#forgotten && !own) return;
    if (own) this.#forgotten = false;
    const known: Filters = Object.assign({}, ...[...store.memories, ...(own ? [own] : [])].map(filtersFrom));
    if (listed(known).join() === this.learned.join()) return;
    Object.assign(this, takenOver(this, known, own !== undefined));
    void this.#search();
  }

  forget(): void {
    this.#forgotten = true;
    const kept = listed(this.filters).filter((filter) => !this.learned.includes(filter));
    this.learned = [];
    this.filters = collected(kept);
    void this.#search();
  }

  takeUp({place, text, filters}: KeptSearch): void {
    this.filters = collected(filters.filter((filter) => filter !== EVERY_KIND));
    this.others = filters.includes(EVERY_KIND);
    const km = filters.find((filter) => /^afstand:\d{1,3}$/.test(filter));
    if (km) this.km = Number(km.slice(8)) || undefined;
    this.text = text ?? '';
    if (place) void this.seek(place);
    else void this.#search();
  }

  /** Everything as at the start; also when another widget of this pack was told to wipe. */
  clear(): void {
    this.#looking.abort();
    Object.assign(this, {filters: {}, more: false, place: '', text: '', km: NEAR, silent: false, others: false, at: undefined, where: undefined, learned: [], link: undefined, said: ''});
    this.note.clear();
    putAsideOf(this.#opening.source.url).at = undefined;
    this.#open.clear();
    this.#wipes = storeFor(this.#opening.source.url).wipes;
    void this.#search();
  }

  /** Looked at before each drawing: other widgets may have wiped all. */
  isWiped(): boolean {
    return storeFor(this.#opening.source.url).wipes !== this.#wipes;
  }

  // --- the list

  toggle(key: string): void {
    if (!this.#open.delete(key)) this.#open.add(key);
    this.#stage.changed();
  }

  isOpen(key: string): boolean {
    return this.#open.has(key);
  }

  /** What a card shows besides its offer: whether it is open, and on the note. */
  stateOf(id: string): [boolean, boolean] {
    return [this.isOpen(`a-${id}`), this.note.has(id)];
  }

  /** The cards that show now, best first. */
  hits(): readonly Hit[] {
    const {found} = this;
    if (!found) return [];
    if (this.#hitsOf !== found) [this.#hitsOf, this.#hits] = [found, []];
    while (this.#hits.length < Math.min(this.shown, found.total)) this.#hits.push(found.hit(this.#hits.length));
    return this.#hits;
  }

  showMore(): void {
    this.shown += PAGE;
    this.#stage.changed();
  }

  takeAlong(offer: Offer): void {
    if (!this.note.delete(offer.id)) this.note.set(offer.id, offer);
    this.said = '';
    this.#stage.changed();
  }

  refresh(): void {
    this.#stage.changed();
  }
}
