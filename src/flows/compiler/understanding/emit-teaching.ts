import {didYouMean} from '../../conditions/suggest.js';
import type {Block, Inline} from '../../model/node.js';
import type {SupportPart} from '../../model/support.js';
import type {Flow} from '../../model/flow.js';
import type {Alarm} from '../../model/alarms.js';
import {distinctWords} from '../../../understanding/distinct-words.js';
import {emitBlocks} from '../emit-blocks.js';
import {shorten} from '../front-fields.js';
import type {PackContext} from '../pack-context.js';
import type {AlarmSource} from '../parse-alarms.js';
import type {SpokenWords} from '../parse-spoken.js';
import {TextResolver} from '../text-resolver.js';
import {examplesOf} from './parse-examples.js';
import type {TaughtTarget, Teaching} from './teaching.js';
import type {SpokenAlarms} from '../translate/speech.js';
import type {Voices} from '../voices.js';

/** What one language says, gathered for its part. */
export interface Speech {
  lang: string;
  voices: Voices;
  flows: readonly Flow[];
  support: SupportPart | undefined;
  /** `zoekwoorden` of a kind of support, in this language. */
  phrases: (kind: string) => readonly string[];
  /** What is said for a section of `woorden.md`, in this language. */
  says: (section: SpokenWords) => readonly string[];
  /** Words that a glossary word stands for, by its id. */
  also: ReadonlyMap<string, readonly string[]>;
  alarms: SpokenAlarms | undefined;
  /** Kinds of support that the pack has offers of. */
  offers: readonly string[];
}

/** What the chat is taught in one language. `others` are the calls for help in all languages of the pack. */
export function emitTeaching(context: PackContext, speech: Speech, others: readonly SpokenAlarms[]): Teaching {
  const {lang, also} = speech;
  const sections = [...(context.glossary?.spoken.values() ?? [])].flatMap((section) => {
    const says = [...speech.says(section)];
    return says.length ? [{section, says}] : [];
  });
  const teaching: Teaching = {lang, targets: targetsOf(context, speech, sections), alarms: [], learns: [], asides: [], languages: [], synonyms: [], terms: [], where: [], what: [], person: [], offers: [...speech.offers], examples: []};
  for (const [id, words] of also) teaching.terms.push({id, says: [...words]});
  for (const {section, says} of sections) {
    const {use} = section;
    if (use.t === 'learn' && knows(section, context)) teaching.learns.push({name: use.name, ...(use.value === 'getal' ? {} : {value: use.value}), ...(use.set ? {set: true as const} : {}), says});
    else if (use.t === 'aside') teaching.asides.push({id: use.id, says});
    else if (use.t === 'language' && use.lang !== lang) teaching.languages.push({lang: use.lang, says});
    else if (use.t === 'where') teaching.where.push(...says);
    else if (use.t === 'what') teaching.what.push(...says);
    else if (use.t === 'person') teaching.person.push(...says);
    else if (use.t === 'same') teaching.synonyms.push([section.title, ...says]);
  }
  teaching.examples = examplesOf(context.examples.get(lang) ?? [], {known: pathsOf(context), alarms: [...context.alarms.keys()], removed: context.removed}, context.diagnostics);
  teaching.alarms = [...context.alarms.values()].map((source) => emitAlarm(source, context, speech, others));
  return teaching;
}

type Section = {section: SpokenWords; says: string[]};

function targetsOf(context: PackContext, {flows, support, phrases, also, voices}: Speech, sections: readonly Section[]): TaughtTarget[] {
  const leading = new Map<string, string[]>();
  const titles = new Map<string, SpokenWords>();
  for (const {section, says} of sections) {
    const to = section.use.t === 'to' ? resolve(section, context) : undefined;
    if (!to) continue;
    leading.set(to, [...(leading.get(to) ?? []), ...says]);
    if (!titles.has(to)) titles.set(to, section);
  }
  const kinds = (support?.kinds ?? []).map((kind): TaughtTarget => ({
    kind: 'support',
    id: kind.id,
    title: kind.title,
    says: unique([...phrases(kind.id), ...(also.get(kind.id) ?? []), ...(leading.get(`steun/${kind.id}.md`) ?? [])]),
  }));
  const dialogues = flows.map((flow): TaughtTarget => ({
    kind: 'flow',
    id: flow.id,
    title: flow.title,
    says: unique([...(flow.description ? [flow.description] : []), ...(leading.get(`gesprekken/${flow.id}.md`) ?? [])]),
  }));
  const texts = [
    ...(support?.kinds ?? []).map(({body, firstStep, expect}) => plain([body, firstStep, expect ?? []])),
    ...flows.map(({steps}) => plain(steps.flatMap(({title, control}) => [title, ...(control && 'answers' in control ? control.answers.map(({label}) => label) : [])]))),
  ];
  const about = distinctWords(texts);
  [...kinds, ...dialogues].forEach((target, n) => {
    if (about[n]!.length) target.words = about[n]!;
  });
  const facts = [...context.facts.values()].flatMap(({id}): TaughtTarget[] => {
    const says = leading.get(`feiten.md#${id}`);
    return says ? [{kind: 'fact', id, title: id.replaceAll('-', ' '), says: unique(says), ...factOf(id, titles.get(`feiten.md#${id}`)!, voices)}] : [];
  });
  return [...kinds, ...dialogues, ...facts];
}

