import type {Condition} from '../../model/condition.js';
import type {Flow} from '../../model/flow.js';
import type {SupportPart} from '../../model/support.js';
import type {Place} from '../diagnostics.js';
import type {Origin, PackContext} from '../pack-context.js';
import {NONE, type Bdd} from './bdd.js';
import {passThrough, Reach, type Passage, type Sets} from './reach.js';
import {nodeId, type Counts, type Node, type NodeId, type Space} from './space.js';

/** What the rules of the proof share: everything that some visitor reaches, and where it was written. */
export class Proof {
  readonly starts: NodeId[];
  readonly reach: Reach;
  #passages = new Map<NodeId, Passage>();

  constructor(
    readonly space: Space,
    readonly flows: readonly Flow[],
    readonly support: SupportPart | undefined,
    readonly context: PackContext,
  ) {
    this.starts = flows.flatMap((flow) => flow.steps.filter((step, n) => n === 0 || step.entry).map((step) => nodeId(flow.id, step.id)));
    this.reach = new Reach(space, this.starts);
  }

  /** Steps that some visitor reaches. */
  get reached(): Node[] {
    return [...this.space.nodes.values()].filter(({id}) => this.reach.setsAt(id).size > 0);
  }

  entering(node: Node): Sets {
    return this.reach.setsAt(node.id);
  }

  passage(node: Node): Passage {
    let passage = this.#passages.get(node.id);
    if (!passage) this.#passages.set(node.id, (passage = passThrough(this.space, node, this.entering(node))));
    return passage;
  }

  /** The part of `sets` in which `condition` holds (or does not). */
  where(sets: Sets, condition: Condition | undefined, want = true): Sets {
    return this.narrow(sets, (set, counts) => {
      const holding = this.space.condition(condition, counts);
      return want ? this.space.diagrams.and(set, holding) : this.space.diagrams.minus(set, holding);
    });
  }

  narrow(sets: Sets, keep: (set: Bdd, counts: Counts) => Bdd): Sets {
    const result: Sets = new Map();
    for (const [key, {counts, set}] of sets) {
      const kept = keep(set, counts);
      if (kept !== NONE) result.set(key, {counts, set: kept});
    }
    return result;
  }

  /** Where something that was emitted stands in the editor's text. */
  originOf(emitted: object): Origin | undefined {
    return this.context.origins.get(emitted);
  }

  error(rule: string, place: Place | undefined, message: string, hint: string): void {
    if (place) this.context.diagnostics.error(rule, place, message, hint);
  }
}
