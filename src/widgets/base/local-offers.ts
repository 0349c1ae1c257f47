import {nothing} from 'lit';
import type {Offer, OfferShard, OffersPart} from '../../flows/model/offer.js';
import type * as Pick from '../../offers/pick.js';
import type * as Plan from './plan-offers.js';
import type {View} from './shell.js';

/** At most so many with each kind of support. */
const MOST = 3;

/** The offers that go with advice. A result asks for them and never waits: they join it when they are there. */
export class LocalOffers {
  #load: () => Promise<OffersPart | undefined>;
  #asked = false;
  #here: {plan: typeof Plan; pick: typeof Pick; shards: OfferShard[]; lang: string; area: readonly string[]} | undefined;

  constructor(load: () => Promise<OffersPart | undefined>) {
    this.#load = load;
  }

  /** By kind of support, of those that have any. */
  pick(kinds: readonly string[], view: View): ReadonlyMap<string, Offer[]> {
    if (!this.#here) void this.#fetch(view);
    if (!this.#here) return new Map();
    const {pick, shards, area} = this.#here;
    return pick.pickOffers(shards, {kinds, area, told: Object.values(view.screen.session.memory).flat(), most: MOST});
  }

  render(offers: readonly Offer[] | undefined, view: View): unknown {
    return offers && this.#here ? this.#here.plan.renderOffers(offers, this.#here.lang, view) : nothing;
  }

  /** As lines of a text. */
  lines(offers: readonly Offer[] | undefined): string[] {
    return (this.#here && offers?.map(this.#here.plan.offerLine)) ?? [];
  }

  /** Of a large pack only what serves the whole country: the rest is for who says where they are. */
  async #fetch({source, screen}: View): Promise<void> {
    if (this.#asked) return;
    this.#asked = true;
    try {
      const part = await this.#load();
      // A pack without offers is asked once.
      if (!part) return;
      const wide = part.shards?.filter(({box}) => !box) ?? [];
      const [plan, pick, {area = []}, ...shards] = await Promise.all([import('./plan-offers.js'), import('../../offers/pick.js'), source.manifest(), ...wide.map((ref) => source.shard(ref))]);
      this.#here = {plan, pick, shards: [...(part.shard ? [part.shard] : []), ...shards], lang: part.lang, area};
      screen.refresh();
    } catch {
      // Without offers the advice is no less true, and the next drawing asks again.
      this.#asked = false;
    }
  }
}
