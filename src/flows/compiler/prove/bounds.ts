import type {Condition} from '../../model/condition.js';
import type {Flow} from '../../model/flow.js';
import {ALL, Diagrams, NONE, OverBudget, type Bdd} from './bdd.js';
import {Reach} from './reach.js';
import {atomsOf, conditionsOf, type MoreReads} from './reads.js';
import {Space, type Node, type NodeId} from './space.js';
import {storyTo} from './story.js';
import {thin} from './thin.js';
import {View, type Ask, type Found, type Finder} from './view.js';
import {storyOf, Visitors, type Visitor} from './visitors.js';

/** Names of one question; with more it is not tried. */
const MOST_NAMES = 8;
/** Sets of names that are looked at alone. */
const MOST_VIEWS = 20;
/** Nodes that the visitors of a step who are followed on in a crowd may take. */
const CROWD = 600;

/**
 * Finds visitors where all of them at once are too many: between some who certainly exist (they walked) and more than
 * can exist (of whom only the names are known that the question is about). What lies between the two is unknown.
 */
export class Bounds implements Finder {
  readonly #walked: View;
  readonly #walkedMore = new Map<string, View>();
  readonly #read = new Map<NodeId, ReadonlySet<string>>();
  /** Everybody, at any step, with whatever they could know: proves what needs no visitors at all. */
  readonly #anybody: View;
  readonly #above = new Map<string, View | undefined>();
  readonly #visitors: Visitors;
  /** Very many real visitors: at every step those are followed on who take little to write down. */
  readonly #crowd: View | undefined;
  /** Nodes made, of all diagrams together. */
  nodes = 0;

  constructor(
    private readonly flows: readonly Flow[],
    private readonly more: MoreReads,
    private readonly space: Space,
    private readonly budget: number,
  ) {
    this.#visitors = new Visitors(space);
    this.#walked = this.#walkedWith([]);
    this.#crowd = this.#walkInCrowds();
    const legal = new Map<NodeId, Bdd>();
    this.#anybody = new View(space, (node) => legal.get(node.id) ?? this.#legal(node, legal), () => []);
  }

  /** Visitors who walked to a step. */
  at(node: Node): readonly Visitor[] {
    return this.#visitors.at(node.id);
  }

  find(node: Node, conditions: readonly (Condition | undefined)[], ask: Ask, quick = false): Found | undefined | 'unknown' {
    if (ask(this.#anybody) === NONE) return undefined;
    const names = new Set(conditions.flatMap((condition) => (condition ? atomsOf(condition).map((atom) => atom[1] as string) : [])));
    const own = this.#namesRead(node);
    const more = [...names].filter((name) => !own.has(name));
    const walked = more.length ? this.#walkedWith(more) : this.#walked;
    const set = ask(walked);
    if (set !== NONE) return {view: walked, set};
    const seen = this.#inCrowd(node, conditions, ask);
    if (seen) return seen;
    if (quick) return 'unknown';
    const view = names.size > MOST_NAMES ? undefined : this.#only(names);
    return view && ask(view) === NONE ? undefined : 'unknown';
  }

  /** Where that costs too much, there is no crowd: then only who walked is certain. */
  #walkInCrowds(): View | undefined {
    const diagrams = new Diagrams(this.budget);
    try {
      const space = new Space(diagrams, this.flows, {more: this.more, returns: 'nobody', links: this.space.links});
      const reach = new Reach(space, undefined, undefined, (set) => thin(diagrams, set, CROWD));
      return new View(space, ({id}) => reach.at(id), ({id}, set) => storyTo(reach, id, set));
    } catch (error) {
      if (!(error instanceof OverBudget)) throw error;
      return undefined;
    } finally {
      this.nodes += diagrams.size;
    }
  }

  #inCrowd(node: Node, conditions: readonly (Condition | undefined)[], ask: Ask): Found | undefined {
    const view = this.#crowd;
    // What nobody asks for any more is forgotten in a crowd: then it proves nothing.
    if (!view || !conditions.every((condition) => !condition || view.space.remembers(node, condition))) return undefined;
    try {
      const set = ask(view);
      return set === NONE ? undefined : {view, set};
    } catch (error) {
      if (!(error instanceof OverBudget)) throw error;
      return undefined;
    }
  }

  /** More visitors than there are, of whom only these names are known. Nothing when that is too many too. */
  #only(names: ReadonlySet<string>): View | undefined {
    const key = [...names].sort().join();
    if (this.#above.has(key)) return this.#above.get(key);
    let view: View | undefined;
    const diagrams = new Diagrams(this.budget - this.nodes);
    try {
      if (this.#above.size < MOST_VIEWS) {
        const space = new Space(diagrams, this.flows, {more: this.more, names, returns: 'everybody', links: this.space.links});
        const reach = new Reach(space);
        view = new View(space, ({id}) => reach.at(id), ({id}, set) => storyTo(reach, id, set));
      }
    } catch (error) {
      if (!(error instanceof OverBudget)) throw error;
    }
    this.nodes += diagrams.size;
    this.#above.set(key, view);
    return view;
  }

  /** Who walked, as far as the steps ask by themselves, and these names. */
  #walkedWith(names: readonly string[]): View {
    const key = [...names].sort().join();
    let view = this.#walkedMore.get(key);
    if (!view) {
      const rows = (node: Node) => this.at(node).map((visitor) => this.#row(node, visitor, names));
      view = new View(
        this.space,
        (node) => rows(node).reduce<Bdd>((all, row) => this.space.diagrams.or(all, row), NONE),
        (node, set) => storyOf(this.at(node)[rows(node).findIndex((row) => this.space.diagrams.and(row, set) !== NONE)]!),
      );
      this.#walkedMore.set(key, view);
    }
    return view;
  }

  #row(node: Node, {memory}: Visitor, names: readonly string[]): Bdd {
    const {coding, diagrams: d} = this.space;
    const on = coding.encode(memory);
    const bits = [...this.#namesRead(node), ...names].flatMap((name) => coding.bitsOf(name)).sort((a, b) => a - b);
    return bits.reduceRight<Bdd>((all, bit) => d.and(d.literal(bit, on.get(bit) ?? false), all), ALL);
  }

  /** The names that a step's conditions ask for. */
  #namesRead(node: Node): ReadonlySet<string> {
    let names = this.#read.get(node.id);
    if (!names) {
      names = new Set([...conditionsOf(node.step), ...this.more(node.step)].flatMap((condition) => atomsOf(condition).map((atom) => atom[1] as string)));
      this.#read.set(node.id, names);
    }
    return names;
  }

  /** Every memory that could be, whether or not somebody gets here with it. */
  #legal(node: Node, known: Map<NodeId, Bdd>): Bdd {
    const {coding, diagrams: d} = this.space;
    let all: Bdd = ALL;
    for (const name of this.#namesRead(node)) {
      const coded = coding.names.get(name);
      if (!coded || coded.kind === 'set' || coded.kind === 'place') continue;
      const bits = [...coded.bits.values()].sort((a, b) => b - a);
      // At most one value; of a count the first bits.
      let [none, some]: [Bdd, Bdd] = [ALL, ALL];
      let count: Bdd = ALL;
      for (const bit of bits) {
        const off = d.literal(bit, false);
        count = d.or(d.and(d.bit(bit), count), d.and(off, none));
        some = d.or(d.and(off, some), d.and(d.bit(bit), none));
        none = d.and(off, none);
      }
      const value = coded.kind === 'count' ? count : some;
      all = d.and(all, coded.known === undefined ? value : d.and(value, d.or(d.bit(coded.known), none)));
    }
    known.set(node.id, all);
    return all;
  }
}
