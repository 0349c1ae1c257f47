import type {Ends, Flow} from '../model/flow.js';

/** The whole flow again, once the texts of its results are there. */
export function joinEnds(flow: Flow, ends: Ends): Flow {
  const texts = new Map(ends.steps.map(({id, body}) => [id, body]));
  return {
    ...flow,
    steps: flow.steps.map((step) => {
      const body = step.later && texts.get(step.id);
      if (!body) return step;
      const {later: _later, ...kept} = step;
      return {...kept, body};
    }),
    sources: [...(flow.sources ?? []), ...(ends.sources ?? [])],
    terms: {...flow.terms, ...ends.terms},
  };
}
