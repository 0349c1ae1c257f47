import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Flow} from '../../src/flows/model/flow.js';
import {Session} from '../../src/flows/runtime/session.js';
import {advise} from '../../src/flows/semantics/advice.js';
import {answersOf, openAnswers, openButtons, visibleBlocks, type Reply} from '../../src/flows/semantics/dialogue.js';
import {random} from '../support/big-pack.js';
import {PagelessChat} from '../support/chat.js';
import {compileContent} from '../support/packs.js';

/**
 * Every dialogue of the base pack, walked in the state of the chat: begun by its starter and by a button below an answer,
 * forward and back and with answers that are changed, always to an end, with the advice that the runtime gives outside
 * the chat for the same replies.
 */
const PATHS = 800;
const MOST_MOVES = 120;

const {flows, support} = await compileContent('basis');
const known = new Map(flows.map((flow) => [flow.id, flow]));
const dialogues = flows.filter(({id}) => id !== 'chat');
const starters = new Set(answersOf(known.get('chat')!.steps[0]!).map(({to}) => to!.flow!));

/** Answers, buttons and entrances that some visitor took; whoever comes later goes where nobody went. */
const taken = new Set<string>();

const keyOf = (session: Session, what: string) => `${session.flow.id}#${session.step.id} ${what}`;

/** A reply that can be taken here, with what nobody took before in it when there is such a thing. */
function replyFor(session: Session, roll: (sides: number) => number): Reply {
  const {step, memory} = session;
  const {control} = step;
  const open = openAnswers(step, memory);
  const fresh = open.filter(({id}) => !taken.has(keyOf(session, id)));
  const pick = () => (fresh.length ? fresh : open)[roll((fresh.length || open.length))]!;
  if (control?.t === 'one') return {answers: [pick().id]};
  for (let tries = 0; ; tries++) {
    assert.ok(tries < 500, `nothing can be said at ${session.flow.id}#${step.id}`);
    const first = open.length ? pick() : undefined;
    const others = open.filter(({alone, id}) => !alone && id !== first?.id && !first?.alone && roll(3) === 0);
    const answers = first && (tries || roll(8)) ? [first, ...others].map(({id}) => id) : [];
    const reply: Reply = {
      answers,
      ...(control?.t === 'number' && roll(6) ? {number: control.min + roll(control.max - control.min + 1)} : {}),
      ...(control?.t === 'place' && roll(2) ? {place: true} : {}),
    };
    const buttons = openButtons(step, memory, reply).map(({button}) => button.id);
    const unpressed = buttons.filter((id) => !taken.has(keyOf(session, `[${id}]`)));
    const button = (unpressed.length ? unpressed : buttons)[roll(unpressed.length || buttons.length)];
    if (button === undefined) continue;
    const within = control?.t !== 'many' || first?.alone || (answers.length >= (control.min ?? 0) && answers.length <= (control.max ?? Infinity));
    if (within) return {...reply, button};
  }
}

/** Gives a reply, and remembers that somebody did. */
function give(chat: PagelessChat, reply: Reply): Promise<void> {
  const {session} = chat.screen;
  for (const id of reply.answers) taken.add(keyOf(session, id));
  if (reply.button !== undefined) taken.add(keyOf(session, `[${reply.button}]`));
  return chat.give(reply);
}

function adviceFor({memory}: Session): string[] {
  const {urgent, best} = advise(support!.kinds, support!.order, memory);
  return [...urgent, ...best].map(({kind}) => kind.id);
}

/** What must hold of the conversation wherever it stands. */
function assertWhole(chat: PagelessChat): void {
  const {pieces, screen} = chat;
  const keys = pieces.map(({key, t}) => key + t);
  assert.equal(new Set(keys).size, keys.length, `a message stands there twice: ${keys.join(', ')}`);
  assert.deepEqual(pieces.filter(({t}) => t === 'now').length, 1);
  const sessions = [...screen.left, screen.session];
  const asked = pieces.flatMap((piece) => (piece.t === 'asked' ? [`${sessions.indexOf(piece.session)} ${piece.visit.flow}#${piece.visit.step}`] : []));
  if (screen.busy || screen.stuck) assert.fail('stopped half way');
  asked.push(`${sessions.length - 1} ${screen.session.flow.id}#${screen.step.id}`);
  assert.equal(new Set(asked).size, asked.length, `asked twice: ${asked.join(', ')}`);
  for (const session of sessions) {
    const given = pieces.flatMap((piece) => (piece.t === 'given' && piece.session === session ? [piece.visit] : []));
    assert.deepEqual(given, session.trail, 'every reply is a message, in order');
  }
  // Every question is followed by its reply; only that of the step that is up, or left by a link, is still open.
  pieces.forEach((piece, n) => {
    if (piece.t === 'given') assert.equal(pieces.slice(0, n).findLast(({t}) => t === 'asked')!.key, piece.key.slice(1));
  });
}

