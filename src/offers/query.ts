import type {Facet} from '../flows/model/offer.js';

/** What visitors filter by: the columns of an offer, and the kind of support. */
export type FilterName = Facet | 'steun';

/** Chosen values per filter; a filter without values asks nothing. Values that no column knows are left out of account. */
export type Filters = Partial<Record<FilterName, readonly string[]>>;

/**
 * Where somebody is. Only the coordinates are certain; the rest says which offers serve this place (`werkgebied`).
 * It stays in memory, like every answer.
 */
export interface Spot {
  /** Degrees, WGS 84. */
  lat: number;
  lon: number;
  /** Name of the place. Taken for its gemeente where an offer names a gemeente so, unless the name is shared. */
  name?: string;
  /** More places in the country are called so: the name alone says nothing of the gemeente. */
  shared?: boolean;
  /** Gemeente, where an organisation's own table tells it. */
  area?: string;
  /** The gemeente's code, `GM0772`. */
  code?: string;
  /** Four digits of a postcode, where the visitor typed it. */
  pc4?: number;
}

export interface OfferQuery {
  /** None: everywhere in the Netherlands, without distances. */
  at?: Spot;
  /** Kilometres around `at`, as the crow flies, included. None: any distance. */
  km?: number;
  filters?: Filters;
  /** Kinds of support that are listed as long as `filters` names none. None: every kind. */
  kinds?: readonly string[];
  /** Free text; every word of it must be found. */
  text?: string;
  /** Also offers that say nothing about a filter that was chosen; they come after those that do. */
  silent?: boolean;
  /** How many offers just outside the distance to name; 3. */
  outside?: number;
}

/** Whether an offer's `werkgebied` holds the visitor's place; `unknown` where nothing tells. */
export type Serves = 'yes' | 'no' | 'unknown';

export interface Hit {
  /** Row of the table: `table.offer(row)` gives the offer. */
  row: number;
  /** Kilometres from the visitor's place; none without a place or without coordinates. */
  km?: number;
  /** None for an offer without `werkgebied`, or without a place. */
  serves?: Serves;
  /** Comes to where the visitor is, however far its own place lies. */
  comes: boolean;
  /** Filters that were chosen and about which this offer says nothing. */
  silent: readonly FilterName[];
}

/** What a visitor could let go of. */
export type Letting =
  /** One filter; `values` are the chosen ones that go, none for the kinds that are listed unasked. */
  | {drop: FilterName; values: readonly string[]}
  | {drop: 'afstand' | 'tekst'};

/** Letting go of one thing, and how many results there are then; more than there are now. */
export type Relaxed = Letting & {total: number};

/** Per filter, per value: how many results there are once that value is chosen too. Order of `FACETS`, kinds as they occur. */
export type Counts = ReadonlyMap<FilterName, ReadonlyMap<string, number>>;

export interface Found {
  total: number;
  /** Rows, best first. */
  rows: Uint32Array;
  /** The offer at a place in `rows`. */
  hit(index: number): Hit;
  counts: Counts;
  /** Offers left out only because they say nothing about a filter that was chosen (0 with `silent`). */
  unsaid: number;
  /** Every one thing to let go of that gives more, most first. */
  relaxed: readonly Relaxed[];
  /** Nearest offers beyond the distance that fit everything else, nearest first. */
  outside: readonly Hit[];
}
