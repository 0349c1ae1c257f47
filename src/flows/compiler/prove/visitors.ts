import type {Target} from '../../model/node.js';
import {memoryAfter, openAnswers, openButtons, type Reply} from '../../semantics/dialogue.js';
import {holds, NOTHING_KNOWN, type Memory} from '../../semantics/memory.js';
import {conditionsOf, readsOf, type Reads} from './reads.js';
import {nodeId, type Node, type NodeId, type Space} from './space.js';
import type {Told} from './story.js';

/** Somebody who enters a step; `before` is where they were, `reply` what they gave there. */
export interface Visitor {
  node: Node;
  memory: Memory;
  before?: Visitor;
  reply?: Reply;
}

/** Most visitors that are remembered per step, besides those who bring something new to it. */
const MOST = 48;
/** Times that rings are gone round. */
const ROUNDS = 3;

/**
 * Some real visitors for every step, walking by the semantics of the runtime. Drawn the same way each time. Who makes
 * a condition of a step hold or fail for the first time is always kept.
 */
export class Visitors {
  readonly #at = new Map<NodeId, Visitor[]>();
  readonly #drawn = new Map<NodeId, number>();
  readonly #reads: Reads;
  #state = 1;

  constructor(private readonly space: Space) {
    const {links, nodes} = space;
    this.#reads = readsOf([...new Set(Array.from(nodes.values(), ({flow}) => flow))], () => []);
    let fresh = new Map<NodeId, Visitor[]>();
    for (const id of links.entrances) fresh.set(id, [{node: nodes.get(id)!, memory: NOTHING_KNOWN}]);
    for (let round = 0; round < ROUNDS && fresh.size; round += 1) {
      const later = new Map<NodeId, Visitor[]>();
      for (const id of links.order) {
        const arriving = fresh.get(id);
        if (!arriving) continue;
        for (const [n, visitor] of this.#welcome(nodes.get(id)!, arriving).entries()) {
          for (const next of this.#leave(visitor, n)) {
            const into = links.leadsOn(id, next.node.id) ? fresh : later;
            const waiting = into.get(next.node.id);
            if (waiting) waiting.push(next);
            else into.set(next.node.id, [next]);
          }
        }
      }
      fresh = later;
    }
  }

  at(id: NodeId): readonly Visitor[] {
    return this.#at.get(id) ?? [];
  }

  /** Keeps who brings something new, and some of the others. */
  #welcome(node: Node, arriving: readonly Visitor[]): Visitor[] {
    const kept = this.#at.get(node.id) ?? [];
    const before = kept.length;
    const goals = conditionsOf(node.step).flatMap((condition) => [true, false].map((want) => ({condition, want})));
    let open = goals.filter(({condition, want}) => !kept.some(({memory}) => holds(condition, memory) === want));
    const rest: Visitor[] = [];
    for (const visitor of arriving) {
      const still = open.filter(({condition, want}) => holds(condition, visitor.memory) !== want);
      if (still.length < open.length) kept.push(visitor);
      else rest.push(visitor);
      open = still;
    }
    for (let room = MOST - (this.#drawn.get(node.id) ?? 0); room > 0 && rest.length; room -= 1) {
      const n = this.#draw(rest.length);
      kept.push(rest[n]!);
      rest[n] = rest.at(-1)!;
      rest.pop();
      this.#drawn.set(node.id, (this.#drawn.get(node.id) ?? 0) + 1);
    }
    this.#at.set(node.id, kept);
    return kept.slice(before);
  }

  #leave(visitor: Visitor, n: number): Visitor[] {
    const {node, memory} = visitor;
    const next: Visitor[] = [];
    const go = (reply: Reply, to: Target) => {
      const target = this.space.nodes.get(nodeId(to.flow ?? node.flow.id, to.step));
      if (!target || this.space.links.isAlwaysBack(node.id, target.id)) return;
      if (this.space.links.isPerhapsBack(node.id, target.id)) for (let at: Visitor | undefined = visitor; at; at = at.before) if (at.node === target) return;
      next.push({node: target, memory: memoryAfter(node.step, memory, reply), before: visitor, reply});
    };
    const {step} = node;
    if (step.control?.t === 'one') {
      // The first try all answers; of the others each takes a few.
      const open = openAnswers(step, memory);
      open.forEach((answer, at) => (n < 4 || (at + n) % open.length < 2) && go({answers: [answer.id]}, answer.to!));
      return next;
    }
    for (const reply of this.#givenAt(node, memory)) for (const {button, to} of openButtons(step, memory, reply)) go({...reply, button: button.id}, to);
    return next;
  }

  /** A few of the things that can be ticked or filled in. */
  #givenAt({step}: Node, memory: Memory): Reply[] {
    const {control} = step;
    if (control?.t === 'number') {
      const limits = [control.min, control.max, ...(this.#reads.get(control.name)?.limits ?? []).flatMap((limit) => [limit, limit + 1])];
      const fitting = limits.filter((n) => n >= control.min && n <= control.max);
      return [{answers: []}, ...[1, 2, 3].map(() => ({answers: [], number: fitting[this.#draw(fitting.length)]!}))];
    }
    if (control?.t === 'place') return [{answers: []}, {answers: [], place: true}];
    if (control?.t !== 'many') return [{answers: []}];
    const open = openAnswers(step, memory);
    const free = open.filter(({alone}) => !alone).map(({id}) => id);
    const most = Math.min(free.length, control.max ?? Infinity);
    const least = control.min ?? 0;
    const replies: Reply[] = open.filter(({alone}) => alone).map(({id}) => ({answers: [id]}));
    if (most < least) return replies;
    for (const size of [least, most, least + this.#draw(most - least + 1), least + this.#draw(most - least + 1)]) {
      const left = [...free];
      const chosen: string[] = [];
      while (chosen.length < size) chosen.push(...left.splice(this.#draw(left.length), 1));
      replies.push({answers: free.filter((id) => chosen.includes(id))});
    }
    return replies;
  }

  /** Whole numbers below `most`, the same in every run (mulberry32). */
  #draw(most: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000) * most);
  }
}

/** The replies of a visitor, from the start. */
export function storyOf(visitor: Visitor): Told[] {
  const story: Told[] = [];
  for (let at = visitor; at.before; at = at.before) story.unshift({node: at.before.node.id, reply: at.reply!});
  return story;
}
