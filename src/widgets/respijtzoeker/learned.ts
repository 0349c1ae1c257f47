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

/** From "help me kiezen" back to the finder: above every screen, and where its result speaks of offers. */
export function waysBack(view: View, offers: boolean, hands: Hands): {above: unknown; offers: unknown} {
  const lang = plainTag(view.locale);
  const back = () => hands.find();
  return {
    above: html`<p class="terug-naar" lang=${lang}><button type="button" class="stil" data-knop="zoek" @click=${back}>${words.toList()}</button></p>`,
    offers: offers
      ? html`<p lang=${lang}><button type="button" class="knop eerst breed" part="knop" data-knop="zoek" @click=${back}>${words.toFitting()}</button></p>`
      : nothing,
  };
}
