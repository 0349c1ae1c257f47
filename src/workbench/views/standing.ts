import {html, nothing, type TemplateResult} from 'lit';
import type {FactState, Freshness} from '../../flows/compiler/fact-states.js';
import type {LanguageState} from '../languages.js';
import type {Workbench} from '../workbench.js';
import {FOUND_ODD, FOUND_RIGHT, FOUND_WRONG} from './icons.js';

const WORDS: Record<Freshness, string> = {verlopen: 'verlopen', bijna: 'bijna verlopen', zwak: 'oude bron', vers: 'actueel'};

/** Translations and facts at a glance. */
export function renderStanding(bench: Workbench): TemplateResult {
  const {analysis} = bench;
  if (!analysis) return html`<p class="wb-zacht">Het pakket wordt nagekeken …</p>`;
  const {facts, languages} = analysis;
  return html`
    <h3 class="wb-kop">Talen</h3>
    ${languages.length ? html`<ul class="wb-talen">${languages.map(renderLanguage)}</ul>` : html`<p class="wb-zacht">Nog niet te zien: los eerst de fouten op.</p>`}
    <h3 class="wb-kop">Feiten</h3>
    ${facts.length ? renderFacts(bench, facts) : html`<p class="wb-zacht">Dit pakket heeft geen feiten.</p>`}
  `;
}

function renderLanguage({lang, done, total, stale, source}: LanguageState): TemplateResult {
  const name = languageName(lang);
  const whole = done === total && !stale;
  return html`<li data-taal=${lang}>
    <p><strong>${name}</strong> ${source ? html`<span class="wb-zacht">(hiervan wordt vertaald)</span>` : nothing}</p>
    <meter class="wb-meter" min="0" max=${Math.max(1, total)} value=${done - stale} aria-label="Bijgewerkte stappen in het ${name}"></meter>
    <p class="wb-stand ${whole ? 'goed' : 'let-op'}">
      ${whole ? FOUND_RIGHT : FOUND_ODD}<span>${done} van ${total} stappen${stale ? `, waarvan ${stale} verouderd` : ''}</span>
    </p>
  </li>`;
}

function renderFacts(bench: Workbench, facts: readonly FactState[]): TemplateResult {
  const open = facts.filter(({freshness}) => freshness !== 'vers').length;
  return html`
    <p class="wb-zacht">${open ? `${open} van ${facts.length} ${open === 1 ? 'vraagt' : 'vragen'} je aandacht.` : `Alle ${facts.length} zijn actueel.`}</p>
    ${facts.some(({freshness}) => freshness === 'zwak') ? html`<p class="wb-zacht">Een oude bron is van meer dan twee jaar geleden, of heeft geen datum. Bel of lees dan na of het nog klopt.</p>` : nothing}
    <div class="wb-tabel" tabindex="0" role="region" aria-label="Feiten">
      <table>
        <thead><tr><th scope="col">Feit</th><th scope="col">Waarde</th><th scope="col">Nagekeken</th><th scope="col">Opnieuw voor</th><th scope="col">Stand</th></tr></thead>
        <tbody>${facts.map((fact) => renderFact(bench, fact))}</tbody>
      </table>
    </div>
  `;
}

function renderFact({jump}: Workbench, {id, value, file, line, checked, due, freshness}: FactState): TemplateResult {
  const kind = freshness === 'verlopen' ? 'fout' : freshness === 'vers' ? 'goed' : 'let-op';
  return html`<tr data-feit=${id}>
    <th scope="row">${jump ? html`<button type="button" class="wb-link" @click=${() => jump({file, line, column: 1})}>${id}</button>` : id}</th>
    <td>${value}</td>
    <td>${day(checked)}</td>
    <td>${day(due)}</td>
    <td><span class="wb-stand ${kind}">${kind === 'fout' ? FOUND_WRONG : kind === 'goed' ? FOUND_RIGHT : FOUND_ODD}<span>${WORDS[freshness]}</span></span></td>
  </tr>`;
}

const DAY = new Intl.DateTimeFormat('nl', {day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC'});

/** «22 nov 2026» for `2026-11-22`. */
function day(iso: string): string {
  return iso ? DAY.format(new Date(`${iso}T00:00:00Z`)) : 'onbekend';
}

/** «Engels» for `en`; formal Dutch is a language of its own here. */
export function languageName(lang: string): string {
  if (lang === 'nl-u') return 'Nederlands met u';
  const name = new Intl.DisplayNames(['nl'], {type: 'language', fallback: 'code'}).of(lang) ?? lang;
  return name.charAt(0).toUpperCase() + name.slice(1);
}
