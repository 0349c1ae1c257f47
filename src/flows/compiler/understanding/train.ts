/** A sentence to learn from: what it shows, and what it is about. */
export interface Lesson {
  /** Features by number, and how strongly each is there. */
  shows: Int32Array;
  strengths: Float32Array;
  /** Classes with their share, together 1. */
  about: readonly (readonly [one: number, share: number])[];
  weight: number;
}

export interface TrainOptions {
  features: number;
  classes: number;
  /** So many weights are kept, of so many features at most: what visitors fetch is bounded by these. */
  keepWeights: number;
  keepFeatures: number;
}

export interface Trained {
  /** By feature: classes with their weight, those that were kept. */
  weights: Map<number, [one: number, weight: number][]>;
  bias: Float32Array;
}

/** Rounds with all weights, then with so many times as many as are kept in the end, then with those. */
const ROUNDS = 2;
const ROUNDS_WITH_MORE = 2;
const MORE = 3;
const ROUNDS_AFTER = 6;
/** What comes out is the mean of the rounds from this one on: a single round leans to the sentences that came last. */
const MEAN_FROM = 3;
const RATE = 0.8;
const RATE_AFTER = 0.48;
const BIAS_RATE = 0.2;
/** So much of what a sentence shows is passed over, another part each time: no word may count on the others being there. */
const PASSED_OVER = 0.2;
const SHRINK = 0.001;
/** What is less far off is right enough. */
const SMALL = 0.001;
/** What speaks against a class counts for less when weights are chosen: other classes outweigh it. */
const AGAINST = 0.2;
/** How much a feature that is seen often is worth, beside how much it says. */
const OFTEN = 0.3;

/** What is worth less is never kept. */
const LEAST_WORTH = 0.2;

/**
 * Learns by softmax regression which features speak for which class: first with all weights, then again with only those
 * that matter most. Stochastic gradient descent in a fixed order, so the same lessons give the same weights.
 */
export function train(lessons: readonly Lesson[], {features, classes, keepWeights, keepFeatures}: TrainOptions): Trained {
  const weights = new Float32Array(features * classes);
  const bias = new Float32Array(classes);
  const order = lessons.flatMap(({shows}, n) => (shows.length ? [n] : []));
  const random = generator();
  const rounds = (many: number, rate: (round: number) => number, kept?: readonly (Uint16Array | undefined)[], after?: (round: number) => void) => {
    for (let round = 0; round < many; round++) {
      learn(lessons, shuffled(order, random), {weights, bias, kept, rate: rate(round), random});
      after?.(round);
    }
  };
  rounds(ROUNDS, (round) => RATE / (1 + round * 0.2));
  const keep = (times: number) => {
    const kept = choose(lessons, weights, {features, classes, keepWeights: times * keepWeights, keepFeatures: times * keepFeatures});
    const chosen = new Uint8Array(weights.length);
    for (const [feature, ones] of kept) for (const one of ones) chosen[feature * classes + one] = 1;
    for (let n = 0; n < weights.length; n++) if (!chosen[n]) weights[n] = 0;
    return kept;
  };
  const listed = (kept: ReadonlyMap<number, Uint16Array>) => Array.from({length: features}, (_, feature) => kept.get(feature));
  rounds(ROUNDS_WITH_MORE, (round) => RATE / (1 + (ROUNDS + round) * 0.2), listed(keep(MORE)));
  const kept = keep(1);
  const sums = new Float64Array(weights.length);
  const sumsOfBias = new Float64Array(classes);
  rounds(ROUNDS_AFTER, (round) => RATE_AFTER / (1 + round * 0.25), listed(kept), (round) => {
    if (round < MEAN_FROM) return;
    for (const [feature, ones] of kept) for (const one of ones) sums[feature * classes + one]! += weights[feature * classes + one]!;
    for (let one = 0; one < classes; one++) sumsOfBias[one]! += bias[one]!;
  });
  const counted = ROUNDS_AFTER - MEAN_FROM;
  return {
    weights: new Map([...kept].map(([feature, ones]) => [feature, [...ones].map((one): [number, number] => [one, sums[feature * classes + one]! / counted])])),
    bias: Float32Array.from(sumsOfBias, (sum) => sum / counted),
  };
}

interface Learning {
  weights: Float32Array;
  bias: Float32Array;
  /** By feature the classes whose weights are learned; without it all are. */
  kept: readonly (Uint16Array | undefined)[] | undefined;
  rate: number;
  random: () => number;
}