/** A fact as it is told by itself: also of a number that in running text speaks for itself, with its source and date. */
function factOf(id: string, {title, file, useAt}: SpokenWords, {source, translated}: Voices): Pick<TaughtTarget, 'fact'> {
  const filling = (translated ?? source).placeholders.fill(`feit.${id}`, {file, at: useAt});
  if (filling?.t !== 'fact') return {};
  const {value, href, date, source: origin, lang} = filling.fact;
  return {fact: {label: title, c: [{t: 'fact', id, c: value, ...(href ? {href} : {}), ...(date ? {date} : {}), ...(origin ? {source: origin} : {}), ...(lang ? {lang} : {})}]}};
}

/** What words of the chat can lead to, by its path in the pack. */
function pathsOf({support, flows, facts}: PackContext): string[] {
  return [...[...support.keys()].map((id) => `steun/${id}.md`), ...[...flows.keys()].map((id) => `gesprekken/${id}.md`), ...[...facts.keys()].map((id) => `feiten.md#${id}`)];
}

/** Where the link of a section leads, as its path in the pack; what leads nowhere is reported, unless it is a base's. */
function resolve({use, useAt, title, file}: SpokenWords, context: PackContext): string | undefined {
  if (use.t !== 'to') return undefined;
  const known = pathsOf(context);
  if (known.includes(use.href)) return use.href;
  // What a layer above took away leads nowhere any more, and that is no fault of the words below.
  if (!context.removed.has(use.href) && file.layer === 0) context.diagnostics.error('koppeling/onbekend', {file, at: useAt}, `De kop «${shorten(title)}» verwijst naar «${shorten(use.href)}», maar dat bestaat niet.`, didYouMean(use.href, known, 'Verwijs naar steun/….md, gesprekken/….md of feiten.md#….'));
  return undefined;
}

/** Whether some flow asks what is learned; a local pack may have taken that flow away. */
function knows({use, useAt, title, file}: SpokenWords, {conditions: {domains}, diagnostics}: PackContext): boolean {
  if (use.t !== 'learn') return false;
  const domain = domains.get(use.name);
  const wanted = use.set ? 'set' : use.value === 'getal' ? 'number' : 'choice';
  const fits = domain?.t === wanted && (domain.t === 'number' || ('values' in domain && domain.values.includes(use.value)));
  if (fits) return true;
  if (file.layer > 0) return false;
  const report = (message: string, hint: string) => diagnostics.error('voorwaarde/onbekend', {file, at: useAt}, message, hint);
  const what = `${use.name} ${use.set ? '+=' : '='} ${use.value}`;
  if (!domain) report(`Geen gesprek onthoudt «${use.name}», dus «${shorten(title)}» doet niets.`, didYouMean(use.name, domains.keys(), 'Schrijf een naam die een antwoord in een gesprek onthoudt.'));
  else if ('values' in domain && domain.t === wanted) report(`Geen antwoord onthoudt «${what}».`, didYouMean(use.value, domain.values, `Wel: ${domain.values.join(', ')}.`));
  else report(`«${what}» past niet bij wat de gesprekken onder «${use.name}» onthouden.`, domain.t === 'set' ? `Schrijf «${use.name} += …».` : domain.t === 'number' ? `Schrijf «${use.name} = getal».` : `Schrijf «${use.name} = …».`);
  return false;
}

function emitAlarm(source: AlarmSource, context: PackContext, {voices, alarms, lang}: Speech, others: readonly SpokenAlarms[]): Alarm {
  const spoken = alarms?.words.get(source.id);
  const {title, c, file, notes} = spoken ?? source;
  const scope = {file, notes, ...(spoken ? {translated: true} : {})};
  const resolver = new TextResolver(context, voices);
  const body = emitBlocks(c, scope, resolver);
  const contact: Block = {t: 'show', what: 'contact'};
  const dutch = source.says.map(({text}) => text);
  const translated = alarms?.says.get(source.id) ?? [];
  const foreign = unique([...(lang === 'nl' ? [] : dutch), ...others.filter((one) => one !== alarms).flatMap((one) => one.says.get(source.id) ?? [])]);
  const says = unique(lang === 'nl' ? dutch : translated);
  const unless = unique(lang === 'nl' ? source.unless.map(({text}) => text) : (alarms?.unless.get(source.id) ?? []));
  if (c.length && !hasPhone(body)) context.diagnostics.error('nood/zonder-nummer', {file: source.file, at: source.at}, `In de woorden bij «${source.id}» staat geen nummer om te bellen.`, 'Zet er een feit met een nummer in, zoals {{feit.spoed}}.');
  return {
    id: source.id,
    title: resolver.inlines(title, scope, 'heading'),
    c: [...body, contact],
    ...(resolver.sources.length ? {sources: resolver.sources} : {}),
    says,
    ...(foreign.length ? {foreign} : {}),
    ...(unless.length ? {unless} : {}),
    ...(alarms && !spoken ? {lang: 'nl'} : lang !== 'nl' && !spoken ? {lang: 'nl'} : {}),
  };
}

function hasPhone(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const {t, href} = value as {t?: unknown; href?: unknown};
  if (t === 'fact' && typeof href === 'string' && href.startsWith('tel:')) return true;
  return Object.values(value).some(hasPhone);
}

/** The words of emitted text, without what is only shown to the eye. */
function plain(value: readonly (Block | Inline | readonly (Block | Inline)[])[]): string {
  const out: string[] = [];
  const read = (one: unknown): void => {
    if (typeof one === 'string') out.push(one);
    else if (Array.isArray(one)) one.forEach(read);
    else if (typeof one === 'object' && one !== null && !('t' in one && (one.t === 'fact' || one.t === 'src'))) {
      const {c, items, title} = one as {c?: unknown; items?: unknown; title?: unknown};
      for (const part of [title, c, items]) read(part);
    }
  };
  read(value);
  return out.join(' ');
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)];
}
