import type {Kept} from '../../flows/runtime/link.js';

/**
 * What every copy of the library on one page shares. The loader makes it; a self-contained file, a story or a
 * test finds none and makes its own.
 */
export interface Page {
  version: string;
  /** Address of the folder that holds the built files, with a slash at the end; empty when nobody knows. */
  base: string;
  /** Requests that the loader started before the widget's own code had arrived, by absolute address. */
  early: Map<string, Promise<Response>>;
  /** Parts of the built-in pack that the loader knows; see `builtin.ts`. */
  parts?: Record<string, readonly [file: string, integrity: string]>;
  /** A link that was opened with this page, until a widget shows it. */
  link?: Kept | undefined;
}

const KEY = Symbol.for('mantelzorg-widgets');

/** The one page registry; made here when no loader did. */
export function page(): Page {
  const shared = globalThis as {[KEY]?: Page};
  return (shared[KEY] ??= {version: '', base: '', early: new Map()});
}
