import {nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult} from 'lit';
import type {Answer} from '../../flows/model/flow.js';
import {openAnswers} from '../../flows/semantics/dialogue.js';
import {NOTHING_KNOWN} from '../../flows/semantics/memory.js';
import {storeFor} from '../../flows/runtime/store.js';
import {faultOf} from '../base/fault.js';
import {FlowHost} from '../base/flow-host.js';
import {plainTag} from '../base/locale.js';
import type {Opening} from '../base/opening.js';
import type {View} from '../base/shell.js';
import {plain} from '../base/text.js';
import {warn} from '../base/warn.js';
import {chatStyles} from './chat-styles.js';
import {Conversation} from './conversation.js';
import type {Exchange} from './exchange.js';
import type * as Later from './later.js';
import {floatStyles} from './float-styles.js';
import {renderFloating, showPanel} from './float.js';
import type {Hands} from './hands.js';
import {isOpening, renderChat, type Talk} from './transcript.js';

/** What draws messages comes this long after the chat is operable, unless it is needed before. */
const LATER_AFTER = 1000;

/**
 * The chat: every flow of the pack as a conversation, and questions in one's own words, understood on the device with the
 * words of the pack. It opens with the flow `chat`, whose answers are the starters.
 *
 * @attr vorm - `ingebed` (default) or `zwevend`: a button at the lower edge of the window, which opens the chat in a panel.
 * @attr bewaren - `nooit` (default) or `vraag`: visitors may choose to keep their replies until the tab closes.
 * @slot - Shown without scripts, while loading and on failure; also in the contact block.
 * @fires mz-klaar - The first question is operable.
 * @fires mz-stap - Another question is painted and has focus.
 * @fires mz-uitslag - The visitor reached an end.
 * @fires mz-contact - The visitor follows a way to a person; `aanbod` when it is that of an offer.
 * @fires mz-fout - Something failed; `detail.code` says what.
 * @csspart bericht - Each message.
 * @csspart vraag - A question with its answers.
 * @csspart keuze - Each answer's pill.
 * @csspart knop - Each button with a face of its own.
 * @csspart uitslag - The last screen of a dialogue.
 * @csspart steun - Each card with a kind of support.
 * @csspart aanbod - Each offer.
 * @csspart melding - Call-outs, calls for help, errors and notices.
 */
export class ChatElement extends FlowHost implements Hands {
  static override styles = [...FlowHost.styles, chatStyles, floatStyles];
  static override properties: PropertyDeclarations = {
    form: {attribute: 'vorm'},
  };

  /** `ingebed` or `zwevend`. */
  declare form: string | null;

  protected override readonly widget = 'chat';

  #conversation = new Conversation();
  #opening: Opening | undefined;
  #view: View | undefined;
  #wipes = 0;
  #live: Talk['live'] = 'off';
  #empty = false;
  #later: typeof Later | undefined;
  #coming: Promise<typeof Later> | undefined;
  #missing = false;
  /** The panel of the floating chat; closed on every page. */
  #open = false;
  #hearing: Later.Hearing | undefined;

