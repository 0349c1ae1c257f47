import type {Ends, Flow} from './flow.js';
import {FORMAT, type LaterParts, type Manifest, type PartKind} from './manifest.js';
import type {Target} from './node.js';
import type {OfferShard, OffersPart, PlacesPart} from './offer.js';
import type {SupportPart} from './support.js';
import type {AlarmsPart} from './alarms.js';
import type {UnderstandingPart} from './understanding.js';
import {EndsSchema, FlowSchema} from './validate-flow.js';
import {LaterSchema, ManifestSchema} from './validate-manifest.js';
import {checkBounds, PackError, parseWith} from './validate-shared.js';
import {SupportSchema} from './validate-support.js';

export {PackError} from './validate-shared.js';

/**
 * A manifest from outside. Throws {@link PackError}: `pakket-nieuwer` when its format is beyond this reader, which is
 * told before anything else is looked at, else `pakket-ongeldig`.
 */
export function readManifest(value: unknown): Manifest {
  const format = typeof value === 'object' && value !== null ? (value as {formaat?: unknown}).formaat : undefined;
  if (typeof format === 'number' && Number.isInteger(format) && format > FORMAT) throw new PackError('pakket-nieuwer', `The pack has format ${format}, this reader knows ${FORMAT}.`);
  if (typeof format === 'number' && format < FORMAT - 1) throw new PackError('pakket-ongeldig', `The pack has format ${format}, which is too old.`);
  checkBounds(value);
  const manifest: Manifest = parseWith(ManifestSchema, value, 'The manifest');
  unique(manifest.parts.map(({kind, id, lang}) => `${kind} ${id} ${lang}`), 'part');
  unique(manifest.languages, 'language');
  return manifest;
}

/**
 * A flow from outside: its shape, that everything it points to inside itself is there, and that it is the one that the
 * manifest said (`id`).
 */
export function readFlow(value: unknown, id?: string): Flow {
  checkBounds(value);
  const flow: Flow = parseWith(FlowSchema, value, 'The flow');
  named(flow, id);
  const steps = new Set(unique(flow.steps.map(({id}) => id), 'step'));
  for (const {control, buttons} of flow.steps) {
    if (control?.t === 'one' || control?.t === 'many') {
      unique(control.answers.map(({id}) => id), 'answer');
      for (const {to} of control.answers) {
        if ((to === undefined) === (control.t === 'one')) fail('An answer has a target where it should not, or lacks one.');
      }
    }
    if (control?.t === 'many' && (control.min ?? 0) > (control.max ?? Infinity)) fail('A choice asks for more answers than it allows.');
    if (control?.t === 'number' && control.min > control.max) fail('A number has an empty range.');
    unique((buttons ?? []).map(({id}) => id), 'button');
  }
  checkReferences(flow.steps, steps, flow.id, flow.sources?.length ?? 0, flow.terms ?? {});
  checkReferences([flow.sources ?? [], flow.terms ?? {}], steps, flow.id, flow.sources?.length ?? 0, flow.terms ?? {});
  return flow;
}

/** The texts of a flow's results from outside. Their footnotes and words may stand in the flow, so only the join can tell. */
export function readEnds(value: unknown, id?: string): Ends {
  checkBounds(value);
  const ends: Ends = parseWith(EndsSchema, value, 'The texts of results');
  named(ends, id);
  unique(ends.steps.map(({id}) => id), 'step');
  return ends;
}

/** The kinds of support from outside. */
export function readSupport(value: unknown): SupportPart {
  checkBounds(value);
  const part: SupportPart = parseWith(SupportSchema, value, 'The support part');
  const ids = new Set(unique(part.kinds.map(({id}) => id), 'kind of support'));
  for (const id of unique(part.order, 'place in the order')) if (!ids.has(id)) fail(`The order names "${id}", which is not there.`);
  for (const kind of part.kinds) checkReferences(kind, undefined, undefined, kind.sources?.length ?? 0, part.terms ?? {});
  checkReferences(part.terms ?? {}, undefined, undefined, 0, part.terms ?? {});
  return part;
}

/** The list of parts that come with the results. */
export function readLater(value: unknown): LaterParts {
  checkBounds(value);
  const later: LaterParts = parseWith(LaterSchema, value, 'The list of later parts');
  unique(later.parts.map(({kind, id, lang}) => `${kind} ${id} ${lang}`), 'part');
  return later;
}

/**
 * A part from outside, or one shard of the offers, by its kind; `id` as the manifest said. What reads offers is fetched
 * when they are: nobody waits for it before the first question.
 */
export async function readPart(kind: PartKind | 'shard', value: unknown, id: string): Promise<Flow | Ends | SupportPart | LaterParts | OffersPart | OfferShard | PlacesPart | AlarmsPart | UnderstandingPart> {
  if (kind === 'flow' || kind === 'ends') return {flow: readFlow, ends: readEnds}[kind](value, id);
  if (kind === 'support' || kind === 'later') return {support: readSupport, later: readLater}[kind](value);
  if (kind === 'understanding' || kind === 'alarms') {
    const {readAlarms, readUnderstanding} = await import('./validate-understanding.js');
    return {alarms: readAlarms, understanding: readUnderstanding}[kind](value);
  }
  const {readOffers, readPlaces, readShard} = await import('./validate-offers.js');
  return {offers: readOffers, places: readPlaces, shard: readShard}[kind](value);
}

/** Targets, footnotes and glossary words below `value` exist. The bounds were checked: this recursion ends. */
function checkReferences(value: unknown, steps: ReadonlySet<string> | undefined, flowId: string | undefined, sources: number, terms: object): void {
  if (typeof value !== 'object' || value === null) return;
  const {t, to, n, id} = value as {t?: unknown; to?: Target; n?: number; id?: string};
  if (typeof to === 'object' && (to.flow === undefined || to.flow === flowId) && !steps?.has(to.step)) fail(`A link leads to "${to.step}", which is not there.`);
  if (t === 'src' && n !== undefined && n > sources) fail(`A footnote ${n} is not there.`);
  if (t === 'term' && id !== undefined && !Object.hasOwn(terms, id)) fail(`The word "${id}" is not explained.`);
  for (const child of Object.values(value)) checkReferences(child, steps, flowId, sources, terms);
}

function named(part: {id: string}, id: string | undefined): void {
  if (id !== undefined && part.id !== id) fail(`The part of "${id}" is that of "${part.id}".`);
}

function unique(ids: readonly string[], what: string): readonly string[] {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) fail(`The ${what} "${id}" is there twice.`);
    seen.add(id);
  }
  return ids;
}

function fail(message: string): never {
  throw new PackError('pakket-ongeldig', message);
}
