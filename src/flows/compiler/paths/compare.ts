import {plainWords} from '../prove/plain-words.js';
import type {CompiledPack} from '../compile-pack.js';
import {Diagrams, NONE, OverBudget, type Bdd} from '../prove/bdd.js';
import {showsAdvice} from '../prove/shows-advice.js';
import {nodeId} from '../prove/space.js';
import {CaseWords} from './case-words.js';
import {CaseFinder} from './cases.js';
import {compareAdvice, type Cause, type Effect} from './compare-advice.js';
import {compareBlocks} from './compare-blocks.js';
import {countingOf, type Counting} from './counting.js';
import {nobody, type Known} from './known.js';
import {adviceReads, Questions} from './questions.js';
import {realVisitors, Shares} from './shares.js';
import {sharedThresholds, thresholdsOf} from './thresholds.js';
import {Walk, type Walked} from './walk.js';

/** Who something is about, in words. */
export interface Situations {
  /** Each completes "wie …"; an empty one is everybody. */
  who: string[];
  /** False when these only bound it: it is about a part of them. */
  exact: boolean;
  /** Which part of the visitors this is a part of. */
  share: number;
}

export interface AdviceDifference {
  /** Title of the end. */
  end: string;
  /** Only these may get other advice. Their share is of everybody who comes there. */
  touched: Situations;
  /** Who of them gets another list; in words only where it was worked out for everybody. Their share is of `touched`. */
  changed: Omit<Situations, 'who' | 'exact'> & Partial<Situations>;
  exact: boolean;
  kinds: {
    id: string;
    title: string;
    urgent: boolean;
    causes: {what: Cause; situations: Situations}[];
    effects: {what: Effect; share: number; situations?: Situations}[];
    before: number;
    after: number;
  }[];
}

/** What changed for those who begin at one step. */
export interface Difference {
  flow: string;
  title: string;
  /** `flow#step`, and its title. */
  start: string;
  startTitle: string;
  /** Ways to answer that are no longer there, or are new. */
  gone?: Situations;
  fresh?: Situations;
  ends: {from: string; to: string; situations: Situations}[];
  blocks: {end: string; texts: string[]; change: 'erbij' | 'weg'; situations: Situations}[];
  advice: AdviceDifference[];
  /** How the counts in the situations come about; both ways where versions differ. */
  counting: {old: Counting[]; now: Counting[]};
}

type Pack = Pick<CompiledPack, 'flows' | 'support'>;

/** Nodes that working everything out may cost, and (without that) the whole comparison. */
const EXACT_BUDGET = 2_000_000;
const BUDGET = 12_000_000;

/**
 * Compares two versions of a pack for every visitor: somebody who gives the same answers in both. What only one of
 * them asks they answer there in every way. Gives only what differs.
 *
 * @throws OverBudget when even the steps cannot be followed.
 */
export function* comparePacks(old: Pack, now: Pack): Generator<{busy: string} | {difference: Difference}> {
  let budget = EXACT_BUDGET;
  for (const flow of now.flows) {
    const before = old.flows.find(({id}) => id === flow.id);
    if (!before) continue;
    const entries = flow.steps.filter((step, n) => n > 0 && step.entry && before.steps.some((other, m) => m > 0 && other.entry && other.id === step.id)).map(({id}) => id);
    const starts = [[before.steps[0]!.id, flow.steps[0]!.id] as const, ...entries.map((id) => [id, id] as const)];
    for (const [from, to] of starts) {
      yield {busy: `«${flow.title}» vanaf «${to}» vergelijken …`};
      const difference = compareStart(old, now, {flow: flow.id, step: from}, {flow: flow.id, step: to}, budget);
      // Where it cost too much once, less is spent on trying again.
      if (difference?.advice.some(({exact}) => !exact)) budget = EXACT_BUDGET / 8;
      if (difference) yield {difference};
    }
  }
}

type Start = {flow: string; step: string};

function compareStart(old: Pack, now: Pack, from: Start, to: Start, budget: number): Difference | undefined {
  try {
    return new StartComparison(old, now, from, to, true, budget).compare();
  } catch (error) {
    if (!(error instanceof OverBudget)) throw error;
    return new StartComparison(old, now, from, to, false, BUDGET).compare();
  }
}

interface Side {
  pack: Pack;
  start: Start;
  walk: Walk;
  walked: Walked;
  final: Known;
}

class StartComparison {
  readonly #questions: Questions;
  readonly #old: Side;
  readonly #now: Side;
  readonly #shares: Shares;
  readonly #words: CaseWords;
  readonly #finder: CaseFinder;
  /** Visitors who come to an end in both versions. */
  readonly #both: Bdd;

