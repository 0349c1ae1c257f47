import {COUNT_MAX, type CompareOp, type Condition} from '../model/condition.js';
import type {ConditionAst, ConditionProblem, Word} from './ast.js';
import type {Domain, Domains} from './domain.js';
import {conditionSize, conjunction, disjunction, negation} from './build.js';
import {didYouMean} from './suggest.js';

/** Named conditions nest, so that a short text can stand for a huge tree; beyond this it is refused. */
const MAX_SIZE = 2000;

/** Where names get their meaning. `concepts` are the conditions named under `begrippen`. */
export interface ConditionScope {
  domains: Domains;
  concepts: ReadonlyMap<string, ConditionAst>;
}

/**
 * A condition over names whose kinds are known. Without problems the condition is given.
 * A fault inside a named condition is not repeated here: lower that one by itself, with its own name as `from`.
 */
export function lowerCondition(ast: ConditionAst, scope: ConditionScope, from?: string): {condition?: Condition; problems: ConditionProblem[]} {
  const problems: ConditionProblem[] = [];
  const condition = new Lowering(scope, problems).lower(ast, from === undefined ? [] : [from]);
  if (problems.length === 0 && condition && conditionSize(condition) > MAX_SIZE) {
    problems.push({rule: 'voorwaarde/taal', at: ast.at, message: 'Deze voorwaarde wordt te groot doordat begrippen elkaar herhalen.', hint: 'Maak de begrippen erin kleiner.'});
  }
  return problems.length === 0 && condition ? {condition, problems} : {problems};
}

class Lowering {
  private readonly done = new Map<string, Condition | undefined>();
  private size = 0;

  constructor(
    private readonly scope: ConditionScope,
    private readonly problems: ConditionProblem[],
  ) {}

  /** `path` holds the named conditions around this one, outermost first. */
  lower(ast: ConditionAst, path: string[]): Condition | undefined {
    switch (ast.t) {
      case 'and':
      case 'or': {
        const parts = ast.parts.map((part) => this.lower(part, path));
        if (parts.includes(undefined)) return undefined;
        return ast.t === 'and' ? conjunction(parts as Condition[]) : disjunction(parts as Condition[]);
      }
      case 'not': {
        const part = this.lower(ast.part, path);
        return part && negation(part);
      }
      case 'ref':
        return this.lowerRef(ast.name, path);
      default:
        return this.lowerAtom(ast);
    }
  }

  private lowerRef(name: Word, path: string[]): Condition | undefined {
    const concept = this.scope.concepts.get(name.text);
    if (!concept) {
      const domain = this.scope.domains.get(name.text);
      if (domain) return this.report(name.at, 'taal', `Na «${name.text}» ontbreekt waarmee het vergeleken wordt.`, `Schrijf bijvoorbeeld «${example(name.text, domain)}».`);
      return this.report(name.at, 'onbekend', `Het begrip «${name.text}» bestaat niet.`, didYouMean(name.text, [...this.scope.concepts.keys(), ...this.scope.domains.keys()], 'Geef het een betekenis onder «begrippen», of vergelijk de naam met een waarde.'), {lacks: {name: name.text}});
    }
    if (path.includes(name.text)) {
      const ring = [...path.slice(path.indexOf(name.text)), name.text].map((part) => `«${part}»`).join(' → ');
      return this.report(name.at, 'onbekend', `Het begrip «${name.text}» verwijst naar zichzelf: ${ring}.`, 'Haal een van deze verwijzingen weg.', {ring: name.text});
    }
    if (this.done.has(name.text)) {
      const known = this.done.get(name.text);
      this.size += known ? conditionSize(known) : 0;
      if (this.size > MAX_SIZE * 10) return this.report(name.at, 'taal', 'Deze voorwaarde wordt te groot doordat begrippen elkaar herhalen.', 'Maak de begrippen erin kleiner.');
      return known;
    }
    const before = this.problems.length;
    const condition = this.lower(concept, [...path, name.text]);
    // Only a ring through the outermost condition concerns the reader of this one; the rest is reported at its source.
    const own = this.problems.splice(before);
    if (path.length === 1 && own.some(({ring}) => ring === path[0])) {
      return this.report(name.at, 'onbekend', `Het begrip «${path[0]}» verwijst via «${name.text}» naar zichzelf.`, 'Haal een van deze verwijzingen weg.');
    }
    this.done.set(name.text, condition);
    return condition;
  }

