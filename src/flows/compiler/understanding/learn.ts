import {Alarms} from '../../../understanding/alarm.js';
import type {AlarmsPart} from '../../model/alarms.js';
import {ASIDES, type UnderstandingPart} from '../../model/understanding.js';
import type {WordModel} from '../../model/word-model.js';
import type {ExampleAbout, Teaching} from './teaching.js';
import {learnWords, type ModelSize, type Sentence} from './word-model.js';

/** What visitors fetch of what the chat was taught. */
export interface Learnt {
  understanding?: UnderstandingPart;
  alarms?: AlarmsPart;
}

/** Held to by `test/size`: the bytes that a visitor fetches who types something. */
const ANSWERS: ModelSize = {keepWeights: 13_300, keepFeatures: 9_000, pairsFrom: 2};
const CALLS: ModelSize = {keepWeights: 9_500, keepFeatures: 8_000, pairsFrom: 2};
const OWN_WORDS = 0.2;
const EXPRESSION = 0.3;
/** Whoever wrote a sentence with all that answers it, wrote it as people do; the others are mostly single words. */
const SEVERAL = 2;
/** A target of which more than this part of the expressions are calls for help is no lesson in what is calm. */
const ALARMING = 0.15;

const learnt = new WeakMap<Teaching, Learnt>();

/** Learns from what a pack says; takes some ten seconds for tens of thousands of sentences. The same teaching gives the same parts. */
export function learn(teaching: Teaching): Learnt {
  let done = learnt.get(teaching);
  if (!done) learnt.set(teaching, (done = {...answersOf(teaching), ...callsOf(teaching)}));
  return done;
}

/** A pack without kinds of support and words has nothing that a chat could understand. */
function answersOf(teaching: Teaching): Pick<Learnt, 'understanding'> {
  const {lang, targets, asides, examples, learns, languages, synonyms, terms, where, what, person, offers} = teaching;
  if (!asides.length && !targets.some(({says}) => says.length)) return {};
  const classOf = new Map([...targets.map(({kind, id}) => `${kind} ${id}`), ...ASIDES].map((key, n) => [key, n]));
  const sentences: Sentence[] = [];
  targets.forEach(({title, says, words = []}, one) => {
    for (const text of new Set([title, ...says])) sentences.push({text, about: [one], weight: 1});
    for (const text of words) sentences.push({text, about: [one], weight: OWN_WORDS});
  });
  for (const {id, says} of asides) for (const text of says) sentences.push({text, about: [classOf.get(id)!], weight: 1});
  for (const {text, about} of examples) {
    const ones = about.flatMap((one) => classOf.get(one.t === 'target' ? `${one.kind} ${one.id}` : one.t === 'aside' ? one.id : '') ?? []);
    if (ones.length) sentences.push({text, about: ones, weight: ones.length > 1 ? SEVERAL : 1});
  }
  const model = remembered(sentences, targets.length + ASIDES.length, ANSWERS, [...terms.map(({says}) => says), ...synonyms]);
  return {understanding: {lang, targets: targets.map(({says: _, words: __, ...target}) => target), model, learns, languages, synonyms, terms, where, what, ...(person.length ? {person} : {}), offers}};
}

function callsOf({lang, targets, alarms, asides, examples}: Teaching): Pick<Learnt, 'alarms'> {
  if (!alarms.length) return {};
  const calm = alarms.length;
  const sentences: Sentence[] = [];
  const said = new Set<string>();
  const add = (texts: Iterable<string>, one: number, weight = 1) => {
    for (const text of texts) {
      // What fits two kinds of support stands below both, and is calm once.
      const key = `${one} ${text}`;
      if (said.has(key)) continue;
      said.add(key);
      sentences.push({text, about: [one], weight, throughout: one === calm});
    }
  };
  alarms.forEach(({says, foreign = [], unless = []}, group) => {
    add([...says, ...foreign], group, EXPRESSION);
    add(unless, calm);
  });
  const explicit = new Alarms({lang, groups: alarms, model: {letters: '', packed: '', bias: []}});
  const alarming = new Set<string>();
  for (const {kind, id, title, says} of targets) {
    if (says.filter((text) => explicit.hear(text)).length > ALARMING * says.length) alarming.add(`${kind} ${id}`);
    else add([title, ...says], calm);
  }
  for (const {says} of asides) add(says, calm);
  for (const {text, about} of examples) {
    const group = groupOf(about);
    if (group >= 0) add([text], group);
  }
  /** A sentence about something that is mostly alarming is neither the one nor the other. */
  function groupOf(about: readonly ExampleAbout[]): number {
    const call = about.find((one) => one.t === 'alarm');
    if (call) return alarms.findIndex(({id}) => id === call.id);
    return about.some((one) => one.t === 'target' && alarming.has(`${one.kind} ${one.id}`)) ? -1 : calm;
  }
  const model = remembered(sentences, alarms.length + 1, CALLS, []);
  return {alarms: {lang, groups: alarms, model}};
}

const MOST_REMEMBERED = 6;
const models = new Map<string, WordModel>();

/** An editor's preview compiles at every pause in typing; what the chat learns from seldom changes. */
function remembered(sentences: readonly Sentence[], classes: number, size: ModelSize, synonyms: readonly (readonly string[])[]): WordModel {
  const key = JSON.stringify([classes, size, synonyms, sentences]);
  const known = models.get(key);
  if (known) return known;
  const model = learnWords(sentences, classes, size, synonyms);
  if (models.size >= MOST_REMEMBERED) models.delete(models.keys().next().value!);
  models.set(key, model);
  return model;
}
