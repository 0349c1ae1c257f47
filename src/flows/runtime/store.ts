import type {Flow} from '../model/flow.js';
import type {Memory} from '../semantics/memory.js';
import {Session} from './session.js';

/** What the widgets of one pack on one page share: their sessions, so that "Wis alles" means all of it. */
export class PackStore {
  #sessions = new Set<Session>();

  /** Opens a session at the first step of `flow`, or at the step `entrance`. */
  open(flow: Flow, entrance?: string): Session {
    const session = new Session(flow, entrance);
    this.#sessions.add(session);
    return session;
  }

  /** Lets go of a session whose widget opened another. */
  close(session: Session): void {
    this.#sessions.delete(session);
  }

  /** Takes back a session that was let go, for a widget that returns to the page. */
  keep(session: Session): void {
    this.#sessions.add(session);
  }

  /** What is known here now, by each of them. */
  get memories(): Memory[] {
    return [...this.#sessions].map(({memory}) => memory);
  }

  /** How often was wiped, for sessions that were away then. */
  wipes = 0;

  /** Forgets what every widget of this pack was told. */
  wipe(): void {
    this.wipes += 1;
    for (const session of this.#sessions) session.restart();
  }
}

const stores = new Map<string, PackStore>();

/** The one store of a pack on this page; `key` is the absolute address of its `pakket.json`. */
export function storeFor(key: string): PackStore {
  let store = stores.get(key);
  if (!store) stores.set(key, (store = new PackStore()));
  return store;
}

/** Makes a store answer for its pack, for the workbench, which looks along. No visitor's bundle keeps this. */
export function provideStore(key: string, store: PackStore): void {
  stores.set(key, store);
}

/** Lets go of the store of a pack that no widget on the page shows any more. */
export function dropStore(key: string): void {
  stores.delete(key);
}
