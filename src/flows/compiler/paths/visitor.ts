import type {Flow, Step} from '../../model/flow.js';
import {answersOf, openAnswers, openButtons, type Reply} from '../../semantics/dialogue.js';
import {holds, type Memory} from '../../semantics/memory.js';
import type {NodeId} from '../prove/space.js';
import type {Question, Questions} from './questions.js';

/** What one visitor replies at a step; `session.submit(reply)` takes it. */
export interface Told {
  flow: string;
  step: string;
  reply: Reply;
}

/** What a visitor (the bits that are on) replies at a step. Nothing when they are stuck or it is an end. */
export function replyOf(questions: Questions, id: NodeId, step: Step, memory: Memory, visitor: ReadonlyMap<number, boolean>): Reply | undefined {
  const question = questions.at(id, step);
  const on = (bit: number | undefined) => bit !== undefined && visitor.get(bit) === true;
  if (step.control?.t === 'one') {
    const chosen = openAnswers(step, memory).find((answer) => on(question.answers.get(answer.id)));
    return chosen && {answers: [chosen.id]};
  }
  const given = givenBy(question, step, memory, on, questions);
  const open = openButtons(step, memory, given);
  const pressed = question.buttons.size ? open.find(({button}) => on(question.buttons.get(button.id))) : open[0];
  return pressed && {...given, button: pressed.button.id};
}

function givenBy(question: Question, step: Step, memory: Memory, on: (bit: number | undefined) => boolean, questions: Questions): Reply {
  const {control} = step;
  if (control?.t === 'place') return on(question.answers.get('ja')) ? {answers: [], place: true} : {answers: []};
  if (control?.t === 'number') {
    const low = questions.classes.get(control.name)!.find((each) => on(question.answers.get(String(each))));
    return low === undefined ? {answers: []} : {answers: [], number: Math.max(low, control.min)};
  }
  return {answers: answersOf(step).filter((answer) => holds(answer.when, memory) && on(question.answers.get(answer.id))).map(({id}) => id)};
}

/** The step of a flow, or nothing. */
export function findStep(flows: readonly Flow[], flow: string, step: string): Step | undefined {
  return flows.find(({id}) => id === flow)?.steps.find(({id}) => id === step);
}
