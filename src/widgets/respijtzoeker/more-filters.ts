import {html, nothing} from 'lit';
import {FACETS, FACET_NAMES} from '../../flows/model/offer.js';
import type {FilterName} from '../../offers/query.js';
import {plainTag} from '../base/locale.js';
import type {View} from '../base/shell.js';
import {isOn} from './filters.js';
import type {Finder} from './finder.js';
import type {Hands} from './first.js';
import * as words from './more-words.js';

const DISTANCES = [5, 10, 25, 50, undefined];
/** In the order of what somebody knows first. */
const ORDER: readonly FilterName[] = ['steun', ...FACET_NAMES];

/** Every filter, with how many places there are once it is chosen too; one that leads nowhere is left out unless it is on. */
export function renderMore(view: View, finder: Finder, hands: Hands): unknown {
  const {pool, found, filters, more} = finder;
  const number = (count: number) => count.toLocaleString(plainTag(view.locale));
  if (!more) return nothing;
  const group = (name: FilterName) => {
    const all = name === 'steun' ? kindsOf(finder) : [...FACETS[name]];
    const open = all.map((value) => ({value, filter: `${name}:${value}`, count: found?.counts.get(name)?.get(value) ?? 0})).filter(({filter, count}) => count > 0 || isOn(filters, filter));
    if (!open.length) return nothing;
    return html`<fieldset class="groep">
      <legend>${words.filter(name)}</legend>
      ${open.map(
        ({filter, count}) =>
          html`<label class="vink" data-filter=${filter}><input type="checkbox" autocomplete="off" .checked=${isOn(filters, filter)} @change=${() => hands.act((one) => one.flip(filter))} /><span class="ring"></span><span lang=${name === 'steun' && pool ? plainTag(pool.kindsLang) : nothing}>${finder.label(filter)}</span> <span class="zacht">${number(count)}</span></label>`,
      )}
    </fieldset>`;
  };
  const texts = words.distances();
  return html`<div class="meer-filters" id="meer">
    ${finder.at
      ? html`<fieldset class="groep">
          <legend>${words.distance()}</legend>
          ${DISTANCES.map(
            (km, index) =>
              html`<label class="vink" data-filter="afstand:${km ?? 0}"><input type="radio" name="afstand" autocomplete="off" .checked=${km === finder.km} @change=${() => hands.act((one) => one.within(km))} /><span class="ring"></span><span>${texts[index]}</span></label>`,
          )}
        </fieldset>`
      : nothing}
    ${ORDER.map(group)}
  </div>`;
}

/** Kinds that take over first: that is what somebody comes here for. */
function kindsOf({pool}: Finder): string[] {
  const all = [...(pool?.table.kinds ?? [])];
  const takesOver = (id: string) => pool!.respite?.includes(id) ?? false;
  return [...all.filter(takesOver), ...all.filter((id) => !takesOver(id))];
}
