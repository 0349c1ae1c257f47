/**
 * Says how likely the next bit is a one, from the contexts in which bits came before, and learns of each bit (logistic
 * mixing, as in Matt Mahoney's lpaq). Packing and unpacking must come to the very same numbers, in every browser: whole
 * numbers only.
 */
export class BitPredictor {
  private readonly chances = new Uint16Array(SLOTS).fill(HALF);
  private readonly seen = new Uint8Array(SLOTS);
  private readonly weights = new Int32Array(SETS * MOST_CONTEXTS).fill(START);
  private readonly slots = new Int32Array(MOST_CONTEXTS);
  private readonly inputs = new Int32Array(MOST_CONTEXTS);
  private used = 0;
  private first = 0;
  private chance = 0;

  /** From 1 to 4095, of 4096. `set` says which weights mix the contexts: those of symbols of one kind. */
  predict(contexts: readonly number[], set: number, node: number): number {
    const {slots, inputs, weights, chances} = this;
    let sum = 0;
    this.first = set * MOST_CONTEXTS;
    this.used = contexts.length;
    for (let n = 0; n < this.used; n++) {
      const slot = Math.imul(Math.imul(contexts[n]! * MOST_CONTEXTS + n, 0x2545f491) ^ Math.imul(node + 1, 0x1b873593), 0x3c6ef35f) >>> SHIFT;
      slots[n] = slot;
      const input = (inputs[n] = STRETCHED[chances[slot]! >> 4]!);
      sum += input * weights[this.first + n]!;
    }
    return (this.chance = squashed(Math.floor(sum / ONE)));
  }

  /** What the bit was that was predicted last. */
  learn(bit: number): void {
    const {slots, inputs, weights, chances, seen, used} = this;
    const wrong = ((bit << 12) - this.chance) * RATE;
    for (let n = 0; n < used; n++) {
      weights[this.first + n]! += Math.floor((inputs[n]! * wrong) / ONE);
      const slot = slots[n]!;
      const times = seen[slot]!;
      chances[slot]! += (((bit ? 65_535 : 0) - chances[slot]!) * SHARE[times]!) >> 15;
      if (times < MOST_TIMES) seen[slot] = times + 1;
    }
  }
}

const SHIFT = 14;
const SLOTS = 2 ** (32 - SHIFT);
const HALF = 32_768;
const MOST_CONTEXTS = 8;
/** A weight of one. */
const ONE = 65_536;
const START = 26_000;
const RATE = 10;
/** The more often a context was seen, the less one more bit says; up to so often. */
const MOST_TIMES = 120;
/** By how often a context was seen, how much one more bit says; of 32768. */
const SHARE = Int32Array.from({length: MOST_TIMES + 1}, (_, times) => Math.floor(32_768 / (times + 1.5)));
/** Kinds of symbols there are at most. */
const SETS = 16;

/** The logistic function at each 128th, from -2048 to 2048. */
const CURVE = [1, 2, 3, 6, 10, 16, 27, 45, 73, 120, 194, 310, 488, 747, 1101, 1546, 2047, 2549, 2994, 3348, 3607, 3785, 3901, 3975, 4022, 4050, 4068, 4079, 4085, 4089, 4092, 4093, 4094];

function squashed(much: number): number {
  if (much > 2047) return 4095;
  if (much < -2047) return 1;
  const at = (much >> 7) + 16;
  const rest = much & 127;
  return (CURVE[at]! * (128 - rest) + CURVE[at + 1]! * rest + 64) >> 7;
}

/** The other way round. */
const STRETCHED = new Int16Array(4096).fill(2047);
for (let much = -2047, from = 0; much <= 2047; much++) for (const to = squashed(much); from <= to; from++) STRETCHED[from] = much;
