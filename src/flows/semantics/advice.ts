import type {Inline} from '../model/node.js';
import type {SupportKind} from '../model/support.js';
import {URGENT_SUPPORT} from '../model/urgent-support.js';
import {holds, type Memory} from './memory.js';

/** One piece of advice: a kind of support, why it fits, and how well. `reasons` are best first. */
export interface Advice {
  kind: SupportKind;
  weight: number;
  reasons: Inline[][];
}

export interface Advised {
  /** Help that cannot wait; before and outside the best. */
  urgent: Advice[];
  best: Advice[];
}

/** How many kinds of support a visitor sees at most: people do not want a list. */
export const MOST_ADVICE = 5;

/**
 * The kinds of support that fit, best first: the sum of the weights of the conditions that hold, only above 0;
 * ties by `order`, then by id. Source: content-format, "Ranking".
 */
export function advise(kinds: readonly SupportKind[], order: readonly string[], memory: Memory, most = MOST_ADVICE): Advised {
  const place = new Map(order.map((id, index) => [id, index]));
  const rankOf = (id: string) => place.get(id) ?? order.length;
  const fitting = kinds
    .map((kind) => weigh(kind, memory))
    .filter((advice) => advice.weight > 0)
    .sort(
      (a, b) => b.weight - a.weight || rankOf(a.kind.id) - rankOf(b.kind.id) || (a.kind.id < b.kind.id ? -1 : 1),
    );
  const isUrgent = ({kind}: Advice) => (URGENT_SUPPORT as readonly string[]).includes(kind.id);
  return {
    urgent: fitting.filter(isUrgent),
    best: fitting.filter((advice) => !isUrgent(advice)).slice(0, Math.min(most, MOST_ADVICE)),
  };
}

function weigh(kind: SupportKind, memory: Memory): Advice {
  const none: Advice = {kind, weight: 0, reasons: []};
  if (kind.unless && holds(kind.unless, memory)) return none;
  const fits = (kind.fits ?? []).filter((fit) => holds(fit.when, memory)).sort((a, b) => b.weight - a.weight);
  let weight = 0;
  // No `reduce`: on pages with an old Prototype.js that is another function.
  for (const fit of fits) weight += fit.weight;
  return {
    kind,
    weight,
    reasons: fits.map((fit) => fit.because),
  };
}
