import {html, nothing, type TemplateResult} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import type {Contact} from '../../flows/model/manifest.js';
import {visibleBlocks} from '../../flows/semantics/dialogue.js';
import type {ContactKind} from './events.js';
import {heading} from './heading.js';
import {chevronIcon} from './icons.js';
import {plainTag} from './locale.js';
import {fresh} from './fresh.js';
import {type Prose, renderBlocks} from './nodes.js';
import type {PackSource} from './pack-source.js';
import {renderButtons, renderControl, titleOf} from './question.js';
import type {Rest} from './rest.js';
import type {ResultsView} from './results.js';
import type {Screen} from './screen.js';
import * as words from './words.js';

/** What a screen is drawn from. State comes down, requests go up. */
export interface View {
  screen: Screen;
  /** Level of the first heading. */
  level: number;
  /** Language that the interface words are in. */
  locale: string;
  source: PackSource;
  contact: Contact | undefined;
  /** What draws all but a plain first question; asking for it makes the host fetch it. */
  rest(): Rest | undefined;
  /** The chunk that draws results, once it is there with the support part. */
  results: ResultsView | undefined;
  /** The results could not be fetched. */
  resultsMissing: boolean;
  needResults(again?: boolean): void;
  contacted(kind: ContactKind): void;
  /** Stands above every screen: the way back to what this dialogue belongs to. */
  above?: unknown;
  /** The contact block stands elsewhere in the widget, where it was asked for last. */
  contactShown?: boolean;
  /** Stands where the pack shows offers, in a widget that has its own way to them. */
  offers?: unknown;
}

const CONTACT = 'contact';

/** One screen: where you are, the question or the result, the ways on, and a person to call. */
export function renderScreen(view: View): TemplateResult {
  const {screen} = view;
  const {session, step} = screen;
  return html`<div class="widget" lang=${plainTag(view.locale)} dir=${session.flow.dir ?? nothing} data-stap=${step.id} @click=${(event: Event) => view.rest()?.handleLink(event, view)}>
    ${renderStep(view, [view.above, screen.aside?.(true), renderTop(view)], renderFoot(view))}
  </div>`;
}

/** The question or the result, with the ways on; rendered afresh for every screen. */
export function renderStep(view: View, above?: unknown, below?: unknown): unknown {
  const {screen, level} = view;
  const {session, step} = screen;
  const {atEnd} = session;
  const prose = proseFor(view);
  const blocks = visibleBlocks(step.body, session.memory);
  const tail = visibleBlocks(step.tail, session.memory);
  const {lang} = prose;

  const title = html`<div lang=${lang}>${heading(level, titleOf(screen), 'kop')}</div>`;
  const body = blocks.length ? html`<div class="tekst" id="inleiding" lang=${lang}>${renderBlocks(blocks, prose)}</div>` : nothing;
  return keyed(
    screen.visit,
    html`<div class="stap" aria-busy=${screen.busy} @keydown=${handleKey}>
      ${above}
      <div class=${atEnd ? 'uitslag' : 'vraag'} part=${atEnd ? 'uitslag' : 'vraag'}>
        ${step.control
          ? html`<fieldset aria-describedby=${blocks.length ? 'inleiding' : nothing}>
              <legend>${title}</legend>
              ${body} ${renderControl(screen, prose)}
            </fieldset>`
          : [title, body]}
        ${tail.length ? html`<div class="tekst" lang=${lang}>${renderBlocks(tail, {...prose, key: 't'})}</div>` : nothing}
        ${step.later ? prose.show({t: 'show', what: 'samenvatting'}, undefined) : nothing} ${atEnd && !showsContact(view) ? view.rest()?.renderContact(view, level + 1) : nothing} ${prose.cited.size ? view.rest()?.renderSources(prose) : nothing}
      </div>
      ${screen.stuck ? renderStuck(() => screen.retry()) : nothing}
      <div class="rij">
        ${screen.hasBack
          ? html`<button type="button" class="stil" data-knop="terug" @click=${() => screen.back()}>${words.back()}</button>`
          : nothing}
        <div class="verder">${renderButtons(screen, prose)}</div>
      </div>
      <p class="sr" role="status">${fresh(screen.busy ? words.moment() : screen.notice ? (view.rest()?.noticeText(screen.notice) ?? '') : '')}</p>
      ${below}
    </div>`,
  );
}

