import assert from 'node:assert/strict';
import type {Flow} from '../../src/flows/model/flow.js';
import {Session} from '../../src/flows/runtime/session.js';
import {answersOf} from '../../src/flows/semantics/dialogue.js';
import {textOf} from './text.js';

/** A visitor in words: for each step the answers that begin like this. A task list may be left empty. */
export type Visitor = Record<string, string[]>;

/**
 * Walks a flow as a visitor who presses the first button that is open, and gives the session at the end.
 *
 * @throws AssertionError when the visitor names an answer that the step has not, says nothing where one answer is
 * asked for, or (unless `lenient`) tells of a step that they never meet.
 */
export function walkAs(flow: Flow, visitor: Visitor, start?: string, meeting: 'strict' | 'lenient' = 'strict'): Session {
  const session = new Session(flow, start);
  const met = new Set<string>();
  for (let guard = 0; !session.atEnd; guard += 1) {
    assert.ok(guard < 30, `${flow.id} goes on and on`);
    const {step} = session;
    met.add(step.id);
    const answers = (visitor[step.id] ?? []).map((words) => {
      const answer = answersOf(step).find(({label}) => textOf(label).startsWith(words));
      assert.ok(answer, `${step.id} has no answer “${words}”`);
      return answer.id;
    });
    assert.ok(step.control?.t !== 'one' || answers.length === 1, `the visitor says nothing at ${step.id}`);
    const [button] = session.buttons({answers});
    assert.deepEqual(session.submit(button ? {answers, button: button.button.id} : {answers}), {ok: true}, step.id);
  }
  if (meeting === 'strict') assert.deepEqual(Object.keys(visitor).filter((id) => !met.has(id)), [], 'steps that this visitor never meets');
  return session;
}
