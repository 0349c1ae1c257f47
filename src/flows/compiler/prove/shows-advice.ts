import type {Step} from '../../model/flow.js';

/** Whether a step shows kinds of support, and so reads the conditions of all of them. */
export function showsAdvice(step: Step): boolean {
  return step.body?.some((block) => block.t === 'show' && block.what === 'steun') ?? false;
}
