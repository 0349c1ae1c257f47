import type {Aside, TargetKind, UnderstandingPart} from '../flows/model/understanding.js';
import {Alarms, hearTokens, type Heard, type HeardAlarm} from './alarm.js';
import {Expressions} from './expressions.js';
import {Ranking, type Ranked} from './ranking.js';
import {scriptLanguage} from './script.js';
import {readMessage} from './tokens.js';
import {MAX_GUESSES, Vocabulary} from './vocabulary.js';

/** Something that a message leads to. */
export interface Target {
  kind: TargetKind;
  id: string;
  title: string;
  score: number;
  /** The words that said so, as they were typed. */
  why: string[];
}

/** What a message told that a dialogue would ask. */
export interface Told {
  name: string;
  value: string;
  set?: true;
  /** As it was typed. */
  said: string;
}

/** What a message says. Plain data; nothing of it is kept here. */
export interface Understood {
  /** A call for help: comes before anything else, whatever the rest says. */
  alarm?: HeardAlarm;
  /**
   * `confident`: answer with the first target (`two`: with the first two, they are two needs of one long message);
   * `choices`: let the visitor choose; `none`: say that it was not understood, with starters and a person.
   */
  answer: 'confident' | 'two' | 'choices' | 'none';
  /** Best first; at most three. Empty when `none`. */
  targets: Target[];
  /** Asks for a short kind answer, before the targets or instead of them. */
  aside?: Aside;
  /** Nothing was typed that has words (`empty`): spaces, signs, emoji. */
  empty?: true;
  /** The language that it seems to be written in, when that is another than the part's. */
  language?: string;
  learned: Told[];
  /** How much was compared: bounded whatever is typed. */
  work: number;
}

/** From this score on one answer may stand alone, and how far the next one must stay behind. */
const CONFIDENT = 3.8;
const LEAD = 0.75;
/** Two needs: the second must be as clear as an answer of its own. */
const SECOND = 3.4;
/** Below this it is not understood. */
const LEAST = 1.2;
/** The choices offered are at least this part of the best. */
const NEAR = 0.25;
/** Words that the ranking reads of a long message: from its begin and its end. */
const RANKED_WORDS = 900;

/**
 * Reads what somebody types, with the words of a pack, on the device. No `Array.from` and no `reduce` in all of it: on pages
 * with an old Prototype.js these are other functions, and a call for help must be heard there too (`test/browser/hostile.test.ts`). Made once a part: building the index takes some
 * milliseconds, reading a message less than one.
 */
export class Understanding {
  private readonly vocabulary = new Vocabulary();
  private readonly alarms: Alarms;
  private readonly ranking: Ranking;
  private readonly learns: Expressions<UnderstandingPart['learns'][number]>;
  private readonly asides: Expressions<Aside>;
  private readonly where: Expressions<true>;
  private readonly languages: readonly {lang: string; words: ReadonlySet<string>}[];
  private readonly offers: ReadonlySet<string>;

  constructor(private readonly part: UnderstandingPart) {
    const {vocabulary} = this;
    const synonyms = new Map<number, number>();
    for (const [first, ...others] of part.synonyms) {
      const [word, more] = readMessage(first ?? '').tokens;
      if (!word || more) continue;
      const id = vocabulary.add(word.text);
      for (const other of others) {
        const [same, rest] = readMessage(other).tokens;
        if (same && !rest && vocabulary.add(same.text) !== id) synonyms.set(vocabulary.add(same.text), id);
      }
    }
    this.alarms = new Alarms(part.alarms, vocabulary);
    this.ranking = new Ranking(part.targets, vocabulary, synonyms);
    this.learns = new Expressions(vocabulary, part.learns.map((one) => [one, one.says] as const));
    this.asides = new Expressions(vocabulary, part.asides.map(({id, says}) => [id, says] as const));
    this.where = new Expressions<true>(vocabulary, [[true, part.where]]);
    this.languages = part.languages.map(({lang, says}) => ({lang, words: new Set(says.flatMap((text) => readMessage(text).tokens.map((token) => token.text)))}));
    this.offers = new Set(part.offers);
    vocabulary.close();
  }

  understand(text: string): Understood {
    const {clean, tokens} = readMessage(text);
    const budget = {guesses: MAX_GUESSES};
    const heard = hearTokens(tokens, this.vocabulary, budget);
    const alarm = this.alarms.hear(heard, clean);
    const work = tokens.length + MAX_GUESSES - budget.guesses;
    const script = scriptLanguage(clean);
    if (!heard.length && !script) return {...(alarm ? {alarm} : {}), answer: 'none', targets: [], empty: true, learned: [], work};
    const language = script ?? this.languageOf(heard);
    const learned = this.told(heard, clean);
    const aside = this.asideOf(heard);
    const ranked = this.answer(heard, clean, aside, language !== undefined);
    return {...(alarm ? {alarm} : {}), ...ranked, ...(aside ? {aside} : {}), ...(language ? {language} : {}), learned, work};
  }

