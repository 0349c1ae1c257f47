import assert from 'node:assert/strict';
import {test} from 'node:test';
import {basePack, understandingIn} from '../support/understanding.js';

const pack = basePack();
const dutch = understandingIn();
const english = understandingIn('en');
const group = (text: string, language = dutch) => language.understand(text).alarm?.id;

test('hears each danger, plainly said', () => {
  assert.equal(group('ik wil dood'), 'zelfdoding');
  assert.equal(group('mijn man ademt niet meer'), 'gevaar');
  assert.equal(group('mijn zoon slaat mij'), 'geweld');
  assert.equal(group('ze wordt misbruikt door haar broer'), 'misbruik');
  assert.equal(group('ik heb mijn vader geslagen'), 'ontspoord');
  assert.equal(group('mama is al dagen weg'), 'kind-alleen');
});

test('tells who does it to whom', () => {
  assert.equal(group('ik sla haar soms'), 'ontspoord');
  assert.equal(group('hij slaat me vaak'), 'geweld');
  assert.equal(group('soms sla ik hem'), 'ontspoord');
});

test('a denial takes no alarm away', () => {
  for (const text of ['ik wil heus niet dood hoor, echt niet', 'ik ga haar heus niet slaan', 'nee ik zal mezelf niks aandoen']) assert.ok(group(text), text);
});

test('hears through slips, sounds, capitals, missing letters and letters apart', () => {
  for (const text of ['ik wil doot', 'IK WIL NIET MEER LEVEN!!!', 'ik wl niet mer leeven', 'zelfmoort', 'z e l f m o o r d', 'z3lfm00rd', 'zelf\u00admoord', 'zelf\u200bmoord', 'ik wil niemeer leven', 'm’n man slaad me']) {
    assert.ok(group(text), text);
  }
});

test('hears in the middle of a long message without any full stop', () => {
  const filler = 'en dan moet ik ook nog de was doen en mijn moeder belt en de hond moet uit en ik slaap slecht '.repeat(12);
  const {alarm} = dutch.understand(`${filler} en soms wil ik gewoon niet meer leven ${filler}`);
  assert.equal(alarm?.id, 'zelfdoding');
  assert.match(alarm!.said, /wil ik gewoon niet meer leven/);
});

test('hears it in a letter of a hundred thousand characters', () => {
  const filler = 'De gemeente schrijft dat wij nog even geduld moeten hebben met de aanvraag. ';
  const text = filler.repeat(600) + 'Ik maak er een eind aan. ' + filler.repeat(600);
  assert.ok(text.length > 90_000);
  assert.equal(group(text), 'zelfdoding');
});

test('sayings are no alarm', () => {
  for (const text of ['ik ben doodmoe', 'ik sterf van de honger', 'ik schrik me dood van die brief', 'hij slaat elke dag zijn pillen over', 'dat slaat nergens op', 'wie zorgt er voor mijn zoon als ik er niet meer ben', 'om gek van te worden', 'de klap kwam later']) {
    assert.equal(group(text), undefined, text);
  }
});

test('a saying beside a call for help hides nothing', () => {
  assert.equal(group('ik ben doodmoe en ik wil dood'), 'zelfdoding');
  assert.equal(group('hij slaat mij over de kop'), 'geweld');
});

test('daily messages give no alarm', () => {
  for (const text of ['mijn moeder heeft dementie', 'waar vind ik een logeerhuis', 'ik wil niet meer alles alleen doen', 'mijn man wil niet naar de dagopvang', 'ik kan niet meer werken', 'ik ben bang voor de toekomst', 'mijn vader is vorig jaar overleden']) {
    assert.equal(group(text), undefined, text);
  }
});

test('English calls for help are heard in English and among Dutch', () => {
  for (const text of ['I want to die', 'my husband hits me', 'she is not breathing', 'I might hurt him', 'my parents are gone and I am home alone']) {
    assert.ok(group(text, english), text);
    assert.ok(group(text), text);
  }
});

test('English words that look like Dutch ones mean nothing in a Dutch sentence', () => {
  for (const text of ['ik slaap slecht en mijn man die is moe', 'want die man is ziek', 'het is de beste plek']) assert.equal(group(text), undefined, text);
});

test('a misspelt call is heard in English too', () => {
  for (const text of ['i want to kil myself', 'suicidel', 'he is hiting me']) assert.ok(group(text, english), text);
});

test('in another language an expression is what it says, and small words of it that are Dutch ones count', () => {
  for (const [text, wanted] of [['i want to die', 'zelfdoding'], ['i just want to die and nobody knows', 'zelfdoding'], ['my husband hits me and i am afraid to go home', 'geweld'], ['kocam beni dövüyor', 'geweld']] as const) assert.equal(dutch.understand(text).alarm?.id, wanted, text);
  for (const text of ['my husband had a stroke and i do not know where to ask for help in the netherlands', 'my mother is ill and i want to work', 'help my mother']) assert.equal(dutch.understand(text).alarm, undefined, text);
});

test('every expression of the pack sets off its own alarm', () => {
  for (const {teaching, reader} of [{teaching: pack.teaching, reader: dutch}, {teaching: pack.translations[0]!.teaching!, reader: english}]) {
    for (const {id, says} of teaching.alarms) for (const text of says) assert.ok(group(`ik hij ${text}`, reader) ?? group(text, reader), `${id}: ${text}`);
  }
});

test('every group has calm words, a number and the contact', () => {
  for (const {id, c} of pack.teaching.alarms) {
    assert.match(JSON.stringify(c), /"href":"tel:/, id);
    assert.deepEqual(c.at(-1), {t: 'show', what: 'contact'}, id);
  }
});
