import {FACETS} from '../flows/model/offer.js';
import {Around, SERVES, SERVES_YES} from './around.js';
import {ALL_OF, bitOf, SLOTS, slotOf, WORDS, type Slot} from './layout.js';
import {areaFit, bandOf, MOST_OF_FILTER, namedFit, roomFit, ROOM_WORD, Sorter} from './order.js';
import type {Counts, FilterName, Found, Hit, OfferQuery, Relaxed, Spot} from './query.js';
import {chordOf, kmOf, type OfferTable} from './table.js';
import {TextIndex, type KindTexts} from './text/text-index.js';

/** One chosen facet, ready for a row's word. */
interface Active extends Slot {
  /** The chosen values, shifted. */
  bits: number;
  /** All values, shifted. */
  full: number;
  every: boolean;
  values: string[];
}

const [NONE, REACH, TEXT, SUPPORT] = [-1, -2, -3, -4];
const OUTSIDE = 3;
const BYTES = 4 * WORDS;

/**
 * Searches one table. What a place or a text makes of all rows is kept for the next question, which mostly changes
 * a filter only. test/offers/search.test.ts holds it against test/offers/reference.ts, which says the same in plain words.
 */
export class OfferSearch {
  readonly #table: OfferTable;
  readonly #kindTexts: KindTexts;
  #index: {version: number; index: TextIndex} | undefined;
  #scores: {version: number; text: string; scores: Uint8Array | undefined} | undefined;
  #around: {key: string; around: Around} | undefined;

  constructor(table: OfferTable, kindTexts: KindTexts = new Map()) {
    this.#table = table;
    this.#kindTexts = kindTexts;
  }

  find(query: OfferQuery): Found {
    const at = query.at && Number.isFinite(query.at.lat) && Number.isFinite(query.at.lon) ? query.at : undefined;
    return new Pass(this.#table, query, at && this.#aroundOf(at), this.#scoresOf(query.text ?? '')).run();
  }

  #aroundOf(at: Spot): Around {
    const key = JSON.stringify([this.#table.version, at.lat, at.lon, at.name, at.shared, at.area, at.code, at.pc4]);
    if (this.#around?.key !== key) this.#around = {key, around: new Around(this.#table, at)};
    return this.#around.around;
  }

  #scoresOf(text: string): Uint8Array | undefined {
    if (!text.trim()) return undefined;
    const {version} = this.#table;
    if (this.#scores?.version === version && this.#scores.text === text) return this.#scores.scores;
    if (this.#index?.version !== version) this.#index = {version, index: new TextIndex(this.#table, this.#kindTexts)};
    this.#scores = {version, text, scores: this.#index.index.scores(text)};
    return this.#scores.scores;
  }
}

/** One pass over all rows. */
class Pass {
  readonly #active: readonly Active[];
  /** Per kind of support whether it is looked for (1), and whether it is listed unasked (2): what there is once no kind is chosen. */
  readonly #wanted: Uint8Array | undefined;
  /** Kinds were chosen. */
  readonly #chosen: boolean;
  readonly #fits: readonly Uint32Array[];
  readonly #chords: number;
  readonly #silent: boolean;
  readonly #nearest: number[] = [];

  constructor(
    private readonly table: OfferTable,
    private readonly query: OfferQuery,
    private readonly around: Around | undefined,
    private readonly scores: Uint8Array | undefined,
  ) {
    const {filters = {}, km} = query;
    this.#active = SLOTS.flatMap((slot): Active[] => {
      const values = (filters[slot.facet] ?? []).filter((value) => bitOf(slot.facet, value));
      const bits = values.reduce((mask, value) => mask | bitOf(slot.facet, value), 0) << slot.shift;
      return bits ? [{...slot, bits, full: slot.all << slot.shift, every: ALL_OF.includes(slot.facet), values}] : [];
    });
    const {kinds} = query;
    const chosen = filters.steun ?? [];
    this.#chosen = chosen.length > 0;
    if (this.#chosen || (kinds && !table.kinds.every((kind) => kinds.includes(kind)))) {
      this.#wanted = Uint8Array.from(table.kinds, (kind) => {
        const listed = !kinds || kinds.includes(kind);
        return Number(this.#chosen ? chosen.includes(kind) : listed) + 2 * Number(listed);
      });
    }
    const home = slotOf('thuis').word;
    this.#fits = around ? table.fits.map((word, index) => (index === home ? around.fits : word)) : table.fits;
    this.#chords = around && km !== undefined && km >= 0 ? chordOf(km) : Infinity;
    this.#silent = query.silent === true;
  }

  /** Whether an offer is near enough, or comes, or serves this place from nobody knows where. */
  #reaches(row: number): boolean {
    const around = this.around!;
    const chord = around.chord[row]!;
    return chord <= this.#chords || around.comes[row] === 1 || (Number.isNaN(chord) && around.serves[row] === SERVES_YES);
  }

