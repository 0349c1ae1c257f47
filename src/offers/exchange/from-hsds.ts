import {columnOf, type OfferColumn} from '../columns.js';
import {ATTRIBUTE_COLUMNS, TAXONOMY, WHOLE_COLUMNS} from './hsds.js';
import {asList, asObject, asText, field, isFilled, type JsonObject} from './json-view.js';

/** One place of one service, as our columns and as theirs. */
export interface HsdsRecord {
  /** Where it stands, such as `contents[3]`. */
  path: string;
  record: Map<OfferColumn, string>;
  /** The fields of HSDS by name, flat, for a mapping that fills what our columns lack. */
  row: Map<string, string>;
}

export interface HsdsRead {
  records: HsdsRecord[];
  /** Services that are none now. */
  skipped: {path: string; name: string; message: string; hint: string}[];
  /** Fields that say something and that our format has no place for, and how often. */
  lost: Map<string, number>;
}

/** The fields of a service that a mapping may name. */
export const HSDS_COLUMNS = [
  'id', 'name', 'alternate_name', 'description', 'url', 'email', 'phone', 'application_process', 'fees_description', 'accreditations', 'eligibility_description',
  'minimum_age', 'maximum_age', 'assured_date', 'alert', 'wait_time', 'organization', 'service_areas', 'taxonomy', 'taxonomy_code', 'address_1', 'city', 'postal_code', 'latitude', 'longitude',
] as const;

const READ_OF_SERVICE: readonly string[] = ['id', 'name', 'status', 'description', 'url', 'email', 'application_process', 'accreditations', 'minimum_age', 'maximum_age', 'assured_date', 'phones', 'service_areas', 'service_at_locations', 'organization', 'attributes'];
/** Says nothing to a visitor. */
const NOT_TOLD: readonly string[] = ['organization_id', 'program_id', 'last_modified', 'metadata', 'assurer_email', 'service_id', 'location_id'];
const NOBODY_OLDER = 120;

/** Services in HSDS 3.0 JSON: a page of its API, a list, or one service. Nothing when it is none of these. */
export function hsdsRecords(document: unknown): HsdsRead | undefined {
  const found = servicesIn(document);
  if (!found) return undefined;
  const read: HsdsRead = {records: [], skipped: [], lost: new Map()};
  found.services.forEach((service, n) => new ServiceReader(service, `${found.path}[${n}]`, read).read());
  return read;
}

function servicesIn(document: unknown): {services: readonly unknown[]; path: string} | undefined {
  if (Array.isArray(document)) return {services: document, path: ''};
  const object = asObject(document);
  for (const path of ['contents', 'services', 'service', 'items']) if (Array.isArray(field(object, path))) return {services: asList(field(object, path)), path};
  return asText(field(object, 'name')) && asText(field(object, 'id')) ? {services: [object], path: ''} : undefined;
}

class ServiceReader {
  private readonly service: JsonObject | undefined;

  constructor(
    service: unknown,
    private readonly path: string,
    private readonly into: HsdsRead,
  ) {
    this.service = asObject(service);
  }

  read(): void {
    const name = this.text('name') ?? '';
    const skip = (message: string, hint: string) => void this.into.skipped.push({path: this.path, name, message, hint});
    if (!this.service) return skip('Hier staat geen dienst.', 'Geef een lijst van «services», zoals de API van HSDS die geeft.');
    const status = this.text('status');
    if (status !== undefined && status !== 'active') return skip(`De dienst «${name}» is niet meer of nu niet te krijgen: de status is «${status}».`, 'Zet de status op «active» als hij er weer is.');
    for (const key of Object.keys(this.service)) if (!READ_OF_SERVICE.includes(key) && !NOT_TOLD.includes(key)) this.lose(key, field(this.service, key));
    const record = this.common();
    const row = this.row(record);
    const locations = asList(this.field('service_at_locations')).map((each) => asObject(each));
    if (locations.length === 0) return void this.into.records.push({path: this.path, record, row});
    locations.forEach((each, n) => this.placed(record, row, each, n));
  }

  /** What goes for every place where the service is given. */
  private common(): Map<OfferColumn, string> {
    const record = new Map<OfferColumn, string>();
    const put = (column: OfferColumn, text: string | undefined) => text !== undefined && void record.set(column, text);
    const organization = asObject(this.field('organization'));
    put('id', this.text('id'));
    put('naam', this.text('name'));
    put('omschrijving', this.text('description'));
    put('website', this.text('url') ?? asText(field(organization, 'website')));
    put('email', this.text('email') ?? asText(field(organization, 'email')));
    put('eerste-stap', this.text('application_process'));
    put('keurmerk', this.text('accreditations'));
    put('gecontroleerd', this.text('assured_date')?.slice(0, 10));
    put('telefoon', this.phone(this.service) ?? this.phone(organization));
    const [from, to] = [this.text('minimum_age'), this.text('maximum_age')];
    if (from !== undefined || to !== undefined) put('leeftijd', to === undefined || Number(to) >= NOBODY_OLDER ? `${from ?? 0}+` : `${from ?? 0}-${to}`);
    put('werkgebied', asList(this.field('service_areas')).flatMap((area) => asText(field(asObject(area), 'name')) ?? []).join(';') || undefined);
    for (const [column, values] of this.ownTerms()) record.set(column, WHOLE_COLUMNS.includes(column) ? values[0]! : values.join(';'));
    return record;
  }

