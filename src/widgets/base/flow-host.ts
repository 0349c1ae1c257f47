import {html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult} from 'lit';
import type {Flow} from '../../flows/model/flow.js';
import type {Contact} from '../../flows/model/manifest.js';
import {storeFor, type PackStore} from '../../flows/runtime/store.js';
import {headingLevel, languageAround, oneOf} from './attributes.js';
import {controlStyles} from './control-styles.js';
import {dispatch, type EventDetails} from './events.js';
import {Fault, type FaultCode, faultOf, warnOnce} from './fault.js';
import {focusField, focusHeading, painted} from './focus.js';
import {localeFor, plainTag, useLocale} from './locale.js';
import {packSource, type PackSource} from './pack-source.js';
import {proseStyles} from './prose-styles.js';
import type {ResultsView} from './results.js';
import {Screen} from './screen.js';
import {renderScreen, renderStuck, type View} from './shell.js';
import {styles} from './styles.js';
import {themeSheet, tokenStyles} from './tokens.js';
import * as words from './words.js';

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
  static override styles = [tokenStyles, controlStyles, proseStyles, styles];
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

  #source: PackSource | undefined;
  #store: PackStore | undefined;
  #screen: Screen | undefined;
  #contact: Contact | undefined;
  #locale = 'nl';
  #contentLanguage = 'nl';
  #level = 2;
  #opened = '';
  #fault: FaultCode | undefined;
  #results: ResultsView | undefined;
  #resultsMissing = false;
  #resultsAsked = false;
  /** Counts starts, so that an overtaken one stops. */
  #start = 0;
  /** What the next paint must do: an event always, focus only when the visitor moved here. */
  #arrived = false;
  #takeFocus = false;
  #mend = false;
  #theme: CSSStyleSheet | undefined;

  /** Name of the widget in events: its tag without `mz-`. */
  protected abstract readonly widget: string;

  /** Id of the flow to open; nothing when the tag does not say. */
  protected abstract get flowId(): string | null;

  // --- public

  /** Where the visitor is; nothing before the first question. */
  get session(): SessionInfo | undefined {
    if (!this.#screen) return undefined;
    const {number, atEnd} = this.#screen.session;
    return {gesprek: this.#opened, nummer: number, einde: atEnd};
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

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#screen) this.#screen.keep();
    this.#level = headingLevel(this, this.headingLevel);
    this.requestUpdate();
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  /** `lang` is the browser's own property, so it is watched by hand. */
  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'lang' && old !== value) this.requestUpdate('lang', old);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#screen?.release();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('headingLevel')) this.#level = headingLevel(this, this.headingLevel);
    const decides = ['pack', 'packIntegrity', 'address', 'entrance', 'lang', 'flow'];
    if (!this.#start || decides.some((name) => changed.has(name))) void this.#open();
    if (this.#screen) this.#dress();
  }

  protected override render(): unknown {
    if (this.#fault) return this.#renderFault();
    if (!this.#screen) return html`<slot></slot>`;
    try {
      return renderScreen(this.#view(this.#screen));
    } catch (reason) {
      queueMicrotask(() => this.#fail(faultOf(reason, 'intern')));
      return html`<slot></slot>`;
    }
  }

  protected override updated(): void {
    const root = this.renderRoot as ShadowRoot;
    if (this.#mend) focusField(root);
    this.#mend = false;
    if (!this.#arrived || this.#fault || !this.#screen) return;
    this.#arrived = false;
    if (this.#takeFocus) focusHeading(this, root);
    this.#takeFocus = false;
    void this.#announce(this.#screen);
  }

  // --- opening

  async #open(retrying = false): Promise<void> {
    const start = ++this.#start;
    const before = this.#screen;
    const overtaken = () => start !== this.#start;
    try {
      const {pack, flowId} = this;
      if (!flowId) throw new Fault('gesprek-onbekend');
      const source = this.#address(pack);
      const formal = oneOf('aanspreekvorm', this.address, ['je', 'u', ''], '');
      // The manifest of the pack beside the script is only needed for the contact: its form of address is `je`.
      const address = formal || (source.builtin ? 'je' : (await source.manifest()).address);
      const language = await this.#language(source, flowId, address === 'u');
      const [flow, locale] = await Promise.all([
        source.part('flow', flowId, language.content),
        useLocale(localeFor(language.words, address === 'u') ?? 'nl'),
      ]);
      const contact = source.builtin ? undefined : (await source.manifest()).contact;
      if (overtaken()) return;
      before?.release();
      this.#source = source;
      this.#store = storeFor(source.url);
      this.#locale = locale;
      this.#contentLanguage = language.content;
      this.#opened = flowId;
      this.#contact = contact;
      this.#results = undefined;
      this.#resultsAsked = this.#resultsMissing = false;
      this.#screen = this.#screenFor(this.#store, flow);
      if (!this.isConnected) this.#screen.release();
      this.#fault = undefined;
      this.#arrived = true;
      this.#takeFocus = retrying;
      this.requestUpdate();
      await this.updateComplete;
      await painted();
      if (overtaken()) return;
      this.#dispatch('mz-klaar', {widget: this.widget});
      void this.#learnContact(source);
      setTimeout(() => !overtaken() && this.isConnected && void this.#needResults(), RESULTS_AFTER);
    } catch (reason) {
      if (!overtaken()) this.#fail(faultOf(reason, 'intern'));
    }
  }

  /** A broken address is the default and a warning, like any wrong attribute. */
  #address(pack: string | null): PackSource {
    try {
      return packSource(pack ?? '', this.packIntegrity ?? '');
    } catch (reason) {
      warnOnce(`pakket="${pack}" is geen adres.`, reason);
      return packSource('', '');
    }
  }

  /** Content follows the tag, else the page; words follow the tag, or else the content. */
  async #language(source: PackSource, flow: string, formal: boolean): Promise<{content: string; words: string}> {
    const wanted = this.getAttribute('lang')?.toLowerCase() ?? '';
    const language = wanted || languageAround(this);
    const [short = ''] = language.split('-');
    const source0 = source.builtin ? 'nl' : (await source.manifest()).languages[0] ?? 'nl';
    const tries = short === 'nl' && formal ? ['nl-u', 'nl-x-u', 'nl'] : [language, short];
    for (const content of tries) {
      if (content && (content === source0 || (await source.has('flow', flow, content)))) return {content, words: content};
    }
    const fallback = formal && (await source.has('flow', flow, 'nl-u')) ? 'nl-u' : source0;
    if (!wanted) return {content: fallback, words: fallback};
    if (!localeFor(wanted, formal)) warnOnce(`lang="${wanted}" kennen we niet; het wordt «${source0}».`);
    return {content: fallback, words: localeFor(wanted, formal) ? wanted : fallback};
  }

  #screenFor(store: PackStore, flow: Flow): Screen {
    let entrance: string | undefined;
    if (this.entrance) {
      entrance = flow.steps.find((step, index) => step.id === this.entrance && (step.entry || !index))?.id;
      if (entrance === undefined) warnOnce(`stap="${this.entrance}" is geen ingang van «${flow.id}»; het begint bij het begin.`);
    }
    const screen: Screen = new Screen(
      {
        store,
        load: (id) => this.#loadFlow(id),
        changed: () => this.requestUpdate(),
        moved: (own) => {
          if (screen !== this.#screen) return;
          this.#arrived = true;
          this.#takeFocus ||= own;
          if (screen.session.atEnd) void this.#needResults();
          this.requestUpdate();
        },
        refused: () => {
          this.#mend = true;
          this.requestUpdate();
        },
        failed: (reason) => this.#tell(faultOf(reason, 'deel-onbereikbaar')),
      },
      store.open(flow, entrance),
    );
    return screen;
  }

  async #loadFlow(id: string): Promise<Flow> {
    const source = this.#source!;
    const lang = (await source.has('flow', id, this.#contentLanguage)) ? this.#contentLanguage : 'nl';
    try {
      return await source.part('flow', id, lang);
    } catch (reason) {
      const fault = faultOf(reason, 'deel-onbereikbaar');
      throw fault.code === 'pakket-onbereikbaar' ? new Fault('deel-onbereikbaar', fault) : fault;
    }
  }

  async #learnContact(source: PackSource): Promise<void> {
    try {
      this.#contact = (await source.manifest()).contact;
      this.requestUpdate();
    } catch (reason) {
      this.#tell(new Fault('deel-onbereikbaar', reason));
    }
  }

  /** Fetches what draws results, once; after a failure again when asked. */
  async #needResults(again = false): Promise<void> {
    if (this.#resultsAsked && !again) return;
    this.#resultsAsked = true;
    this.#resultsMissing = false;
    this.requestUpdate();
    const source = this.#source!;
    const start = this.#start;
    try {
      const lang = (await source.has('support', 'all', this.#contentLanguage)) ? this.#contentLanguage : 'nl';
      const [{resultsFor, resultStyles}, support] = await Promise.all([import('./results.js'), source.part('support', 'all', lang)]);
      if (start !== this.#start) return;
      const root = this.renderRoot as ShadowRoot;
      const sheet = resultStyles.styleSheet!;
      if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
      this.#results = resultsFor(support);
      if (!this.#contact) void this.#learnContact(source);
    } catch (reason) {
      if (start !== this.#start) return;
      // Told when it is missed: a visitor half way gets another try at the end.
      if (!this.#screen?.session.atEnd && !again) this.#resultsAsked = false;
      else this.#resultsMissing = true;
      this.#tell(new Fault('deel-onbereikbaar', reason));
    }
    this.requestUpdate();
  }

  // --- drawing

  #view(screen: Screen): View {
    return {
      screen,
      level: this.#level,
      locale: this.#locale,
      base: this.#source!.url,
      contact: this.#contact,
      results: this.#results,
      resultsMissing: this.#resultsMissing,
      needResults: () => void this.#needResults(),
      retry: () => void this.#needResults(true),
      contacted: (soort) => this.#dispatch('mz-contact', {widget: this.widget, soort}),
    };
  }

  #renderFault(): TemplateResult {
    return html`<div class="widget" lang=${plainTag(this.#locale)}>
      <slot></slot>
      ${this.#contact ? html`<p>${this.#contact.name} ${this.#contact.phone ?? nothing}</p>` : nothing}
      ${renderStuck(() => void this.#open(true))}
      ${this.childElementCount || this.#contact ? nothing : html`<p class="zacht">${words.orAsk()}</p>`}
    </div>`;
  }

  /** Looked up again for each screen: pages switch themes, and their sheets may arrive after us. */
  #dress(): void {
    const sheet = themeSheet(this);
    if (sheet === this.#theme) return;
    const root = this.renderRoot as ShadowRoot;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets.filter((one) => one !== this.#theme), sheet];
    this.#theme = sheet;
  }

  // --- telling

  async #announce(screen: Screen): Promise<void> {
    const {number, atEnd} = screen.session;
    const {visit} = screen;
    await painted();
    if (screen !== this.#screen) return;
    this.#dispatch('mz-stap', {widget: this.widget, gesprek: this.#opened, nummer: number});
    if (atEnd && visit === screen.visit) this.#dispatch('mz-uitslag', {widget: this.widget, gesprek: this.#opened});
  }

  #fail(fault: Fault): void {
    this.#screen?.release();
    this.#screen = undefined;
    this.#fault = fault.code;
    this.#dress();
    this.requestUpdate();
    this.#tell(fault);
  }

  #tell(fault: Fault): void {
    warnOnce(`${fault.code} in <mz-${this.widget}>.`, fault.cause);
    this.#dispatch('mz-fout', {widget: this.widget, code: fault.code});
  }

  #dispatch<Name extends keyof EventDetails>(name: Name, detail: EventDetails[Name]): void {
    dispatch(this, name, detail);
  }
}
