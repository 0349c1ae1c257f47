import {html, nothing, type TemplateResult} from 'lit';
import {languageName} from '../../flows/compiler/translate/languages.js';
import type {Workbench} from '../workbench.js';
import {CLOSE, FOUND_ODD, FOUND_RIGHT, FOUND_WRONG, LEFT, RIGHT} from './icons.js';
import {renderPicture} from './picture.js';
import {renderProblems} from './problems.js';
import {renderStanding} from './standing.js';
import {renderTabs} from './tabs.js';

/** «2 fouten», read aloud once when it changes. */
export function renderVerdict(bench: Workbench): TemplateResult {
  const {errors, warnings, fault, verdict} = bench;
  const kind = fault || errors ? 'fout' : warnings ? 'let-op' : 'goed';
  return html`<div class="wb-oordeel ${kind}" ?data-bezig=${bench.checking}>
    ${verdict ? (kind === 'fout' ? FOUND_WRONG : kind === 'goed' ? FOUND_RIGHT : FOUND_ODD) : nothing}
    <p role="status">${fault ? 'De controle lukt niet' : verdict}</p>
  </div>`;
}

/** What was found in the pack. */
export function renderFindings(bench: Workbench): TemplateResult {
  return html`<section class="wb-bevindingen" aria-label="Wat er te zien is aan het pakket">
    ${renderTabs(
      'Wat er te zien is aan het pakket',
      [
        {id: 'problemen', title: 'Problemen', count: bench.errors + bench.warnings, body: () => renderProblems(bench)},
        {id: 'kaart', title: 'Kaart', body: () => renderPicture(bench)},
        {id: 'stand', title: 'Talen en feiten', body: () => renderStanding(bench)},
      ],
      bench.tab,
      (tab) => bench.set('tab', tab),
    )}
  </section>`;
}

/** Stands among the dialogues; no flow can be called so. */
const FINDER = '#aanbod';

const chosen = (bench: Workbench, value: string) => (value === FINDER ? bench.chooseFinder() : bench.choose(value));

/** The widget, with what chooses a dialogue and walks through all screens. It stands in `.wb-podium`. */
export function renderWidget(bench: Workbench): TemplateResult {
  const {graphs, running} = bench;
  const languages = running?.source.pack.languages ?? [];
  return html`<section class="wb-widget" aria-label="De widget">
    <div class="wb-balk">
      <label class="wb-veld">
        <span>Gesprek</span>
        <select ?disabled=${!running} @change=${(event: Event) => void chosen(bench, (event.target as HTMLSelectElement).value)}>
          ${graphs.map(({flow, title}) => html`<option value=${flow} .selected=${flow === bench.flow && !bench.finder}>${title}</option>`)}
          ${bench.hasFinder ? html`<option value=${FINDER} .selected=${bench.finder}>Zoeken in het aanbod</option>` : nothing}
        </select>
      </label>
      ${languages.length > 1
        ? html`<label class="wb-veld kort">
            <span>Taal</span>
            <select @change=${(event: Event) => void bench.choose(bench.flow, (event.target as HTMLSelectElement).value, bench.finder)}>
              ${languages.map((lang) => html`<option value=${lang} .selected=${lang === bench.lang}>${lang === 'nl' ? 'Nederlands' : languageName(lang)}</option>`)}
            </select>
          </label>`
        : nothing}
      ${bench.screen < 0 ? html`<button type="button" class="wb-knop" ?disabled=${!running} data-schermen="begin" @click=${() => void bench.showScreen(0)}>Alle schermen</button>` : nothing}
    </div>
    ${bench.screen < 0 ? nothing : renderScreens(bench)}
    ${bench.behind && running ? html`<p class="wb-bericht let-op">${FOUND_ODD}<span>Je ziet een eerdere versie. Los de fouten op, dan loopt de widget weer mee.</span></p>` : nothing}
    ${bench.behind && !running ? html`<p class="wb-bericht let-op">${FOUND_ODD}<span>De widget start zodra er geen fouten meer in het pakket staan.</span></p>` : nothing}
    <div class="wb-podium"></div>
  </section>`;
}

/** Walks through every screen of the flow: each step, with every piece of text shown at least once. */
function renderScreens(bench: Workbench): TemplateResult {
  const screens = bench.screens ?? [];
  const titles = new Map(bench.graphs.find(({flow}) => flow === bench.flow)?.nodes.map(({step, title}) => [step, title]));
  const handlePick = (event: Event) => void bench.showScreen(Number((event.target as HTMLSelectElement).value));
  return html`<div class="wb-schermen" role="group" aria-label="Alle schermen">
    <button type="button" class="wb-knop" data-schermen="terug" aria-label="Vorig scherm" @click=${() => void bench.showScreen(bench.screen - 1)}>${LEFT}</button>
    <label class="wb-veld">
      <span>Scherm ${bench.screen + 1} van ${screens.length}</span>
      <select @change=${handlePick}>
        ${screens.map(({step}, index) => html`<option value=${index} .selected=${index === bench.screen}>${index + 1}. ${titles.get(step) ?? step}</option>`)}
      </select>
    </label>
    <button type="button" class="wb-knop" data-schermen="verder" aria-label="Volgend scherm" @click=${() => void bench.showScreen(bench.screen + 1)}>${RIGHT}</button>
    <button type="button" class="wb-knop" data-schermen="sluit" @click=${() => bench.stopScreens()}>${CLOSE}<span>Klaar</span></button>
  </div>`;
}
