import {expect} from '@open-wc/testing';
import type {AlarmsPart} from '../../../src/flows/model/alarms.js';
import type {UnderstandingPart} from '../../../src/flows/model/understanding.js';
import {packedRows} from '../../../src/flows/compiler/understanding/word-model.js';
import {ALARMS as CALLED, chatPack, UNDERSTANDING as UNDERSTOOD} from '../chat-fixtures.js';
import {MANIFEST} from '../fixtures.js';
import {all, clear, has, inside, press, publish, ready, stepOf, until, type Tag} from '../support.js';

/** Parts that are wrong in one way, with the hash that their manifest says: what a hostile or broken site would publish. */
const UNDERSTANDING = UNDERSTOOD!;
const ALARMS = CALLED!;
const {model} = UNDERSTANDING;
const lines = (count: number, letter: string) => Array.from({length: count}, (_, n) => `${letter}${n}`);
const everyClass = (count: number) => Array.from({length: count}, (_, n) => [n, 15] as const);
const half = model.packed.slice(0, Math.floor(model.packed.length / 8) * 4);

const WORDS: Record<string, unknown> = {
  'a model of no length': {...UNDERSTANDING, model: {...model, packed: ''}},
  'a model that is cut off': {...UNDERSTANDING, model: {...model, packed: half}},
  'bits of something else': {...UNDERSTANDING, model: {...model, packed: 'q7Zk'.repeat(30_000)}},
  'all bits set': {...UNDERSTANDING, model: {...model, packed: '////'.repeat(30_000)}},
  'no bit set': {...UNDERSTANDING, model: {...model, packed: 'AAAA'.repeat(30_000)}},
  'a model that is no base64': {...UNDERSTANDING, model: {...model, packed: '<b>*'}},
  'a model that is half a letter': {...UNDERSTANDING, model: {...model, packed: `${half}A`}},
  'more bits than are read': {...UNDERSTANDING, model: {...model, packed: 'AAAA'.repeat(30_001)}},
  'no letters': {...UNDERSTANDING, model: {...model, letters: ''}},
  'other letters': {...UNDERSTANDING, model: {...model, letters: 'zyxwvutsrqponmlkjihgfedcba@ \u0000'}},
  'more classes than targets': {...UNDERSTANDING, targets: UNDERSTANDING.targets.slice(0, 1)},
  'more targets than classes': {...UNDERSTANDING, model: {...model, bias: []}},
  'a list of twenty thousand': {...UNDERSTANDING, model: {...model, bias: Array.from({length: 20_000}, () => 0)}},
  'a longer list than is read': {...UNDERSTANDING, model: {...model, bias: Array.from({length: 20_001}, () => 0)}},
  'numbers beyond numbers': {...UNDERSTANDING, model: {...model, bias: model.bias.map((_, n) => (n % 2 ? 1e308 : -1e308))}},
  'a list of words instead of numbers': {...UNDERSTANDING, model: {...model, bias: ['veel']}},
  'one word that means everything': {
    ...UNDERSTANDING,
    targets: lines(12_000, 't').map((id) => ({kind: 'support', id, title: 'T'})),
    model: packedRows([{name: 'slap', weights: everyClass(12_007)}], Array.from({length: 12_007}, () => 0)),
  },
  'targets that lead nowhere': {...UNDERSTANDING, targets: UNDERSTANDING.targets.map((target) => ({...target, id: `${target.id}-weg`}))},
  'facts without a fact': {...UNDERSTANDING, targets: UNDERSTANDING.targets.map(({id, title}) => ({kind: 'fact', id, title}))},
  'more expressions than anybody looks for': {...UNDERSTANDING, learns: lines(50, 'n').map((name) => ({name, value: 'v', says: lines(1000, 'ik slaap ')}))},
  'names of objects': {...UNDERSTANDING, learns: [{name: '__proto__', value: 'constructor', set: true, says: ['slaap']}, {name: 'constructor', says: ['leven']}]},
  'expressions of one sign': {...UNDERSTANDING, learns: [{name: 'relatie', value: 'ouder', says: ['?', ' ', '|', '*', '('.repeat(200)]}], where: ['*', '\\', '['], synonyms: [['slaap'], ['|', '|']]},
  'markup for titles': {...UNDERSTANDING, targets: UNDERSTANDING.targets.map((target) => ({...target, title: '<img src=x onerror="__broken=1">'}))},
  'languages that are none': {...UNDERSTANDING, languages: [{lang: 'xx-verzonnen', says: ['slaap', 'niet', 'meer', 'leven']}]},
  'a key too many': {...UNDERSTANDING, toString: 'x'},
  nothing: null,
};

