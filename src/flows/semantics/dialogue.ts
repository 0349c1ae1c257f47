import type {Effect} from '../model/condition.js';
import type {Answer, Button, Route, Step} from '../model/flow.js';
import type {Block, Target} from '../model/node.js';
import {applyEffects, holds, remember, type Memory} from './memory.js';

/**
 * What a visitor gives at one step: the ids of the chosen answers (one for a list, any number for ticks), the
 * button, a number. Own words and places never stand here; `place` only says that one was given.
 */
export interface Reply {
  answers: readonly string[];
  button?: string;
  number?: number;
  place?: boolean;
}

export const EMPTY_REPLY: Reply = {answers: []};

/** Why a reply cannot be taken yet; `limit` is the bound that was crossed. */
export interface Problem {
  code: 'choose' | 'too-few' | 'too-many' | 'number' | 'too-low' | 'too-high' | 'closed';
  limit?: number;
}

/** The answers of a step, whether open or not. */
export function answersOf(step: Step): readonly Answer[] {
  const {control} = step;
  return control && (control.t === 'one' || control.t === 'many') ? control.answers : [];
}

/** The answers that this visitor may choose, in source order. */
export function openAnswers(step: Step, memory: Memory): Answer[] {
  return answersOf(step).filter((answer) => holds(answer.when, memory));
}

/** What a reply makes the step remember. Answers that are not open count for nothing. */
export function effectsOf(step: Step, memory: Memory, reply: Reply): Effect[] {
  return chosenAnswers(step, memory, reply).flatMap((answer) => answer.effects ?? []);
}

/** The chosen answers that are open, in source order whatever the order of ticking. */
export function chosenAnswers(step: Step, memory: Memory, reply: Reply): Answer[] {
  return openAnswers(step, memory).filter((answer) => reply.answers.includes(answer.id));
}

/** The memory once the reply is taken. Buttons and the next step see this one. */
export function memoryAfter(step: Step, memory: Memory, reply: Reply): Memory {
  const next = applyEffects(memory, effectsOf(step, memory, reply));
  const {control} = step;
  if (control?.t === 'number' && reply.number !== undefined) return remember(next, control.name, reply.number);
  if (control?.t === 'place' && reply.place) return remember(next, control.name, 'ja');
  return next;
}

/** The first route of a button that is open, or nothing. */
export function openRoute(button: Button, after: Memory): Route | undefined {
  return button.routes.find((route) => holds(route.when, after));
}

/** The buttons that are open with `reply` as it stands, each with where it goes. */
export function openButtons(step: Step, memory: Memory, reply: Reply): {button: Button; to: Target}[] {
  const after = memoryAfter(step, memory, reply);
  return (step.buttons ?? []).flatMap((button) => {
    const route = openRoute(button, after);
    return route ? [{button, to: route.to}] : [];
  });
}

/** Whether the dialogue ends here: there is nothing to answer and no button is open. */
export function isEnd(step: Step, memory: Memory): boolean {
  return !step.control && openButtons(step, memory, EMPTY_REPLY).length === 0;
}

/** Whether the step puts a question (and so counts in "vraag 3 van 7"). */
export function isQuestion(step: Step): boolean {
  return step.control !== undefined;
}

/** What is wrong with the reply, or nothing. */
export function problemOf(step: Step, memory: Memory, reply: Reply): Problem | undefined {
  const {control} = step;
  const chosen = chosenAnswers(step, memory, reply);
  if (chosen.length !== reply.answers.length) return {code: 'closed'};
  if (control?.t === 'one') return chosen.length === 1 ? undefined : {code: 'choose'};
  if (control?.t === 'many') {
    const alone = chosen.some((answer) => answer.alone);
    if (alone && chosen.length > 1) return {code: 'closed'};
    if (!alone && chosen.length < (control.min ?? 0)) return {code: 'too-few', limit: control.min!};
    if (chosen.length > (control.max ?? Infinity)) return {code: 'too-many', limit: control.max!};
  }
  if (control?.t === 'number' && reply.number !== undefined) {
    if (!Number.isInteger(reply.number)) return {code: 'number'};
    if (reply.number < control.min) return {code: 'too-low', limit: control.min};
    if (reply.number > control.max) return {code: 'too-high', limit: control.max};
  }
  const open = openButtons(step, memory, reply);
  return open.some(({button}) => button.id === reply.button) ? undefined : {code: 'closed'};
}

/** The step's blocks that this visitor sees, conditions inside call-outs and sections included. */
export function visibleBlocks(blocks: readonly Block[] | undefined, memory: Memory): Block[] {
  return (blocks ?? []).flatMap((block): Block[] => {
    if (!holds(block.when, memory)) return [];
    if (block.t === 'callout' || block.t === 'section') return [{...block, c: visibleBlocks(block.c, memory)}];
    return [block];
  });
}
