import type {AlarmsPart} from '../flows/model/alarms.js';
import {ASIDES, type Aside, type ShortAnswer, type TargetKind, type UnderstandingPart} from '../flows/model/understanding.js';
import {Alarms, type HeardAlarm} from './alarm.js';
import {Classifier} from './classifier.js';
import {Expressions, type Run} from './expressions.js';
import {hearTokens, type Heard} from './heard.js';
import {STOPWORDS} from './lexicon.js';
import {readWordModel, unpackWordModel, type ReadModel} from './read-word-model.js';
import {scriptLanguage} from './script.js';
import {stretchesOf} from './stretches.js';
import {readMessage} from './tokens.js';
import {MAX_GUESSES, Vocabulary} from './vocabulary.js';

/** Something that a message leads to. */
export interface Target {
  kind: TargetKind;
  id: string;
  title: string;
  /** How likely it is, from 0 to 1. */
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
  aside?: ShortAnswer;
  /** A word of the pack that is asked after ("wat is een indicatie"). */
  term?: string;
  /** Asks for a person, in few words: that comes first. */
  person?: true;
  /** Nothing was typed that has words (`empty`): spaces, signs, emoji. */
  empty?: true;
  /** The language that it seems to be written in, when that is another than the part's. */
  language?: string;
  learned: Told[];
  /** How much was compared: bounded whatever is typed. */
  work: number;
}

/** From this likelihood on one answer may stand alone, in a message of one clause or of several, when the next one stays this far behind. */
const CONFIDENT = 0.5;
const CONFIDENT_OF_SEVERAL = 0.75;
const LEAD = 0.5;
/** A kind of support and a dialogue about the same are one answer: together this likely, the one no less than this part of the other. */
const TOGETHER = 0.8;
const BESIDE = 0.5;
/** Two needs: each as clear as an answer of its own, in a message of more words than this. */
const SECOND = 0.5;
const LONG = 14;
/** A question after a word, or for a person, has no more words than these. */
const SHORT = 9;
/** Below this it is not understood. */
const LEAST = 0.06;
/** The choices offered are at least this part of the best. */
const NEAR = 0.03;
/** A short answer is meant from this likelihood on, when nothing else is likelier in the same words. */
const TALK = 0.3;
/** That it is about something else is said soon, of what is not clear: rather that than something far-fetched. */
const ELSEWHERE = 0.05;
const NEARLY = 0.7;
/** A message as a whole tells so many times as much as a piece of it. */
const WHOLE = 2;

interface Ranked {
  target: number;
  likely: number;
  /** Asked only of what is shown: a tampered part may have a word that speaks for thousands. */
  because: () => readonly number[];
  clause: number;
}

/**
 * Reads what somebody types, with the words of a pack, on the device. Made once a part: building the index takes some
 * milliseconds, reading a message a few. No `Array.from` and no `reduce` on arrays in all of it: on pages with an old
 * Prototype.js these are other functions, and a call for help must be heard there too (`test/browser/hostile.test.ts`). Without `alarms` no call for help is heard: only for tests.
 */
export class Understanding {
  private readonly vocabulary = new Vocabulary();
  private readonly alarms: Alarms | undefined;
  private readonly classifier: Classifier;
  private readonly learns: Expressions<UnderstandingPart['learns'][number]>;
  private readonly where: Expressions<true>;
  private readonly what: Expressions<true>;
  private readonly person: Expressions<true>;
  private readonly terms: Expressions<string>;
  private readonly languages: readonly {lang: string; words: ReadonlySet<string>}[];
  private readonly offers: ReadonlySet<string>;
  /** Whoever types what something is called, means that. */
  private readonly titles = new Map<string, number>();

  constructor(
    private readonly part: UnderstandingPart,
    alarms?: AlarmsPart,
    /** When they were unpacked before; that takes the longest. */
    {words = readWordModel(part.model), calls}: {words?: ReadModel; calls?: ReadModel} = {},
  ) {
    const {vocabulary} = this;
    vocabulary.equate([...part.terms.map(({says}) => says), ...part.synonyms]);
    this.alarms = alarms && new Alarms(alarms, calls);
    this.classifier = new Classifier(words, vocabulary);
    this.learns = new Expressions(vocabulary, part.learns.map((one) => [one, one.says] as const));
    this.where = new Expressions<true>(vocabulary, [[true, part.where]]);
    this.what = new Expressions<true>(vocabulary, [[true, part.what]]);
    this.person = new Expressions<true>(vocabulary, [[true, part.person ?? []]]);
    this.terms = new Expressions(vocabulary, part.terms.map(({id, says}) => [id, says] as const));
    this.languages = part.languages.map(({lang, says}) => ({lang, words: new Set(says.flatMap((text) => readMessage(text).tokens.map((token) => token.text)))}));
    this.offers = new Set(part.offers);
    part.targets.forEach(({title}, target) => this.titles.set(wordsIn(readMessage(title).tokens), target));
    vocabulary.close();
  }