  private phone(of: JsonObject | undefined): string | undefined {
    const [first, ...more] = asList(field(of, 'phones')).flatMap((phone) => asText(field(asObject(phone), 'number')) ?? []);
    if (of === this.service) more.forEach((number) => this.lose('phones (na het eerste nummer)', number));
    return first;
  }

  /** Values of our own taxonomy by column; those of others are told as lost. */
  private ownTerms(): Map<OfferColumn, string[]> {
    const terms = new Map<OfferColumn, string[]>();
    for (const attribute of asList(this.field('attributes')).map(asObject)) {
      const value = asText(field(attribute, 'value'));
      const column = columnOf(asText(field(attribute, 'link_type')) ?? '');
      const term = asObject(field(attribute, 'taxonomy_term'));
      const isOurs = asText(field(term, 'taxonomy')) === TAXONOMY && column !== undefined && ATTRIBUTE_COLUMNS.includes(column);
      if (isOurs && value !== undefined) terms.set(column, [...(terms.get(column) ?? []), value]);
      else this.lose('attributes (van een andere indeling)', value ?? asText(field(term, 'name')));
    }
    return terms;
  }

  /** An offer has one place: of a service at several, the second is an offer of its own. */
  private placed(common: ReadonlyMap<OfferColumn, string>, row: ReadonlyMap<string, string>, at: JsonObject | undefined, n: number): void {
    const record = new Map(common);
    const location = asObject(field(at, 'location'));
    const [address] = asList(field(location, 'addresses')).map(asObject);
    const there = new Map(row);
    const fields: [OfferColumn | undefined, string, string | undefined][] = [
      ['plaats', 'city', asText(field(address, 'city'))],
      ['postcode', 'postal_code', asText(field(address, 'postal_code'))],
      ['lat', 'latitude', asText(field(location, 'latitude'))],
      ['lon', 'longitude', asText(field(location, 'longitude'))],
      [undefined, 'address_1', asText(field(address, 'address_1'))],
    ];
    for (const [column, name, text] of fields) {
      if (text === undefined) continue;
      if (column) record.set(column, text);
      there.set(name, text);
    }
    if (!record.has('telefoon')) {
      const phone = this.phone(at) ?? this.phone(location);
      if (phone !== undefined) record.set('telefoon', phone);
    }
    for (const key of ['schedules', 'contacts', 'description', 'service_areas']) this.lose(`service_at_locations.${key}`, field(at, key));
    for (const key of ['accessibility', 'schedules', 'languages', 'transportation', 'contacts', 'description']) this.lose(`location.${key}`, field(location, key));
    this.lose('address.address_1', asText(field(address, 'address_1')));
    const id = record.get('id');
    if (n > 0 && id !== undefined) record.set('id', `${id}-${n + 1}`);
    this.into.records.push({path: n > 0 ? `${this.path}.service_at_locations[${n}]` : this.path, record, row: there});
  }

  private row(record: ReadonlyMap<OfferColumn, string>): Map<string, string> {
    const row = new Map<string, string>();
    for (const column of HSDS_COLUMNS) {
      const text = this.text(column);
      if (text !== undefined) row.set(column, text);
    }
    const terms = asList(this.field('attributes')).map((attribute) => asObject(field(asObject(attribute), 'taxonomy_term')));
    const joined: [string, string | undefined][] = [
      ['phone', record.get('telefoon')],
      ['organization', asText(field(asObject(this.field('organization')), 'name'))],
      ['service_areas', record.get('werkgebied')],
      ['taxonomy', terms.flatMap((term) => asText(field(term, 'name')) ?? []).join(';')],
      ['taxonomy_code', terms.flatMap((term) => asText(field(term, 'code')) ?? []).join(';')],
    ];
    for (const [name, text] of joined) if (text) row.set(name, text);
    return row;
  }

  private field(name: string): unknown {
    return field(this.service, name);
  }

  private text(name: string): string | undefined {
    return asText(this.field(name));
  }

  private lose(name: string, value: unknown): void {
    if (isFilled(value)) this.into.lost.set(name, (this.into.lost.get(name) ?? 0) + 1);
  }
}
