import type {Domain, Domains} from '../conditions/domain.js';
import type {Diagnostics} from './diagnostics.js';
import type {FlowSource} from './flow-ast.js';
import type {SourceFile} from './source-file.js';

/** Where a name is first remembered. */
export interface NameOrigin {
  file: SourceFile;
  at: number;
}

const KINDS: Record<Domain['t'], string> = {choice: 'één waarde (=)', set: 'meer waarden (+=)', count: 'een teller (+)', number: 'een getal', place: 'een plaats', text: 'eigen tekst'};

/** The names of a pack with what they can hold, over all flows; a name of two kinds is reported. */
export function gatherDomains(flows: Iterable<FlowSource>, diagnostics: Diagnostics): {domains: Domains; origins: ReadonlyMap<string, NameOrigin>} {
  const domains = new Map<string, Domain>();
  const origins = new Map<string, NameOrigin>();

  const learn = (name: string, domain: Domain, file: SourceFile, at: number) => {
    const known = domains.get(name);
    if (!known) {
      domains.set(name, domain);
      origins.set(name, {file, at});
    } else if (known.t !== domain.t) {
      const origin = origins.get(name)!;
      const {line} = origin.file.position(origin.at);
      diagnostics.error('voorwaarde/onbekend', {file, at}, `«${name}» is hier ${KINDS[domain.t]}, maar in ${origin.file.layer === file.layer ? origin.file.path : origin.file.name} op regel ${line} ${KINDS[known.t]}.`, 'Geef een van beide een andere naam.');
    } else if (known.t === 'number' && domain.t === 'number') {
      known.min = Math.min(known.min, domain.min);
      known.max = Math.max(known.max, domain.max);
    } else if ((known.t === 'choice' || known.t === 'set') && 'values' in domain) {
      for (const value of domain.values) if (!known.values.includes(value)) known.values.push(value);
    }
  };

  for (const {step, item} of [...flows].flatMap(({steps}) => steps.flatMap((each) => each.items.map((one) => ({step: each, item: one}))))) {
    const {file} = item.from ?? step.flow;
    if (item.t === 'ask') {
      learn(item.name, item.kind === 'number' ? {t: 'number', min: item.min, max: item.max} : {t: item.kind}, file, item.at);
    } else if (item.t === 'answers') {
      for (const answer of item.answers) {
        for (const {effect, at} of answer.effects) {
          const [op, name, value] = effect;
          learn(name, op === '=' ? {t: 'choice', values: [value]} : op === '+=' ? {t: 'set', values: [value]} : {t: 'count'}, answer.from?.file ?? file, at);
        }
      }
    }
  }
  return {domains, origins};
}
