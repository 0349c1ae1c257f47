import type {Condition, Effect} from '../../src/flows/model/condition.js';
import {atomsOf} from '../../src/flows/compiler/prove/reads.js';
import type {Flow, Step} from '../../src/flows/model/flow.js';
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
  /** Steps before this place. */
  path: string[];
}

/**
 * Walks every way through one flow, through the real machine. Visitors who can be led elsewhere are told apart:
 * places differ by step, by the number of questions before it and by the part of the memory that some answer, button or `toon contact` asks for (what
 * only opens or closes a piece of text is left out; screens.ts covers those). Links into other flows end the walk.
 * With `apart` set to `path`, ways over other steps to the same place are told apart too.
 *
 * @throws Error when some visitor is stuck: no reply is taken and it is no end.
 */
export function walkAll(flow: Flow, start = flow.steps[0]!.id, apart: 'questions' | 'path' = 'questions'): Reached[] {
  const machine = flowMachine(flow);
  const read = routingReads(flow);
  const project = (memory: Memory) => JSON.stringify([...read].map(([name, asked]) => [name, asked(recall(memory, name))]));
  const steps = new Map(flow.steps.map((step) => [step.id, step]));
  const seen = new Set<string>();
  const reached: Reached[] = [];
  const queue: {here: Position; replies: Reply[]; path: string[]; questions: number}[] = [
    {here: {flow: flow.id, step: start, memory: NOTHING_KNOWN}, replies: [], path: [], questions: 0},
  ];
  for (let item = queue.pop(); item; item = queue.pop()) {
    const {here, replies, path, questions} = item;
    const key = `${here.step} ${apart === 'path' ? path.join('>') : questions} ${project(here.memory)}`;
    if (here.flow !== flow.id || seen.has(key)) continue;
    seen.add(key);
    const step = steps.get(here.step)!;
    const end = isEnd(step, here.memory);
    reached.push({step, memory: here.memory, replies, end, questions, path});
    let taken = 0;
    for (const reply of repliesAt(step, here.memory, project)) {
      const next = follow(machine, here, reply);
      if (!next) continue;
      taken += 1;
      // A link to a step on the path is Back: the visitor is where they were before.
      if (next.flow === flow.id && (next.step === here.step || path.includes(next.step))) continue;
      queue.push({here: next, replies: [...replies, reply], path: [...path, here.step], questions: questions + (step.control ? 1 : 0)});
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

/** For each name that a route, an answer or a contact block asks for: what it can tell of a value. */
function routingReads(flow: Flow): Map<string, (value: Memory[string] | undefined) => unknown> {
  const asked = new Map<string, {values: Set<string>; most: number}>();
  for (const condition of flow.steps.flatMap(routingConditions)) {
    for (const atom of atomsOf(condition)) {
      const name = atom[1] as string;
      let entry = asked.get(name);
      if (!entry) asked.set(name, (entry = {values: new Set(), most: 0}));
      const [op, , ...rest] = atom;
      if (op === '=' || op === 'has') (rest as string[]).forEach((value) => entry.values.add(value));
      else if (op === '#') entry.most = 99;
      else if (typeof rest[0] === 'number') entry.most = Math.max(entry.most, rest[0] + 1);
    }
  }
  return new Map(
    Array.from(asked, ([name, {values, most}]) => [
      name,
      (value: Memory[string] | undefined) => {
        if (typeof value === 'number') return Math.min(value, most);
        if (typeof value === 'string') return values.has(value) ? value : '(other)';
        return value && [...value].filter((held) => values.has(held) || most === 99).sort();
      },
    ]),
  );
}

function routingConditions(step: Step): Condition[] {
  const contact = (step.body ?? []).filter((block) => block.t === 'show' && block.what === 'contact');
  return [
    ...answersOf(step).map((answer) => answer.when),
    ...(step.buttons ?? []).flatMap((button) => button.routes.map((route) => route.when)),
    ...contact.map((block) => block.when),
  ].filter((condition) => condition !== undefined);
}

function range(from: number, to: number): number[] {
  return Array.from({length: to - from + 1}, (_, n) => from + n);
}
