import {LONG, soundOf, stepsBetween, withoutLetters} from './sounds.js';
import {knownForms, stemOf} from './stems.js';
import {readMessage} from './tokens.js';

/** A word of the pack that a typed word may be: how sure, from 0 to 1. */
export interface Match {
  id: number;
  sure: number;
}

const EXACT = 1;
const BY_SOUND = 0.9;
const BY_PART = 0.7;
const BY_SLIP = 0.8;
const BY_TWO_SLIPS = 0.65;
const LINKS = ['', 's', 'e', 'en', 'n', 'er', 'je'];
/** So many letters of a stem tell it: what comes behind is mostly another ending. Longer words than these are compounds, and told by all of it. */
const STEM = 8;
const COMPOUND = 12;
/** Only longer words are written apart; they have a stem of at least so many letters. */
const LEAST_JOINED = 7;
const APART = 5;
const MOST_KEYS = 200_000;
/** Words longer than this are no words. */
const MAX_LENGTH = 40;
/** So many unknown words of a message are compared with all others; beyond that only what is the same counts. */
export const MAX_GUESSES = 400;

/**
 * The words that a pack's expressions are made of, each with a number, and how to find them in what people type: by
 * stem, by sound, in compounds, with a slip of the keyboard, or written as one word. Finding is bounded by the length of
 * the word, not by the number of words.
 */
export class Vocabulary {
  private readonly ids = new Map<string, number>();
  private readonly keys = new Map<string, string>();
  private readonly stems: string[] = [];
  private readonly sounds = new Map<string, number[]>();
  /** The first three letters of every word: what starts otherwise is none, and need not be looked up. */
  private readonly starts = new Set<string>();
  /** The first letters of longer words, for words that may have been written apart. */
  private readonly longStarts = new Set<string>();
  private readonly ranges: {min: number; max: number; id: number}[] = [];
  private slips: Map<string, string[]> | undefined;
  private readonly compounds = new Map<string, number[] | null>();
  private readonly known = new Map<string, {found: readonly Match[]; cost: number}>();

  get size(): number {
    return this.ids.size;
  }

  /** The number of a folded word; a new one when it was not there. */
  add(word: string): number {
    const id = this.addStem(this.keyOf(word));
    this.hear(word, id);
    return id;
  }

  /** The number of a stem as {@link stem} gives it. */
  addStem(stem: string): number {
    let id = this.ids.get(stem);
    if (id === undefined) {
      id = this.ids.size;
      this.ids.set(stem, id);
      this.stems[id] = stem;
      this.starts.add(stem.slice(0, 3));
      if (stem.length >= APART) this.longStarts.add(stem.slice(0, APART));
      this.hear(stem, id);
    }
    return id;
  }

  /** Words that mean the same get the number of the first; expressions of several words are left out. To be called first. */
  equate(synonyms: readonly (readonly string[])[]): void {
    for (const [first = '', ...others] of synonyms) {
      const [word, more] = readMessage(first).tokens;
      if (!word || more) continue;
      const id = this.add(word.text);
      for (const other of others) {
        const [same, rest] = readMessage(other).tokens;
        if (same && !rest && !this.ids.has(this.keyOf(same.text))) this.ids.set(this.keyOf(same.text), id);
      }
    }
  }

  /** What a word is known by here: the first letters of its stem. */
  stem(id: number): string {
    return this.stems[id] ?? '';
  }

  /** The number of a word of another language: only that very word is it, no form of it and no slip. */
  addAsIs(word: string): number {
    const key = `=${word}`;
    const id = this.ids.get(key) ?? this.ids.size;
    this.ids.set(key, id);
    return id;
  }

  /** The number that stands for any number from `min` up to and with `max`. */
  addRange(min: number, max: number): number {
    const key = `#${min}-${max}`;
    let id = this.ids.get(key);
    if (id === undefined) {
      id = this.ids.size;
      this.ids.set(key, id);
      this.ranges.push({min, max, id});
    }
    return id;
  }

