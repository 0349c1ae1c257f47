import type {ConditionAst} from '../conditions/ast.js';
import {conjunction, negation} from '../conditions/build.js';
import type {Domains} from '../conditions/domain.js';
import {lowerCondition} from '../conditions/lower.js';
import {conditionReads} from '../conditions/reads.js';
import type {Condition} from '../model/condition.js';
import type {Diagnostics, Place} from './diagnostics.js';
import type {ConditionSource, FlowSource, StepSource, When} from './flow-ast.js';
import {offsetAt} from './mapped-text.js';
import type {SourceNote} from './markdown-ast.js';
import type {AlarmSource} from './parse-alarms.js';
import type {Fact} from './parse-facts.js';
import type {Glossary} from './parse-glossary.js';
import type {PackSource} from './parse-pack.js';
import type {SupportSource} from './parse-support.js';
import type {ExamplesSource} from './understanding/parse-examples.js';

/** Everything that was read, for the passes that look things up across files. */
export interface PackContext {
  pack: PackSource;
  facts: ReadonlyMap<string, Fact>;
  glossary: Glossary | undefined;
  /** Calls for help, by group. */
  alarms: ReadonlyMap<string, AlarmSource>;
  /** Sentences that the chat learns from, by language. */
  examples: ReadonlyMap<string, readonly ExamplesSource[]>;
  flows: ReadonlyMap<string, FlowSource>;
  support: ReadonlyMap<string, SupportSource>;
  /** Ids of flows whose file could not be read: links to them are not reported again. */
  unreadable: ReadonlySet<string>;
  /** Files of layers below that were taken away as a whole, by path, and where that is said. */
  removed: ReadonlyMap<string, Place>;
  /** Paths of the pack's pictures. */
  images: ReadonlySet<string>;
  conditions: Conditions;
  /** Footnotes that some text refers to. */
  usedNotes: Set<SourceNote>;
  /** Steps that others take over with `zoals`. */
  usedSteps: Set<StepSource>;
  /** Where every emitted step, answer, route and block was written. */
  origins: Origins;
  diagnostics: Diagnostics;
}

/** A place in the editor's text, with the condition that stands there. */
export interface Origin extends Place {
  when?: When | undefined;
}

/** By what was emitted: a step, an answer, a route or a block. */
export type Origins = WeakMap<object, Origin>;

/** Gives conditions their meaning, each once, and keeps what they look at. */
export class Conditions {
  private readonly lowered = new Map<ConditionSource, Condition | undefined>();
  private readonly concepts = new Map<ReadonlyMap<string, ConditionSource>, ReadonlyMap<string, ConditionAst>>();
  /** Values that some condition singles out, per name; `all` where a condition looks at the name as a whole. */
  readonly reads = new Map<string, {all: boolean; values: Set<string>}>();

  constructor(
    readonly domains: Domains,
    private readonly diagnostics: Diagnostics,
  ) {}

  lower(source: ConditionSource, from?: string): Condition | undefined {
    if (this.lowered.has(source)) return this.lowered.get(source);
    const {ast, file, raw} = source;
    let condition: Condition | undefined;
    if (ast) {
      const result = lowerCondition(ast, {domains: this.domains, concepts: this.asts(source.concepts)}, from);
      condition = result.condition;
      for (const problem of result.problems) this.diagnostics.error(problem.rule, {file, at: offsetAt(raw, problem.at)}, problem.message, problem.hint, {lacks: problem.lacks && {t: 'remembered', ...problem.lacks}});
    }
    this.lowered.set(source, condition);
    if (condition) this.remember(condition);
    return condition;
  }

  /** The condition of a link in a chain. `skip` leaves out what came before, where an earlier route has that already. */
  lowerWhen(when: When | undefined, skip = 0): Condition | undefined {
    if (!when) return undefined;
    const parts: Condition[] = [];
    for (const prior of when.prior.slice(skip)) {
      const condition = this.lower(prior);
      if (condition) parts.push(negation(condition));
    }
    const own = when.own && this.lower(when.own);
    if (own) parts.push(own);
    return parts.length ? conjunction(parts) : undefined;
  }

  private remember(condition: Condition): void {
    for (const {name, values} of conditionReads(condition)) {
      const known = this.reads.get(name) ?? {all: false, values: new Set()};
      if (!values) known.all = true;
      for (const value of values ?? []) known.values.add(value);
      this.reads.set(name, known);
    }
  }

  private asts(concepts: ReadonlyMap<string, ConditionSource>): ReadonlyMap<string, ConditionAst> {
    let asts = this.concepts.get(concepts);
    if (!asts) {
      asts = new Map([...concepts].flatMap(([name, {ast}]) => (ast ? [[name, ast] as const] : [[name, BROKEN] as const])));
      this.concepts.set(concepts, asts);
    }
    return asts;
  }
}

/** Stands for a named condition that does not parse, so that its use is not reported as unknown. */
const BROKEN: ConditionAst = {t: 'and', parts: [], at: 0};

