/**
 * What a name can hold. Every domain is finite (a count saturates at `COUNT_MAX`), which is what makes a pack provable.
 * Places and texts stay in memory only: of a place a condition may ask whether it is known, of a text nothing.
 */
export type Domain =
  | {t: 'choice'; values: string[]}
  | {t: 'set'; values: string[]}
  | {t: 'count'}
  | {t: 'number'; min: number; max: number}
  | {t: 'place'}
  | {t: 'text'};

/** Every name of a pack, over all its flows. A `Map`, so that `constructor` is a name like any other. */
export type Domains = ReadonlyMap<string, Domain>;
