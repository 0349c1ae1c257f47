import {html, nothing, type TemplateResult} from 'lit';
import {FACETS, type Offer} from '../../flows/model/offer.js';
import type {FilterName, Hit} from '../../offers/query.js';
import {fresh} from '../base/fresh.js';
import {heading} from '../base/heading.js';
import {chevronIcon} from '../base/icons.js';
import {plainTag} from '../base/locale.js';
import type {View} from '../base/shell.js';
import {isOn} from './filters.js';
import type {Finder} from './finder.js';
import type {Hands} from './first.js';
import * as words from './more-words.js';
import {printOffers} from './note.js';

/** More groups than these read as a heap; the rest stands in the detail. */
const MOST_TAGS = 3;
/** What the detail lists, in this order. */
const LISTED: readonly Exclude<FilterName, 'steun'>[] = ['doelgroepen', 'duur', 'thuis', 'bemensing', 'betaald-via', 'kenmerken', 'spoed'];

/** What, where, is there room, who arranges it, the first step; the rest on demand. */
export function renderCard(view: View, finder: Finder, hit: Hit, _hands: Hands): TemplateResult {
  const pool = finder.pool!;
  const offer = pool.table.offer(hit.row);
  const level = view.level + 1;
  const lang = plainTag(pool.lang);
  const locale = plainTag(view.locale);
  const key = `a-${offer.id}`;
  const open = finder.isOpen(key);
  const noted = finder.note.has(offer.id);
  const arranged = pool.engine.arrangedBy(offer);
  const where = [
    offer.place && html`<span lang=${lang}>${offer.place}</span>`,
    hit.km !== undefined && words.kilometres(hit.km.toLocaleString(locale, {maximumFractionDigits: hit.km < 10 ? 1 : 0})),
    hit.comes && words.comes(),
    hit.serves === 'no' && words.notHere(),
  ].filter(Boolean);
  return html`<li class="kaart aanbod" part="aanbod" data-aanbod=${offer.id} @click=${(event: Event) => contacted(event, view)}>
    <div class="naam" tabindex="-1" lang=${lang}>${heading(level, offer.name)}</div>
    ${where.length ? html`<p class="zacht" data-afstand=${hit.km === undefined ? nothing : hit.km.toFixed(1)}>${where.map((part, index) => [index ? ' · ' : '', part])}</p>` : nothing}
    <p class="labels">
      ${tags(finder, offer, plainTag(pool.kindsLang))} ${roomTag(offer)}
    </p>
    <p class="eerste" data-geregeld-via=${arranged.join(' ')}>
      <strong>${words.whoArranges()}</strong> ${arranged.length ? sentence(joined(arranged.map((one) => words.arranger(one)), locale, 'disjunction')) : words.askThem()} ${decisionLine(offer, locale)}
    </p>
    <p><strong>${words.firstStep()}:</strong> <span lang=${offer.firstStep ? lang : nothing}>${offer.firstStep ?? (offer.phone ? words.callAndAsk() : words.lookAndAsk())}</span>${offer.phone ? html`${' '}${phone(offer.phone)}` : nothing}</p>
    ${hit.silent.length ? html`<p class="zacht">${words.silentHere()} ${hit.silent.map((name) => words.filter(name).replace('?', '').toLowerCase()).join(', ')}</p>` : nothing}
    <div class="kaartknoppen">
      <button type="button" class="stil" data-knop="meer" aria-expanded=${open} aria-controls=${open ? key : nothing} @click=${() => finder.toggle(key)}>
        ${fresh(open ? words.less() : words.more())}<span class="sr"> ${words.about(offer.name)}</span>${chevronIcon()}
      </button>
      <button type="button" class="stil" data-knop="briefje" aria-pressed=${noted} @click=${() => finder.takeAlong(offer)}>
        ${fresh(noted ? `✓ ${words.offNote()}` : words.onNote())}<span class="sr"> (${offer.name})</span>
      </button>
    </div>
    ${open ? renderDetail(view, finder, offer, key, lang, locale) : nothing}
  </li>`;
}

