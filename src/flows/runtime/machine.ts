import {assign, createMachine, transition, type AnyMachineSnapshot} from 'xstate';
import type {Condition} from '../model/condition.js';
import type {Flow, Step} from '../model/flow.js';
import type {Target} from '../model/node.js';
import {answersOf, memoryAfter, problemOf, type Reply} from '../semantics/dialogue.js';
import {holds, NOTHING_KNOWN, type Memory} from '../semantics/memory.js';

/** The one event of every flow. */
export interface ReplyEvent {
  type: 'reply';
  reply: Reply;
}

/** Params of the one guard: this transition is for `answer` or `button` of `step`, open `when`. JSON. */
interface OpenParams {
  step: string;
  answer?: string;
  button?: string;
  when?: Condition;
}

/** Where a dialogue stands: a step of a flow with what is known on entering it. */
export interface Position {
  flow: string;
  step: string;
  memory: Memory;
}

/** The name of the state for a target. Step ids hold no slash, so exits to other flows never clash with steps. */
function stateName(to: Target): string {
  return to.flow === undefined ? to.step : `${to.flow}/${to.step}`;
}

/**
 * The machine of one flow: a state a step, plus an exit state for each step of another flow that is linked to.
 * Plain JSON but for one guard (`open`) and one action (`remember`), which read the step's options from the flow,
 * so that options are not repeated per button. The guard sees the memory after the event's own effects where a
 * button asks, and the memory on entering where an answer asks.
 */
export function flowMachine(flow: Flow) {
  const steps = new Map(flow.steps.map((step) => [step.id, step]));
  const exits = new Set<string>();
  const states = flow.steps.map((step) => {
    const on = transitionsOf(step);
    for (const {target} of on) if (target.includes('/')) exits.add(target);
    return [step.id, on.length ? {on: {reply: on}} : {}] as const;
  });
  return createMachine(
    {
      id: flow.id,
      initial: flow.steps[0]!.id,
      context: {memory: NOTHING_KNOWN},
      types: {} as {context: {memory: Memory}; events: ReplyEvent},
      states: Object.fromEntries([...states, ...[...exits].map((exit) => [exit, {}] as const)]),
    },
    {
      guards: {
        open: ({context, event}, params) => {
          const {step: id, answer, button, when} = params as unknown as OpenParams;
          const step = steps.get(id)!;
          const {memory} = context;
          if (problemOf(step, memory, event.reply)) return false;
          if (answer !== undefined) return event.reply.answers[0] === answer && holds(when, memory);
          return event.reply.button === button && holds(when, memoryAfter(step, memory, event.reply));
        },
      },
      actions: {
        remember: assign(({context, event}, params) => ({
          memory: memoryAfter(steps.get((params as unknown as {step: string}).step)!, context.memory, event.reply),
        })),
      },
    },
  );
}

export type FlowMachine = ReturnType<typeof flowMachine>;

/** The machine's state at a position of its own flow. */
export function stateAt(machine: FlowMachine, {step, memory}: Pick<Position, 'step' | 'memory'>): AnyMachineSnapshot {
  return machine.resolveState({value: step, context: {memory}});
}

/** Where a reply leads from `here`, or nothing when the machine does not take it. Pure. */
export function follow(machine: FlowMachine, here: Position, reply: Reply): Position | undefined {
  const state = stateAt(machine, here);
  const event: ReplyEvent = {type: 'reply', reply};
  if (!state.can(event as never)) return undefined;
  const [next] = transition(machine, state as never, event);
  const [first, second] = (next.value as string).split('/') as [string, string?];
  const {memory} = next.context;
  return second === undefined ? {flow: here.flow, step: first, memory} : {flow: first, step: second, memory};
}

function transitionsOf(step: Step) {
  const edge = (to: Target, params: Omit<OpenParams, 'step'>) => ({
    target: stateName(to),
    guard: {type: 'open', params: {step: step.id, ...params}},
    actions: {type: 'remember', params: {step: step.id}},
    reenter: true,
  });
  if (step.control?.t === 'one') {
    return answersOf(step).flatMap(({id, to, when}) => (to ? [edge(to, when ? {answer: id, when} : {answer: id})] : []));
  }
  return (step.buttons ?? []).flatMap((button) =>
    button.routes.map(({to, when}) => edge(to, when ? {button: button.id, when} : {button: button.id})),
  );
}
