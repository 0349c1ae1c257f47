import fc from 'fast-check';
import type {Condition} from '../../src/flows/model/condition.js';
import type {Answer, Button, Flow, Step} from '../../src/flows/model/flow.js';
import type {Block} from '../../src/flows/model/node.js';
import type {SupportKind} from '../../src/flows/model/support.js';
import {arbitraryCondition, arbitraryPack} from './flows.js';

/** What stands at a place: its own condition, and those before it in a chain `als … / anders als … / anders`. */
export interface Written {
  own?: Condition;
  prior: Condition[];
}

export interface RichPack {
  flows: Flow[];
  kinds: SupportKind[];
  /** By answer, route or block. */
  written: Map<object, Written>;
  /** Conditions that have a name in the pack. */
  named: Condition[];
}

/** What becomes of a step that a plain generated flow has. */
interface Turn {
  kind: 'as-is' | 'bounds' | 'number' | 'text';
  min: number;
  max: number;
  alone: number;
  limit: number;
  advice: boolean;
  nested: boolean;
}

const arbitraryTurn: fc.Arbitrary<Turn> = fc.record({
  kind: fc.constantFrom('as-is', 'as-is', 'bounds', 'bounds', 'number', 'text'),
  min: fc.nat(2),
  max: fc.integer({min: 1, max: 3}),
  alone: fc.nat(6),
  limit: fc.nat(4),
  advice: fc.boolean(),
  nested: fc.boolean(),
});

/** Chains of up to three links, then perhaps `anders`. */
const arbitraryChain: fc.Arbitrary<Written[]> = fc
  .record({links: fc.array(arbitraryCondition, {minLength: 1, maxLength: 3}), rest: fc.boolean()})
  .map(({links, rest}) => [...links.map((own, n) => ({own, prior: links.slice(0, n)})), ...(rest ? [{prior: links}] : [])]);

const arbitraryKinds: fc.Arbitrary<SupportKind[]> = fc
  .array(
    fc.record({
      fits: fc.array(fc.record({when: arbitraryCondition, weight: fc.integer({min: 1, max: 4})}), {minLength: 1, maxLength: 2}),
      unless: fc.option(arbitraryCondition, {nil: undefined, freq: 4}),
    }),
    {minLength: 6, maxLength: 9},
  )
  .map((drawn) =>
    drawn.map(({fits, unless}, n): SupportKind => ({
      id: n === 8 ? 'crisis' : `k${n}`,
      title: `k${n}`,
      function: 'informatie',
      route: 'regelen',
      fits: fits.map((fit) => ({...fit, because: ['past']})),
      ...(unless ? {unless} : {}),
      firstStep: ['Bel.'],
      arrangedBy: ['zelf'],
      body: [],
    })),
  );

function lower({own, prior}: Written): Condition | undefined {
  const parts = [...prior.map((one): Condition => ['!', one]), ...(own ? [own] : [])];
  return parts.length > 1 ? ['&', ...parts] : parts[0];
}

/**
 * Packs with everything that the proof has an opinion on: flows that lead into each other, task lists with bounds and
 * options that exclude the others, a number, steps with buttons only, chains of conditions on ends, blocks inside
 * sections, kinds of support with reasons to fit, and named conditions.
 */
export const arbitraryRichPack: fc.Arbitrary<RichPack> = fc
  .record({
    flows: arbitraryPack,
    turns: fc.array(arbitraryTurn, {minLength: 16, maxLength: 16}),
    chains: fc.array(arbitraryChain, {minLength: 16, maxLength: 16}),
    kinds: arbitraryKinds,
    named: fc.array(arbitraryCondition, {maxLength: 2}),
    choose: fc.array(fc.nat(1000), {maxLength: 2}),
  })
  .map(({flows, turns, chains, kinds, named, choose}) => {
    const written = new Map<object, Written>();
    const used: Condition[] = [];
    const note = <T extends {when?: Condition | undefined}>(part: T, when: Written = {...(part.when ? {own: part.when} : {}), prior: []}): T => {
      written.set(part, when);
      if (when.own) used.push(when.own);
      return part;
    };
    const asked = ({limit}: Turn): Condition => ['&', ['known', 'leeftijd'], ['<', 'leeftijd', limit]];
    const blockFor = (when: Written, c: string): Block => {
      const lowered = lower(when);
      return note<Block>({t: 'p', c: [c], ...(lowered ? {when: lowered} : {})}, when);
    };
    let at = 0;
    const turned = flows.map((flow): Flow => ({...flow, steps: flow.steps.map((step) => turn(step, turns[at]!, chains[at++]!))}));
    const others = used.length ? choose.map((n) => used[n % used.length]!) : [];
    return {flows: turned, kinds, written, named: [...named, ...others]};

    function turn(step: Step, draw: Turn, chain: Written[]): Step {
      const {control} = step;
      if (!control) return {...step, body: endBody(step.body!, draw, chain)};
      const answers = control.t === 'one' || control.t === 'many' ? control.answers : [];
      if (control.t === 'one') return {...step, control: {...control, answers: answers.map((answer) => note({...answer}))}};
      const buttons = (step.buttons ?? []).map((button, b): Button => ({...button, routes: button.routes.map((route, r) => note(draw.kind === 'number' && b + r === 0 ? {...route, when: asked(draw)} : {...route}))}));
      if (draw.kind === 'number') return {...step, control: {t: 'number', name: 'leeftijd', min: 0, max: 4}, buttons};
      if (draw.kind === 'text') {
        const {control: _, ...rest} = step;
        return {...rest, body: [note<Block>({t: 'show', what: 'contact'})], buttons};
      }
      const marked = answers.map((answer, n): Answer => note({...answer, ...(draw.kind === 'bounds' && draw.alone === n ? {alone: true as const} : {})}));
      return {...step, control: {t: 'many', answers: marked, ...(draw.kind === 'bounds' ? {min: draw.min, max: Math.max(draw.min, draw.max)} : {})}, buttons};
    }

    function endBody(body: Block[], draw: Turn, chain: Written[]): Block[] {
      const links = chain.map((when, n) => blockFor(when, `schakel ${n}`));
      const inside = draw.nested ? [note<Block>({t: 'section', title: ['Stuk'], c: links, ...(draw.limit > 1 ? {when: asked(draw)} : {})})] : links;
      const advice: Block[] = draw.advice ? [note<Block>({t: 'show', what: 'steun', max: 5})] : [];
      return [...body.map((block) => note({...block})), ...inside, ...advice];
    }
  });
