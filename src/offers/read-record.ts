import {FACETS, type Facet, type Offer, type OfferText} from '../flows/model/offer.js';
import {OFFER_FORMS} from '../flows/model/offer-forms.js';
import {outsideCountry} from './country.js';
import {plainName, REQUIRED_COLUMNS, TEXT_COLUMNS, type OfferColumn} from './columns.js';
import {readAges, readDay, readDegrees, readMail, readPostcode, readRoom, readSite, readText, readArea, type Told} from './read-values.js';
import {phoneText} from './phone.js';
import {shorten} from './shorten.js';

/** Checked longer ago than this many years is said; longer than the second, and the offer is left out. */
export const FRESH_YEARS = {warn: 1, drop: 2} as const;

export interface RecordProblem {
  rule: 'aanbod/kolom' | 'aanbod/waarde' | 'aanbod/verlopen';
  /** A `fout` leaves the offer out. */
  severity: 'fout' | 'waarschuwing';
  column: OfferColumn;
  /** Where in the value, from 0. */
  at: number;
  /** One Dutch sentence with the culprit between « and », and one with the fix. */
  message: string;
  hint: string;
}

export interface RecordContext {
  /** Ids of the pack's kinds of support; without them any id will do. */
  kinds?: {has(id: string): boolean; keys(): Iterable<string>} | undefined;
  /** The day to judge dates by, as `2026-11-22`. */
  today: string;
  /** What was probably meant. */
  suggest(typed: string, known: Iterable<string>): string | undefined;
}

/** The offer, when nothing is wrong with it; and what there is to say. */
export interface RecordRead {
  offer?: Offer;
  problems: RecordProblem[];
}

/** One offer from what stands in its columns (an empty column may also be left out). Pure: a file, a form or an import gives the same. */
export function readRecord(record: ReadonlyMap<OfferColumn, string>, context: RecordContext): RecordRead {
  return new RecordReader(record, context).read();
}

class RecordReader {
  private readonly problems: RecordProblem[] = [];

  constructor(
    private readonly record: ReadonlyMap<OfferColumn, string>,
    private readonly context: RecordContext,
  ) {}

  read(): RecordRead {
    for (const column of REQUIRED_COLUMNS) {
      if (!this.value(column)) this.fail('aanbod/kolom', column, 0, `In de kolom «${column}» staat niets.`, MISSING[column]);
    }
    const texts: Partial<Record<OfferText, string>> = {};
    for (const [column, key] of Object.entries(TEXT_COLUMNS) as [keyof typeof TEXT_COLUMNS, OfferText][]) {
      const text = this.text(column);
      if (text !== undefined) texts[key] = text;
    }
    const support = this.several('steun', (value) => this.kind(value));
    const area = this.several('werkgebied', (value) => readArea(value));
    const facets: Offer['facets'] = {};
    for (const facet of Object.keys(FACETS) as Facet[]) {
      if (facet === 'leeftijd' || facet === 'plek-vrij') continue;
      const values = this.several(facet, (value) => this.oneOf(value, FACETS[facet]));
      if (values.length > 1 && SINGLE.includes(facet)) this.fail('aanbod/waarde', facet, 0, `In de kolom «${facet}» staan meer waarden.`, `Kies er één: ${FACETS[facet].join(', ')}.`);
      else if (values.length) facets[facet] = values;
    }
    const ages = this.one('leeftijd', readAges);
    const room = this.one('plek-vrij', (value) => readRoom(value, (typed) => this.oneOf(typed, FACETS['plek-vrij'])));
    if (room) facets['plek-vrij'] = [room.room];
    const [lat, lon] = this.degrees();
    const checked = this.checked();
    if (this.problems.some(({severity}) => severity === 'fout')) return {problems: this.problems};
    const {id = '', name = '', ...more} = texts;
    const offer: Offer = {
      id,
      name,
      support,
      ...more,
      ...(lat === undefined || lon === undefined ? {} : {lat, lon}),
      area,
      facets,
      ...(ages ? {ages} : {}),
      ...(room?.wait === undefined ? {} : {wait: room.wait}),
      checked,
    };
    return {offer, problems: this.problems};
  }

