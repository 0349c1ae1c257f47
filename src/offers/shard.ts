import {FACETS, FACET_NAMES, OFFER_TEXTS, type Facet, type Offer, type OfferShard, type OfferText} from '../flows/model/offer.js';

/** Degrees in a shard are whole numbers: about ten metres each. */
export const PER_DEGREE = 10_000;
const FIRST_DAY = Date.UTC(2000, 0, 1);
const DAY = 86_400_000;

/** Offers as columns, in the order given. A column in which nothing stands is left out. */
export function toShard(offers: readonly Offer[], lang: string): OfferShard {
  const kinds = new Names();
  const areas = new Names();
  const support = offers.map((offer) => kinds.places(offer.support));
  const area = offers.map((offer) => areas.places(offer.area));
  const texts: OfferShard['texts'] = {};
  for (const key of OFFER_TEXTS) if (offers.some((offer) => offer[key] !== undefined)) texts[key] = offers.map((offer) => offer[key] ?? '');
  const facets: OfferShard['facets'] = {};
  for (const facet of FACET_NAMES) {
    const masks = offers.map(({facets}) => maskOf(facet, facets[facet] ?? []));
    if (masks.some(Boolean)) facets[facet] = masks;
  }
  const known = <T>(column: (T | null)[]) => (column.some((entry) => entry !== null) ? column : undefined);
  const lat = known(offers.map(({lat}) => (lat === undefined ? null : Math.round(lat * PER_DEGREE))));
  const lon = known(offers.map(({lon}) => (lon === undefined ? null : Math.round(lon * PER_DEGREE))));
  const ages = known(offers.map(({ages}) => ages ?? null));
  const wait = known(offers.map(({wait}) => wait ?? null));
  return {
    lang,
    rows: offers.length,
    texts,
    kinds: kinds.all,
    support,
    ...(lat && lon ? {lat, lon} : {}),
    areas: areas.all,
    area,
    facets,
    ...(ages ? {ages} : {}),
    ...(wait ? {wait} : {}),
    checked: offers.map(({checked}) => Math.round((Date.parse(`${checked}T00:00:00Z`) - FIRST_DAY) / DAY)),
  };
}

/** One row of a shard as an offer: what `toShard` was given, degrees rounded. */
export function offerAt(shard: OfferShard, row: number): Offer {
  const texts: Partial<Record<OfferText, string>> = {};
  for (const key of OFFER_TEXTS) {
    const text = shard.texts[key]?.[row];
    if (text) texts[key] = text;
  }
  const {id = '', name = '', ...more} = texts;
  const facets: Offer['facets'] = {};
  for (const facet of FACET_NAMES) {
    const values = valuesOf(facet, shard.facets[facet]?.[row] ?? 0);
    if (values.length) facets[facet] = values;
  }
  const [lat, lon, ages, wait] = [shard.lat?.[row] ?? null, shard.lon?.[row] ?? null, shard.ages?.[row], shard.wait?.[row] ?? null];
  return {
    id,
    name,
    support: shard.support[row]!.map((place) => shard.kinds[place]!),
    ...more,
    ...(lat === null || lon === null ? {} : {lat: lat / PER_DEGREE, lon: lon / PER_DEGREE}),
    area: shard.area[row]!.map((place) => shard.areas[place]!),
    facets,
    ...(ages ? {ages} : {}),
    ...(wait === null ? {} : {wait}),
    checked: dayAt(shard.checked[row]!),
  };
}

/** `2026-11-22` for a number of days since 2000. */
export function dayAt(days: number): string {
  return new Date(FIRST_DAY + days * DAY).toISOString().slice(0, 10);
}

/** The bits of some values of a facet. */
export function maskOf(facet: Facet, values: readonly string[]): number {
  return values.reduce((mask, value) => mask | (1 << (FACETS[facet] as readonly string[]).indexOf(value)), 0);
}

export function valuesOf(facet: Facet, mask: number): string[] {
  return FACETS[facet].filter((_, bit) => mask & (1 << bit));
}

/** Names in the order in which they first occur. */
class Names {
  readonly all: string[] = [];
  private readonly known = new Map<string, number>();

  places(names: readonly string[]): number[] {
    return names.map((name) => {
      const place = this.known.get(name) ?? this.all.push(name) - 1;
      this.known.set(name, place);
      return place;
    });
  }
}