  /** Made in pieces, `pause` between them: a page in which somebody types does not stand still. */
  static async make(part: UnderstandingPart, alarms: AlarmsPart | undefined, pause: () => Promise<unknown>): Promise<Understanding> {
    const calls = alarms && (await unpackWordModel(alarms.model, pause));
    const words = await unpackWordModel(part.model, pause);
    return new Understanding(part, alarms, {words, ...(calls ? {calls} : {})});
  }

  understand(text: string): Understood {
    const {clean, tokens} = readMessage(text);
    const budget = {guesses: MAX_GUESSES};
    const heard = hearTokens(tokens, this.vocabulary, budget);
    const work = tokens.length + MAX_GUESSES - budget.guesses;
    const script = scriptLanguage(clean);
    const language = script ?? (heard.length ? this.languageOf(heard) : undefined);
    const alarm = this.alarms?.hear(text, language !== undefined);
    if (!heard.length && !script) return {...(alarm ? {alarm} : {}), answer: 'none', targets: [], empty: true, learned: [], work};
    const learned = this.told(heard, clean);
    const term = this.askedAfter(heard);
    const person = heard.length <= SHORT && this.person.find(heard).length > 0;
    return {...(alarm ? {alarm} : {}), ...this.answer(heard, clean), ...(term ? {term} : {}), ...(person ? {person} : {}), ...(language ? {language} : {}), learned, work};
  }

  private answer(heard: readonly Heard[], clean: string): Pick<Understood, 'answer' | 'targets' | 'aside'> {
    // "In de buurt" asks for addresses, and tells nothing of what.
    const where = this.where.find(heard);
    const {ranked, talk, several} = this.rank(heard, new Set(where.flatMap(({run}) => placesOf(run))));
    const together = this.together(ranked);
    if (together) ranked.splice(0, 2, ...together);
    const [first, second] = ranked;
    const aside = talk && talk.id !== 'buiten' ? {aside: talk.id} : {};
    const verdict = talk?.id === 'medisch' || talk?.id === 'juridisch';
    if (!first || first.likely < LEAST || (talk && !verdict && talk.likely > first.likely * (talk.id === 'buiten' ? NEARLY : 1))) return {answer: 'none', targets: [], ...aside};
    const shown = ranked.slice(0, 3).filter(({likely}) => likely >= NEAR * first.likely);
    const targets = shown.map((one) => this.target(one, heard, clean));
    const offered = where.length ? this.withOffers(targets) : targets;
    const apart = second && second.clause !== first.clause && second.likely >= SECOND && first.likely >= SECOND && heard.length > LONG;
    const sure = together || (first.likely >= (several ? CONFIDENT_OF_SEVERAL : CONFIDENT) && (!second || second.likely <= LEAD * first.likely));
    return {answer: verdict ? 'choices' : apart ? 'two' : sure ? 'confident' : 'choices', targets: offered, ...aside};
  }

  /** The kind of support and then the dialogue, when the two best are one of each and all others are far. */
  private together([first, second]: readonly Ranked[]): readonly Ranked[] | undefined {
    if (!first || !second || first.likely + second.likely < TOGETHER || second.likely < BESIDE * first.likely || first.clause !== second.clause) return undefined;
    const kinds = [first, second].map(({target}) => this.part.targets[target]!.kind);
    if (!kinds.includes('support') || !kinds.includes('flow')) return undefined;
    return kinds[0] === 'support' ? [first, second] : [second, first];
  }

