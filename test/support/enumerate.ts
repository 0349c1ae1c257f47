import type {Flow, Step} from '../../src/flows/model/flow.js';
import {answersOf, memoryAfter, openAnswers, openRoute, problemOf, type Reply} from '../../src/flows/semantics/dialogue.js';
import {NOTHING_KNOWN, type Memory} from '../../src/flows/semantics/memory.js';

/** A place in the plain enumeration: a step entered with a memory, by a path over these steps. */
export interface Place {
  flow: string;
  step: string;
  memory: Memory;
  path: ReadonlySet<string>;
}

/**
 * Every place that some visitor of these flows reaches, one by one: what the proof must agree with. Knows nothing
 * of diagrams; takes the semantics of the runtime and tries every selection.
 *
 * @param starts ids `flow#step` that are entered with nothing known.
 */
export function enumerate(flows: readonly Flow[], starts: readonly string[], most = 100_000): Place[] {
  const steps = new Map<string, Step>(flows.flatMap((flow) => flow.steps.map((step) => [`${flow.id}#${step.id}`, step] as const)));
  const seen = new Map<string, Place>();
  const queue: Place[] = starts.map((id) => {
    const [flow, step] = id.split('#') as [string, string];
    return {flow, step, memory: NOTHING_KNOWN, path: new Set<string>()};
  });
  for (let place = queue.pop(); place; place = queue.pop()) {
    const id = `${place.flow}#${place.step}`;
    const key = `${id} ${canonical(place.memory)} ${[...place.path].sort().join()}`;
    if (seen.has(key)) continue;
    if (seen.size > most) throw new Error('Too many places to enumerate.');
    seen.set(key, place);
    const step = steps.get(id)!;
    const path = new Set([...place.path, id]);
    for (const reply of allReplies(step, place.memory)) {
      const to = targetOf(step, place.memory, reply);
      if (!to) continue;
      const [flow, next] = [to.flow ?? place.flow, to.step];
      if (path.has(`${flow}#${next}`) || !steps.has(`${flow}#${next}`)) continue;
      queue.push({flow, step: next, memory: memoryAfter(step, place.memory, reply), path});
    }
  }
  return [...seen.values()];
}

/** Where a reply leads, or nothing. */
export function targetOf(step: Step, memory: Memory, reply: Reply) {
  if (problemOf(step, memory, reply)) return undefined;
  if (step.control?.t === 'one') return answersOf(step).find(({id}) => id === reply.answers[0])?.to;
  const button = step.buttons?.find(({id}) => id === reply.button);
  return button && openRoute(button, memoryAfter(step, memory, reply))?.to;
}

/** Every selection with every button, whether taken or not. */
export function allReplies(step: Step, memory: Memory): Reply[] {
  const {control, buttons = []} = step;
  const open = openAnswers(step, memory).map(({id}) => id);
  if (control?.t === 'one') return open.map((id) => ({answers: [id]}));
  return selectionsOf(step, memory).flatMap((reply) => buttons.map((button) => ({...reply, button: button.id})));
}

/** Every selection within the bounds, without a button. */
export function selectionsOf(step: Step, memory: Memory): Reply[] {
  const {control} = step;
  if (control?.t === 'number') {
    return [{answers: []}, ...Array.from({length: control.max - control.min + 1}, (_, n) => ({answers: [], number: control.min + n}))];
  }
  if (control?.t === 'place') return [{answers: []}, {answers: [], place: true}];
  if (control?.t !== 'many') return [{answers: []}];
  const open = openAnswers(step, memory);
  const free = open.filter(({alone}) => !alone);
  const all: Reply[] = [];
  for (let bits = 0; bits < 1 << free.length; bits += 1) {
    const answers = free.filter((_, n) => (bits >> n) & 1).map(({id}) => id);
    if (answers.length >= (control.min ?? 0) && answers.length <= (control.max ?? Infinity)) all.push({answers});
  }
  return [...all, ...open.filter(({alone}) => alone).map(({id}) => ({answers: [id]}))];
}

function canonical(memory: Memory): string {
  return JSON.stringify(
    Object.keys(memory)
      .sort()
      .map((name) => [name, Array.isArray(memory[name]) ? [...(memory[name] as string[])].sort() : memory[name]]),
  );
}
