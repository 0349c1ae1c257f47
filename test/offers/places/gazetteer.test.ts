import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import type {PlacesPart} from '../../../src/flows/model/offer.js';
import type {PlaceAnswer} from '../../../src/offers/places/answer.js';
import {Gazetteer} from '../../../src/offers/places/gazetteer.js';
import {readTable} from '../../../src/offers/places/read-table.js';

const gazetteer = new Gazetteer();
const place = (answer: PlaceAnswer) => (answer.kind === 'place' ? `${answer.place.name}, ${answer.place.area}` : answer.kind);
const places = (answer: PlaceAnswer) => ('places' in answer ? answer.places.map(({name, area}) => `${name}, ${area}`) : []);

test('spellings of one place all find it', () => {
  const cases: [string, ...string[]][] = [
    ["'s-Hertogenbosch, 's-Hertogenbosch", 'Den Bosch', 'den  bosch', "'S-HERTOGENBOSCH", '’s-Hertogenbosch', 's hertogenbosch', 'shertogenbosch'],
    ['Den Haag, Den Haag', "'s-Gravenhage", 's Gravenhage', 'DEN HAAG', 'The Hague'],
    ['Sint Annaparochie, Waadhoeke', 'St. Annaparochie', 'St Annaparochie', 'sint-annaparochie', 'St.Annaparochie'],
    ['Feanwâlden, Dantumadiel', 'Feanwalden', 'Veenwouden'],
    ['Sint Odiliënberg, Roerdalen', 'sint odilienberg', 'St. Odiliënberg'],
    ['IJmuiden, Velsen', 'ymuiden', 'ĳmuiden', 'Ijmuiden'],
    ['Alphen aan den Rijn, Alphen aan den Rijn', 'alphen a/d rijn', 'Alphen a.d. Rijn'],
    ['Leeuwarden, Leeuwarden', 'Ljouwert'],
    ["'t Harde, Elburg", 't harde', '’t Harde'],
    ['Sûdwest Fryslân, Sûdwest Fryslân', 'Súdwest-Fryslân', 'gemeente Sudwest Fryslan'],
    ['Haarlemmermeer, Haarlemmermeer', 'gem. Haarlemmermeer', 'Gemeente Haarlemmermeer', 'haarlemmermeer'],
    ["Rosmalen, 's-Hertogenbosch", 'rosmalen'],
    ['Etten-Leur, Etten-Leur', 'etten leur'],
  ];
  for (const [expected, ...texts] of cases) for (const text of texts) assert.equal(place(gazetteer.find(text)), expected, text);
});

test('a name of several places asks which, the largest first, and a province or gemeente beside it tells', () => {
  assert.deepEqual(places(gazetteer.find('Hengelo')), ['Hengelo, Hengelo', 'Hengelo, Bronckhorst']);
  assert.equal(gazetteer.find('Hengelo').kind, 'choose');
  for (const text of ['Hengelo Gld', 'Hengelo (Gelderland)', 'Hengelo, Bronckhorst', 'hengelo (gld.)']) assert.equal(place(gazetteer.find(text)), 'Hengelo, Bronckhorst', text);
  assert.equal(place(gazetteer.find('Nes, Ameland')), 'Nes, Ameland');
  const bergen = gazetteer.find('Bergen NH');
  assert.equal(bergen.kind === 'place' && bergen.place.code, 'GM0373');
  assert.equal(gazetteer.find('gemeente Bergen').kind, 'choose');
});

test('a short name beside a much larger longer one asks which', () => {
  assert.equal(places(gazetteer.find('Alphen'))[0], 'Alphen aan den Rijn, Alphen aan den Rijn');
  assert.ok(places(gazetteer.find('Alphen')).includes('Alphen, Alphen-Chaam'));
});

