import {LEVEL_ZERO, WEIGHT_STEPS, type WordModel} from '../flows/model/word-model.js';
import {BitReader} from './bit-reader.js';
import {codeRows} from './word-rows.js';

export interface ReadModel {
  /** By name of a feature: classes with their weight. */
  weights: Map<string, readonly (readonly [one: number, weight: number])[]>;
  bias: number[];
}

/** Unpacks a model in one go. Whatever stands in it, this ends: a model may be somebody else's. */
export function readWordModel(model: WordModel): ReadModel {
  const reading = steps(model);
  for (;;) {
    const {done, value} = reading.next();
    if (done) return value;
  }
}

const unpacked = new WeakMap<WordModel, Promise<ReadModel>>();

/** The same in pieces, `pause` between them; once for all chats of a page that have the same part. */
export function unpackWordModel(model: WordModel, pause: () => Promise<unknown>): Promise<ReadModel> {
  let reading = unpacked.get(model);
  if (!reading) unpacked.set(model, (reading = readInPieces(model, pause)));
  return reading;
}

async function readInPieces(model: WordModel, pause: () => Promise<unknown>): Promise<ReadModel> {
  const reading = steps(model);
  for (;;) {
    const {done, value} = reading.next();
    if (done) return value;
    await pause();
  }
}

function* steps({letters, packed, bias}: WordModel): Generator<undefined, ReadModel> {
  const rows = packed ? yield* codeRows(new BitReader(bytesOf(packed)), letters, bias.length) : [];
  return {
    weights: new Map(rows.map(({name, weights}) => [name, weights.map(([one, level]) => [one, (level - LEVEL_ZERO) / WEIGHT_STEPS] as const)])),
    bias: bias.map((one) => one / 100),
  };
}

function bytesOf(base64: string): Uint8Array {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let n = 0; n < text.length; n++) bytes[n] = text.charCodeAt(n);
  return bytes;
}
