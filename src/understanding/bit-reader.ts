import {BitPredictor} from './bit-predictor.js';
import type {SymbolCoder} from './word-rows.js';

/** What lies behind the end is read as zeros; reading goes on no further than this. */
const BEHIND = 8;

/** Reads symbols from bytes that `flows/compiler/understanding/bit-writer.ts` wrote (arithmetic coding with 32 bits). */
export class BitReader implements SymbolCoder {
  private readonly predictor = new BitPredictor();
  private low = 0;
  private high = 0xffffffff;
  private value = 0;
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {
    for (let n = 0; n < 4; n++) this.next();
  }

  get ended(): boolean {
    return this.at > this.bytes.length + BEHIND;
  }

  symbol(_: number, width: number, set: number, contexts: readonly number[]): number {
    let node = 1;
    for (let n = 0; n < width; n++) node = node * 2 + this.bit(contexts, set, node);
    return node - 2 ** width;
  }

  private bit(contexts: readonly number[], set: number, node: number): number {
    const middle = between(this.low, this.high, this.predictor.predict(contexts, set, node));
    const bit = this.value <= middle ? 1 : 0;
    if (bit) this.high = middle;
    else this.low = middle + 1;
    this.predictor.learn(bit);
    while (((this.low ^ this.high) & 0xff000000) === 0) {
      this.low = (this.low << 8) >>> 0;
      this.high = ((this.high << 8) | 255) >>> 0;
      this.next();
    }
    return bit;
  }

  private next(): void {
    this.value = ((this.value << 8) | (this.bytes[this.at++] ?? 0)) >>> 0;
  }
}

/** The last number of those that stand for a one; `chance` of 4096. */
export function between(low: number, high: number, chance: number): number {
  const range = high - low;
  return low + Math.floor(range / 4096) * chance + Math.floor(((range % 4096) * chance) / 4096);
}
