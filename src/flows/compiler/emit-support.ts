import type {SupportKind, SupportPart} from '../model/support.js';
import {emitBlocks, emitTerms} from './emit-blocks.js';
import {didYouMean} from '../conditions/suggest.js';
import {offsetAt} from './mapped-text.js';
import type {PackContext} from './pack-context.js';
import type {FieldText, SupportSource} from './parse-support.js';
import {TextResolver} from './text-resolver.js';
import {compareText} from './diagnostics.js';
import {shorten} from './front-fields.js';
import type {SpokenSupport} from './translate/speech.js';
import type {Voices} from './voices.js';

/** The compiled kinds of support in the language of the source or of `spoken`, or nothing when the pack has none. */
export function emitSupport(context: PackContext, voices: Voices, spoken?: SpokenSupport): SupportPart | undefined {
  const order = readOrder(context);
  if (context.support.size === 0) return undefined;
  const used = new Set<string>();
  const kinds = order.flatMap((id): SupportKind[] => {
    const source = context.support.get(id);
    if (!source) return [];
    const said = spoken?.kind(source);
    const kind = emitKind(said ?? source, new TextResolver(context, voices), used);
    return [spoken && !said ? {...kind, lang: 'nl'} : kind];
  });
  const explainer = new TextResolver(context, voices, false);
  for (const id of used) explainer.usedTerms.add(id);
  // The chat explains whatever somebody asks after.
  const {source, translated} = voices;
  if (context.flows.has('chat')) for (const id of (translated ?? source).glossary?.words.keys() ?? []) explainer.usedTerms.add(translated ? id : source.prefix + id);
  const terms = emitTerms(explainer);
  return {lang: spoken?.lang ?? 'nl', order, kinds, ...(spoken?.note ? {note: spoken.note} : {}), ...(terms ? {terms} : {})};
}

/** `volgorde` first, then what it does not name, by id. */
function readOrder({pack, support, removed, diagnostics}: PackContext): string[] {
  const order: string[] = [];
  for (const raw of pack.order) {
    const id = raw.text.trim();
    const place = {file: raw.file, at: offsetAt(raw, 0)};
    // What a layer above took away may still have its place in the order below.
    if (!support.has(id) && (removed.get(`steun/${id}.md`)?.file.layer ?? Infinity) < raw.file.layer) continue;
    if (!support.has(id)) diagnostics.error('koppeling/onbekend', place, `In «volgorde» staat «${shorten(id)}», maar die soort steun bestaat niet.`, didYouMean(id, support.keys(), `Maak steun/${shorten(id)}.md, of haal de regel weg.`), {lacks: {t: 'file', path: `steun/${id}.md`}});
    else if (order.includes(id)) diagnostics.error('pakket/veld', place, `In «volgorde» staat «${id}» twee keer.`, 'Haal er een weg.');
    else order.push(id);
  }
  return [...order, ...[...support.keys()].filter((id) => !order.includes(id)).sort(compareText)];
}

function emitKind(source: SupportSource, resolver: TextResolver, used: Set<string>): SupportKind {
  const {conditions} = resolver.context;
  const seen = new Set<string>();
  const running = (text: FieldText | undefined) => (text ? resolver.inlines(text.c, text.from, 'running', seen) : []);
  const fits = source.fits.flatMap(({when, weight, because}) => {
    const condition = conditions.lower(when);
    const reason = resolver.inlines(because.c, because.from, 'label');
    return condition ? [{when: condition, weight, because: reason}] : [];
  });
  const unless = source.unless && conditions.lower(source.unless);
  const body = emitBlocks(source.body, source.bodyFrom, resolver, seen);
  const firstStep = running(source.firstStep);
  const costs = running(source.costs);
  const expect = running(source.expect);
  for (const id of resolver.usedTerms) used.add(id);
  return {
    id: source.id,
    title: source.title ? resolver.voiceOf(source).placeholders.plain(source.title, source.title.file) : '',
    function: source.function ?? 'informatie',
    route: source.route ?? 'voorkomen',
    ...(fits.length ? {fits} : {}),
    ...(unless ? {unless} : {}),
    firstStep,
    arrangedBy: source.arrangedBy,
    ...(costs.length ? {costs} : {}),
    ...(expect.length ? {expect} : {}),
    body,
    ...(resolver.sources.length ? {sources: resolver.sources} : {}),
  };
}
