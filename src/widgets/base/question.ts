import {html, nothing, type TemplateResult} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import type {Answer, InputControl, Step} from '../../flows/model/flow.js';
import {answersOf, EMPTY_REPLY, openButtons, type Problem} from '../../flows/semantics/dialogue.js';
import {holds} from '../../flows/semantics/memory.js';
import {arrowIcon, warningIcon} from './icons.js';
import {type Prose, renderBlocks} from './nodes.js';
import type {Screen} from './screen.js';
import {plain} from './text.js';
import * as words from './words.js';

/** Text that changes on one screen: an element of its own each time, so that a translator cannot keep the old one. */
export const fresh = (text: string): unknown => keyed(text, html`${text}`);

/** The control of a step: answers or a field, its hint, and what is wrong with it. */
export function renderControl(screen: Screen, prose: Prose): unknown {
  const {control} = screen.step;
  if (!control) return nothing;
  return html`
    ${renderHint(screen)}${renderProblem(screen)}
    ${control.t === 'one' || control.t === 'many' ? renderAnswers(screen, prose, control.t === 'one') : renderInput(screen, control)}
  `;
}

function renderHint({step: {control}}: Screen): unknown {
  if (control?.t !== 'many') return nothing;
  const {min = 0, max = Infinity} = control;
  if (min === max) return hint(words.chooseExactly(min));
  if (min && max < Infinity) return hint(words.chooseBetween(min, max));
  if (min) return hint(words.chooseAtLeast(min));
  return hint(max < Infinity ? words.chooseAtMost(max) : words.chooseAny());
}

const hint = (text: string): TemplateResult => html`<p class="zacht" id="hint">${text}</p>`;

function renderProblem(screen: Screen): unknown {
  return screen.problem
    ? html`<p class="fout" id="fout" part="melding" data-fout>${warningIcon()}<span>${fresh(problemText(screen.problem, screen))}</span></p>`
    : nothing;
}

function problemText({code, limit = 0}: Problem, {step, reply}: Screen): string {
  const kind = step.control?.t;
  switch (code) {
    case 'choose':
      return words.needAnswer();
    case 'too-few':
      return words.chooseAtLeast(limit);
    case 'too-many':
      return words.tooMany(limit);
    case 'number':
      return words.notNumber();
    case 'too-low':
      return words.tooLow(limit);
    case 'too-high':
      return words.tooHigh(limit);
    case 'closed':
      if (kind === 'number') return reply.number === undefined ? words.needNumber() : words.notNumber();
      return kind === 'many' ? words.needTick() : words.needText();
  }
}

/** Tiles. Numbered in source order, hidden ones counted; nothing of an answer stands in an attribute. */
function renderAnswers(screen: Screen, prose: Prose, one: boolean): TemplateResult {
  let first = true;
  return html`<div class="keuzes">
    ${answersOf(screen.step).map((answer, index) => {
      if (!holds(answer.when, screen.session.memory)) return nothing;
      const described = first && screen.problem ? 'fout' : '';
      first = false;
      return renderAnswer(screen, prose, answer, index + 1, one, described);
    })}
  </div>`;
}

function renderAnswer(screen: Screen, prose: Prose, answer: Answer, n: number, one: boolean, described: string): TemplateResult {
  const on = screen.picked.includes(answer.id);
  const text = plain(answer.label, prose.memory);
  const tied = [described, answer.explain ? `u${n}` : ''].join(' ').trim();
  return html`<div class="keuze ${on ? 'aan' : ''}" part="keuze">
    <label data-antwoord=${n}>
      <input
        type=${one ? 'radio' : 'checkbox'}
        name=${one ? 'keuze' : nothing}
        autocomplete="off"
        aria-describedby=${tied || nothing}
        .checked=${on}
        @change=${(event: Event) =>
          one ? screen.pick(answer.id) : screen.tick(answer.id, (event.currentTarget as HTMLInputElement).checked)}
      />
      <span class="ring"></span>
      <span>${text}</span>
    </label>
    ${answer.explain ? html`<div class="toelichting" id=${`u${n}`}>${renderBlocks(answer.explain, {...prose, key: `${prose.key}-u${n}`})}</div>` : nothing}
    ${answer.own && on
      ? html`<div class="toelichting">
          <span class="zacht" id=${`e${n}`}>${words.mayTell()}</span>
          <input
            class="veld"
            type="text"
            autocomplete="off"
            maxlength="500"
            data-invoer="tekst"
            aria-label=${words.yourWords(text)}
            aria-describedby=${`e${n}`}
            .value=${screen.wordsFor(answer.id)}
            @input=${(event: Event) => screen.say((event.currentTarget as HTMLInputElement).value, answer.id)}
          />
        </div>`
      : nothing}
  </div>`;
}

