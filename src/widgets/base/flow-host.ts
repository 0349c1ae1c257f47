import {html, LitElement, type PropertyDeclarations, type PropertyValues, type TemplateResult} from 'lit';
import {storeFor} from '../../flows/runtime/store.js';
import {headingLevel} from './attributes.js';
import {controlStyles} from './control-styles.js';
import type {EventDetails} from './events.js';
import {Fault, type FaultCode, faultOf} from './fault.js';
import {focusField, focusHeading, painted} from './focus.js';
import {plainTag} from './locale.js';
import {openFlow, type Opening} from './opening.js';
import type {Rest} from './rest.js';
import type {ResultsView} from './results.js';
import {Screen} from './screen.js';
import {renderScreen, renderStuck, type View} from './shell.js';
import {styles} from './styles.js';
import {firstTokens, themeSheet, tokenStyles} from './tokens.js';
import {warn} from './warn.js';

/** Results load this long after the first question is operable, so that they never compete with it. */
const RESULTS_AFTER = 1000;

/** What `session` tells: where the visitor is, never what was answered. */
export interface SessionInfo {
  gesprek: string;
  nummer: number;
  einde: boolean;
}

/**
 * The element behind every tag that runs a flow: finds the pack, opens the flow, draws its screens, and keeps the
 * tag's own children on show until the first question is operable and whenever something fails.
 */
export abstract class FlowHost extends LitElement {
  static override styles = [...tokenStyles, controlStyles, styles];
  static override properties: PropertyDeclarations = {
    pack: {attribute: 'pakket'},
    packIntegrity: {attribute: 'pakket-integriteit'},
    address: {attribute: 'aanspreekvorm'},
    headingLevel: {attribute: 'kopniveau'},
    entrance: {attribute: 'stap'},
  };

  /** Address of a `pakket.json`; empty means the pack beside the script. */
  declare pack: string | null;
  /** sha384 that the manifest must have. */
  declare packIntegrity: string | null;
  /** `je` or `u`; the pack decides the default. */
  declare address: string | null;
  /** 1 to 6; default one below the nearest heading before the tag. */
  declare headingLevel: string | null;
  /** Step marked `ingang` to open at. */
  declare entrance: string | null;

  #opening: Opening | undefined;
  #screen: Screen | undefined;
  #fault: FaultCode | undefined;
  #level = 2;
  #rest: Rest | undefined;
  #results: ResultsView | undefined;
  /** Results: asked for, and not to be had. */
  #asked = false;
  #missing = false;
  /** The last drawing asked for the rest in vain. */
  #lacking = false;
  /** Counts openings, so that an overtaken one stops. */
  #round = 0;
  /** What the next paint must do: tell that a screen came, move focus to its heading, or to the field to mend. */
  #arrived = false;
  #first = false;
  #moved = false;
  #mend = false;
  #theme: CSSStyleSheet | undefined;
  #sheets: CSSStyleSheet[] | undefined;

  /** Name of the widget in events: its tag without `mz-`. */
  protected abstract readonly widget: string;

  /** Id of the flow to open; nothing when the tag does not say. */
  protected abstract get flowId(): string | null;

  /** What the first screen cannot be drawn without, besides its flow. */
  protected prepare?(opening: Opening): Promise<void>;

  /** What comes into view with a new question. */
  protected get anchor(): Element {
    return this;
  }

  /** Draws what stands in the widget now. */
  protected show(view: View): TemplateResult {
    return renderScreen(view);
  }

  // --- public

