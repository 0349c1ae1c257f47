import type {ARRANGERS} from './support.js';

/**
 * The columns of an offer that visitors filter by, and their values in the order shown (content-format.md 3). A
 * column's name and its values are public: `data-filter` and links carry them. A value's place is its bit.
 */
export const FACETS = {
  doelgroepen: ['dementie', 'ouderen', 'lichamelijk', 'verstandelijk', 'autisme', 'nah', 'ggz', 'verslaving', 'kanker', 'terminaal', 'kind', 'iedereen'],
  leeftijd: ['0-17', '18-64', '65+'],
  duur: ['uren', 'dagdeel', 'dag', 'nacht', 'weekend', 'week', 'langer'],
  thuis: ['thuis', 'elders'],
  spoed: ['ja', 'nee'],
  indicatie: ['niet-nodig', 'wmo', 'wlz', 'jeugdwet', 'verwijzing-huisarts'],
  'betaald-via': ['wmo', 'wlz', 'zvw', 'jeugdwet', 'pgb', 'aanvullende-verzekering', 'eigen-bijdrage', 'zelf', 'gratis'],
  bemensing: ['beroepskracht', 'vrijwilliger', 'beide'],
  kenmerken: ['vaste-gezichten', 'prikkelarm', 'vervoer', 'verpleging', 'rolstoel', 'actief', 'andere-taal'],
  'plek-vrij': ['ja', 'nee', 'onbekend'],
} as const;

export type Facet = keyof typeof FACETS;

export const FACET_NAMES = Object.keys(FACETS) as Facet[];

/** From and to, both included, in years. */
export type Ages = readonly [from: number, to: number];

/** Who decides about an offer, as in support kinds. */
export type Arranger = (typeof ARRANGERS)[number];

/** One offer: who gives which support where. Free texts are plain text, checked for form. */
export interface Offer {
  id: string;
  name: string;
  /** Ids of kinds of support, from the pack. */
  support: readonly string[];
  /** What it is, in a few sentences; the body of a Markdown offer. */
  description?: string;
  place?: string;
  postcode?: string;
  /** Degrees, WGS 84; both or neither. */
  lat?: number;
  lon?: number;
  phone?: string;
  email?: string;
  /** https only. */
  website?: string;
  firstStep?: string;
  source?: string;
  /** Quality mark (`keurmerk`). */
  mark?: string;
  /** Where it serves: gemeente names or codes (`GM0772`), ranges of four digits of a postcode (`5600-5699`), or `nederland`. None: around its place. */
  area: readonly string[];
  /** What each column says; a column left out says nothing. `leeftijd` stands in `ages`, weeks of waiting count as `plek-vrij` `nee`. */
  facets: Partial<Record<Facet, readonly string[]>>;
  ages?: Ages;
  /** Weeks until there is room, where that is known. */
  wait?: number;
  /** When somebody last checked it, `2026-11-22`. */
  checked: string;
}

/** The texts of an offer that a shard keeps a column of. */
export const OFFER_TEXTS = ['id', 'name', 'description', 'place', 'postcode', 'phone', 'email', 'website', 'firstStep', 'source', 'mark'] as const;

export type OfferText = (typeof OFFER_TEXTS)[number];

/** Offers in columns, one entry a row in each; a column in which no row says anything is left out. */
export interface OfferShard {
  lang: string;
  /** How many rows. */
  rows: number;
  texts: Partial<Record<OfferText, string[]>>;
  /** Ids of the support kinds that occur, and per row their places in that list. */
  kinds: string[];
  support: number[][];
  /** Degrees times 10,000, rounded; `null` where unknown. */
  lat?: (number | null)[];
  lon?: (number | null)[];
  /** The areas that occur, and per row their places in that list. */
  areas: string[];
  area: number[][];
  /** Per facet a bit mask a row, by the order in `FACETS`; 0 says nothing. */
  facets: Partial<Record<Facet, number[]>>;
  /** From and to; `null` where every age fits. */
  ages?: (Ages | null)[];
  /** Weeks of waiting; `null` where unknown. */
  wait?: (number | null)[];
  /** Days since 2000-01-01. */
  checked: number[];
}

/** A shard in a file of its own. */
export interface ShardRef {
  file: string;
  integrity: string;
  rows: number;
  /** South, west, north, east in degrees: where its offers are and serve. None: it serves the whole country. */
  box?: readonly [number, number, number, number];
}

/** What the finder knows of a kind of support that the offers name. */
export interface OfferKind {
  id: string;
  /** What people call it (`zoekwoorden`), words with a space between. */
  words: string;
  /** Takes over the care for a while: listed unasked. The other kinds are there for who asks for them. */
  respite?: true;
}

/** The list of a pack's offers (part `offers.all`). A small pack holds its rows at once; a large one names shards. */
export interface OffersPart {
  lang: string;
  rows: number;
  /** Of the offers here, in the order of the pack. */
  kinds?: OfferKind[];
  shard?: OfferShard;
  shards?: ShardRef[];
}

/** What an organisation knows of places and the open table does not (part `places.all`). */
export interface PlacesPart {
  /** Name of a place or gemeente, its coordinates in degrees times 10,000, the gemeente's name and code where given. */
  places: {name: string[]; lat: number[]; lon: number[]; area?: string[]; code?: string[]};
  /** Four digits of a postcode, sorted. */
  postcodes?: {pc4: number[]; lat: number[]; lon: number[]; area?: string[]; code?: string[]};
}
