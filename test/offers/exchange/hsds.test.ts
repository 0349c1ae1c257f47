import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {FACETS, type Facet, type Offer} from '../../../src/flows/model/offer.js';
import {hsdsRecords} from '../../../src/offers/exchange/from-hsds.js';
import {recordOf} from '../../../src/offers/exchange/offer-record.js';
import {toSchemaOrg} from '../../../src/offers/exchange/schema-org.js';
import {scriptJson} from '../../../src/offers/exchange/script-json.js';
import {toHsds} from '../../../src/offers/exchange/to-hsds.js';
import {readRecord} from '../../../src/offers/read-record.js';

const CONTEXT = {today: '2026-11-22', suggest: () => undefined};

const some = <T>(values: readonly T[]) => fc.subarray([...values], {minLength: 1});
const facet = (name: Facet) => (name === 'spoed' || name === 'bemensing' ? fc.constantFrom(...FACETS[name]).map((value) => [value]) : some<string>(FACETS[name]));
const words = fc.array(fc.constantFrom('thuis', 'Café', '’t', 'a;b', '"ja"', '<script>', '&amp;', '=1+1', 'é', '🙂', '-'), {minLength: 1, maxLength: 6}).map((all) => all.join(' '));
const id = fc.stringMatching(/^[a-z0-9][a-z0-9._:-]{0,20}$/);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, {nil: undefined});

/** Any offer as reading can give it. */
const anyOffer: fc.Arbitrary<Offer> = fc
  .record({
    id,
    name: words,
    support: fc.uniqueArray(fc.constantFrom('dagopvang', 'nachtzorg', 'vrijwilliger'), {minLength: 1}),
    description: maybe(fc.array(words, {minLength: 1, maxLength: 3}).map((lines) => lines.join('\n'))),
    place: maybe(words),
    postcode: maybe(fc.constantFrom('1192', '1192 AB')),
    at: maybe(fc.tuple(fc.double({min: 51, max: 53, noNaN: true}), fc.double({min: 4, max: 7, noNaN: true}))),
    phone: maybe(fc.constantFrom('0123 456 789', '06 00 00 00 00', '+32 21234567')),
    email: maybe(fc.constant('a@b.example')),
    website: maybe(fc.constant('https://www.voorbeeld.example/a?b=c')),
    firstStep: maybe(words),
    source: maybe(words),
    mark: maybe(words),
    area: fc.uniqueArray(fc.constantFrom('Lindewaard', 'GM9901', '1192-1195', '1199', 'nederland')),
    facets: fc.record(Object.fromEntries((Object.keys(FACETS) as Facet[]).filter((name) => name !== 'leeftijd' && name !== 'plek-vrij').map((name) => [name, facet(name)])), {requiredKeys: []}),
    room: maybe(fc.oneof(fc.constantFrom('ja', 'nee', 'onbekend'), fc.integer({min: 1, max: 520}))),
    ages: maybe(fc.tuple(fc.nat(60), fc.integer({min: 61, max: 120}))),
    checked: fc.constantFrom('2026-01-31', '2026-11-22'),
  })
  .map(({at, room, facets, ...rest}) => {
    const known = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as unknown as Offer;
    return {
      ...known,
      ...(at ? {lat: at[0], lon: at[1]} : {}),
      facets: {...facets, ...(room === undefined ? {} : {'plek-vrij': [typeof room === 'number' ? 'nee' : room]})},
      ...(typeof room === 'number' ? {wait: room} : {}),
    } as Offer;
  });

test('any offer is the same after a way through our columns', () => {
  fc.assert(fc.property(anyOffer, (offer) => assert.deepEqual(readRecord(recordOf(offer), CONTEXT).offer, offer)), {numRuns: 300});
});

test('any offers are the same after a way through HSDS', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyOffer, {selector: (offer) => offer.id, maxLength: 4}), (offers) => {
      const read = hsdsRecords(JSON.parse(JSON.stringify(toHsds(offers))))!;
      assert.deepEqual([read.skipped, [...read.lost]], [[], []]);
      assert.deepEqual(read.records.map(({record}) => readRecord(record, CONTEXT).offer), offers);
    }),
    {numRuns: 300},
  );
});

