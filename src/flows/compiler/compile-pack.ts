import type {Domains} from '../conditions/domain.js';
import type {Flow} from '../model/flow.js';
import type {Contact, Manifest} from '../model/manifest.js';
import {FORMAT} from '../model/manifest.js';
import type {OfferKind, PlacesPart} from '../model/offer.js';
import type {SupportPart} from '../model/support.js';
import {PackError, readFlow, readSupport} from '../model/validate.js';
import {compareText, Diagnostics, type Diagnostic} from './diagnostics.js';
import {emitFlow} from './emit-flow.js';
import {emitSupport} from './emit-support.js';
import {gatherDomains} from './gather-domains.js';
import {isEmail, siteHref} from './hrefs.js';
import {checkLanguage} from './language/check-language.js';
import type {Speller} from './language/speller.js';
import {baseOf, noSuchPack, type BaseProblem, type PackLayer} from './layers.js';
import {offsetAt} from './mapped-text.js';
import {Conditions, type Origins, type PackContext} from './pack-context.js';
import {gatherOffers, type LocatedOffer} from './offers/gather-offers.js';
import {offerKinds} from './offers/offer-kinds.js';
import {giveToOwner} from './owner.js';
import type {ContactField, PackSource} from './parse-pack.js';
import {Placeholders} from './placeholders.js';
import type {LanguageState} from './translate/state.js';
import {readLanguages, type TranslatedPack} from './translate/translate-pack.js';
import {voice} from './voices.js';
import {provePack, type ProofCost} from './prove/prove-pack.js';
import {readLayers, readOwnPack, type ReadPack} from './read-layers.js';
import {checkChanged, type Replaced} from './replaced.js';
import {checkUnusedNotes, checkUnusedSteps} from './rules/onbereikt.js';
import {checkExpired} from './rules/feit-verlopen.js';
import {checkUnusedNames} from './rules/naam-ongebruikt.js';
import {checkDoubleAnswers} from './rules/stap-dubbel.js';
import {checkShape} from './rules/stap-vorm.js';
import type {PackFile} from './sort-files.js';
import {emitTeaching, type Speech} from './understanding/emit-teaching.js';
import type {Teaching} from './understanding/teaching.js';

export interface CompileOptions {
  /** The day to judge dates by, as `2026-11-22`. */
  today: string;
  /** Name of the pack's folder: diagnostics call files `<packDir>/<path>`. */
  packDir: string;
  /** False looks at the words and links only, and proves nothing about visitors. */
  prove?: boolean;
  /** Called while the proof goes on: how many of so many steps were looked at. May begin anew. */
  onProofStep?: ((done: number, of: number) => void) | undefined;
  /** Checks how words are written; without one nothing is said of spelling. */
  speller?: Speller | undefined;
  /** The packs that this one builds on (`gebaseerd-op`), nearest first; `findBases` finds them. */
  bases?: readonly PackLayer[] | undefined;
  /** Why there are no more of them, when one is missing. */
  baseProblem?: BaseProblem | undefined;
}

/** A pack without problems, not yet cut into files (`packParts` does that). */
export interface CompiledPack {
  manifest: Omit<Manifest, 'version' | 'parts'>;
  flows: Flow[];
  support?: SupportPart;
  /** What the chat understands. */
  /** What the chat is taught in the source's language. */
  teaching: Teaching;
  /** The same in other languages. */
  translations: TranslatedPack[];
  /** Who gives which support where, of all layers; by place. */
  offers: LocatedOffer[];
  /** The kinds of support that these are of. */
  offerKinds: OfferKind[];
  /** What the pack knows of places besides the open table. */
  places?: PlacesPart;
  /** Pictures that texts refer to, by their path in the pack. */
  images: Map<string, Uint8Array>;
  /** Every name with what it can hold, for proofs. */
  domains: Domains;
}

