import type {Flow} from '../../model/flow.js';
import {targetsOf} from './reads.js';
import {ringsOf} from './rings.js';

/** A step of a flow as a node of the whole pack's graph: `flow#step`. */
export type NodeId = string;

export const nodeId = (flow: string, step: string): NodeId => `${flow}#${step}`;

/** Steps that somebody may open of whom nothing is known: where flows begin, and entrances. */
export function entrancesOf(flows: readonly Flow[]): NodeId[] {
  return flows.flatMap((flow) => flow.steps.filter((step, n) => n === 0 || step.entry).map((step) => nodeId(flow.id, step.id)));
}

/**
 * How the steps of a pack hang together. A link to a step that is on every visitor's path is always Back and brings
 * nobody anywhere new; only where two ways lead into a ring does it depend on the visitor.
 */
export class Links {
  /** In an order in which links mostly lead on. Only what links lead to from some entrance. */
  readonly order: NodeId[] = [];
  /** Links that somebody can follow forward. */
  readonly onward = new Map<NodeId, NodeId[]>();
  /** Steps that some link may lead back to, by whether that depends on the visitor's path. */
  readonly returns = new Map<NodeId, 'always' | 'perhaps'>();
  readonly #place = new Map<NodeId, number>();
  /** The step that every path to a step passes last; an entrance's is none. */
  readonly #above = new Map<NodeId, NodeId | undefined>();
  readonly #perhaps = new Set<string>();
  readonly #leading = new Map<NodeId, NodeId[]>();

  constructor(
    flows: readonly Flow[],
    readonly entrances: readonly NodeId[],
  ) {
    const next = new Map<NodeId, NodeId[]>();
    for (const flow of flows) for (const step of flow.steps) next.set(nodeId(flow.id, step.id), []);
    for (const flow of flows) {
      for (const step of flow.steps) {
        const targets = new Set(targetsOf(step).map((to) => nodeId(to.flow ?? flow.id, to.step)));
        next.set(nodeId(flow.id, step.id), [...targets].filter((id) => next.has(id)));
      }
    }
    this.#arrange(next);
    this.#dominate(next);
    for (const [id, targets] of next) {
      this.onward.set(id, targets.filter((to) => !this.isAlwaysBack(id, to)));
      for (const to of targets) if (this.isAlwaysBack(id, to)) this.returns.set(to, 'always');
    }
    const rings = ringsOf(this.onward);
    for (const [id, targets] of this.onward) {
      for (const to of targets) {
        // A step that can only be reached by way of this one cannot have come before it.
        if (!rings.has(id) || rings.get(id) !== rings.get(to) || this.isAbove(id, to)) continue;
        this.#perhaps.add(`${id} ${to}`);
        this.returns.set(to, 'perhaps');
      }
    }
  }

  /** The steps that somebody can leave forward for `id`. */
  leadingTo(id: NodeId): readonly NodeId[] {
    if (!this.#leading.size) {
      for (const [from, targets] of this.onward) for (const to of targets) this.#leading.set(to, [...(this.#leading.get(to) ?? []), from]);
    }
    return this.#leading.get(id) ?? [];
  }

  /** Whether everybody who gets to `id` comes by `above` (or is there). */
  isAbove(above: NodeId, id: NodeId): boolean {
    let at: NodeId | undefined = id;
    while (at !== undefined && at !== above) at = this.#above.get(at);
    return at === above;
  }

  isAlwaysBack(from: NodeId, to: NodeId): boolean {
    return this.#place.has(from) && this.isAbove(to, from);
  }

  /** Whether a link leads back for those who were there before, and onward for others. */
  isPerhapsBack(from: NodeId, to: NodeId): boolean {
    return this.#perhaps.has(`${from} ${to}`);
  }

  /** Whether a link leads on in the order: who only follows such links was never there before. */
  leadsOn(from: NodeId, to: NodeId): boolean {
    return this.#place.get(from)! < this.#place.get(to)!;
  }

  /** Depth first, backwards: what comes late is left late (without recursion). */
  #arrange(next: ReadonlyMap<NodeId, NodeId[]>): void {
    const seen = new Set<NodeId>();
    for (const entrance of [...this.entrances].reverse()) {
      if (seen.has(entrance) || !next.has(entrance)) continue;
      seen.add(entrance);
      const work = [{id: entrance, left: [...next.get(entrance)!]}];
      for (let top = work.at(-1); top; top = work.at(-1)) {
        const to = top.left.pop();
        if (to === undefined) {
          this.order.push(top.id);
          work.pop();
        } else if (!seen.has(to)) {
          seen.add(to);
          work.push({id: to, left: [...next.get(to)!]});
        }
      }
    }
    this.order.reverse();
    this.order.forEach((id, n) => this.#place.set(id, n));
  }

  /** Who is above whom: the first steps that the ways to a step have in common, until nothing changes. */
  #dominate(next: ReadonlyMap<NodeId, NodeId[]>): void {
    const before = new Map<NodeId, NodeId[]>(this.order.map((id) => [id, []]));
    for (const id of this.order) for (const to of next.get(id)!) before.get(to)!.push(id);
    const starts = new Set(this.entrances);
    const known = new Set<NodeId>();
    const common = (left: NodeId | undefined, right: NodeId | undefined): NodeId | undefined => {
      let [a, b] = [left, right];
      while (a !== b) {
        if (a === undefined || b === undefined) return undefined;
        if (this.#place.get(a)! > this.#place.get(b)!) a = this.#above.get(a);
        else b = this.#above.get(b);
      }
      return a;
    };
    for (let changed = true; changed; ) {
      changed = false;
      for (const id of this.order) {
        const from = before.get(id)!.filter((one) => known.has(one));
        const above = starts.has(id) ? undefined : from.reduce<NodeId | undefined>((all, one, n) => (n ? common(all, one) : one), undefined);
        if (known.has(id) && this.#above.get(id) === above) continue;
        known.add(id);
        this.#above.set(id, above);
        changed = true;
      }
    }
  }
}
