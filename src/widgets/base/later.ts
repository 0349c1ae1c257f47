import {Fault, faultOf} from './fault.js';
import type {Opening} from './opening.js';
import type {ResultsView} from './results.js';

/**
 * A part of an opened pack, in its language or else in the pack's first. Here whatever cannot be had is a part that
 * is missing: the question stays where it is.
 */
export async function laterPart<Kind extends 'flow' | 'support'>({source, content, flow}: Opening, kind: Kind, id: string) {
  try {
    const lang = (await source.has(kind, id, content)) ? content : source.builtin ? 'nl' : ((await source.manifest()).languages[0] ?? flow.lang);
    return await source.part(kind, id, lang);
  } catch (reason) {
    const fault = faultOf(reason, 'deel-onbereikbaar');
    throw fault.code === 'pakket-onbereikbaar' ? new Fault('deel-onbereikbaar', fault) : fault;
  }
}

/** What draws results, with its sheet: a chunk and the support part, at the same time. */
export async function loadResults(opening: Opening): Promise<{results: ResultsView; sheet: CSSStyleSheet}> {
  const [{resultsFor, resultStyles}, support] = await Promise.all([import('./results.js'), laterPart(opening, 'support', 'all')]);
  return {results: resultsFor(support), sheet: resultStyles.styleSheet!};
}