test('a place that does not exist gives what resembles it, never one in silence', () => {
  const cases = [
    ['Eindhove', 'Eindhoven, Eindhoven'],
    ['Endhoven', 'Eindhoven, Eindhoven'],
    ['Eidnhoven', 'Eindhoven, Eindhoven'],
    ['Utrect', 'Utrecht, Utrecht'],
    ['Den Hag', 'Den Haag, Den Haag'],
    ['Sint Anaparochie', 'Sint Annaparochie, Waadhoeke'],
    ['Dorpsstraat 12 Eindhoven', 'Eindhoven, Eindhoven'],
    ['Limburg', 'Maastricht, Maastricht'],
    ['Ommoord', 'Ommoord, Rotterdam'],
  ];
  for (const [text, first] of cases) {
    const answer = gazetteer.find(text!);
    assert.equal(answer.kind, 'near', text);
    assert.equal(places(answer)[0], first, text);
    assert.ok(places(answer).length <= 5);
  }
  for (const text of ['xyzzyq', 'Voorbeeldstad', 'a', '<script>', '12']) assert.equal(gazetteer.find(text).kind, 'unknown', text);
});

test('the whole country and nothing at all are answers too', () => {
  for (const text of ['overal in Nederland', 'Overal', 'heel Nederland', 'maakt niet uit']) assert.equal(gazetteer.find(text).kind, 'country', text);
  for (const text of ['', '   ', '-', "'"]) assert.equal(gazetteer.find(text).kind, 'empty', text);
});

test('a postcode without a table says so, and helps itself to a place beside it', () => {
  assert.deepEqual(gazetteer.find('1234 AB'), {kind: 'postcode', pc4: 1234, table: false});
  assert.deepEqual(gazetteer.find('1234'), {kind: 'postcode', pc4: 1234, table: false});
  const answer = gazetteer.find('5611 AB Eindhoven');
  assert.equal(place(answer), 'Eindhoven, Eindhoven');
  assert.equal(answer.kind === 'place' && answer.place.pc4, 5611);
  assert.equal(place(gazetteer.find('Eindhoven 5611ab')), 'Eindhoven, Eindhoven');
});

const OWN: PlacesPart = {
  places: {name: ['Voorbeeldstad', 'Zwolle', 'Nes'], lat: [521_000, 525_200, 520_000], lon: [55_000, 61_000, 50_000], area: ['Voorbeeldstad', '', 'Voorbeeldstad'], code: ['', 'GM0193', '']},
  postcodes: {pc4: [1234, 5611], lat: [521_100, 514_400], lon: [55_100, 54_800], area: ['Voorbeeldstad', ''], code: ['', 'GM0772']},
};

test("an organisation's own places and postcodes come first", () => {
  const own = new Gazetteer(OWN);
  assert.equal(place(own.find('voorbeeldstad')), 'Voorbeeldstad, Voorbeeldstad');
  assert.deepEqual(own.find('1234ab'), {kind: 'place', place: {name: '1234', pc4: 1234, lat: 52.11, lon: 5.51, area: 'Voorbeeldstad'}});
  const eindhoven = own.find('5611');
  assert.equal(eindhoven.kind === 'place' && eindhoven.place.area, 'Eindhoven');
  assert.deepEqual(own.find('9999'), {kind: 'postcode', pc4: 9999, table: true});
  const zwolle = own.find('Zwolle');
  assert.equal(zwolle.kind === 'place' && zwolle.place.lat, 52.52, 'the own one replaces the one of the table');
  assert.equal(places(own.find('Nes')).length, 3, 'a namesake elsewhere stays beside it');
});

test('a gemeente that only the own table names is found, in the middle of its places', () => {
  const places = {name: ['Elzendorp', 'Zilverkade', 'Nes'], lat: [525_000, 527_000, 530_000], lon: [52_000, 54_000, 60_000], area: ['Lindewaard', 'Lindewaard', 'Utrecht'], code: ['GM9901', 'GM9901', 'GM0344']};
  const own = new Gazetteer({places});
  const wanted = {name: 'Lindewaard', lat: 52.6, lon: 5.3, area: 'Lindewaard', code: 'GM9901'};
  for (const text of ['Lindewaard', 'lindewaard', 'gemeente Lindewaard']) assert.deepEqual(own.find(text), {kind: 'place', place: wanted}, text);
  assert.deepEqual(own.area('GM9901'), wanted);
  const utrecht = own.find('Utrecht');
  assert.ok(utrecht.kind !== 'place' || utrecht.place.lat < 52.2, 'a gemeente of the open table stays where it is');
});