export interface Compiled {
  pack?: CompiledPack;
  diagnostics: Diagnostic[];
  /** Where each emitted step, answer, route and block was written. */
  origins: Origins;
  /** What the pack itself puts in the place of something in the packs below. */
  replaced: readonly Replaced[];
  /** How far each language besides Dutch is. */
  languages: readonly LanguageState[];
  /** How many offers there are, of all layers, and how many of the pack's own were left out. */
  offers: {count: number; dropped: number};
  /** What the proof cost; nothing where it was not come to. */
  proof?: ProofCost | undefined;
}

/** Compiles the files of a pack. Pure; reports every problem it finds, and gives a pack only when none is an error. */
export function compilePack(files: readonly PackFile[], {packDir, bases = [], ...options}: CompileOptions): Compiled {
  return compileLayers([{packDir, files}, ...bases], options);
}

type LayerOptions = Omit<CompileOptions, 'packDir' | 'bases'>;

/**
 * `layers[0]` is the pack itself. Layers are merged as parsed sources, not as text: every step, answer and field keeps
 * the file it stands in (`step.flow.file`, `from`, `PlacedText`), so that messages, footnotes and translations find it.
 */
function compileLayers(layers: readonly PackLayer[], options: LayerOptions): Compiled {
  const diagnostics = new Diagnostics();
  const problem = missingBase(layers, options);
  if (problem) {
    // Without the base nothing can be looked up, and what the pack leaves to it is not missing.
    reportBase(problem, layers, readOwnPack(layers[0]!, diagnostics), diagnostics);
    return {diagnostics: diagnostics.sorted(), origins: new WeakMap(), replaced: [], languages: [], offers: {count: 0, dropped: 0}};
  }
  const read = readLayers(layers, diagnostics);
  const {origins, languages, proof, dropped, ...pack} = compileRead(read, layers, options, diagnostics);
  const found = giveToOwner(diagnostics.sorted(), read, layers, () => problemsOf(layers.slice(1), options));
  return {...(diagnostics.hasErrors ? {} : {pack}), diagnostics: found, origins, replaced: read.replaced, languages, offers: {count: pack.offers.length, dropped}, proof};
}

/** What layers have wrong by themselves, each at the place where it stands. */
function problemsOf(layers: readonly PackLayer[], options: LayerOptions): Diagnostic[] {
  const diagnostics = new Diagnostics();
  compileRead(readLayers(layers, diagnostics), layers, options, diagnostics);
  return diagnostics.sorted();
}

function missingBase(layers: readonly PackLayer[], {baseProblem}: LayerOptions): BaseProblem | undefined {
  const name = baseOf(layers.at(-1)!.files);
  return baseProblem ?? (name === undefined ? undefined : {in: layers.length - 1, rule: 'pakket/veld', ...noSuchPack(name, [])});
}

function reportBase(problem: BaseProblem, layers: readonly PackLayer[], own: PackSource | undefined, diagnostics: Diagnostics): void {
  const {packDir} = layers[problem.in] ?? layers[0]!;
  const [message, hint] = problem.in === 0 ? [problem.message, problem.hint] : [`Deze fout zit in de basis, in «${packDir}/pakket.md»: ${problem.message}`, `Vraag de makers van «${packDir.replace(/^.*\//, '')}» dit op te lossen.`];
  if (own) diagnostics.error(problem.rule, {file: own.file, at: own.base ? offsetAt(own.base, 0) : 0}, message, hint);
  else diagnostics.errorInFile(problem.rule, `${layers[0]!.packDir}/pakket.md`, message, hint);
}

