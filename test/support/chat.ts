import type {Flow} from '../../src/flows/model/flow.js';
import {PackStore} from '../../src/flows/runtime/store.js';
import {openAnswers, type Reply} from '../../src/flows/semantics/dialogue.js';
import type {Told} from '../../src/understanding/understand.js';
import {Screen} from '../../src/widgets/base/screen.js';
import {plain} from '../../src/widgets/base/text.js';
import {Conversation, type Piece} from '../../src/widgets/chat/conversation.js';
import {takeAlong} from '../../src/widgets/chat/take-along.js';

/** The state of a chat without a page around it: the screen and the conversation of the widget, over the flows of a pack. */
export class PagelessChat {
  readonly conversation = new Conversation();
  readonly screen: Screen;
  #visit = 0;

  constructor(flows: ReadonlyMap<string, Flow>) {
    const store = new PackStore();
    this.screen = new Screen(
      {
        store,
        rest: () => undefined,
        load: (id) => (flows.has(id) ? Promise.resolve(flows.get(id)!) : Promise.reject(new Error(`No flow ${id}.`))),
        changed: () => undefined,
        moved: () => undefined,
        refused: () => undefined,
        failed: (reason) => {
          throw reason;
        },
      },
      store.open(flows.get('chat')!),
    );
  }

  get pieces(): Piece[] {
    return this.conversation.pieces(this.screen);
  }

  /** Does something on the screen; what was told is taken along before the next one is drawn. */
  async act(what: (screen: Screen) => unknown): Promise<void> {
    await what(this.screen);
    if (this.screen.visit !== this.#visit) takeAlong(this.screen, this.conversation);
    this.#visit = this.screen.visit;
  }

  /** Presses the starter that leads to a flow. */
  start(flow: string): Promise<void> {
    return this.act((screen) => {
      const {step, memory} = screen.session;
      const starter = openAnswers(step, memory).find(({to}) => to?.flow === flow);
      if (!starter) throw new Error(`No starter leads to ${flow}.`);
      screen.pick(starter.id);
      return screen.submit();
    });
  }

  /** Begins a flow as a button below an answer does. */
  begin(flow: Flow, step?: string): Promise<void> {
    return this.act((screen) => screen.follow({flow: flow.id, ...(step ? {step} : {})}, (session) => this.conversation.began(session, plain([flow.title], {}))));
  }

  /** Gives a reply by hand; what was ticked before is unticked first. */
  give(reply: Reply): Promise<void> {
    return this.act((screen) => {
      const {control} = screen.step;
      if (control?.t === 'one') screen.pick(reply.answers[0]!);
      if (control?.t === 'many') {
        for (const id of screen.picked) screen.tick(id, false);
        for (const id of reply.answers) screen.tick(id, true);
      }
      if (control?.t === 'number') screen.type(reply.number === undefined ? '' : String(reply.number));
      if (control?.t === 'place') screen.say(reply.place ? 'Lindewaard' : '');
      return screen.submit(reply.button);
    });
  }

  /** Types a message of which it is known what it told. */
  tell(text: string, learned: Told[]): void {
    Object.assign(this.conversation.add(text, this.screen), {state: 'answered', heard: {answer: 'none', targets: [], learned, work: 0}});
  }
}
