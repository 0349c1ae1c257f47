import {html, nothing} from 'lit';
import {fresh} from '../base/fresh.js';
import * as rest from '../base/rest-words.js';
import {saveFile} from '../base/take/deliver.js';
import {renderTold} from '../base/told.js';
import * as base from '../base/words.js';
import type {View} from '../base/shell.js';
import * as words from './answer-words.js';
import type {Conversation} from './conversation.js';
import type {Hands} from './hands.js';
import {logText} from './save.js';

const said = new WeakMap<Conversation, string>();

/** Below a conversation that has begun: what can be done with it as a whole. */
export function renderTools(view: View, conversation: Conversation, hands: Hands): unknown {
  const {session, left} = view.screen;
  if (session.atStart && !left.length && !conversation.exchanges.length) return nothing;
  const save = (event: Event) => {
    const root = (event.currentTarget as Element).getRootNode() as ShadowRoot;
    try {
      saveFile('gesprek.txt', logText(root.querySelector('.log')!), 'text/plain');
      said.set(conversation, words.saved());
    } catch {
      said.set(conversation, words.notSaved()); // Sandboxed frames may not make files.
    }
    hands.refresh();
  };
  return html`${session.atEnd && session.trail.length ? renderTold(view) : nothing}
    <div class="gereedschap">
      <button type="button" class="stil" data-knop="bestand" @click=${save}>${words.save()}</button>
      <button type="button" class="stil" data-knop="opnieuw" @click=${() => hands.restart()}>${rest.restart()}</button>
      ${session.atEnd ? nothing : html`<button type="button" class="stil" data-knop="wis" @click=${() => hands.wipe()}>${base.wipe()}</button>`}
    </div>
    <p class="zacht" role="status">${fresh(said.get(conversation) ?? '')}</p>`;
}
