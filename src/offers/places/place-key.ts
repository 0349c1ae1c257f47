import {plain} from '../plain-text.js';

/** Words of a place's name without accents, apostrophes, hyphens and dots, abbreviations written out. */
export function placeWords(text: string): string[] {
  const lower = text.toLowerCase();
  // Most names are one plain word.
  if (lower.length > 3 && /^[a-z]+$/.test(lower)) return [lower];
  return plain(text)
    .replace(/\ba\s*[/.]\s*d\b\.?/g, ' ad ')
    .replace(/'/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b(?:st|snt)\b/g, 'sint')
    .replace(/\baan (?:den|de|het|t)\b/g, 'ad')
    .replace(/\bgem\b/g, 'gemeente')
    .trim()
    .split(' ')
    .filter(Boolean);
}

/** The words run together, `y` for `ij`: what counts as the same name (`'s-Hertogenbosch`, `s hertogenbosch`). */
export function placeKey(text: string): string {
  return placeWords(text).join('').replace(/ij/g, 'y');
}

const PROVINCE_HINTS: readonly [province: string, ...hints: string[]][] = [
  ['Drenthe', 'dr', 'dre'],
  ['Flevoland', 'fl', 'fle'],
  ['Friesland', 'fr', 'frl', 'fri', 'fryslan'],
  ['Gelderland', 'gld', 'gelre', 'g'],
  ['Groningen', 'gr', 'gron'],
  ['Limburg', 'l', 'li', 'lb', 'limb'],
  ['Noord-Brabant', 'nb', 'nbr', 'brabant', 'br'],
  ['Noord-Holland', 'nh', 'nholland'],
  ['Overijssel', 'o', 'ov', 'ovl'],
  ['Utrecht', 'u', 'ut', 'utr'],
  ['Zeeland', 'z', 'zld', 'zl'],
  ['Zuid-Holland', 'zh', 'zholland'],
];

const PROVINCES = new Map(PROVINCE_HINTS.flatMap(([province, ...hints]) => [placeKey(province), ...hints].map((hint) => [hint, province] as const)));

/** The province that a short form stands for: `gld`, `Brabant`. */
export function provinceOf(hint: string): string | undefined {
  return PROVINCES.get(placeKey(hint));
}