  constructor() {
    super();
    this.addEventListener('mz-klaar', (event) => event.target === this && setTimeout(() => this.isConnected && this.retry(), LATER_AFTER));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('focusin', this.#makeRoom);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('focusin', this.#makeRoom);
    this.#later?.leaveRoom(this);
    this.#open = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Another form is no other conversation.
    if (changed.delete('form' as keyof ChatElement) && !/^(ingebed|zwevend)?$/.test(this.form ?? '')) warn('vorm', this.form);
    super.willUpdate(changed);
  }

  protected override get flowId(): string {
    return 'chat';
  }

  protected override get anchor(): Element {
    return this.renderRoot.querySelector('.nu') ?? this;
  }

  protected override async prepare(opening: Opening): Promise<void> {
    this.#opening = opening;
    this.#hearing = undefined;
    this.#wipes = storeFor(opening.source.url).wipes;
  }

  protected override show(view: View): TemplateResult {
    this.#view = view;
    const {wipes} = storeFor(view.source.url);
    // What another widget of the pack wiped is wiped here too.
    if (wipes !== this.#wipes) this.#conversation.clear();
    this.#wipes = wipes;
    const later = this.#later;
    const {screen} = view;
    const conversation = this.#conversation;
    later?.arrive(screen, conversation, this.renderRoot as ShadowRoot);
    const [last] = conversation.exchanges.slice(-1);
    const here = !!last && conversation.isHere(last, screen);
    const contactAt = here && later?.wantsPerson(last) ? last : undefined;
    const starters = {answers: openAnswers(this.#opening!.flow.steps[0]!, NOTHING_KNOWN), memory: NOTHING_KNOWN};
    const answering = {view, hands: this, hearing: this.#hearing, starters, exchanges: conversation.exchanges, last, here, contactAt};
    const chat = renderChat(
      contactAt ? {...view, contactShown: true} : view,
      this,
      {
        conversation,
        opening: this.flowId,
        live: this.#live,
        empty: this.#empty,
        missing: this.#missing,
        above: nothing,
        below: later?.renderTools(view, conversation, this) ?? nothing,
      },
      (piece) => later?.renderPiece(piece, answering),
    );
    if (!this.#floats) return chat;
    const {title, lang} = this.#opening!.flow;
    return renderFloating(chat, {open: this.#open, title, lang: plainTag(lang), toggle: () => void this.#toggle()});
  }

  // --- what the visitor does

  start(answer: Answer): void {
    const view = this.#view!;
    const {screen} = view;
    void this.#bring().catch(() => undefined);
    this.quiet();
    if (isOpening(screen, this.flowId)) {
      screen.pick(answer.id);
      void screen.submit();
    } else if (answer.to) {
      this.begin(answer.to.flow ?? this.flowId, plain(answer.label, screen.session.memory), answer.to.step);
    }
  }

  /** Begins a dialogue with what was told already. */
  begin(flow: string, pressed: string, step?: string): void {
    const {screen} = this.#view!;
    this.quiet();
    void screen.follow({flow, ...(step ? {step} : {})}, (session) => this.#conversation.began(session, pressed));
  }

  send(field: HTMLTextAreaElement): void {
    const text = field.value;
    this.#empty = !text.trim();
    field.value = '';
    if (this.#empty) this.requestUpdate();
    else this.say(text);
    field.focus();
  }

  /** Takes something that was typed, or pressed below an answer. */
  say(text: string, known?: Pick<Exchange, 'heard' | 'otherwise'>): void {
    const exchange = this.#conversation.add(text, this.#view!.screen);
    this.#live = 'polite';
    this.#empty = false;
    this.requestUpdate();
    void this.#hear(Object.assign(exchange, known));
  }

  quiet(): void {
    if (this.#live === 'off') return;
    this.#live = 'off';
    this.requestUpdate();
  }

  again(exchange: Exchange): void {
    void this.#hear(exchange);
  }

  retry(): void {
    for (const exchange of this.#conversation.exchanges) if (exchange.state === 'missing') this.again(exchange);
    void this.#bring().catch(() => undefined);
  }

  refresh(): void {
    this.requestUpdate();
  }

  speak(lang: string): void {
    this.lang = lang;
  }

  override restart(): void {
    this.#conversation.clear();
    super.restart();
  }

  override wipe(): void {
    this.#conversation.clear();
    super.wipe();
  }

  // --- inside

  get #floats(): boolean {
    return this.form === 'zwevend';
  }

  #makeRoom = (event?: Event): void => {
    if (this.#floats) this.#later?.makeRoom(this, () => void this.#toggle(false), event?.composedPath()[0]);
  };

  async #toggle(focus = true): Promise<void> {
    this.#open = !this.#open;
    this.requestUpdate();
    await this.updateComplete;
    const root = this.renderRoot as ShadowRoot;
    showPanel(root, this.#open);
    if (this.#open) this.#prepareToHear();
    if (focus) (this.#open ? root.getElementById('kop') : root.querySelector<HTMLElement>('.lanceer'))?.focus();
  }

  /** Ahead of the first message: who opens the panel is going to say something. A failure is told when it matters. */
  #prepareToHear(): void {
    const opening = this.#opening!;
    this.#bring()
      .then(async (later) => {
        const hearing = await later.loadHearing(opening);
        if (opening === this.#opening) this.#hearing ??= hearing;
      })
      .catch(() => undefined);
  }

  /** Reads a message with the words of the pack; what reads them is fetched with the first. */
  async #hear(exchange: Exchange): Promise<void> {
    const opening = this.#opening!;
    try {
      const later = await this.#bring();
      const hearing = (exchange.hearing = this.#hearing ?? (await later.loadHearing(opening)));
      // Meanwhile it may have become another pack or language.
      if (opening === this.#opening) this.#hearing = hearing;
      if (!exchange.otherwise) exchange.heard ??= await hearing.understand(exchange.text);
      exchange.state = 'answered';
    } catch (reason) {
      exchange.state = 'missing';
      this.tell(faultOf(reason, 'deel-onbereikbaar'));
    }
    this.requestUpdate();
    await this.updateComplete;
    this.#later?.reveal(this.renderRoot as ShadowRoot, exchange);
  }

  /** What draws messages; a failure is forgotten, so that the next try really tries. */
  #bring(): Promise<typeof Later> {
    return (this.#coming ??= import('./later.js').then(
      (later) => {
        this.#later = later;
        this.#missing = false;
        for (const sheet of later.laterStyles) this.wear(sheet.styleSheet!);
        this.requestUpdate();
        this.#makeRoom();
        return later;
      },
      (reason: unknown) => {
        this.#coming = undefined;
        this.#missing = true;
        this.requestUpdate();
        throw reason;
      },
    ));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mz-chat': ChatElement;
  }
}
