import type {SupportKind, SupportPart} from '../../model/support.js';
import {advise} from '../../semantics/advice.js';
import type {Memory} from '../../semantics/memory.js';
import {fitting, isUrgent, placesOf, weighAll} from '../paths/weigh.js';
import {NONE, OverBudget, type Bdd} from '../prove/bdd.js';
import type {Proof} from '../prove/proof.js';
import type {Node, Space} from '../prove/space.js';
import {showsAdvice} from '../prove/shows-advice.js';

/**
 * `uitslag/nooit`: for every kind of support with `past-bij` a visitor is found who gets it among the best. Looked for
 * first by asking for as many of its own conditions as go together, and as few of its rivals'; then among all visitors.
 */
export function checkAdvised(proof: Proof): void {
  const {support, exact, context} = proof;
  const ends = proof.reached.filter(({step}) => showsAdvice(step));
  if (!support || !ends.length) return;
  const missed = support.kinds.filter((kind) => kind.fits && !ends.some((node) => shown(proof, kind, node)));
  if (!exact) {
    // Nobody who walked got it, which proves little.
    for (const {fits = []} of missed) proof.doubt(ends[0]!, fits.map(({when}) => when));
    return;
  }
  for (const kind of missed) {
    if (ends.some((node) => isGiven(proof.space, support, kind, exact.entering(node)))) continue;
    const source = context.support.get(kind.id);
    proof.error('uitslag/nooit', source && {file: source.file, at: 0}, `Voor «${kind.title}» is geen bezoeker gevonden die dit bij de beste vijf krijgt.`, 'Geef een hoger gewicht, of kies in «past-bij» voorwaarden die vaker kloppen.');
  }
}

function shown(proof: Proof, kind: SupportKind, node: Node): boolean {
  if (proof.exact) return witness(proof, kind, proof.exact.entering(node)) !== undefined;
  return proof.visitors!(node).some(({memory}) => isAmongBest(proof, kind, memory));
}

/** Whether anybody at all of `entering` gets it. Where so many kinds compete that this cannot be told, nobody was found. */
function isGiven(space: Space, support: SupportPart, kind: SupportKind, entering: Bdd): boolean {
  const d = space.diagrams;
  const weigh = (who: Bdd, kinds: readonly SupportKind[]) => weighAll(d, who, (condition) => space.condition(condition), kinds);
  try {
    const fits = fitting(d, weigh(entering, [kind]).get(kind.id)!);
    if (fits === NONE || isUrgent(kind)) return fits !== NONE;
    return placesOf(d, weigh(fits, support.kinds), support, kind.id).some((who) => who !== NONE);
  } catch (error) {
    if (error instanceof OverBudget) return false;
    throw error;
  }
}

function isAmongBest({support}: Proof, kind: SupportKind, memory: Memory): boolean {
  const {urgent, best} = advise(support!.kinds, support!.order, memory);
  return [...urgent, ...best].some((advice) => advice.kind === kind);
}

/** A memory in which the kind is among the best, or nothing when none was found. */
function witness(proof: Proof, kind: SupportKind, entering: Bdd): Memory | undefined {
  const {space, support} = proof;
  const d = space.diagrams;
  const narrowed = (set: Bdd, by: Bdd) => {
    const both = d.and(set, by);
    return both === NONE ? set : both;
  };
  const allowed = kind.unless ? d.and(entering, space.condition(kind.unless, false)) : entering;
  const own = [...kind.fits!].sort((a, b) => b.weight - a.weight);
  const rivals = support!.kinds
    .flatMap((other) => (other === kind ? [] : (other.fits ?? [])))
    .sort((a, b) => b.weight - a.weight)
    .map(({when}) => space.condition(when, false));
  for (const first of own) {
    let set = d.and(allowed, space.condition(first.when));
    if (set === NONE) continue;
    for (const {when} of own) set = narrowed(set, space.condition(when));
    for (const without of rivals) set = narrowed(set, without);
    const bits = d.pick(set);
    if (!bits) continue;
    const memory = space.coding.decode(bits);
    if (isAmongBest(proof, kind, memory)) return memory;
  }
  return undefined;
}