const CALLS: Record<string, unknown> = {
  'groups without text': {...ALARMS, groups: ALARMS.groups.map((group) => ({...group, title: [], c: []}))},
  'groups without numbers': {...ALARMS, groups: ALARMS.groups.map((group) => ({...group, c: [{t: 'p', c: ['Wat erg. Bel ', {t: 'a', href: 'tel:112', c: [' ']}, '.']}, {t: 'show', what: 'contact'}]}))},
  'groups without expressions': {...ALARMS, groups: ALARMS.groups.map((group) => ({...group, says: []}))},
  'groups without names': {...ALARMS, groups: ALARMS.groups.map(({id: _, ...group}) => group)},
  'no groups': {...ALARMS, groups: []},
  'more expressions than anybody looks for': {...ALARMS, groups: lines(50, 'g').map((id) => ({...ALARMS.groups[0], id, says: lines(1000, 'ik wil ')}))},
  'a model of something else': {...ALARMS, model},
  'a model that is cut off': {...ALARMS, model: {...ALARMS.model, packed: ALARMS.model.packed.slice(0, 40), bias: []}},
  'numbers that are never called': {...ALARMS, groups: ALARMS.groups.map((group) => ({...group, c: [{t: 'p', c: [{t: 'fact', id: 'x', c: '112', href: 'javascript:__broken=1'}]}]}))},
  'exceptions for everything': {...ALARMS, groups: ALARMS.groups.map((group) => ({...group, unless: ['leven', 'niet', 'ik']}))},
  nothing: [],
};

async function chat(understanding: unknown, alarms: unknown) {
  const [files, manifest] = chatPack();
  const content = {...files, 'understanding.all.nl.json': understanding as UnderstandingPart, 'alarms.all.nl.json': alarms as AlarmsPart};
  return ready('', {tag: 'mz-chat', folder: await publish(undefined, [content, manifest])});
}

async function say(element: Tag, text: string): Promise<HTMLElement> {
  const before = all(element, '[data-bericht]').length;
  inside<HTMLTextAreaElement>(element, '[data-invoer=vraag]').value = text;
  await press(element, 'stuur');
  await until(() => all(element, '[data-bericht]').length >= before + 2);
  await element.updateComplete;
  return all(element, '[data-bericht]').at(-1)!;
}

/** The page is whole: words, starters, somebody to call, and a dialogue that can be begun. */
async function assertWhole(element: Tag): Promise<void> {
  const root = element.shadowRoot!;
  expect(has(element, '[data-contact], [data-knop=contact]')).to.equal(true);
  expect(all(element, '[data-bericht="1"] [data-knop=starter]').length).to.equal(2);
  expect(root.querySelector('img, script, [onerror], a[href^="javascript"]')).to.equal(null);
  expect((globalThis as {__broken?: unknown}).__broken).to.equal(undefined);
  const told = new Promise((resolve) => element.addEventListener('mz-stap', resolve, {once: true}));
  all(element, '[data-bericht="1"] [data-knop=starter]')[0]!.click();
  await told;
  expect(stepOf(element)).to.equal('wie');
}

describe('<mz-chat> with parts that were tampered with', () => {
  afterEach(clear);

  for (const [name, part] of Object.entries(WORDS)) {
    it(`hears calls for help and stays whole: ${name}`, async () => {
      const {element} = await chat(part, ALARMS);
      expect((await say(element, 'ik slaap niet meer en ik wil niet meer leven')).querySelectorAll('[data-nood]').length).to.equal(2);
      const started = performance.now();
      for (const text of ['ik slaap niet meer', 'waar in de buurt', 'telefoonnummer van de hulplijn']) expect((await say(element, text)).textContent!.trim()).not.to.equal('');
      expect(performance.now() - started).to.be.lessThan(3000);
      await assertWhole(element);
    });
  }

  for (const name of ['groups without text', 'groups without numbers']) {
    it(`says what to do and whom to call, with calls for help that were: ${name}`, async () => {
      const {element} = await chat(UNDERSTANDING, CALLS[name]);
      const message = await say(element, 'ik wil niet meer leven');
      const frame = message.querySelector<HTMLElement>('[data-alarm]')!;
      expect(frame.querySelector('h1, h2, h3, h4, h5, h6')!.textContent).to.equal('Blijf hier niet alleen mee');
      expect(frame.textContent).to.contain(name === 'groups without text' ? 'Goed dat je het zegt' : 'Wat erg');
      await until(() => frame.querySelectorAll('[data-nood]').length === 2);
      expect([...frame.querySelectorAll('[data-nood]')].map((link) => link.getAttribute('href'))).to.deep.equal(['tel:112', `tel:${MANIFEST.contact.phone!.replace(/\D/g, '')}`]);
      expect(frame.textContent).to.contain(MANIFEST.contact.name);
      if (name === 'groups without text') await expect(element).to.be.accessible();
    });
  }

  for (const [name, part] of Object.entries(CALLS)) {
    it(`leads to a person and stays whole, with calls for help that were: ${name}`, async () => {
      const {element} = await chat(UNDERSTANDING, part);
      const message = await say(element, 'ik wil niet meer leven');
      expect(message.textContent!.trim()).not.to.equal('');
      await assertWhole(element);
    });
  }
});
