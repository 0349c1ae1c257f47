import {html, nothing, type TemplateResult} from 'lit';
import type {Found, Relaxed} from '../../offers/query.js';
import {heading} from '../base/heading.js';
import {plainTag} from '../base/locale.js';
import {renderInlines, type Prose} from '../base/nodes.js';
import type {View} from '../base/shell.js';
import {renderCard} from './card.js';
import type {Finder} from './finder.js';
import type {Hands} from './first.js';
import * as words from './more-words.js';

const MOST_WAYS = 4;
/** Kinds of support that help while no place is found, where the pack has them. */
const MEANWHILE = ['steunpunt', 'respijt-thuis', 'huisarts'];

/** Never a dead end: what to let go of for how many, what lies just outside, what to do meanwhile; the contact follows below. */
export function renderEmpty(view: View, finder: Finder, found: Found, hands: Hands): TemplateResult {
  const level = view.level + 1;
  const number = (count: number) => count.toLocaleString(plainTag(view.locale));
  const count = (total: number) => (total === 1 ? words.one() : words.many(number(total)));
  return html`<div class="leeg">
    ${found.relaxed.length
      ? html`<p>${words.letGo()}</p>
          <ul class="los" role="list">
            ${found.relaxed.slice(0, MOST_WAYS).map((one) => html`<li><button type="button" class="knop" part="knop" data-knop="los" data-aantal-dan=${one.total} @click=${() => hands.act((all) => all.drop(one))}>${isOthers(one) ? words.withOthers(count(one.total)) : words.without(name(one, finder), count(one.total))}</button></li>`)}
          </ul>`
      : Object.keys(finder.filters).length
        ? html`<button type="button" class="knop" part="knop" data-knop="los" @click=${() => hands.act((all) => all.set({}))}>${words.clearAll()}</button>`
        : nothing}
    ${found.outside.length
      ? html`${heading(level, words.justOutside())}
          <ul class="kaarten" role="list">
            ${found.outside.map((hit) => renderCard(view, finder, hit, hands))}
          </ul>`
      : nothing}
    ${heading(level, words.meanwhile())}
    <p class="let-op">${words.urgent()}</p>
    ${renderKinds(view, finder)}
  </div>`;
}

/** Nothing chosen goes: only what the finder lists unasked. */
const isOthers = (letting: Relaxed): boolean => 'values' in letting && !letting.values.length;

function name(letting: Relaxed, finder: Finder): string {
  if (!('values' in letting)) return letting.drop === 'afstand' ? words.dropDistance() : words.dropText(finder.text);
  const {drop} = letting;
  return letting.values.map((value) => finder.label(`${drop}:${value}`)).join(', ');
}

function renderKinds(view: View, finder: Finder): unknown {
  const {kinds, kindsLang} = finder.pool!;
  const chosen = [...(finder.filters.steun ?? []), ...MEANWHILE].flatMap((id) => kinds.get(id) ?? []).slice(0, MEANWHILE.length);
  if (!chosen.length) return nothing;
  const lang = plainTag(kindsLang);
  return html`<ul class="kaarten" role="list">
    ${chosen.map(
      (kind) => html`<li class="kaart" part="steun" data-steun=${kind.id} lang=${plainTag(kind.lang ?? kindsLang)}>
        ${heading(view.level + 2, kind.title)}
        <p><strong lang=${plainTag(view.locale)}>${words.firstStep()}:</strong> ${renderInlines(kind.firstStep, prose(view, lang))}</p>
      </li>`,
    )}
  </ul>`;
}

/** First steps are a sentence or two, with at most a number to call in them. */
function prose(view: View, lang: string): Prose {
  const {screen} = view;
  return {
    memory: screen.session.memory,
    terms: undefined,
    sources: undefined,
    cited: new Set(),
    list: 'bron',
    key: 'l',
    level: view.level + 2,
    base: view.source.url,
    lang,
    locale: plainTag(view.locale),
    rest: () => view.rest(),
    isOpen: () => false,
    toggle: () => undefined,
    follow: () => undefined,
    flowOf: () => screen.session.flow.id,
    show: () => nothing,
  };
}
