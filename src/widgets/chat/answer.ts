import {html, nothing, type TemplateResult} from 'lit';
import type {Term} from '../../flows/model/node.js';
import type {UnderstoodTarget} from '../../flows/model/understanding.js';
import type {Target, Understood} from '../../understanding/understand.js';
import {fresh} from '../base/fresh.js';
import {heading} from '../base/heading.js';
import {plainTag} from '../base/locale.js';
import {renderBlocks, renderInlines} from '../base/nodes.js';
import {renderContact} from '../base/contact.js';
import {titleOf as titleOfQuestion} from '../base/question.js';
import {proseFor, renderStuck, type View} from '../base/shell.js';
import {renderCard} from '../base/support-card.js';
import {renderAlarm} from './alarm.js';
import * as words from './answer-words.js';
import type {Exchange} from './exchange.js';
import type {Hands} from './hands.js';
import type {Hearing} from './hear.js';
import {renderStarters} from './starters.js';
import type {Starters} from './starters.js';

/** What an answer is drawn from. */
export interface Answering {
  view: View;
  hands: Hands;
  hearing: Hearing | undefined;
  starters: Starters;
  exchanges: readonly Exchange[];
  /** The last of all: only below that one stand the ways to begin. */
  last: Exchange | undefined;
  /** The last one was said at the question that is up. */
  here: boolean;
  /** The exchange below which the contact stands. */
  contactAt: Exchange | undefined;
}

/** Offers that the chat shows of one kind of support come with a way to all of them: the dialogue of the finder. */
const FINDER = 'respijtzoeker';
/** Below a call for help stands only what is as clear as an answer of its own: no guesses there. */
const CLEAR = 0.7;
/** Beside an explanation, or below a person to call, stands only what is likely at least. */
const LIKELY = 0.2;
/** So much of a long message is shown again. */
const MOST_SHOWN = 600;

/** What the visitor said: plain text, whatever was typed. */
export function renderSaid({text}: Exchange): TemplateResult {
  const shown = text.replace(/\p{Cc}+/gu, (sign) => (/\n/.test(sign) ? '\n' : ' ')).trim();
  const letters = [...shown.slice(0, MOST_SHOWN * 2)];
  const cut = shown.length > MOST_SHOWN * 2 || letters.length > MOST_SHOWN;
  return html`<p class="bel"><span class="sr">${words.you()}</span> <bdi>${cut ? `${letters.slice(0, MOST_SHOWN).join('')}…` : shown}</bdi></p>
    ${cut ? html`<p class="zacht">${words.moreText()}</p>` : nothing}`;
}

/** What the chat says to it; nothing while it is being read. */
export function renderAnswer(exchange: Exchange, answering: Answering): unknown {
  const {view, hands} = answering;
  const {hearing} = exchange;
  if (exchange.state === 'waiting') return undefined;
  const content =
    exchange.state === 'missing'
      ? [bubble(words.cannotRead()), renderStuck(() => hands.again(exchange)), starters(exchange, answering)]
      : exchange.otherwise
        ? [bubble(words.tryOtherwise()), starters(exchange, answering)]
        : hearing && exchange.heard
          ? renderHeard(exchange, exchange.heard, hearing, answering)
          : nothing;
  return html`<div class="antwoord" lang=${plainTag(view.locale)}>
    ${content} ${isFirst(exchange) ? nothing : contactOf(exchange, answering)} ${renderOnward(exchange, answering)}
  </div>`;
}

const contactOf = (exchange: Exchange, {view, contactAt}: Answering): unknown => (contactAt === exchange ? renderContact({...view, contactShown: false}, view.level + 1) : nothing);

/** Who asks for a person gets one before anything else. */
const isFirst = ({heard}: Exchange): boolean => !!heard?.person && !heard.alarm;

/** Whether an answer leads to a person: always, but where one word of greeting or a choice comes first. */
export function wantsPerson({state, otherwise, heard}: Exchange): boolean {
  if (state === 'missing' || otherwise) return true;
  if (!heard || heard.empty) return !!heard?.alarm;
  if (heard.alarm || heard.person || heard.term || heard.aside === 'grof' || heard.aside === 'medisch' || heard.aside === 'juridisch') return true;
  if (heard.language && !heard.speaks) return true;
  if (heard.answer === 'none') return !heard.aside && !heard.language;
  return heard.answer !== 'choices' && heard.targets[0]?.kind !== 'flow';
}

