import type {Offer} from '../../flows/model/offer.js';
import {stableUuid} from './stable-uuid.js';

type Thing = {'@type': string; [property: string]: unknown};

/**
 * Offers as schema.org JSON-LD, for search engines: a `Service` each, with whom it serves, where, and how to reach it.
 * One way only: schema.org has no place for who decides, who pays or whether there is room. `titles` names kinds of support.
 * https://schema.org/Service
 */
export function toSchemaOrg(offers: readonly Offer[], titles: ReadonlyMap<string, string> = new Map()): {'@context': string; '@graph': Thing[]} {
  return {'@context': 'https://schema.org', '@graph': offers.map((offer) => serviceOf(offer, titles))};
}

function serviceOf(offer: Offer, titles: ReadonlyMap<string, string>): Thing {
  const {id, name, description, support, website, area, ages, facets, phone, email} = offer;
  const contact = thing('ContactPoint', {telephone: phone, email, url: website});
  return thing('Service', {
    '@id': `urn:uuid:${stableUuid('service', id)}`,
    identifier: id,
    name,
    description,
    serviceType: support.map((kind) => titles.get(kind) ?? kind),
    url: website,
    provider: thing('Organization', {name, url: website, contactPoint: contact}),
    areaServed: area.map(areaOf),
    audience: ages || facets.doelgroepen ? thing('PeopleAudience', {suggestedMinAge: ages?.[0], suggestedMaxAge: ages?.[1], audienceType: facets.doelgroepen?.join(', ')}) : undefined,
    availableChannel: channelOf(offer, contact),
    offers: facets['betaald-via']?.length === 1 && facets['betaald-via'][0] === 'gratis' ? {'@type': 'Offer', price: 0, priceCurrency: 'EUR'} : undefined,
  })!;
}

function channelOf({website, place, postcode, lat, lon}: Offer, contact: Thing | undefined): Thing | undefined {
  const address = thing('PostalAddress', {addressLocality: place, postalCode: postcode, ...(place ?? postcode ? {addressCountry: 'NL'} : {})});
  const geo = lat === undefined || lon === undefined ? undefined : thing('GeoCoordinates', {latitude: lat, longitude: lon});
  return thing('ServiceChannel', {serviceUrl: website, servicePhone: contact?.['telephone'] === undefined ? undefined : contact, serviceLocation: thing('Place', {address, geo})});
}

function areaOf(area: string): Thing {
  if (area === 'nederland') return {'@type': 'Country', name: 'Nederland', identifier: 'NL'};
  const [, from, to] = /^(\d{4})(?:-(\d{4}))?$/.exec(area) ?? [];
  if (from) return {'@type': 'DefinedRegion', addressCountry: 'NL', postalCodeRange: {'@type': 'PostalCodeRangeSpecification', postalCodeBegin: from, postalCodeEnd: to ?? from}};
  return /^GM\d{4}$/.test(area) ? {'@type': 'AdministrativeArea', identifier: area} : {'@type': 'AdministrativeArea', name: area};
}

/** Only with what is known; nothing when that is nothing. */
function thing(type: string, properties: Record<string, unknown>): Thing | undefined {
  const known = Object.entries(properties).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0));
  return known.length ? {'@type': type, ...Object.fromEntries(known)} : undefined;
}
