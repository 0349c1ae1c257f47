import type {Condition} from '../../model/condition.js';
import type {Flow, Step} from '../../model/flow.js';
import type {SupportPart} from '../../model/support.js';
import type {PackContext} from '../pack-context.js';
import {checkShown} from '../rules/antwoord-nooit.js';
import {checkEnds} from '../rules/gesprek-eindeloos.js';
import {checkWaysOn} from '../rules/stap-doodlopend.js';
import {checkReached} from '../rules/stap-onbereikbaar.js';
import {checkAdvised} from '../rules/uitslag-nooit.js';
import {checkConditionsMatter} from '../rules/voorwaarde-altijd.js';
import {checkConditionsElsewhere} from '../rules/voorwaarde-nooit.js';
import {Diagrams, OverBudget} from './bdd.js';
import {Proof} from './proof.js';
import {showsAdvice} from './shows-advice.js';
import {Space} from './space.js';

/** Nodes that a proof may cost. Counted, not timed, so that every machine gives one verdict. */
const BUDGET = 4_000_000;

/** Proves what every visitor of the pack's flows meets. Reports what does not hold, and never passes what it did not prove. */
export function provePack(flows: readonly Flow[], support: SupportPart | undefined, context: PackContext): void {
  const advice: Condition[] = (support?.kinds ?? []).flatMap(({fits, unless}) => [...(fits ?? []).map(({when}) => when), ...(unless ? [unless] : [])]);
  const more = (step: Step): readonly Condition[] => (showsAdvice(step) ? advice : []);
  try {
    const proof = new Proof(new Space(new Diagrams(BUDGET), flows, {more}), flows, support, context);
    checkReached(proof);
    checkWaysOn(proof);
    checkEnds(proof);
    checkShown(proof);
    checkConditionsMatter(proof);
    checkConditionsElsewhere(proof);
    checkAdvised(proof);
  } catch (error) {
    if (!(error instanceof OverBudget)) throw error;
    context.diagnostics.error('bewijs/te-groot', {file: context.pack.file, at: 0}, `De gesprekken hangen op zo veel manieren samen dat niet te bewijzen is dat niemand vastloopt.`, 'Onthoud minder namen tegelijk, of splits een gesprek.');
  }
}