  /** Where the visitor is; nothing before the first question. */
  get session(): SessionInfo | undefined {
    if (!this.#screen) return undefined;
    const {number, atEnd} = this.#screen.session;
    return {gesprek: this.flowId!, nummer: number, einde: atEnd};
  }

  /** Starts the dialogue again; what was answered in it is forgotten. */
  restart(): void {
    this.#screen?.restart();
  }

  /** Forgets everything that the widgets of this pack on this page were told. */
  wipe(): void {
    this.#screen?.wipe();
  }

  // --- life

  /** `lang` is the browser's own property, so it is watched by hand. */
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'lang' && old !== value) this.requestUpdate(name, old);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Another document took them off, and this one gives them back.
    this.#wear();
    this.#screen?.keep();
    if (this.#theme) this.#dress();
    this.#level = headingLevel(this, this.headingLevel);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#screen?.release();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const level = changed.delete('headingLevel');
    if (level) this.#level = headingLevel(this, this.headingLevel);
    if (!this.#round || changed.size) void this.#open();
    if (this.#screen && !this.#theme) this.#dress();
  }

  protected override render(): unknown {
    if (this.#fault) return this.#renderFault();
    if (this.#screen) {
      try {
        const drawn = this.#draw(this.#screen, this.#opening!);
        if (this.#lacking) this.#needRest().catch((reason: unknown) => this.tell(faultOf(reason, 'deel-onbereikbaar')));
        return drawn;
      } catch (reason) {
        queueMicrotask(() => this.#fail(faultOf(reason, 'intern')));
      }
    }
    return html`<slot></slot>`;
  }

  protected override updated(): void {
    const root = this.renderRoot as ShadowRoot;
    if (this.#mend) focusField(root);
    this.#mend = false;
    if (!this.#screen) return;
    if (this.#moved) focusHeading(this.anchor, root);
    if (this.#arrived) void this.#announce(this.#screen);
    this.#moved = this.#arrived = false;
  }

  // --- opening

  async #open(again = false): Promise<void> {
    const round = ++this.#round;
    const overtaken = () => round !== this.#round;
    let screen: Screen | undefined;
    try {
      const {pack, packIntegrity: integrity, address, flowId: flow} = this;
      const opening = await openFlow(this, {flow, pack, integrity, address});
      if (overtaken()) return;
      await this.prepare?.(opening);
      if (overtaken()) return;
      const before = this.#screen;
      screen = this.#screenFor(opening);
      // Before the rest is there nothing was answered.
      if (before && this.#opening?.source === opening.source) await this.#rest?.carryOver(opening, before, screen);
      this.#draw(screen, opening);
      if (this.#lacking) await this.#needRest();
      if (overtaken()) return screen.release();
      before?.release();
      this.#opening = opening;
      this.#screen = screen;
      this.#fault = this.#results = undefined;
      this.#asked = this.#missing = false;
      if (!this.isConnected) screen.release();
      this.#arrived = true;
      this.#moved = again;
      this.#first = true;
      this.requestUpdate();
    } catch (reason) {
      screen?.release();
      if (!overtaken()) this.#fail(faultOf(reason, 'intern'));
    }
  }

  #screenFor(opening: Opening): Screen {
    const {source, flow} = opening;
    const store = storeFor(source.url);
    const entrance = flow.steps.find((step, index) => step.id === this.entrance && (step.entry || !index))?.id;
    if (this.entrance && !entrance) warn('stap', this.entrance, flow.id);
    const screen: Screen = new Screen(
      {
        store,
        rest: () => (this.#rest ? undefined : this.#needRest()),
        load: (id) => this.#rest!.laterFlow(opening, id),
        // At once: what is ticked must stand in the page before the next tick is compared with it.
        changed: () => {
          this.requestUpdate();
          this.performUpdate();
        },
        moved: (own) => {
          if (screen !== this.#screen) return;
          this.#arrived = true;
          this.#moved ||= own;
          if (screen.session.atEnd) void this.#needResults();
          this.requestUpdate();
        },
        refused: () => {
          this.#mend = true;
          this.requestUpdate();
        },
        failed: (reason) => this.tell(faultOf(reason, 'deel-onbereikbaar')),
      },
      store.open(flow, entrance),
    );
    return screen;
  }

  /** What the first question did not wait for. What fails here is asked for again where it is missed. */
  async #complete(opening: Opening): Promise<void> {
    const screen = this.#screen!;
    try {
      await this.#needRest();
      this.#rest!.accompany({host: this, screen, opening, load: (id) => this.#rest!.laterFlow(opening, id), tell: (fault) => this.tell(fault)});
      opening.contact ??= (await opening.source.manifest()).contact;
      this.requestUpdate();
    } catch (reason) {
      this.tell(new Fault('deel-onbereikbaar', reason));
    }
  }

  async #needRest(): Promise<void> {
    if (this.#rest) return;
    const rest = await import('./rest.js').catch((reason: unknown) => {
      throw new Fault('deel-onbereikbaar', reason);
    });
    for (const style of rest.restStyles) this.wear(style.styleSheet!);
    this.#rest = rest;
    this.#dress();
    this.requestUpdate();
  }

  /** Fetches what draws results, once; after a failure again when asked. */
  async #needResults(again = false): Promise<void> {
    if (this.#asked && !again) return;
    this.#asked = true;
    const round = this.#round;
    const opening = this.#opening!;
    this.requestUpdate();
    try {
      await this.#needRest();
      const {results, sheet, whole} = await this.#rest!.loadResults(opening, opening.flow);
      if (round !== this.#round) return;
      opening.flow = whole;
      this.#screen!.session.provide(whole);
      this.wear(sheet);
      this.#results = results;
      // Who asked again stood on a button that goes now.
      this.#moved = again;
      this.#missing = false;
      if (!opening.contact) void this.#complete(opening);
    } catch (reason) {
      if (round !== this.#round) return;
      // A visitor half way gets another try at the end; at the end it is said.
      this.#missing = again || this.#screen!.session.atEnd;
      this.#asked = this.#missing;
      this.tell(faultOf(reason, 'deel-onbereikbaar'));
    }
    this.requestUpdate();
  }

  // --- drawing

  #draw(screen: Screen, {source, locale, contact}: Opening): TemplateResult {
    this.#lacking = false;
    const view: View = {
      screen,
      level: this.#level,
      locale,
      source,
      contact,
      rest: () => {
        this.#lacking ||= !this.#rest;
        return this.#rest;
      },
      results: this.#results,
      resultsMissing: this.#missing,
      needResults: (again) => void this.#needResults(again),
      contacted: (soort) => this.#dispatch('mz-contact', {widget: this.widget, soort}),
    };
    return this.show(view);
  }

  #renderFault(): TemplateResult {
    return html`<div class="widget" lang=${plainTag(this.#opening?.locale ?? 'nl')}>
      <slot></slot>
      ${renderStuck(() => void this.#open(true))}
    </div>`;
  }

  protected wear(sheet: CSSStyleSheet, instead?: CSSStyleSheet): void {
    this.#wear([...this.#sheets!.filter((one) => one !== instead && one !== sheet), sheet]);
  }

  /** Sheets fit only in the document that they were made in; in another one it is plain, and works. */
  #wear(sheets?: CSSStyleSheet[]): void {
    const root = this.renderRoot as ShadowRoot;
    this.#sheets = sheets ?? this.#sheets ?? [...root.adoptedStyleSheets];
    if (this.ownerDocument === document) root.adoptedStyleSheets = this.#sheets;
  }

  /** Looked up again after each screen is painted: pages switch themes, and their sheets may arrive after us. */
  #dress(): void {
    const sheet = themeSheet(this, this.#rest ? [...firstTokens, ...this.#rest.restTokens] : firstTokens);
    if (sheet !== this.#theme) this.wear(sheet, this.#theme);
    this.#theme = sheet;
  }

  // --- telling

  async #announce(screen: Screen): Promise<void> {
    const {visit, session} = screen;
    const {number, atEnd} = session;
    const {widget, flowId: gesprek} = this;
    await painted();
    this.#dress();
    if (screen !== this.#screen || !gesprek) return;
    if (this.#first) {
      this.#first = false;
      this.#dispatch('mz-klaar', {widget});
      void this.#complete(this.#opening!);
      setTimeout(() => screen === this.#screen && this.isConnected && void this.#needResults(), RESULTS_AFTER);
    }
    this.#dispatch('mz-stap', {widget, gesprek, nummer: number});
    if (atEnd && visit === screen.visit) this.#dispatch('mz-uitslag', {widget, gesprek});
  }

  #fail(fault: Fault): void {
    this.#round++; // what is still under way for the screen that goes comes too late
    this.#screen?.release();
    this.#screen = undefined;
    this.#fault = fault.code;
    this.#dress();
    this.requestUpdate();
    this.tell(fault);
  }

  protected tell(fault: Fault): void {
    warn('fout', fault.code, this.widget, fault.cause);
    this.#dispatch('mz-fout', {widget: this.widget, code: fault.code});
  }

  #dispatch<Name extends keyof EventDetails>(name: Name, detail: EventDetails[Name]): void {
    this.dispatchEvent(new CustomEvent(name, {detail, bubbles: true, composed: true}));
  }
}
