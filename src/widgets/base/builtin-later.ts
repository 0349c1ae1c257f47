/** The parts of the built-in pack that no first question of a tag by itself needs; see `builtin.ts`. The build fills this in. */
export const BUILTIN_LATER: Record<string, readonly [file: string, integrity: string]> = {};