  run(): Found {
    const {rows, support} = this.table;
    const [active, wanted, scores, silentToo] = [this.#active, this.#wanted, this.scores, this.#silent];
    const limited = this.#chords !== Infinity;
    const away = this.around?.comes;
    const columns = active.map(({word}) => this.#fits[word]!);
    const hits = new Uint32Array(rows);
    const bytes = new Uint32Array(256 * BYTES);
    const kinds = new Uint32Array(this.table.kinds.length);
    /** Rows that fail one thing only: per facet by what they fit, and in number. */
    const only = active.map(({size}) => new Uint32Array(2 ** size));
    const missing = active.map(({size}) => new Uint32Array(size));
    let [total, unsaid, far, unread, anyKind, listed] = [0, 0, 0, 0, 0, 0];
    nextRow: for (let row = 0; row < rows; row++) {
      if (away !== undefined && away[row] === 2) continue;
      let [hard, soft, failed] = [0, 0, NONE];
      if (limited && !this.#reaches(row)) [hard, failed] = [1, REACH];
      if (scores !== undefined && scores[row] === 0) {
        if (hard++) continue;
        failed = TEXT;
      }
      for (let index = 0; index < active.length; index++) {
        const one = active[index]!;
        const word = columns[index]![row]!;
        const met = word & one.bits;
        if (one.every ? met === one.bits : met !== 0) continue;
        if (!(word & one.full)) {
          if (silentToo) continue;
          soft++;
        } else hard++;
        if (hard > 0 && hard + soft > 1) continue nextRow;
        failed = index;
      }
      if (wanted !== undefined) {
        let met = 0;
        for (let at = support.starts[row]!; at < support.starts[row + 1]!; at++) met |= wanted[support.values[at]!]!;
        if (!(met & 1)) {
          if (hard++ + soft > 0) continue;
          failed = SUPPORT;
        }
        if (failed === NONE || failed === SUPPORT) {
          anyKind++;
          listed += met >> 1;
        }
      }
      if (failed === NONE) {
        hits[total++] = row;
        this.#countRow(row, bytes);
        for (let at = support.starts[row]!; at < support.starts[row + 1]!; at++) kinds[support.values[at]!]! += 1;
        continue;
      }
      if (!hard) {
        unsaid++;
        if (soft > 1) continue;
      }
      if (failed === REACH) {
        far++;
        this.#offerOutside(row);
      } else if (failed === TEXT) unread++;
      else if (failed === SUPPORT) {
        for (let at = support.starts[row]!; at < support.starts[row + 1]!; at++) kinds[support.values[at]!]! += 1;
      } else {
        const one = active[failed]!;
        const word = columns[failed]![row]!;
        only[failed]![(word >>> one.shift) & one.all]! += 1;
        if (one.every) {
          const lack = (one.bits & ~word) >>> one.shift;
          if (!(lack & (lack - 1))) missing[failed]![31 - Math.clz32(lack)]! += 1;
        }
      }
    }
    const lost = only.map((masks) => masks.reduce((sum, count) => sum + count, 0));
    return this.#found(hits.subarray(0, total), this.#counts(bytes, kinds, only), {unsaid, far, unread, otherwise: this.#chosen ? listed : anyKind, lost, missing});
  }

  /** Byte by byte: a tenth of the work of bit by bit. */
  #countRow(row: number, bytes: Uint32Array): void {
    for (let word = 0; word < WORDS; word++) {
      let mask = this.#fits[word]![row]!;
      if (this.#silent) mask = this.#filled(mask, word);
      const base = word << 10;
      bytes[base + (mask & 255)]! += 1;
      bytes[base + 256 + ((mask >>> 8) & 255)]! += 1;
      bytes[base + 512 + ((mask >>> 16) & 255)]! += 1;
      bytes[base + 768 + (mask >>> 24)]! += 1;
    }
  }

  /** With offers that say nothing counted in, they count for every value. */
  #filled(mask: number, word: number): number {
    let filled = mask;
    for (const slot of SLOTS) if (slot.word === word && !((mask >>> slot.shift) & slot.all)) filled |= slot.all << slot.shift;
    return filled;
  }

  #counts(bytes: Uint32Array, kinds: Uint32Array, only: readonly Uint32Array[]): Counts {
    const bits = new Uint32Array(32 * WORDS);
    for (let byte = 0; byte < BYTES; byte++) {
      for (let value = 1; value < 256; value++) {
        const count = bytes[256 * byte + value]!;
        if (count) for (let bit = 0; bit < 8; bit++) if (value & (1 << bit)) bits[8 * byte + bit]! += count;
      }
    }
    const counts = new Map<FilterName, ReadonlyMap<string, number>>();
    for (const slot of SLOTS) {
      const values = FACETS[slot.facet].map((value, bit): [string, number] => [value, bits[32 * slot.word + slot.shift + bit]!]);
      const index = this.#active.findIndex(({facet}) => facet === slot.facet);
      if (index >= 0 && !this.#active[index]!.every) {
        only[index]!.forEach((count, mask) => {
          if (count) values.forEach((entry, bit) => mask & (1 << bit) && (entry[1] += count));
        });
      }
      counts.set(slot.facet, new Map(values));
    }
    const support = new Map(this.table.kinds.map((kind, index) => [kind, kinds[index]!]));
    // A chosen kind that no offer has is there all the same, with nothing.
    for (const kind of this.query.filters?.steun ?? []) if (!support.has(kind)) support.set(kind, 0);
    return counts.set('steun', support);
  }

  #found(hits: Uint32Array, counts: Counts, rest: {unsaid: number; far: number; unread: number; otherwise: number; lost: number[]; missing: Uint32Array[]}): Found {
    const rows = this.#sorted(hits);
    const total = rows.length;
    const relaxed: Relaxed[] = [];
    this.#active.forEach(({facet, every, values, shift, bits, size}, index) => {
      if (!every || values.length === 1) relaxed.push({drop: facet, values, total: total + rest.lost[index]!});
      else for (let bit = 0; bit < size; bit++) if ((bits >>> shift) & (1 << bit)) relaxed.push({drop: facet, values: [FACETS[facet][bit]!], total: total + rest.missing[index]![bit]!});
    });
    if (this.#wanted) relaxed.push({drop: 'steun', values: this.query.filters?.steun ?? [], total: rest.otherwise});
    if (this.#chords !== Infinity) relaxed.push({drop: 'afstand', total: total + rest.far});
    if (this.scores) relaxed.push({drop: 'tekst', total: total + rest.unread});
    return {
      total,
      rows,
      hit: (index) => this.#hit(rows[index]!),
      counts,
      unsaid: rest.unsaid,
      relaxed: relaxed.filter((one) => one.total > total).sort((a, b) => b.total - a.total),
      outside: this.#nearest.map((row) => this.#hit(row)),
    };
  }

  #sorted(hits: Uint32Array): Uint32Array {
    const {table, around, scores} = this;
    const sorter = new Sorter(table.rows, hits.length);
    const columns = this.#active.map(({word}) => this.#fits[word]!);
    const room = table.fits[ROOM_WORD]!;
    for (const row of hits) {
      let [silent, fit] = [0, roomFit(room[row]!)];
      this.#active.forEach((one, index) => {
        if (!(columns[index]![row]! & one.full)) silent += 1;
        else if (!one.every) fit += namedFit(table.said[one.word]![row]!, one.bits);
      });
      if (this.#chosen) fit += this.#kindFit(row);
      if (scores) fit += 2 * scores[row]!;
      if (around) fit += areaFit(around.serves[row]!);
      const chord = around ? around.chord[row]! : 0;
      const here = around !== undefined && (around.comes[row] === 1 || (Number.isNaN(chord) && around.serves[row] === SERVES_YES));
      sorter.add(row, silent, around ? bandOf(chord, here) : 0, fit, table.checked[row]!, chord);
    }
    return sorter.rows((row) => table.id(row));
  }

  #kindFit(row: number): number {
    const {starts, values} = this.table.support;
    let met = 0;
    for (let at = starts[row]!; at < starts[row + 1]!; at++) met += this.#wanted![values[at]!]! & 1;
    return Math.min(MOST_OF_FILTER, met);
  }

  /** Keeps the nearest of the rows that only distance keeps out. */
  #offerOutside(row: number): void {
    const {chord} = this.around!;
    const most = Math.max(0, this.query.outside ?? OUTSIDE);
    if (Number.isNaN(chord[row]!) || !most) return;
    const nearest = this.#nearest;
    const nearer = (a: number, b: number) => chord[a]! < chord[b]! || (chord[a] === chord[b] && this.table.id(a) < this.table.id(b));
    if (nearest.length === most && !nearer(row, nearest[most - 1]!)) return;
    let place = nearest.length;
    while (place > 0 && nearer(row, nearest[place - 1]!)) place -= 1;
    nearest.splice(place, 0, row);
    if (nearest.length > most) nearest.pop();
  }

  #hit(row: number): Hit {
    const {around} = this;
    const chord = around?.chord[row] ?? NaN;
    const serves = SERVES[around?.serves[row] ?? 0];
    return {
      row,
      ...(Number.isNaN(chord) ? {} : {km: kmOf(chord)}),
      ...(serves ? {serves} : {}),
      comes: around?.comes[row] === 1,
      silent: this.#active.filter(({word, full}) => !(this.#fits[word]![row]! & full)).map(({facet}) => facet),
    };
  }
}
