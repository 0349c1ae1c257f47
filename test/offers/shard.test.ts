import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {FACETS, FACET_NAMES, type Offer} from '../../src/flows/model/offer.js';
import {readShard} from '../../src/flows/model/validate-offers.js';
import {offerAt, toShard} from '../../src/offers/shard.js';

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, {nil: undefined});
const text = fc.stringMatching(/^[a-zé]{1,12}( [a-z]{1,9})?$/);
const degrees = (from: number, to: number) => fc.integer({min: from * 10_000, max: to * 10_000}).map((number) => number / 10_000);
const offer: fc.Arbitrary<Offer> = fc
  .record({
    id: fc.uuid(),
    name: text,
    support: fc.uniqueArray(fc.constantFrom('dagopvang', 'constructor', 'logeeropvang'), {minLength: 1}),
    description: maybe(text),
    place: maybe(text),
    where: maybe(fc.record({lat: degrees(51, 53), lon: degrees(4, 7)})),
    area: fc.uniqueArray(fc.constantFrom('nederland', 'GM0772', 'Voorbeeldstad', '5600-5699', 'constructor')),
    facets: fc.tuple(...FACET_NAMES.filter((facet) => facet !== 'leeftijd').map((facet) => fc.subarray([...FACETS[facet]]).map((values) => [facet, values] as const))).map((all) => Object.fromEntries(all.filter(([, values]) => values.length)) as Offer['facets']),
    ages: maybe(fc.tuple(fc.integer({min: 0, max: 50}), fc.integer({min: 50, max: 120}))),
    wait: maybe(fc.integer({min: 1, max: 500})),
    checked: fc.constantFrom('2026-11-22', '2024-02-29', '2000-01-01'),
  })
  .map(({where, ...rest}) => Object.fromEntries(Object.entries({...rest, ...where}).filter(([, value]) => value !== undefined)) as unknown as Offer);

test('offers come out of a shard as they went in, and readers of foreign packs take it', () => {
  fc.assert(
    fc.property(fc.uniqueArray(offer, {selector: ({id}) => id, minLength: 1, maxLength: 8}), (offers) => {
      const shard = readShard(JSON.parse(JSON.stringify(toShard(offers, 'nl'))));
      assert.deepEqual(offers.map((_, row) => offerAt(shard, row)), offers);
    }),
    {numRuns: 200},
  );
});
