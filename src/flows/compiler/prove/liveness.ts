import type {Flow, Step} from '../../model/flow.js';
import {answersOf} from '../../semantics/dialogue.js';
import type {Coding} from './coding.js';
import {nodeId, type Links, type NodeId} from './links.js';
import {atomsOf, conditionsOf, type Atom, type MoreReads} from './reads.js';

/** What some condition at a step or after it can still tell apart. */
export interface Alive {
  /** Bits whose value can still be read before it is given anew. */
  bits: ReadonlySet<number>;
  /** Per count: from where on some question is still answered otherwise, and whether anything is still added. */
  counts: ReadonlyMap<string, {limits: ReadonlySet<number>; grows: boolean}>;
}

/** For every step what is alive on entering it; path bits join in by `marks`. */
export function aliveAt(flows: readonly Flow[], links: Links, coding: Coding, more: MoreReads, marks: ReadonlyMap<NodeId, number>): Map<NodeId, Alive> {
  const steps = new Map<NodeId, Step>(flows.flatMap((flow) => flow.steps.map((step) => [nodeId(flow.id, step.id), step] as const)));
  const alive = new Map<NodeId, {bits: Set<number>; counts: Map<string, {limits: Set<number>; grows: boolean}>}>();
  for (const [id, step] of steps) {
    const bits = new Set<number>();
    const counts = new Map<string, {limits: Set<number>; grows: boolean}>();
    const count = (name: string) => {
      let found = counts.get(name);
      if (!found) counts.set(name, (found = {limits: new Set(), grows: false}));
      return found;
    };
    for (const condition of [...conditionsOf(step), ...more(step)]) {
      for (const atom of atomsOf(condition)) {
        if (!coding.isCount(atom[1] as string)) coding.bitsRead(atom).forEach((bit) => bits.add(bit));
        else thresholdsOf(atom).forEach((limit) => count(atom[1] as string).limits.add(limit));
      }
    }
    for (const {effects} of answersOf(step)) for (const [op, name] of effects ?? []) if (op === '+' && coding.isCount(name)) count(name).grows = true;
    for (const to of links.onward.get(id) ?? []) if (links.isPerhapsBack(id, to) && marks.has(to)) bits.add(marks.get(to)!);
    alive.set(id, {bits, counts});
  }
  const backwards = [...links.order].reverse();
  for (let changed = true; changed; ) {
    changed = false;
    for (const id of backwards) {
      const here = alive.get(id)!;
      for (const {to, renewed} of waysOf(id, steps.get(id)!, links, coding)) {
        const there = alive.get(to)!;
        for (const bit of there.bits) {
          if (here.bits.has(bit) || renewed.has(bit)) continue;
          here.bits.add(bit);
          changed = true;
        }
        for (const [name, {limits, grows}] of there.counts) {
          let mine = here.counts.get(name);
          if (!mine) here.counts.set(name, (mine = {limits: new Set(), grows: false}));
          for (const limit of limits) {
            if (mine.limits.has(limit)) continue;
            mine.limits.add(limit);
            changed = true;
          }
          if (grows && !mine.grows) mine.grows = changed = true;
        }
      }
    }
  }
  return alive;
}

/** Where a question to a count changes its verdict. */
export function thresholdsOf(atom: Atom): number[] {
  if (atom[0] === 'known') return [1];
  const limit = atom[2] as number;
  if (atom[0] === '>=' || atom[0] === '<') return [limit];
  if (atom[0] === '>' || atom[0] === '<=') return [limit + 1];
  return [limit, limit + 1];
}

/** The ways out of a step, each with the bits that it gives a new value whatever they were. */
function waysOf(id: NodeId, step: Step, links: Links, coding: Coding): {to: NodeId; renewed: ReadonlySet<number>}[] {
  const onward = links.onward.get(id) ?? [];
  if (step.control?.t !== 'one') return onward.map((to) => ({to, renewed: NONE_RENEWED}));
  const flow = id.slice(0, id.indexOf('#'));
  return step.control.answers.flatMap((answer) => {
    const to = nodeId(answer.to!.flow ?? flow, answer.to!.step);
    const effects = (answer.effects ?? []).filter(([op]) => op === '=');
    return onward.includes(to) ? [{to, renewed: new Set(coding.bitsWritten(effects))}] : [];
  });
}

const NONE_RENEWED: ReadonlySet<number> = new Set();
