import assert from 'node:assert/strict';
import {test} from 'node:test';
import {porterDutch} from '../../src/understanding/dutch-stemmer.js';
import {stemOf} from '../../src/understanding/stems.js';

/** From the sample vocabulary on snowballstem.org (dutch_porter). */
const PUBLISHED: [string, string][] = [
  ['lichaamsziek', 'lichaamsziek'], ['lichamelijk', 'licham'], ['lichamelijke', 'licham'], ['lichamelijkheden', 'licham'], ['lichamen', 'licham'],
  ['lichere', 'licher'], ['licht', 'licht'], ['lichten', 'licht'], ['lichtende', 'lichtend'], ['opglimpende', 'opglimp'], ['opglimpingen', 'opglimp'],
  ['ophoging', 'ophog'], ['opheffende', 'opheff'], ['opheffing', 'opheff'], ['opgroeien', 'opgroei'], ['opgroeiende', 'opgroei'],
];

test('stems as published', () => {
  for (const [word, stem] of PUBLISHED) assert.equal(porterDutch(word), stem, word);
});

test('forms of one word have one stem', () => {
  for (const [a, b] of [['slaap', 'slapen'], ['slaapt', 'geslapen'], ['leven', 'leef'], ['huizen', 'huis'], ['nachtje', 'nacht'], ['uurtjes', 'uur'], ['mannetje', 'man'], ['werkt', 'werken'], ['maait', 'maaien'], ['slaat', 'geslagen'], ['boompje', 'boom']]) {
    assert.equal(stemOf(a!), stemOf(b!), `${a} ${b}`);
  }
});

test('different words keep different stems', () => {
  for (const [a, b] of [['dood', 'doel'], ['nacht', 'naam'], ['school', 'schoon'], ['moe', 'moeder']]) assert.notEqual(stemOf(a!), stemOf(b!), `${a} ${b}`);
});