  private value(column: OfferColumn): string {
    return this.record.get(column)?.trim() ?? '';
  }

  private text(column: keyof typeof TEXT_COLUMNS): string | undefined {
    const own = {telefoon: readPhone, email: readMail, website: readSite, postcode: readPostcode, id: readId}[column as string];
    if (own) return this.one(column, own);
    return this.one(column, (value) => {
      const read = readText(value, column === 'omschrijving');
      const mark = MARKUP.exec(value);
      if (mark) this.warn('aanbod/waarde', column, mark.index, `In de kolom «${column}» staat opmaak: «${shorten(mark[0])}».`, 'Bezoekers zien die tekens letterlijk: haal ze weg.');
      if ('text' in read && !OFFER_FORMS[TEXT_COLUMNS[column]](read.text)) return {problem: `Wat in de kolom «${column}» staat, is te lang: «${shorten(value)}».`, hint: 'Maak de tekst korter.'};
      return 'text' in read ? {value: read.text} : read;
    });
  }

  /** The value of a column that holds one. */
  private one<T>(column: OfferColumn, read: (value: string) => Told<T>): T | undefined {
    const value = this.value(column);
    if (!value) return undefined;
    const told = read(value);
    if ('value' in told) return told.value;
    this.fail('aanbod/waarde', column, told.at ?? 0, told.problem.replace('{kolom}', `kolom «${column}»`), told.hint);
    return undefined;
  }

  /** The values of a column that may hold several, with `;` between them; each once. */
  private several(column: OfferColumn, read: (value: string) => Told<string>): string[] {
    const whole = this.value(column);
    const found = new Set<string>();
    let at = 0;
    for (const part of whole.split(';')) {
      const start = at + part.length - part.trimStart().length;
      at += part.length + 1;
      if (!part.trim()) continue;
      const told = read(part.trim());
      if ('value' in told) found.add(told.value);
      else {
        const apart = part.split(/[,|/]/).map((each) => read(each.trim()));
        const hint = apart.length > 1 && apart.every((each) => 'value' in each) ? 'Zet een puntkomma tussen de waarden, zoals a;b (in een bestand met puntkomma’s met aanhalingstekens eromheen: "a;b").' : told.hint;
        this.fail('aanbod/waarde', column, start, told.problem.replace('{kolom}', `kolom «${column}»`), hint);
      }
    }
    return [...found];
  }

  private kind(value: string): Told<string> {
    const {kinds, suggest} = this.context;
    const id = plainName(value);
    if (!/^[a-z0-9][a-z0-9-]{0,119}$/.test(id)) return {problem: `De {kolom} kent de waarde «${shorten(value)}» niet.`, hint: 'Schrijf de namen van soorten steun, met een puntkomma ertussen, zoals logeeropvang;dagopvang.'};
    if (!kinds || kinds.has(id)) return {value: id};
    const near = suggest(id, kinds.keys());
    return {problem: `In de {kolom} staat «${shorten(value)}», maar die soort steun bestaat niet.`, hint: near ? `Bedoelde je «${near}»?` : `Maak steun/${shorten(id)}.md, of noem een soort steun die in het pakket zit.`};
  }

  private oneOf(value: string, allowed: readonly string[]): Told<string> {
    const name = plainName(value);
    if (allowed.includes(name)) return {value: name};
    const near = this.context.suggest(name, allowed);
    return {problem: `De {kolom} kent de waarde «${shorten(value)}» niet.`, hint: near ? `Bedoelde je «${near}»?` : `Kies uit: ${allowed.join(', ')}.`};
  }

