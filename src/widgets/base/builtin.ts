import {page} from './page.js';

/**
 * The parts of the built-in pack that this build shipped: `<kind>.<id>.<lang>` to file name and integrity. Their hashes
 * are known, so they need no validation at run time. Behind the loader those of the flows that tags open with come from
 * the loader, which fetches them ahead; a self-contained file holds all flows. Others are added where they are needed:
 * `builtin-later.ts`, `../gesprek/builtin-flows.ts`. From source there is no built-in pack.
 */
export const BUILTIN: {pack: string; parts: Record<string, readonly [file: string, integrity: string]>} = {pack: 'basis', parts: page().parts ?? {}};

/** Where packs lie, seen from this module's address once built. */
export const PACKS_PATH = './packs/';
