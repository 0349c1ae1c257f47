import {html, nothing, type TemplateResult} from 'lit';
import type {Answer, InputControl} from '../../flows/model/flow.js';
import {EMPTY_REPLY, openButtons, type Problem} from '../../flows/semantics/dialogue.js';
import {fresh} from './fresh.js';
import {warningIcon} from './rest-icons.js';
import * as words from './rest-words.js';
import type {Screen} from './screen.js';

export function renderHint({step: {control}}: Screen): unknown {
  if (control?.t !== 'many') return nothing;
  const {min = 0, max = Infinity} = control;
  if (min === max) return hint(words.chooseExactly(min));
  if (min && max < Infinity) return hint(words.chooseBetween(min, max));
  if (min) return hint(words.chooseAtLeast(min));
  return hint(max < Infinity ? words.chooseAtMost(max) : words.chooseAny());
}

const hint = (text: string): TemplateResult => html`<p class="zacht" id="hint">${text}</p>`;

export function renderProblem(screen: Screen): unknown {
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

export function renderInput(screen: Screen, control: InputControl): TemplateResult {
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

/** The field that a chosen answer opens. */
export function renderOwnWords(screen: Screen, answer: Answer, n: number, text: string, locale: string): TemplateResult {
  return html`<div class="toelichting">
          <span class="zacht" lang=${locale} id=${`e${n}`}>${words.mayTell()}</span>
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
        </div>`;
}
