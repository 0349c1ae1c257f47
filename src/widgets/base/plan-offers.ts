/** The chunk that draws the offers of a plan; fetched when a pack has offers and a result is shown. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Offer} from '../../flows/model/offer.js';
import type {Place} from '../../offers/places/answer.js';
import type {Spot} from '../../offers/query.js';
import {fresh} from './fresh.js';
import type {LocalOffers} from './local-offers.js';
import {plainTag} from './locale.js';
import * as words from './offer-words.js';
import type {View} from './shell.js';
import {notNow} from './words.js';

export function renderOffers(offers: readonly Offer[], lang: string, view: View): unknown {
  if (!offers.length) return nothing;
  return html`<div class="plekken" @click=${(event: Event) => contacted(event, view)}>
    <p><strong>${words.here()}</strong></p>
    <ul role="list">
      ${offers.map((offer) => renderOffer(offer, plainTag(lang), view))}
    </ul>
  </div>`;
}

function renderOffer({id, name, place, phone, website, email, firstStep, facets, wait}: Offer, lang: string, view: View): TemplateResult {
  const {link} = view.rest() ?? {};
  const ways = link
    ? [phone && link(`tel:${phone.replace(/[^+\d]/g, '')}`, phone), website && link(website, html`${words.site()}<span class="sr"> (${name})</span>`), email && !phone && !website && link(`mailto:${email}`, email)]
    : [];
  const room = wait === 1 ? words.waitOne() : wait ? words.wait(wait) : {ja: words.room(), nee: words.full()}[facets['plek-vrij']?.[0] ?? ''];
  return html`<li part="aanbod" data-aanbod=${id}>
    <p><strong lang=${lang}>${name}</strong>${place ? html`, <span lang=${lang}>${place}</span>` : nothing}</p>
    ${firstStep ? html`<p lang=${lang}>${firstStep}</p>` : nothing} <p>${[room, ...ways].filter(Boolean).map((part, index) => [index ? ' · ' : '', part])}</p>
  </li>`;
}

/** A way to an offer counts as one, whatever kind of link it is. */
function contacted(event: Event, view: View): void {
  if (!(event.composedPath() as Partial<Element>[]).some((node) => node.localName === 'a')) return;
  event.stopPropagation();
  view.contacted('aanbod');
}

/** Of a large pack: asks where somebody is, or says around which place the offers are, with a way to change it. */
export function renderNear(local: LocalOffers, at: (Spot & Partial<Place>) | undefined, some: boolean, view: View): TemplateResult {
  const {sought} = local;
  const seek = (event: Event) => void local.seek((event.currentTarget as Element).closest('[data-dichtbij]')!.querySelector('input')!.value, view);
  const typing = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    seek(event);
  };
  const places = sought && 'places' in sought ? sought.places : [];
  const said = at ? (local.busy ? '' : some ? words.around(at.name ?? '') : words.noneAround(at.name ?? '')) : sought ? (places.length ? words.whichPlace() : sought.kind === 'failed' ? notNow() : sought.kind === 'empty' ? '' : words.noPlace(local.typed)) : '';
  return html`<div class="melding dichtbij" part="melding" data-dichtbij lang=${plainTag(view.locale)}>
    ${at ? nothing : html`<p id="dichtbij-uitleg">${words.sayPlace()}</p>
    <label for="dichtbij"><strong>${words.place()}</strong></label>
    <input class="veld" id="dichtbij" type="text" enterkeyhint="search" autocomplete="off" maxlength="100" data-invoer="plaats" .value=${local.typed} aria-describedby="dichtbij-uitleg" @keydown=${typing} />`}
    <p role="status">${fresh(said)}</p>
    <p class="knoppen">
      ${places.map((place) => html`<button type="button" class="knop" part="knop" data-knop="kies" @click=${() => local.choose(place, view)}>${[place.name, place.province].filter(Boolean).join(', ')}</button>`)}
      ${at
        ? html`<button type="button" class="stil" data-knop="wijzig" @click=${() => local.choose(undefined, view)}>${words.otherPlace()}</button>`
        : html`<button type="button" class="knop" part="knop" data-knop="zoek" @click=${seek}>${words.showNear()}</button>`}
    </p>
  </div>`;
}

/** On paper: what it is called, where, and how to reach it. */
export function offerLine({name, place, phone, email, website}: Offer): string {
  return [[name, place].filter(Boolean).join(', '), phone ?? email ?? website?.replace(/^https:\/\//, '')].filter(Boolean).join(': ');
}
