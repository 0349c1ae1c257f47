import type {Step} from '../../model/flow.js';
import type {SupportPart} from '../../model/support.js';
import {advise, MOST_ADVICE, type Advised} from '../../semantics/advice.js';
import {NONE, type Bdd} from '../prove/bdd.js';
import type {Known} from './known.js';
import {sample} from './sample.js';
import {replayVisitor} from './shortest-way.js';
import type {Walk} from './walk.js';
import {fitting, isUrgent, placesOf, weighAll, type Weights} from './weigh.js';

export type Cause = 'past nu' | 'past niet meer' | 'weegt zwaarder' | 'weegt lichter';
export type Effect = 'erbij' | 'weg' | 'hoger' | 'lager';

/** What becomes of one kind of support. Shares are of the visitors whose advice may change. */
export interface KindChange {
  id: string;
  title: string;
  urgent: boolean;
  causes: {what: Cause; who: Bdd}[];
  /** `who` only where it was worked out for everybody; else the share comes from a sample. */
  effects: {what: Effect; share: number; who?: Bdd}[];
  /** Which part gets it among the best. */
  before: number;
  after: number;
}

export interface AdviceChange {
  /** Nobody outside of this group gets other advice. */
  touched: Bdd;
  /** Who really gets another list; only where it was worked out for everybody. */
  changed?: Bdd;
  share: number;
  kinds: KindChange[];
}

/** One version of an end that advises. */
export interface AdvisingEnd {
  walk: Walk;
  start: {flow: string; step: string};
  step: Step;
  known: Known;
  support: SupportPart;
}

/** How many visitors are asked where working it out for everybody costs too much. */
const SAMPLES = 3000;

/**
 * How the advice of two versions differs for the visitors `both`, who come to these ends. With `exact` for every one of
 * them, which may throw OverBudget where many kinds compete; else the group that is touched is exact and what happens
 * in it comes from a sample.
 */
export function compareAdvice(old: AdvisingEnd, now: AdvisingEnd, both: Bdd, exact: boolean, shareOf: (set: Bdd, among: Bdd) => number): AdviceChange | undefined {
  const d = old.walk.questions.diagrams;
  const [before, after] = [old, now].map(({walk: {knowledge}, known, support}) => {
    const among = knowledge.among(known, both);
    return weighAll(d, among.who, (condition) => knowledge.holds(condition, among), support.kinds);
  }) as [Map<string, Weights>, Map<string, Weights>];
  const kinds = [...new Map([...old.support.kinds, ...now.support.kinds].map((kind) => [kind.id, kind])).values()];
  const shifts = new Map(kinds.map(({id}) => [id, shiftOf(d, before.get(id) ?? new Map(), after.get(id) ?? new Map())]));
  let touched = most(old.step) === most(now.step) ? reordered(d, old.support.order, now.support.order, before) : both;
  for (const {heavier, lighter} of shifts.values()) touched = d.or(touched, d.or(heavier, lighter));
  touched = d.and(touched, both);
  if (touched === NONE) return undefined;
  const effects = exact ? workedOut(old, now, before, after, kinds, touched) : sampled(old, now, kinds, touched);
  const changes = kinds.map((kind): KindChange => {
    const {fresh, gone, heavier, lighter} = shifts.get(kind.id)!;
    const causes: KindChange['causes'] = [
      {what: 'past nu' as const, who: fresh},
      {what: 'past niet meer' as const, who: gone},
      {what: 'weegt zwaarder' as const, who: d.minus(heavier, fresh)},
      {what: 'weegt lichter' as const, who: d.minus(lighter, gone)},
    ].filter(({who}) => who !== NONE);
    const found = effects.kinds.get(kind.id)!;
    const told = found.effects.flatMap(({what, share, who}) => {
      const part = who === undefined ? share! : shareOf(who, touched);
      return part > 0 ? [{what, share: part, ...(who === undefined ? {} : {who})}] : [];
    });
    const part = (share: number | Bdd) => (exact ? shareOf(share, touched) : share);
    return {id: kind.id, title: kind.title, urgent: isUrgent(kind), causes, effects: told, before: part(found.before), after: part(found.after)};
  });
  const share = effects.changed === undefined ? effects.share : shareOf(effects.changed, touched);
  if (exact && effects.changed === NONE) return undefined;
  return {touched, share, ...(effects.changed === undefined ? {} : {changed: effects.changed}), kinds: changes.filter(({causes, effects: told}) => causes.length || told.length)};
}

interface Effects {
  changed?: Bdd;
  share: number;
  /** `before` and `after` are sets where all was worked out, and shares in a sample. */
  kinds: Map<string, {effects: {what: Effect; share?: number; who?: Bdd}[]; before: number; after: number}>;
}

