import {BitPredictor} from '../../../understanding/bit-predictor.js';
import {between} from '../../../understanding/bit-reader.js';
import type {SymbolCoder} from '../../../understanding/word-rows.js';

/** Writes symbols as bytes, the likelier ones in fewer bits (arithmetic coding with 32 bits). */
export class BitWriter implements SymbolCoder {
  readonly ended = false;
  private readonly predictor = new BitPredictor();
  private readonly bytes: number[] = [];
  private low = 0;
  private high = 0xffffffff;

  symbol(value: number, width: number, set: number, contexts: readonly number[]): number {
    let node = 1;
    for (let n = width - 1; n >= 0; n--) {
      const bit = (value >> n) & 1;
      this.bit(bit, contexts, set, node);
      node = node * 2 + bit;
    }
    return value;
  }

  /** All that was written. To be called once, at the end. */
  finish(): Uint8Array {
    for (let n = 0; n < 4; n++) {
      this.bytes.push(this.low >>> 24);
      this.low = (this.low << 8) >>> 0;
    }
    return Uint8Array.from(this.bytes);
  }

  private bit(bit: number, contexts: readonly number[], set: number, node: number): void {
    const middle = between(this.low, this.high, this.predictor.predict(contexts, set, node));
    if (bit) this.high = middle;
    else this.low = middle + 1;
    this.predictor.learn(bit);
    while (((this.low ^ this.high) & 0xff000000) === 0) {
      this.bytes.push(this.high >>> 24);
      this.low = (this.low << 8) >>> 0;
      this.high = ((this.high << 8) | 255) >>> 0;
    }
  }
}
