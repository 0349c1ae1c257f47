import {nothing} from 'lit';
import type {Offer, OfferShard, OffersPart} from '../../flows/model/offer.js';
import type * as Plan from './plan-offers.js';
import type {View} from './shell.js';

/** Somebody who asks again may have better luck; a pack that never answers is not asked for ever. */
const MOST_TRIES = 3;

/** The offers that go with advice. A result asks for them and never waits: they join it when they are there. */
export class LocalOffers {
  #load: () => Promise<OffersPart | undefined>;
  #tries = 0;
  #busy = false;
  #here: {plan: typeof Plan; shards: OfferShard[]; lang: string; area: readonly string[]} | undefined;

  constructor(load: () => Promise<OffersPart | undefined>) {
    this.#load = load;
  }

  /** By kind of support, of those that have any. */
  pick(kinds: readonly string[], view: View): ReadonlyMap<string, Offer[]> {
    if (!this.#here) void this.#fetch(view);
    return this.#here ? this.#here.plan.offersFor(this.#here.shards, kinds, this.#here.area, view.screen.session.memory) : new Map();
  }

  render(offers: readonly Offer[] | undefined, view: View, bare = false): unknown {
    return offers && this.#here ? this.#here.plan.renderOffers(offers, this.#here.lang, view, bare) : nothing;
  }

  /** As lines of a text. */
  lines(offers: readonly Offer[] | undefined): string[] {
    return (this.#here && offers?.map(this.#here.plan.offerLine)) ?? [];
  }

  /** Of a large pack only what serves the whole country: the rest is for who says where they are. */
  async #fetch({source, screen}: View): Promise<void> {
    if (this.#busy || this.#tries === MOST_TRIES) return;
    this.#busy = true;
    this.#tries++;
    try {
      const part = await this.#load();
      // A pack without offers is asked once.
      if (!part) this.#tries = MOST_TRIES;
      else {
        const wide = part.shards?.filter(({box}) => !box) ?? [];
        const [plan, {area = []}, ...shards] = await Promise.all([import('./plan-offers.js'), source.manifest(), ...wide.map((ref) => source.shard(ref))]);
        this.#here = {plan, shards: [...(part.shard ? [part.shard] : []), ...shards], lang: part.lang, area};
        screen.refresh();
      }
    } catch {
      // Without offers the advice is no less true, and the next result asks again.
    }
    this.#busy = false;
  }
}
