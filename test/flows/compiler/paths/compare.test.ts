import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {compareAdvice} from '../../../../src/flows/compiler/paths/compare-advice.js';
import {comparePacks, type Difference} from '../../../../src/flows/compiler/paths/compare.js';
import {compareTexts} from '../../../../src/flows/compiler/paths/compare-texts.js';
import {adviceReads, Questions} from '../../../../src/flows/compiler/paths/questions.js';
import {realVisitors, Shares} from '../../../../src/flows/compiler/paths/shares.js';
import {replayVisitor} from '../../../../src/flows/compiler/paths/shortest-way.js';
import {sample} from '../../../../src/flows/compiler/paths/sample.js';
import {Walk} from '../../../../src/flows/compiler/paths/walk.js';
import {Diagrams} from '../../../../src/flows/compiler/prove/bdd.js';
import type {CompiledPack} from '../../../../src/flows/compiler/compile-pack.js';
import type {Condition} from '../../../../src/flows/model/condition.js';
import type {Answer, Flow} from '../../../../src/flows/model/flow.js';
import type {SupportKind, SupportPart} from '../../../../src/flows/model/support.js';
import {advise} from '../../../../src/flows/semantics/advice.js';

/** Three questions (the second only for some), then advice. */
const questions: fc.Arbitrary<Flow> = fc
  .record({
    skip: fc.boolean(),
    effects: fc.array(fc.constantFrom(['=', 'a', 'x'], ['=', 'a', 'y'], ['+', 'n', 1], ['+', 'n', 2]), {minLength: 6, maxLength: 6}),
    when: fc.constantFrom<Condition | undefined>(undefined, ['=', 'a', 'x'], ['>=', 'n', 2]),
  })
  .map(({skip, effects, when}): Flow => {
    const effect = (n: number) => [effects[n] as ['=', string, string]];
    const answer = (id: string, n: number, step: string): Answer => ({id, label: [id], effects: effect(n), to: {step}});
    return {
      id: 'f',
      lang: 'nl',
      title: 'f',
      steps: [
        {id: 'een', title: ['Een?'], control: {t: 'one', answers: [answer('p', 0, 'twee'), answer('q', 1, skip ? 'drie' : 'twee')]}},
        {id: 'twee', title: ['Twee?'], control: {t: 'one', answers: [answer('p', 2, 'drie'), answer('q', 3, 'drie')]}},
        {
          id: 'drie',
          title: ['Drie?'],
          control: {t: 'many', answers: [{id: 'r', label: ['r'], effects: [['+=', 's', 'r']]}, {id: 't', label: ['t'], effects: effect(4), ...(when ? {when} : {})}, {id: 'u', label: ['u'], alone: true}]},
          buttons: [{id: 'v', label: ['v'], routes: [{to: {step: 'eind'}}]}],
        },
        {id: 'eind', title: ['Eind'], body: [{t: 'p', c: ['veel'], when: ['>=', 'n', 2]}, {t: 'show', what: 'steun', max: 2}, {t: 'show', what: 'contact'}]},
      ],
    };
  });

const condition = fc.constantFrom<Condition>(['=', 'a', 'x'], ['=', 'a', 'y'], ['>=', 'n', 1], ['>=', 'n', 3], ['has', 's', 'r'], ['!', ['known', 's']], ['&']);
const support: fc.Arbitrary<SupportPart> = fc
  .tuple(fc.array(fc.record({fits: fc.array(fc.tuple(condition, fc.integer({min: 1, max: 3})), {minLength: 1, maxLength: 2}), unless: fc.option(condition, {nil: undefined, freq: 4})}), {minLength: 3, maxLength: 4}), fc.boolean())
  .map(([drawn, turned]): SupportPart => {
    const ids = ['crisis', 'b', 'c', 'd'].slice(0, drawn.length);
    const kinds = drawn.map(({fits, unless}, n): SupportKind => ({id: ids[n]!, title: ids[n]!, function: 'informatie', route: 'regelen', arrangedBy: [], firstStep: [], body: [], fits: fits.map(([when, weight]) => ({when, weight, because: []})), ...(unless ? {unless} : {})}));
    return {lang: 'nl', order: turned ? [...ids].reverse() : ids, kinds};
  });

const pack = fc.record({flows: questions.map((flow) => [flow]), support});
type Pack = {flows: Flow[]; support: SupportPart};

/** What one visitor gets at the end, by the plain semantics; nothing when they do not come there. */
function outcome(walk: Walk, {support: part}: Pack, visitor: ReadonlyMap<number, boolean>): {list: string; veel: boolean} | undefined {
  const {at, memory} = replayVisitor(walk, {flow: 'f', step: 'een'}, visitor);
  if (at !== 'f#eind') return undefined;
  const {urgent, best} = advise(part.kinds, part.order, memory, 2);
  return {list: [...urgent, ...best].map(({kind}) => kind.id).join(), veel: Number(memory['n'] ?? 0) >= 2};
}

function compare(old: Pack, now: Pack): Difference[] {
  return [...comparePacks(old, now)].flatMap((found) => ('difference' in found ? [found.difference] : []));
}

