import assert from 'node:assert/strict';
import {test} from 'node:test';
import {suggest} from '../../src/flows/conditions/suggest.js';
import type {Offer} from '../../src/flows/model/offer.js';
import {columnOf, OFFER_COLUMNS, type OfferColumn} from '../../src/offers/columns.js';
import {readRecord, type RecordRead} from '../../src/offers/read-record.js';
import {phoneText} from '../../src/offers/phone.js';

const kinds = new Set(['logeeropvang', 'dagopvang', 'constructor']);
const GOOD: Partial<Record<OfferColumn, string>> = {id: 'de-linde', naam: 'Logeerhuis De Linde', steun: 'logeeropvang', gecontroleerd: '2026-11-01'};

function read(columns: Partial<Record<OfferColumn, string>>): RecordRead {
  return readRecord(new Map(Object.entries({...GOOD, ...columns}) as [OfferColumn, string][]), {kinds, today: '2026-11-22', suggest});
}

function offer(columns: Partial<Record<OfferColumn, string>>): Offer {
  const {offer: found, problems} = read(columns);
  assert.deepEqual(problems, []);
  return found!;
}

test('a row with every column becomes an offer', () => {
  assert.deepEqual(
    offer({steun: 'logeeropvang; Dagopvang;logeeropvang', omschrijving: 'Een huis.\n\nMet tuin.', plaats: 'Voorbeeldstad', postcode: '1234ab', lat: '52,0907', lon: '5.1214', telefoon: '0123456789', email: 'mailto:info@voorbeeld.nl', website: 'voorbeeld.nl/linde?a=1', 'eerste-stap': 'Bel en vraag naar Jo.', bron: 'Eigen opgave', werkgebied: 'Voorbeeldstad;gm772;5600-5699;5701;Nederland', doelgroepen: 'Dementie;autisme', leeftijd: '18-64;65+', duur: 'nacht;weekend', thuis: 'elders', spoed: 'Nee', indicatie: 'wlz', 'betaald-via': 'eigen bijdrage', bemensing: 'beide', kenmerken: 'vaste_gezichten', 'plek-vrij': '3 weken', keurmerk: 'HKZ'}),
    {
      id: 'de-linde', name: 'Logeerhuis De Linde', support: ['logeeropvang', 'dagopvang'], description: 'Een huis.\n\nMet tuin.', place: 'Voorbeeldstad', postcode: '1234 AB', phone: '0123 456 789', email: 'info@voorbeeld.nl', website: 'https://voorbeeld.nl/linde?a=1', firstStep: 'Bel en vraag naar Jo.', source: 'Eigen opgave', mark: 'HKZ', lat: 52.0907, lon: 5.1214,
      area: ['Voorbeeldstad', 'GM0772', '5600-5699', '5701', 'nederland'],
      facets: {doelgroepen: ['dementie', 'autisme'], duur: ['nacht', 'weekend'], thuis: ['elders'], spoed: ['nee'], indicatie: ['wlz'], 'betaald-via': ['eigen-bijdrage'], bemensing: ['beide'], kenmerken: ['vaste-gezichten'], 'plek-vrij': ['nee']},
      ages: [18, 120], wait: 3, checked: '2026-11-01',
    },
  );
});

test('a phone number in any notation has one form', () => {
  const same = (want: string, typed: string[]) => typed.forEach((each) => assert.equal(phoneText(each), want, each));
  same('030 123 45 67', ['0301234567', '030-1234567', '(030) 123 45 67', '030 - 123 45 67', '030.123.45.67', '+31301234567', '+31 (0)30 123 4567', '0031 30 1234567', '+31 30-123.45.67', 'tel: 030 1234567', 'T. 030/1234567', '030–1234567']);
  same('06 12 34 56 78', ['0612345678', '06-12345678', '+31 6 12 34 56 78', '+31(0)612345678', '0031612345678', '06 1234 5678', 'Tel 06-12345678']);
  same('0123 456 789', ['0123456789', '(0123)456789', '0123-45 67 89']);
  same('0800 1234', ['0800-1234', '08001234']);
  same('0900 1234567', ['0900 123 4567']);
  same('112', ['112']);
  same('14 0123', ['140123', '14 0123', '14-0123', '+31 14 0123']);
  same('116 111', ['116111', '116 111']);
  same('+32 21234567', ['+3221234567', '0032 2 123 45 67']);
  for (const wrong of ['', '12', '1234', '01234567', '012345678901', '0123 456 789 (ma-vr)', '0301234567 / 0612345678', 'bel ons', '00', '+', '++31301234567', '1+2', '+31 12', '0x301234567', '٠٣٠١٢٣٤٥٦٧']) assert.equal(phoneText(wrong), undefined, wrong);
});

test('ages, room and postcodes may be written in several ways', () => {
  for (const [typed, ages] of [['0-17', [0, 17]], ['4 t/m 12 jaar', [4, 12]], ['50 jaar en ouder', [50, 120]], ['65+', [65, 120]], ['vanaf 18+', [18, 120]], ['0-17;18-64;65+', [0, 120]]] as const) assert.deepEqual(offer({leeftijd: typed}).ages, ages, typed);
  for (const [typed, room, wait] of [['ja', 'ja', undefined], ['Nee', 'nee', undefined], ['onbekend', 'onbekend', undefined], ['3', 'nee', 3], ['12 weken', 'nee', 12], ['1 week', 'nee', 1], ['0', 'ja', undefined]] as const) assert.deepEqual([offer({'plek-vrij': typed}).facets['plek-vrij'], offer({'plek-vrij': typed}).wait], [[room], wait], typed);
  for (const [typed, code] of [['1234 AB', '1234 AB'], ['1234ab', '1234 AB'], ['1234', '1234'], ['1234  aB', '1234 AB']] as const) assert.equal(offer({postcode: typed}).postcode, code);
});

