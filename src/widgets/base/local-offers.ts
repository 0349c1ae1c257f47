import {nothing} from 'lit';
import type {Offer, OfferShard, OffersPart, PlacesPart, ShardRef} from '../../flows/model/offer.js';
import type {Place, PlaceAnswer} from '../../offers/places/answer.js';
import type {Gazetteer} from '../../offers/places/gazetteer.js';
import type * as Pick from '../../offers/pick.js';
import type {Spot} from '../../offers/query.js';
import type * as Plan from './plan-offers.js';
import {putAsideOf} from './put-aside.js';
import type {View} from './shell.js';

/** At most so many with each kind of support. */
const MOST = 3;

/** What came of a place that somebody typed; nothing while it is looked up, or once it is known. */
export type Sought = PlaceAnswer | {kind: 'failed'};

interface Here {
  plan: typeof Plan;
  pick: typeof Pick;
  part: OffersPart;
  shards: OfferShard[];
  area: readonly string[];
}

/** The offers that go with advice. A result asks for them and never waits: they join it when they are there. */
export class LocalOffers {
  /** What was made of the place that was typed last. */
  sought: Sought | undefined;
  typed = '';
  /** What lies around the spot is under way. */
  busy = false;
  #load: () => Promise<OffersPart | undefined>;
  #places: () => Promise<PlacesPart | undefined>;
  #asked = false;
  #here: Here | undefined;
  /** The spot around which is fetched what there is, and the shards that came. */
  #around: Spot | undefined;
  #fetched = new Set<ShardRef>();

  constructor(load: () => Promise<OffersPart | undefined>, places: () => Promise<PlacesPart | undefined>) {
    this.#load = load;
    this.#places = places;
  }

  /** By kind of support, of those that have any. */
  pick(kinds: readonly string[], view: View): ReadonlyMap<string, Offer[]> {
    if (!this.#here) void this.#fetch(view);
    if (!this.#here) return new Map();
    const {pick, part, shards, area} = this.#here;
    const at = this.#at(view);
    if (part.shards && at && at !== this.#around) void this.#bring(at, part.shards, view);
    return pick.pickOffers(shards, {kinds, area, at, told: Object.values(view.screen.session.memory).flat(), most: MOST});
  }

  render(offers: readonly Offer[] | undefined, view: View): unknown {
    return offers && this.#here ? this.#here.plan.renderOffers(offers, this.#here.part.lang, view) : nothing;
  }

  /** Of a large pack with offers of these kinds: where somebody is, or that telling it shows more. */
  near(kinds: readonly string[], picked: ReadonlyMap<string, Offer[]>, view: View): unknown {
    const {part, plan} = this.#here ?? {};
    if (!part?.shards || (part.kinds && !part.kinds.some(({id}) => kinds.includes(id)))) return nothing;
    return plan!.renderNear(this, this.#at(view), picked.size > 0, view);
  }

  /** As lines of a text. */
  lines(offers: readonly Offer[] | undefined): string[] {
    return (this.#here && offers?.map(this.#here.plan.offerLine)) ?? [];
  }

  /** Looks up what place was typed. It stays here, like every answer. */
  async seek(text: string, view: View): Promise<void> {
    this.typed = text.trim();
    try {
      const answer = (await this.#gazetteer()).find(this.typed);
      if (answer.kind === 'place') return this.choose(answer.place, view);
      this.sought = answer;
    } catch {
      this.sought = {kind: 'failed'};
    }
    view.screen.refresh();
  }

  choose(place: Place | undefined, view: View): void {
    this.sought = undefined;
    this.typed = '';
    putAsideOf(view.source.url).at = place;
    view.screen.refresh();
  }

  async #gazetteer(): Promise<Gazetteer> {
    const [{Gazetteer: Known}, places] = await Promise.all([import('../../offers/engine.js'), this.#places().catch(() => undefined)]);
    return new Known(places);
  }

  /** As told to the finder or here, or else as typed in this dialogue. */
  #at(view: View): Spot | undefined {
    const aside = putAsideOf(view.source.url);
    const {session} = view.screen;
    const visit = aside.at || this.typed ? undefined : session.trail.find((one) => session.stepOf(one).control?.t === 'place');
    const text = visit && session.wordsAt(visit).trim();
    if (text) void this.seek(text, view);
    return aside.at;
  }

  /** What lies around a spot; a shard that cannot be had leaves the plan as it was. */
  async #bring(at: Spot, refs: readonly ShardRef[], view: View): Promise<void> {
    this.#around = at;
    this.busy = true;
    const wanted = await import('../../offers/engine.js').then(({shardsAround}) => shardsAround(refs, at), () => []);
    const missing = wanted.filter((ref) => !this.#fetched.has(ref));
    const came = await Promise.allSettled(missing.map((ref) => view.source.shard(ref)));
    came.forEach((one, n) => {
      if (one.status !== 'fulfilled' || this.#fetched.has(missing[n]!)) return;
      this.#fetched.add(missing[n]!);
      this.#here!.shards.push(one.value);
    });
    this.busy = false;
    view.screen.refresh();
  }

  /** Of a large pack first only what serves the whole country: the rest is for who says where they are. */
  async #fetch({source, screen}: View): Promise<void> {
    if (this.#asked) return;
    this.#asked = true;
    try {
      const part = await this.#load();
      // A pack without offers is asked once.
      if (!part) return;
      const wide = part.shards?.filter(({box}) => !box) ?? [];
      const [plan, pick, {area = []}, ...shards] = await Promise.all([import('./plan-offers.js'), import('../../offers/pick.js'), source.manifest(), ...wide.map((ref) => source.shard(ref))]);
      this.#here = {plan, pick, part, shards: [...(part.shard ? [part.shard] : []), ...shards], area};
      screen.refresh();
    } catch {
      // Without offers the advice is no less true, and the next drawing asks again.
      this.#asked = false;
    }
  }
}
