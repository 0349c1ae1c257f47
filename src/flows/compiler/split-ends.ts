import type {Ends, Flow, Step} from '../model/flow.js';
import type {Block, Inline, Term} from '../model/node.js';
import {answersOf} from '../semantics/dialogue.js';

/** What makes an end a result: it reads back, advises, or makes something to take along. */
const RESULTS: readonly string[] = ['samenvatting', 'steun', 'aanbod', 'briefje', 'taken'];

/**
 * Parts a flow into what the questions need and the texts of its results, with what these say back. An end that only says where to turn
 * stays with the questions, so that nobody waits for it. Footnotes are numbered anew: those of the questions first.
 */
export function splitEnds(flow: Flow): {flow: Flow; ends?: Ends} {
  const isLater = (step: Step) => !step.control && !step.buttons && step.body?.some((block) => block.t === 'show' && RESULTS.includes(block.what));
  if (!flow.steps.some(isLater)) return {flow};
  const early = new Uses();
  const late = new Uses(early);
  const steps = flow.steps.map((step): Step => {
    if (isLater(step)) {
      const {body: _body, ...kept} = step;
      return {...kept, title: early.inlines(step.title), later: true};
    }
    return early.step(step);
  });
  const echoes = flow.steps.flatMap((step) => answersOf(step).flatMap(({id, echo}) => (echo ? [{step: step.id, answer: id, c: late.inlines(echo)}] : [])));
  const texts = flow.steps.filter(isLater).map((step) => ({id: step.id, body: late.blocks(step.body!)}));
  const {sources: _sources, terms: _terms, ...kept} = flow;
  return {
    flow: {...kept, steps, ...early.kept(flow)},
    ends: {id: flow.id, lang: flow.lang, steps: texts, ...(echoes.length ? {echoes} : {}), ...late.kept(flow)},
  };
}

/** Rewrites text with footnotes numbered in order of use, and remembers what was used. */
class Uses {
  readonly numbers: Map<number, number>;
  readonly inherited: ReadonlySet<string>;
  readonly #own: number[] = [];
  readonly #terms = new Set<string>();

  /** Footnote numbers run on from `before`, and its glossary words need not be said again. */
  constructor(before?: Uses) {
    this.numbers = before?.numbers ?? new Map();
    this.inherited = before ? before.#terms : new Set();
  }

  /** The footnotes and glossary words that were used here and not before. */
  kept({sources = [], terms = {}}: Flow): {sources?: Inline[][]; terms?: Record<string, Term>} {
    const own = Object.entries(terms).filter(([id]) => this.#terms.has(id) && !this.inherited.has(id));
    return {
      ...(this.#own.length ? {sources: this.#own.map((n) => sources[n - 1]!)} : {}),
      ...(own.length ? {terms: Object.fromEntries(own.map(([id, term]) => [id, {...term, c: this.blocks(term.c)}]))} : {}),
    };
  }

  step(step: Step): Step {
    const {title, body, control, tail, buttons} = step;
    return {
      ...step,
      title: this.inlines(title),
      ...(body ? {body: this.blocks(body)} : {}),
      ...(control && 'answers' in control
        ? {
            control: {
              ...control,
              answers: control.answers.map(({echo: _echo, ...answer}) => ({
                ...answer,
                label: this.inlines(answer.label),
                ...(answer.explain ? {explain: this.blocks(answer.explain)} : {}),
              })),
            },
          }
        : {}),
      ...(tail ? {tail: this.blocks(tail)} : {}),
      ...(buttons ? {buttons: buttons.map((button) => ({...button, label: this.inlines(button.label)}))} : {}),
    };
  }

  blocks(blocks: readonly Block[]): Block[] {
    return blocks.map((block): Block => {
      if (block.t === 'p') return {...block, c: this.inlines(block.c)};
      if (block.t === 'list') return {...block, items: block.items.map((item) => this.blocks(item))};
      if (block.t === 'callout') return {...block, c: this.blocks(block.c)};
      if (block.t === 'section') return {...block, title: this.inlines(block.title), c: this.blocks(block.c)};
      if (block.t === 'show' && block.c) return {...block, c: this.blocks(block.c)};
      return block;
    });
  }

  inlines(inlines: readonly Inline[]): Inline[] {
    return inlines.map((inline): Inline => {
      if (typeof inline === 'string') return inline;
      if (inline.t === 'src') return {...inline, n: this.#number(inline.n)};
      if (inline.t === 'term') this.#terms.add(inline.id);
      if (inline.t === 'b' || inline.t === 'i' || inline.t === 'a' || inline.t === 'flow') return {...inline, c: this.inlines(inline.c)};
      return inline;
    });
  }

  #number(n: number): number {
    let number = this.numbers.get(n);
    if (number === undefined) {
      this.numbers.set(n, (number = this.numbers.size + 1));
      this.#own.push(n);
    }
    return number;
  }
}