function compileRead(read: ReadPack, layers: readonly PackLayer[], {today, prove = true, onProofStep, speller}: LayerOptions, diagnostics: Diagnostics): CompiledPack & Pick<Compiled, 'origins' | 'languages' | 'proof'> & {dropped: number} {
  const {pack, packFile, flows, support, images, own} = read;
  const {domains, origins} = gatherDomains(flows.values(), diagnostics);
  const context: PackContext = {
    pack,
    facts: read.facts,
    glossary: read.glossary,
    alarms: read.alarms,
    examples: read.examples,
    flows,
    support,
    unreadable: read.unreadable,
    removed: read.removed,
    images: new Set(images.keys()),
    conditions: new Conditions(domains, diagnostics),
    usedNotes: new Set(),
    usedSteps: new Set(),
    origins: new WeakMap(),
    diagnostics,
  };
  lowerConcepts(context);
  const placeholders = new Placeholders(context);
  const voices = {source: voice(placeholders, context.glossary)};
  for (const step of [...flows.values()].flatMap(({steps}) => steps)) {
    checkDoubleAnswers(step, diagnostics);
    checkShape(step, diagnostics);
  }
  const emitted = [...flows.values()].filter((flow) => !flow.shared).map((flow) => emitFlow(flow, context, voices));
  const part = emitSupport(context, voices);
  const {offers, places, dropped} = gatherOffers({layers, sorted: read.layers, kinds: support, removed: (kind) => read.removed.has(`steun/${kind}.md`), today}, diagnostics);
  const languages = readLanguages(read, layers, diagnostics);
  const alarms = languages.flatMap((language) => language.alarms ?? []);
  const offered = [...new Set(offers.flatMap(({offer}) => offer.support))].sort(compareText);
  const speech: Speech = {
    lang: pack.languages[0] ?? 'nl',
    voices,
    flows: emitted,
    support: part,
    phrases: (kind) => support.get(kind)?.phrases ?? [],
    says: ({says}) => says.map(({text}) => text),
    also: new Map([...(read.glossary?.words ?? [])].map(([id, {word, also}]) => [id, [word, ...also]])),
    alarms: undefined,
    offers: offered,
  };
  const teaching = emitTeaching(context, speech, alarms);
  const translations = diagnostics.hasErrors ? [] : languages.flatMap((language) => language.emit(context, placeholders, {alarms, offers: offered}) ?? []);
  const manifest = emitManifest(context, placeholders, translations);
  checkLanguage(context, {speller, words: read.words, isOwn: ({layer}) => layer === 0, layer: layers[0]!});
  checkExpired(context.facts.values(), today, diagnostics);
  checkUnusedNames(context.conditions, origins, diagnostics);
  for (const flow of flows.values()) if (flow.shared) checkUnusedSteps(flow, context.usedSteps, diagnostics);
  for (const {file, notes} of [...own.flows, ...own.support]) checkUnusedNotes(notes.values(), context.usedNotes, file, diagnostics);
  checkChanged(read.replaced, diagnostics);
  if (flows.size === 0 && read.unreadable.size === 0 && packFile) {
    diagnostics.error('pakket/veld', {file: packFile, at: 0}, 'Dit pakket heeft geen gesprekken.', 'Zet minstens één gesprek in de map gesprekken.');
  }
  if (!diagnostics.hasErrors) {
    checkReadable({flows: emitted, support: part}, layers[0]!.packDir, diagnostics);
    for (const {lang, ...spoken} of translations) checkReadable(spoken, `${layers[0]!.packDir}/${lang}`, diagnostics);
  }
  const proof = prove && !diagnostics.hasErrors ? provePack(emitted, part, context, {onStep: onProofStep}) : undefined;
  const whole = {manifest, flows: emitted, ...(part ? {support: part} : {}), teaching, translations};
  return {...whole, offers, offerKinds: offerKinds(part?.order ?? [], support, offers), ...(places ? {places} : {}), dropped, images: usedImages(images, whole), domains, origins: context.origins, languages: languages.map(({state}) => state), proof};
}

