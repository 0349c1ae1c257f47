import {html, nothing, type TemplateResult} from 'lit';
import type {Block} from '../../flows/model/node.js';
import type {OffersPart, PlacesPart} from '../../flows/model/offer.js';
import type {SupportPart} from '../../flows/model/support.js';
import {advise, type Advice} from '../../flows/semantics/advice.js';
import {heading} from './heading.js';
import {LocalOffers} from './local-offers.js';
import {renderRecap} from './recap.js';
import {putAsideOf} from './put-aside.js';
import * as words from './result-words.js';
import {resultStyles} from './result-styles.js';
import type {View} from './shell.js';
import {renderCard} from './support-card.js';
import {renderMaker, renderTakeAlong} from './take-along.js';
import {echoesOf} from './spoken.js';

/** Offers of several kinds of support in one list. */
const MOST_BY_THEMSELVES = 9;

type Show = Extract<Block, {t: 'show'}>;

/** What this chunk adds to a screen once the support part is there. */
export interface ResultsView {
  /** `titled`: the pack has put a heading of its own above it. */
  show(block: Show, view: View, titled: boolean): unknown;
  recap(view: View): TemplateResult;
}

export {resultStyles};

export function resultsFor(support: SupportPart, offers: () => Promise<OffersPart | undefined>, places: () => Promise<PlacesPart | undefined>): ResultsView {
  const local = new LocalOffers(offers, places);
  const adviceFor = (view: View, max?: number) => advise(support.kinds, support.order, view.screen.session.memory, max);
  const material = (view: View, block?: Show) => {
    const {urgent, best} = adviceFor(view);
    const advice = [...urgent, ...best];
    const picked = local.pick(idsOf(advice), view);
    return {advice, lang: support.lang, offers: new Map(Array.from(picked, ([kind, found]) => [kind, local.lines(found)])), asked: () => local.lines([...putAsideOf(view.source.url).note.values()]), ...(block ? {block} : {})};
  };
  /** Where the step shows kinds of support, their offers stand with them. */
  const renderAll = (view: View) => {
    const {step} = view.screen;
    if ([...(step.body ?? []), ...(step.tail ?? [])].some((one) => one.t === 'show' && one.what === 'steun')) return nothing;
    const {urgent, best} = adviceFor(view);
    const advice = [...urgent, ...best];
    const kinds = advice.length ? idsOf(advice) : support.order;
    const picked = local.pick(kinds, view);
    return [local.render([...picked.values()].flat().slice(0, MOST_BY_THEMSELVES), view), local.near(kinds, picked, view)];
  };
  return {
    recap: renderRecap,
    show(block, view, titled) {
      if (block.what === 'samenvatting') return renderSummary(view);
      if (block.what === 'briefje' || block.what === 'taken') return renderMaker(block.what, view, material(view, block));
      if (block.what === 'aanbod') return renderAll(view);
      return [renderSupport(support, local, adviceFor(view, block.max), view, titled), view.screen.session.atEnd ? renderTakeAlong(view, material(view)) : nothing];
    },
  };
}

/** What the visitor told, said back in the order of the questions; and at once the way to a person, for results are long. */
function renderSummary({screen: {session}, rest}: View): unknown {
  const echoes = echoesOf(session);
  if (!echoes.length) return nothing;
  return html`<ul class="samenvatting" role="list">
      ${echoes.map(({text, lang}) => html`<li lang=${lang}>${text}</li>`)}
    </ul>
    ${session.atEnd ? rest()?.renderCall() : nothing}`;
}

const idsOf = (advice: readonly Advice[]) => advice.map(({kind}) => kind.id);

/** Cards, best first; help that cannot wait stands before the best five. */
function renderSupport(support: SupportPart, local: LocalOffers, {urgent, best}: ReturnType<typeof advise>, view: View, titled: boolean): unknown {
  const kinds = idsOf([...urgent, ...best]);
  const picked = local.pick(kinds, view);
  const cards = (list: readonly Advice[], title: string, kind: string) =>
    list.length
      ? html`<section class=${kind}>
          ${title && heading(view.level + 1, title)}
          <ul class="kaarten" role="list">
            ${list.map((advice) => html`<li class="kaart" part="steun" data-steun=${advice.kind.id}>${renderCard(advice, support, view, local.render(picked.get(advice.kind.id), view))}</li>`)}
          </ul>
        </section>`
      : nothing;
  // The flow's own note, below, goes for all of it.
  const note = view.screen.session.flow.note ? undefined : support.note;
  return [note ? html`<p class="zacht" lang=${note.lang} data-vertaling>${note.text}</p>` : nothing, cards(urgent, words.cannotWait(), 'spoed'), cards(best, titled && !urgent.length ? '' : words.fitsYou(), ''), local.near(kinds, picked, view)];
}
