import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Offer} from '../../src/flows/model/offer.js';
import {pickOffers, type PickFor} from '../../src/offers/pick.js';
import {toShard} from '../../src/offers/shard.js';

const offer = (id: string, more: Partial<Offer> = {}): Offer => ({id, name: id, support: ['a'], area: [], facets: {}, checked: '2026-11-01', ...more});

function pick(offers: Offer[], wish: Partial<PickFor> = {}): Record<string, string[]> {
  const found = pickOffers([toShard(offers, 'nl')], {kinds: ['a'], area: [], told: [], most: 3, ...wish});
  return Object.fromEntries(Array.from(found, ([kind, list]) => [kind, list.map(({id}) => id)]));
}

test('offers of this area come first, then those for this person, with room, checked last, and in the order of the pack', () => {
  const offers = [
    offer('elders', {area: ['Elders'], facets: {doelgroepen: ['dementie'], 'plek-vrij': ['ja']}}),
    offer('vol', {facets: {'plek-vrij': ['nee']}}),
    offer('oud', {checked: '2025-12-01'}),
    offer('eerste'),
    offer('tweede'),
    offer('vrij', {facets: {'plek-vrij': ['ja']}}),
    offer('dementie', {facets: {doelgroepen: ['dementie']}}),
    offer('kind', {facets: {doelgroepen: ['kind'], 'plek-vrij': ['ja']}}),
    offer('hier', {area: ['HIER'], facets: {doelgroepen: ['kind']}}),
    offer('land', {area: ['nederland']}),
  ];
  assert.deepEqual(pick(offers, {area: ['Hier'], told: ['partner', 3, 'constructor', 'dementie'], most: 20}), {a: ['hier', 'dementie', 'vrij', 'eerste', 'tweede', 'land', 'oud', 'vol', 'kind', 'elders']});
});

test('an offer stands with the best of its kinds only, and each kind has at most so many', () => {
  const offers = [offer('x', {support: ['a', 'b']}), offer('y', {support: ['b']}), ...Array.from({length: 5}, (_, n) => offer(`z${n}`))];
  assert.deepEqual(pick(offers, {kinds: ['b', 'a', 'constructor']}), {b: ['x', 'y'], a: ['z0', 'z1', 'z2']});
});

test('with a place told, what serves it comes first, then what is near, then the whole country; what is far or serves others goes', () => {
  const at = {lat: 52.1, lon: 5.2, name: 'Voorbeeldstad', area: 'Lindewaard', code: 'GM9999', pc4: 1192};
  const offers = [
    offer('land', {area: ['nederland'], lat: 53, lon: 6}),
    offer('ver', {lat: 53, lon: 6}),
    offer('nergens'),
    offer('vlakbij', {lat: 52.15, lon: 5.2}),
    offer('anders', {area: ['Andersveen'], lat: 52.1, lon: 5.2}),
    offer('hier-ver', {area: ['lindewaard'], lat: 53, lon: 6}),
    offer('hier-code', {area: ['Andersveen', 'GM9999']}),
    offer('hier-postcode', {area: ['1190-1199']}),
  ];
  assert.deepEqual(pick(offers, {at, area: ['Andersveen'], most: 20}), {a: ['hier-ver', 'hier-code', 'hier-postcode', 'vlakbij', 'land']});
  assert.deepEqual(pick(offers, {area: ['Andersveen'], most: 2}), {a: ['anders', 'hier-code']}, 'without one the organisation’s own area counts');
});
