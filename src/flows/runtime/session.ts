import type {Flow, Step} from '../model/flow.js';
import {
  chosenAnswers,
  EMPTY_REPLY,
  isEnd,
  isQuestion,
  openAnswers,
  openButtons,
  problemOf,
  type Problem,
  type Reply,
} from '../semantics/dialogue.js';
import {NOTHING_KNOWN, type Memory} from '../semantics/memory.js';
import {remaining, type Remaining} from '../semantics/remaining.js';
import {flowMachine, follow, type FlowMachine, type Position} from './machine.js';

/** One reply of the log: all that links and storage may hold. Ids only; own words and places are never in it. */
export interface LogEntry {
  flow: string;
  step: string;
  answers: readonly string[];
  button?: string;
  number?: number;
}

/** What came of a reply: taken, refused with a reason, or waiting for a flow that must be provided first. */
export type Outcome = {ok: true} | {ok: false; problem: Problem} | {ok: false; needs: string};

/** A step on the visitor's path with the reply given there. */
export interface Visit extends Position {
  reply: Reply;
}

interface Here extends Position {
  readonly key: string;
}

/**
 * One visitor's way through the flows of a pack: a log of replies, and the position that follows from it.
 *
 * Back drops the last reply; changing one goes there and, once it is given again, replays the later ones by id
 * while they are still open. A link to a step that is already on the path is Back too, so nothing accumulates in
 * a loop. Flows are provided from outside; the session itself is synchronous, and knows no DOM and no network.
 */
export class Session {
  #opening: {flow: string; step: string};
  #flows = new Map<string, Flow>();
  #machines = new Map<string, FlowMachine>();
  #trail: Visit[] = [];
  #here!: Here;
  /** The last reply given at a step, as a suggestion when the visitor comes back to it. */
  #kept = new Map<string, Reply>();
  /** Replies to give again by themselves after a change; each at most once. */
  #pending = new Map<string, Reply>();
  /** Own words, texts and places, by step and answer. In memory only. */
  #words = new Map<string, string>();
  #listeners = new Set<() => void>();

  /** @throws Error when the flow has no such step. */
  constructor(flow: Flow, step = flow.steps[0]!.id) {
    this.#opening = {flow: flow.id, step};
    this.provide(flow);
    this.#start();
  }

  // --- what is on the screen

  get flow(): Flow {
    return this.#flows.get(this.#here.flow)!;
  }

  get step(): Step {
    return stepOf(this.flow, this.#here.step);
  }

  get memory(): Memory {
    return this.#here.memory;
  }

  /** From 1; counts the screens of the visitor's path. */
  get number(): number {
    return this.#trail.length + 1;
  }

  /** From 1; counts the questions of the visitor's path, this one included when it is one. */
  get question(): number {
    const asked = this.#trail.filter((visit) => isQuestion(this.#stepAt(visit))).length;
    return asked + (isQuestion(this.step) ? 1 : 0);
  }

  get remaining(): Remaining {
    const {flow, step, memory} = this.#here;
    const passed = this.#trail.flatMap((visit) => (visit.flow === flow ? [visit.step] : []));
    return remaining(this.flow, step, memory, passed);
  }

  get atEnd(): boolean {
    return isEnd(this.step, this.#here.memory);
  }

  get atStart(): boolean {
    return this.#trail.length === 0;
  }

  /** Steps already answered, in order. */
  get trail(): readonly Visit[] {
    return this.#trail;
  }

  /** The step of a visit. */
  stepOf(visit: Visit): Step {
    return this.#stepAt(visit);
  }

  /** What was given here before (and came undone by Back or a change), as far as it is still open. */
  get suggestion(): Reply {
    const kept = this.#kept.get(this.#here.key);
    if (!kept) return EMPTY_REPLY;
    const open = openAnswers(this.step, this.#here.memory).map((answer) => answer.id);
    return {...kept, answers: kept.answers.filter((id) => open.includes(id))};
  }

  /** The echoes of everything chosen so far ("je wordt vaak gewekt"), in the order of the questions. */
  get echoes() {
    return this.#trail.flatMap((visit) =>
      chosenAnswers(this.#stepAt(visit), visit.memory, visit.reply).flatMap((answer) => (answer.echo ? [answer.echo] : [])),
    );
  }

  /** Own words, text or place given at a step; `answer` only for words beside an answer. */
  wordsAt(position: Pick<Position, 'flow' | 'step'>, answer = ''): string {
    return this.#words.get(`${keyOf(position)} ${answer}`) ?? '';
  }

  /** The log: everything that storage or a link may hold. */
  get log(): LogEntry[] {
    return this.#trail.map(({flow, step, reply}) => ({
      flow,
      step,
      answers: [...reply.answers],
      ...(reply.button === undefined ? {} : {button: reply.button}),
      ...(reply.number === undefined ? {} : {number: reply.number}),
    }));
  }

