import type {Alarm} from '../flows/model/understanding.js';
import {FILLERS, OTHERS, PARTICLES, SELF, STOPWORDS} from './lexicon.js';
import {readMessage, type Token} from './tokens.js';
import type {Match, Vocabulary} from './vocabulary.js';

/** A call for help that was heard in a message. */
export interface HeardAlarm {
  /** The group of `nood.md`. */
  id: string;
  /** What was said, as it was typed. */
  said: string;
}

/** A typed word as the matchers see it. */
export interface Heard extends Token {
  /** Words of the pack that it may be. */
  matches: readonly Match[];
  /** Counts the words that are no fillers: distances between words are told in these. */
  solid: number;
  who?: 'self' | 'other';
}

type Who = NonNullable<Heard['who']>;

interface Pattern {
  group: number;
  /** The words that must be there, in the order of the expression. */
  words: number[];
  /** Words of the expression with a person each, in order: which group fits better follows from them. */
  order: (number | Who)[];
  length: number;
  /** It has nothing but small words: then they must be said in this order, and nearly nothing between them. */
  strict: boolean;
}

/** How many other words may stand between those of an expression. */
const SLACK = 3;
/** A misspelt word counts as one of an expression from this certainty on. */
const SURE = 0.6;

/**
 * Hears calls for help. Every word of an expression must be there, close together, in any order, and no denial takes an
 * alarm away ("ik ga haar heus niet slaan"): one too many is better than one too few. Sayings (`niet bij`) take away only
 * what they cover as a whole, and not when a person stands in them ("hij slaat mij over de kop").
 */
export class Alarms {
  private readonly patterns: Pattern[] = [];
  private readonly sayings = new Map<number, Pattern[]>();

  constructor(
    private readonly alarms: readonly Alarm[],
    vocabulary: Vocabulary,
  ) {
    alarms.forEach(({says, foreign = [], unless = []}, group) => {
      for (const text of says) {
        const pattern = readPattern(text, group, (word) => vocabulary.add(word));
        if (pattern) this.patterns.push(pattern);
      }
      for (const text of foreign) {
        const pattern = readPattern(text, group, (word) => vocabulary.addAsIs(word));
        if (pattern) this.patterns.push(pattern);
      }
      this.sayings.set(group, unless.flatMap((text) => readPattern(text, group, (word) => vocabulary.add(word)) ?? []));
    });
  }

  /** The group that fits best, or nothing. `clean` is the text that the words were read from. */
  hear(heard: readonly Heard[], clean: string): HeardAlarm | undefined {
    const places = placesOf(heard);
    const sayings = new Map<number, ReadonlySet<number>>();
    let best: {group: number; score: number; from: number; to: number} | undefined;
    for (const pattern of this.patterns) {
      for (const found of occurrences(pattern, heard, places)) {
        const score = this.score(pattern, found, heard);
        if (score === undefined || (best && score <= best.score)) continue;
        if (!sayings.has(pattern.group)) sayings.set(pattern.group, this.covered(pattern.group, heard, places));
        // Of an expression of more words, one that a saying accounts for is enough: the others do not make an alarm.
        if (found.some((at) => sayings.get(pattern.group)!.has(at))) continue;
        best = {group: pattern.group, score, from: Math.min(...found), to: Math.max(...found)};
      }
    }
    return best && {id: this.alarms[best.group]!.id, said: clean.slice(heard[best.from]!.at, heard[best.to]!.end)};
  }

  /** More words are a better fit; then who does it to whom. Somebody else in an expression must be in the message too. */
  private score({words, order}: Pattern, found: readonly number[], heard: readonly Heard[]): number | undefined {
    const people = order.filter((one): one is Who => typeof one !== 'number');
    if (!people.length) return words.length;
    const near = peopleAround(found, heard);
    const there = people.filter((who) => near.some((one) => one.who === who));
    if (people.includes('other') ? !there.includes('other') : words.length === 1 && !there.length) return undefined;
    const firstSaid = people[0]!;
    const ordered = people.length > 1 && there.length === people.length && near[0]?.who === firstSaid;
    // Who comes first is who does it, also where only one of both is told.
    const single = people.length === 1 || there.length === 1 ? (near[0]?.who === firstSaid ? 0.2 : 0) : 0;
    return words.length + 0.25 * there.length + (ordered ? 0.25 : single);
  }

  /** The words that sayings of a group account for, with none of them left over for an alarm. */
  private covered(group: number, heard: readonly Heard[], places: Places): ReadonlySet<number> {
    const covered = new Set<number>();
    for (const saying of this.sayings.get(group) ?? []) {
      for (const found of occurrences(saying, heard, places)) {
        const [from, to] = [Math.min(...found), Math.max(...found)];
        const person = to - from > 1 && !saying.order.some((one) => typeof one !== 'number') && heard.slice(from, to + 1).some(({text}) => OBJECTS.has(text));
        if (!person && found.every((at) => heard[at]!.matches[0]!.sure >= 0.85)) for (const at of found) covered.add(at);
      }
    }
    return covered;
  }
}

const OBJECTS = new Set(['mij', 'me', 'hem', 'haar', 'ons']);

