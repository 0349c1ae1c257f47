import {html, nothing, type TemplateResult} from 'lit';
import type {Inline} from '../../flows/model/node.js';
import type {SupportPart} from '../../flows/model/support.js';
import type {Advice} from '../../flows/semantics/advice.js';
import {visibleBlocks} from '../../flows/semantics/dialogue.js';
import {fresh} from './fresh.js';
import {heading} from './heading.js';
import {chevronIcon} from './icons.js';
import {plainTag} from './locale.js';
import {type Prose, renderBlocks, renderInlines} from './nodes.js';
import * as words from './result-words.js';
import type {View} from './shell.js';
import {plain} from './text.js';
import {renderWhy} from './why.js';

/** More reasons than these read as a heap. */
const MOST_REASONS = 3;

/** One kind of support: why, what to do first, who arranges it, and `offers` of it; the rest on demand. */
export function renderCard(advice: Advice, support: SupportPart, view: View, offers: unknown, key = `s-${advice.kind.id}`): TemplateResult {
  const {kind, reasons} = advice;
  const {screen} = view;
  const {memory} = screen.session;
  const level = view.level + 2;
  const open = screen.isOpen(key);
  const lang = plainTag(kind.lang ?? support.lang);
  const prose: Prose = {
    memory,
    terms: support.terms,
    sources: kind.sources,
    cited: new Set(),
    list: `b${key}`,
    key,
    level,
    base: view.source.url,
    lang,
    locale: plainTag(view.locale),
    rest: () => view.rest(),
    isOpen: (one) => screen.isOpen(one),
    toggle: (one) => screen.toggle(one),
    follow: (to) => void screen.follow(to),
    flowOf: (to) => to.flow ?? screen.session.flow.id,
    show: () => nothing,
  };
  const row = (label: string, content: Inline[] | undefined) =>
    content?.length ? html`<p><strong lang=${prose.locale}>${label}</strong> ${renderInlines(content, prose)}</p>` : nothing;

  return html`<div lang=${lang}>${heading(level, kind.title)}</div>
    ${reasons.length
      ? html`<p class="zacht" data-waarom>
          ${words.because()} <span lang=${lang}>${joined(reasons.slice(0, MOST_REASONS).map((reason) => plain(reason, memory)), lang)}</span>.
        </p>`
      : nothing}
    <p class="eerste"><strong>${words.firstStep()}</strong><br /><span lang=${lang}>${renderInlines(kind.firstStep, prose)}</span></p>
    <p data-geregeld-via=${kind.arrangedBy.join(' ')}>
      <strong>${words.whoArranges()}</strong> ${sentence(joined(kind.arrangedBy.map(words.arranger), view.locale, 'disjunction'))}
    </p>
    ${offers}
    <button type="button" class="stil" data-knop="meer" aria-expanded=${open} aria-controls=${open ? key : nothing} @click=${() => screen.toggle(key)}>
      ${fresh(open ? words.less() : words.more())}<span class="sr"> ${words.moreAbout(kind.title)}</span>${chevronIcon()}
    </button>
    ${open
      ? html`<div class="tekst" id=${key} lang=${lang}>
          ${renderBlocks(visibleBlocks(kind.body, memory), prose)} ${row(words.costs(), kind.costs)}
          ${row(words.whatHappens(), kind.expect)} ${reasons.length ? renderWhy(advice, support, view, lang) : nothing} ${prose.cited.size ? view.rest()?.renderSources(prose) : nothing}
        </div>`
      : nothing}`;
}

function joined(parts: readonly string[], locale: string, type: 'conjunction' | 'disjunction' = 'conjunction'): string {
  return new Intl.ListFormat(plainTag(locale), {type}).format(parts.map((part) => part.replace(/\.$/, '')));
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