  /** The flows that were provided. */
  get flows(): Flow[] {
    return [...this.#flows.values()];
  }

  // --- what the visitor does

  /** Makes a flow known. Needed before a reply can lead into it. */
  provide(flow: Flow): void {
    this.#flows.set(flow.id, flow);
    this.#machines.set(flow.id, flowMachine(flow));
  }

  /** Keeps own words, a text or a place given at this step; empty forgets them. */
  keepWords(text: string, answer = ''): void {
    const key = `${this.#here.key} ${answer}`;
    if (text.trim()) this.#words.set(key, text);
    else this.#words.delete(key);
  }

  /** The buttons that are open while `reply` is being given. */
  buttons(reply: Reply) {
    return openButtons(this.step, this.#here.memory, reply);
  }

  /**
   * Takes a reply and moves on, or says why not. Nothing changes unless it is taken.
   * @throws Error when it leads to a step that the other flow does not have.
   */
  submit(reply: Reply): Outcome {
    const problem = problemOf(this.step, this.#here.memory, reply);
    if (problem) return {ok: false, problem};
    const next = this.#follow(reply);
    if (!next) return {ok: false, problem: {code: 'closed'}};
    if (!this.#flows.has(next.flow)) return {ok: false, needs: next.flow};
    this.#stepAt(next);
    this.#advance(reply, next);
    this.#replayPending();
    this.#changed();
    return {ok: true};
  }

  /** Goes one step back; the reply given there stays as a suggestion. */
  back(): void {
    const last = this.#trail.pop();
    if (!last) return;
    this.#stand(last);
    this.#changed();
  }

  /** Goes to the visit at `index` (from 0) to give another reply there; later replies are refilled where they still hold. */
  change(index: number): void {
    const visit = this.#trail[index];
    if (!visit) return;
    for (const later of this.#trail.slice(index + 1)) this.#pending.set(keyOf(later), later.reply);
    this.#trail = this.#trail.slice(0, index);
    this.#stand(visit);
    this.#changed();
  }

  /** Opens at a step as somebody of whom nothing is known. */
  restart(): void {
    this.#start();
    this.#changed();
  }

  /**
   * Replays a log as far as it still holds, from the start. The flows it names must have been provided.
   * @returns how many entries were taken; the rest came from another version or was edited.
   */
  resume(log: readonly LogEntry[]): number {
    this.#start();
    return this.#giveAgain(
      log.map(({flow, step, answers, button, number}) => ({
        flow,
        step,
        reply: {answers, ...(button === undefined ? {} : {button}), ...(number === undefined ? {} : {number})},
      })),
    );
  }

  /**
   * Goes the way of another session of the same flows in other words, as `resume` does; own words, places and suggestions,
   * which no log holds, come along.
   */
  retrace(other: Session): number {
    this.#start();
    this.#words = new Map(other.#words);
    this.#kept = new Map(other.#kept);
    return this.#giveAgain(other.#trail);
  }

  /** Calls `listener` after every change of position; returns how to stop. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  // --- inside

  #start(): void {
    this.#trail = [];
    this.#kept.clear();
    this.#pending.clear();
    this.#words.clear();
    stepOf(this.#flows.get(this.#opening.flow)!, this.#opening.step);
    this.#stand({...this.#opening, memory: NOTHING_KNOWN});
  }

  #giveAgain(replies: readonly Pick<Visit, 'flow' | 'step' | 'reply'>[]): number {
    let taken = 0;
    for (const {flow, step, reply} of replies) {
      if (flow !== this.#here.flow || step !== this.#here.step) break;
      const next = this.#follow(reply);
      if (!next || !this.#flows.has(next.flow)) break;
      this.#advance(reply, next);
      taken += 1;
    }
    this.#changed();
    return taken;
  }

  #stand({flow, step, memory}: Position): void {
    this.#here = {flow, step, memory, key: keyOf({flow, step})};
  }

  #follow(reply: Reply): Position | undefined {
    return follow(this.#machines.get(this.#here.flow)!, this.#here, reply);
  }

  #advance(reply: Reply, next: Position): void {
    const {flow, step, memory, key} = this.#here;
    this.#kept.set(key, reply);
    this.#pending.delete(key);
    this.#trail.push({flow, step, memory, reply});
    const seen = this.#trail.findIndex((visit) => keyOf(visit) === keyOf(next));
    if (seen < 0) {
      this.#stand(next);
    } else {
      this.#stand(this.#trail[seen]!);
      this.#trail.length = seen;
    }
  }

  /** After a change: gives the later replies again while the path leads to their steps and they are still open. */
  #replayPending(): void {
    for (let reply = this.#pending.get(this.#here.key); reply; reply = this.#pending.get(this.#here.key)) {
      this.#pending.delete(this.#here.key);
      if (problemOf(this.step, this.#here.memory, reply)) return;
      const next = this.#follow(reply);
      if (!next || !this.#flows.has(next.flow)) return;
      this.#advance(reply, next);
    }
  }

  #stepAt({flow, step}: Position): Step {
    return stepOf(this.#flows.get(flow)!, step);
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}

function stepOf(flow: Flow, id: string): Step {
  const step = flow.steps.find((candidate) => candidate.id === id);
  if (!step) throw new Error(`Flow "${flow.id}" has no step "${id}".`);
  return step;
}

function keyOf({flow, step}: Pick<Position, 'flow' | 'step'>): string {
  return `${flow}#${step}`;
}
