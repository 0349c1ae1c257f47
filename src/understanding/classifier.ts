import {featuresOf, scaleOf} from './features.js';
import type {Heard} from './heard.js';
import type {ReadModel} from './read-word-model.js';
import type {Vocabulary} from './vocabulary.js';

/** What a stretch of a message is about: for each class how likely, together 1. */
export interface Judged {
  likely: Float32Array;
  /** Whether anything in it is known. */
  known: boolean;
  /** The words that speak for a class, those that say most first. */
  because(one: number): number[];
}

/** Tells what words are about, by weights that the compiler learned from sentences (softmax regression). */
export class Classifier {
  private readonly weights: ReadonlyMap<string, readonly (readonly [one: number, weight: number])[]>;
  private readonly bias: readonly number[];

  constructor(
    {weights, bias}: ReadModel,
    private readonly vocabulary: Vocabulary,
  ) {
    this.weights = weights;
    this.bias = bias;
    for (const name of weights.keys()) for (const stem of name.split(' ')) if (!stem.startsWith('@')) vocabulary.addStem(stem);
  }

  /** `hidden` words are passed over. */
  judge(heard: readonly Heard[], from: number, to: number, hidden?: ReadonlySet<number>): Judged {
    const scores = new Float32Array(this.bias);
    const scale = scaleOf(heard, from, to);
    const there: {at: number; strength: number; weights: readonly (readonly [number, number])[]}[] = [];
    for (const [name, {sure, at}] of featuresOf(heard, from, to, this.vocabulary, hidden)) {
      const weights = this.weights.get(name);
      if (!weights) continue;
      const strength = sure * scale;
      there.push({at, strength, weights});
      for (const [one, weight] of weights) scores[one]! += weight * strength;
    }
    return {
      likely: softmax(scores),
      known: there.length > 0,
      because(one) {
        const said = new Map<number, number>();
        for (const {at, strength, weights} of there) for (const [about, weight] of weights) if (about === one) said.set(at, (said.get(at) ?? 0) + weight * strength);
        return [...said].filter(([, much]) => much > 0.3).sort(([, a], [, b]) => b - a).map(([at]) => at);
      },
    };
  }
}

function softmax(scores: Float32Array): Float32Array {
  let most = -Infinity;
  for (const one of scores) most = Math.max(most, one);
  let sum = 0;
  for (let n = 0; n < scores.length; n++) sum += scores[n] = Math.exp(scores[n]! - most);
  return scores.map((one) => one / sum);
}
