import {didYouMean, suggest} from '../../conditions/suggest.js';
import {columnOf, OFFER_COLUMNS, REQUIRED_COLUMNS, type OfferColumn} from '../../../offers/columns.js';
import {DATE_ORDERS, MAKES, sameName, TAKES, type Mapping, type TableSettings, type ValueSource} from '../../../offers/exchange/mapping.js';
import {shorten} from '../../../offers/shorten.js';
import {SEPARATORS} from './csv-stream.js';
import {Diagnostics, type Diagnostic} from '../diagnostics.js';
import {readYaml, type FrontEntry, type FrontValue} from '../front-matter.js';
import {readFile} from '../read-file.js';
import type {SourceFile} from '../source-file.js';

const RULE = 'aanbod/kolom';
const SOURCE_KEYS = ['kolom', 'kolommen', 'voeg-samen', 'vast', 'haal', 'splits', 'deel', 'ja', 'nee', 'waarden', 'anders', 'datum', 'maak', 'leeg'] as const;
type SourceKey = (typeof SOURCE_KEYS)[number];
const FILE_KEYS = ['codering', 'scheidingsteken', 'kopregel'] as const;
/** How people write what encodings are called, and how the web does. */
const ENCODINGS = new Map([['utf-8', 'utf-8'], ['utf8', 'utf-8'], ['utf-16', 'utf-16le'], ['utf-16le', 'utf-16le'], ['utf-16be', 'utf-16be'], ['windows-1252', 'windows-1252'], ['ansi', 'windows-1252'], ['latin1', 'windows-1252'], ['iso-8859-1', 'windows-1252']]);

export interface MappingWish {
  /** Names of their columns; without them nothing is said of names. */
  theirs?: readonly string[];
  /** Something else fills what an offer cannot do without. */
  partial?: boolean;
}

/** The mapping in a file, how to read the table, and what is wrong. With an error there is no mapping. */
export function readMapping(path: string, bytes: Uint8Array, wish: MappingWish = {}): {mapping?: Mapping; settings: TableSettings; diagnostics: Diagnostic[]} {
  const diagnostics = new Diagnostics();
  const file = readFile(path, path, bytes, diagnostics);
  const fields = file && readYaml(file, diagnostics);
  const mapping = fields && new MappingReader(file, diagnostics, wish).read(fields);
  return {...(mapping && !diagnostics.hasErrors ? {mapping} : {}), settings: mapping ?? {}, diagnostics: diagnostics.sorted()};
}

class MappingReader {
  constructor(
    private readonly file: SourceFile,
    private readonly diagnostics: Diagnostics,
    private readonly wish: MappingWish,
  ) {}

  read(fields: ReadonlyMap<string, FrontEntry>): Mapping {
    const columns = new Map<OfferColumn, readonly ValueSource[]>();
    let settings: TableSettings = {};
    const typed = [...fields.keys()];
    const meant = new Set<string>();
    for (const [name, {keyAt, value}] of fields) {
      if (name === 'bestand') settings = this.settings(value);
      else {
        const column = columnOf(name);
        if (!column) {
          const near = suggest(name, ['bestand', ...OFFER_COLUMNS].filter((each) => !fields.has(each)));
          // Who writes their name in front has it the wrong way round.
          const ours = value.t === 'text' ? columnOf(value.raw.text) : undefined;
          const turned = ours !== undefined && (!near || this.isTheirs(name));
          for (const each of [near, turned ? ours : undefined]) if (each !== undefined) meant.add(each);
          this.fail(keyAt, `De kolom «${shorten(name)}» bestaat niet bij ons.`, turned ? `Draai het om: «${ours}: ${shorten(name)}». Links staat onze kolom, rechts die van hen.` : near ? `Bedoelde je «${near}»?` : `Links staat onze kolom: ${OFFER_COLUMNS.join(', ')}.`);
        } else if (columns.has(column)) this.fail(keyAt, `De kolom «${column}» staat er twee keer.`, 'Houd er één over; meer kolommen van hen kunnen er als lijst bij.');
        else columns.set(column, this.sources(column, value));
      }
    }
    for (const column of this.wish.partial ? [] : REQUIRED_COLUMNS) {
      if (!meant.has(column) && !typed.some((name) => columnOf(name) === column)) this.fail(0, `De kolom «${column}» ontbreekt, en zonder kan aanbod niet.`, EXAMPLES[column]);
    }
    return {columns, ...settings};
  }

