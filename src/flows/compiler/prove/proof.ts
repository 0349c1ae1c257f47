import type {Condition} from '../../model/condition.js';
import type {Flow} from '../../model/flow.js';
import type {SupportPart} from '../../model/support.js';
import type {Relation} from '../diagnostic.js';
import type {Place} from '../diagnostics.js';
import type {Origin, PackContext} from '../pack-context.js';
import {NONE, type Bdd} from './bdd.js';
import {passThrough, Reach, type Passage} from './reach.js';
import type {Node, NodeId, Space} from './space.js';

/** What the rules of the proof share: everything that some visitor reaches, and where it was written. */
export class Proof {
  readonly reach: Reach;
  #passages = new Map<NodeId, Passage>();

  constructor(
    readonly space: Space,
    readonly flows: readonly Flow[],
    readonly support: SupportPart | undefined,
    readonly context: PackContext,
    onStep?: (done: number, of: number) => void,
  ) {
    this.reach = new Reach(space, undefined, onStep);
  }

  /** Steps that some visitor reaches. */
  get reached(): Node[] {
    return [...this.space.nodes.values()].filter(({id}) => this.reach.at(id) !== NONE);
  }

  entering(node: Node): Bdd {
    return this.reach.at(node.id);
  }

  passage(node: Node): Passage {
    let passage = this.#passages.get(node.id);
    if (!passage) this.#passages.set(node.id, (passage = passThrough(this.space, node, this.entering(node))));
    return passage;
  }

  /** The part of `set` in which `condition` holds (or does not). */
  where(set: Bdd, condition: Condition | undefined, want = true): Bdd {
    return this.space.diagrams.and(set, this.space.condition(condition, want));
  }

  /** Where something that was emitted stands in the editor's text. */
  originOf(emitted: object): Origin | undefined {
    return this.context.origins.get(emitted);
  }

  error(rule: string, place: Place | undefined, message: string, hint: string, relation: Relation = {}): void {
    if (place) this.context.diagnostics.error(rule, place, message, hint, relation);
  }
}