/** Below every screen: what was told, the way to a person, and what becomes of answers. */
export function renderFoot(view: View): unknown {
  const {screen} = view;
  const {trail, atEnd} = screen.session;
  const open = screen.isOpen(CONTACT);
  return html`${trail.length && !atEnd ? view.rest()?.renderTold(view) : nothing}
    ${atEnd || showsContact(view)
      ? nothing
      : html`<button
            type="button"
            class="stil"
            data-knop="contact"
            aria-expanded=${open}
            aria-controls=${open ? 'contact' : nothing}
            @click=${() => screen.toggle(CONTACT)}
          >${words.ratherTalk()}${chevronIcon()}</button>
          ${open ? html`<div id="contact">${view.rest()?.renderContact(view, view.level + 1, true)}</div>` : nothing}`}
    ${screen.aside?.(false)}
    <p class="zacht onder">${words.onDevice()} ${atEnd ? wipeButton(screen) : nothing}</p>`;
}

/** Whether the contact stands on this screen already: the pack puts it there, or what was asked last. */
const showsContact = ({contactShown, screen: {step, session}}: View): unknown =>
  contactShown || visibleBlocks([...(step.body ?? []), ...(step.tail ?? [])], session.memory).some((block) => block.t === 'show' && block.what === CONTACT);

function renderTop(view: View): unknown {
  const {screen} = view;
  const {session} = screen;
  if (session.atEnd) return view.rest()?.renderTopOfEnd(view);
  const {question} = session;
  const {shortest, longest} = session.remaining;
  const asked = screen.step.control ? question - 1 : question;
  const total = Math.max(question, asked + Math.round((shortest + 2 * longest) / 3));
  const exact = shortest === longest;
  return html`<div class="boven">
      <p class="zacht">
        ${screen.step.control ? (exact ? words.progress(question, total) : words.progressAbout(question, total)) : nothing}
      </p>
      ${wipeButton(screen)}
    </div>
    <progress aria-hidden="true" max=${total || 1} .value=${question}></progress>`;
}

const wipeButton = (screen: Screen): TemplateResult =>
  html`<button type="button" class="stil" data-knop="wis" @click=${() => screen.wipe()}>${words.wipe()}</button>`;

/** One calm sentence and a way on. */
export function renderStuck(retry: () => void): TemplateResult {
  return html`<div class="melding" part="melding">
    <p role="status">${words.notNow()}</p>
    <button type="button" class="knop" part="knop" data-knop="probeer" @click=${retry}>${words.retry()}</button>
  </div>`;
}

/** How the text of a screen is drawn. */
export function proseFor(view: View): Prose {
  const {screen, level} = view;
  const {session} = screen;
  const shown = new Set<string>();
  return {
    memory: session.memory,
    terms: session.flow.terms,
    sources: session.flow.sources,
    cited: new Set(),
    list: 'bron',
    key: 'b',
    level,
    base: view.source.url,
    lang: plainTag(screen.step.lang ?? session.flow.lang),
    locale: plainTag(view.locale),
    rest: () => view.rest(),
    isOpen: (key) => screen.isOpen(key),
    toggle: (key) => screen.toggle(key),
    follow: (to) => void screen.follow(to),
    flowOf: (to) => to.flow ?? session.flow.id,
    show: (block, after) => view.rest()?.renderShow(block, view, shown, after),
  };
}

/** Enter in a field presses the first button. There is no form: sandboxed frames may not submit one. */
function handleKey(event: KeyboardEvent) {
  const target = event.target as HTMLElement;
  if (event.key !== 'Enter' || event.isComposing || target.localName !== 'input') return;
  event.preventDefault();
  (event.currentTarget as HTMLElement).querySelector<HTMLElement>('[data-knop=verder]')?.click();
}
