/** The flows of the built-in pack that no tag opens with by itself; see `../base/builtin.ts`. The build fills this in. */
export const BUILTIN_FLOWS: Record<string, readonly [file: string, integrity: string]> = {};
