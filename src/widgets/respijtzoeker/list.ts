import {html, nothing} from 'lit';
import {guard} from 'lit/directives/guard.js';
import {repeat} from 'lit/directives/repeat.js';
import type {Hit} from '../../offers/query.js';
import {fresh} from '../base/fresh.js';
import {retry as retryWord} from '../base/words.js';
import {plainTag} from '../base/locale.js';
import {renderStuck, type View} from '../base/shell.js';
import {renderCard} from './card.js';
import {renderEmpty} from './empty.js';
import {isOn} from './filters.js';
import {PAGE, type Finder} from './finder.js';
import type {Hands} from './first.js';
import * as words from './more-words.js';
import {renderNote} from './note.js';
import {renderShare} from './share.js';

/** How many places there are, in words and announced once a change; then their cards, a page at a time. */
export function renderList(view: View, finder: Finder, hands: Hands): unknown {
  const {pool, found, state} = finder;
  if (!finder.hasOffers) return html`<p>${words.noOffers()}</p>`;
  if (state === 'failed') return html`<p>${words.failed()}</p>${renderStuck(() => finder.retry())}`;
  const number = (count: number) => count.toLocaleString(plainTag(view.locale));
  const waits = state !== 'ready' || !pool;
  const ask = pool && !found;
  const hits = finder.hits();
  const count = found ? (found.total ? (found.total === 1 ? words.one() : words.many(number(found.total))) : words.none()) : '';
  return html`<p class="aantal" role="status" data-aantal=${found && !waits ? found.total : nothing}>
      ${waits ? fresh(words.loading()) : ask ? fresh(words.sayPlace(number(pool.rows))) : fresh(`${count}${around(finder, number)}`)}
    </p>
    ${pool?.gap
      ? html`<div class="melding" part="melding" data-gat><p>${words.gap(number(pool.gap))}</p><button type="button" class="knop" part="knop" data-knop="probeer" @click=${() => finder.retry()}>${retryWord()}</button></div>`
      : nothing}
    ${found && !found.total && !waits ? renderEmpty(view, finder, found, hands) : nothing}
    ${isOn(finder.filters, 'spoed:ja') && found?.total ? html`<p class="let-op" data-spoed>${words.urgent()}</p>` : nothing}
    <ul class="kaarten" role="list" aria-busy=${waits}>
      ${repeat(
        hits,
        (hit) => hit.row,
        // A page more must not draw again what stands there.
        (hit: Hit) => guard([found, ...finder.stateOf(pool!.table.id(hit.row)), view.rest(), view.locale], () => renderCard(view, finder, hit, hands)),
      )}
    </ul>
    ${found && found.total > hits.length
      ? html`<p class="zacht">${words.shownOf(number(hits.length), number(found.total))}</p>
          <button type="button" class="knop breed" part="knop" data-knop="meer" @click=${(event: Event) => more(event, finder)}>${words.showMore(number(Math.min(PAGE, found.total - hits.length)))}</button>`
      : nothing}
    ${found?.unsaid ? html`<p><button type="button" class="stil" data-knop="ook" @click=${() => finder.alsoSilent()}>${words.silent(number(found.unsaid))}</button></p>` : nothing}
    ${renderOthers(finder, number)} ${renderNote(view, finder)} ${found && !waits ? renderShare(view, finder) : nothing}
    ${pool
      ? html`<p class="zacht bron-plaatsen">${words.placesFrom()} <a href=${pool.engine.PLACES_SOURCE.url} target="_blank" rel="noopener">${pool.engine.PLACES_SOURCE.name}</a>, ${pool.engine.PLACES_SOURCE.licence}</p>`
      : nothing}`;
}

function around({at, where, found, km}: Finder, number: (count: number) => string): string {
  if (at) return ` ${km === undefined ? '' : `${words.within(number(km), at.name ?? words.yourSpot())}`}${found?.total && found.total > 1 ? `, ${words.nearestFirst()}` : ''}`.replace(/^ ,/, ',');
  return where?.kind === 'country' ? ` ${words.inCountry()}` : '';
}

/** Goes on where the visitor was: at the first card that came. */
function more(event: Event, finder: Finder): void {
  const root = (event.currentTarget as Element).getRootNode() as ShadowRoot;
  const before = finder.shown;
  finder.showMore();
  root.querySelectorAll<HTMLElement>('[data-aanbod] .naam')[before]?.focus();
}

/** The way to help of other kinds, and back; nothing where there is none here, or where a kind was chosen. */
function renderOthers(finder: Finder, number: (count: number) => string): unknown {
  const {found, others, filters, pool} = finder;
  if (!found || filters.steun?.length || !pool?.respite) return nothing;
  const all = found.relaxed.find(({drop}) => drop === 'steun')?.total ?? found.total;
  if (!others && (all === found.total || !found.total)) return nothing; // An empty list has its own way there.
  return html`<p><button type="button" class="stil" data-knop="soorten" aria-pressed=${others} @click=${() => finder.alsoOthers(!others)}>${fresh(others ? words.onlyRespite() : words.alsoOthers(number(all - found.total)))}</button></p>`;
}
