import type {Offer} from '../../flows/model/offer.js';
import type {PackStore} from '../../flows/runtime/store.js';
import {storeFor} from '../../flows/runtime/store.js';
import type {Spot} from '../../offers/query.js';

/** What the widgets of one pack on one page let each other know of offers. It stays in memory, and goes when all is wiped. */
export interface PutAside {
  /** Where the visitor is, as told in one of them. */
  at: (Spot & {name?: string}) | undefined;
  /** Offers that they want to ask, by id. */
  readonly note: Map<string, Offer>;
}

const kept = new WeakMap<PackStore, PutAside & {wipes: number}>();

/** `key` is the absolute address of the pack's `pakket.json`. */
export function putAsideOf(key: string): PutAside {
  const store = storeFor(key);
  let found = kept.get(store);
  if (found?.wipes !== store.wipes) kept.set(store, (found = {at: undefined, note: new Map(), wipes: store.wipes}));
  return found;
}