/** What is typed in a column, and what is said of it: each one problem, and no offer. */
const WRONG: [OfferColumn, string, RegExp, RegExp?][] = [
  ['id', '', /«id» staat niets/],
  ['id', 'de linde', /geen kenmerk/],
  ['id', '__proto__', /geen kenmerk/],
  ['naam', ' ', /«naam» staat niets/],
  ['naam', 'x'.repeat(201), /te lang/],
  ['naam', 'De\u0007Linde', /U\+0007/],
  ['naam', 'De \u202eednil', /U\+202E/],
  ['steun', '', /«steun» staat niets/],
  ['steun', 'logeeropvng', /«logeeropvng»/, /Bedoelde je «logeeropvang»/],
  ['steun', 'toString', /«toString»/],
  ['steun', 'logeeropvang, dagopvang', /«logeeropvang, dagopvang»/, /puntkomma/],
  ['postcode', '0123 AB', /geen postcode/],
  ['postcode', '1234 ABC', /geen postcode/],
  ['lat', '52', /«lon» staat niets/],
  ['lon', '5', /«lat» staat niets/],
  ['telefoon', '12345', /geen telefoonnummer/],
  ['email', 'info(at)voorbeeld.nl', /geen mailadres/],
  ['website', 'http://voorbeeld.nl', /beveiligde site/],
  ['website', 'javascript:alert(1)', /beveiligde site/],
  ['website', 'https://voorbeeld.nl/"onclick=x', /beveiligde site/],
  ['website', 'data:text/html,x', /beveiligde site/],
  ['werkgebied', '5699-5600', /terugloopt/, /5600-5699/],
  ['werkgebied', 'straal 10 km', /geen gebied/],
  ['doelgroepen', 'dementi', /«dementi»/, /Bedoelde je «dementie»/],
  ['doelgroepen', '__proto__', /«__proto__»/],
  ['leeftijd', 'jong', /geen leeftijd/],
  ['leeftijd', '17-0', /geen leeftijd/],
  ['leeftijd', '0-17;65+', /aaneengesloten/],
  ['duur', 'maand', /«maand»/, /uren, dagdeel/],
  ['spoed', 'true', /«true»/],
  ['spoed', 'ja;nee', /meer waarden/],
  ['plek-vrij', '2 maanden', /aantal weken/],
  ['plek-vrij', '5000', /tien jaar/],
  ['gecontroleerd', '', /«gecontroleerd» staat niets/],
  ['gecontroleerd', '22-11-2026', /geen datum/, /2026-11-22/],
  ['gecontroleerd', '2026-02-30', /geen dag die bestaat/],
  ['gecontroleerd', '2026-11-23', /moet nog komen/],
  ['gecontroleerd', '2024-11-21', /sinds «2024-11-21»/],
];

for (const [column, typed, message, hint] of WRONG) {
  test(`«${typed.length > 40 ? `${typed.slice(0, 20)}…` : typed}» in ${column} is told, and the row is left out`, () => {
    const {offer: found, problems} = read({[column]: typed});
    assert.equal(found, undefined);
    assert.equal(problems.length, 1, JSON.stringify(problems));
    const [problem] = problems;
    assert.equal(problem!.severity, 'fout');
    assert.match(problem!.message, message);
    assert.match(problem!.message, /«.*»/);
    if (hint) assert.match(problem!.hint, hint);
    if (!['lat', 'lon'].includes(column)) assert.equal(problem!.column, column);
  });
}

test('coordinates that are swapped or elsewhere are told as such', () => {
  for (const [lat, lon, message] of [['5,1214', '52,0907', /verwisseld/], ['48.85', '2.35', /buiten Nederland/], ['52.09', '51.2', /«lon» staat «51.2»/], ['520907', '5', /geen getal/], ['0', '0', /buiten Nederland/]] as const) {
    const {offer: found, problems} = read({lat, lon});
    assert.equal(found, undefined);
    assert.match(problems[0]!.message, message);
  }
});

test('markup in a name is text, and is told', () => {
  const {offer: found, problems} = read({naam: '<b>De Linde</b> &amp; Co'});
  assert.equal(found!.name, '<b>De Linde</b> &amp; Co');
  assert.deepEqual(problems.map(({severity, column, at}) => [severity, column, at]), [['waarschuwing', 'naam', 0]]);
});

test('an offer is stale after a year, and gone after two', () => {
  const told = (gecontroleerd: string) => read({gecontroleerd}).problems.map(({rule, severity}) => `${severity} ${rule}`);
  assert.deepEqual(told('2025-11-22'), []);
  assert.deepEqual(told('2025-11-21'), ['waarschuwing aanbod/verlopen']);
  assert.deepEqual(told('2024-11-22'), ['waarschuwing aanbod/verlopen']);
  assert.deepEqual(told('2024-11-21'), ['fout aanbod/verlopen']);
});

test('the place of a problem is that of the value among others', () => {
  assert.equal(read({duur: '  nacht;  maand;dag'}).problems[0]!.at, 10);
  assert.equal(read({telefoon: '   abc'}).problems[0]!.at, 3);
});

test('headings are columns in any case, with spaces or underscores', () => {
  for (const heading of ['eerste-stap', 'Eerste stap', ' EERSTE_STAP ', 'eerste‑stap']) assert.equal(columnOf(heading), 'eerste-stap');
  assert.equal(columnOf('constructor'), undefined);
  for (const column of OFFER_COLUMNS) assert.equal(columnOf(column), column);
});
