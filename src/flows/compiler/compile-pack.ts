import type {Domains} from '../conditions/domain.js';
import type {Flow} from '../model/flow.js';
import type {Contact, Manifest} from '../model/manifest.js';
import {FORMAT} from '../model/manifest.js';
import type {SupportPart} from '../model/support.js';
import {PackError, readFlow, readSupport} from '../model/validate.js';
import {compareText, Diagnostics, type Diagnostic} from './diagnostics.js';
import {emitFlow} from './emit-flow.js';
import {emitSupport} from './emit-support.js';
import type {FlowSource} from './flow-ast.js';
import {gatherDomains} from './gather-domains.js';
import {isEmail, siteHref} from './hrefs.js';
import {checkLanguage} from './language/check-language.js';
import {readWordList, type Speller} from './language/speller.js';
import {offsetAt} from './mapped-text.js';
import {Conditions, type Origins, type PackContext} from './pack-context.js';
import {parseFacts} from './parse-facts.js';
import {parseFlow} from './parse-flow.js';
import {parseGlossary} from './parse-glossary.js';
import {parsePack, type ContactField, type PackSource} from './parse-pack.js';
import {parseSupport, type SupportSource} from './parse-support.js';
import {Placeholders} from './placeholders.js';
import {provePack} from './prove/prove-pack.js';
import {readFile} from './read-file.js';
import {checkUnusedNotes, checkUnusedSteps} from './rules/onbereikt.js';
import {checkExpired} from './rules/feit-verlopen.js';
import {checkUnusedNames} from './rules/naam-ongebruikt.js';
import {checkDoubles} from './rules/stap-dubbel.js';
import {checkShape} from './rules/stap-vorm.js';
import {sortFiles, type PackFile} from './sort-files.js';
import type {SourceFile} from './source-file.js';

export interface CompileOptions {
  /** The day to judge dates by, as `2026-11-22`. */
  today: string;
  /** Name of the pack's folder: diagnostics call files `<packDir>/<path>`. */
  packDir: string;
  /** False looks at the words and links only, and proves nothing about visitors. */
  prove?: boolean;
  /** Checks how words are written; without one nothing is said of spelling. */
  speller?: Speller | undefined;
}

/** A pack without problems, not yet cut into files (`packParts` does that). */
export interface CompiledPack {
  manifest: Omit<Manifest, 'version' | 'parts'>;
  flows: Flow[];
  support?: SupportPart;
  /** Pictures that texts refer to, by their path in the pack. */
  images: Map<string, Uint8Array>;
  /** Every name with what it can hold, for proofs. */
  domains: Domains;
}

/**
 * Compiles the files of a pack. Pure; reports every problem it finds, and gives a pack only when none is an error.
 * `origins` tells where each emitted step, answer, route and block was written.
 */
