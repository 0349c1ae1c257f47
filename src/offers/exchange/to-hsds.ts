import type {Offer} from '../../flows/model/offer.js';
import type {OfferColumn} from '../columns.js';
import {ATTRIBUTE_COLUMNS, TAXONOMY, WHOLE_COLUMNS, type HsdsAttribute, type HsdsLocation, type HsdsPage, type HsdsService} from './hsds.js';
import {recordOf} from './offer-record.js';
import {stableUuid} from './stable-uuid.js';

/** Offers as one page of HSDS 3.0 services. `hsdsRecords` reads the same offers from it. */
export function toHsds(offers: readonly Offer[]): HsdsPage {
  const {length} = offers;
  return {
    total_items: length,
    total_pages: 1,
    page_number: 1,
    size: length,
    first_page: true,
    last_page: true,
    empty: length === 0,
    contents: offers.map(serviceOf),
  };
}

function serviceOf(offer: Offer): HsdsService {
  const {id, name, description, website, email, firstStep, mark, ages, checked, phone, area} = offer;
  const own = (kind: string, ...more: string[]) => stableUuid(kind, id, ...more);
  const location = locationOf(offer, own);
  return {
    id: own('service'),
    name,
    status: 'active',
    ...(description === undefined ? {} : {description}),
    ...(website === undefined ? {} : {url: website}),
    ...(email === undefined ? {} : {email}),
    ...(firstStep === undefined ? {} : {application_process: firstStep}),
    ...(mark === undefined ? {} : {accreditations: mark}),
    ...(ages ? {minimum_age: ages[0], maximum_age: ages[1]} : {}),
    assured_date: checked,
    ...(phone === undefined ? {} : {phones: [{id: own('phone'), number: phone, type: 'voice'}]}),
    ...(area.length ? {service_areas: area.map((each) => ({id: own('area', each), name: each}))} : {}),
    ...(location ? {service_at_locations: [{id: own('service-at-location'), location}]} : {}),
    // Whose it is we know by name only.
    organization: {id: stableUuid('organization', name), name, description: description ?? name},
    attributes: attributesOf(offer, own),
  };
}

function locationOf({place, postcode, lat, lon}: Offer, own: (kind: string) => string): HsdsLocation | undefined {
  if (place === undefined && postcode === undefined && lat === undefined) return undefined;
  return {
    id: own('location'),
    location_type: 'physical',
    ...(place === undefined ? {} : {name: place}),
    ...(lat === undefined || lon === undefined ? {} : {latitude: lat, longitude: lon}),
    ...(place === undefined && postcode === undefined ? {} : {addresses: [{id: own('address'), address_1: '', city: place ?? '', state_province: '', postal_code: postcode ?? '', country: 'NL', address_type: 'physical'}]}),
  };
}

function attributesOf(offer: Offer, own: (kind: string, ...more: string[]) => string): HsdsAttribute[] {
  const record = recordOf(offer);
  return ATTRIBUTE_COLUMNS.flatMap((column) => {
    const text = record.get(column);
    if (text === undefined) return [];
    const values = WHOLE_COLUMNS.includes(column) ? [text] : text.split(';');
    return values.map((value) => ({id: own('attribute', column, value), link_type: column, link_entity: 'service' as const, value, taxonomy_term: termOf(column, value)}));
  });
}

function termOf(column: OfferColumn, value: string): HsdsAttribute['taxonomy_term'] {
  // A term says what kind of thing it is; what differs per offer (its id, its source, its weeks) is the value alone.
  const isOpen = WHOLE_COLUMNS.includes(column) || /^\d/.test(value);
  const code = isOpen ? column : `${column}:${value}`;
  return {id: stableUuid('term', code), code, name: isOpen ? column : value, description: `${column} in ${TAXONOMY}`, taxonomy: TAXONOMY, language: 'nl'};
}
