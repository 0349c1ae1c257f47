import {ALL, NONE, type Bdd, type Diagrams} from './bdd.js';

/**
 * A part of `set` that takes about `most` nodes: the ones that most of its assignments pass by are kept, what leads to
 * the others is left out. Never empty unless `set` is. Whoever is in it is in `set`.
 */
export function thin(d: Diagrams, set: Bdd, most: number): Bdd {
  const nodes = downFrom(d, set);
  if (nodes.length <= most) return set;
  // Which share of all assignments is below a node, from the last bit up.
  const share = new Map<Bdd, number>([[NONE, 0], [ALL, 1]]);
  for (let n = nodes.length - 1; n >= 0; n -= 1) {
    const node = nodes[n]!;
    share.set(node, (share.get(d.lowOf(node))! + share.get(d.highOf(node))!) / 2);
  }
  // Which share of all assignments comes by it from above, and ends in the set.
  const coming = new Map<Bdd, number>([[set, 1]]);
  for (const node of nodes) {
    const half = coming.get(node)! / 2;
    for (const to of [d.lowOf(node), d.highOf(node)]) coming.set(to, (coming.get(to) ?? 0) + half);
  }
  const weight = (node: Bdd) => coming.get(node)! * share.get(node)!;
  // Every node that is kept keeps its fullest way down, so that no way ends in nothing.
  const keep = new Set<Bdd>();
  for (const start of [...nodes].sort((left, right) => weight(right) - weight(left) || d.topOf(left) - d.topOf(right) || left - right)) {
    if (keep.size >= most) break;
    for (let at = start; at > ALL && !keep.has(at); at = share.get(d.lowOf(at))! >= share.get(d.highOf(at))! ? d.lowOf(at) : d.highOf(at)) keep.add(at);
  }
  const kept = new Map<Bdd, Bdd>([[NONE, NONE], [ALL, ALL]]);
  for (let n = nodes.length - 1; n >= 0; n -= 1) {
    const node = nodes[n]!;
    if (keep.has(node)) kept.set(node, d.branch(d.topOf(node), kept.get(d.lowOf(node)) ?? NONE, kept.get(d.highOf(node)) ?? NONE));
  }
  return kept.get(set) ?? NONE;
}

/** The nodes of a set, those of earlier bits first. */
function downFrom(d: Diagrams, set: Bdd): Bdd[] {
  const seen = new Set<Bdd>();
  const work = [set];
  for (let at = work.pop(); at !== undefined; at = work.pop()) {
    if (at <= ALL || seen.has(at)) continue;
    seen.add(at);
    work.push(d.lowOf(at), d.highOf(at));
  }
  return [...seen].sort((left, right) => d.topOf(left) - d.topOf(right) || left - right);
}
