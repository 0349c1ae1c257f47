import {ALL, NONE, type Bdd, type Diagrams} from '../prove/bdd.js';

/** A product: bits that must be on or off. */
export type Cube = ReadonlyMap<number, boolean>;

/** Thrown when a cover would need more products than asked for. */
export class TooManyCubes extends Error {}

/**
 * A short sum of products that holds all of `lower` and nothing outside `upper`, of which no product can be left out
 * (Minato and Morreale, "Fast generation of prime-irredundant covers from binary decision diagrams", 1993). Bits late
 * in the order are preferred in the products.
 *
 * @throws TooManyCubes beyond `most` products.
 */
export function cover(d: Diagrams, lower: Bdd, upper: Bdd, most: number): Cube[] {
  type Cover = {cubes: Cube[]; set: Bdd};
  const done = new Map<string, Cover>();
  // Work grows with what is tried, also where that comes to few products.
  let budget = most * 500;
  const visit = (low: Bdd, high: Bdd): Cover => {
    if (low === NONE) return {cubes: [], set: NONE};
    if (high === ALL) return {cubes: [new Map()], set: ALL};
    const key = `${low} ${high}`;
    const known = done.get(key);
    if (known) return known;
    if ((budget -= 1) < 0) throw new TooManyCubes();
    const bit = Math.min(d.topOf(low), d.topOf(high));
    const at = (set: Bdd, on: boolean) => (d.topOf(set) !== bit ? set : on ? d.highOf(set) : d.lowOf(set));
    const [low0, low1, high0, high1] = [at(low, false), at(low, true), at(high, false), at(high, true)];
    const off = visit(d.minus(low0, high1), high0);
    const on = visit(d.minus(low1, high0), high1);
    const either = visit(d.or(d.minus(low0, off.set), d.minus(low1, on.set)), d.and(high0, high1));
    const extend = (cube: Cube, value: boolean): Cube => new Map([[bit, value], ...cube]);
    const cubes = [...off.cubes.map((cube) => extend(cube, false)), ...on.cubes.map((cube) => extend(cube, true)), ...either.cubes];
    if (cubes.length > most) throw new TooManyCubes();
    const set = d.or(either.set, d.or(d.and(d.literal(bit, false), off.set), d.and(d.literal(bit, true), on.set)));
    const result = {cubes, set};
    done.set(key, result);
    return result;
  };
  return visit(lower, upper).cubes;
}