  /** To be called when all words are there: forms of verbs that sound like what somebody wrote. */
  close(): void {
    for (const [form, stem] of knownForms()) {
      const id = this.ids.get(shortened(stem));
      if (id !== undefined) this.hear(form, id);
    }
  }

  /** Stems are asked for again and again: of whole words, and of what may be parts of them. */
  private keyOf(word: string): string {
    let key = this.keys.get(word);
    if (key === undefined) {
      key = shortened(stemOf(word));
      if (this.keys.size < MOST_KEYS) this.keys.set(word, key);
    }
    return key;
  }

  exact(word: string): number | undefined {
    return this.ids.get(this.keyOf(word));
  }

  /** One word that was written as two ("dag opvang"). Asked for each two words that follow each other: most start as no word does. */
  joined(first: string, next: string): number | undefined {
    const word = first + next;
    return word.length >= LEAST_JOINED && this.longStarts.has(word.slice(0, APART)) ? this.exact(word) : undefined;
  }

  /** What `word` may be, best first. `isCommon` words are what they are: nobody meant another one. */
  find(word: string, isCommon: boolean, budget: {guesses: number}): readonly Match[] {
    const key = isCommon ? ` ${word}` : word;
    const known = this.known.get(key);
    if (known && known.cost <= budget.guesses) {
      // What was found before costs the same again: one message is read alike whatever came before it.
      budget.guesses -= known.cost;
      return known.found;
    }
    const before = budget.guesses;
    const {found: own, whole} = this.search(word, isCommon, budget);
    const foreign = this.ids.get(`=${word}`);
    const found = foreign === undefined ? own : [...own.filter(({sure}) => sure === EXACT), {id: foreign, sure: EXACT}];
    if (whole && this.known.size < 5000) this.known.set(key, {found, cost: before - budget.guesses});
    return found;
  }

  /** The parts of a compound that are words here; nothing when it is none. */
  parts(word: string): number[] | undefined {
    if (word.length < 7 || word.length > MAX_LENGTH) return undefined;
    let parts = this.compounds.get(word);
    if (parts === undefined) {
      parts = this.split(word, 3) ?? null;
      if (this.compounds.size < MOST_KEYS) this.compounds.set(word, parts);
    }
    return parts ?? undefined;
  }

  private search(word: string, isCommon: boolean, budget: {guesses: number}): {found: Match[]; whole: boolean} {
    if (/^\d{1,3}$/.test(word)) {
      const number = Number(word);
      const within = this.ranges.filter(({min, max}) => number >= min && number <= max).map(({id}) => ({id, sure: EXACT}));
      if (within.length) return {found: within, whole: true};
    }
    const own = this.exact(word);
    if (own !== undefined) return {found: [{id: own, sure: EXACT}], whole: true};
    if (isCommon || word.length > MAX_LENGTH) return {found: [], whole: true};
    if (budget.guesses <= 0) return {found: [], whole: false};
    budget.guesses--;
    // A word of the past (ge…d, ge…t) and a verb with its front (aan, op) in the middle.
    const past = /^(aan|af|bij|in|mee|na|om|op|over|uit|vast|voor|weg)?ge(.{3,})$/.exec(word);
    if (past) {
      const plain = this.exact((past[1] ?? '') + past[2]!) ?? this.exact((past[1] ?? '') + past[2]!.replace(/[dt]$/, '')) ?? this.exact(`${past[1] ?? ''}${past[2]!.replace(/[dt]$/, '')}en`);
      if (plain !== undefined) return {found: [{id: plain, sure: BY_SOUND}], whole: true};
    }
    const parts = this.parts(word);
    if (parts) return {found: parts.map((id) => ({id, sure: BY_PART})), whole: true};
    const heard = this.sounds.get(soundOf(this.keyOf(word))) ?? this.sounds.get(soundOf(word));
    if (heard) return {found: heard.map((id) => ({id, sure: BY_SOUND})), whole: true};
    return {found: this.slipped(word) ?? this.withoutVowels(word) ?? [], whole: true};
  }