  private lowerAtom(ast: Exclude<ConditionAst, {t: 'and' | 'or' | 'not' | 'ref'}>): Condition | undefined {
    const {text: name, at} = ast.name;
    const domain = this.scope.domains.get(name);
    if (!domain) {
      return this.report(at, 'onbekend', `Niets onthoudt «${name}», dus kan een voorwaarde er niet naar vragen.`, didYouMean(name, this.scope.domains.keys(), `Onthoud het bij een antwoord, bijvoorbeeld met \`${name} = ja\`.`), {lacks: {name}});
    }
    if (domain.t === 'text') return this.report(at, 'taal', `Wat iemand bij «${name}» zelf typt, kan geen voorwaarde zijn.`, 'Stel er een vraag met antwoorden voor.');
    if (ast.t === 'known') return ['known', name];
    if (domain.t === 'place') return this.report(at, 'taal', `Van de plaats «${name}» kan een voorwaarde alleen vragen of zij bekend is.`, `Schrijf «${name} bekend».`);
    switch (ast.t) {
      case 'is':
        return this.lowerIs(ast, domain);
      case 'has':
        if (domain.t !== 'set') return this.report(at, 'taal', `«${name}» is ${kindOf(domain)}, dus past «bevat» er niet bij.`, `Schrijf «${example(name, domain, ast.values)}».`);
        if (!this.checkValues(name, ast.values, domain.values)) return undefined;
        return ['has', name, ...unique(ast.values)];
      case 'compare':
        if (domain.t === 'count') return [ast.op, name, ast.value];
        if (domain.t === 'number') return ['&', ['known', name], [ast.op, name, ast.value]];
        if (domain.t === 'set') return this.report(at, 'taal', `«${name}» bevat meer waarden en is zelf geen getal.`, `Schrijf «aantal ${name} ${ast.op} ${ast.value}».`);
        return this.report(at, 'taal', `«${name}» is ${kindOf(domain)} en geen getal.`, `Schrijf «${example(name, domain)}».`);
      case 'size':
        if (domain.t !== 'set') return this.report(at, 'taal', `«${name}» is ${kindOf(domain)}, dus valt er niets te tellen.`, `Schrijf «${example(name, domain)}».`);
        return ['#', name, ast.op, ast.value];
    }
  }

  private lowerIs(ast: ConditionAst & {t: 'is'}, domain: Domain): Condition | undefined {
    const name = ast.name.text;
    if (domain.t === 'set') {
      const values = ast.values.map((value) => value.text).join(', ');
      return this.report(ast.name.at, 'taal', `«${name}» kan meer waarden tegelijk hebben, dus past «${ast.not ? '!=' : '='}» er niet bij.`, `Schrijf «${ast.not ? 'niet ' : ''}${name} bevat ${values}».`);
    }
    if (domain.t === 'choice') {
      if (!this.checkValues(name, ast.values, domain.values)) return undefined;
      const equal: Condition = ['=', name, ...unique(ast.values)];
      return ast.not ? negation(equal) : equal;
    }
    const numbers: number[] = [];
    for (const value of ast.values) {
      if (!/^\d{1,6}$/.test(value.text)) return this.report(value.at, 'taal', `«${name}» is ${kindOf(domain)}, maar «${value.text}» is geen heel getal.`, `Schrijf bijvoorbeeld «${name} = 2».`);
      numbers.push(Number(value.text));
    }
    const equal = disjunction(numbers.map((n): Condition => ['==' satisfies CompareOp, name, n]));
    if (domain.t === 'count') return ast.not ? negation(equal) : equal;
    const answered = conjunction([['known', name], equal]);
    return ast.not ? negation(answered) : answered;
  }

  private checkValues(name: string, values: Word[], known: string[]): boolean {
    let good = true;
    for (const value of values) {
      if (known.includes(value.text)) continue;
      good = false;
      const listed = known.slice(0, 8).map((each) => `«${each}»`).join(', ');
      this.report(value.at, 'onbekend', `«${name}» wordt nergens «${value.text}».`, didYouMean(value.text, known, `Wel: ${listed}.`), {lacks: {name, value: value.text}});
    }
    return good;
  }

  private report(at: number, rule: 'taal' | 'onbekend', message: string, hint: string, more: Pick<ConditionProblem, 'lacks' | 'ring'> = {}): undefined {
    this.problems.push({rule: `voorwaarde/${rule}`, at, message, hint, ...more});
    return undefined;
  }
}

function unique(values: Word[]): string[] {
  return [...new Set(values.map((value) => value.text))];
}

function kindOf(domain: Domain): string {
  switch (domain.t) {
    case 'choice':
      return 'één waarde';
    case 'set':
      return 'een verzameling waarden';
    case 'count':
      return `een teller (0 tot ${COUNT_MAX})`;
    case 'number':
      return 'een getal';
    case 'place':
      return 'een plaats';
    case 'text':
      return 'eigen tekst';
  }
}

function example(name: string, domain: Domain, values: Word[] = []): string {
  switch (domain.t) {
    case 'choice':
      return `${name} = ${values.map((value) => value.text).join(', ') || domain.values[0]}`;
    case 'set':
      return `${name} bevat ${domain.values[0]}`;
    case 'place':
    case 'text':
      return `${name} bekend`;
    default:
      return `${name} >= 2`;
  }
}