test('what offers tell of a postcode serves where no table does', () => {
  const hinted = new Gazetteer(undefined, new Map([[5611, {lat: 51.44, lon: 5.48}]]));
  assert.deepEqual(hinted.find('5611 AB'), {kind: 'place', place: {name: '5611', pc4: 5611, lat: 51.44, lon: 5.48}});
  assert.equal(hinted.find('5612').kind, 'postcode');
});

test('a gemeente is found by name and by code', () => {
  assert.equal(gazetteer.area('GM0772')?.name, 'Eindhoven');
  assert.equal(gazetteer.area('gm0772')?.name, 'Eindhoven');
  assert.equal(gazetteer.area('Bergen (NH.)')?.code, 'GM0373');
  assert.equal(gazetteer.area("'s-Gravenhage")?.code, 'GM0518');
  assert.equal(gazetteer.area('GM9999'), undefined);
  assert.equal(gazetteer.area('Nergenshuizen'), undefined);
});

test("a device's location is called after the nearest place, and its gemeente told only well inside it", () => {
  assert.deepEqual(gazetteer.at(51.44, 5.47), {name: 'Eindhoven', lat: 51.44, lon: 5.47, shared: true, province: 'Noord-Brabant', area: 'Eindhoven', code: 'GM0772'});
  assert.equal(gazetteer.at(52.2, 5.5)?.area, undefined);
  assert.equal(gazetteer.at(48.85, 2.35), undefined, 'Paris is no place of the Netherlands');
});

test('typing suggests what begins so, the largest first', () => {
  assert.deepEqual(gazetteer.suggest('ein').map(({name}) => name), ['Eindhoven', 'Einighausen']);
  assert.equal(gazetteer.suggest('den b')[0]?.name, "'s-Hertogenbosch");
  assert.deepEqual(gazetteer.suggest('e'), []);
});

test('every place of the table is found by its own name', () => {
  for (const {name, code, quarter} of readTable().places) {
    const answer = gazetteer.find(name);
    const found = answer.kind === 'place' ? [answer.place] : 'places' in answer ? answer.places : [];
    if (!quarter) assert.ok(found.some((one) => one.code === code), `${name} (${code})`);
    else assert.ok(found.length, name);
  }
});

test('one slip of the finger in a longer name still names the place', () => {
  const long = readTable().places.filter(({name, quarter}) => !quarter && name.length >= 7);
  fc.assert(
    fc.property(fc.nat(long.length - 1), fc.nat(), fc.constantFrom('drop', 'swap', 'double'), (index, at, slip) => {
      const {name, code} = long[index]!;
      const spot = 1 + (at % (name.length - 2));
      const typed = slip === 'drop' ? name.slice(0, spot) + name.slice(spot + 1) : slip === 'swap' ? name.slice(0, spot) + name[spot + 1]! + name[spot]! + name.slice(spot + 2) : name.slice(0, spot) + name[spot]! + name.slice(spot);
      const answer = gazetteer.find(typed);
      if (answer.kind === 'near' || answer.kind === 'choose') assert.ok(answer.places.some((one) => one.code === code), `${typed} for ${name}`);
      else assert.equal(answer.kind, 'place', `${typed} for ${name}`);
    }),
    {numRuns: 150, seed: 5},
  );
});

test('whatever is typed gets an answer, quickly also when it is long', () => {
  fc.assert(fc.property(fc.string({unit: 'grapheme', maxLength: 40}), (text) => assert.ok(gazetteer.find(text).kind)), {numRuns: 100, seed: 5});
  for (const text of ['a'.repeat(1e6), '__proto__', 'constructor', '(((', ',,,', '0000', '99999', "' OR 1=1"]) assert.ok(gazetteer.find(text).kind, text.slice(0, 20));
});