  constructor(
    old: Pack,
    now: Pack,
    from: Start,
    to: Start,
    private readonly exact: boolean,
    budget: number,
  ) {
    const d = new Diagrams(budget);
    this.#questions = new Questions(d, [old, now].map(({flows, support}) => ({flows, more: adviceReads(support)})));
    const side = (pack: Pack, start: Start, version: number): Side => {
      const walk = new Walk(this.#questions, version);
      const walked = walk.all(nodeId(start.flow, start.step));
      const final = [...walked.ends.values()].reduce<Known>((all, known) => walk.knowledge.together(all, known), nobody);
      return {pack, start, walk, walked, final};
    };
    this.#old = side(old, from, 0);
    this.#now = side(now, to, 1);
    this.#shares = new Shares(this.#questions, realVisitors([this.#old, this.#now]));
    this.#both = d.and(d.and(this.#old.final.who, this.#now.final.who), this.#shares.real);
    const thresholds = sharedThresholds(this.#questions, thresholdsOf(this.#old.walk, this.#old.final, 'old'), thresholdsOf(this.#now.walk, this.#now.final, 'new'), this.#both);
    this.#finder = new CaseFinder(this.#questions, this.#shares, thresholds);
    this.#words = new CaseWords(this.#questions, (id) => this.#old.walked.entering.has(id) || this.#now.walked.entering.has(id));
  }

  compare(): Difference | undefined {
    const {walk, start} = this.#now;
    const d = this.#questions.diagrams;
    const everybody = d.and(this.#shares.real, d.or(this.#old.final.who, this.#now.final.who));
    const [gone, fresh] = [d.minus(d.and(this.#old.final.who, this.#shares.real), this.#now.final.who), d.minus(d.and(this.#now.final.who, this.#shares.real), this.#old.final.who)];
    const ends = this.#ends();
    const blocks = this.#blocks();
    const advice = this.#advice();
    if (gone === NONE && fresh === NONE && !ends.length && !blocks.length && !advice.length) return undefined;
    const flow = this.#now.pack.flows.find(({id}) => id === start.flow)!;
    const id = nodeId(start.flow, start.step);
    return {
      flow: flow.id,
      title: flow.title,
      start: id,
      startTitle: plainWords(walk.version.steps.get(id)!.step.title),
      ...(gone === NONE ? {} : {gone: this.#situations(gone, everybody, true)}),
      ...(fresh === NONE ? {} : {fresh: this.#situations(fresh, everybody, true)}),
      ends,
      blocks,
      advice,
      counting: {old: countingOf(this.#old.walk.version, this.#words, this.#old.walked.entering), now: countingOf(walk.version, this.#words, this.#now.walked.entering)},
    };
  }

  /** In how many ways the questions are answered by `set`. */
  #situations(set: Bdd, among: Bdd, early = false): Situations {
    const {cases, exact} = this.#finder.find(set, among, early);
    const who = cases.map((one) => this.#words.tell(one));
    return {who: who.length ? who : [''], exact, share: this.#shares.of(set, among)};
  }

  /** Pairs of ends with the visitors who come to one in the old version and to the other in the new one. */
  *#pairs(): Generator<{from: string; to: string; who: Bdd}> {
    const d = this.#questions.diagrams;
    for (const [from, before] of this.#old.walked.ends) {
      for (const [to, after] of this.#now.walked.ends) {
        const who = d.and(d.and(before.who, after.who), this.#both);
        if (who !== NONE) yield {from, to, who};
      }
    }
  }

  #ends(): Difference['ends'] {
    const title = ({walk}: Side, id: string) => plainWords(walk.version.steps.get(id)!.step.title);
    return [...this.#pairs()].flatMap(({from, to, who}) => (from === to ? [] : [{from: title(this.#old, from), to: title(this.#now, to), situations: this.#situations(who, this.#both, true)}]));
  }

  #blocks(): Difference['blocks'] {
    return [...this.#pairs()].flatMap(({from, to, who}) => {
      if (from !== to) return [];
      const [old, now] = [this.#at(this.#old, from), this.#at(this.#now, to)];
      return compareBlocks(old, now, who).map(({texts, change, who: seen}) => ({end: plainWords(now.step.title), texts, change, situations: this.#situations(seen, who)}));
    });
  }

  #advice(): AdviceDifference[] {
    return [...this.#pairs()].flatMap(({from, to, who}): AdviceDifference[] => {
      const [old, now] = [this.#at(this.#old, from), this.#at(this.#now, to)];
      if (!showsAdvice(old.step) || !showsAdvice(now.step)) return [];
      const change = compareAdvice(old, now, who, this.exact, (set, among) => this.#shares.of(set, among));
      if (!change) return [];
      const {touched, changed, share, kinds} = change;
      return [
        {
          end: plainWords(now.step.title),
          touched: this.#situations(touched, who),
          changed: changed === undefined ? {share} : this.#situations(changed, touched),
          exact: this.exact,
          kinds: kinds.map(({causes, effects, ...kind}) => ({
            ...kind,
            causes: causes.map(({what, who: whom}) => ({what, situations: this.#situations(whom, who)})),
            effects: effects.map(({what, share: part, who: whom}) => ({what, share: part, ...(whom === undefined ? {} : {situations: this.#situations(whom, who)})})),
          })),
        },
      ];
    });
  }

  #at({pack, walk, walked, start}: Side, id: string) {
    return {walk, start, step: walk.version.steps.get(id)!.step, known: walked.ends.get(id)!, support: pack.support ?? {lang: 'nl', order: [], kinds: []}};
  }
}
