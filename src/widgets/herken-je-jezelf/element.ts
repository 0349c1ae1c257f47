import {FlowHost} from '../base/flow-host.js';

/**
 * "Herken je jezelf?": the flow `herken-je-jezelf` as a quiz, from what somebody does to what fits.
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
 * @cssproperty --mz-widget-background-color - The widget's paper; set together with `--mz-widget-color`.
 * @cssproperty --mz-widget-color - Text on the widget's paper.
 * @cssproperty --mz-widget-border-radius - Corners of the widget.
 * @cssproperty --mz-widget-font-family - Typeface; the page's own by default.
 * @cssproperty --mz-heading-font-family - Typeface of headings.
 * @cssproperty --mz-heading-font-weight - Weight of headings.
 * @cssproperty --mz-button-background-color - The primary button; set together with `--mz-button-color`.
 * @cssproperty --mz-button-color - Text on the primary button.
 * @cssproperty --mz-button-border-radius - Corners of buttons.
 * @cssproperty --mz-answer-background-color - An answer's tile; set together with its colour and border.
 * @cssproperty --mz-answer-color - Text of an answer.
 * @cssproperty --mz-answer-border-color - Line around an answer.
 * @cssproperty --mz-answer-border-radius - Corners of answers and fields.
 * @cssproperty --mz-accent-color - What is chosen, progress, icons.
 * @cssproperty --mz-link-color - Links and text buttons.
 * @cssproperty --mz-card-border-color - Line around a card.
 * @cssproperty --mz-card-border-radius - Corners of cards and call-outs.
 * @cssproperty --mz-contact-background-color - The contact block; set together with `--mz-contact-color`.
 * @cssproperty --mz-contact-color - Text in the contact block.
 * @cssproperty --mz-note-background-color - A call-out; set together with its colour and border.
 * @cssproperty --mz-note-color - Text in a call-out.
 * @cssproperty --mz-note-border-color - Line beside a call-out.
 * @cssproperty --mz-alert-background-color - An urgent call-out; set together with its colour and border.
 * @cssproperty --mz-alert-color - Text in an urgent call-out.
 * @cssproperty --mz-alert-border-color - Line beside an urgent call-out.
 * @cssproperty --mz-error-message-color - Text of an error.
 * @cssproperty --mz-focus-outline-color - The focus ring; set together with its inverse.
 * @cssproperty --mz-focus-inverse-outline-color - The light line around the focus ring.
 */
export class HerkenJeJezelfElement extends FlowHost {
  protected override readonly widget = 'herken-je-jezelf';

  protected override get flowId(): string {
    return 'herken-je-jezelf';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mz-herken-je-jezelf': HerkenJeJezelfElement;
  }
}
