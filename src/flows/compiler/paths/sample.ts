import {ALL, NONE, type Bdd, type Diagrams} from '../prove/bdd.js';
import {sizeOf} from './shares.js';

/**
 * Draws visitors from a set, each as likely as any other; the same ones every time. `bits` is how many bits a visitor
 * has. The set must not be empty.
 */
export function* sample(d: Diagrams, set: Bdd, bits: number, count: number): Generator<Map<number, boolean>> {
  const sizes = new Map<Bdd, number>();
  const random = generator(0x2545f491);
  for (let n = 0; n < count && set !== NONE; n += 1) {
    const visitor = new Map<number, boolean>();
    let at = set;
    for (let bit = 0; bit < bits; bit += 1) {
      if (at === ALL || d.topOf(at) !== bit) {
        visitor.set(bit, random() < 0.5);
        continue;
      }
      const [low, high] = [sizeOf(d, d.lowOf(at), sizes), sizeOf(d, d.highOf(at), sizes)];
      const on = random() * (low + high) >= low;
      visitor.set(bit, on);
      at = on ? d.highOf(at) : d.lowOf(at);
    }
    yield visitor;
  }
}

/** Numbers from 0 to 1 (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
