/**
 * The parts of the built-in pack that this build shipped: `<kind>.<id>.<lang>` to file name and integrity.
 * Their hashes are known, so they need no validation at run time. The build fills in the flows here, and in
 * `builtin-later.ts` what `later.ts` adds to them, from `dist/packs/basis/pakket.json`; from source there is no
 * built-in pack.
 */
export const BUILTIN: {pack: string; parts: Record<string, readonly [file: string, integrity: string]>} = {pack: 'basis', parts: {}};

/** Where packs lie, seen from this module's address once built. */
export const PACKS_PATH = './packs/';
