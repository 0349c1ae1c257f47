/**
 * The search in plain words: lists, filters and a sort, without masks or typed arrays, to hold the real one against.
 * It shares with it only what the rules are: the words and stems of Dutch, and what an area serves.
 */
import {FACETS, FACET_NAMES, type Facet, type Offer} from '../../src/flows/model/offer.js';
import {servesSpot} from '../../src/offers/area.js';
import {kilometres} from '../../src/offers/distance.js';
import type {FilterName, OfferQuery, Serves} from '../../src/offers/query.js';
import {askedWords, partOf, stemsOf, wordsOf} from '../../src/offers/text/words.js';

const BANDS = [2, 5, 10, 15, 25, 40, 60, 100];

/** The values of a facet that an offer says, and those that it fits. */
const said = (offer: Offer, facet: Facet): string[] => [...(offer.facets[facet] ?? [])];

function fits(offer: Offer, facet: Facet): string[] {
  const values = said(offer, facet);
  if (facet === 'doelgroepen' && values.includes('iedereen')) return [...FACETS.doelgroepen];
  if (facet === 'bemensing' && (values.includes('beide') || values.length === 2)) return [...FACETS.bemensing];
  if (facet === 'plek-vrij' && !values.length) return [(offer.wait ?? 0) > 0 ? 'nee' : 'onbekend'];
  if (facet === 'leeftijd') {
    const [from, to] = offer.ages ?? [0, Infinity];
    return [from <= 17 ? '0-17' : '', from <= 64 && to >= 18 ? '18-64' : '', to >= 65 ? '65+' : ''].filter(Boolean);
  }
  return values;
}

/** Optimal string alignment by the whole table. */
export function slowDistance(a: string, b: string): number {
  const table = Array.from({length: a.length + 1}, (_, i) => Array.from({length: b.length + 1}, (_, j) => (i ? (j ? 0 : i) : j)));
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      table[i]![j] = Math.min(table[i - 1]![j]! + 1, table[i]![j - 1]! + 1, table[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) table[i]![j] = Math.min(table[i]![j]!, table[i - 2]![j - 2]! + 1);
    }
  }
  return table[a.length]![b.length]!;
}

function quality(asked: string, word: string): number {
  const forms = [asked, ...stemsOf(asked)];
  const own = [word, ...stemsOf(word)];
  if (word === asked || forms.some((form) => form.length >= 3 && own.some((one) => one.startsWith(form)))) return 3;
  if (forms.some((form) => form.length >= 4 && own.some((one) => one.includes(form)))) return 2;
  const part = partOf(asked);
  return part && word.startsWith(part) ? 1 : 0;
}

function slipped(asked: string, word: string): boolean {
  const slack = asked.length < 4 ? 0 : asked.length < 8 ? 1 : 2;
  if (!slack) return false;
  if (slowDistance(asked, word) <= slack) return true;
  if (asked.length < 6) return false;
  return [-1, 0, 1].some((more) => asked.length + more < word.length && slowDistance(asked, word.slice(0, asked.length + more)) <= slack);
}

/** Per offer its words, each with what it is worth there. */
function wordsIn(offer: Offer, kindTexts: ReadonlyMap<string, string>): {word: string; worth: number}[] {
  const texts: [string | undefined, number][] = [[offer.name, 3], [offer.place, 2], [offer.description, 1], ...offer.support.map((kind): [string | undefined, number] => [kindTexts.get(kind), 2])];
  return texts.flatMap(([text, worth]) => wordsOf(text ?? '').map((word) => ({word, worth})));
}

export interface ReferenceResult {
  total: number;
  ids: string[];
  counts: Record<string, Record<string, number>>;
  unsaid: number;
  relaxed: {drop: string; values?: readonly string[]; total: number}[];
  outside: {id: string; km: number}[];
}

interface View {
  offer: Offer;
  km: number | undefined;
  serves: Serves | undefined;
  comes: boolean;
  /** What it fits here, per facet. */
  fits: Map<Facet, string[]>;
  text: number;
}

export class Reference {
  readonly #words: {word: string; worth: number}[][];
  readonly #vocabulary: Set<string>;
  readonly #answers = new Map<string, Map<string, number>>();

