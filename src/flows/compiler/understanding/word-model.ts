import {featuresOf, scaleOf} from '../../../understanding/features.js';
import {hearTokens} from '../../../understanding/heard.js';
import {stretchesOf} from '../../../understanding/stretches.js';
import {readMessage} from '../../../understanding/tokens.js';
import {Vocabulary} from '../../../understanding/vocabulary.js';
import {CLASS_FROM, MOST_STEPS, WEIGHT_STEPS, WEIGHT_ZERO, type WordModel} from '../../model/word-model.js';
import {train, type Lesson} from './train.js';

/** A sentence, and what it is about: the first class most. */
export interface Sentence {
  text: string;
  /** Its clauses are about that too: a message is read in these. Not so where only a piece of it is what it is about. */
  throughout?: boolean;
  about: readonly number[];
  weight: number;
}

export interface ModelSize {
  keepWeights: number;
  keepFeatures: number;
  /** A pair of words counts as a feature from so many sentences on. */
  pairsFrom: number;
}

const SHARE_OF_OTHERS = 0.4;
const SHARED_LETTERS = 9;

/** Learns from sentences which words tell what they are about, and packs it as visitors fetch it. */
export function learnWords(sentences: readonly Sentence[], classes: number, {keepWeights, keepFeatures, pairsFrom}: ModelSize, synonyms: readonly (readonly string[])[]): WordModel {
  const vocabulary = new Vocabulary();
  vocabulary.equate(synonyms);
  const read = sentences.map(({text}) => readMessage(text).tokens);
  for (const tokens of read) for (const {text} of tokens) if (!/\d/.test(text)) vocabulary.add(text);
  vocabulary.close();
  const counts = new Map<string, number>();
  const shown = sentences.flatMap((sentence, n) => {
    const heard = hearTokens(read[n]!, vocabulary, {guesses: 0});
    const whole = {from: 0, to: heard.length};
    const pieces = sentence.throughout ? stretchesOf(heard).filter(({from, to}) => to - from < heard.length) : [];
    return [whole, ...pieces].map(({from, to}, piece) => {
      const scale = scaleOf(heard, from, to);
      const features = [...featuresOf(heard, from, to, vocabulary)].map(([name, {sure}]) => [name, sure * scale] as const);
      if (!piece) for (const [name] of features) counts.set(name, (counts.get(name) ?? 0) + 1);
      return {features, sentence};
    });
  });
  const names = [...counts].filter(([name, count]) => name && !/\d/.test(name) && (!name.includes(' ') || count >= pairsFrom)).map(([name]) => name);
  const numbers = new Map(names.map((name, n) => [name, n]));
  const lessons = shown.map(({features, sentence: {about, weight}}): Lesson => {
    const whole = 1 + SHARE_OF_OTHERS * (about.length - 1);
    const known = features.filter(([name]) => numbers.has(name));
    return {
      shows: Int32Array.from(known, ([name]) => numbers.get(name)!),
      strengths: Float32Array.from(known, ([, strength]) => strength),
      about: about.map((one, place) => [one, (place ? SHARE_OF_OTHERS : 1) / whole] as const),
      weight,
    };
  });
  const {weights, bias} = train(lessons, {features: names.length, classes, keepWeights, keepFeatures});
  return packed(new Map([...weights].map(([feature, list]) => [names[feature]!, list])), bias);
}

function packed(weights: ReadonlyMap<string, readonly (readonly [number, number])[]>, bias: Float32Array): WordModel {
  const words: string[] = [];
  const said: string[] = [];
  let before = '';
  for (const name of [...weights.keys()].sort()) {
    const codes = weights.get(name)!.flatMap(([one, weight]) => {
      const steps = Math.max(-MOST_STEPS, Math.min(MOST_STEPS, Math.round(weight * WEIGHT_STEPS)));
      return steps ? [String.fromCharCode(CLASS_FROM + one, WEIGHT_ZERO + steps)] : [];
    });
    if (!codes.length) continue;
    let shared = 0;
    while (shared < SHARED_LETTERS && shared < before.length && before[shared] === name[shared]) shared++;
    words.push(`${shared}${name.slice(shared)}`);
    said.push(codes.join(''));
    before = name;
  }
  return {words: words.join(''), weights: said.join(' '), bias: [...bias].map((one) => Math.round(one * 100))};
}
