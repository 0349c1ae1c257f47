import {nothing, type TemplateResult} from 'lit';
import type {Kept} from '../../flows/runtime/link.js';
import type {AddressService} from '../../offers/places/address-service.js';
import {FlowHost} from '../base/flow-host.js';
import {focusHeading} from '../base/focus.js';
import type {Opening} from '../base/opening.js';
import type {View} from '../base/shell.js';
import type {Finder} from './finder.js';
import {renderFirst, type Hands} from './first.js';
import {hasOffers} from './has-offers.js';
import type * as Later from './later.js';
import {styles} from './styles.js';

/**
 * The finder: place and filters above, offers below. "Help me kiezen" is the flow `respijtzoeker` in the same widget,
 * and what it learns becomes filters.
 *
 * @attr bewaren - `nooit` (default) or `vraag`: visitors may choose to keep their replies until the tab closes.
 * @slot - Shown without scripts, while loading and on failure; also in every contact block.
 * @fires mz-klaar - The first filter is operable.
 * @fires mz-stap - Another screen of "help me kiezen" is painted and has focus.
 * @fires mz-uitslag - The visitor reached the end of "help me kiezen".
 * @fires mz-contact - The visitor follows a way to a person; `aanbod` when it is that of an offer.
 * @fires mz-fout - Something failed; `detail.code` says what.
 * @csspart vraag - A question with its answers.
 * @csspart keuze - Each answer's tile.
 * @csspart knop - Each button with a face of its own.
 * @csspart uitslag - The last screen.
 * @csspart steun - Each card with a kind of support.
 * @csspart aanbod - Each offer's card.
 * @csspart melding - Call-outs, errors and notices.
 */
export class RespijtzoekerElement extends FlowHost implements Hands {
  static override styles = [...FlowHost.styles, styles];

  /** A service of the site's own that knows addresses. Whoever gives one sends words of visitors to it. */
  declare addressService?: AddressService; // No initial value: one that was given before the tag was known stays.

  protected override readonly widget = 'respijtzoeker';

  /** The dialogue stands in the place of the finder. */
  #asking = false;
  #offers = false;
  #operable = false;
  #opening: Opening | undefined;
  #view: View | undefined;
  #later: typeof Later | undefined;
  #finder: Finder | undefined;
  #coming: Promise<Finder> | undefined;
  /** The chunk with the list could not be fetched. */
  #missing = false;

  constructor() {
    super();
    // After those that the event tells it to: what comes next never competes with the first paint.
    this.addEventListener('mz-klaar', (event) => event.target === this && setTimeout(() => this.#begin()));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('mz-uitslag', this.#hear);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('mz-uitslag', this.#hear);
  }

  protected override get flowId(): string {
    return 'respijtzoeker';
  }

  protected override async prepare(opening: Opening): Promise<void> {
    this.#offers = await hasOffers(opening.source);
    this.#opening = opening;
    this.#finder?.opened(opening);
  }

  protected override show(view: View): TemplateResult {
    this.#view = view;
    if (this.#finder?.isWiped()) queueMicrotask(() => this.#finder!.clear());
    if (this.#asking) {
      const {above, offers} = this.#later?.waysBack(view, this.#offers, this) ?? {};
      Object.assign(view, {above, offers});
      return super.show(view);
    }
    return renderFirst(view, this, {
      offers: this.#offers,
      finder: this.#finder,
      rest: this.#operable ? view.rest() : undefined,
      missing: this.#missing,
      drawn: this.#finder && this.#later ? (part) => this.#later![part](view, this.#finder!, this) : () => nothing,
    });
  }

  // --- what the visitor does (`Hands`)

  act(what: (finder: Finder) => unknown): void {
    if (this.#finder) void what(this.#finder);
    else void this.#bring().then(what, () => undefined);
  }

  ask(): void {
    void this.#turn(true);
  }

  find(): void {
    void this.#turn(false);
  }

  retry(): void {
    void this.#bring().catch(() => undefined);
  }

  override restart(): void {
    super.restart();
    this.#finder?.clear();
    if (this.#asking) this.find();
  }

  override wipe(): void {
    super.wipe();
    this.#finder?.clear();
    if (this.#asking) this.find();
  }

  /** A link that leads here (`base/aside/arrive.ts`): a search is taken up, a dialogue is opened. */
  follow(kept: Kept): void {
    if (kept.search) {
      this.act((finder) => finder.takeUp(kept.search!));
      if (this.#asking) this.find();
    } else if (kept.log.length || kept.entrance) this.#asking = true;
    this.requestUpdate();
  }

  // --- inside

  /** Another widget of the pack on this page learned something. */
  #hear = (event: Event): void => {
    if (event.target !== this) this.#finder?.learn();
  };

  #begin(): void {
    this.#operable = true;
    this.retry();
    this.requestUpdate();
  }

  async #turn(asking: boolean): Promise<void> {
    if (asking === this.#asking) return;
    this.#asking = asking;
    if (!asking && this.#view) this.#finder?.learn(this.#view.screen.session.memory);
    this.requestUpdate();
    await this.updateComplete;
    focusHeading(this, this.renderRoot as ShadowRoot);
  }

  /** The list, and behind it what searches; a failure is forgotten, so that the next try really tries. */
  #bring(): Promise<Finder> {
    return (this.#coming ??= import('./later.js').then(
      async (later) => {
        this.#later = later;
        this.#missing = false;
        this.wear(later.laterStyles.styleSheet!);
        this.#finder = new later.Finder(this.#opening!, {
          changed: () => {
            this.requestUpdate();
            this.performUpdate();
          },
          failed: (fault) => this.tell(fault),
          service: () => this.addressService,
        });
        this.#finder.begin(this.#offers);
        return this.#finder;
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
    'mz-respijtzoeker': RespijtzoekerElement;
  }
}