function renderHeard(exchange: Exchange, heard: Understood & {speaks?: boolean}, hearing: Hearing, answering: Answering): unknown[] {
  const {alarm, aside, targets, answer, language, empty} = heard;
  const first = alarm && hearing.alarms.get(alarm.id);
  const parts: unknown[] = [];
  if (first) parts.push(renderAlarm(first, exchange, hearing, answering.view));
  if (empty) return first ? parts : [bubble(words.noWords())];
  if (language) parts.push(renderLanguage(language, !!heard.speaks, answering.hands));
  if (aside && !((first || isFirst(exchange)) && (aside === 'groet' || aside === 'dank'))) parts.push(bubble(words.aside(aside)));
  if (isFirst(exchange)) parts.push(aside === 'wie' ? nothing : bubble(words.noPerson()), contactOf(exchange, answering));
  if (first) {
    // Whoever calls for help chooses later; nothing of it pushes the numbers away.
    const clear = targets.filter(({score}) => score >= CLEAR).slice(0, 2);
    if (clear.length) parts.push(bubble(words.andAlso()), choices(clear, exchange, heard, hearing, answering, false));
    return parts;
  }
  const term = heard.term === undefined ? undefined : hearing.support?.terms?.[heard.term];
  if (term) parts.push(renderTerm(term, exchange, hearing, answering));
  if (answer !== 'confident' && answer !== 'two' && (heard.person || term)) {
    // What was asked is answered: the rest is no guess at it.
    const likely = targets.filter(({score}) => score >= LIKELY);
    if (likely.length) parts.push(bubble(words.mayHelp()));
    if (likely.length || answering.last === exchange || exchange.doubted) parts.push(choices(likely, exchange, heard, hearing, answering, true));
  } else if (answer === 'none') {
    if (!aside && !language) parts.push(bubble(heard.learned.length ? words.toldSomething() : isAfterCall(exchange, answering) ? words.numbersStay() : words.notUnderstood()));
    if (aside !== 'dank') parts.push(starters(exchange, answering));
  } else if (answer === 'choices') {
    parts.push(bubble(targets.length > 1 ? words.doYouMean() : words.doYouMeanThis()), choices(targets, exchange, heard, hearing, answering, true));
  } else {
    const told = targets.slice(0, answer === 'two' ? 2 : 1);
    if (told.length > 1) parts.push(bubble(words.bothFit()));
    parts.push(told.map((target, index) => renderTarget(target, told.length > 1, `a${exchange.n}-${index}`, exchange, hearing, answering)));
    // What was pressed stays, or whoever pressed it loses the focus.
    if (answering.last === exchange || exchange.doubted) parts.push(html`<div class="pillen">${otherButton(exchange, answering.hands)}</div>`);
  }
  parts.push(renderTold(exchange, answering.hands));
  return parts;
}

/** Whoever called for help is not told to say it shorter. */
const isAfterCall = ({n}: Exchange, {exchanges}: Answering): boolean => exchanges.some((one) => one.n < n && one.heard?.alarm !== undefined);

const bubble = (text: string): TemplateResult => html`<p class="bel">${text}</p>`;

/** What a word means, as the pack explains it. */
function renderTerm({title, c}: Term, exchange: Exchange, hearing: Hearing, {view}: Answering): TemplateResult {
  const lang = plainTag(hearing.support!.lang);
  return html`<div class="bel" data-uitleg lang=${lang}>${heading(view.level + 1, title)} ${renderBlocks(c, {...proseFor(view), terms: undefined, sources: undefined, cited: new Set(), list: `u${exchange.n}`, key: `u${exchange.n}`, level: view.level + 1, lang})}</div>`;
}

function renderLanguage(language: string, speaks: boolean, hands: Hands): unknown {
  const name = nameOf(language);
  if (!speaks) return bubble(words.notYourLanguage(name));
  return [
    bubble(words.inYourLanguage(name)),
    html`<div class="pillen"><button type="button" class="knop pil" part="knop" data-knop="taal" lang=${language} @click=${() => hands.speak(language)}><span>${name}</span></button></div>`,
  ];
}

/** A language in its own words. */
function nameOf(language: string): string {
  try {
    return new Intl.DisplayNames([language], {type: 'language'}).of(language) ?? language;
  } catch {
    return language;
  }
}

/** Two or three things that may be meant, as buttons that say so. */
function choices(targets: readonly Target[], exchange: Exchange, heard: Understood, hearing: Hearing, {hands}: Answering, others: boolean): TemplateResult {
  const say = (target: Target) => hands.say(titleOf(target, hearing), {heard: {answer: 'confident', targets: [target], learned: [], work: heard.work}});
  return html`<div class="pillen">
    ${targets.map((target) => html`<button type="button" class="knop pil" part="knop" data-knop="bedoel" lang=${plainTag(hearing.lang)} @click=${() => say(target)}><span>${titleOf(target, hearing)}</span></button>`)}
    ${others ? otherButton(exchange, hands) : nothing}
  </div>`;
}

function otherButton(exchange: Exchange, hands: Hands): TemplateResult {
  const press = () => {
    exchange.doubted = true;
    hands.say(words.somethingElse(), {otherwise: true});
  };
  return html`<button type="button" class="knop pil zwak" part="knop" data-knop="anders" @click=${press}><span>${words.somethingElse()}</span></button>`;
}

