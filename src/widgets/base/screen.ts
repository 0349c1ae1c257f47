import type {Flow, Step} from '../../flows/model/flow.js';
import type {Target} from '../../flows/model/node.js';
import type {Session} from '../../flows/runtime/session.js';
import type {PackStore} from '../../flows/runtime/store.js';
import {answersOf, type Problem, type Reply} from '../../flows/semantics/dialogue.js';
import {plain} from './text.js';

/** What is announced while ticking: other buttons, or what came of an exclusive answer or of wiping. */
export type Notice = 'cleared' | 'wiped' | {buttons: string};

/** What a screen asks of the element around it. */
export interface Stage {
  readonly store: PackStore;
  /** What draws all but a plain first question; nothing once it is there. */
  rest(): Promise<void> | undefined;
  load(flow: string): Promise<Flow>;
  /** Something on the same screen changed. */
  changed(): void;
  /** Another screen came; `own` when the visitor asked for it in this widget. */
  moved(own: boolean): void;
  /** A field needs the visitor's attention. */
  refused(): void;
  failed(reason: unknown): void;
}

/**
 * What the visitor's hands do on the screen that is up: ticks, typing, what is opened; and the moves to the next one.
 * Only the host owns one. No DOM.
 */
export class Screen {
  session: Session;
  /** Ids of what is ticked. */
  picked: readonly string[] = [];
  /** What stands in the number field, as typed. */
  typed = '';
  problem: Problem | undefined;
  /** For the one polite live region: what happened, and with which buttons. */
  notice: Notice | undefined;
  busy = false;
  /** A flow further on could not be fetched; the visitor may try again. */
  stuck = false;
  /** Counts screens, so that each is rendered afresh even when the same step returns. */
  visit = 0;
  /** Draws what stands beside the dialogue: above it, or below. */
  aside: ((top: boolean) => unknown) | undefined;

  #stage: Stage;
  #open = new Set<string>();
  /** Dialogues left by a link in a sentence, to come back to. */
  left: Session[] = [];
  #again: (() => void) | undefined;
  #own = false;
  #wipes = 0;
  #stop: () => void;

  constructor(stage: Stage, session: Session) {
    this.#stage = stage;
    this.session = session;
    this.#stop = session.listen(() => this.#arrive());
    this.#refill();
  }

  get step(): Step {
    return this.session.step;
  }

  get hasBack(): boolean {
    return !this.session.atStart || this.left.length > 0;
  }

  /** The reply as it stands. */
  get reply(): Reply {
    const control = this.step.control?.t;
    const number = control === 'number' && this.typed.trim() ? Number(this.typed.trim().replace(',', '.')) : undefined;
    return {
      answers: this.picked,
      ...(number === undefined ? {} : {number}),
      ...(control === 'place' ? {place: this.session.wordsAt(this.#at) !== ''} : {}),
    };
  }

  get #at() {
    return {flow: this.session.flow.id, step: this.step.id};
  }

  wordsFor(answer = ''): string {
    return this.session.wordsAt(this.#at, answer);
  }

  // --- what the visitor does

  pick(id: string): void {
    this.#edit(() => (this.picked = [id]));
  }

  tick(id: string, on: boolean): void {
    const alone = new Set(answersOf(this.step).flatMap((answer) => (answer.alone ? [answer.id] : [])));
    const rest = this.picked.filter((other) => other !== id);
    const kept = on ? rest.filter((other) => !alone.has(id) && !alone.has(other)) : rest;
    this.#edit(() => (this.picked = on ? [...kept, id] : kept), kept.length < rest.length ? 'cleared' : undefined);
  }

  type(text: string): void {
    this.#edit(() => (this.typed = text));
  }

  say(text: string, answer = ''): void {
    this.#edit(() => this.session.keepWords(text, answer));
  }

  toggle(key: string): void {
    if (!this.#open.delete(key)) this.#open.add(key);
    this.refresh();
  }

  /** Draws again what is on the screen. */
  refresh(): void {
    this.#stage.changed();
  }

  isOpen(key: string): boolean {
    return this.#open.has(key);
  }

  /** Sends the reply; fetches the flow it leads to first when that is another one. */
  async submit(button?: string): Promise<void> {
    if (this.busy) return;
    let rest = this.#stage.rest();
    if (rest) {
      const get = () => {
        const now = rest ?? this.#stage.rest();
        rest = undefined;
        return Promise.resolve(now);
      };
      await this.#wait(get, () => this.submit(button));
      return;
    }
    const reply = button === undefined ? this.reply : {...this.reply, button};
    const outcome = this.#tried(() => this.session.submit(reply));
    if (!outcome || outcome.ok) return;
    if ('problem' in outcome) {
      this.problem = outcome.problem;
      this.#stage.refused();
      return;
    }
    await this.#wait(() => this.#stage.load(outcome.needs), (flow) => {
      this.session.provide(flow);
      return this.submit(button);
    });
  }

  /** Follows a link in a sentence; `back()` returns from it. `begin` gives what is known already. */
  async follow({flow = this.session.flow.id, step}: Partial<Target>, begin?: (session: Session) => void): Promise<void> {
    if (this.busy) return;
    await this.#wait(() => this.#stage.load(flow), (part) => {
      const inner = this.#stage.store.open(part, step);
      begin?.(inner);
      this.left.push(this.session);
      this.#use(inner);
    });
  }

