import {NAME, slug} from '../conditions/names.js';
import {readConcepts, readCondition} from './condition-source.js';
import type {Diagnostics} from './diagnostics.js';
import type {ConditionSource} from './flow-ast.js';
import {FrontFields, shorten} from './front-fields.js';
import {readFrontMatter, type FrontEntry} from './front-matter.js';
import {offsetAt, placeText, type MappedText, type PlacedText} from './mapped-text.js';
import type {SourceFile} from './source-file.js';

const FIELDS = ['id', 'naam', 'organisatie', 'gebaseerd-op', 'talen', 'aanspreekvorm', 'contact', 'werkgebied', 'begrippen', 'woordkeus', 'volgorde'];
export const CONTACT_FIELDS = ['naam', 'telefoon', 'email', 'website', 'adres', 'tijden'] as const;
export type ContactField = (typeof CONTACT_FIELDS)[number];

/** Words that follow an earlier answer (`woordkeus`). */
export interface WordingSource {
  cases: {text: string; condition: ConditionSource}[];
  other: string;
}

export interface PackSource {
  file: SourceFile;
  id: string;
  name?: MappedText;
  organisation?: MappedText;
  /** `gebaseerd-op`, and where to point for what is wrong with the packs below. */
  base?: MappedText;
  languages: string[];
  /** Where `talen` and `aanspreekvorm` stand. */
  languagesAt: number;
  addressAt: number;
  address: 'je' | 'u';
  contact: Map<ContactField, PlacedText>;
  /** Where the contact stands in the pack's own file. */
  contactAt: number;
  area: MappedText[];
  concepts: Map<string, ConditionSource>;
  wording: Map<string, WordingSource>;
  order: PlacedText[];
}

/**
 * Reads `pakket.md`, over what the packs below say. Who the pack is of, it says itself: `id`, `naam`, `organisatie` and
 * `contact` are never taken from below.
 */
export function parsePack(file: SourceFile, diagnostics: Diagnostics, below?: PackSource): PackSource {
  const front = readFrontMatter(file, diagnostics);
  const fields = new FrontFields(front.fields, file, diagnostics, 'pakket/veld', 0, front.broken);
  fields.onlyKnown(FIELDS);
  // One map for all layers: conditions of the packs below follow the meaning that this one gives to a name.
  const concepts = below?.concepts ?? new Map<string, ConditionSource>();
  readConcepts(fields.map('begrippen'), concepts, new Map(), {file, diagnostics, concepts});
  const base = fields.text('gebaseerd-op');
  /** What a base says need not be said again, also when the base is missing (reported elsewhere). */
  const layered = below !== undefined || fields.has('gebaseerd-op');
  const name = fields.required('naam', 'Steunpunt Voorbeeldstad');
  const organisation = fields.required('organisatie', 'Gemeente Voorbeeldstad');
  return {
    file,
    id: readId(fields),
    ...(name ? {name} : {}),
    ...(organisation ? {organisation} : {}),
    ...(base ? {base} : {}),
    languages: layered && !fields.has('talen') ? (below?.languages ?? ['nl']) : readLanguages(fields),
    address: fields.oneOf('aanspreekvorm', ['je', 'u'], !layered) ?? below?.address ?? 'je',
    contact: readContact(fields, file, diagnostics, below),
    contactAt: fields.placeOf('contact'),
    languagesAt: fields.placeOf('talen'),
    addressAt: fields.placeOf('aanspreekvorm'),
    area: below && !fields.has('werkgebied') ? below.area : fields.texts('werkgebied'),
    concepts,
    wording: new Map([...(below?.wording ?? []), ...readWording(fields.map('woordkeus'), {file, diagnostics, concepts})]),
    order: readOrder(fields, file, below),
  };
}

function readId(fields: FrontFields): string {
  const raw = fields.required('id', 'voorbeeld-gemeente');
  const id = raw?.text.trim() ?? '';
  if (raw && !(NAME.test(id) && id.length <= 60)) {
    fields.fail(offsetAt(raw, 0), `«${shorten(id)}» kan geen id zijn: dat bestaat uit kleine letters, cijfers en streepjes.`, `Schrijf «id: ${slug(id).slice(0, 60) || 'voorbeeld'}».`);
  }
  return id;
}

