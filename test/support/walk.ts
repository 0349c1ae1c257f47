import type {Condition, Effect} from '../../src/flows/model/condition.js';
import type {Flow, Step} from '../../src/flows/model/flow.js';
import type {Block, Inline} from '../../src/flows/model/node.js';
import {flowMachine, follow, type Position} from '../../src/flows/runtime/machine.js';
import {answersOf, isEnd, openAnswers, openButtons, problemOf, type Reply} from '../../src/flows/semantics/dialogue.js';
import {applyEffects, NOTHING_KNOWN, recall, type Memory} from '../../src/flows/semantics/memory.js';

/** A place that some visitor reaches, with the replies that lead there. */
export interface Reached {
  step: Step;
  memory: Memory;
  replies: Reply[];
  end: boolean;
  /** Questions answered before this place. */
  questions: number;
}

/**
 * Walks every way through one flow, through the real machine. Visitors whom no condition of the flow can tell
 * apart are walked once: places are told apart by step and by the part of the memory that some condition reads.
 * Links into other flows end the walk there.
 *
 * @throws Error when some visitor is stuck: no reply is taken and it is no end.
 */
export function walkAll(flow: Flow, start = flow.steps[0]!.id): Reached[] {
  const machine = flowMachine(flow);
  const read = namesRead(flow);
  const project = (memory: Memory) => JSON.stringify(read.map((name) => sorted(recall(memory, name))));
  const steps = new Map(flow.steps.map((step) => [step.id, step]));
  const seen = new Set<string>();
  const reached: Reached[] = [];
  const queue: {here: Position; replies: Reply[]; questions: number}[] = [
    {here: {flow: flow.id, step: start, memory: NOTHING_KNOWN}, replies: [], questions: 0},
  ];
  for (let item = queue.pop(); item; item = queue.pop()) {
    const {here, replies, questions} = item;
    const key = `${here.step} ${project(here.memory)}`;
    if (here.flow !== flow.id || seen.has(key)) continue;
    seen.add(key);
    const step = steps.get(here.step)!;
    const end = isEnd(step, here.memory);
    reached.push({step, memory: here.memory, replies, end, questions});
    let taken = 0;
    for (const reply of repliesAt(step, here.memory, project)) {
      const next = follow(machine, here, reply);
      if (!next) continue;
      taken += 1;
      queue.push({here: next, replies: [...replies, reply], questions: questions + (step.control ? 1 : 0)});
    }
    if (!taken && !end) {
      throw new Error(`Stuck at "${step.id}" with ${JSON.stringify(here.memory)} after ${JSON.stringify(replies)}`);
    }
  }
  return reached;
}

/** Replies that stand for all replies possible here: one for each difference that a condition can notice. */
function repliesAt(step: Step, memory: Memory, project: (memory: Memory) => string): Reply[] {
  const {control} = step;
  const open = openAnswers(step, memory);
  if (control?.t === 'one') return open.map(({id}) => ({answers: [id]}));
  const bases: Reply[] =
    control?.t === 'many'
      ? selections(step, memory, project).map((answers) => ({answers}))
      : control?.t === 'number'
        ? [{answers: []}, ...range(control.min, control.max).map((number) => ({answers: [], number}))]
        : control?.t === 'place'
          ? [{answers: []}, {answers: [], place: true}]
          : [{answers: []}];
  return bases.flatMap((reply) => openButtons(step, memory, reply).map(({button}) => ({...reply, button: button.id})));
}

/** For each memory that ticking can bring about, and each size that the bounds can notice, one selection. */
function selections(step: Step, memory: Memory, project: (memory: Memory) => string): string[][] {
  const open = openAnswers(step, memory);
  const found = new Map<string, {ids: string[]; memory: Memory}>([['start', {ids: [], memory}]]);
  for (const answer of open.filter(({alone}) => !alone)) {
    for (const {ids, memory: before} of Array.from(found.values())) {
      const after = applyEffects(before, answer.effects as Effect[] | undefined);
      const next = [...ids, answer.id];
      const key = `${project(after)} ${next.length}`;
      if (!found.has(key)) found.set(key, {ids: next, memory: after});
    }
  }
  const alone = open.filter((answer) => answer.alone).map(({id}) => [id]);
  const any = step.buttons?.[0]?.id;
  return [...Array.from(found.values(), ({ids}) => ids), ...alone].filter((answers) => {
    const problem = problemOf(step, memory, any === undefined ? {answers} : {answers, button: any});
    return !problem || problem.code === 'closed';
  });
}

/** The names that some condition in the flow reads. */
export function namesRead(flow: Flow): string[] {
  const names = new Set<string>();
  const readCondition = (condition: Condition | undefined): void => {
    if (!condition) return;
    if (condition[0] === '!') readCondition(condition[1]);
    else if (condition[0] === '&' || condition[0] === '|') (condition.slice(1) as Condition[]).forEach(readCondition);
    else names.add(condition[1] as string);
  };
  const readInline = (inlines: readonly Inline[]): void => {
    for (const inline of inlines) {
      if (typeof inline === 'string') continue;
      if (inline.t === 'word') inline.cases.forEach(([when]) => readCondition(when));
      else if ('c' in inline && Array.isArray(inline.c)) readInline(inline.c);
    }
  };
  const readBlocks = (blocks: readonly Block[] | undefined): void => {
    for (const block of blocks ?? []) {
      readCondition(block.when);
      if (block.t === 'p') readInline(block.c);
      else if (block.t === 'list') block.items.forEach(readBlocks);
      else if (block.t === 'callout' || block.t === 'section') readBlocks(block.c);
    }
  };
  for (const step of flow.steps) {
    readBlocks(step.body);
    readBlocks(step.tail);
    readInline(step.title);
    answersOf(step).forEach((answer) => readCondition(answer.when));
    for (const button of step.buttons ?? []) button.routes.forEach((route) => readCondition(route.when));
  }
  return Array.from(names).sort();
}

function sorted(value: Memory[string] | undefined) {
  return Array.isArray(value) ? [...value].sort() : value;
}

function range(from: number, to: number): number[] {
  return Array.from({length: to - from + 1}, (_, n) => from + n);
}
