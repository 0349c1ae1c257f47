import {FACETS, type Facet, type Offer} from '../../src/flows/model/offer.js';
import type {Filters, FilterName, OfferQuery, Spot} from '../../src/offers/query.js';
import {readTable, type Entry} from '../../src/offers/places/read-table.js';

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Kind = {id: string; title: string; words: string; home: number; hours: readonly string[]};

/** Kinds of respite, as often as they stand here; made up shares, in the order of the base pack's. */
export const KINDS: readonly Kind[] = [
  {id: 'respijt-thuis', title: 'Iemand neemt het thuis over', words: 'oppas thuis overnemen even weg', home: 1, hours: ['uren', 'dagdeel', 'dag']},
  {id: 'respijt-thuis', title: '', words: '', home: 1, hours: ['uren', 'dagdeel']},
  {id: 'vrijwilliger', title: 'Een vrijwilliger of maatje', words: 'maatje buddy gezelschap', home: 0.8, hours: ['uren', 'dagdeel']},
  {id: 'vrijwilliger', title: '', words: '', home: 0.8, hours: ['uren']},
  {id: 'dagopvang', title: 'Dagopvang', words: 'dagbesteding overdag ergens heen', home: 0, hours: ['dagdeel', 'dag']},
  {id: 'dagopvang', title: '', words: '', home: 0, hours: ['dag']},
  {id: 'zorgboerderij', title: 'Zorgboerderij', words: 'boerderij dieren buiten', home: 0, hours: ['dagdeel', 'dag', 'weekend']},
  {id: 'logeeropvang', title: 'Logeeropvang', words: 'logeren logeerhuis nachtje weg', home: 0, hours: ['nacht', 'weekend', 'week']},
  {id: 'kortdurend-verblijf', title: 'Kortdurend verblijf', words: 'tijdelijk opname verpleeghuis', home: 0, hours: ['nacht', 'week', 'langer']},
  {id: 'nachtzorg', title: 'Nachtzorg', words: 'slapen waken nachtrust', home: 0.7, hours: ['nacht']},
  {id: 'zorgvakantie', title: 'Zorgvakantie', words: 'vakantie met zorg samen weg', home: 0, hours: ['week', 'langer']},
  {id: 'spoedopvang', title: 'Spoedopvang', words: 'acuut meteen crisisbed', home: 0.2, hours: ['nacht', 'week']},
];

/** Title and words of each kind, as a pack gives them to the search. */
export const KIND_TEXTS: ReadonlyMap<string, string> = new Map(KINDS.filter(({title}) => title).map(({id, title, words}) => [id, `${title} ${words}`]));

const NAMES = ['De Linde', 'Het Anker', 'De Vuurtoren', 'De Brug', 'Zonnehof', 'De Wilgen', 'Thuisbasis', 'De Zwaluw', 'Het Baken', 'De Haven', 'Kastanjehof', 'De Meander', 'Tussenthuis', 'De Ruimte', 'Ademruimte', 'Het Bankje', 'De Kruidentuin', 'Duinzicht', 'De Sluis', 'Vlinderhof'];
const KIND_NAMES: Readonly<Record<string, string>> = {
  'respijt-thuis': 'Oppas aan huis', vrijwilliger: 'Maatjes', dagopvang: 'Dagopvang', zorgboerderij: 'Zorgboerderij', logeeropvang: 'Logeerhuis',
  'kortdurend-verblijf': 'Verblijf', nachtzorg: 'Nachtwacht', zorgvakantie: 'Zorghotel', spoedopvang: 'Spoedbed',
};
const SENTENCES = [
  'Een kleine groep met een eigen ritme.', 'Jij kunt even weg, een vertrouwd gezicht blijft.', 'Samen koken, wandelen en een krantje lezen.', 'Er is een stille kamer voor wie rust zoekt.',
  'Een verpleegkundige is altijd in de buurt.', 'Wij halen je naaste op en brengen hem weer thuis.', 'Met dieren, een moestuin en veel buitenlucht.', 'Je mag eerst een dag komen kijken.', 'Ook in het weekend en op feestdagen.', 'Alleen een goed gesprek kan ook.',
];