function readLanguages(fields: FrontFields): string[] {
  if (!fields.has('talen')) fields.missing('talen', '[nl]');
  const languages: string[] = [];
  for (const raw of fields.texts('talen')) {
    const language = raw.text.trim();
    if (!/^[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,2}$/.test(language)) fields.fail(offsetAt(raw, 0), `«${shorten(language)}» is geen code van een taal.`, 'Schrijf bijvoorbeeld «talen: [nl, en]».');
    else if (languages.includes(language)) fields.fail(offsetAt(raw, 0), `De taal «${language}» staat er twee keer.`, 'Haal er een weg.');
    else languages.push(language);
  }
  if (languages.length && languages[0] !== 'nl') fields.fail(fields.placeOf('talen'), 'De eerste taal is niet «nl», terwijl de teksten in het Nederlands staan.', 'Zet nl vooraan: «talen: [nl, …]».');
  return languages.length ? languages : ['nl'];
}

/** A contact with a `naam` is another desk than the one below: nothing of that is kept. Without, it is the same desk. */
function readContact(fields: FrontFields, file: SourceFile, diagnostics: Diagnostics, below: PackSource | undefined): Map<ContactField, PlacedText> {
  const contact = new Map<ContactField, PlacedText>();
  if (!fields.has('contact')) {
    fields.missing('contact', '{ naam: Steunpunt, telefoon: 0123 456 789 }');
    return contact;
  }
  const inner = new FrontFields(fields.map('contact'), file, diagnostics, 'pakket/veld', fields.placeOf('contact'));
  inner.onlyKnown(CONTACT_FIELDS);
  const same = below && !inner.has('naam') && !inner.failed('naam');
  if (same) for (const [field, raw] of below.contact) contact.set(field, raw);
  else inner.required('naam', 'Steunpunt Mantelzorg');
  for (const field of CONTACT_FIELDS) {
    const raw = inner.text(field);
    if (raw) contact.set(field, placeText(raw, file));
  }
  if (!(['telefoon', 'email', 'website', 'adres'] as const).some((field) => contact.has(field) || inner.has(field) || inner.failed(field))) {
    fields.fail(fields.placeOf('contact'), 'Bij «contact» ontbreekt hoe mensen iemand bereiken.', 'Vul minstens één in van: telefoon, email, website, adres.');
  }
  return contact;
}

/** What the pack itself names comes first, then what the packs below name. */
function readOrder(fields: FrontFields, file: SourceFile, below: PackSource | undefined): PlacedText[] {
  const own = fields.texts('volgorde').map((raw) => placeText(raw, file));
  const named = new Set(own.map(({text}) => text.trim()));
  return [...own, ...(below?.order ?? []).filter(({text}) => !named.has(text.trim()))];
}

function readWording(entries: ReadonlyMap<string, FrontEntry>, context: {file: SourceFile; diagnostics: Diagnostics; concepts: Map<string, ConditionSource>}): Map<string, WordingSource> {
  const {file, diagnostics} = context;
  const found = new Map<string, WordingSource>();
  for (const [name, {keyAt, value}] of entries) {
    const fail = (at: number, message: string, hint: string) => diagnostics.error('pakket/veld', {file, at}, message, hint);
    if (!NAME.test(name)) fail(keyAt, `«${shorten(name)}» kan geen naam van een woordkeus zijn.`, `Schrijf «${slug(name) || 'naam'}».`);
    if (value.t !== 'map') {
      fail(keyAt, `Onder de woordkeus «${name}» ontbreken de woorden.`, 'Schrijf bijvoorbeeld «{ haar: "aanspreken = haar", anders: hen }».');
      continue;
    }
    const wording: WordingSource = {cases: [], other: ''};
    for (const [text, entry] of value.entries) {
      if (entry.value.t !== 'text') fail(entry.keyAt, `Bij «${shorten(text)}» in de woordkeus «${name}» ontbreekt een waarde.`, text === 'anders' ? 'Schrijf achter «anders» het woord voor wie niets koos.' : 'Schrijf erachter wanneer dit woord geldt.');
      else if (text === 'anders') wording.other = entry.value.raw.text.trim();
      else wording.cases.push({text, condition: readCondition(entry.value.raw, context)});
    }
    if (!value.entries.has('anders')) fail(keyAt, `Bij de woordkeus «${name}» ontbreekt «anders».`, 'Zet erbij welk woord geldt als er niets gekozen is: «anders: hen».');
    found.set(name, wording);
  }
  return found;
}
