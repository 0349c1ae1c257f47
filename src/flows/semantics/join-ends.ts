import type {Ends, Flow, Step} from '../model/flow.js';
import type {Inline} from '../model/node.js';

/** The whole flow again, once the texts of its results are there. */
export function joinEnds(flow: Flow, ends: Ends): Flow {
  const texts = new Map(ends.steps.map(({id, body}) => [id, body]));
  const echoes = new Map(ends.echoes?.map(({step, answer, c}) => [`${step} ${answer}`, c]));
  return {
    ...flow,
    steps: flow.steps.map((step) => {
      const body = step.later && texts.get(step.id);
      if (!body) return withEchoes(step, echoes);
      const {later: _later, ...kept} = step;
      return {...kept, body};
    }),
    sources: [...(flow.sources ?? []), ...(ends.sources ?? [])],
    terms: {...flow.terms, ...ends.terms},
  };
}

function withEchoes(step: Step, echoes: ReadonlyMap<string, Inline[]>): Step {
  const {control} = step;
  if (!control || !('answers' in control)) return step;
  const answers = control.answers.map((answer) => {
    const echo = echoes.get(`${step.id} ${answer.id}`);
    return echo ? {...answer, echo} : answer;
  });
  return {...step, control: {...control, answers}};
}
