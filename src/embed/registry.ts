/**
 * One object per page, shared by every copy of the library and by the widgets. The first loader fills it in (a
 * self-contained file may have made it, without `base`); `adopt` lets a later copy hand over the script tags that
 * carry its own address.
 */
export interface PageRegistry {
  version: string;
  /** Address of `dist/`, with a slash at the end. */
  base: string;
  /** Parts under way before the widget asked for them, by absolute address. A widget takes its promise out. */
  early: Map<string, Promise<Response>>;
  /** What the loader knows of the built-in pack, so that the core need not hold it too. */
  parts?: Record<string, readonly [file: string, integrity: string]>;
  /** Also place the widgets of `script[src]` tags of the copy at this address. */
  adopt?: (base: string) => void;
}

const KEY = Symbol.for('mantelzorg-widgets');

type Page = Record<symbol, PageRegistry | undefined>;

/** The registry that a loader has claimed, if there is one. */
export function claimedRegistry(): PageRegistry | undefined {
  const registry = (globalThis as unknown as Page)[KEY];
  return registry?.base ? registry : undefined;
}

/** Makes the page's registry ours, in place: widgets may hold on to it already. */
export function claimRegistry(claim: Omit<PageRegistry, 'early'>): PageRegistry {
  const page = globalThis as unknown as Page;
  return (page[KEY] = Object.assign(page[KEY] ?? {early: new Map()}, claim));
}
