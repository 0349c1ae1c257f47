import {html, nothing, type TemplateResult} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import {openAnswers, visibleBlocks} from '../../flows/semantics/dialogue.js';
import {heading} from '../base/heading.js';
import {plainTag} from '../base/locale.js';
import {renderBlocks} from '../base/nodes.js';
import {titleOf} from '../base/question.js';
import type {Screen} from '../base/screen.js';
import {proseFor, renderFoot, renderStep, renderStuck, type View} from '../base/shell.js';
import * as words from './chat-words.js';
import type {Conversation, Piece} from './conversation.js';
import type {Hands} from './hands.js';
import {renderStarters} from './starters.js';

export interface Talk {
  conversation: Conversation;
  /** Id of the flow that the chat opens with. */
  opening: string;
  /** Whether new messages are read out. */
  live: 'off' | 'polite';
  /** Something was sent without words. */
  empty: boolean;
  /** The chunk that draws messages could not be fetched. */
  missing: boolean;
  /** Stands above everything, and below. */
  above: unknown;
  below: unknown;
}

/** Whether the way begins here, with the starters. */
export const isOpening = ({session, step}: Screen, opening: string): boolean => session.atStart && session.flow.id === opening && step.control?.t === 'one';

/** The whole conversation: what was said, the question that is up, the typing field, and a person to call. */
export function renderChat(view: View, hands: Hands, talk: Talk, drawn: (piece: Exclude<Piece, {t: 'now'}>) => unknown): TemplateResult {
  const pieces = talk.conversation.pieces(view.screen);
  let n = 0;
  const message = (piece: Piece, by: 'bot' | 'bezoeker', content: unknown, id?: string) =>
    content === nothing || content === undefined
      ? nothing
      : html`<div class="bericht ${by} ${piece.t === 'now' ? 'nu' : ''}" part="bericht" id=${id ?? nothing} data-bericht=${++n} data-van=${by}>${content}</div>`;
  const draw = (piece: Piece): unknown => {
    if (piece.t === 'now') return message(piece, 'bot', isOpening(view.screen, talk.opening) ? renderOpening(view, hands) : renderStep(view));
    const content = drawn(piece);
    if (piece.t !== 'said') return message(piece, piece.t === 'asked' ? 'bot' : 'bezoeker', content);
    const [question, answer] = (content ?? []) as unknown[];
    return [message(piece, 'bezoeker', question, `m${piece.exchange.n}`), message(piece, 'bot', answer)];
  };
  const {session, step} = view.screen;
  return html`<div class="widget chat" lang=${plainTag(view.locale)} dir=${session.flow.dir ?? nothing} data-stap=${step.id} @click=${(event: Event) => view.rest()?.handleLink(event, view)}>
      ${talk.above}
      <div class="log" role="log" aria-label=${words.log()} aria-live=${talk.live} @focusin=${() => hands.quiet()}>
        ${pieces.map((piece) => keyed(piece.key + piece.t, draw(piece)))}
      </div>
      ${talk.missing ? renderStuck(() => hands.retry()) : nothing} ${renderField(hands, talk)} ${talk.below} ${renderFoot(view)}
    </div>`;
}

/** The opening words, with the starters as buttons: each is one press, like in any conversation. */
function renderOpening(view: View, hands: Hands): TemplateResult {
  const {screen, level} = view;
  const {session, step} = screen;
  const prose = proseFor(view);
  return html`<div class="stap" aria-busy=${screen.busy} lang=${prose.lang}>
    <div class="vraag" part="vraag">
      ${heading(level, titleOf(screen), 'kop')}
      <div class="tekst">${renderBlocks(visibleBlocks(step.body, session.memory), prose)}</div>
      ${renderStarters(openAnswers(step, session.memory), session.memory, hands)}
    </div>
    ${screen.stuck ? renderStuck(() => screen.retry()) : nothing}
  </div>`;
}

function renderField(hands: Hands, {empty}: Talk): TemplateResult {
  const field = (event: Event) => (event.currentTarget as Element).closest('.typen')!.querySelector('textarea')!;
  const handleKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    hands.send(field(event));
  };
  return html`<div class="typen">
    <label class="veldnaam" for="vraag">${words.yourQuestion()}</label>
    ${empty ? html`<p class="fout" id="leeg" part="melding" data-fout>${words.typeFirst()}</p>` : nothing}
    <textarea
      class="veld"
      id="vraag"
      rows="1"
      autocomplete="off"
      enterkeyhint="send"
      data-invoer="vraag"
      aria-describedby=${empty ? 'leeg' : nothing}
      aria-invalid=${empty ? 'true' : nothing}
      @keydown=${handleKey}
    ></textarea>
    <button type="button" class="knop eerst" part="knop" data-knop="stuur" @click=${(event: Event) => hands.send(field(event))}>${words.send()}</button>
  </div>`;
}
