import {html, nothing, type TemplateResult} from 'lit';
import type {Inline} from '../../flows/model/node.js';
import type {SupportPart} from '../../flows/model/support.js';
import {advise} from '../../flows/semantics/advice.js';
import {heading} from './heading.js';
import {plainTag} from './locale.js';
import {renderRecap} from './recap.js';
import * as words from './result-words.js';
import {resultStyles} from './result-styles.js';
import type {View} from './shell.js';
import {renderCard} from './support-card.js';
import {plain} from './text.js';

/** What this chunk adds to a screen once the support part is there. */
export interface ResultsView {
  /** `titled`: the pack has put a heading of its own above it. */
  show(what: 'steun' | 'samenvatting', max: number | undefined, view: View, titled: boolean): unknown;
  recap(view: View): TemplateResult;
}

export {resultStyles};

export function resultsFor(support: SupportPart): ResultsView {
  return {
    recap: renderRecap,
    show: (what, max, view, titled) => (what === 'samenvatting' ? renderSummary(view) : renderSupport(support, view, max, titled)),
  };
}

/** What the visitor told, said back in the order of the questions; and at once the way to a person, for results are long. */
function renderSummary({screen: {session}, rest}: View): unknown {
  const {echoes, memory, flow, atEnd} = session;
  if (!echoes.length) return nothing;
  return html`<ul class="samenvatting" role="list" lang=${plainTag(flow.lang)}>
      ${echoes.map((echo: Inline[]) => html`<li>${plain(echo, memory)}</li>`)}
    </ul>
    ${atEnd ? rest()?.renderCall() : nothing}`;
}

/** Cards, best first; help that cannot wait stands before the best five. */
function renderSupport(support: SupportPart, view: View, max: number | undefined, titled: boolean): unknown {
  const {urgent, best} = advise(support.kinds, support.order, view.screen.session.memory, max);
  const cards = (list: typeof best, title: string, kind: string) =>
    list.length
      ? html`<section class=${kind}>
          ${title && heading(view.level + 1, title)}
          <ul class="kaarten" role="list">
            ${list.map((advice) => html`<li class="kaart" part="steun" data-steun=${advice.kind.id}>${renderCard(advice, support, view)}</li>`)}
          </ul>
        </section>`
      : nothing;
  return [cards(urgent, words.cannotWait(), 'spoed'), cards(best, titled && !urgent.length ? '' : words.fitsYou(), '')];
}
