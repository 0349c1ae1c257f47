import {restTokens} from './rest-tokens.js';
import {FAMILIES, firstTokens, nameIn} from './tokens.js';

/** A row of the mapping for theme makers. */
export interface TokenRow {
  property: string;
  /** Names that it falls back to, in order. */
  falls: string[];
  light: string;
  dark: string;
  /** Properties that must be set together with this one. */
  group: string[];
}

/** The whole mapping, for stories and documentation; no widget needs it. */
export function tokenTable(): TokenRow[] {
  return [...firstTokens, ...restTokens].flatMap((group) =>
    group.map((token) => ({
      property: nameIn(token, 0),
      falls: FAMILIES.slice(1).flatMap((_, index) => nameIn(token, index + 1) || []),
      light: token[5],
      dark: token[6] ?? token[5],
      group: group.length > 1 ? group.map((other) => nameIn(other, 0)) : [],
    })),
  );
}
