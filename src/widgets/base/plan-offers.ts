/** The chunk that draws the offers of a plan; fetched when a pack has offers and a result is shown. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Offer} from '../../flows/model/offer.js';
import {plainTag} from './locale.js';
import * as words from './offer-words.js';
import type {View} from './shell.js';

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

/** On paper: what it is called, where, and how to reach it. */
export function offerLine({name, place, phone, email, website}: Offer): string {
  return [[name, place].filter(Boolean).join(', '), phone ?? email ?? website?.replace(/^https:\/\//, '')].filter(Boolean).join(': ');
}
