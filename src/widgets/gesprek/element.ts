import type {PropertyDeclarations} from 'lit';
import {BUILTIN} from '../base/builtin.js';
import {FlowHost} from '../base/flow-host.js';
import {BUILTIN_FLOWS} from './builtin-flows.js';

Object.assign(BUILTIN.parts, BUILTIN_FLOWS);

/**
 * Any flow of the pack, named by the attribute `gesprek`. A missing or unknown flow leaves the fallback content.
 *
 * @attr bewaren - `nooit` (default) or `vraag`: visitors may choose to keep their replies until the tab closes.
 * @slot - Shown without scripts, while loading and on failure; also in every contact block.
 * @fires mz-klaar - The first question is operable.
 * @fires mz-stap - Another screen is painted and has focus.
 * @fires mz-uitslag - The visitor reached an end.
 * @fires mz-contact - The visitor follows a way to a person.
 * @fires mz-fout - Something failed; `gesprek-onbekend` when the pack has no such flow.
 * @csspart vraag - A question with its answers.
 * @csspart keuze - Each answer's tile.
 * @csspart knop - Each button with a face of its own.
 * @csspart uitslag - The last screen.
 * @csspart steun - Each card with a kind of support.
 * @csspart melding - Call-outs, errors and notices.
 */
export class GesprekElement extends FlowHost {
  static override properties: PropertyDeclarations = {
    flow: {attribute: 'gesprek'},
  };

  /** Id of a flow of the pack. */
  declare flow: string | null;

  protected override readonly widget = 'gesprek';

  protected override get flowId(): string | null {
    return this.flow;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mz-gesprek': GesprekElement;
  }
}
