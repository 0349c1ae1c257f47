import type {Condition} from '../model/condition.js';

/** What a condition looks at: a name, and the values it singles out; without values the name as a whole. */
export interface ConditionRead {
  name: string;
  values?: string[];
}

/** Every look that `condition` takes into memory. */
export function conditionReads(condition: Condition): ConditionRead[] {
  switch (condition[0]) {
    case '&':
    case '|':
      return (condition.slice(1) as Condition[]).flatMap(conditionReads);
    case '!':
      return conditionReads(condition[1]);
    case '=':
    case 'has':
      return [{name: condition[1], values: condition.slice(2) as string[]}];
    default:
      return [{name: condition[1] as string}];
  }
}
