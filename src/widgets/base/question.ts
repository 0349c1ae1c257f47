import {html, nothing, type TemplateResult} from 'lit';
import type {Answer, Step} from '../../flows/model/flow.js';
import {answersOf} from '../../flows/semantics/dialogue.js';
import {holds} from '../../flows/semantics/memory.js';
import {fresh} from './fresh.js';
import {arrowIcon} from './icons.js';
import {type Prose, renderBlocks} from './nodes.js';
import type {Screen} from './screen.js';
import {plain} from './text.js';
import * as words from './words.js';

/** The control of a step: answers or a field, its hint, and what is wrong with it. */
export function renderControl(screen: Screen, prose: Prose): unknown {
  const {control} = screen.step;
  if (!control) return nothing;
  const one = control.t === 'one';
  const rest = one && !screen.problem ? undefined : prose.rest();
  // One template, with and without an error: the answer that has the focus must stay the same element.
  return html`${rest?.renderHint(screen)}${rest?.renderProblem(screen)}${one || control.t === 'many' ? renderAnswers(screen, prose, one) : rest?.renderInput(screen, control)}`;
}

/** Tiles. Numbered in source order, hidden ones counted; nothing of an answer stands in an attribute. */
function renderAnswers(screen: Screen, prose: Prose, one: boolean): TemplateResult {
  let first = true;
  return html`<div class="keuzes" lang=${prose.lang}>
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
    ${answer.own && on ? prose.rest()?.renderOwnWords(screen, answer, n, text, prose.locale) : nothing}
  </div>`;
}

/** The submit buttons that are open. A list has one; ticks and fields at least one, so that there is always a way on. */
export function renderButtons(screen: Screen, prose: Prose): unknown {
  const {step} = screen;
  if (step.control?.t === 'one') return step.control.submit ? submitButton(screen, undefined, plain(step.control.submit, prose.memory), true, prose.lang) : submitButton(screen, undefined, onward(screen), true);
  const open = screen.session.buttons(screen.reply);
  if (open.length) return open.map(({button}, index) => submitButton(screen, button.id, plain(button.label, prose.memory), index === 0, prose.lang));
  return step.control ? submitButton(screen, undefined, words.next(), true) : nothing;
}

function submitButton(screen: Screen, id: string | undefined, text: string, primary: boolean, lang?: string): TemplateResult {
  return html`<button type="button" class="knop ${primary ? 'eerst' : ''}" part="knop" data-knop="verder" @click=${() => void screen.submit(id)}>
    <span lang=${lang ?? nothing}>${fresh(text)}</span>${primary ? arrowIcon() : nothing}
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

/** Only results have texts that come later. */
const isResult = ({control, buttons, later}: Step): boolean => !control && !buttons && !!later;

/** The title of a step as the visitor reads it. */
export const titleOf = (screen: Screen): string => plain(screen.step.title, screen.session.memory);

