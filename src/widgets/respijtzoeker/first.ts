import {html, nothing, type TemplateResult} from 'lit';
import {heading} from '../base/heading.js';
import {chevronIcon} from '../base/icons.js';
import {plainTag} from '../base/locale.js';
import type {Rest} from '../base/rest.js';
import {renderStuck, type View} from '../base/shell.js';
import * as base from '../base/words.js';
import {CHIPS, isOn, listed} from './filters.js';
import type {Finder} from './finder.js';
import * as words from './words.js';

/** What the finder's buttons ask of the element around them. */
export interface Hands {
  /** Does something with the finder as soon as it is there. */
  act(what: (finder: Finder) => unknown): void;
  /** To "help me kiezen", and back. */
  ask(): void;
  find(): void;
  retry(): void;
  wipe(): void;
}

/** What the chunk with the list draws, each in its own place. */
export type Piece = 'renderPlace' | 'renderMore' | 'renderLearned' | 'renderList';

export interface First {
  offers: boolean;
  finder: Finder | undefined;
  rest: Rest | undefined;
  missing: boolean;
  drawn(piece: Piece): unknown;
}

/** The finder as it stands from the first paint: all of it can be pressed, and what is pressed early is not lost. */
export function renderFirst(view: View, hands: Hands, first: First): TemplateResult {
  const {offers, rest, missing} = first;
  const lang = plainTag(view.locale);
  return html`<div class="widget zoeker" lang=${lang} dir=${view.screen.session.flow.dir ?? nothing} data-stap="zoeken" @click=${(event: Event) => rest?.handleLink(event, view)}>
    <div class="stap">
      ${heading(view.level, words.title(), 'kop')}
      <p class="inleiding">${words.intro()}</p>
      ${offers ? renderQuestion(hands, first) : nothing} ${first.drawn('renderLearned')}
      <div class="helpen">
        <button type="button" class="knop ${offers ? '' : 'eerst'}" part="knop" data-knop="starter" data-gesprek="respijtzoeker" @click=${() => hands.ask()}>${words.helpMe()}</button>
        <p class="zacht">${words.helpHint()}</p>
      </div>
      ${missing ? renderStuck(() => hands.retry()) : first.drawn('renderList')} ${rest?.renderContact(view, view.level + 1)}
      <p class="zacht onder">${base.onDevice()} <button type="button" class="stil" data-knop="wis" @click=${() => hands.wipe()}>${base.wipe()}</button></p>
    </div>
  </div>`;
}

function renderQuestion(hands: Hands, {finder, drawn}: First): TemplateResult {
  const filters = finder?.filters ?? {};
  const open = finder?.more ?? false;
  const texts = words.chips();
  const seek = (event: Event) => {
    const {value} = (event.currentTarget as Element).closest('.zoekveld')!.querySelector('input')!;
    hands.act((one) => one.seek(value));
  };
  const others = listed(filters).filter((filter) => !CHIPS.includes(filter));
  // What is chosen always shows; of the six that everybody sees as many as there is room for.
  let room = CHIPS.length - listed(filters).length;
  const shown = CHIPS.filter((filter) => isOn(filters, filter) || room-- > 0);
  return html`<div role="search" aria-labelledby="kop">
    <div class="zoekveld" @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && !event.isComposing && (event.target as Element).localName === 'input' && seek(event)}>
      <label class="veldnaam" for="plaats">${words.place()}</label>
      <input class="veld" id="plaats" type="text" enterkeyhint="search" autocomplete="off" maxlength="100" data-invoer="plaats" .value=${finder?.place ?? ''} aria-describedby=${finder?.where ? 'waar' : nothing} />
      <button type="button" class="knop eerst" part="knop" data-knop="zoek" @click=${seek}>${words.search()}</button>
    </div>
    ${drawn('renderPlace')}
    <div class="woordveld">
      <label class="veldnaam" for="woord">${words.word()}</label>
      <input class="veld" id="woord" type="text" enterkeyhint="search" autocomplete="off" maxlength="100" data-invoer="vraag" .value=${finder?.text ?? ''} @input=${(event: Event) => hands.act((one) => one.type((event.target as HTMLInputElement).value))} />
    </div>
    <div class="filters" role="group" aria-label=${words.filters()}>
      ${open
        ? nothing
        : [...others.map((filter): [string, string] => [filter, finder!.label(filter)]), ...shown.map((filter): [string, string] => [filter, texts[CHIPS.indexOf(filter)]!])].map(
            ([filter, text]) =>
              html`<button type="button" class="filter" data-filter=${filter} aria-pressed=${isOn(filters, filter)} @click=${() => hands.act((one) => one.flip(filter))}><span>${text}</span></button>`,
          )}
      <button type="button" class="filter meer" data-knop="meer" aria-expanded=${open} aria-controls=${open ? 'meer' : nothing} @click=${() => hands.act((one) => one.toggleMore())}>
        <span>${open ? words.lessFilters() : words.moreFilters()}</span>${chevronIcon()}
      </button>
    </div>
    ${drawn('renderMore')}
  </div>`;
}
