import {html, nothing} from 'lit';
import type {Session, Visit} from '../../flows/runtime/session.js';
import {advise} from '../../flows/semantics/advice.js';
import {isEnd, visibleBlocks} from '../../flows/semantics/dialogue.js';
import {heading} from '../base/heading.js';
import {renderBlocks} from '../base/nodes.js';
import {answersGiven} from '../base/recap.js';
import * as results from '../base/result-words.js';
import {proseFor} from '../base/shell.js';
import {langOf} from '../base/spoken.js';
import {plain} from '../base/text.js';
import {renderAnswer, renderSaid, type Answering} from './answer.js';
import * as words from './answer-words.js';
import type {Piece} from './conversation.js';

/** A message of the past; of what was typed a pair, the question and the answer. */
export function renderPiece(piece: Exclude<Piece, {t: 'now'}>, answering: Answering): unknown {
  switch (piece.t) {
    case 'asked':
      return renderAsked(piece.session, piece.visit, answering);
    case 'given': {
      const given = answersGiven(piece.visit, piece.session);
      const lines = given.length ? given : [buttonOf(piece.session, piece.visit) || results.nothingGiven()];
      const by = html`<span class="sr">${words.you()}</span>`;
      return html`<div class="bel" lang=${langOf(piece.visit, piece.session)}>
        ${lines.length > 1 ? [by, html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`] : html`<p>${by} ${lines[0]}</p>`}
      </div>`;
    }
    case 'pressed':
      return html`<p class="bel"><span class="sr">${words.you()}</span> ${piece.text}</p>`;
    case 'said':
      return [renderSaid(piece.exchange), renderAnswer(piece.exchange, answering)];
  }
}

/** A step with buttons only is answered by the one that was pressed. */
function buttonOf(session: Session, {reply, memory, ...visit}: Visit): string {
  const button = session.stepOf({reply, memory, ...visit}).buttons?.find(({id}) => id === reply.button);
  return button ? plain(button.label, memory) : '';
}

/** A question as it was put; of a result what it was called and what it advised. */
function renderAsked(session: Session, visit: Pick<Visit, 'flow' | 'step' | 'memory'>, {view, hearing}: Answering): unknown {
  const {memory} = visit;
  const full = {...visit, reply: {answers: []}};
  const step = session.stepOf(full);
  const lang = langOf(full, session);
  const title = heading(view.level, plain(step.title, memory));
  if (isEnd(step, memory)) {
    const advice = hearing?.support && advise(hearing.support.kinds, hearing.support.order, memory);
    const lines = advice ? [...advice.urgent, ...advice.best].map(({kind}) => kind.title) : [];
    return html`<div class="bel" lang=${lang}>${title}${lines.length ? html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>` : nothing}</div>`;
  }
  const text = visibleBlocks(step.body, memory).filter(({t}) => t === 'p');
  const prose = {...proseFor(view), memory, key: `v${visit.flow}-${visit.step}`, cited: new Set<number>(), terms: undefined};
  return html`<div class="bel" lang=${lang}>${title}${renderBlocks(text, prose)}</div>`;
}
