import {featuresOf, scaleOf} from '../../../understanding/features.js';
import {hearTokens} from '../../../understanding/heard.js';
import {stretchesOf} from '../../../understanding/stretches.js';
import {readMessage} from '../../../understanding/tokens.js';
import {Vocabulary} from '../../../understanding/vocabulary.js';
import {MOST_LETTERS, codeRows, type WordRow} from '../../../understanding/word-rows.js';
import {LEVELS, LEVEL_ZERO, WEIGHT_STEPS, type WordModel} from '../../model/word-model.js';
import {BitWriter} from './bit-writer.js';
import {train, type Lesson} from './train.js';

/** A sentence, and what it is about: one thing as much as another. */
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
    const known = features.filter(([name]) => numbers.has(name));
    return {
      shows: Int32Array.from(known, ([name]) => numbers.get(name)!),
      strengths: Float32Array.from(known, ([, strength]) => strength),
      about: about.map((one) => [one, 1 / about.length] as const),
      weight,
    };
  });
  const {weights, bias} = train(lessons, {features: names.length, classes, keepWeights, keepFeatures});
  return packed(new Map([...weights].map(([feature, list]) => [names[feature]!, list])), bias);
}

function packed(weights: ReadonlyMap<string, readonly (readonly [number, number])[]>, bias: Float32Array): WordModel {
  const rows = [...weights].flatMap(([name, list]) => {
    const levels = list.flatMap(([one, weight]) => {
      const steps = Math.round(weight * WEIGHT_STEPS);
      return steps ? [[one, Math.max(0, Math.min(LEVELS - 1, steps + LEVEL_ZERO))] as const] : [];
    });
    return levels.length ? [{name, weights: levels}] : [];
  });
  return packedRows(rows, [...bias].map((one) => Math.round(one * 100)));
}

/** A model of rows, whose classes ascend. What has a letter that few have is left out. */
export function packedRows(rows: readonly WordRow[], bias: number[]): WordModel {
  const letters = lettersOf(rows.map(({name}) => name));
  const sorted = rows.filter(({name}) => [...name].every((letter) => letters.includes(letter))).sort((a, b) => (a.name < b.name ? -1 : 1));
  if (!sorted.length) return {letters: '', packed: '', bias};
  const writer = new BitWriter();
  const writing = codeRows(writer, letters, bias.length, sorted);
  while (!writing.next().done);
  return {letters, packed: base64(writer.finish()), bias};
}

/** The letters that names are made of, those that most names have; what has another is left out. */
function lettersOf(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) for (const letter of new Set(name)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  const most = [...counts].sort(([a, many], [b, other]) => other - many || (a < b ? -1 : 1)).slice(0, MOST_LETTERS);
  return most.map(([letter]) => letter).sort().join('');
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