/** Every column's values, and how often an offer names each; made up, wide enough for every bit to occur. */
const MIX: Readonly<Record<Exclude<Facet, 'duur' | 'thuis' | 'leeftijd' | 'plek-vrij' | 'bemensing' | 'spoed'>, readonly number[]>> = {
  doelgroepen: [0.45, 0.5, 0.3, 0.15, 0.15, 0.12, 0.1, 0.03, 0.05, 0.04, 0.12, 0.15],
  indicatie: [0.4, 0.4, 0.35, 0.12, 0.06],
  'betaald-via': [0.4, 0.35, 0.06, 0.12, 0.4, 0.1, 0.4, 0.15, 0.2],
  kenmerken: [0.5, 0.25, 0.3, 0.25, 0.4, 0.3, 0.06],
};

export interface OffersOptions {
  seed?: number;
  /** Columns may be silent, offers without a place, texts odd; for tests. */
  ragged?: boolean;
  /** Only within these degrees: south, west, north, east. */
  box?: readonly [number, number, number, number];
}

/** Places by inhabitants: a number from 0 to 1 gives a place. */
function crowd(box: OffersOptions['box']): (share: number) => Entry {
  const places = readTable().places.filter(({quarter, lat, lon}) => !quarter && (!box || (lat >= box[0] && lon >= box[1] && lat <= box[2] && lon <= box[3])));
  const ends: number[] = [];
  let sum = 0;
  for (const {people} of places) ends.push((sum += people || 500));
  return (share) => {
    let [low, high] = [0, places.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ends[middle]! > share * sum) high = middle;
      else low = middle + 1;
    }
    return places[low]!;
  };
}

/** Offers spread like the people of the Netherlands. All of it is made up, and each name says so. */
export function makeOffers(count: number, {seed = 1, ragged = false, box}: OffersOptions = {}): Offer[] {
  const next = random(seed);
  const placeOf = crowd(box);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const some = (facet: keyof typeof MIX): string[] => {
    const found = FACETS[facet].filter((_, index) => next() < MIX[facet][index]!);
    return found.length ? found : ragged ? [] : [FACETS[facet][0]];
  };
  return Array.from({length: count}, (_, index): Offer => {
    const place = placeOf(next());
    const kind = pick(KINDS);
    // Two numbers that lie round zero: some kilometres about the middle of a town.
    const [north, east] = [next() + next() - 1, next() + next() - 1];
    const spread = place.people > 100_000 ? 0.04 : 0.015;
    const home = next() < kind.home;
    const doelgroepen = some('doelgroepen');
    const room = next();
    const staff = next();
    const facets: Record<string, readonly string[]> = {
      doelgroepen: doelgroepen.includes('iedereen') ? ['iedereen'] : doelgroepen,
      duur: kind.hours.filter(() => next() < 0.7),
      thuis: home ? (next() < 0.1 ? ['thuis', 'elders'] : ['thuis']) : ['elders'],
      spoed: [kind.id === 'spoedopvang' || next() < 0.06 ? 'ja' : 'nee'],
      indicatie: some('indicatie'),
      'betaald-via': some('betaald-via'),
      bemensing: [kind.id === 'vrijwilliger' ? 'vrijwilliger' : staff < 0.6 ? 'beroepskracht' : staff < 0.8 ? 'beide' : 'vrijwilliger'],
      kenmerken: FACETS.kenmerken.filter((_, bit) => next() < MIX.kenmerken[bit]!),
      'plek-vrij': [room < 0.35 ? 'ja' : room < 0.7 ? 'nee' : 'onbekend'],
    };
    if (ragged) for (const facet of Object.keys(facets)) if (next() < 0.15) facets[facet] = [];
    const lost = ragged && next() < 0.08;
    const area = home || next() < 0.3 ? (next() < 0.02 ? ['nederland'] : ragged && next() < 0.1 ? [`${1000 + Math.floor(next() * 80) * 100}-${9999}`] : next() < 0.5 ? [place.area] : [place.code]) : [];
    const ages = next();
    return {
      id: `${kind.id}-${index.toString(36)}`,
      name: `${KIND_NAMES[kind.id]!} ${pick(NAMES)} ${place.name} (verzonnen)`,
      support: next() < 0.15 ? [...new Set([kind.id, pick(KINDS).id])] : [kind.id],
      ...(ragged && next() < 0.2 ? {} : {description: `${pick(SENTENCES)} ${pick(SENTENCES)}`}),
      place: place.name,
      postcode: `${1000 + Math.floor(((place.lat - 50.7) / 2.8) * 8999)} ZZ`,
      ...(lost ? {} : {lat: Math.round((place.lat + north * spread) * 1e4) / 1e4, lon: Math.round((place.lon + east * spread * 1.6) * 1e4) / 1e4}),
      phone: `0123 ${String(456_000 + (index % 1000)).replace(/(\d{3})(\d{3})/, '$1 $2')}`,
      website: `https://aanbod-${index.toString(36)}.example`,
      firstStep: 'Bel en vraag wat er kan.',
      source: 'Verzonnen voor een proef',
      area,
      facets: Object.fromEntries(Object.entries(facets).filter(([, values]) => values.length)),
      ...(ages < 0.4 ? {} : {ages: ages < 0.7 ? ([65, 120] as const) : ages < 0.85 ? ([0, 17] as const) : ([16, 70] as const)}),
      ...(room >= 0.35 && room < 0.5 ? {wait: 1 + Math.floor(next() * 20)} : {}),
      checked: new Date(Date.UTC(2026, 10, 20) - Math.floor(next() * 600) * 86_400_000).toISOString().slice(0, 10),
    };
  });
}

