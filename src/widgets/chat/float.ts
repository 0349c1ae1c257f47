import {html, svg, type TemplateResult} from 'lit';
import {icon} from '../base/icons.js';
import * as words from './chat-words.js';

const chatIcon = () => icon(svg`<path d="M4 5h16v11H10l-4 4v-4H4z" />`);
const crossIcon = () => icon(svg`<path d="M6 6l12 12M18 6 6 18" />`);

export interface Panel {
  open: boolean;
  /** What the launcher and the panel are called. */
  title: string;
  lang: string;
  toggle(): void;
}

/** The launcher, and the panel that it opens above the page. The panel is not modal: the page stays in reach. */
export function renderFloating(content: unknown, {open, title, lang, toggle}: Panel): TemplateResult {
  const handleKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing || !open) return;
    event.stopPropagation();
    toggle();
  };
  return html`<div class="zweeft" @keydown=${handleKey}>
    <button type="button" class="knop eerst lanceer" part="knop" data-knop="open" aria-expanded=${open} aria-controls="paneel" @click=${toggle}>${chatIcon()}<span lang=${lang}>${title}</span></button>
    <div class="paneel ${open ? 'open' : ''}" id="paneel" popover="manual" role="dialog" aria-labelledby="paneel-kop">
      <div class="balk">
        <p id="paneel-kop" lang=${lang}>${title}</p>
        <button type="button" class="stil" data-knop="sluit" @click=${toggle}>${words.close()}${crossIcon()}</button>
      </div>
      ${content}
    </div>
  </div>`;
}

/** Puts the panel above everything of the page, where the browser can. */
export function showPanel(root: ParentNode, open: boolean): void {
  const panel = root.querySelector<HTMLElement>('.paneel');
  if (!panel?.isConnected || typeof panel.showPopover !== 'function' || panel.matches(':popover-open') === open) return;
  if (open) panel.showPopover();
  else panel.hidePopover();
}
