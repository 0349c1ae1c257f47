import type {FlowSource, StepItem, StepSource} from '../flow-ast.js';
import type {SourceInline} from '../markdown-ast.js';
import {sourceHash} from './source-text.js';
import {unitsOf, type Unit} from './units.js';

/** What one file says of a step: all of it, or what it adds to the step of a pack below (`aanvulling`). */
export interface Portion {
  flow: FlowSource;
  /** Only the file that wrote the step gives its heading. */
  title?: SourceInline[];
  units: Unit[];
  hash: string;
}

/** A step by the files that it came together from; the one that wrote its heading first. */
export function portionsOf(step: StepSource): Portion[] {
  const flows = [step.flow, ...(step.additions ?? []).map(({flow}) => flow)];
  return [...new Set(flows)].map((flow) => {
    const units = unitsOf(itemsOf(step, flow));
    const title = flow === step.flow ? step.title : undefined;
    return {flow, ...(title ? {title} : {}), units, hash: sourceHash(title, units)};
  });
}

function itemsOf(step: StepSource, flow: FlowSource): StepItem[] {
  return step.items.flatMap((item): StepItem[] => {
    const own = (item.from ?? step.flow) === flow;
    if (item.t !== 'answers') return own ? [item] : [];
    const answers = item.answers.filter((answer) => (answer.from ?? item.from ?? step.flow) === flow);
    return answers.length ? [{...item, answers}] : [];
  });
}
