import type {Flow} from '../../flows/model/flow.js';
import type {PartKind} from '../../flows/model/manifest.js';
import type {OffersPart, PlacesPart} from '../../flows/model/offer.js';
import type {SupportPart} from '../../flows/model/support.js';
import type {AlarmsPart} from '../../flows/model/alarms.js';
import type {UnderstandingPart} from '../../flows/model/understanding.js';
import {joinEnds} from '../../flows/semantics/join-ends.js';
import {BUILTIN} from './builtin.js';
import {BUILTIN_LATER} from './builtin-later.js';
import {Fault, faultOf} from './fault.js';
import type {Opening} from './opening.js';
import type {ResultsView} from './results.js';

Object.assign(BUILTIN.parts, BUILTIN_LATER);

/**
 * A part of an opened pack, in its language or else in the pack's first. Here whatever cannot be had is a part that
 * is missing: the question stays where it is.
 */
async function laterPart<Kind extends PartKind>({source, content, flow}: Opening, kind: Kind, id: string) {
  try {
    const lang = (await source.has(kind, id, content)) ? content : source.builtin ? 'nl' : ((await source.manifest()).languages[0] ?? flow.lang);
    return await source.part(kind, id, lang);
  } catch (reason) {
    const fault = faultOf(reason, 'deel-onbereikbaar');
    throw fault.code === 'pakket-onbereikbaar' ? new Fault('deel-onbereikbaar', fault) : fault;
  }
}

/** Another flow of the pack, whole. */
export async function laterFlow(opening: Opening, id: string): Promise<Flow> {
  return wholeFlow(opening, await laterPart(opening, 'flow', id));
}

/** What draws results, with its sheet and the texts of this flow's results: all at the same time. */
export async function loadResults(opening: Opening, flow: Flow): Promise<{results: ResultsView; sheet: CSSStyleSheet; whole: Flow}> {
  const [{resultsFor, resultStyles}, support, whole] = await Promise.all([import('./results.js'), supportOf(opening), wholeFlow(opening, flow)]);
  return {results: resultsFor(support, () => offersOf(opening), () => placesOf(opening)), sheet: resultStyles.styleSheet!, whole};
}

/** A pack without `steun/` has no such part, and its results are no less for it. */
export async function supportOf(opening: Opening): Promise<SupportPart> {
  return (await laterPart(opening, 'support', 'all').catch(unlessAbsent)) ?? {lang: opening.content, order: [], kinds: []};
}

/** The list of the pack's offers (`source.shard` fetches what it names), or nothing when the pack has none. */
export async function offersOf(opening: Opening): Promise<OffersPart | undefined> {
  // The build knew whether the pack beside the script has any: nobody asks for lists in which they are not.
  if (opening.source.builtin && !Object.hasOwn(BUILTIN.parts, 'offers.all.nl')) return undefined;
  return laterPart(opening, 'offers', 'all').catch(unlessAbsent);
}

/** What the pack knows of places besides the open table, or nothing. */
export function placesOf(opening: Opening): Promise<PlacesPart | undefined> {
  return laterPart(opening, 'places', 'all').catch(unlessAbsent);
}

/** How calls for help are heard and answered, or nothing when the pack says nothing of it. */
export function alarmsOf(opening: Opening): Promise<AlarmsPart | undefined> {
  return laterPart(opening, 'alarms', 'all').catch(unlessAbsent);
}

/** What the chat understands, or nothing when the pack says nothing of it. */
export function understandingOf(opening: Opening): Promise<UnderstandingPart | undefined> {
  return laterPart(opening, 'understanding', 'all').catch(unlessAbsent);
}

/** @throws Fault `pakket-ongeldig` when a result has no text: an empty page would say nothing to anybody. */
async function wholeFlow(opening: Opening, flow: Flow): Promise<Flow> {
  if (!flow.steps.some((step) => step.later)) return flow;
  const ends = await laterPart(opening, 'ends', flow.id).catch(unlessAbsent);
  const whole = ends && joinEnds(flow, ends);
  if (!whole || whole.steps.some((step) => step.later)) throw new Fault('pakket-ongeldig');
  return whole;
}

/** A part that the manifest does not name is `gesprek-onbekend` only when it is a dialogue. */
function unlessAbsent(reason: unknown): undefined {
  if (faultOf(reason, 'intern').code !== 'gesprek-onbekend') throw reason;
}
