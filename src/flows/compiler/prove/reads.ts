import type {Condition} from '../../model/condition.js';
import type {Flow, Step} from '../../model/flow.js';
import type {Block, Inline, Target} from '../../model/node.js';
import {answersOf} from '../../semantics/dialogue.js';

/** Where a step can lead, each target as often as it is named. */
export function targetsOf(step: Step): Target[] {
  const answers = answersOf(step).flatMap(({to}) => (to ? [to] : []));
  return [...answers, ...(step.buttons ?? []).flatMap((button) => button.routes.map((route) => route.to))];
}

export type Domain = {kind: 'one' | 'set'; values: string[]} | {kind: 'count' | 'place'} | {kind: 'number'; min: number; max: number};

/** The domain of every name that a flow can set, over the whole pack. */
export function domainsOf(flows: readonly Flow[]): Map<string, Domain> {
  const domains = new Map<string, Domain>();
  for (const {control, ...step} of flows.flatMap((flow) => flow.steps)) {
    if (control?.t === 'number') {
      const known = domains.get(control.name);
      const [min, max] = known?.kind === 'number' ? [Math.min(known.min, control.min), Math.max(known.max, control.max)] : [control.min, control.max];
      domains.set(control.name, {kind: 'number', min, max});
    }
    if (control?.t === 'place') domains.set(control.name, {kind: 'place'});
    for (const [op, name, value] of answersOf({control, ...step} as Step).flatMap((answer) => answer.effects ?? [])) {
      if (op === '+') {
        domains.set(name, {kind: 'count'});
        continue;
      }
      let domain = domains.get(name);
      if (!domain || !('values' in domain)) domains.set(name, (domain = {kind: op === '=' ? 'one' : 'set', values: []}));
      if (!domain.values.includes(value)) domain.values.push(value);
    }
  }
  return domains;
}

export interface Read {
  values: Set<string>;
  limits: number[];
  known: boolean;
  size: boolean;
}
export type Reads = Map<string, Read>;

/** Conditions that a step reads beyond its own text: those of the advice that it shows. */
export type MoreReads = (step: Step) => readonly Condition[];

/** How every name is read, by all conditions of the flows. */
export function readsOf(flows: readonly Flow[], more: MoreReads): Reads {
  const reads: Reads = new Map();
  const of = (name: string): Read => {
    let read = reads.get(name);
    if (!read) reads.set(name, (read = {values: new Set(), limits: [], known: false, size: false}));
    return read;
  };
  for (const condition of flows.flatMap((flow) => flow.steps).flatMap((step) => [...conditionsOf(step), ...more(step)])) {
    for (const atom of atomsOf(condition)) {
      const read = of(atom[1] as string);
      if (atom[0] === 'known') read.known = true;
      else if (atom[0] === '#') read.size = true;
      else if (atom[0] === '=' || atom[0] === 'has') (atom.slice(2) as string[]).forEach((value) => read.values.add(value));
      else read.limits.push(atom[2] as number);
    }
  }
  return reads;
}

export type Atom = Exclude<Condition, ['&' | '|', ...Condition[]] | ['!', Condition]>;

export function atomsOf(condition: Condition): Atom[] {
  if (condition[0] === '!') return atomsOf(condition[1]);
  if (condition[0] === '&' || condition[0] === '|') return (condition.slice(1) as Condition[]).flatMap(atomsOf);
  return [condition as Atom];
}

export function namesReadAt(step: Step, more: MoreReads): string[] {
  return [...conditionsOf(step), ...more(step)].flatMap((condition) => atomsOf(condition).map((atom) => atom[1] as string));
}

/** Every condition of a step: answers, routes, blocks, wording. */
export function conditionsOf(step: Step): Condition[] {
  const found: Condition[] = [];
  const add = (condition: Condition | undefined) => condition && found.push(condition);
  const inlines = (list: readonly Inline[]): void => {
    for (const inline of list) {
      if (typeof inline === 'string') continue;
      if (inline.t === 'word') inline.cases.forEach(([when]) => add(when));
      else if ('c' in inline && Array.isArray(inline.c)) inlines(inline.c);
    }
  };
  const blocks = (list: readonly Block[] = []): void => {
    for (const block of list) {
      add(block.when);
      if (block.t === 'p') inlines(block.c);
      else if (block.t === 'list') block.items.forEach(blocks);
      else if (block.t === 'callout' || block.t === 'show') blocks(block.c);
      else if (block.t === 'section') {
        inlines(block.title);
        blocks(block.c);
      }
    }
  };
  inlines(step.title);
  blocks(step.body);
  blocks(step.tail);
  for (const answer of answersOf(step)) {
    add(answer.when);
    inlines(answer.label);
    blocks(answer.explain);
    inlines(answer.echo ?? []);
  }
  for (const button of step.buttons ?? []) button.routes.forEach((route) => add(route.when));
  return found;
}