/** Questions as visitors ask them: a place mostly, one to four filters, now and then words. */
export function makeQueries(count: number, {seed = 7, text = false, wild = false, box}: {seed?: number; text?: boolean; wild?: boolean; box?: OffersOptions['box']} = {}): OfferQuery[] {
  const next = random(seed);
  const placeOf = crowd(box);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const names = [...Object.keys(FACETS), 'steun'] as FilterName[];
  const words = ['logeren', 'dagopvng', 'logeerhuis', 'dieren', 'verpleegkundige', 'weekend', 'boerderij', 'oppas thuis', 'zorghotel', 'wandelen', 'rust', 'Het Anker', 'vakantie', 'zwalw'];
  return Array.from({length: count}, (): OfferQuery => {
    const filters: Filters = {};
    for (let turn = 0, turns = wild ? Math.floor(next() * 5) : 1 + Math.floor(next() * 3); turn < turns; turn++) {
      const name = pick(names);
      const values = name === 'steun' ? KINDS.map(({id}) => id) : [...FACETS[name]];
      const chosen = values.filter(() => next() < 1.5 / values.length);
      if (wild && next() < 0.03) chosen.push('bestaat-niet');
      filters[name] = chosen.length ? [...new Set(chosen)] : [pick(values)];
    }
    const place = placeOf(next());
    const at: Spot = {lat: place.lat, lon: place.lon, name: place.name, area: place.area, code: place.code};
    if (wild && next() < 0.4) delete at.area;
    if (wild && next() < 0.4) delete at.code;
    if (wild && next() < 0.3) at.shared = true;
    if (next() < 0.4) at.pc4 = 1000 + Math.floor(next() * 8999);
    const anywhere = next() < (wild ? 0.2 : 0.05);
    return {
      filters,
      ...(anywhere ? {} : {at}),
      ...(anywhere || next() < 0.15 ? {} : {km: pick([5, 10, 25, 50, 100])}),
      ...(text || (wild && next() < 0.3) ? {text: pick(words)} : {}),
      ...(wild && next() < 0.4 ? {kinds: KINDS.map(({id}) => id).filter(() => next() < 0.6)} : {}),
      ...(wild && next() < 0.25 ? {silent: true} : {}),
      ...(wild && next() < 0.3 ? {outside: Math.floor(next() * 6)} : {}),
    };
  });
}
