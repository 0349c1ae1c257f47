/** The parts of the built-in pack that no first question needs; see `builtin.ts`. The build fills this in. */
export const BUILTIN_LATER: Record<string, readonly [file: string, integrity: string]> = {};
