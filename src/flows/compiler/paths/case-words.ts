import type {Flow} from '../../model/flow.js';
import {answersOf} from '../../semantics/dialogue.js';
import {plainWords} from '../prove/plain-words.js';
import {nodeId, type NodeId} from '../prove/space.js';
import {NOT_ASKED, type Case, type Group, type Threshold} from './cases.js';
import type {Question, Questions} from './questions.js';

/** Situations in plain Dutch, with the words of the questions and answers themselves. */
export class CaseWords {
  #titles = new Map<NodeId, string>();
  #labels = new Map<string, string>();
  /** By the name of a set the questions that add to it. */
  #setters = new Map<string, Set<NodeId>>();
  #order: Question[];
  #tickOf = new Map<number, {question: Question; id: string}>();

  /** @param asked the steps that are spoken of; all of them when left out. */
  constructor(questions: Questions, asked?: (id: NodeId) => boolean) {
    this.#order = questions.all;
    const taken = new Map<string, NodeId>();
    // Newest last, so that its words win.
    for (const {flows} of questions.versions) for (const flow of flows) this.#read(flow);
    for (const [id, title] of this.#titles) {
      if (asked && !asked(id)) continue;
      if (taken.has(title)) this.#titles.set(id, `${title} (${id.split('#')[1]})`);
      taken.set(title, id);
    }
    for (const question of this.#order) if (question.kind === 'many' || question.kind === 'place') for (const [id, bit] of question.answers) this.#tickOf.set(bit, {question, id});
  }

  /** "bij «Voor wie?» «Mijn partner» kiest en bij «Wat doe je?» «Koken» aankruist"; empty for everybody. */
  tell({choices, ticks, thresholds}: Case): string {
    const parts = this.#order.flatMap((question) => [
      ...Array.from(choices).flatMap(([group, ids]) => (group.question === question ? this.#choice(group, ids) : [])),
      ...this.#ticks(question, ticks),
    ]);
    return enumerate([...parts, ...this.#reached(thresholds)]);
  }

  title(id: NodeId): string {
    return `«${this.#titles.get(id) ?? id}»`;
  }

  label(id: NodeId, answer: string): string {
    return `«${this.#labels.get(`${id} ${answer}`) ?? answer}»`;
  }

  #choice({question, buttons, bits}: Group, ids: ReadonlySet<string>): string {
    const at = `bij ${this.title(question.id)}`;
    const chosen = [...bits.keys()].filter((id) => ids.has(id));
    const left = [...bits.keys()].filter((id) => !ids.has(id));
    if (!chosen.length) return `${this.title(question.id)} niet krijgt`;
    if (!left.length) return `${this.title(question.id)} krijgt`;
    if (question.kind === 'number' && !buttons) return `${at} ${this.#numbers([...bits.keys()], ids)}`;
    const names = (list: readonly string[]) => either(list.map((id) => this.label(question.id, id)));
    const [verb, on] = buttons ? ['drukt', 'op '] : ['kiest', ''];
    if (ids.has(NOT_ASKED)) return `${at} niet ${on}${names(left)} ${verb}`;
    return chosen.length <= left.length ? `${at} ${on}${names(chosen)} ${verb}` : `${at} ${on}iets anders dan ${names(left)} ${verb}`;
  }

  #ticks(question: Question, ticks: ReadonlyMap<number, boolean>): string[] {
    const on: string[] = [];
    const off: string[] = [];
    for (const [bit, value] of ticks) {
      const tick = this.#tickOf.get(bit);
      if (tick?.question === question) (value ? on : off).push(this.label(question.id, tick.id));
    }
    const at = `bij ${this.title(question.id)}`;
    if (question.kind === 'place') return [...(on.length ? [`${at} een plaats invult`] : []), ...(off.length ? [`${at} geen plaats invult`] : [])];
    if (on.length) return [`${at} ${enumerate(on)} aankruist${off.length ? ` en niet ${either(off)}` : ''}`];
    return off.length ? [`${at} ${either(off)} niet aankruist`] : [];
  }

  /** "voor «last» op 2 tot en met 4 uitkomt", with "eerst" and "nu" where two versions count differently. */
  #reached(thresholds: ReadonlyMap<Threshold, boolean>): string[] {
    const reached = new Map<string, Threshold & {least?: number; below?: number}>();
    for (const [threshold, on] of thresholds) {
      const key = `${threshold.name} ${threshold.size ?? ''} ${threshold.version ?? ''}`;
      const range: Threshold & {least?: number; below?: number} = reached.get(key) ?? {...threshold};
      if (on) range.least = Math.max(range.least ?? 0, threshold.from);
      else range.below = Math.min(range.below ?? Infinity, threshold.from);
      reached.set(key, range);
    }
    return Array.from(reached.values(), ({name, size, version, least, below}) => {
      const when = version === 'old' ? 'eerst ' : version === 'new' ? 'nu ' : '';
      if (!size) return `${when}voor «${name}» op ${range(least, below)} uitkomt`;
      const many = below === 1 ? 'niets' : range(least, below);
      const asked = this.#setters.get(name);
      return asked?.size === 1 ? `${when}bij ${this.title([...asked][0]!)} ${many} aankruist (van «${name}»)` : `${when}${many} van «${name}» heeft`;
    });
  }

  #numbers(all: readonly string[], ids: ReadonlySet<string>): string {
    const parts: string[] = [];
    const lows = all.filter((id) => id !== '').map(Number);
    for (let n = 0; n < lows.length; n += 1) {
      if (!ids.has(String(lows[n]))) continue;
      const from = lows[n]!;
      while (n + 1 < lows.length && ids.has(String(lows[n + 1]))) n += 1;
      const next = lows[n + 1];
      parts.push(next === undefined ? `${from} of meer` : next - 1 === from ? String(from) : `${from} tot en met ${next - 1}`);
    }
    return either([...(parts.length ? [`${either(parts)} invult`] : []), ...(ids.has('') ? ['niets invult'] : [])]);
  }

  #read(flow: Flow): void {
    for (const step of flow.steps) {
      const id = nodeId(flow.id, step.id);
      this.#titles.set(id, plainWords(step.title));
      for (const answer of answersOf(step)) {
        this.#labels.set(`${id} ${answer.id}`, plainWords(answer.label));
        for (const [op, name] of answer.effects ?? []) if (op === '+=') this.#setters.set(name, (this.#setters.get(name) ?? new Set()).add(id));
      }
      for (const button of step.buttons ?? []) this.#labels.set(`${id} ${button.id}`, plainWords(button.label));
    }
  }
}

function range(from: number | undefined, below: number | undefined): string {
  if (from === undefined) return below === 1 ? '0' : `minder dan ${below}`;
  if (below === undefined) return `${from} of meer`;
  return below - 1 === from ? String(from) : `${from} tot en met ${below - 1}`;
}

/** "a, b en c" */
export function enumerate(parts: readonly string[], word = 'en'): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1)}`;
}

function either(parts: readonly string[]): string {
  return enumerate(parts, 'of');
}
