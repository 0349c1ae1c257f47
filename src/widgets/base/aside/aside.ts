/** What stands beside a dialogue: a link that was opened, what is kept in this tab, and what another widget learned. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Company} from '../accompany.js';
import {plainTag} from '../locale.js';
import {openLink, readFragment} from './arrive.js';
import * as words from './aside-words.js';
import {keepIn, renderKeep} from './keep.js';
import {meet} from './meet.js';
import {noticeOf, setNotice} from './notice.js';

const known = new WeakSet<Company>();

/** Every widget that is on the page now (`present` tells); those that were there before are left as they are. */
export function join(present: () => Company[]): void {
  readFragment();
  for (const company of present()) {
    if (known.has(company)) continue;
    known.add(company);
    keepIn(company);
    company.host.addEventListener('mz-uitslag', () => meet(present()));
  }
  openLink(present);
  meet(present());
}

/** Above the dialogue what happened, below it what can be kept. */
export function render(company: Company, top: boolean): unknown {
  return top ? renderNotice(company) : renderKeep(company);
}

function renderNotice(company: Company): TemplateResult | typeof nothing {
  const notice = noticeOf(company);
  if (!notice) return nothing;
  const {lines, list, forget} = notice;
  return html`<div class="melding terzijde" part="melding" data-terzijde lang=${plainTag(company.opening.locale)}>
    <div role="status">
      ${lines.map((line) => html`<p>${line}</p> `)}
      ${list.length ? html`<ul lang=${plainTag(company.opening.flow.lang)}>${list.map((line) => html`<li>${line}</li>`)}</ul>` : nothing}
    </div>
    ${forget
      ? html`<button
          type="button"
          class="stil"
          data-knop="vergeet"
          @click=${() => {
            setNotice(company, undefined);
            forget();
          }}
        >${words.forget()}</button>`
      : nothing}
  </div>`;
}
