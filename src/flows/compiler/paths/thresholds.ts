import {NONE, type Bdd} from '../prove/bdd.js';
import type {Threshold} from './cases.js';
import type {Known} from './known.js';
import type {Questions} from './questions.js';
import type {Walk} from './walk.js';

/** Sizes of sets beyond this are told value by value. */
const MOST_SIZES = 8;

/** The numbers that conditions compare a count (or the size of a set) with, as bits of their own. `version` as in {@link Threshold}. */
export function thresholdsOf(walk: Walk, known: Known, version?: 'old' | 'new'): Threshold[] {
  const found: Threshold[] = [];
  for (const [name, cap] of walk.version.caps) {
    const read = walk.version.reads.get(name)!;
    const limits = new Set([...(read.known ? [1] : []), ...read.limits.flatMap((limit) => [limit, limit + 1])]);
    for (const from of [...limits].sort((a, b) => a - b)) {
      if (from < 1 || from > cap) continue;
      const who = walk.knowledge.atLeast(known, name, from);
      if (who !== NONE && who !== known.who) found.push({bit: 0, name, from, who, ...(version ? {version} : {})});
    }
  }
  for (const [name, domain] of walk.version.domains) {
    const read = walk.version.reads.get(name);
    if (domain.kind !== 'set' || !(read?.size || read?.known)) continue;
    for (let from = 1; from <= (read.size ? Math.min(domain.values.length, MOST_SIZES) : 1); from += 1) {
      const who = walk.knowledge.holds(['#', name, '>=', from], known);
      if (who !== NONE && who !== known.who) found.push({bit: 0, name, from, who, size: true, ...(version ? {version} : {})});
    }
  }
  return found;
}

/** Those of two versions; where both count alike the same one stands for both. */
export function sharedThresholds(questions: Questions, old: readonly Threshold[], now: readonly Threshold[], among: Bdd): Threshold[] {
  const d = questions.diagrams;
  const same: Threshold[] = [];
  const apart: Threshold[] = [];
  const left = [...old];
  for (const threshold of now) {
    const twin = left.findIndex((one) => one.name === threshold.name && one.size === threshold.size && one.from === threshold.from && d.and(one.who, among) === d.and(threshold.who, among));
    if (twin < 0) {
      apart.push(threshold);
    } else {
      left.splice(twin, 1);
      const {version: _version, ...both} = threshold;
      same.push(both);
    }
  }
  return withBits(questions, [...same, ...left, ...apart]);
}

/** Gives thresholds their bits, below everything else in the order. */
export function withBits(questions: Questions, thresholds: readonly Threshold[]): Threshold[] {
  const bits = questions.newBits(thresholds.length);
  return thresholds.map((threshold, n) => ({...threshold, bit: bits[n]!}));
}
