import {html, nothing} from 'lit';
import {plainTag} from '../base/locale.js';
import type {View} from '../base/shell.js';
import type {Finder} from './finder.js';
import type {Hands} from './first.js';
import * as words from './more-words.js';

/** What was taken over from what somebody told, and how to forget it. */
export function renderLearned(_view: View, finder: Finder, hands: Hands): unknown {
  if (!finder.learned.length) return nothing;
  return html`<div class="melding terzijde" part="melding" data-terzijde>
    <div role="status">
      <p>${words.tookOver()}</p>
      <ul>
        ${finder.learned.map((filter) => html`<li>${finder.label(filter)}</li>`)}
      </ul>
    </div>
    <button type="button" class="stil" data-knop="vergeet" @click=${() => hands.act((one) => one.forget())}>${words.forget()}</button>
  </div>`;
}

/** Above "help me kiezen": the way back, and at its end to what fits. */
export function renderWayBack(view: View, _finder: Finder, offers: boolean, hands: Hands): unknown {
  const end = view.screen.session.atEnd && offers;
  return html`<p class="terug-naar" lang=${plainTag(view.locale)}>
    <button type="button" class=${end ? 'knop eerst' : 'stil'} part=${end ? 'knop' : nothing} data-knop="zoek" @click=${() => hands.find()}>${end ? words.toFitting() : words.toList()}</button>
  </p>`;
}