/** The question that is up stands above what was said meanwhile: the way back to it. */
function renderOnward(exchange: Exchange, {view: {screen}, last, here}: Answering): unknown {
  const {session, step} = screen;
  const asks = step.control ?? step.buttons;
  const opens = session.atStart && !screen.left.length;
  if (exchange !== last || !here || !asks || opens) return nothing;
  const back = (event: Event) => ((event.currentTarget as Element).getRootNode() as ShadowRoot).getElementById('kop')?.focus();
  return html`<div class="pillen"><button type="button" class="knop pil" part="knop" data-knop="vraag" @click=${back}><span>${words.onward(titleOfQuestion(screen))}</span></button></div>`;
}

const targetIn = ({part}: Hearing, {kind, id}: Pick<Target, 'kind' | 'id'>): UnderstoodTarget | undefined => part.targets.find((one) => one.kind === (kind === 'offers' ? 'support' : kind) && one.id === id);

function titleOf(target: Target, hearing: Hearing): string {
  const title = targetIn(hearing, target)?.fact?.label ?? target.title;
  return target.kind === 'offers' ? words.placesFor(title).replace(/:$/, '') : title;
}

/** What a message leads to: a card, a fact, places, or a dialogue. */
function renderTarget(target: Target, among: boolean, key: string, exchange: Exchange, hearing: Hearing, answering: Answering): unknown {
  const {view, hands} = answering;
  const {kind, id, title} = target;
  const lang = plainTag(hearing.lang);
  if (kind === 'flow') {
    return [bubble(words.flowFits()), html`<div class="pillen"><button type="button" class="knop eerst" part="knop" data-knop="starter" data-gesprek=${id} @click=${() => hands.begin(id, title)}><span>${words.begin(title)}</span></button></div>`];
  }
  if (kind === 'fact') {
    const fact = targetIn(hearing, target)?.fact;
    if (!fact) return starters(exchange, answering);
    const prose = {...proseFor(view), key, lang, urgent: false};
    const [told] = fact.c;
    return html`<div class="bel" lang=${lang}>
      <p>${fact.label}: <strong>${renderInlines(fact.c, prose)}</strong></p>
      ${typeof told === 'object' && told.t === 'fact' && told.source ? html`<p class="zacht" lang=${prose.locale}>${told.date && told.date !== 'onbekend' ? words.factSource(told.source, dateIn(told.date, view.locale)) : words.factSourceOnly(told.source)}</p>` : nothing}
    </div>`;
  }
  const {support, offers} = hearing;
  const found = support?.kinds.find((one) => one.id === id);
  if (!support || !found) return [bubble(words.notUnderstood()), starters(exchange, answering)];
  const near = offers.pick([id], view).get(id);
  return [
    kind === 'offers' && near?.length
      ? [bubble(words.placesFor(title)), html`<div class="kaart">${offers.render(near, view)}</div>`, hearing.part.targets.some((one) => one.kind === 'flow' && one.id === FINDER) ? html`<div class="pillen"><button type="button" class="knop pil" part="knop" data-knop="starter" data-gesprek=${FINDER} @click=${() => hands.begin(FINDER, words.morePlaces())}><span>${words.morePlaces()}</span></button></div>` : nothing]
      : among
        ? nothing
        : bubble(words.thisFits()),
    html`<div class="kaart" part="steun" data-steun=${id}>${renderCard({kind: found, weight: 0, reasons: []}, support, {...view, level: view.level - 1}, kind === 'offers' ? nothing : offers.render(near, view), key)}</div>`,
  ];
}

function dateIn(date: string, locale: string): string {
  const [year, month, day] = date.split('-').map(Number);
  if (!year || !month) return date;
  return new Intl.DateTimeFormat(plainTag(locale), {year: 'numeric', month: 'long', ...(day ? {day: 'numeric'} : {}), timeZone: 'UTC'}).format(Date.UTC(year, month - 1, day ?? 1));
}

const starters = (exchange: Exchange, {starters: {answers, memory}, hands, last}: Answering): unknown => (answers.length && exchange === last ? renderStarters(answers, memory, hands) : nothing);

/** What the message told that a dialogue would ask, in the visitor's own words, and how to drop it. */
function renderTold(exchange: Exchange, hands: Hands): unknown {
  const told = exchange.heard?.learned ?? [];
  if (!told.length) return nothing;
  const {forgotten} = exchange;
  const turn = () => {
    exchange.forgotten = !forgotten;
    hands.refresh();
  };
  // One button that turns it: one that went would take the focus with it.
  return html`<div class="mee-genomen">
    <p class="zacht">${forgotten ? words.forgotten() : html`${words.takesAlong()} <bdi>${[...new Set(told.map(({said}) => said))].join(', ')}</bdi>`}</p>
    <button type="button" class="stil" data-knop="vergeet" @click=${turn}>${fresh(forgotten ? words.remember() : words.forget())}</button>
    <span class="sr" role="status">${forgotten ? words.forgotten() : nothing}</span>
  </div>`;
}
