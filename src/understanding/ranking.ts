import type {UnderstoodTarget} from '../flows/model/understanding.js';
import type {Heard} from './alarm.js';
import {COMMON, OTHERS, STOPWORDS} from './lexicon.js';
import {readExpression} from './read-expression.js';
import {readMessage} from './tokens.js';
import type {Vocabulary} from './vocabulary.js';

/** How well a target fits, and the words of the message that say so. */
export interface Ranked {
  target: number;
  score: number;
  /** Places of words in the message. */
  because: number[];
  /** The stretch of the message that asks for it most: two needs stand in different ones. */
  stretch: number;
}

interface Phrase {
  target: number;
  words: number[];
  /** Sum of the weights of its words. */
  weight: number;
}

const STOP_WEIGHT = 0.12;
const PERSON_WEIGHT = 0.25;
const COMMON_WEIGHT = 0.4;
/** What the words of a target's own text count, beside its expressions. */
const ABOUT_WEIGHT = 0.22;
/** Part of a compound ("opvang" of "dagopvang"). */
const PART_WEIGHT = 0.35;
/** A message is read in stretches of its clauses; of a very long one the begin and the end. */
const MAX_STRETCHES = 60;
const LONGEST_STRETCH = 26;
const CONNECTIVES = new Set(['maar', 'want', 'dus', 'omdat', 'terwijl', 'doordat', 'zodat', 'en', 'ook', 'but', 'because', 'and']);

/** Finds what of the pack fits a message: by expressions as a whole, by their words, and a little by the target's own text. */
export class Ranking {
  private readonly phrases: Phrase[] = [];
  /** By word: the phrases it stands in. */
  private readonly postings = new Map<number, number[]>();
  /** By word: targets whose text or compounds hold it, with what that counts. */
  private readonly about = new Map<number, Map<number, number>>();
  private readonly weights = new Map<number, number>();

  constructor(
    readonly targets: readonly UnderstoodTarget[],
    vocabulary: Vocabulary,
    private readonly synonyms: ReadonlyMap<number, number>,
  ) {
    const seen = new Map<number, Set<number>>();
    const small = new Map<number, number>();
    const read = (text: string): number[] => {
      const ids = readExpression(text, vocabulary).map(({id: raw, text: word}) => {
        const id = this.plain(raw);
        const weight = STOPWORDS.has(word) ? STOP_WEIGHT : OTHERS.has(word) ? PERSON_WEIGHT : COMMON.has(word) ? COMMON_WEIGHT : 1;
        small.set(id, Math.min(small.get(id) ?? 1, weight));
        return id;
      });
      return [...new Set(ids)];
    };
    const texts = targets.map(({title, says, about = []}) => ({phrases: [...new Set([title, ...says])].map(read), about: about.flatMap(read)}));
    texts.forEach(({phrases}, target) => {
      for (const words of phrases) for (const id of words) seen.set(id, (seen.get(id) ?? new Set()).add(target));
    });
    const rarity = (id: number) => Math.log(1 + targets.length / ((seen.get(id)?.size ?? 0) + 0.5));
    for (const id of small.keys()) this.weights.set(id, rarity(id) * small.get(id)!);
    texts.forEach(({phrases, about}, target) => {
      for (const words of phrases) this.addPhrase(target, words);
      for (const id of about) this.addAbout(id, target, ABOUT_WEIGHT);
    });
    targets.forEach(({title, says}, target) => {
      for (const word of [title, ...says].flatMap((text) => readMessage(text).tokens.map((token) => token.text))) {
        for (const id of vocabulary.parts(word) ?? []) if ((this.weights.get(this.plain(id)) ?? 0) > 0.6) this.addAbout(this.plain(id), target, PART_WEIGHT);
      }
    });
  }

  /** The word that stands for this one. */
  plain(id: number): number {
    return this.synonyms.get(id) ?? id;
  }

  /** What fits, best first. `known` tells how much of the message's own words the pack knows, from 0 to 1. */
  rank(heard: readonly Heard[]): {ranked: Ranked[]; known: number} {
    const stretches = stretchesOf(heard);
    const best = new Map<number, Ranked>();
    const totals = new Map<number, number>();
    stretches.forEach((stretch, n) => {
      for (const [target, {score, because}] of this.score(heard, stretch.from, stretch.to)) {
        totals.set(target, (totals.get(target) ?? 0) + (stretch.whole ? 0 : score));
        const before = best.get(target);
        if (!before || score > before.score) best.set(target, {target, score, because, stretch: stretch.clause ?? n});
      }
    });
    const ranked = [...best.values()].map((one) => ({...one, score: one.score + 0.15 * Math.max(0, Math.min(totals.get(one.target)!, 3 * one.score) - one.score)}));
    ranked.sort((a, b) => b.score - a.score || a.target - b.target);
    return {ranked, known: this.known(heard)};
  }

  private known(heard: readonly Heard[]): number {
    let known = 0;
    let all = 0;
    for (const {text, matches} of heard) {
      if (STOPWORDS.has(text) || OTHERS.has(text) || /^\d+$/.test(text)) continue;
      all++;
      known += Math.max(0, ...matches.filter(({id}) => (this.weights.get(this.plain(id)) ?? 0) > 0).map(({sure}) => sure));
    }
    return all ? known / all : 1;
  }

