import {html, nothing} from 'lit';
import {writeKept} from '../../flows/runtime/link.js';
import type {View} from '../base/shell.js';
import {listed} from './filters.js';
import {EVERY_KIND, NEAR, type Finder} from './finder.js';
import * as words from './more-words.js';

/** A link to this search, only when asked for: the address of the page itself never changes. */
export function renderShare(_view: View, finder: Finder): unknown {
  const {link} = finder;
  const make = (event: Event) => {
    const root = (event.currentTarget as Element).getRootNode() as ShadowRoot;
    finder.link = link === undefined ? linkTo(finder) : undefined;
    finder.refresh();
    root.querySelector<HTMLInputElement>('#zoeklink')?.select();
  };
  return html`<div class="deel">
    <button type="button" class="stil" data-knop="link" aria-expanded=${link !== undefined} @click=${make}>${words.makeLink()}</button>
    ${link === undefined
      ? nothing
      : html`<p class="zacht" id="zoeklink-uitleg">${words.linkHint()}</p>
          <input class="veld" id="zoeklink" readonly aria-label=${words.linkName()} aria-describedby="zoeklink-uitleg" data-link .value=${link} />`}
  </div>`;
}

function linkTo({filters, place, text, km, at, others}: Finder): string {
  const kept = writeKept({
    flow: 'respijtzoeker',
    log: [],
    search: {
      ...(place ? {place} : {}),
      ...(text ? {text} : {}),
      filters: [...listed(filters), ...(at && km !== NEAR ? [`afstand:${km ?? 0}`] : []), ...(others ? [EVERY_KIND] : [])],
    },
  });
  return `${location.href.replace(/#.*$/, '')}#${kept}`;
}
