import {html, nothing, type TemplateResult} from 'lit';
import type {SupportPart} from '../../flows/model/support.js';
import type {Session, Visit} from '../../flows/runtime/session.js';
import {whatIf, type WhatIf} from '../../flows/runtime/what-if.js';
import type {Advice} from '../../flows/semantics/advice.js';
import {answersOf} from '../../flows/semantics/dialogue.js';
import * as words from './result-words.js';
import type {View} from './shell.js';
import {plain} from './text.js';

const known = new WeakMap<Visit, WhatIf[]>();

/** Worked out once a result: it goes through the dialogue anew for every other answer. */
function changesOf(session: Session, support: SupportPart): WhatIf[] {
  const last = session.trail.at(-1);
  let changes = last && known.get(last);
  if (last && !changes) known.set(last, (changes = whatIf(session, support, session.flows)));
  return changes ?? [];
}

/** More of these than this read as a puzzle. */
const MOST = 3;

/**
 * Why this kind of support is advised, every reason that counts, and which other answer would take it away. Both come
 * from the conditions that rank the advice; nothing of it is written by hand.
 */
export function renderWhy({kind, reasons}: Advice, support: SupportPart, view: View, lang: string): TemplateResult {
  const {session} = view.screen;
  const {memory} = session;
  const changes = changesOf(session, support).filter(({gone}) => gone.includes(kind.id));
  const lines = changes.slice(0, MOST).map(({visit: index, answer, off}) => {
    const visit = session.trail[index]!;
    const step = session.stepOf(visit);
    const label = answersOf(step).find(({id}) => id === answer)!.label;
    const say = off ? words.wouldGoWithout : words.wouldGo;
    return html`<li>${say(plain(step.title, visit.memory).trim(), plain(label, visit.memory))}</li>`;
  });
  return html`${reasons.length
      ? html`<p><strong lang=${view.locale}>${words.whyThis()}</strong></p>
          <ul data-waarom lang=${lang}>
            ${reasons.map((reason) => html`<li>${plain(reason, memory)}</li>`)}
          </ul>`
      : nothing}
    <p><strong lang=${view.locale}>${words.whatChanges()}</strong></p>
    ${lines.length ? html`<ul data-verandert lang=${view.locale}>${lines}</ul>` : html`<p data-verandert lang=${view.locale}>${words.nothingChanges()}</p>`}`;
}
