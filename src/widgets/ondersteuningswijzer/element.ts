import {FlowHost} from '../base/flow-host.js';

/**
 * "Wat past bij mij, en wie bel ik?": the flow `ondersteuningswijzer`, ending in a plan with a first step each, and in
 * what somebody takes along: a note, tasks to share, paper, a link.
 *
 * @attr bewaren - `nooit` (default) or `vraag`: visitors may choose to keep their replies until the tab closes.
 * @slot - Shown without scripts, while loading and on failure; also in every contact block.
 * @fires mz-klaar - The first question is operable.
 * @fires mz-stap - Another screen is painted and has focus.
 * @fires mz-uitslag - The visitor reached an end.
 * @fires mz-contact - The visitor follows a way to a person.
 * @fires mz-fout - Something failed; `detail.code` says what.
 * @csspart vraag - A question with its answers.
 * @csspart keuze - Each answer's tile.
 * @csspart knop - Each button with a face of its own.
 * @csspart uitslag - The last screen.
 * @csspart steun - Each card with a kind of support.
 * @csspart melding - Call-outs, errors and notices.
 */
export class OndersteuningswijzerElement extends FlowHost {
  protected override readonly widget = 'ondersteuningswijzer';

  protected override get flowId(): string {
    return 'ondersteuningswijzer';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mz-ondersteuningswijzer': OndersteuningswijzerElement;
  }
}