  private score(heard: readonly Heard[], from: number, to: number): Map<number, {score: number; because: number[]}> {
    /** By word: how sure, and where. */
    const there = new Map<number, {sure: number; at: number}>();
    for (let at = from; at < to; at++) {
      for (const {id: raw, sure} of heard[at]!.matches) {
        const id = this.plain(raw);
        if ((there.get(id)?.sure ?? 0) < sure) there.set(id, {sure, at});
      }
    }
    const matched = new Map<number, number[]>();
    for (const id of there.keys()) for (const phrase of this.postings.get(id) ?? []) matched.set(phrase, [...(matched.get(phrase) ?? []), id]);
    const byTarget = new Map<number, {phrase: Phrase; words: number[]; score: number}[]>();
    for (const [n, words] of matched) {
      const phrase = this.phrases[n]!;
      const score = this.fit(phrase, words, there);
      const list = byTarget.get(phrase.target);
      if (list) list.push({phrase, words, score});
      else byTarget.set(phrase.target, [{phrase, words, score}]);
    }
    const out = new Map<number, {score: number; because: number[]}>();
    for (const [target, list] of byTarget) out.set(target, this.sum(list, there));
    for (const [id, {sure, at}] of there) {
      for (const [target, part] of this.about.get(id) ?? []) {
        const one = out.get(target) ?? {score: 0, because: []};
        if (!one.because.includes(at)) out.set(target, {score: one.score + part * sure * (this.weights.get(id) ?? 0), because: one.because});
      }
    }
    return out;
  }

  /** An expression counts for what of it is said, more when it is said whole and together. */
  private fit({words, weight}: Phrase, found: readonly number[], there: ReadonlyMap<number, {sure: number; at: number}>): number {
    let said = 0;
    let first = Infinity;
    let last = -Infinity;
    for (const id of found) {
      const {sure, at} = there.get(id)!;
      said += (this.weights.get(id) ?? 0) * sure;
      first = Math.min(first, at);
      last = Math.max(last, at);
    }
    const cover = weight > 0 ? said / weight : 0;
    const spread = last - first + 1 > 2 * words.length + 4 ? 0.8 : 1;
    const whole = found.length === words.length && words.length >= 3 && last - first <= words.length + 2 ? 0.6 : 0;
    return said * Math.min(1, cover) ** 0.9 * spread + whole;
  }

  /** The best expression, and of the others what they add in words that were not counted yet. */
  private sum(list: {phrase: Phrase; words: number[]; score: number}[], there: ReadonlyMap<number, {sure: number; at: number}>): {score: number; because: number[]} {
    list.sort((a, b) => b.score - a.score);
    const used = new Set<number>();
    let score = 0;
    list.slice(0, 12).forEach((one, n) => {
      const fresh = one.words.filter((id) => !used.has(id));
      if (!fresh.length) return;
      const all = this.weightOf(one.words) || 1;
      const share = this.weightOf(fresh) / all;
      score += one.score * share * (n === 0 ? 1 : 0.45);
      for (const id of fresh) used.add(id);
    });
    const because = [...used].filter((id) => (this.weights.get(id) ?? 0) > 0.5).map((id) => there.get(id)!.at);
    return {score, because};
  }

  private weightOf(words: readonly number[]): number {
    let sum = 0;
    for (const id of words) sum += this.weights.get(id) ?? 0;
    return sum;
  }

  private addPhrase(target: number, words: number[]): void {
    if (!words.length) return;
    const n = this.phrases.push({target, words, weight: this.weightOf(words)}) - 1;
    for (const id of words) {
      const list = this.postings.get(id);
      if (list) list.push(n);
      else this.postings.set(id, [n]);
    }
  }

  private addAbout(id: number, target: number, weight: number): void {
    const there = this.about.get(id) ?? new Map<number, number>();
    there.set(target, Math.max(there.get(target) ?? 0, weight));
    this.about.set(id, there);
  }
}

/** Clauses, each two that follow each other, and a short message as a whole. */
function stretchesOf(heard: readonly Heard[]): {from: number; to: number; whole?: true; clause?: number}[] {
  const clauses: {from: number; to: number}[] = [];
  let from = 0;
  heard.forEach(({stop, text}, at) => {
    if (at > from && (stop || (CONNECTIVES.has(text) && at - from >= 4) || at - from >= LONGEST_STRETCH)) {
      clauses.push({from, to: at});
      from = at;
    }
  });
  if (from < heard.length) clauses.push({from, to: heard.length});
  const few = clauses.length > MAX_STRETCHES ? [...clauses.slice(0, MAX_STRETCHES - 15), ...clauses.slice(-15)] : clauses;
  const pairs = few.slice(1).flatMap((clause, n) => (clause.to - few[n]!.from <= LONGEST_STRETCH && clause.from === few[n]!.to ? [{from: few[n]!.from, to: clause.to, whole: true as const, clause: n}] : []));
  return [...few.map((clause, n) => ({...clause, clause: n})), ...pairs, ...(few.length > 1 && heard.length <= LONGEST_STRETCH ? [{from: 0, to: heard.length, whole: true as const, clause: 0}] : [])];
}
