import type {PlacesPart} from '../../flows/model/offer.js';
import {kilometres} from '../distance.js';
import {editDistance} from '../edit-distance.js';
import {ALIASES, COUNTRY, WITHIN} from './aliases.js';
import type {Place, PlaceAnswer} from './answer.js';
import {placeKey, placeWords, provinceOf} from './place-key.js';
import {readTable, type Entry} from './read-table.js';

/** Where a postcode lies, roughly, as something else than a table of postcodes tells it. */
export type PostcodeHints = ReadonlyMap<number, {lat: number; lon: number}>;

/** Longer texts are no place. */
const LONGEST = 100;
const MOST = 5;
/** An own place this near to one of the same name in the table is that place. */
const SAME_KM = 15;
/** A place called "Alphen" is asked about when another "Alphen …" is this many times larger. */
const LARGER = 5;

interface Known extends Entry {
  key: string;
  /** A gemeente, not a place in it. */
  whole: boolean;
}

const bySize = (a: Known, b: Known) => Number(a.quarter) - Number(b.quarter) || b.people - a.people || (a.name < b.name ? -1 : 1) || (a.code < b.code ? -1 : 1);
/** How many letters may be wrong. */
const slack = (key: string) => (key.length < 4 ? 0 : key.length < 6 ? 1 : key.length < 10 ? 2 : 3);

/**
 * Finds what place somebody means. Knows the Dutch places and gemeenten of GeoNames, and what the organisation adds
 * (`plaatsen.csv`, `postcodes.csv`). A postcode that is only known from the offers there is better than none.
 */
export class Gazetteer {
  #byKey = new Map<string, Known[]>();
  #areas = new Map<string, Known[]>();
  #codes = new Map<string, Known>();
  #postcodes = new Map<number, Place>();
  #hasTable = false;
  #hints: PostcodeHints;

  constructor(own?: PlacesPart, hints: PostcodeHints = new Map()) {
    this.#hints = hints;
    const {places, areas} = readTable();
    for (const place of places) this.#add(place, false);
    for (const area of areas) {
      const known = {...area, key: placeKey(area.name), whole: true};
      this.#areas.set(known.key, [...(this.#areas.get(known.key) ?? []), known]);
      this.#codes.set(area.code, known);
      if (!this.#byKey.get(known.key)?.some(({code}) => code === area.code)) this.#add(area, true);
    }
    this.#addAliases();
    if (own) this.#addOwn(own);
  }

  #add(entry: Entry, whole: boolean, name = entry.name): void {
    const key = placeKey(name);
    const list = this.#byKey.get(key);
    const known = {...entry, key, whole};
    if (list) list.push(known);
    else this.#byKey.set(key, [known]);
  }

