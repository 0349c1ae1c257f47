import type {Flow} from '../../model/flow.js';
import type {ContactWords} from '../../model/manifest.js';
import type {SupportPart} from '../../model/support.js';
import type {Diagnostics} from '../diagnostics.js';
import {emitFlow} from '../emit-flow.js';
import {emitSupport} from '../emit-support.js';
import {emitTeaching, type Speech} from '../understanding/emit-teaching.js';
import type {Teaching} from '../understanding/teaching.js';
import type {PackLayer} from '../layers.js';
import type {PackContext} from '../pack-context.js';
import {Placeholders} from '../placeholders.js';
import type {ReadPack} from '../read-layers.js';
import {SOURCE_PREFIX, voice, type Voices} from '../voices.js';
import {LANGUAGE_FOLDER} from './languages.js';
import {readLanguage} from './read-language.js';
import type {SpokenAlarms, SpokenFlow, SpokenSupport} from './speech.js';
import {emptyState, type LanguageState} from './state.js';
import {translateAlarms} from './translate-alarms.js';
import {translateSupport} from './translate-support.js';
import {translateFacts, translateGlossary, translatePack, translateSpoken} from './translate-words.js';
import {Translator} from './translator.js';

/** A pack in one language besides its own, with Dutch where a translation lacks. */
export interface TranslatedPack {
  lang: string;
  flows: Flow[];
  support?: SupportPart;
  teaching?: Teaching;
  contact?: ContactWords;
}

/** What every language needs of the whole pack: calls for help in all languages, and kinds of support with offers. */
export interface WholePack {
  alarms: readonly SpokenAlarms[];
  offers: readonly string[];
}

/** A language that was read and laid over its source, not yet emitted. */
export interface ReadLanguage {
  state: LanguageState;
  alarms: SpokenAlarms | undefined;
  emit(context: PackContext, source: Placeholders, whole: WholePack): TranslatedPack | undefined;
}

/** Reads the languages of a pack, and tells what is missing, stale or misshapen. */
export function readLanguages(read: ReadPack, layers: readonly PackLayer[], diagnostics: Diagnostics): ReadLanguage[] {
  const {pack, packFile} = read;
  const wanted = pack.languages.slice(1);
  if (packFile) checkFolders(layers[0]!, wanted, read, diagnostics);
  return wanted.map((lang) => {
    const folders = readLanguage(lang, layers, diagnostics);
    const state = emptyState(lang);
    const translator = new Translator(lang, folders, read, state, diagnostics);
    const flows = new Map<string, SpokenFlow>();
    for (const flow of read.flows.values()) {
      const spoken = translator.flow(flow);
      if (spoken && !flow.shared) flows.set(flow.id, spoken);
    }
    const support = translateSupport(translator);
    const alarms = translateAlarms(translator);
    translator.reportMissingFiles();
    return {state, alarms, emit: (context, source, whole) => emitLanguage(translator, {flows, support, alarms}, context, source, whole)};
  });
}

function emitLanguage(translator: Translator, {flows, support, alarms}: {flows: Map<string, SpokenFlow>; support: SpokenSupport | undefined; alarms: SpokenAlarms | undefined}, context: PackContext, source: Placeholders, whole: WholePack): TranslatedPack | undefined {
  if (flows.size === 0 && !support) return undefined;
  const {lang} = translator;
  const pack = translatePack(translator);
  const facts = translateFacts(translator);
  const placeholders = new Placeholders({...context, pack, facts});
  const glossary = translateGlossary(translator);
  const voices: Voices = {source: voice(source, context.glossary, SOURCE_PREFIX), translated: voice(placeholders, glossary)};
  const emitted = [...flows].map(([id, spoken]) => emitFlow(context.flows.get(id)!, context, voices, spoken));
  const part = support && emitSupport(context, voices, support);
  const contact = contactWords(source, placeholders);
  const speech: Speech = {
    lang,
    voices,
    flows: emitted,
    support: part,
    phrases: (kind) => support?.kind(context.support.get(kind)!)?.phrases ?? [],
    says: (section) => translateSpoken(section, translator),
    also: new Map([...(glossary?.words ?? [])].map(([id, {word, also}]) => [id, [word, ...also]])),
    alarms,
    offers: whole.offers,
  };
  const teaching = emitTeaching(context, speech, whole.alarms);
  return {lang, flows: emitted, teaching, ...(part ? {support: part} : {}), ...(contact ? {contact} : {})};
}

/** What of the contact differs from the source. */
function contactWords(source: Placeholders, translated: Placeholders): ContactWords | undefined {
  const words: ContactWords = {};
  for (const [key, field] of [['name', 'naam'], ['address', 'adres'], ['hours', 'tijden']] as const) {
    const said = translated.contactText(field);
    if (said && said !== source.contactText(field)) words[key] = said;
  }
  return Object.keys(words).length ? words : undefined;
}

/** Folders of languages that `talen` does not name would silently do nothing; and `u` asks for a folder. */
function checkFolders({files}: PackLayer, wanted: readonly string[], {pack, packFile}: ReadPack, diagnostics: Diagnostics): void {
  const folders = new Set(files.map(({path}) => path.split('/')).filter(({length}) => length > 1).map(([top]) => top!).filter((top) => LANGUAGE_FOLDER.test(top)));
  const place = {file: packFile!, at: pack.languagesAt};
  for (const lang of folders) {
    if (!pack.languages.includes(lang)) diagnostics.warn('vertaling/ontbreekt', place, `De map «${lang}» staat niet bij «talen», dus niemand leest die vertaling.`, `Zet haar erbij: «talen: [${[...pack.languages, lang].join(', ')}]».`);
  }
  if (pack.address === 'u' && !wanted.includes('nl-u')) {
    diagnostics.warn('vertaling/ontbreekt', {file: packFile!, at: pack.addressAt}, 'De aanspreekvorm is «u», maar er is geen vertaling in de u-vorm: de teksten blijven in «je».', 'Maak er een met «mantelzorg vertaal <pakket> --naar nl-u», of kies «aanspreekvorm: je».');
  }
}