  private answer(heard: readonly Heard[], clean: string, aside: Aside | undefined, foreign: boolean): Pick<Understood, 'answer' | 'targets'> {
    const read = heard.length > RANKED_WORDS ? [...heard.slice(0, RANKED_WORDS - 200), ...heard.slice(-200)] : heard;
    const {ranked, known} = this.ranking.rank(read);
    // Of a short message every word should mean something here; of a long one that cannot be asked.
    const trust = read.length <= 12 ? 0.45 + 0.55 * known : 1;
    const scored = ranked.map((one) => ({...one, score: one.score * trust}));
    const [first, second] = scored;
    const talk = aside !== undefined && aside !== 'medisch' && aside !== 'juridisch';
    if (!first || first.score < (talk || foreign ? CONFIDENT * 1.2 : LEAST)) return {answer: 'none', targets: []};
    const shown = scored.slice(0, 3).filter(({score}) => score >= NEAR * first.score);
    const targets = this.withOffers(shown.map((one) => this.target(one, read, clean)), heard);
    const apart = second && second.stretch !== first.stretch && second.score >= SECOND && first.score >= SECOND && read.length > 14;
    const sure = first.score >= CONFIDENT && (!second || second.score <= LEAD * first.score);
    return {answer: aside === 'medisch' || aside === 'juridisch' ? 'choices' : apart ? 'two' : sure ? 'confident' : 'choices', targets};
  }

  private target({target, score, because}: Ranked, heard: readonly Heard[], clean: string): Target {
    const {kind, id, title} = this.part.targets[target]!;
    const why = [...new Set(because)].sort((a, b) => a - b).map((at) => clean.slice(heard[at]!.at, heard[at]!.end));
    return {kind, id, title, score: Math.round(score * 100) / 100, why};
  }

  /** Who asks where something is, gets the offers of the pack first, when it has any. */
  private withOffers(targets: Target[], heard: readonly Heard[]): Target[] {
    const [first] = targets;
    if (first?.kind !== 'support' || !this.offers.has(first.id) || !this.where.find(heard).length) return targets;
    return [{...first, kind: 'offers' as const}, ...targets].slice(0, 3);
  }

  /** The last thing said of a name counts ("mijn moeder, nee, mijn schoonmoeder"); several values of one are several people. */
  private told(heard: readonly Heard[], clean: string): Told[] {
    const told = new Map<string, Told>();
    const taken = new Set<number>();
    const found = this.learns.find(heard).sort((a, b) => b.run.length - a.run.length || a.run.from - b.run.from);
    for (const {value: {name, value, set}, run} of found) {
      const places = [...new Array<undefined>(run.to - run.from + 1).keys()].map((n) => run.from + n);
      if (places.some((at) => taken.has(at) && run.length === 1)) continue;
      const number = places.map((at) => heard[at]!.text).find((word) => /^\d+$/.test(word));
      const said = value ?? number;
      if (said === undefined) continue;
      for (const at of places) taken.add(at);
      const key = set ? `${name} ${said}` : name;
      const before = told.get(key);
      if (!before) told.set(key, {name, value: said, ...(set ? {set} : {}), said: clean.slice(heard[run.from]!.at, heard[run.to]!.end)});
      else if (before.value !== said) told.set(key, {...before, value: ''});
    }
    // Two different values of one name: nobody knows which, so it is asked.
    return [...told.values()].filter(({value}) => value !== '');
  }

  private asideOf(heard: readonly Heard[]): Aside | undefined {
    const found = this.asides.find(heard, {denied: false});
    const order: Aside[] = ['grof', 'opdracht', 'medisch', 'juridisch', 'wie'];
    const strong = order.find((id) => found.some(({value}) => value === id));
    if (strong) return strong;
    // A greeting is one only when there is nothing else.
    const polite = found.find(({run}) => run.length >= heard.length - (heard.length > 2 ? 1 : 0));
    return polite?.value;
  }

  /** Another language is meant when nearly half of the words are of it, and more than the pack knows in its own. */
  private languageOf(heard: readonly Heard[]): string | undefined {
    const head = heard.slice(0, 60);
    const counts = this.languages.map(({lang, words}) => ({lang, count: head.filter(({text}) => words.has(text)).length}));
    const [best] = counts.sort((a, b) => b.count - a.count);
    return best && best.count >= Math.max(1, 0.45 * head.length) ? best.lang : undefined;
  }
}