/** What readers of foreign packs would refuse (a text or a list beyond their limits) is refused here already. */
function checkReadable({flows, support}: {flows: readonly Flow[]; support?: SupportPart | undefined}, packDir: string, diagnostics: Diagnostics): void {
  const check = (read: (value: unknown) => unknown, value: unknown, path: string) => {
    try {
      read(JSON.parse(JSON.stringify(value, (_, part: unknown) => (isImage(part) ? {...part, src: 'beeld.svg'} : part))));
    } catch (error) {
      if (!(error instanceof PackError)) throw error;
      diagnostics.errorInFile('pakket/onleesbaar', `${packDir}/${path}`, `In «${path}» staat iets dat te lang of te groot is om te tonen (${error.message}).`, 'Maak teksten en lijsten korter, of verdeel het bestand.');
    }
  };
  for (const flow of flows) check(readFlow, flow, `gesprekken/${flow.id}.md`);
  if (support) check(readSupport, support, 'steun');
}

/** Named conditions and wordings are checked also where nothing uses them. */
function lowerConcepts({pack, flows, conditions}: PackContext): void {
  const scopes = [pack.concepts, ...[...flows.values()].map((flow) => flow.concepts)];
  for (const concepts of scopes) for (const [name, source] of concepts) conditions.lower(source, name);
  for (const {cases} of pack.wording.values()) for (const {condition} of cases) conditions.lower(condition);
}

function emitManifest(context: PackContext, placeholders: Placeholders, translations: readonly TranslatedPack[]): CompiledPack['manifest'] {
  const {pack, diagnostics} = context;
  const text = (field: ContactField) => placeholders.contactText(field);
  const contact: Contact = {name: text('naam') ?? ''};
  const phone = text('telefoon');
  const email = text('email');
  const website = text('website');
  const address = text('adres');
  const hours = text('tijden');
  const complain = (field: ContactField, message: string, hint: string) => {
    const raw = pack.contact.get(field)!;
    diagnostics.error('pakket/veld', {file: raw.file, at: offsetAt(raw, 0)}, message, hint);
  };
  if (phone) {
    if (!/^[+\d][\d\s().-]{2,}$/.test(phone)) complain('telefoon', `«${phone}» is geen telefoonnummer.`, 'Schrijf alleen cijfers, spaties en streepjes.');
    contact.phone = phone;
  }
  if (email) {
    if (!isEmail(email)) complain('email', `«${email}» is geen mailadres.`, 'Schrijf bijvoorbeeld info@voorbeeld.nl.');
    contact.email = email;
  }
  if (website) {
    const href = siteHref(website);
    if (!href) complain('website', `«${website}» is geen adres van een beveiligde site.`, 'Schrijf bijvoorbeeld https://www.voorbeeld.nl.');
    contact.website = href ?? website;
  }
  if (address) contact.address = address;
  if (hours) contact.hours = hours;
  const words = translations.flatMap(({lang, contact: said}) => (said ? [[lang, said] as const] : []));
  if (words.length) contact.words = Object.fromEntries(words);
  const area = pack.area.map((raw) => raw.text.trim());
  return {
    formaat: FORMAT,
    id: pack.id,
    name: pack.name ? placeholders.plain(pack.name, pack.file) : '',
    organisation: placeholders.organisationText,
    languages: [pack.languages[0] ?? 'nl', ...translations.map(({lang}) => lang)],
    address: pack.address,
    contact,
    ...(area.length ? {area} : {}),
  };
}

function usedImages(images: ReadonlyMap<string, Uint8Array>, pack: Pick<CompiledPack, 'flows' | 'support' | 'translations'>): Map<string, Uint8Array> {
  const used = new Set<string>();
  JSON.stringify([pack.flows, pack.support ?? null, pack.translations], (_, value: unknown) => {
    if (isImage(value)) used.add(value.src);
    return value;
  });
  return new Map([...images].filter(([path]) => used.has(path)).sort(([a], [b]) => compareText(a, b)));
}

export function isImage(value: unknown): value is {t: 'img'; src: string} {
  return typeof value === 'object' && value !== null && 't' in value && value.t === 'img';
}
