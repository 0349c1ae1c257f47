import type {Condition} from '../../model/condition.js';
import type {Flow, Step} from '../../model/flow.js';
import type {SupportPart} from '../../model/support.js';
import type {PackContext} from '../pack-context.js';
import {checkShown} from '../rules/antwoord-nooit.js';
import {checkProved} from '../rules/bewijs-te-groot.js';
import {checkEnds} from '../rules/gesprek-eindeloos.js';
import {checkWaysOn} from '../rules/stap-doodlopend.js';
import {checkReached} from '../rules/stap-onbereikbaar.js';
import {checkAdvised} from '../rules/uitslag-nooit.js';
import {checkConditionsMatter} from '../rules/voorwaarde-altijd.js';
import {checkConditionsElsewhere} from '../rules/voorwaarde-nooit.js';
import {Diagrams, OverBudget} from './bdd.js';
import {Bounds} from './bounds.js';
import {Proof} from './proof.js';
import {Reach} from './reach.js';
import {showsAdvice} from './shows-advice.js';
import {Space} from './space.js';

/** Nodes that a proof may cost. Counted, not timed, so that every machine gives one verdict. */
export interface Budget {
  /** Of all visitors at once; beyond it every condition is proved alone. */
  exact: number;
  /** Of the conditions alone, together. */
  alone: number;
}
const BUDGET: Budget = {exact: 3_000_000, alone: 4_000_000};

export interface ProofOptions {
  budget?: Budget;
  /** Called as the proof gets on: how many of so many steps were looked at. Rings and a second try begin anew. */
  onStep?: ((done: number, of: number) => void) | undefined;
}

/** What a proof cost. */
export interface ProofCost {
  nodes: number;
  /** Whether all visitors were followed at once, or each condition was proved alone. */
  exact: boolean;
}

/** Proves what every visitor of the pack's flows meets. Reports what does not hold, and never passes what it did not prove. */
export function provePack(flows: readonly Flow[], support: SupportPart | undefined, context: PackContext, {budget = BUDGET, onStep}: ProofOptions = {}): ProofCost {
  const advice: Condition[] = (support?.kinds ?? []).flatMap(({fits, unless}) => [...(fits ?? []).map(({when}) => when), ...(unless ? [unless] : [])]);
  const more = (step: Step): readonly Condition[] => (showsAdvice(step) ? advice : []);
  const diagrams = new Diagrams(budget.exact);
  const space = new Space(diagrams, flows, {more});
  try {
    judge(new Proof(space, flows, support, context, new Reach(space, undefined, onStep)));
    return {nodes: diagrams.size, exact: true};
  } catch (error) {
    if (!(error instanceof OverBudget)) throw error;
  }
  const alone = new Diagrams(budget.alone);
  const wide = new Space(alone, flows, {more, returns: 'everybody', links: space.links});
  try {
    const bounds = new Bounds(flows, more, wide, budget.alone);
    judge(new Proof(wide, flows, support, context, bounds));
    return {nodes: diagrams.size + alone.size + bounds.nodes, exact: false};
  } catch (error) {
    if (!(error instanceof OverBudget)) throw error;
    context.diagnostics.error('bewijs/te-groot', {file: context.pack.file, at: 0}, 'De gesprekken hangen op zo veel manieren samen dat niet te bewijzen is dat niemand vastloopt.', 'Onthoud minder namen tegelijk, of splits een gesprek.');
    return {nodes: diagrams.size + alone.size, exact: false};
  }
}

function judge(proof: Proof): void {
  checkReached(proof);
  checkWaysOn(proof);
  checkEnds(proof);
  checkShown(proof);
  checkConditionsMatter(proof);
  checkConditionsElsewhere(proof);
  checkAdvised(proof);
  checkProved(proof);
  proof.report();
}