function renderInput(screen: Screen, control: InputControl): TemplateResult {
  const number = control.t === 'number';
  const may = openButtons(screen.step, screen.session.memory, EMPTY_REPLY).length > 0;
  const hints = [number ? words.numberBetween(control.min, control.max) : '', may ? words.mayBeEmpty() : ''].join(' ').trim();
  const described = [screen.problem ? 'fout' : '', hints ? 'hint' : ''].join(' ').trim() || nothing;
  const handleInput = (event: Event) => {
    const {value} = event.currentTarget as HTMLInputElement;
    if (number) screen.type(value);
    else screen.say(value);
  };
  return html`${hints ? hint(hints) : nothing}
  ${control.t === 'text'
    ? html`<textarea
        class="veld"
        rows="4"
        maxlength="2000"
        autocomplete="off"
        data-invoer="tekst"
        aria-labelledby="kop"
        aria-describedby=${described}
        aria-invalid=${screen.problem ? 'true' : nothing}
        .value=${screen.wordsFor()}
        @input=${handleInput}
      ></textarea>`
    : html`<input
        class="veld ${number ? 'kort' : ''}"
        type="text"
        inputmode=${number ? 'numeric' : nothing}
        maxlength=${number ? 12 : 100}
        autocomplete="off"
        data-invoer=${number ? 'getal' : 'plaats'}
        aria-labelledby="kop"
        aria-describedby=${described}
        aria-invalid=${screen.problem ? 'true' : nothing}
        .value=${number ? screen.typed : screen.wordsFor()}
        @input=${handleInput}
      />`}`;
}

/** The submit buttons that are open. A list has one; ticks and fields at least one, so that there is always a way on. */
export function renderButtons(screen: Screen, prose: Prose): unknown {
  const {step} = screen;
  if (step.control?.t === 'one') return submitButton(undefined, step.control.submit ? plain(step.control.submit, prose.memory) : onward(screen), true);
  const open = screen.session.buttons(screen.reply);
  if (open.length) return open.map(({button}, index) => submitButton(button.id, plain(button.label, prose.memory), index === 0));
  return step.control ? submitButton(undefined, words.next(), true) : nothing;
}

function submitButton(id: string | undefined, text: string, primary: boolean): TemplateResult {
  return html`<button type="submit" class="knop ${primary ? 'eerst' : ''}" part="knop" data-knop="verder" .mzButton=${id}>
    <span>${fresh(text)}</span>${primary ? arrowIcon() : nothing}
  </button>`;
}

/** What comes after a list of answers, as far as that is the same whatever is chosen. */
function onward({step, session}: Screen): string {
  const next = answersOf(step)
    .filter((answer) => holds(answer.when, session.memory))
    .map(({to}) => (to && to.flow === undefined ? session.flow.steps.find((one) => one.id === to.step) : undefined));
  if (next.every((one) => one?.control)) return words.nextQuestion();
  return next.every((one) => one && isResult(one)) ? words.toResult() : words.next();
}

function isResult({control, buttons, body = [], tail = []}: Step): boolean {
  return !control && !buttons && [...body, ...tail].some((block) => block.t === 'show' && block.what !== 'contact');
}

/** The title of a step as the visitor reads it. */
export const titleOf = (screen: Screen): string => plain(screen.step.title, screen.session.memory);

