import {html, nothing} from 'lit';
import type {Offer} from '../../flows/model/offer.js';
import {fresh} from '../base/fresh.js';
import {heading} from '../base/heading.js';
import {plainTag} from '../base/locale.js';
import type {View} from '../base/shell.js';
import type {Paper} from '../base/take/paper.js';
import type {Finder} from './finder.js';
import * as words from './more-words.js';

/** What prints and copies; the same as for results. */
const take = () => import('../base/take/ways.js');

/** The offers that somebody takes along, with ways to do so. */
export function renderNote(view: View, finder: Finder): unknown {
  const offers = [...finder.note.values()];
  if (!offers.length) return nothing;
  const lang = plainTag(finder.pool?.lang ?? 'nl');
  return html`<section class="mee" data-briefje>
    ${heading(view.level + 1, words.note())}
    <p class="zacht">${words.noteHint()}</p>
    <ul class="regels-kort" role="list">
      ${offers.map(
        (offer) => html`<li data-regel>
          <span lang=${lang}>${offer.name}</span>
          <button type="button" class="stil" data-knop="weg" aria-label=${words.remove(offer.name)} @click=${() => finder.takeAlong(offer)}>×</button>
        </li>`,
      )}
    </ul>
    <div class="knoppen">
      <button type="button" class="knop" part="knop" data-knop="print" @click=${() => void printOffers(view, finder, offers)}>${words.print()}</button>
      <button type="button" class="knop" part="knop" data-knop="kopieer" @click=${() => void copyOffers(view, finder, offers)}>${words.copy()}</button>
    </div>
    <p role="status">${fresh(finder.said)}</p>
  </section>`;
}

function paperOf(view: View, finder: Finder, offers: readonly Offer[]): Paper {
  const lang = plainTag(finder.pool?.lang ?? 'nl');
  return {
    title: offers.length === 1 ? offers[0]!.name : words.note(),
    lang,
    parts: offers.map(({name, place, phone, email, website, firstStep, checked, description}) => ({
      ...(offers.length > 1 ? {heading: name} : {}),
      lines: [
        description,
        place,
        firstStep && `${words.firstStep()}: ${firstStep}`,
        phone && `${words.call()}: ${phone}`,
        email,
        website,
        words.checked(new Intl.DateTimeFormat(plainTag(view.locale), {dateStyle: 'long', timeZone: 'UTC'}).format(new Date(checked))),
      ].filter((line): line is string => !!line),
    })),
    foot: `${location.host}${location.pathname}`,
  };
}

export async function printOffers(view: View, finder: Finder, offers: readonly Offer[]): Promise<void> {
  try {
    const {printPaper} = await take();
    printPaper(paperOf(view, finder, offers));
    finder.said = '';
  } catch {
    finder.said = words.notPrinted(); // Frames may be forbidden to print, and some browsers inside apps have no print.
  }
  finder.refresh();
}

async function copyOffers(view: View, finder: Finder, offers: readonly Offer[]): Promise<void> {
  const {copyText, paperText} = await take();
  finder.said = (await copyText(paperText(paperOf(view, finder, offers)))) ? words.copied() : words.notCopied();
  finder.refresh();
}