export function compilePack(files: readonly PackFile[], {today, packDir, prove = true, speller}: CompileOptions): {pack?: CompiledPack; diagnostics: Diagnostic[]; origins: Origins} {
  const diagnostics = new Diagnostics();
  const sorted = sortFiles(files, packDir, diagnostics);
  const read = (file: PackFile) => readFile(file.path, `${packDir}/${file.path}`, file.bytes, diagnostics);
  const packFile = sorted.pack && read(sorted.pack);
  const pack = packFile ? parsePack(packFile, diagnostics) : emptyPack();
  const {concepts} = pack;

  const factsFile = sorted.facts && read(sorted.facts);
  const glossaryFile = sorted.glossary && read(sorted.glossary);
  const flows = new Map<string, FlowSource>();
  const unreadable = new Set<string>();
  for (const file of sorted.flows) {
    const source = read(file);
    if (source) {
      const flow = parseFlow(source, concepts, diagnostics);
      flows.set(flow.id, flow);
    } else {
      unreadable.add(file.path.replace(/^.*\//, '').replace(/\.md$/, ''));
    }
  }
  const support = new Map<string, SupportSource>();
  for (const file of sorted.support) {
    const source = read(file);
    const kind = source && parseSupport(source, concepts, diagnostics);
    if (kind) support.set(kind.id, kind);
  }

  const {domains, origins} = gatherDomains(flows.values(), diagnostics);
  const context: PackContext = {
    pack,
    facts: factsFile ? parseFacts(factsFile, diagnostics) : new Map(),
    glossary: glossaryFile && parseGlossary(glossaryFile, concepts, diagnostics),
    flows,
    support,
    unreadable,
    images: new Set(sorted.images.keys()),
    conditions: new Conditions(domains, diagnostics),
    usedNotes: new Set(),
    usedSteps: new Set(),
    origins: new WeakMap(),
    diagnostics,
  };
  lowerConcepts(context);
  const placeholders = new Placeholders(context);
  for (const flow of flows.values()) {
    checkDoubles(flow, diagnostics);
    for (const step of flow.steps) checkShape(step, diagnostics);
  }
  const emitted = [...flows.values()].filter((flow) => !flow.shared).map((flow) => emitFlow(flow, context, placeholders));
  const part = emitSupport(context, placeholders);
  const manifest = {...emitManifest(context, placeholders)};
  const wordList = sorted.spelling && read(sorted.spelling);
  checkLanguage(context, {speller, words: readWordList(wordList?.text ?? ''), isOwn: () => true});
  checkExpired(context.facts.values(), today, diagnostics);
  checkUnusedNames(context.conditions, origins, diagnostics);
  for (const flow of flows.values()) if (flow.shared) checkUnusedSteps(flow, context.usedSteps, diagnostics);
  for (const {file, notes} of [...flows.values(), ...support.values()]) checkUnusedNotes(notes.values(), context.usedNotes, file, diagnostics);
  if (emitted.length === 0 && sorted.flows.length === 0 && packFile) {
    diagnostics.error('pakket/veld', {file: packFile, at: 0}, 'Dit pakket heeft geen gesprekken.', 'Zet minstens één gesprek in de map gesprekken.');
  }
  if (!diagnostics.hasErrors) checkReadable(emitted, part, packDir, diagnostics);
  if (prove && !diagnostics.hasErrors) provePack(emitted, part, context);
  const found = diagnostics.sorted();
  if (diagnostics.hasErrors) return {diagnostics: found, origins: context.origins};
  return {pack: {manifest, flows: emitted, ...(part ? {support: part} : {}), images: usedImages(sorted.images, emitted, part), domains}, diagnostics: found, origins: context.origins};
}

/** What readers of foreign packs would refuse (a text or a list beyond their limits) is refused here already. */
function checkReadable(flows: readonly Flow[], support: SupportPart | undefined, packDir: string, diagnostics: Diagnostics): void {
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

function emitManifest(context: PackContext, placeholders: Placeholders): CompiledPack['manifest'] {
  const {pack, diagnostics} = context;
  const text = (field: ContactField) => placeholders.contactText(field);
  const contact: Contact = {name: text('naam') ?? ''};
  const phone = text('telefoon');
  const email = text('email');
  const website = text('website');
  const address = text('adres');
  const hours = text('tijden');
  const complain = (field: ContactField, message: string, hint: string) => {
    diagnostics.error('pakket/veld', {file: pack.file, at: offsetAt(pack.contact.get(field)!, 0)}, message, hint);
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
  const area = pack.area.map((raw) => raw.text.trim());
  return {
    formaat: FORMAT,
    id: pack.id,
    name: pack.name ? placeholders.plain(pack.name, pack.file) : '',
    organisation: placeholders.organisationText,
    // Other languages join when they are compiled.
    languages: pack.languages.slice(0, 1),
    address: pack.address,
    contact,
    ...(area.length ? {area} : {}),
  };
}

function usedImages(images: ReadonlyMap<string, Uint8Array>, flows: readonly Flow[], support: SupportPart | undefined): Map<string, Uint8Array> {
  const used = new Set<string>();
  JSON.stringify([flows, support ?? null], (_, value: unknown) => {
    if (isImage(value)) used.add(value.src);
    return value;
  });
  return new Map([...images].filter(([path]) => used.has(path)).sort(([a], [b]) => compareText(a, b)));
}

export function isImage(value: unknown): value is {t: 'img'; src: string} {
  return typeof value === 'object' && value !== null && 't' in value && value.t === 'img';
}

function emptyPack(): PackSource {
  return {file: undefined as unknown as SourceFile, id: '', languages: ['nl'], address: 'je', contact: new Map(), area: [], concepts: new Map(), wording: new Map(), order: []};
}
