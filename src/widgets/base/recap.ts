import {html, nothing, type TemplateResult} from 'lit';
import type {Visit} from '../../flows/runtime/session.js';
import {chosenAnswers, isQuestion} from '../../flows/semantics/dialogue.js';
import * as words from './result-words.js';
import type {View} from './shell.js';
import {langOf} from './spoken.js';
import {plain} from './text.js';

/** Each question with what was answered, and a way to change that. */
export function renderRecap({screen}: View): TemplateResult {
  const {session} = screen;
  return html`<dl class="terugblik">
    ${session.trail.map((visit, index) => {
      const step = session.stepOf(visit);
      if (!isQuestion(step)) return nothing;
      const title = plain(step.title, visit.memory);
      const given = answersGiven(visit, screen.session);
      const lang = langOf(visit, session);
      return html`<div>
        <dt lang=${lang}>${title}</dt>
        <dd>
          ${given.length ? given.map((line) => html`<p lang=${lang}>${line}</p>`) : html`<p class="zacht">${words.nothingGiven()}</p>`}
          <button type="button" class="stil" data-knop="wijzig" @click=${() => screen.change(index)}>
            ${words.change()}<span class="sr" lang=${lang}>: ${title}</span>
          </button>
        </dd>
      </div>`;
    })}
  </dl>`;
}

/** What was given at a visit, in the visitor's words. */
export function answersGiven(visit: Visit, session: View['screen']['session']): string[] {
  const step = session.stepOf(visit);
  const lines = chosenAnswers(step, visit.memory, visit.reply).flatMap((answer) => {
    const own = answer.own ? session.wordsAt(visit, answer.id) : '';
    return [plain(answer.label, visit.memory), ...(own ? [words.inYourWords(own)] : [])];
  });
  if (visit.reply.number !== undefined) lines.push(String(visit.reply.number));
  const own = step.control && 'name' in step.control ? session.wordsAt(visit) : '';
  return own ? [...lines, own] : lines;
}
