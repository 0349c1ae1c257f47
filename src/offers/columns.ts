import {FACET_NAMES, type OfferText} from '../flows/model/offer.js';

/** The columns with free text, and where each goes (content-format.md 3). */
export const TEXT_COLUMNS = {
  id: 'id',
  naam: 'name',
  omschrijving: 'description',
  plaats: 'place',
  postcode: 'postcode',
  telefoon: 'phone',
  email: 'email',
  website: 'website',
  'eerste-stap': 'firstStep',
  bron: 'source',
  keurmerk: 'mark',
} as const satisfies Record<string, OfferText>;

/** Every column that an offer can have: public names, also those of `aanbod/*.md` and of an import. */
export const OFFER_COLUMNS = ['id', 'naam', 'steun', 'omschrijving', 'plaats', 'postcode', 'lat', 'lon', 'telefoon', 'email', 'website', 'eerste-stap', 'bron', 'werkgebied', ...FACET_NAMES, 'keurmerk', 'gecontroleerd'] as const;

export type OfferColumn = (typeof OFFER_COLUMNS)[number];

/** Without these there is no offer. */
export const REQUIRED_COLUMNS = ['id', 'naam', 'steun', 'gecontroleerd'] as const satisfies readonly OfferColumn[];

/** A name or value as it was meant: «Eerste stap», `eerste_stap` and `EERSTE-STAP` are `eerste-stap`. */
export function plainName(typed: string): string {
  return typed.trim().toLowerCase().replace(/[\s_\u00a0]+/g, '-').replace(/[‐‑–]/g, '-');
}

/** The column that a heading names, or nothing. */
export function columnOf(heading: string): OfferColumn | undefined {
  const name = plainName(heading);
  return (OFFER_COLUMNS as readonly string[]).includes(name) ? (name as OfferColumn) : undefined;
}