/** The session at the top, given the same replies outside the chat. */
function outside(session: Session, flow: Flow): Session {
  const first = session.log.findIndex((entry) => entry.flow !== 'chat');
  const log = first < 0 ? [] : session.trail.slice(first);
  const other = new Session(flow, log[0]?.step ?? session.step.id);
  for (const one of flows) other.provide(one);
  for (const {reply} of log) assert.deepEqual(other.submit(reply), {ok: true});
  return other;
}

async function walk(flow: Flow, roll: (sides: number) => number, restless: boolean): Promise<string[]> {
  const chat = new PagelessChat(known);
  if (starters.has(flow.id) && roll(2)) await chat.start(flow.id);
  else {
    const entrances = flow.steps.filter(({entry}, n) => !n || entry);
    await chat.begin(flow, entrances[roll(entrances.length)]!.id);
  }
  const depth = chat.screen.left.length;
  let unrest = restless ? 12 : 0;
  for (let moves = 0; !chat.screen.session.atEnd || unrest > 0; moves++) {
    assert.ok(moves < MOST_MOVES, `${flow.id} goes on and on`);
    assertWhole(chat);
    const {session} = chat.screen;
    const first = session.log.findIndex((entry) => entry.flow !== 'chat');
    // The starter is the first reply of a chat; whoever changes that one chooses another dialogue.
    const own = first < 0 ? 0 : session.trail.length - first;
    const move = unrest > 0 ? roll(6) : 5;
    if (session.atEnd || (move < 2 && own)) {
      unrest--;
      if (!own) break;
      await (move === 1 ? chat.act((screen) => screen.change(session.trail.length - 1 - roll(own))) : chat.act((screen) => screen.back()));
    } else {
      await give(chat, replyFor(session, roll));
      assert.equal(chat.screen.problem, undefined);
    }
    assert.equal(chat.screen.left.length, depth);
  }
  assertWhole(chat);
  const {session} = chat.screen;
  const contact = JSON.stringify(visibleBlocks(session.step.body, session.memory)).includes('"what":"contact"');
  assert.ok(contact, `${session.flow.id}#${session.step.id} has somebody to call`);
  const advice = adviceFor(session);
  const other = outside(session, flow);
  assert.deepEqual([other.flow.id, other.step.id, adviceFor(other)], [session.flow.id, session.step.id, advice]);
  assert.deepEqual(other.memory, session.memory);
  return advice;
}

describe('the conversation of the chat', () => {
  it('goes through every dialogue to an end, with the advice that the same replies give elsewhere', async () => {
    const roll = random(20261122);
    const kinds = new Set<string>();
    const ends = new Set<string>();
    for (let n = 0; n < PATHS; n++) {
      const flow = dialogues[n % dialogues.length]!;
      const advice = await walk(flow, roll, n % 3 === 0);
      ends.add(`${flow.id} ${advice.join()}`);
      for (const id of advice) kinds.add(id);
    }
    const untaken = dialogues.flatMap((flow) => flow.steps.flatMap((step) => answersOf(step).flatMap(({id}) => (taken.has(`${flow.id}#${step.id} ${id}`) ? [] : [`${flow.id}#${step.id} ${id}`]))));
    assert.deepEqual(untaken, [], 'every answer of every question was given by somebody');
    const unpressed = dialogues.flatMap((flow) => flow.steps.flatMap((step) => (step.buttons ?? []).flatMap(({id}) => (taken.has(`${flow.id}#${step.id} [${id}]`) ? [] : [`${flow.id}#${step.id} ${id}`]))));
    assert.deepEqual(unpressed, [], 'every button was pressed by somebody');
    assert.ok(kinds.size > 30, `only ${kinds.size} kinds of support came by`);
    assert.ok(ends.size > 300, `only ${ends.size} outcomes`);
  });
});
