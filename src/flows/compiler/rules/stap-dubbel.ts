import type {Diagnostics} from '../diagnostics.js';
import type {FlowSource, StepSource} from '../flow-ast.js';
import {shorten} from '../front-fields.js';
import {plainText} from '../markdown-ast.js';

/** `stap/dubbel`: in a file a name stands for one step. */
export function checkDoubleSteps({steps, file}: FlowSource, diagnostics: Diagnostics): void {
  const seen = new Map<string, StepSource>();
  for (const step of steps) {
    const first = seen.get(step.id);
    if (first && step.id) {
      const {line} = file.position(first.at);
      diagnostics.error('stap/dubbel', {file, at: step.at}, `De stap «${step.id}» bestaat al op regel ${line}.`, `Geef een van beide een eigen naam achter de kop: {#${step.id}-2}.`);
    } else {
      seen.set(step.id, step);
    }
  }
}

/** And in a step, with what layers add to it, for one answer. */
export function checkDoubleAnswers(step: StepSource, diagnostics: Diagnostics): void {
  const seen = new Map<string, string>();
  for (const {answer, from} of step.items.flatMap((item) => (item.t === 'answers' ? item.answers.map((each) => ({answer: each, from: each.from ?? item.from ?? step.flow})) : []))) {
    const {file} = from;
    const label = shorten(plainText(answer.label));
    const first = seen.get(answer.id);
    if (first === undefined || !answer.id) seen.set(answer.id, label);
    else {
      const both = first === label ? `Het antwoord «${label}» staat er twee keer.` : `De antwoorden «${first}» en «${label}» hebben dezelfde naam «${answer.id}».`;
      diagnostics.error('stap/dubbel', {file, at: answer.at}, both, `Geef een van beide een eigen naam, zoals {#${answer.id}-2}.`);
    }
  }
}