  private degrees(): [lat?: number, lon?: number] {
    const given = [this.value('lat'), this.value('lon')];
    if (!given[0] && !given[1]) return [];
    if (!given[0] || !given[1]) {
      const [there, missing] = given[0] ? (['lat', 'lon'] as const) : (['lon', 'lat'] as const);
      this.fail('aanbod/waarde', missing, 0, `In de kolom «${missing}» staat niets, terwijl «${there}» wel is ingevuld.`, 'Vul ze allebei in, of laat ze allebei leeg: dan geldt de plaats.');
      return [];
    }
    const [lat, lon] = [this.one('lat', readDegrees), this.one('lon', readDegrees)];
    if (lat === undefined || lon === undefined) return [];
    const told = outsideCountry(lat, lon);
    if (!told) return [lat, lon];
    this.fail('aanbod/waarde', told.column, 0, told.problem, told.hint);
    return [];
  }

  private checked(): string {
    const day = this.one('gecontroleerd', readDay);
    if (!day) return '';
    const {today} = this.context;
    if (day > today) this.fail('aanbod/waarde', 'gecontroleerd', 0, `In de kolom «gecontroleerd» staat «${day}», en die dag moet nog komen.`, 'Vul de dag in waarop iemand het aanbod het laatst naging.');
    else if (yearsAfter(day, FRESH_YEARS.drop) < today) this.fail('aanbod/verlopen', 'gecontroleerd', 0, `Dit aanbod is sinds «${day}» niet gecontroleerd. Na ${FRESH_YEARS.drop} jaar staat het er niet meer in.`, STALE);
    else if (yearsAfter(day, FRESH_YEARS.warn) < today) this.warn('aanbod/verlopen', 'gecontroleerd', 0, `Dit aanbod is sinds «${day}» niet gecontroleerd, dat is meer dan een jaar.`, STALE);
    return day;
  }

  private fail(rule: RecordProblem['rule'], column: OfferColumn, at: number, message: string, hint: string): void {
    this.problems.push({rule, severity: 'fout', column, at: at + this.lead(column), message, hint});
  }

  private warn(rule: RecordProblem['rule'], column: OfferColumn, at: number, message: string, hint: string): void {
    this.problems.push({rule, severity: 'waarschuwing', column, at: at + this.lead(column), message, hint});
  }

  /** Spaces in front of a value: places are told from where the column's text begins. */
  private lead(column: OfferColumn): number {
    const raw = this.record.get(column) ?? '';
    return raw.trim() ? raw.length - raw.trimStart().length : 0;
  }
}

/** Facets of which one value goes for an offer. */
const SINGLE: readonly Facet[] = ['spoed', 'bemensing'];

const MISSING: Readonly<Record<(typeof REQUIRED_COLUMNS)[number], string>> = {
  id: 'Geef elk aanbod een eigen kenmerk dat niet verandert, zoals logeerhuis-de-linde.',
  naam: 'Vul in hoe het heet.',
  steun: 'Noem een of meer soorten steun, zoals logeeropvang;dagopvang.',
  gecontroleerd: 'Vul de dag in waarop iemand het aanbod het laatst naging, zoals 2026-11-22.',
};

const STALE = 'Bel of lees na of het nog klopt, en zet de datum van vandaag bij «gecontroleerd».';

/** Tags, entities, and what Markdown makes bold or a link: of a text that nobody renders. */
const MARKUP = /<\/?[a-z!][^>]*>|&(?:[a-z]{2,8}|#\d{1,6});|\*\*[^*\n]+\*\*|\[[^\]\n]+\]\([^)\n]*\)|^#{1,6} |`[^`\n]+`/im;

function readPhone(value: string): Told<string> {
  const phone = phoneText(value);
  return phone === undefined ? {problem: `In de {kolom} staat «${shorten(value)}», en dat is geen telefoonnummer.`, hint: 'Schrijf één nummer, zonder woorden erbij: 0123 456 789.'} : {value: phone};
}

function readId(value: string): Told<string> {
  return OFFER_FORMS.id(value) ? {value} : {problem: `In de {kolom} staat «${shorten(value)}», en dat kan geen kenmerk zijn.`, hint: 'Gebruik letters, cijfers, streepjes en punten, zonder spaties: logeerhuis-de-linde.'};
}

/** The same day of a later year; days are compared as text, so that of a leap year needs no care. */
function yearsAfter(day: string, years: number): string {
  return `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
}