/** By word of the pack, where it stands in the message. */
type Places = ReadonlyMap<number, number[]>;

export function placesOf(heard: readonly Heard[]): Places {
  const places = new Map<number, number[]>();
  heard.forEach(({matches}, at) => {
    for (const {id, sure} of matches) {
      if (sure < SURE) continue;
      const there = places.get(id);
      if (there) there.push(at);
      else places.set(id, [at]);
    }
  });
  return places;
}

/** Where all words of a pattern stand together. Looks around each place of its rarest word. */
function* occurrences({words, length, strict}: Pattern, heard: readonly Heard[], places: Places): Generator<number[]> {
  let rarest: number[] | undefined;
  for (const word of words) {
    const there = places.get(word);
    if (!there) return;
    if (!rarest || there.length < rarest.length) rarest = there;
  }
  const span = length - 1 + (words.length < 2 ? 0 : strict ? 1 : SLACK);
  for (const at of rarest ?? []) {
    const found = around(words, at, span, heard, places);
    if (found && !(strict && found.some((one, n) => n > 0 && one < found[n - 1]!))) yield found;
  }
}

function around(words: readonly number[], at: number, span: number, heard: readonly Heard[], places: Places): number[] | undefined {
  const used = new Set<number>();
  const found: number[] = [];
  for (const word of words) {
    const next = nearest(places.get(word)!, at, used);
    if (next === undefined || Math.abs(heard[next]!.solid - heard[at]!.solid) > span) return undefined;
    used.add(next);
    found.push(next);
  }
  const solids = found.map((one) => heard[one]!.solid);
  return Math.max(...solids) - Math.min(...solids) <= span ? found : undefined;
}

/** The place nearest to `at` that is not used yet: the list is sorted, so only its neighbours count. */
function nearest(sorted: readonly number[], at: number, used: ReadonlySet<number>): number | undefined {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < at) low = middle + 1;
    else high = middle;
  }
  let best: number | undefined;
  for (let n = Math.max(0, low - 2); n < Math.min(sorted.length, low + 3); n++) {
    const one = sorted[n]!;
    if (!used.has(one) && (best === undefined || Math.abs(one - at) < Math.abs(best - at))) best = one;
  }
  return best;
}

/** The people beside and between the words of an expression, in the order of the message. */
function peopleAround(found: readonly number[], heard: readonly Heard[]): Heard[] {
  const from = Math.max(0, Math.min(...found) - 4);
  const to = Math.min(heard.length, Math.max(...found) + 4);
  return heard.slice(from, to).filter(({who}) => who !== undefined);
}

/** An expression as a pattern; nothing when no word of it says anything. */
function readPattern(text: string, group: number, add: (word: string) => number): Pattern | undefined {
  const order: (number | Who)[] = [];
  const words: number[] = [];
  let strict = true;
  const {tokens} = readMessage(text);
  tokens.forEach((token, n) => {
    const who = whoIs(token.text, tokens[n + 1]?.text);
    if (who) order.push(who);
    else if (!FILLERS.has(token.text) || tokens.length === 1) {
      const id = add(token.text);
      words.push(id);
      order.push(id);
      strict &&= STOPWORDS.has(token.text) || PARTICLES.has(token.text);
    }
  });
  return words.length ? {group, words, order, strict, length: words.length + order.filter((one) => typeof one !== 'number').length} : undefined;
}

/** Whether a word is a person; "me moeder" is somebody else's. */
export function whoIs(word: string, next: string | undefined): Who | undefined {
  if ((word === 'me' || word === 'mn' || word === 'm') && next !== undefined && OTHERS.has(next) && !STOPWORDS.has(next)) return undefined;
  if (SELF.has(word)) return 'self';
  return OTHERS.has(word) ? 'other' : undefined;
}

/** The words of a message as the matchers see them. `work` counts what had to be compared. */
export function hearTokens(tokens: readonly Token[], vocabulary: Vocabulary, budget: {guesses: number}): Heard[] {
  let solid = 0;
  return tokens.map((token, n) => {
    const who = whoIs(token.text, tokens[n + 1]?.text);
    const filler = FILLERS.has(token.text) && who === undefined;
    const own = vocabulary.find(token.text, filler || STOPWORDS.has(token.text) || OTHERS.has(token.text), budget);
    // Written apart: "dag opvang", "thuis zorg".
    const next = tokens[n + 1];
    const joined = next && !next.stop && token.text.length + next.text.length >= 7 ? vocabulary.exact(token.text + next.text) : undefined;
    const matches = joined === undefined ? own : [...own, {id: joined, sure: 0.95}];
    if (!filler && !PARTICLES.has(token.text)) solid++;
    return {...token, matches, solid, ...(who ? {who} : {})};
  });
}

/** Whether an expression can be told from what everybody says: of nothing but small words it needs at least three. */
export function saysEnough(text: string): boolean {
  const words = readMessage(text).tokens.map((token) => token.text);
  const own = words.filter((word) => !FILLERS.has(word) && !SELF.has(word) && !OTHERS.has(word));
  return own.some((word) => !STOPWORDS.has(word)) || own.length >= 3;
}
