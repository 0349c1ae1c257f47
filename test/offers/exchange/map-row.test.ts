import assert from 'node:assert/strict';
import {test} from 'node:test';
import {idFrom} from '../../../src/offers/exchange/map-row.js';
import {dayFrom} from '../../../src/offers/exchange/read-date.js';
import {takeOut} from '../../../src/offers/exchange/take.js';

test('street, postcode and place are found in an address of any form', () => {
  const cases: [string, string, string, string][] = [
    ['Straat 1, 1234 AB Plaats', 'Straat 1', '1234 AB', 'Plaats'],
    ['Kerkplein 3a\n1192ab Voorbeeldstad', 'Kerkplein 3a', '1192 AB', 'Voorbeeldstad'],
    ['Laan 1940-1945 12, 1198 HA  \'s-Elzen, Nederland', 'Laan 1940-1945 12', '1198 HA', "'s-Elzen"],
    ['Polderweg 7, Boterbloem', 'Polderweg 7', '', 'Boterbloem'],
    ['Dijk 1234, 1199 Oeverdam', 'Dijk 1234', '1199', 'Oeverdam'],
    ['Voorbeeldstad', '', '', 'Voorbeeldstad'],
    ['Straat 5', 'Straat 5', '', ''],
    ['', '', '', ''],
  ];
  for (const [address, street, postcode, place] of cases) assert.deepEqual([takeOut(address, 'straat'), takeOut(address, 'postcode'), takeOut(address, 'plaats')], [street, postcode, place], address);
});

test('a number, a mail address and a site are taken out of what stands around them', () => {
  const text = 'Bel (0123) 456 789 of mail info@voorbeeld.example, kijk op https://www.voorbeeld.example/a.';
  assert.deepEqual([takeOut(text, 'telefoon'), takeOut(text, 'email'), takeOut(text, 'website')], ['(0123) 456 789', 'info@voorbeeld.example', 'https://www.voorbeeld.example/a']);
  assert.deepEqual([takeOut('geen', 'telefoon'), takeOut('geen', 'email'), takeOut('geen', 'website')], ['', '', '']);
});

test('days are read from every notation, and what is none stays as it is', () => {
  for (const text of ['2026-11-02', '2026-11-02T09:00:00Z', '2026/11/2', '20261102', '2-11-2026', '02/11/2026 10:15', '2.11.26', '2 november 2026', 'maandag 2 nov. 2026', '46328', '46328,5']) assert.equal(dayFrom(text), '2026-11-02', text);
  assert.equal(dayFrom('11/02/2026', 'maand-dag-jaar'), '2026-11-02');
  assert.equal(dayFrom('26-11-02', 'jaar-maand-dag'), '2026-11-02');
  assert.equal(dayFrom('3 maart 2026'), '2026-03-03');
  assert.equal(dayFrom('1 mrt 2026'), '2026-03-01');
  assert.equal(dayFrom('onlangs'), 'onlangs');
});

test('an id is made of any name', () => {
  assert.deepEqual(['Logeerhuis ’t Zwaantje', 'Café Zoë / Noord', '  --  ', 'a-17/3'].map(idFrom), ['logeerhuis-t-zwaantje', 'cafe-zoe-noord', '', 'a-17-3']);
});
