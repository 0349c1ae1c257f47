import {html, type TemplateResult} from 'lit';
import type {Answer} from '../../flows/model/flow.js';
import type {Memory} from '../../flows/semantics/memory.js';
import {plain} from '../base/text.js';
import type {Hands} from './hands.js';

/** What the chat opens with. */
export interface Starters {
  answers: readonly Answer[];
  memory: Memory;
}

/** Ways to begin, each one press. */
export function renderStarters(answers: readonly Answer[], memory: Memory, hands: Pick<Hands, 'start'>): TemplateResult {
  return html`<div class="pillen">
    ${answers.map((answer) => html`<button type="button" class="knop pil" part="knop" data-knop="starter" @click=${() => hands.start(answer)}><span>${plain(answer.label, memory)}</span></button>`)}
  </div>`;
}