  constructor(
    private readonly offers: readonly Offer[],
    kindTexts: ReadonlyMap<string, string> = new Map(),
  ) {
    this.#words = offers.map((offer) => wordsIn(offer, kindTexts));
    this.#vocabulary = new Set(this.#words.flatMap((words) => words.map(({word}) => word)));
  }

  /** Which words of all offers answer an asked one, and how well; slips only where none does. */
  #answering(asked: string): Map<string, number> {
    let found = this.#answers.get(asked);
    if (!found) {
      const all = [...this.#vocabulary];
      found = new Map(all.map((word) => [word, quality(asked, word)] as const).filter(([, good]) => good));
      if (!found.size) found = new Map(all.filter((word) => slipped(asked, word)).map((word) => [word, 1]));
      this.#answers.set(asked, found);
    }
    return found;
  }

  textScore(index: number, text: string): number {
    const asked = askedWords(text);
    const scores = asked.map((word) => {
      const answering = this.#answering(word);
      return Math.max(0, ...this.#words[index]!.map((one) => Math.min(one.worth, answering.get(one.word) ?? 0)));
    });
    return asked.length ? Math.min(...scores) : -1;
  }

  find(query: OfferQuery): ReferenceResult {
    const {at, km, silent = false} = query;
    const reach = at ? km : undefined;
    const views = this.offers
      .map((offer, index): View => {
        const verdicts = at ? offer.area.map((area) => servesSpot(area, at)) : [];
        const serves = verdicts.includes('yes') ? 'yes' : verdicts.includes('unknown') ? 'unknown' : verdicts.includes('no') ? 'no' : undefined;
        const found = new Map(FACET_NAMES.map((facet) => [facet, fits(offer, facet)]));
        if (serves === 'no') found.set('thuis', found.get('thuis')!.filter((value) => value !== 'thuis'));
        return {
          offer,
          km: at && offer.lat !== undefined ? kilometres(at.lat, at.lon, offer.lat, offer.lon!) : undefined,
          serves,
          comes: serves === 'yes' && said(offer, 'thuis').includes('thuis'),
          fits: found,
          text: query.text ? this.textScore(index, query.text) : -1,
        };
      })
      .filter(({offer, serves, fits: found}) => !(serves === 'no' && said(offer, 'thuis').includes('thuis') && !found.get('thuis')!.length));
    const filters = Object.entries(query.filters ?? {}).flatMap(([name, values]): [FilterName, string[]][] => {
      const known = (values ?? []).filter((value) => name === 'steun' || (FACETS[name as Facet] as readonly string[]).includes(value));
      return known.length ? [[name as FilterName, known]] : [];
    });
    const near = (view: View) => reach === undefined || view.comes || (view.km === undefined ? view.serves === 'yes' : view.km <= reach);
    const speaks = (view: View, name: FilterName) => name === 'steun' || view.fits.get(name)!.length > 0;
    const meets = (view: View, name: FilterName, values: readonly string[]) => {
      if (silent && !speaks(view, name)) return true;
      const own = name === 'steun' ? view.offer.support : view.fits.get(name)!;
      return name === 'kenmerken' ? values.every((value) => own.includes(value)) : values.some((value) => own.includes(value));
    };
    /** Whoever names no kind of support gets those of the list only. */
    const unasked = (view: View, chosen: readonly [FilterName, readonly string[]][], kinds: boolean) =>
      !kinds || !query.kinds || chosen.some(([name]) => name === 'steun') || view.offer.support.some((kind) => query.kinds!.includes(kind));
    const passes = (view: View, chosen: readonly [FilterName, readonly string[]][], {distance = true, text = true, kinds = true} = {}) =>
      (!distance || near(view)) && (!text || view.text !== 0) && chosen.every(([name, values]) => meets(view, name, values)) && unasked(view, chosen, kinds);
    const results = views.filter((view) => passes(view, filters));
    const others = (name: FilterName) => filters.filter(([one]) => one !== name);
    const count = (name: FilterName, value: string) => {
      const chosen: [FilterName, string[]] = [name, name === 'kenmerken' ? [...(filters.find(([one]) => one === name)?.[1] ?? []), value] : [value]];
      return views.filter((view) => passes(view, [...others(name), chosen])).length;
    };
    const counts: ReferenceResult['counts'] = {};
    for (const facet of FACET_NAMES) counts[facet] = Object.fromEntries(FACETS[facet].map((value) => [value, count(facet, value)]));
    const kinds = new Set([...this.offers.flatMap(({support}) => support), ...(query.filters?.steun ?? [])]);
    counts['steun'] = Object.fromEntries([...kinds].map((kind) => [kind, count('steun', kind)]));
    const relaxed = filters.flatMap(([name, values]): {drop: string; values: readonly string[]; total: number}[] => {
      if (name !== 'kenmerken' || values.length === 1) return [{drop: name, values, total: views.filter((view) => passes(view, others(name))).length}];
      return values.map((value) => ({drop: name, values: [value], total: views.filter((view) => passes(view, [...others(name), [name, values.filter((one) => one !== value)]])).length}));
    });
    const loose: ReferenceResult['relaxed'] = [...relaxed];
    const named = filters.some(([name]) => name === 'steun');
    if (!named && query.kinds) loose.push({drop: 'steun', values: [], total: views.filter((view) => passes(view, filters, {kinds: false})).length});
    if (reach !== undefined) loose.push({drop: 'afstand', total: views.filter((view) => passes(view, filters, {distance: false})).length});
    if (views.some(({text}) => text >= 0)) loose.push({drop: 'tekst', total: views.filter((view) => passes(view, filters, {text: false})).length});
    const beyond = reach === undefined ? [] : views.filter((view) => !near(view) && view.km !== undefined && passes(view, filters, {distance: false}));
    beyond.sort((a, b) => a.km! - b.km! || (a.offer.id < b.offer.id ? -1 : 1));
    const unsaid = views.filter((view) => {
      const failing = filters.filter(([name, values]) => !meets(view, name, values));
      return failing.length > 0 && failing.every(([name]) => !speaks(view, name)) && near(view) && view.text !== 0 && unasked(view, filters, true);
    }).length;
    const keys = new Map(results.map((view) => [view, this.#key(view, filters, at !== undefined)]));
    results.sort((a, b) => {
      const [left, right] = [keys.get(a)!, keys.get(b)!];
      for (const [index, one] of left.entries()) if (one !== right[index]) return one - right[index]!;
      return a.offer.id < b.offer.id ? -1 : 1;
    });
    return {
      total: results.length,
      ids: results.map(({offer}) => offer.id),
      counts,
      unsaid,
      relaxed: loose.filter((one) => one.total > results.length),
      outside: beyond.slice(0, query.outside ?? 3).map((view) => ({id: view.offer.id, km: view.km!})),
    };
  }

  /** What the order is by, smaller first: silence, step of distance, fit, quarter, ten metres. */
  #key(view: View, filters: readonly [FilterName, readonly string[]][], placed: boolean): number[] {
    const here = view.comes || (view.km === undefined && view.serves === 'yes');
    const step = view.km === undefined ? (placed ? BANDS.length + 1 : 0) : BANDS.filter((end) => view.km! > end).length;
    const chosen = filters.filter(([name]) => name !== 'kenmerken' && (name === 'steun' || view.fits.get(name)!.length));
    let fit = {ja: 2, onbekend: 1, nee: 0}[view.fits.get('plek-vrij')![0] as 'ja' | 'nee' | 'onbekend'];
    for (const [name, values] of chosen) {
      const own = name === 'steun' ? view.offer.support : said(view.offer, name);
      fit += Math.min(3, values.filter((value) => own.includes(value)).length);
    }
    if (view.text > 0) fit += 2 * view.text;
    if (placed) fit += view.serves === 'yes' ? 2 : view.serves === 'no' ? 0 : 1;
    const quarter = Math.floor((Date.parse(view.offer.checked) - Date.parse('2000-01-01')) / 86_400_000 / 91);
    return [
      filters.filter(([name]) => name !== 'steun' && !view.fits.get(name)!.length).length,
      here ? Math.min(step, 2) : step,
      -fit,
      -quarter,
      view.km === undefined ? (placed ? 39_999 : 0) : Math.min(39_999, Math.floor(view.km * 100)),
    ];
  }
}
