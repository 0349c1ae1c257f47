import type {Condition} from '../../model/condition.js';
import type {Flow} from '../../model/flow.js';
import type {SupportPart} from '../../model/support.js';
import type {Relation} from '../diagnostic.js';
import type {Place} from '../diagnostics.js';
import type {Origin, PackContext} from '../pack-context.js';
import {NONE} from './bdd.js';
import {Bounds} from './bounds.js';
import {Reach} from './reach.js';
import {atomsOf} from './reads.js';
import type {Node, Space} from './space.js';
import {storyTo} from './story.js';
import type {Visitor} from './visitors.js';
import {View, type Ask, type Finder, type Found} from './view.js';

/** What the rules of the proof share: who finds visitors, what could not be proved, and where things were written. */
export class Proof {
  /** Steps of which something could not be proved, with the names that it was about. */
  readonly unproved = new Map<Node, Set<string>>();
  /** All visitors, where they could be followed at once. */
  readonly exact: View | undefined;
  /** Some visitors who walked to a step, where all of them are too many. */
  readonly visitors: ((node: Node) => readonly Visitor[]) | undefined;
  readonly #finder: Finder;
  readonly #problems: (() => void)[] = [];
  #reached: Node[] | undefined;

  constructor(
    readonly space: Space,
    readonly flows: readonly Flow[],
    readonly support: SupportPart | undefined,
    readonly context: PackContext,
    by: Reach | Bounds = new Reach(space),
  ) {
    if (by instanceof Bounds) {
      this.#finder = by;
      this.visitors = (node) => by.at(node);
      return;
    }
    const view = new View(space, ({id}) => by.at(id), ({id}, set) => storyTo(by, id, set));
    this.exact = view;
    this.#finder = {
      find: (_node, _conditions, ask) => {
        const set = ask(view);
        return set === NONE ? undefined : {view, set};
      },
    };
  }

  /** Steps that somebody is certain to reach. */
  get reached(): readonly Node[] {
    return (this.#reached ??= [...this.space.nodes.values()].filter((node) => this.someone(node, [], (view) => view.entering(node))));
  }

  /** Visitors picked by `ask` who certainly exist. Where that is unknown, the step is noted as unproved. */
  someone(node: Node, conditions: readonly (Condition | undefined)[], ask: Ask): Found | undefined {
    const found = this.#finder.find(node, conditions, ask);
    if (found !== 'unknown') return found;
    this.doubt(node, conditions);
    return undefined;
  }

  /** Whether certainly nobody is picked by `ask`. Where that is unknown, the step is noted as unproved. */
  nobody(node: Node, conditions: readonly (Condition | undefined)[], ask: Ask): boolean {
    const found = this.#finder.find(node, conditions, ask);
    if (found === 'unknown') this.doubt(node, conditions);
    return found === undefined;
  }

  /** As `find` of the finder: notes nothing. */
  find(node: Node, conditions: readonly (Condition | undefined)[], ask: Ask, quick?: boolean): Found | undefined | 'unknown' {
    return this.#finder.find(node, conditions, ask, quick);
  }

  doubt(node: Node, conditions: readonly (Condition | undefined)[]): void {
    let names = this.unproved.get(node);
    if (!names) this.unproved.set(node, (names = new Set()));
    for (const condition of conditions) if (condition) for (const atom of atomsOf(condition)) names.add(atom[1] as string);
  }

  /** Where something that was emitted stands in the editor's text. */
  originOf(emitted: object): Origin | undefined {
    return this.context.origins.get(emitted);
  }

  error(rule: string, place: Place | undefined, message: string, hint: string, relation: Relation = {}): void {
    if (place) this.#problems.push(() => this.context.diagnostics.error(rule, place, message, hint, relation));
  }

  /** Tells the problems that were found, once all are. */
  report(): void {
    for (const tell of this.#problems) tell();
  }
}
