import {CLASS_FROM, WEIGHT_STEPS, WEIGHT_ZERO, type WordModel} from '../flows/model/word-model.js';

export interface ReadModel {
  /** By name of a feature: classes with their weight. */
  weights: Map<string, readonly (readonly [one: number, weight: number])[]>;
  bias: number[];
}

/** Unpacks a model. What is beyond its lists is left out: a model may be somebody else's. */
export function readWordModel({words, weights, bias}: WordModel): ReadModel {
  const out: ReadModel = {weights: new Map(), bias: bias.map((one) => one / 100)};
  const said = weights.split(' ');
  let before = '';
  let n = 0;
  for (const [, shared = '', rest = ''] of words.matchAll(/(\d)(\D*)/g)) {
    before = before.slice(0, Number(shared)) + rest;
    const codes = said[n++] ?? '';
    const list: [number, number][] = [];
    for (let at = 0; at + 1 < codes.length; at += 2) {
      const one = codes.charCodeAt(at) - CLASS_FROM;
      if (one >= 0 && one < bias.length) list.push([one, (codes.charCodeAt(at + 1) - WEIGHT_ZERO) / WEIGHT_STEPS]);
    }
    out.weights.set(before, list);
  }
  return out;
}
