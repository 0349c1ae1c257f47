/** A pack that can be talked to; every name and number is made up, and so are the words of a call for help. */
import type {Flow} from '../../src/flows/model/flow.js';
import {learn} from '../../src/flows/compiler/understanding/learn.js';
import type {Teaching} from '../../src/flows/compiler/understanding/teaching.js';
import type {UnderstandingPart} from '../../src/flows/model/understanding.js';
import {FILES, MANIFEST} from './fixtures.js';

export const CHAT: Flow = {
  id: 'chat',
  lang: 'nl',
  title: 'Stel je vraag',
  steps: [
    {
      id: 'welkom',
      entry: true,
      title: ['Waar kan ik je bij helpen?'],
      body: [{t: 'p', c: ['Ik ben een programma, geen mens.']}],
      control: {
        t: 'one',
        answers: [
          {id: 'herken', label: ['Doe ik veel?'], to: {flow: 'herken-je-jezelf', step: 'wie'}},
          {id: 'helpen', label: ['Ik wil helpen'], to: {flow: 'hulp-aanbieden', step: 'wat'}},
        ],
      },
    },
  ],
};

/** A pack has many things to say; a word that only one of them has then weighs. */
const OTHERS = ['lamp', 'fiets', 'tuin', 'brood', 'trap', 'jas', 'boek', 'kaars', 'vloer', 'dak', 'boom', 'vis', 'ketel', 'poort', 'zeil', 'hamer', 'spiegel', 'krant', 'deken', 'emmer', 'ladder', 'stoel', 'kast', 'bord', 'pan', 'klok', 'bril', 'wiel', 'touw', 'kwast'];

const TEACHING: Teaching = {
  lang: 'nl',
  targets: [
    {kind: 'support', id: 'nachtzorg', title: 'Iemand die een nacht of avond overneemt', says: ['nachtzorg', 'iemand voor de nacht', 'ik slaap niet meer']},
    {kind: 'support', id: 'taken-verdelen', title: 'Samen verdelen met familie en vrienden', says: ['taken verdelen', 'mijn zus doet niets', 'samen verdelen']},
    {kind: 'flow', id: 'hulp-aanbieden', title: 'Hulp aanbieden', says: ['ik wil iemand helpen', 'hulp aanbieden aan mijn buurman']},
    {kind: 'flow', id: 'herken-je-jezelf', title: 'Herken je jezelf?', says: ['doe ik veel voor iemand', 'herken ik mezelf']},
    ...OTHERS.map((word) => ({kind: 'support' as const, id: word, title: word, says: [`een ${word} repareren`]})),
    {kind: 'fact', id: 'hulplijn', title: 'hulplijn', says: ['telefoonnummer van de hulplijn'], fact: {label: 'Nummer van de hulplijn', c: [{t: 'fact', id: 'hulplijn', c: '0123 456 780', href: 'tel:0123456780', date: '2026-03-01', source: 'Verzonnen bron'}]}},
  ],
  alarms: [
    {
      id: 'zelfdoding',
      title: ['Blijf hier niet alleen mee'],
      c: [{t: 'p', c: ['Bel ', {t: 'fact', id: 'hulp', c: '113', href: 'tel:113'}, ' of ', {t: 'fact', id: 'spoed', c: '112', href: 'tel:112'}, '.']}, {t: 'show', what: 'contact'}],
      says: ['wil niet meer leven', 'wil dood'],
      unless: ['lach me dood'],
    },
  ],
  learns: [
    {name: 'relatie', value: 'ouder', says: ['mijn moeder', 'mijn vader']},
    {name: 'taken', value: 'verzorging', set: true, says: ['ik was haar', 'wassen en aankleden']},
  ],
  asides: [
    {id: 'groet', says: ['hallo', 'goedemiddag']},
    {id: 'medisch', says: ['welke pillen moet', 'is dit kanker']},
  ],
  languages: [{lang: 'en', says: ['help', 'mother', 'my', 'is', 'ill', 'please']}, {lang: 'tr', says: ['annem', 'hasta', 'yardım', 'lütfen']}],
  synonyms: [],
  terms: [],
  what: ['wat is'],
  person: ['met een mens praten'],
  where: ['in de buurt'],
  offers: [],
  examples: [],
};

export const {understanding: UNDERSTANDING, alarms: ALARMS} = learn(TEACHING);

const part = (kind: 'flow' | 'alarms' | 'understanding', id: string, lang = 'nl') => ({kind, id, lang, file: `${kind}.${id}.${lang}.json`, integrity: ''}) as const;

/** Files and manifest for `publish`. */
export function chatPack({understanding = UNDERSTANDING}: {understanding?: UnderstandingPart | undefined} = {}) {
  const files = {...FILES, 'flow.chat.nl.json': CHAT, 'flow.chat.en.json': {...CHAT, lang: 'en', title: 'Ask your question'}, 'alarms.all.nl.json': ALARMS, 'understanding.all.nl.json': understanding};
  const manifest = {...MANIFEST, languages: ['nl', 'en'], parts: [...MANIFEST.parts, part('flow', 'chat'), part('flow', 'chat', 'en'), part('alarms', 'all'), part('understanding', 'all')]};
  return [files, manifest] as const;
}
