import assert from 'node:assert/strict';
import {test} from 'node:test';
import {FACETS, type Offer} from '../../src/flows/model/offer.js';
import {arrangedBy} from '../../src/offers/arranged-by.js';

const by = (indicatie: readonly string[], paid: readonly string[]) =>
  arrangedBy({facets: {...(indicatie.length ? {indicatie} : {}), ...(paid.length ? {'betaald-via': paid} : {})} as Offer['facets']});

test('who decides about the indicatie arranges it, the first door first', () => {
  assert.deepEqual(by(['wmo', 'wlz'], ['wmo', 'wlz', 'pgb', 'eigen-bijdrage']), ['gemeente', 'zorgkantoor']);
  assert.deepEqual(by(['jeugdwet', 'wmo'], []), ['gemeente']);
  assert.deepEqual(by(['niet-nodig'], ['gratis']), ['zelf']);
});

test('the insurer is asked too where it pays', () => {
  assert.deepEqual(by(['verwijzing-huisarts'], ['zvw']), ['huisarts', 'zorgverzekeraar']);
  assert.deepEqual(by(['niet-nodig'], ['aanvullende-verzekering', 'zelf']), ['zelf', 'zorgverzekeraar']);
});

test('where the indicatie is not told, the money tells, and nothing tells nobody', () => {
  assert.deepEqual(by([], ['wlz']), ['zorgkantoor']);
  assert.deepEqual(by([], ['gratis']), ['zelf']);
  assert.deepEqual(by([], ['pgb']), []);
  assert.deepEqual(by([], []), []);
});

test('every kind of indicatie leads somewhere', () => {
  for (const value of FACETS.indicatie) assert.equal(by([value], []).length, 1, value);
});
