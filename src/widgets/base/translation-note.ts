import {html, nothing, type TemplateResult} from 'lit';
import type {Note} from '../../flows/model/node.js';

/**
 * One line below everything: this text is a translation that nobody has checked, with a way to the text that it was
 * made from. It stands at the end, so that nothing moves when it comes.
 */
export function renderNote(note: Note | undefined, host: HTMLElement): TemplateResult | typeof nothing {
  if (!note) return nothing;
  return html`<p class="zacht" lang=${note.lang} data-vertaling>
    ${note.text} <button type="button" class="stil" lang="nl" data-knop="taal" @click=${() => (host.lang = 'nl')}>Lees dit in het Nederlands</button>
  </p>`;
}