  back(): void {
    const outer = this.session.atStart ? this.left.pop() : undefined;
    if (!outer) return this.#doing(() => this.session.back());
    this.#stage.store.close(this.session);
    this.#use(outer);
  }

  change(index: number): void {
    this.#doing(() => this.session.change(index));
  }

  restart(): void {
    this.#unwind();
    this.#doing(() => this.session.restart());
  }

  wipe(): void {
    this.#unwind();
    this.#doing(() => {
      this.session.restart();
      this.#stage.store.wipe();
    });
    this.notice = 'wiped';
    this.#stage.changed();
  }

  /** Tries again what a missing flow had stopped. */
  retry(): void {
    this.#again?.();
  }

  /** Lets go of the sessions, for a widget that leaves the page. */
  release(): void {
    this.#wipes = this.#stage.store.wipes;
    for (const session of [...this.left, this.session]) this.#stage.store.close(session);
  }

  /** Takes the sessions back; what was wiped meanwhile is wiped here too. */
  keep(): void {
    const {store} = this.#stage;
    for (const session of [...this.left, this.session]) {
      store.keep(session);
      if (this.#wipes !== store.wipes) session.restart();
    }
  }

  // --- inside

  #edit(change: () => void, notice?: Notice): void {
    const before = this.#buttonNames();
    change();
    this.problem = undefined;
    const after = this.#buttonNames();
    this.notice = notice ?? (after && after !== before ? {buttons: after} : undefined);
    this.#stage.changed();
  }

  /** The texts of the open buttons, to notice and announce a change. */
  #buttonNames(): string {
    return this.session.buttons(this.reply).map(({button}) => plain(button.label, this.session.memory)).join(', ');
  }

  /** A pack that was put together wrongly stops the visitor here, and does not throw them out. */
  #tried<T>(act: () => T): T | undefined {
    try {
      return this.#doing(act);
    } catch (reason) {
      void this.#wait(() => Promise.reject(reason as Error), () => undefined);
      return undefined;
    }
  }

  #doing<T>(act: () => T): T {
    this.#own = true;
    try {
      return act();
    } finally {
      this.#own = false;
    }
  }

  /** Gets something first; meanwhile nothing is sent twice, and what came too late is left alone. */
  async #wait<T>(get: () => Promise<T>, then: (value: T) => unknown): Promise<void> {
    const {visit} = this;
    this.busy = true;
    this.#stage.changed();
    try {
      const value = await get();
      this.busy = this.stuck = false;
      if (visit === this.visit) await then(value);
    } catch (reason) {
      if (visit === this.visit) {
        this.stuck = true;
        this.#again = () => void this.#wait(get, then);
      }
      this.#stage.failed(reason);
    } finally {
      this.busy = false;
      this.#stage.changed();
    }
  }

  /** Back to the dialogue that the tag opened with. */
  #unwind(): void {
    const [first] = this.left;
    if (!first) return;
    for (const session of [...this.left.slice(1), this.session]) this.#stage.store.close(session);
    this.left = [];
    this.#use(first);
  }

  #use(session: Session): void {
    this.#stop();
    this.session = session;
    this.#stop = session.listen(() => this.#arrive());
    this.#doing(() => this.#arrive());
  }

  #arrive(): void {
    this.visit += 1;
    this.problem = undefined;
    this.notice = undefined;
    this.stuck = false;
    this.#open.clear();
    this.#refill();
    this.#stage.moved(this.#own);
  }

  #refill(): void {
    const {answers, number} = this.session.suggestion;
    this.picked = answers;
    this.typed = number === undefined ? '' : String(number);
  }
}
