/**
 * One object per page, shared by every copy of the library and by the widgets. The first copy makes it;
 * `adopt` lets a later copy hand over the script tags that carry its own address.
 */
export interface PageRegistry {
  version: string;
  /** Address of `dist/`, with a slash at the end. */
  base: string;
  /** Parts under way before the widget asked for them, by absolute address. A widget takes its promise out. */
  early: Map<string, Promise<Response>>;
  /** Also place the widgets of `script[src]` tags of the copy at this address. */
  adopt?: (base: string) => void;
}

const KEY = Symbol.for('mantelzorg-widgets');

type Page = Record<symbol, PageRegistry | undefined>;

export function pageRegistry(): PageRegistry | undefined {
  return (globalThis as unknown as Page)[KEY];
}

export function createPageRegistry(registry: PageRegistry): PageRegistry {
  (globalThis as unknown as Page)[KEY] = registry;
  return registry;
}