  /** What fits, best first, and what short answer is asked for; and whether the message has several clauses. */
  private rank(heard: readonly Heard[], hidden: ReadonlySet<number>): {ranked: Ranked[]; talk: {id: Aside; likely: number} | undefined; several: boolean} {
    const {targets} = this.part;
    const best = new Map<number, Ranked>();
    let talk: {id: Aside; likely: number} | undefined;
    const parts = stretchesOf(heard);
    const isWhole = ({from, to}: {from: number; to: number}) => to - from === heard.length;
    const stretches = parts.some(isWhole) ? parts : [...parts, {from: 0, to: heard.length, clause: 0}];
    for (const {from, to, clause} of stretches) {
      const {likely, known, because} = this.classifier.judge(heard, from, to, hidden);
      if (!known) continue;
      const whole = stretches.length > 1 && isWhole({from, to}) ? WHOLE : 1;
      for (let target = 0; target < targets.length; target++) {
        const much = likely[target]! * whole;
        if (much > (best.get(target)?.likely ?? 0)) best.set(target, {target, likely: much, because: () => because(target), clause});
      }
      const most = Math.max(...likely);
      ASIDES.forEach((id, n) => {
        const much = likely[targets.length + n] ?? 0;
        const outside = id === 'buiten';
        if (much >= (outside ? ELSEWHERE : TALK) && much >= most * (outside ? NEARLY : 1) && much > (talk?.likely ?? 0)) talk = {id, likely: much};
      });
    }
    const named = heard.length <= SHORT ? this.titles.get(wordsIn(heard)) : undefined;
    if (named !== undefined) best.set(named, {target: named, likely: WHOLE, because: () => heard.map((_, at) => at), clause: 0});
    return {ranked: [...best.values()].sort((a, b) => b.likely - a.likely || a.target - b.target), talk, several: stretches.length > 1};
  }

  private target({target, likely, because}: Ranked, heard: readonly Heard[], clean: string): Target {
    const {kind, id, title} = this.part.targets[target]!;
    const telling = because().filter((at) => !STOPWORDS.has(heard[at]!.text));
    const why = [...telling].sort((a, b) => a - b).map((at) => clean.slice(heard[at]!.at, heard[at]!.end));
    return {kind, id, title, score: Math.min(1, Math.round(likely * 100) / 100), why};
  }

  /** Who asks where something is, gets the offers of the pack first, when it has any. */
  private withOffers(targets: Target[]): Target[] {
    const [first] = targets;
    if (first?.kind !== 'support' || !this.offers.has(first.id)) return targets;
    return [{...first, kind: 'offers' as const}, ...targets].slice(0, 3);
  }

  /** The word right behind "wat is" in a short question: in a long one it is about more. */
  private askedAfter(heard: readonly Heard[]): string | undefined {
    const [asked] = heard.length <= SHORT ? this.what.find(heard, {denied: false}) : [];
    return asked && this.terms.find(heard, {denied: false}).find(({run}) => run.from > asked.run.from && run.from <= asked.run.to + 3)?.value;
  }

  /** The last thing said of a name counts ("mijn moeder, nee, mijn schoonmoeder"); several values of one are several people. */
  private told(heard: readonly Heard[], clean: string): Told[] {
    const told = new Map<string, Told>();
    // By place how many words the expression there has: one word within a longer one says nothing by itself.
    const taken = new Map<number, number>();
    const found = this.learns.find(heard).sort((a, b) => b.run.length - a.run.length || a.run.from - b.run.from);
    for (const {value: {name, value, set}, run} of found) {
      const places = placesOf(run);
      if (run.length === 1 && places.some((at) => taken.get(at)! > 1)) continue;
      const number = places.map((at) => heard[at]!.text).find((word) => /^\d+$/.test(word));
      const said = value ?? number;
      if (said === undefined) continue;
      for (const at of places) taken.set(at, Math.max(taken.get(at) ?? 0, run.length));
      const key = set ? `${name} ${said}` : name;
      const before = told.get(key);
      if (!before) told.set(key, {name, value: said, ...(set ? {set} : {}), said: clean.slice(heard[run.from]!.at, heard[run.to]!.end)});
      else if (before.value !== said) told.set(key, {...before, value: ''});
    }
    // Two different values of one name: nobody knows which, so it is asked.
    return [...told.values()].filter(({value}) => value !== '');
  }

  /** Another language is meant when nearly half of the words are of it and not small words of the pack's own. */
  private languageOf(heard: readonly Heard[]): string | undefined {
    const head = heard.slice(0, 60);
    // "Ben" is Turkish, and Dutch.
    const own = this.part.lang.startsWith('nl') ? STOPWORDS : NONE;
    const counts = this.languages.map(({lang, words}) => ({lang, count: head.filter(({text}) => words.has(text) && !own.has(text)).length}));
    const [best] = counts.sort((a, b) => b.count - a.count);
    return best && best.count >= Math.max(1, 0.45 * head.length) ? best.lang : undefined;
  }
}

const NONE: ReadonlySet<string> = new Set();

const wordsIn = (tokens: readonly {text: string}[]): string => tokens.map(({text}) => text).join(' ');

function placesOf({from, to}: Run): number[] {
  const places: number[] = [];
  for (let at = from; at <= to; at++) places.push(at);
  return places;
}
