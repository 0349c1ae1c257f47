import {html, nothing, type TemplateResult} from 'lit';
import type {FactState, Freshness} from '../../flows/compiler/fact-states.js';
import {languageName} from '../../flows/compiler/translate/languages.js';
import type {LanguageState} from '../../flows/compiler/translate/state.js';
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
    ${languages.length ? html`<ul class="wb-talen">${languages.map(renderLanguage)}</ul>` : html`<p class="wb-zacht">Dit pakket is nog niet vertaald.</p>`}
    <h3 class="wb-kop">Feiten</h3>
    ${facts.length ? renderFacts(bench, facts) : html`<p class="wb-zacht">Dit pakket heeft geen feiten.</p>`}
  `;
}

function renderLanguage({lang, steps, support, stale, misfits}: LanguageState): TemplateResult {
  const name = capital(languageName(lang));
  const [done, total] = [steps.done + support.done, steps.total + support.total];
  const whole = done === total && !stale && !misfits;
  const details = [...(stale ? [`${stale} verouderd`] : []), ...(misfits ? [`${misfits} ${misfits === 1 ? 'wijkt' : 'wijken'} af`] : [])];
  return html`<li data-taal=${lang}>
    <p><strong>${name}</strong></p>
    <meter class="wb-meter" min="0" max=${Math.max(1, total)} value=${Math.max(0, done - stale)} aria-label="Bijgewerkt in het ${name}"></meter>
    <p class="wb-stand ${whole ? 'goed' : 'let-op'}">
      ${whole ? FOUND_RIGHT : FOUND_ODD}<span>${steps.done} van ${steps.total} stappen${support.total ? `, ${support.done} van ${support.total} soorten steun` : ''}${details.map((detail) => `, ${detail}`)}</span>
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

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