function learn(lessons: readonly Lesson[], order: readonly number[], {weights, bias, kept, rate, random}: Learning): void {
  const classes = bias.length;
  const scores = new Float64Array(classes);
  const far = new Uint16Array(classes);
  const passed: boolean[] = [];
  for (const n of order) {
    const {shows, strengths, about, weight} = lessons[n]!;
    // The others speak louder, so that the whole is as strong as when all are heard.
    const several = shows.length > 1;
    const louder = several ? 1 / (1 - PASSED_OVER) : 1;
    scores.set(bias);
    for (let i = 0; i < shows.length; i++) {
      if ((passed[i] = several && random() < PASSED_OVER)) continue;
      const ones = kept?.[shows[i]!];
      const row = shows[i]! * classes;
      const strength = strengths[i]! * louder;
      if (!kept) for (let one = 0; one < classes; one++) scores[one]! += weights[row + one]! * strength;
      else if (ones) for (let k = 0; k < ones.length; k++) scores[ones[k]!]! += weights[row + ones[k]!]! * strength;
    }
    let most = -Infinity;
    for (let one = 0; one < classes; one++) most = Math.max(most, scores[one]!);
    let sum = 0;
    for (let one = 0; one < classes; one++) sum += scores[one] = Math.exp(scores[one]! - most);
    // From here on `scores` holds how far off each class was.
    for (let one = 0; one < classes; one++) scores[one]! /= sum;
    for (const [one, share] of about) scores[one]! -= share;
    for (let one = 0; one < classes; one++) {
      if (Math.abs(scores[one]!) < SMALL) scores[one] = 0;
      bias[one]! -= scores[one]! * weight * rate * BIAS_RATE;
    }
    let wrong = 0;
    for (let one = 0; one < classes; one++) if (scores[one] !== 0) far[wrong++] = one;
    for (let i = 0; i < shows.length; i++) {
      const ones = kept ? kept[shows[i]!] : far;
      if (!ones || passed[i]) continue;
      const row = shows[i]! * classes;
      const step = strengths[i]! * louder * weight;
      const most = kept ? ones.length : wrong;
      for (let k = 0; k < most; k++) {
        const one = ones[k]!;
        if (scores[one] !== 0) weights[row + one]! -= (scores[one]! * step + SHRINK * weights[row + one]!) * rate;
      }
    }
  }
}

/** The weights that matter most, by feature. */
function choose(lessons: readonly Lesson[], weights: Float32Array, {features, classes, keepWeights, keepFeatures}: TrainOptions): Map<number, Uint16Array> {
  const seen = new Float32Array(features);
  for (const {shows} of lessons) for (const feature of shows) seen[feature]!++;
  const worth = (feature: number, one: number) => {
    const weight = weights[feature * classes + one]!;
    return (weight < 0 ? -AGAINST * weight : weight) * seen[feature]! ** OFTEN;
  };
  const best = Array.from({length: features}, (_, feature) => {
    let most = 0;
    for (let one = 0; one < classes; one++) most = Math.max(most, worth(feature, one));
    return [feature, most] as const;
  });
  best.sort(([a, most], [b, other]) => other - most || a - b);
  const worths: [place: number, worth: number][] = [];
  for (const [feature] of best.slice(0, keepFeatures)) {
    for (let one = 0; one < classes; one++) {
      const much = worth(feature, one);
      if (much > LEAST_WORTH) worths.push([feature * classes + one, much]);
    }
  }
  const chosen = worths.sort(([a, much], [b, other]) => other - much || a - b).slice(0, keepWeights);
  const kept = new Map<number, number[]>();
  for (const [place] of chosen) {
    const feature = Math.floor(place / classes);
    const there = kept.get(feature);
    if (there) there.push(place % classes);
    else kept.set(feature, [place % classes]);
  }
  return new Map([...kept].map(([feature, ones]) => [feature, Uint16Array.from(ones).sort()]));
}

/** Numbers from 0 up to 1, the same ones each time (Park and Miller's generator). */
function generator(): () => number {
  let state = 1;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

function shuffled(list: number[], random: () => number): number[] {
  for (let n = list.length - 1; n > 0; n--) {
    const other = Math.floor(random() * (n + 1));
    [list[n], list[other]] = [list[other]!, list[n]!];
  }
  return list;
}