  #addAliases(): void {
    for (const [name, others] of Object.entries(ALIASES)) {
      for (const entry of [...(this.#byKey.get(placeKey(name)) ?? [])]) {
        if (!entry.quarter) for (const other of others) this.#add(entry, entry.whole, other);
      }
    }
    for (const [where, names] of Object.entries(WITHIN)) {
      const [name = '', province] = where.split('|');
      const area = this.#areas.get(placeKey(name))?.find((one) => !province || one.province === province);
      if (area) for (const inside of names) this.#add({...area, name: inside, people: 0}, false);
    }
  }

  #addOwn({places, postcodes}: PlacesPart): void {
    places.name.forEach((name, index) => {
      const [lat, lon] = [places.lat[index]! / 10_000, places.lon[index]! / 10_000];
      const code = places.code?.[index] ?? '';
      const table = this.#codes.get(code);
      const area = places.area?.[index] || table?.name || '';
      const key = placeKey(name);
      const others = (this.#byKey.get(key) ?? []).filter((one) => kilometres(one.lat, one.lon, lat, lon) > SAME_KM);
      const same = (this.#byKey.get(key) ?? []).find((one) => !others.includes(one));
      const place = {name, lat, lon, key, area, code, province: table?.province ?? same?.province ?? '', people: same?.people ?? 0, quarter: false, whole: false};
      this.#byKey.set(key, [place, ...others]);
    });
    this.#addOwnAreas(places);
    if (!postcodes) return;
    this.#hasTable = true;
    postcodes.pc4.forEach((pc4, index) => {
      const code = postcodes.code?.[index] || undefined;
      const area = postcodes.area?.[index] || this.#codes.get(code ?? '')?.name;
      const spot = {name: String(pc4), pc4, lat: postcodes.lat[index]! / 10_000, lon: postcodes.lon[index]! / 10_000};
      this.#postcodes.set(pc4, {...spot, ...(area ? {area} : {}), ...(code ? {code} : {})});
    });
  }

  /** Gemeenten that only the organisation's table has: in the middle of their places there. */
  #addOwnAreas({name, lat, lon, area, code}: PlacesPart['places']): void {
    const rows = new Map<string, number[]>();
    name.forEach((_, row) => rows.set(area?.[row] ?? '', [...(rows.get(area?.[row] ?? '') ?? []), row]));
    for (const [own, inside] of rows) {
      const key = placeKey(own);
      const id = code?.[inside[0]!] ?? '';
      if (!own || this.#areas.has(key) || this.#codes.has(id)) continue;
      const middle = (column: readonly number[]) => inside.reduce((sum, row) => sum + column[row]!, 0) / inside.length / 10_000;
      const entry = {name: own, lat: middle(lat), lon: middle(lon), area: own, code: id, province: '', people: 0, quarter: false};
      const known = {...entry, key, whole: true};
      this.#areas.set(key, [known]);
      if (id) this.#codes.set(id, known);
      if (!this.#byKey.has(key)) this.#add(entry, true);
    }
  }

  #place({name, area, code, province, lat, lon, people}: Known): Place {
    const shared = (this.#byKey.get(placeKey(name))?.length ?? 0) > 1;
    return {
      name,
      lat,
      lon,
      ...(area ? {area} : {}),
      ...(code ? {code} : {}),
      ...(province ? {province} : {}),
      ...(people ? {people} : {}),
      ...(shared ? {shared} : {}),
    };
  }

  /** What place the words mean. */
  find(text: string): PlaceAnswer {
    const words = placeWords(text.slice(0, LONGEST));
    if (!words.length) return {kind: 'empty'};
    if (COUNTRY.includes(words.join(' '))) return {kind: 'country'};
    const postcode = /(?:^|\s)([1-9]\d{3})\s*(?:[A-Za-z]{2}(?![\p{L}\p{N}]))?(?=$|\s|,)/u.exec(text.slice(0, LONGEST));
    if (postcode) return this.#findPostcode(Number(postcode[1]), text.slice(0, postcode.index) + text.slice(postcode.index + postcode[0].length));
    return this.#findName(text, words);
  }

  #findPostcode(pc4: number, rest: string): PlaceAnswer {
    const known = this.#postcodes.get(pc4);
    if (known) return {kind: 'place', place: known};
    const named = placeWords(rest).some((word) => /\p{L}/u.test(word)) ? this.find(rest) : undefined;
    // The place tells the gemeente, the four digits which ranges of postcodes hold it.
    if (named?.kind === 'place') return {kind: 'place', place: {...named.place, pc4}};
    const hint = this.#hints.get(pc4);
    if (hint) return {kind: 'place', place: {name: String(pc4), pc4, lat: hint.lat, lon: hint.lon}};
    return named && named.kind !== 'unknown' ? named : {kind: 'postcode', pc4, table: this.#hasTable};
  }

  #findName(text: string, words: readonly string[]): PlaceAnswer {
    if (words[0] === 'gemeente' && words.length > 1) {
      const [name, hint] = splitHint(text.replace(/^\s*gem(?:eente)?\.?\s+/i, ''));
      const areas = narrowed(this.#areas.get(placeKey(name)) ?? [], hint);
      return areas.length ? this.#answer(areas) : this.#findName(words.slice(1).join(' '), words.slice(1));
    }
    const exact = this.#exact(placeKey(text));
    // The name of a city's quarter may well be that of a village which the table lacks: better asked than guessed.
    if (exact[0]?.quarter) return {kind: 'near', places: exact.map((one) => this.#place(one))};
    if (exact.length) return this.#answer(this.#withLarger(exact));
    const [name, hint] = splitHint(text);
    const hinted = hint ? narrowed(this.#exact(placeKey(name)), hint) : [];
    if (hinted.length) return this.#answer(hinted);
    const province = provinceOf(text);
    const near = province ? this.#largest(province) : this.#near(words);
    return near.length ? {kind: 'near', places: near} : {kind: 'unknown'};
  }

  /** All of this name; a city's quarter only where no place is called so. */
  #exact(key: string): Known[] {
    const all = this.#byKey.get(key) ?? [];
    const whole = all.filter(({quarter}) => !quarter);
    return [...(whole.length ? whole : all)].sort(bySize);
  }

  /** Much larger places whose name only goes on longer stand beside a short one. */
  #withLarger(exact: Known[]): Known[] {
    const [largest] = exact;
    if (!largest) return exact;
    const start = placeWords(largest.name).join(' ');
    const longer = [...this.#byKey.values()].flat().filter((one) => !one.quarter && !one.whole && one.people > LARGER * Math.max(largest.people, 500) && one.key.startsWith(largest.key) && placeWords(one.name).join(' ').startsWith(`${start} `));
    return [...longer.sort(bySize), ...exact];
  }

  #answer(all: readonly Known[]): PlaceAnswer {
    const found = distinct(all);
    return found.length === 1 ? {kind: 'place', place: this.#place(found[0]!)} : {kind: 'choose', places: found.map((one) => this.#place(one))};
  }

  /** Names that go on from these letters, that a slip of the finger makes, or that stand at the end of an address. */
  #near(words: readonly string[]): Place[] {
    const key = placeKey(words.join(' '));
    const most = slack(key);
    const found: {known: Known; far: number}[] = [];
    for (let from = 1; from < words.length; from++) {
      for (const known of this.#exact(placeKey(words.slice(from).join(' ')))) found.push({known, far: 0});
    }
    for (const [other, list] of this.#byKey) {
      const far = key.length >= 3 && other.startsWith(key) ? 0.5 : most ? editDistance(key, other, most) : 1;
      if (far <= most || far === 0.5) for (const known of list) found.push({known, far});
    }
    found.sort((a, b) => a.far - b.far || bySize(a.known, b.known));
    return distinct(found.map(({known}) => known)).slice(0, MOST).map((one) => this.#place(one));
  }

  #largest(province: string): Place[] {
    const inside = [...this.#byKey.values()].flat().filter((one) => one.province === province && !one.quarter && !one.whole);
    return distinct(inside.sort(bySize)).slice(0, MOST).map((one) => this.#place(one));
  }

  /** Places whose name begins with these letters, larger ones first: to pick from while typing. */
  suggest(text: string, most = MOST): Place[] {
    const key = placeKey(text.slice(0, LONGEST));
    if (key.length < 2) return [];
    const found = [...this.#byKey].flatMap(([other, list]) => (other.startsWith(key) ? list : []));
    const sorted = found.sort((a, b) => Number(b.key === key) - Number(a.key === key) || bySize(a, b));
    return distinct(sorted).slice(0, most).map((one) => this.#place(one));
  }

  /** The gemeente of this name or code. */
  area(text: string): Place | undefined {
    const code = /^gm\d{4}$/i.test(text.trim()) ? text.trim().toUpperCase() : undefined;
    if (code) return this.#codes.has(code) ? this.#place(this.#codes.get(code)!) : undefined;
    const [name, hint] = splitHint(text.replace(/^\s*gem(?:eente)?\.?\s+/i, ''));
    const key = placeKey(name);
    const found = narrowed(this.#areas.get(key) ?? (this.#byKey.get(key) ?? []).filter((one) => placeKey(one.area) === placeKey(one.name)), hint);
    return found[0] && this.#place(found[0]);
  }

  /**
   * The spot where a device says it is, called after the nearest place. Its gemeente is told only well inside it:
   * where the nearest place of another gemeente is more than twice as far.
   */
  at(lat: number, lon: number): Place | undefined {
    let nearest: Known | undefined;
    let [least, other] = [Infinity, Infinity];
    const all = [...this.#byKey.values()].flat().filter(({whole, people}) => !whole && people > 0);
    for (const known of all) {
      const far = kilometres(lat, lon, known.lat, known.lon);
      if (far < least) [nearest, least] = [known, far];
    }
    if (!nearest || least > 50) return undefined;
    for (const known of all) if (known.code !== nearest.code) other = Math.min(other, kilometres(lat, lon, known.lat, known.lon));
    const {name, area, code, province} = this.#place(nearest);
    const sure = other > 2 * least;
    return {name, lat, lon, shared: true, ...(province ? {province} : {}), ...(sure && area ? {area} : {}), ...(sure && code ? {code} : {})};
  }
}

/** Each place once, though several of its names were hit. */
function distinct(found: readonly Known[]): Known[] {
  const seen = new Map<string, Known>();
  for (const known of found) if (!seen.has(`${known.code} ${known.name}`)) seen.set(`${known.code} ${known.name}`, known);
  return [...seen.values()];
}

/** "Hengelo (Gld)", "Nes, Ameland", "Bergen NH": the name, and what tells which. */
function splitHint(text: string): [name: string, hint: string | undefined] {
  const marked = /^([^(,]+)[(,]\s*([^)]*)\)?\s*$/u.exec(text);
  if (marked?.[2]) return [marked[1]!, marked[2]];
  const words = text.trim().split(/\s+/);
  const last = words.at(-1)!;
  return words.length > 1 && provinceOf(last) ? [words.slice(0, -1).join(' '), last] : [text, undefined];
}

/** Those in the province or gemeente that the hint names; all of them when it names neither. */
function narrowed(found: readonly Known[], hint: string | undefined): Known[] {
  if (!hint) return [...found];
  const [province, key] = [provinceOf(hint), placeKey(hint)];
  const inside = found.filter((one) => one.province === province || placeKey(one.area) === key);
  return (inside.length ? inside : [...found]).sort(bySize);
}
