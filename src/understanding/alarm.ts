import type {AlarmsPart} from '../flows/model/alarms.js';
import {Classifier} from './classifier.js';
import {hearTokens, whoIs, type Heard, type Who} from './heard.js';
import {FILLERS, FILLERS_ELSEWHERE, OTHERS, PARTICLES, SELF, STOPWORDS} from './lexicon.js';
import {readWordModel, type ReadModel} from './read-word-model.js';
import {stretchesOf} from './stretches.js';
import {readMessage} from './tokens.js';
import {MAX_GUESSES, Vocabulary} from './vocabulary.js';

/** A call for help that was heard in a message. */
export interface HeardAlarm {
  /** The group of `nood.md`. */
  id: string;
  /** What was said, as it was typed. */
  said: string;
}

/** A group, and the words of the message from which on and up to which it was heard. */
interface Found {
  group: number;
  from: number;
  to: number;
}

/** How an expression stands there. */
interface Expressed {
  /** How surely the least sure of its words is there. */
  sure: number;
  loose: boolean;
  words: number;
  foreign: boolean;
}

interface Pattern {
  group: number;
  /** The words that must be there, in the order of the expression. */
  words: number[];
  /** Words of the expression with a person each, in order: which group fits better follows from them. */
  order: (number | Who)[];
  length: number;
  /** It has nothing but small words: then they must be said in this order, and nearly nothing between them. */
  strict: boolean;
  /** It is of another language: no form of its words is known, so it is what it says. */
  foreign?: true;
}

/** How many other words may stand between those of an expression. */
const SLACK = 3;
/** A misspelt word counts as one of an expression from this certainty on. */
const SURE = 0.6;

/** From this likelihood on, of all groups together, a message is a call for help. */
const ALARMING = 0.17;
/** In a message that seems to be in another language: what was learned knows little of its words. */
const ALARMING_ELSEWHERE = 0.75;
/** How much a message as a whole counts beside the stretch of it that is most of a call; it never says that nothing is the matter. */
const WHOLE = 0.4;
const QUIET = 0.02;
/** What an expression adds to how likely it is (in the logistic sense); half of it when its words are misspelt or torn apart. */
const EXPRESSED = 1;
/** Words this sure are the words that were meant. */
const SURE_ENOUGH = 0.95;
/** A call, whatever was learned: an expression with no more than so many other words, also misspelt when it has more than one itself; and one of so many words together. */
const OTHER_WORDS = 2;
const MANY_WORDS = 4;
/** So many other words between those of an expression tear it apart. */
const APART = 3;
/** From this one on the model tells the group better than an expression does. */
const CERTAIN = 0.8;

/**
 * Hears calls for help, by what was learned of many sentences and by expressions. Every word of an expression must be there,
 * close together; then what was learned need say less. A message that is little else than an expression is a call, and so
 * is a long expression. No denial takes an expression away ("ik ga haar heus niet slaan"). Sayings (`niet bij`) take away only what they cover as a whole,
 * and not when a person stands in them ("hij slaat mij over de kop").
 */
export class Alarms {
  private readonly vocabulary = new Vocabulary();
  private readonly classifier: Classifier;
  private readonly patterns: Pattern[] = [];
  private readonly sayings = new Map<number, Pattern[]>();

  constructor(
    private readonly part: AlarmsPart,
    model: ReadModel = readWordModel(part.model),
  ) {
    const {vocabulary} = this;
    this.classifier = new Classifier(model, vocabulary);
    part.groups.forEach(({says, foreign = [], unless = []}, group) => {
      for (const text of says) {
        const pattern = readPattern(text, group, (word) => vocabulary.add(word));
        if (pattern) this.patterns.push(pattern);
      }
      for (const text of foreign) {
        const pattern = readPattern(text, group, (word) => vocabulary.addAsIs(word), FILLERS_ELSEWHERE);
        if (pattern) this.patterns.push({...pattern, foreign: true});
      }
      this.sayings.set(group, unless.flatMap((text) => readPattern(text, group, (word) => vocabulary.add(word)) ?? []));
    });
    vocabulary.close();
  }

  /** The group that fits best, or nothing. Bounded work, whatever is typed. `elsewhere`: it seems to be in another language. */
  hear(text: string, elsewhere = false): HeardAlarm | undefined {
    const {clean, tokens} = readMessage(text);
    const heard = hearTokens(tokens, this.vocabulary, {guesses: MAX_GUESSES});
    const learnt = this.learnt(heard);
    const said = this.expressed(heard);
    // What somebody tells without a stop is long, and in all of it a few words are little: the expression is judged by itself too.
    const near = said ? Math.max(this.likelyIn(heard, said.from, said.to + 1), this.likelyIn(heard, ...withPeople(heard, said))) : 0;
    const meant = said && said.sure >= SURE_ENOUGH;
    const alone = said && (meant || said.words > 1) && said.words >= (heard.at(-1)?.solid ?? 0) - OTHER_WORDS;
    const plain = alone || (meant && (said.foreign || (said.words >= MANY_WORDS && !said.loose)));
    const most = Math.max(learnt?.likely ?? 0, near);
    const odds = (1 - WHOLE) * oddsOf(most) + WHOLE * oddsOf(Math.max(QUIET, this.likelyIn(heard, 0, heard.length)));
    const called = plain || odds + (said ? (meant && !said.loose ? EXPRESSED : EXPRESSED / 2) : 0) >= oddsOf(elsewhere ? ALARMING_ELSEWHERE : ALARMING);
    const found = called ? (said && (learnt?.likely ?? 0) < CERTAIN ? said : learnt) : undefined;
    return found && {id: this.part.groups[found.group]!.id, said: clean.slice(heard[found.from]!.at, heard[found.to]!.end)};
  }