  private hear(form: string, id: number): void {
    const sound = soundOf(form);
    const there = this.sounds.get(sound);
    if (!there) this.sounds.set(sound, [id]);
    else if (!there.includes(id)) there.push(id);
  }

  private split(word: string, most: number): number[] | undefined {
    let best: number[] | undefined;
    if (!this.starts.has(word.slice(0, 3))) return undefined;
    for (let cut = word.length - 3; cut >= 3; cut--) {
      if (!this.starts.has(word.slice(cut, cut + 3))) continue;
      const tail = this.exact(word.slice(cut));
      const head = word.slice(0, cut);
      const left = this.headOf(head);
      if (left === undefined) continue;
      const rest = tail === undefined ? (most > 2 && word.length - cut >= 7 ? this.split(word.slice(cut), most - 1) : undefined) : [tail];
      if (rest && (!best || rest.length + 1 < best.length)) best = [left, ...rest];
    }
    return best;
  }

  /** The first part of a compound, with or without the letters that link it to the next. */
  private headOf(head: string): number | undefined {
    for (const link of LINKS) {
      if (!head.endsWith(link) || head.length - link.length < 3) continue;
      const id = this.exact(head.slice(0, head.length - link.length));
      if (id !== undefined) return id;
    }
    return undefined;
  }

  /** A letter too many, too few, wrong or swapped; two of them in a long word. */
  private slipped(word: string): Match[] | undefined {
    const sound = soundOf(this.keyOf(word));
    if (sound.length < 4) return undefined;
    const found = new Map<number, number>();
    for (const cut of withoutLetters(sound)) {
      for (const other of this.slipIndex().get(cut) ?? []) {
        const most = Math.min(sound.length, other.length) >= LONG ? 2 : 1;
        const steps = stepsBetween(sound, other, most);
        if (steps > most || (other.length < 4 && steps > 0) || (Math.max(sound.length, other.length) === 4 && (other[0] !== sound[0] || sound.length === other.length) && !isSwapped(sound, other))) continue;
        for (const id of this.sounds.get(other)!) found.set(id, Math.max(found.get(id) ?? 0, steps > 1 ? BY_TWO_SLIPS : BY_SLIP));
      }
    }
    const best = Math.max(...found.values());
    return found.size ? [...found].filter(([, sure]) => sure === best).map(([id, sure]) => ({id, sure})).slice(0, 4) : undefined;
  }

  /** Short words in a hurry: "wl", "nt". */
  private withoutVowels(word: string): Match[] | undefined {
    if (word.length < 2 || word.length > 4 || /[aeiouy]/.test(word)) return undefined;
    const id = QUICK.map((full) => (full.replace(/[aeiou]/g, '') === word ? this.exact(full) : undefined)).find((found) => found !== undefined);
    return id === undefined ? undefined : [{id, sure: BY_SLIP}];
  }

  private slipIndex(): Map<string, string[]> {
    if (!this.slips) {
      this.slips = new Map();
      for (const sound of this.sounds.keys()) {
        if (sound.length < 4) continue;
        for (const cut of withoutLetters(sound)) {
          const there = this.slips.get(cut);
          if (there) there.push(sound);
          else this.slips.set(cut, [sound]);
        }
      }
    }
    return this.slips;
  }
}

function shortened(stem: string): string {
  return stem.length > COMPOUND ? stem : stem.slice(0, STEM);
}

/** Two letters that stand in each other's place. */
function isSwapped(a: string, b: string): boolean {
  return a.length === b.length && [...a].sort().join('') === [...b].sort().join('');
}

const QUICK = ['wil', 'niet', 'meer', 'dood', 'geen', 'zin', 'help', 'slaan', 'leven'];
