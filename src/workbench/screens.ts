import {Diagrams, NONE} from '../flows/compiler/prove/bdd.js';
import {Reach} from '../flows/compiler/prove/reach.js';
import {nodeId, Space, type Node} from '../flows/compiler/prove/space.js';
import {storyTo} from '../flows/compiler/prove/story.js';
import type {Condition} from '../flows/model/condition.js';
import type {Flow} from '../flows/model/flow.js';
import type {Block} from '../flows/model/node.js';
import {Session} from '../flows/runtime/session.js';
import {answersOf, type Reply} from '../flows/semantics/dialogue.js';
import {holds} from '../flows/semantics/memory.js';

/** A screen that some visitor sees, with the replies that lead there from a start. */
export interface Screen {
  flow: string;
  start: string;
  step: string;
  replies: Reply[];
}

/**
 * Screens that together show all a flow can show: every step that some visitor reaches, and on it every piece of
 * text and every answer once there and once not, where visitors exist for both. (All combinations of the pieces
 * of a result would be millions of screens.) Found by the proof's diagrams, not by hand.
 */
export function screensOf(flows: readonly Flow[], flow: Flow, start = flow.steps[0]!.id): Screen[] {
  const space = new Space(new Diagrams(), flows);
  const starts = [nodeId(flow.id, start)];
  const reach = new Reach(space, starts);
  const screens: Screen[] = [];
  for (const step of flow.steps) {
    const id = nodeId(flow.id, step.id);
    const node = space.nodes.get(id)!;
    const entering = reach.at(id);
    if (entering === NONE) continue;
    const seen = new Set<string>();
    for (const [condition, want] of wishes(node)) {
      const key = JSON.stringify([condition, want]);
      if (seen.has(key)) continue;
      const goal = space.diagrams.and(entering, space.condition(condition, want));
      if (goal === NONE) continue;
      const replies = storyTo(reach, id, goal).map(({reply}) => reply);
      const session = replay(flows, flow, start, replies);
      for (const [other, wanted] of wishes(node)) {
        if (holds(other, session.memory) === wanted) seen.add(JSON.stringify([other, wanted]));
      }
      screens.push({flow: flow.id, start, step: step.id, replies});
    }
  }
  return screens;
}

/** The same from every step that the flow may be opened at; a step that was found from an earlier one is not shown again. */
export function allScreens(flows: readonly Flow[], flow: Flow): Screen[] {
  const screens: Screen[] = [];
  const covered = new Set<string>();
  for (const [n, {id, entry}] of flow.steps.entries()) {
    if (n > 0 && !entry) continue;
    const found = screensOf(flows, flow, id).filter(({step}) => !covered.has(step));
    for (const {step} of found) covered.add(step);
    screens.push(...found);
  }
  return screens;
}

/** A session that has given these replies; each must be taken. */
export function replay(flows: readonly Flow[], flow: Flow, start: string, replies: readonly Reply[]): Session {
  const session = new Session(flow, start);
  for (const other of flows) session.provide(other);
  for (const reply of replies) {
    const outcome = session.submit(reply);
    if (!outcome.ok) throw new Error(`Not taken at "${session.step.id}": ${JSON.stringify([reply, outcome])}`);
  }
  return session;
}

const ALWAYS: Condition = ['&'];

function wishes({step}: Node): [Condition, boolean][] {
  const conditions: Condition[] = [ALWAYS];
  const read = (blocks: readonly Block[] | undefined): void => {
    for (const block of blocks ?? []) {
      if (block.when) conditions.push(block.when);
      if ('c' in block && block.t !== 'p') read(block.c);
    }
  };
  read(step.body);
  read(step.tail);
  for (const answer of answersOf(step)) if (answer.when) conditions.push(answer.when);
  return conditions.flatMap((condition): [Condition, boolean][] => (condition === ALWAYS ? [[condition, true]] : [[condition, true], [condition, false]]));
}