test('every id in HSDS is a UUID, other for other things and the same each time', () => {
  const offers = fc.sample(anyOffer, {numRuns: 200, seed: 7}).map((offer, n) => ({...offer, id: `a${n}`}));
  const text = JSON.stringify(toHsds(offers));
  assert.equal(JSON.stringify(toHsds(offers)), text);
  const ids = (JSON.parse(text) as {contents: {id: string}[]}).contents.map((service) => service.id);
  assert.equal(new Set(ids).size, offers.length);
  for (const [, found] of text.matchAll(/"id":"([^"]*)"/g)) assert.match(found!, /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('services of others come in, and what has no place here is counted', () => {
  const read = hsdsRecords({
    contents: [
      {
        id: 'x1', name: 'Dagbesteding', status: 'active', minimum_age: 65, assured_date: '2026-10-01T10:00:00Z', phones: [{number: '0123 456 789'}, {number: '0123 456 780'}],
        organization: {name: 'Voorbeeld', website: 'https://voorbeeld.example'}, schedules: [{opens_at: '09:00'}], languages: [], attributes: [{value: 'BD-1', taxonomy_term: {name: 'Adult day', taxonomy: 'AIRS'}}],
        service_at_locations: [{location: {addresses: [{city: 'Rietveen', postal_code: '1196 EK', address_1: 'Dijk 1'}], latitude: 52.6, longitude: 5.3}}, {location: {addresses: [{city: 'Oeverdam'}], accessibility: [{description: 'drempel'}]}}],
      },
      {id: 'x2', name: 'Gesloten', status: 'temporarily closed'},
      null,
    ],
  })!;
  assert.deepEqual(read.records.map(({path, record}) => [path, record.get('id'), record.get('plaats'), record.get('leeftijd'), record.get('gecontroleerd'), record.get('website')]), [
    ['contents[0]', 'x1', 'Rietveen', '65+', '2026-10-01', 'https://voorbeeld.example'],
    ['contents[0].service_at_locations[1]', 'x1-2', 'Oeverdam', '65+', '2026-10-01', 'https://voorbeeld.example'],
  ]);
  assert.deepEqual(read.skipped.map(({path}) => path), ['contents[1]', 'contents[2]']);
  assert.deepEqual([...read.lost.keys()].sort(), ['address.address_1', 'attributes (van een andere indeling)', 'location.accessibility', 'phones (na het eerste nummer)', 'schedules']);
});

test('any JSON at all is read without a fault', () => {
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), fc.array(fc.record({id: fc.jsonValue(), name: fc.jsonValue(), phones: fc.jsonValue(), attributes: fc.jsonValue(), service_at_locations: fc.jsonValue(), organization: fc.jsonValue(), service_areas: fc.jsonValue()}, {requiredKeys: []}))), (json) => {
      for (const {record} of hsdsRecords(json)?.records ?? []) for (const text of record.values()) assert.equal(typeof text, 'string');
    }),
    {numRuns: 500},
  );
  assert.equal(hsdsRecords({iets: 'anders'}), undefined);
});

test('schema.org says where, for whom and how to reach it, and cannot end a script tag', () => {
  const offer: Offer = {id: 'a', name: '</script><!-- x', support: ['dagopvang'], place: 'Rietveen', lat: 52.6, lon: 5.3, phone: '0123 456 789', area: ['nederland', 'GM9901', '1192-1195', 'Oeverdam'], facets: {'betaald-via': ['gratis']}, ages: [65, 120], checked: '2026-11-01'};
  const text = scriptJson(toSchemaOrg([offer], new Map([['dagopvang', 'Overdag ergens heen']])));
  assert.doesNotMatch(text, /[<>&\u2028\u2029]/);
  const [service] = (JSON.parse(text) as {'@graph': Record<string, unknown>[]})['@graph'];
  assert.equal(service!['name'], offer.name);
  assert.deepEqual(service!['serviceType'], ['Overdag ergens heen']);
  assert.deepEqual((service!['areaServed'] as {'@type': string}[]).map((area) => area['@type']), ['Country', 'AdministrativeArea', 'DefinedRegion', 'AdministrativeArea']);
  assert.deepEqual(service!['availableChannel'], {'@type': 'ServiceChannel', servicePhone: {'@type': 'ContactPoint', telephone: '0123 456 789'}, serviceLocation: {'@type': 'Place', address: {'@type': 'PostalAddress', addressLocality: 'Rietveen', addressCountry: 'NL'}, geo: {'@type': 'GeoCoordinates', latitude: 52.6, longitude: 5.3}}});
});