  private likelyIn(heard: readonly Heard[], from: number, to: number): number {
    const {known, likely} = this.classifier.judge(heard, from, to);
    return known ? 1 - (likely[this.part.groups.length] ?? 1) : 0;
  }

  /** What the sentences tell that the model was made of. Words that a saying of every group accounts for are passed over. */
  private learnt(heard: readonly Heard[]): (Found & {likely: number}) | undefined {
    const places = placesOf(heard);
    const hidden = new Set([...this.sayings.keys()].flatMap((group) => [...this.covered(group, heard, places)]));
    const calm = this.part.groups.length;
    let best: (Found & {likely: number}) | undefined;
    for (const {from, to} of stretchesOf(heard, Infinity)) {
      const judged = this.classifier.judge(heard, from, to, hidden);
      const likely = judged.known ? 1 - (judged.likely[calm] ?? 1) : 0;
      if (likely <= (best?.likely ?? 0)) continue;
      let group = 0;
      for (let one = 1; one < calm; one++) if (judged.likely[one]! > judged.likely[group]!) group = one;
      const because = judged.because(group);
      best = {group, likely, from: because.length ? Math.min(...because) : from, to: because.length ? Math.max(...because) : to - 1};
    }
    return best;
  }

  private expressed(heard: readonly Heard[]): (Found & Expressed) | undefined {
    const places = placesOf(heard);
    const sayings = new Map<number, ReadonlySet<number>>();
    let best: (Found & Expressed & {score: number}) | undefined;
    for (const pattern of this.patterns) {
      for (const found of occurrences(pattern, heard, places)) {
        const score = this.score(pattern, found, heard);
        if (score === undefined || (best && score <= best.score)) continue;
        if (!sayings.has(pattern.group)) sayings.set(pattern.group, this.covered(pattern.group, heard, places));
        // Of an expression of more words, one that a saying accounts for is enough: the others do not make an alarm.
        if (found.some((at) => sayings.get(pattern.group)!.has(at))) continue;
        best = {group: pattern.group, score, sure: surenessOf(pattern, found, heard), loose: isLoose(found), words: pattern.length, foreign: pattern.foreign === true, from: Math.min(...found), to: Math.max(...found)};
      }
    }
    return best;
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

/** How likely something is, as the logarithm of its odds: so what speaks for it adds up. */
function oddsOf(likely: number): number {
  const within = Math.min(Math.max(likely, 1e-4), 1 - 1e-4);
  return Math.log(within / (1 - within));
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

/** How surely the least sure word of an occurrence is there. */
function surenessOf({words}: Pattern, found: readonly number[], heard: readonly Heard[]): number {
  return Math.min(...found.map((at, n) => heard[at]!.matches.find(({id}) => id === words[n])?.sure ?? 0));
}

/** From which word on, and up to which: an occurrence with who does it to whom right beside it ("mijn man slaat me"). */
function withPeople(heard: readonly Heard[], {from, to}: Found): [from: number, to: number] {
  const isBeside = (at: number) => heard[at] !== undefined && (heard[at].who !== undefined || FILLERS.has(heard[at].text));
  let [first, next] = [from, to + 1];
  while (isBeside(first - 1) && from - first < SLACK) first--;
  while (isBeside(next) && next - to <= SLACK) next++;
  return [first, next];
}

/** Whether the words of an occurrence stand apart, or in another order. */
function isLoose(found: readonly number[]): boolean {
  const turned = found.some((at, n) => n > 0 && at < found[n - 1]!);
  return turned || Math.max(...found) - Math.min(...found) - found.length + 1 >= APART;
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
function readPattern(text: string, group: number, add: (word: string) => number, fillers = FILLERS): Pattern | undefined {
  const order: (number | Who)[] = [];
  const words: number[] = [];
  let strict = true;
  const {tokens} = readMessage(text);
  tokens.forEach((token, n) => {
    const who = whoIs(token.text, tokens[n + 1]?.text);
    if (who) order.push(who);
    else if (!fillers.has(token.text) || tokens.length === 1) {
      const id = add(token.text);
      words.push(id);
      order.push(id);
      strict &&= STOPWORDS.has(token.text) || PARTICLES.has(token.text);
    }
  });
  return words.length ? {group, words, order, strict, length: words.length + order.filter((one) => typeof one !== 'number').length} : undefined;
}

/** Whether an expression can be told from what everybody says: of nothing but small words it needs at least three. */
export function saysEnough(text: string): boolean {
  const words = readMessage(text).tokens.map((token) => token.text);
  const own = words.filter((word) => !FILLERS.has(word) && !SELF.has(word) && !OTHERS.has(word));
  return own.some((word) => !STOPWORDS.has(word)) || own.length >= 3;
}
