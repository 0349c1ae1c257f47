import {html, nothing, type TemplateResult} from 'lit';
import type {Block} from '../../flows/model/node.js';
import {renderContact} from './contact.js';
import {chevronIcon} from './icons.js';
import * as rest from './rest-words.js';
import type {Notice} from './screen.js';
import {renderStuck, type View} from './shell.js';
import * as words from './words.js';

/** What a `toon …` puts on the screen. `shown` keeps what may stand there once. */
export function renderShow(block: Extract<Block, {t: 'show'}>, view: View, shown: Set<string>, after?: Block): unknown {
  const {what} = block;
  if (what === 'contact') {
    if (shown.has(what)) return nothing;
    shown.add(what);
    return renderContact(view, view.level + 1);
  }
  if (what === 'aanbod' && view.offers) return view.offers;
  if (view.results) return view.results.show(block, view, after?.t === 'section');
  if (shown.has('wacht')) return nothing;
  shown.add('wacht');
  return waiting(view);
}

/** What was told, on demand; its lines come with the results chunk. */
export function renderTold(view: View): TemplateResult {
  return html`<details data-recap @toggle=${() => view.needResults()}>
    <summary>${rest.whatYouTold()}${chevronIcon()}</summary>
    ${view.results?.recap(view) ?? waiting(view)}
  </details>`;
}

/** In the place of results that are still under way, or could not be fetched. */
function waiting(view: View): TemplateResult {
  return view.resultsMissing ? renderStuck(() => view.needResults(true)) : html`<p class="zacht" data-wacht>${words.moment()}</p>`;
}

/** Above an end stands no progress any more, but what was told and a new start. */
export function renderTopOfEnd(view: View): TemplateResult {
  const {screen} = view;
  return html`<div class="boven eind">
    ${screen.session.trail.length ? renderTold(view) : nothing}
    <button type="button" class="stil" data-knop="opnieuw" @click=${() => screen.restart()}>${rest.restart()}</button>
  </div>`;
}

export function noticeText(notice: Notice): string {
  if (typeof notice === 'object') return rest.nowButtons(notice.buttons);
  return notice === 'wiped' ? rest.wiped() : rest.othersCleared();
}
