import type {ConditionAst} from '../conditions/ast.js';
import {parseCondition} from '../conditions/parse.js';
import type {Diagnostics} from './diagnostics.js';
import type {ConditionSource, When} from './flow-ast.js';
import type {FrontEntry} from './front-matter.js';
import type {Instruction} from './instruction.js';
import {NAME, RESERVED} from '../conditions/names.js';
import {offsetAt, type MappedText} from './mapped-text.js';
import type {SourceFile} from './source-file.js';

/** Where conditions are read: their file, and the conditions that have a name there. */
export interface ConditionContext {
  file: SourceFile;
  diagnostics: Diagnostics;
  concepts: ReadonlyMap<string, ConditionSource>;
}

export function readCondition(raw: MappedText, {file, diagnostics, concepts}: ConditionContext): ConditionSource {
  const {ast, problem} = parseCondition(raw.text);
  if (problem) diagnostics.error(problem.rule, {file, at: offsetAt(raw, problem.at)}, problem.message, problem.hint);
  return {...(ast ? {ast} : {}), raw, file, concepts};
}

/**
 * Reads `begrippen: { zwaar: "last >= 6" }` into `into`, which is also what the conditions themselves may refer to. What
 * a layer below says there already is replaced, for its own conditions too; what is in `taken` is not to be said again.
 */
export function readConcepts(entries: ReadonlyMap<string, FrontEntry>, into: Map<string, ConditionSource>, taken: ReadonlyMap<string, ConditionSource>, context: ConditionContext): void {
  for (const [name, {keyAt, value}] of entries) {
    const fail = (message: string, hint: string) => context.diagnostics.error('pakket/veld', {file: context.file, at: keyAt}, message, hint);
    if (!NAME.test(name) || RESERVED.has(name)) fail(`«${name}» kan geen naam van een begrip zijn.`, 'Gebruik kleine letters, cijfers en streepjes, en geen woord van de voorwaarden.');
    // A name that a layer above gives to the whole pack leaves a flow below it its own meaning.
    else if ((taken.get(name)?.file.layer ?? -1) >= context.file.layer) fail(`Het begrip «${name}» heeft in pakket.md al een betekenis.`, 'Kies hier een andere naam.');
    else if (value.t !== 'text') fail(`Bij het begrip «${name}» ontbreekt de voorwaarde.`, `Schrijf bijvoorbeeld «${name}: "last >= 6"».`);
    else into.set(name, readCondition(value.raw, context));
  }
}

type WhenInstruction = Instruction & {t: 'if' | 'else-if' | 'else'};

export function isWhen(instruction: Instruction): instruction is WhenInstruction {
  return instruction.t === 'if' || instruction.t === 'else-if' || instruction.t === 'else';
}

/** Keeps chains `als … / anders als … / anders` together: only what follows directly belongs to one. */
export class Chain {
  private prior: ConditionSource[] | undefined;
  /** How many problems there were when the last thing was read, and whether it brought one: perhaps its `als` is there, and cannot be read. */
  private reported: number;
  private suspect = false;

  constructor(private readonly context: ConditionContext) {
    this.reported = context.diagnostics.count;
  }

  /** The condition of the next thing; without an instruction the chain ends. */
  next(instruction: WhenInstruction | undefined): When | undefined {
    const {suspect} = this;
    this.suspect = this.context.diagnostics.count > this.reported;
    this.reported = this.context.diagnostics.count;
    if (!instruction) {
      this.prior = undefined;
      return undefined;
    }
    const {at} = instruction;
    if (instruction.t === 'if') {
      const own = readCondition(instruction.condition, this.context);
      this.prior = [own];
      return {prior: [], own, at};
    }
    if (!this.prior) {
      const word = instruction.t === 'else' ? 'anders' : 'anders als';
      if (!suspect) this.context.diagnostics.error('voorwaarde/taal', {file: this.context.file, at}, `Voor dit «${word}» staat geen «als».`, 'Zet het direct achter iets van dezelfde soort met `als …`: twee alinea’s, twee knoppen, twee antwoorden of twee stukken met ###.', {lacks: {t: 'start'}});
      if (instruction.t === 'else-if') readCondition(instruction.condition, this.context);
      return undefined;
    }
    const prior = this.prior;
    if (instruction.t === 'else') {
      this.prior = undefined;
      return {prior, at};
    }
    const own = readCondition(instruction.condition, this.context);
    this.prior = [...prior, own];
    return {prior, own, at};
  }
}

/** The named conditions that a condition speaks of. */
export function conceptsIn({ast}: ConditionSource): string[] {
  const visit = (part: ConditionAst): string[] => {
    if (part.t === 'ref') return [part.name.text];
    if (part.t === 'and' || part.t === 'or') return part.parts.flatMap(visit);
    return part.t === 'not' ? visit(part.part) : [];
  };
  return ast ? visit(ast) : [];
}

/** As {@link conceptsIn}, for a link of a chain. */
export function conceptsOf(when: When | undefined): string[] {
  return when ? [...when.prior, ...(when.own ? [when.own] : [])].flatMap(conceptsIn) : [];
}