  private sources(column: OfferColumn, value: FrontValue): ValueSource[] {
    if (value.t === 'list') return value.items.map((item) => this.source(column, item)).filter((source) => source !== undefined);
    const source = this.source(column, value);
    return source ? [source] : [];
  }

  private source(column: OfferColumn, value: FrontValue): ValueSource | undefined {
    if (value.t === 'text') return {columns: this.theirName(value), join: ' '};
    if (value.t !== 'map') {
      if (!(value.t === 'none' && value.failed)) this.fail(value.at, `Achter «${column}» staat niet waar het vandaan komt.`, `Schrijf de naam van hun kolom, «${column}: Naam van hun kolom», of altijd hetzelfde: «${column}: { vast: … }».`);
      return undefined;
    }
    const entries = new Map<SourceKey, FrontValue>();
    for (const [key, {keyAt, value: each}] of value.entries) {
      if ((SOURCE_KEYS as readonly string[]).includes(key)) entries.set(key as SourceKey, each);
      else this.fail(keyAt, `«${shorten(key)}» kan niet bij «${column}».`, didYouMean(key, SOURCE_KEYS, `Wel: ${SOURCE_KEYS.join(', ')}.`));
    }
    const text = (key: SourceKey): string | undefined => {
      const found = entries.get(key);
      if (!found) return undefined;
      if (found.t === 'text') return found.raw.text;
      if (found.t !== 'none') this.fail(found.at, `Achter «${key}» bij «${column}» hoort één tekst.`, `Schrijf «${key}: …» op één regel.`);
      return found.t === 'none' ? '' : undefined;
    };
    const oneOf = <T extends string>(key: SourceKey, allowed: readonly T[]): T | undefined => {
      const found = text(key);
      if (found === undefined || (allowed as readonly string[]).includes(found)) return found as T | undefined;
      this.fail(entries.get(key)!.at, `«${key}» bij «${column}» kent «${shorten(found)}» niet.`, didYouMean(found, allowed, `Kies uit: ${allowed.join(', ')}.`));
      return undefined;
    };
    const constant = text('vast');
    const named = [entries.get('kolom'), entries.get('kolommen')].filter((found) => found !== undefined);
    const columns = named.flatMap((found) => (found.t === 'list' ? found.items : [found])).flatMap((item) => this.theirName(item));
    if (constant === undefined && named.length === 0) this.fail(value.at, `Bij «${column}» staat niet uit welke kolom het komt.`, 'Zet erbij «kolom: …» met de naam van hun kolom, of «vast: …» als het altijd hetzelfde is.');
    if (constant !== undefined && named.length) this.fail(value.at, `Bij «${column}» staan «vast» en «kolom» allebei.`, 'Houd er één over. Wat geldt als er niets staat, heet «leeg».');
    const part = text('deel');
    if (part !== undefined && !/^-?[1-9]\d?$/.test(part)) this.fail(entries.get('deel')!.at, `Achter «deel» bij «${column}» staat «${shorten(part)}», en dat is geen plaats.`, 'Schrijf 1 voor het eerste deel, 2 voor het tweede, -1 voor het laatste.');
    const split = text('splits');
    if (part !== undefined && split === undefined) this.fail(entries.get('deel')!.at, `Bij «${column}» staat «deel» zonder «splits».`, 'Zet erbij waar de tekst gesplitst wordt, bijvoorbeeld «splits: ", "».');
    const take = oneOf('haal', TAKES);
    const date = oneOf('datum', DATE_ORDERS);
    const made = oneOf('maak', MAKES);
    const values = this.values(column, entries.get('waarden'));
    const [yes, no, otherwise, empty] = [text('ja'), text('nee'), text('anders'), text('leeg')];
    return {
      columns,
      join: text('voeg-samen') ?? ' ',
      ...(constant === undefined ? {} : {constant}),
      ...(take ? {take} : {}),
      ...(split ? {split} : {}),
      ...(part === undefined ? {} : {part: Number(part)}),
      ...(yes === undefined ? {} : {yes}),
      ...(no === undefined ? {} : {no}),
      ...(values ? {values} : {}),
      ...(otherwise === undefined ? {} : {otherwise}),
      ...(date ? {date} : {}),
      ...(made ? {makes: made} : {}),
      ...(empty === undefined ? {} : {empty}),
    };
  }

