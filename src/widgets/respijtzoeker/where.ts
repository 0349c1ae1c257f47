import {html, nothing} from 'lit';
import type {Place} from '../../offers/places/answer.js';
import {fresh} from '../base/fresh.js';
import type {View} from '../base/shell.js';
import type {Finder} from './finder.js';
import type {Hands} from './first.js';
import * as words from './more-words.js';

/** Below the place field: what was made of it, other ways to say where, and who the table of places is from. */
export function renderPlace(_view: View, finder: Finder, hands: Hands): unknown {
  const {where} = finder;
  const said = sentence(finder);
  const places = where && 'places' in where ? where.places : [];
  return html`<div class="waar" id="waar">
    <p class=${where && /^(near|unknown|postcode|refused|choose|looking)$/.test(where.kind) ? 'let-op' : 'sr'} role="status">${fresh(said)}</p>
    ${places.length
      ? html`<div class="filters">
          ${places.map(
            (place) => html`<button type="button" class="filter" data-knop="kies" @click=${() => hands.act((one) => one.choose(place))}><span>${place.name}${tells(place, places)}</span></button>`,
          )}
        </div>`
      : nothing}
    ${finder.service ? html`<p class="zacht" data-dienst>${words.goesTo(finder.service.name)}</p>` : nothing}
    <p class="zacht anders">
      <button type="button" class="stil" data-knop="locatie" @click=${() => hands.act((one) => one.locate())}>${words.useSpot()}</button>
      <button type="button" class="stil" data-knop="overal" @click=${() => hands.act((one) => one.everywhere())}>${words.everywhere()}</button>
    </p>
  </div>`;
}

function sentence({where, place}: Finder): string {
  switch (where?.kind) {
    case 'near':
      return words.didYouMean(place);
    case 'choose':
      return words.whichOne(place);
    case 'unknown':
      return words.noPlace(place);
    case 'postcode':
      return words.noPostcode(where.pc4);
    case 'looking':
      return `${words.looking()} ${words.spotStays()}`;
    case 'refused':
      return words.refused();
    default:
      return '';
  }
}

/** Only where names are the same does it matter which one. */
function tells({name, area, province}: Place, places: readonly Place[]): string {
  const same = places.filter((one) => one.name === name);
  const where = area && area !== name ? `${area}, ${province ?? ''}` : province;
  return where && (same.length > 1 || places.length > 1) ? ` (${where.replace(/, $/, '')})` : '';
}
