import {featuresOf, scaleOf} from '../../../understanding/features.js';
import {hearTokens} from '../../../understanding/heard.js';
import {soundOf} from '../../../understanding/sounds.js';
import {stretchesOf} from '../../../understanding/stretches.js';
import {readMessage, type Token} from '../../../understanding/tokens.js';
import {MAX_GUESSES, Vocabulary} from '../../../understanding/vocabulary.js';
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

/** Among so many sentences a word that stands in one of them alone tells nothing of what it is about. */
const MANY = 5_000;

/** Learns from sentences which words tell what they are about, and packs it as visitors fetch it. */
export function learnWords(sentences: readonly Sentence[], classes: number, {keepWeights, keepFeatures, pairsFrom}: ModelSize, synonyms: readonly (readonly string[])[]): WordModel {
  const vocabulary = new Vocabulary();
  vocabulary.equate(synonyms);
  const read = sentences.map(({text}) => readMessage(text).tokens);
  const {words, slips} = wordsOf(read);
  for (const word of words) vocabulary.add(word);
  vocabulary.close();
  const counts = new Map<string, number>();
  const shown = sentences.flatMap((sentence, n) => {
    const heard = hearTokens(read[n]!, vocabulary, {guesses: read[n]!.some(({text}) => slips.has(text)) ? MAX_GUESSES : 0});
    const whole = {from: 0, to: heard.length};
    const pieces = sentence.throughout ? stretchesOf(heard).filter(({from, to}) => to - from < heard.length) : [];
    return [whole, ...pieces].map(({from, to}, piece) => {
      const scale = scaleOf(heard, from, to);
      const features = [...featuresOf(heard, from, to, vocabulary)].map(([name, {sure}]) => [name, sure * scale] as const);
      if (!piece) for (const [name] of features) counts.set(name, (counts.get(name) ?? 0) + 1);
      return {features, sentence};
    });
  });
  const wordsFrom = sentences.length < MANY ? 1 : 2;
  const names = [...counts].filter(([name, count]) => name && !/\d/.test(name) && count >= (name.includes(' ') ? pairsFrom : wordsFrom)).map(([name]) => name);
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

/** What is written no more than a few times, while what sounds the same is so many times as often, is a slip. */
const FEW = 3;
const SLIP = 10;

/**
 * The words of sentences. Whoever wrote them made slips, as people do: those are no words of their own, or "slaad" would be
 * known, and not be heard as "slaat".
 */
function wordsOf(sentences: readonly (readonly Token[])[]): {words: string[]; slips: ReadonlySet<string>} {
  const counts = new Map<string, number>();
  for (const tokens of sentences) for (const {text} of tokens) if (!/\d/.test(text)) counts.set(text, (counts.get(text) ?? 0) + 1);
  const most = new Map<string, number>();
  for (const [word, count] of counts) most.set(soundOf(word), Math.max(count, most.get(soundOf(word)) ?? 0));
  const slips = new Set([...counts].flatMap(([word, count]) => (count <= FEW && count * SLIP <= most.get(soundOf(word))! ? [word] : [])));
  return {words: [...counts.keys()].filter((word) => !slips.has(word)), slips};
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