  private values(column: OfferColumn, value: FrontValue | undefined): ReadonlyMap<string, string> | undefined {
    if (!value) return undefined;
    if (value.t !== 'map') {
      this.fail(value.at, `Onder «waarden» bij «${column}» staat geen tabel.`, 'Schrijf er ingesprongen regels onder: «hun waarde: onze waarde».');
      return undefined;
    }
    const table = new Map<string, string>();
    for (const [theirs, {keyAt, value: ours}] of value.entries) {
      const texts = (ours.t === 'list' ? ours.items : [ours]).map((item) => (item.t === 'text' ? item.raw.text : item.t === 'none' ? '' : undefined));
      if (texts.includes(undefined)) this.fail(keyAt, `Achter «${shorten(theirs)}» bij «${column}» staat geen waarde.`, 'Schrijf één waarde, of meer tussen haken: [a, b].');
      table.set(sameName(theirs), texts.filter(Boolean).join(';'));
    }
    return table;
  }

  private settings(value: FrontValue): TableSettings {
    const settings: TableSettings = {};
    if (value.t !== 'map') {
      this.fail(value.at, 'Onder «bestand» staat niet hoe het bestand is.', `Wel: ${FILE_KEYS.join(', ')}.`);
      return settings;
    }
    for (const [key, {keyAt, value: each}] of value.entries) {
      const text = each.t === 'text' ? each.raw.text : '';
      const wrong = (hint: string) => this.fail(each.at, `«${key}» kent «${shorten(text)}» niet.`, hint);
      if (key === 'codering') {
        const encoding = ENCODINGS.get(text.trim().toLowerCase());
        if (encoding) settings.encoding = encoding;
        else wrong('Kies uit: utf-8, utf-16, windows-1252.');
      } else if (key === 'scheidingsteken') {
        const separator = /^(?:tab|\\t)$/i.test(text) ? '\t' : text;
        if ((SEPARATORS as readonly string[]).includes(separator)) settings.separator = separator;
        else wrong('Kies uit: ";", ",", tab, "|".');
      } else if (key === 'kopregel') {
        if (/^[1-9]\d{0,3}$/.test(text)) settings.headerLine = Number(text);
        else wrong('Schrijf het nummer van de regel met de namen van de kolommen, bijvoorbeeld 3.');
      } else this.fail(keyAt, `«${shorten(key)}» kan niet bij «bestand».`, didYouMean(key, FILE_KEYS, `Wel: ${FILE_KEYS.join(', ')}.`));
    }
    return settings;
  }

  private theirName(value: FrontValue): string[] {
    if (value.t !== 'text') {
      if (!(value.t === 'none' && value.failed)) this.fail(value.at, 'Hier hoort de naam van een kolom van hen.', 'Schrijf de naam zoals die in de kop van hun bestand staat.');
      return [];
    }
    const name = value.raw.text.trim();
    const {theirs} = this.wish;
    if (theirs && !this.isTheirs(name)) this.fail(value.at, `In het bestand is geen kolom «${shorten(name)}».`, didYouMean(name, theirs, `Wel: ${theirs.map((each) => `«${shorten(each, 40)}»`).slice(0, 40).join(', ')}.`));
    return [name];
  }

  private isTheirs(name: string): boolean {
    return this.wish.theirs?.some((each) => sameName(each) === sameName(name)) ?? false;
  }

  private fail(at: number, message: string, hint: string): void {
    this.diagnostics.error(RULE, {file: this.file, at}, message, hint);
  }
}

const EXAMPLES: Readonly<Record<(typeof REQUIRED_COLUMNS)[number], string>> = {
  id: 'Zet erbij «id: Nummer», of maak een kenmerk van de naam: «id: { kolom: Naam, maak: kenmerk }».',
  naam: 'Zet erbij «naam: …» met hun kolom waarin de naam staat.',
  steun: 'Zet erbij «steun: { kolom: Soort, waarden: { Logeerhuis: logeeropvang } }», of «steun: { vast: dagopvang }».',
  gecontroleerd: 'Zet erbij «gecontroleerd: Bijgewerkt», of de dag waarop jullie het nakeken: «gecontroleerd: { vast: 2026-11-22 }».',
};
