import type {Condition} from '../../model/condition.js';
import type {Bdd} from './bdd.js';
import {passThrough, type Passage} from './reach.js';
import type {Node, NodeId, Space} from './space.js';
import type {Told} from './story.js';

/** One way of looking at the visitors: all of them, or at least them, or some of them. */
export class View {
  readonly #entering = new Map<NodeId, Bdd>();
  readonly #passages = new Map<NodeId, Passage>();

  /** @param story the replies by which one of `set` comes to enter a step. */
  constructor(
    readonly space: Space,
    private readonly enter: (node: Node) => Bdd,
    readonly story: (node: Node, set: Bdd) => Told[],
  ) {}

  /** The memories of those who enter a step. */
  entering(node: Node): Bdd {
    let set = this.#entering.get(node.id);
    if (set === undefined) this.#entering.set(node.id, (set = this.enter(node)));
    return set;
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
}

/** Some visitors, by a view that shows them. */
export interface Found {
  view: View;
  set: Bdd;
}

/** Picks visitors at a step out of what a view shows; the more it shows, the more are picked. */
export type Ask = (view: View) => Bdd;

/**
 * Who finds visitors. `conditions` are all that `ask` looks at; `quick` settles for what costs nothing.
 *
 * @returns visitors of whom it is certain that they exist; nothing when it is certain that nobody is like that;
 * `'unknown'` when neither could be proved.
 */
export interface Finder {
  find(node: Node, conditions: readonly (Condition | undefined)[], ask: Ask, quick?: boolean): Found | undefined | 'unknown';
}