function renderDetail(view: View, finder: Finder, offer: Offer, id: string, lang: string, locale: string): TemplateResult {
  const {link} = view.rest() ?? {};
  const row = (name: string, content: unknown) => html`<div><dt>${name}</dt><dd>${content}</dd></div>`;
  const date = new Intl.DateTimeFormat(locale, {dateStyle: 'long', timeZone: 'UTC'}).format(new Date(offer.checked));
  return html`<div class="detail" id=${id}>
    ${offer.description ? html`<p lang=${lang}>${offer.description.split('\n').map((line, index) => [index ? html`<br />` : '', line])}</p>` : nothing}
    ${link
      ? html`<p class="wegen">
          ${[
            offer.phone && link(`tel:${digits(offer.phone)}`, `${words.call()} ${offer.phone}`),
            offer.email && link(`mailto:${offer.email}`, `${words.mail()} ${offer.email}`),
            offer.website && link(offer.website, words.site()),
          ].map((one) => (one ? html`<span>${one}</span>` : nothing))}
        </p>`
      : nothing}
    <dl>
      ${LISTED.map((name) => {
        const said = offer.facets[name];
        return said?.length ? row(words.filter(name), said.map((value) => words.values(name)[(FACETS[name] as readonly string[]).indexOf(value)] ?? '').join(' · ')) : nothing;
      })}
      ${offer.mark ? row(words.mark(), html`<span lang=${lang} data-keurmerk>${offer.mark}</span>`) : nothing} ${offer.source ? row(words.source(), html`<span lang=${lang}>${offer.source}</span>`) : nothing}
    </dl>
    <p class="zacht" data-gecontroleerd=${offer.checked}>${words.checked(date)}</p>
    <button type="button" class="stil" data-knop="print" @click=${() => void printOffers(view, finder, [offer])}>${words.printOne()}</button>
  </div>`;
}

/** A way to an offer counts as one, whatever kind of link it is. */
function contacted(event: Event, view: View): void {
  const link = (event.composedPath() as Partial<Element>[]).find((node) => node.localName === 'a');
  if (!link) return;
  event.stopPropagation();
  view.contacted('aanbod');
}

const digits = (number: string): string => number.replace(/[^+\d]/g, '');
const phone = (number: string): TemplateResult => html`<a href="tel:${digits(number)}" dir="ltr">${number}</a>`;

/** Kinds of support first, then for whom: what was asked for stands before what was not. */
function tags(finder: Finder, offer: Offer, lang: string): unknown {
  const kinds = offer.support.slice(0, 2).map((id) => ({text: finder.label(`steun:${id}`), lang}));
  const groups = (['doelgroepen', 'duur'] as const).flatMap((name) => (offer.facets[name] ?? []).map((value) => `${name}:${value}`));
  const asked = groups.filter((filter) => isOn(finder.filters, filter));
  const others = groups.filter((filter) => !asked.includes(filter));
  const texts = [...kinds, ...[...asked, ...others].slice(0, MOST_TAGS).map((filter) => ({text: finder.label(filter), lang: undefined}))];
  return texts.map(({text, lang: own}) => html`<span class="label" lang=${own ?? nothing}>${text}</span> `);
}

function roomTag({facets, wait}: Offer): unknown {
  const [room] = facets['plek-vrij'] ?? [];
  const [free, full, ask] = words.room();
  if (wait) return html`<span class="label wacht">${wait === 1 ? words.waitOne() : words.wait(wait)}</span>`;
  if (room === 'ja') return html`<span class="label vrij">${free}</span>`;
  return html`<span class="label wacht">${room === 'nee' ? full : ask}</span>`;
}

function decisionLine({facets}: Offer, locale: string): string {
  const said = facets.indicatie ?? [];
  const names = said.flatMap((value) => (value === 'niet-nodig' ? [] : (words.decisions()[(FACETS.indicatie as readonly string[]).indexOf(value)] ?? [])));
  if (!said.length) return '';
  if (!names.length) return words.noDecision();
  const which = joined(names, locale, 'disjunction');
  return names.length < said.length ? words.maybeDecision(which) : words.decision(which);
}

export function joined(parts: readonly string[], locale: string, type: 'conjunction' | 'disjunction' = 'conjunction'): string {
  return new Intl.ListFormat(locale, {type}).format(parts);
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