function workedOut(old: AdvisingEnd, now: AdvisingEnd, before: ReadonlyMap<string, Weights>, after: ReadonlyMap<string, Weights>, kinds: SupportPart['kinds'], touched: Bdd): Effects {
  const d = old.walk.questions.diagrams;
  const found: Effects['kinds'] = new Map();
  let changed: Bdd = NONE;
  for (const kind of kinds) {
    const placed = (end: AdvisingEnd, weights: ReadonlyMap<string, Weights>) =>
      isUrgent(kind) ? [d.and(touched, fitting(d, weights.get(kind.id) ?? new Map()))] : placesOf(d, weights, end.support, kind.id, most(end.step), touched);
    const [was, is] = [placed(old, before), placed(now, after)];
    const any = (places: readonly Bdd[]) => places.reduce<Bdd>((all, set) => d.or(all, set), NONE);
    const moved = (better: (from: number, to: number) => boolean) => was.reduce<Bdd>((all, from, a) => is.reduce<Bdd>((sum, to, b) => (better(a, b) ? d.or(sum, d.and(from, to)) : sum), all), NONE);
    const effects: {what: Effect; who: Bdd}[] = [
      {what: 'erbij', who: d.minus(any(is), any(was))},
      {what: 'weg', who: d.minus(any(was), any(is))},
      {what: 'hoger', who: moved((from, to) => to < from)},
      {what: 'lager', who: moved((from, to) => to > from)},
    ];
    for (const {who} of effects) changed = d.or(changed, who);
    found.set(kind.id, {effects: effects.filter(({who}) => who !== NONE), before: any(was), after: any(is)});
  }
  return {changed, share: 0, kinds: found};
}

function sampled(old: AdvisingEnd, now: AdvisingEnd, kinds: SupportPart['kinds'], touched: Bdd): Effects {
  const {questions} = old.walk;
  const tally = new Map(kinds.map(({id}) => [id, {erbij: 0, weg: 0, hoger: 0, lager: 0, before: 0, after: 0}]));
  let asked = 0;
  let changed = 0;
  for (const visitor of sample(questions.diagrams, touched, questions.bits, SAMPLES)) {
    const [was, is] = [old, now].map(({walk, start, support, step}) => placesIn(advise(support.kinds, support.order, replayVisitor(walk, start, visitor).memory, most(step)))) as [Map<string, number>, Map<string, number>];
    asked += 1;
    let other = false;
    for (const [id, counts] of tally) {
      const [from, to] = [was.get(id), is.get(id)];
      if (from !== undefined) counts.before += 1;
      if (to !== undefined) counts.after += 1;
      if (from === to) continue;
      other = true;
      counts[from === undefined ? 'erbij' : to === undefined ? 'weg' : to < from ? 'hoger' : 'lager'] += 1;
    }
    if (other) changed += 1;
  }
  const effects = (['erbij', 'weg', 'hoger', 'lager'] as const);
  return {
    share: changed / asked,
    kinds: new Map(Array.from(tally, ([id, counts]) => [id, {effects: effects.map((what) => ({what, share: counts[what] / asked})), before: counts.before / asked, after: counts.after / asked}])),
  };
}

/** At which place each kind stands; urgent ones have none among the best. */
function placesIn({urgent, best}: Advised): Map<string, number> {
  return new Map([...urgent.map(({kind}) => [kind.id, 0] as const), ...best.map(({kind}, place) => [kind.id, place] as const)]);
}

/** How many kinds an end shows at most. */
function most({body = []}: Step): number {
  const shown = body.find((block) => block.t === 'show' && block.what === 'steun');
  return Math.min(MOST_ADVICE, (shown?.t === 'show' ? shown.max : undefined) ?? MOST_ADVICE);
}

function shiftOf(d: AdvisingEnd['walk']['questions']['diagrams'], before: Weights, after: Weights): {fresh: Bdd; gone: Bdd; heavier: Bdd; lighter: Bdd} {
  const [was, is] = [fitting(d, before), fitting(d, after)];
  const [fresh, gone] = [d.minus(is, was), d.minus(was, is)];
  let [heavier, lighter] = [fresh, gone];
  for (const [from, left] of before) {
    for (const [to, right] of after) {
      if (to > from) heavier = d.or(heavier, d.and(left, right));
      if (to < from) lighter = d.or(lighter, d.and(left, right));
    }
  }
  return {fresh, gone, heavier, lighter};
}

/** For whom two kinds weigh the same that changed places in the order. */
function reordered(d: AdvisingEnd['walk']['questions']['diagrams'], old: readonly string[], now: readonly string[], weights: ReadonlyMap<string, Weights>): Bdd {
  const kept = old.filter((id) => now.includes(id));
  let touched: Bdd = NONE;
  for (const [n, one] of kept.entries()) {
    for (const other of kept.slice(n + 1)) {
      if (now.indexOf(one) < now.indexOf(other)) continue;
      for (const [weight, set] of weights.get(one) ?? []) touched = d.or(touched, d.and(set, weights.get(other)?.get(weight) ?? NONE));
    }
  }
  return touched;
}