describe('the comparison of two versions', () => {
  it('finds exactly those who get another list, by asking every visitor one by one', () => {
    let changed = 0;
    let looked = 0;
    let guesses = 0;
    fc.assert(
      fc.property(pack, pack, fc.boolean(), (old, drawn, onlySupport) => {
        const now = onlySupport ? {...drawn, flows: old.flows} : drawn;
        const d = new Diagrams();
        const asked = new Questions(d, [old, now].map(({flows, support: part}) => ({flows, more: adviceReads(part)})));
        const [before, after] = [new Walk(asked, 0), new Walk(asked, 1)];
        const [was, is] = [before.all('f#een'), after.all('f#een')];
        const shares = new Shares(asked, realVisitors([{walk: before, walked: was}, {walk: after, walked: is}]));
        const end = (walk: Walk, walked: typeof was, {support: part, flows}: Pack) => ({walk, start: {flow: 'f', step: 'een'}, step: flows[0]!.steps[3]!, known: walked.ends.get('f#eind')!, support: part});
        const both = d.and(shares.real, d.and(was.ends.get('f#eind')!.who, is.ends.get('f#eind')!.who));
        const found = compareAdvice(end(before, was, old), end(after, is, now), both, true, (set, among) => shares.of(set, among));
        for (const visitor of sample(d, both, asked.bits, 40)) {
          const [from, to] = [outcome(before, old, visitor)!, outcome(after, now, visitor)!];
          const other = from.list !== to.list;
          assert.equal(found !== undefined && d.has(found.changed!, visitor), other, `${from.list} → ${to.list}`);
          for (const kind of found?.kinds ?? []) {
            const place = (list: string) => list.split(',').indexOf(kind.id);
            const gone = kind.effects.find(({what}) => what === 'weg');
            assert.equal(gone !== undefined && d.has(gone.who!, visitor), place(from.list) >= 0 && place(to.list) < 0);
          }
          if (other) changed += 1;
          looked += 1;
        }
        // The sample agrees with what was worked out, within what chance does.
        if (!found || guesses++ >= 12) return;
        const guessed = compareAdvice(end(before, was, old), end(after, is, now), both, false, (set, among) => shares.of(set, among));
        assert.ok(Math.abs(guessed!.share - found.share) < 0.06, `${guessed!.share} ${found.share}`);
      }),
      {numRuns: 60},
    );
    assert.ok(changed > 200 && looked - changed > 40, `${changed} of ${looked}`);
  });

  it('finds nothing between a version and itself', () => {
    fc.assert(fc.property(pack, (one) => assert.deepEqual(compare(one, structuredClone(one)), [])), {numRuns: 40});
  });

  it('tells a threshold that moved as who is between, and a new answer as new', () => {
    const base: Pack = fc.sample(fc.record({flows: questions.map((flow) => [flow]), support: support.map((part) => ({...part, kinds: []}))}), {numRuns: 1, seed: 1})[0]!;
    const [flow] = base.flows as [Flow];
    const step: Flow['steps'][number] = {...flow.steps[0]!, control: {t: 'one', answers: [{id: 'p', label: ['P'], effects: [['+', 'n', 2]], to: {step: 'eind'}}, {id: 'q', label: ['Q'], effects: [['+', 'n', 1]], to: {step: 'eind'}}]}};
    const end = flow.steps[3]!;
    const old = {...base, flows: [{...flow, steps: [step, end]}]};
    const lower = {...base, flows: [{...flow, steps: [step, {...end, body: [{t: 'p' as const, c: ['veel'], when: ['>=', 'n', 1] as Condition}, ...end.body!.slice(1)]}]}]};
    const [moved] = compare(old, lower);
    assert.deepEqual(moved!.blocks.map(({texts, change, situations}) => [texts, change, situations.who, situations.exact]), [[['veel'], 'erbij', ['bij «Een?» «Q» kiest'], true]]);
    const more = structuredClone(old);
    (more.flows[0]!.steps[0]!.control as {answers: Answer[]}).answers.push({id: 'z', label: ['Z'], to: {step: 'eind'}});
    const [added] = compare(old, more);
    assert.deepEqual([added!.fresh!.who, added!.blocks, added!.ends], [['bij «Een?» «Z» kiest'], [], []]);
    assert.deepEqual(compareTexts(asPack(old), asPack(more)), {texts: 0, notes: ['Antwoord erbij bij «Een?»: «Z».']});
  });

  it('tells another wording as a text, and not as something that somebody gets', () => {
    const [one] = fc.sample(pack, {numRuns: 1, seed: 3}) as [Pack];
    const other = structuredClone(one);
    other.flows[0]!.steps[3]!.body![0] = {t: 'p', c: ['heel veel'], when: ['>=', 'n', 2]};
    other.flows[0]!.steps[0]!.title = ['Eén?'];
    assert.deepEqual(compare(one, other), []);
    assert.equal(compareTexts(asPack(one), asPack(other)).texts, 2);
  });
});

function asPack({flows, support: part}: Pack): CompiledPack {
  return {flows, support: part, manifest: {contact: {name: 'x'}}} as unknown as CompiledPack;
}
