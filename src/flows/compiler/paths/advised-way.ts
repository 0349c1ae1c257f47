import type {SupportKind, SupportPart} from '../../model/support.js';
import {advise, type Advised} from '../../semantics/advice.js';
import {NONE} from '../prove/bdd.js';
import {showsAdvice} from '../prove/shows-advice.js';
import {nodeId} from '../prove/space.js';
import type {Known} from './known.js';
import {replay, type Way} from './shortest-way.js';
import type {Walk} from './walk.js';

/** A visitor who gets a kind of support, with everything that is advised to them. */
export interface AdvisedWay extends Way {
  /** `flow#step` of the end that advises. */
  at: string;
  advised: Advised;
}

/**
 * A visitor who begins at `start` and gets a kind of support among the best (or as urgent), after few replies. Found
 * like the witnesses of `uitslag/nooit`: asking for what fits the kind, and for as little as possible of its rivals.
 */
export function wayToAdvice(walk: Walk, start: {flow: string; step: string}, support: SupportPart, kind: SupportKind): AdvisedWay | undefined {
  for (const layer of walk.layers(nodeId(start.flow, start.step))) {
    for (const [at, entering] of layer) {
      const {step} = walk.version.steps.get(at)!;
      if (!showsAdvice(step)) continue;
      const found = visitorAt(walk, start, at, walk.leave(at, entering).ended, support, kind);
      if (found) return found;
    }
  }
  return undefined;
}

function visitorAt(walk: Walk, start: {flow: string; step: string}, at: string, known: Known, support: SupportPart, kind: SupportKind): AdvisedWay | undefined {
  const d = walk.questions.diagrams;
  const {knowledge} = walk;
  const allowed = kind.unless ? d.minus(known.who, knowledge.holds(kind.unless, known)) : known.who;
  const own = [...(kind.fits ?? [])].sort((a, b) => b.weight - a.weight);
  const rivals = support.kinds.flatMap((other) => (other === kind ? [] : (other.fits ?? []))).sort((a, b) => b.weight - a.weight);
  for (const first of own) {
    let who = d.and(allowed, knowledge.holds(first.when, known));
    if (who === NONE) continue;
    for (const {when} of own) {
      const both = d.and(who, knowledge.holds(when, known));
      if (both !== NONE) who = both;
    }
    for (const {when} of rivals) {
      const without = d.minus(who, knowledge.holds(when, known));
      if (without !== NONE) who = without;
    }
    const way = replay(walk, start, who, at);
    const advised = advise(support.kinds, support.order, way.memory);
    if ([...advised.urgent, ...advised.best].some((advice) => advice.kind === kind)) return {...way, at, advised};
  }
  return undefined;
}
