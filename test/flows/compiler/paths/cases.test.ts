import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {CaseWords} from '../../../../src/flows/compiler/paths/case-words.js';
import {CaseFinder} from '../../../../src/flows/compiler/paths/cases.js';
import {cover, TooManyCubes} from '../../../../src/flows/compiler/paths/isop.js';
import {nobody} from '../../../../src/flows/compiler/paths/known.js';
import {Questions} from '../../../../src/flows/compiler/paths/questions.js';
import {realVisitors, Shares} from '../../../../src/flows/compiler/paths/shares.js';
import {thresholdsOf, withBits} from '../../../../src/flows/compiler/paths/thresholds.js';
import {Walk} from '../../../../src/flows/compiler/paths/walk.js';
import {ALL, Diagrams, NONE, type Bdd} from '../../../../src/flows/compiler/prove/bdd.js';
import type {Flow} from '../../../../src/flows/model/flow.js';
import {arbitraryFlow, CARE, HELP} from '../../../support/flows.js';

/** A set of assignments of six bits, from its truth table. */
function setOf(d: Diagrams, table: readonly boolean[]): Bdd {
  return table.reduce<Bdd>((any, on, n) => {
    if (!on) return any;
    let one: Bdd = ALL;
    for (let bit = 5; bit >= 0; bit -= 1) one = d.and(one, d.literal(bit, ((n >> bit) & 1) === 1));
    return d.or(any, one);
  }, NONE);
}

function finderOf(flows: readonly Flow[], start: string, most?: number) {
  const questions = new Questions(new Diagrams(), [{flows}]);
  const walk = new Walk(questions);
  const walked = walk.all(start);
  const final = [...walked.ends.values()].reduce((all, known) => walk.knowledge.together(all, known), nobody);
  const real = realVisitors([{walk, walked}]);
  const thresholds = withBits(questions, thresholdsOf(walk, final));
  return {questions, walk, walked, final, real, finder: new CaseFinder(questions, new Shares(questions, real), thresholds, most), thresholds};
}

describe('a cover', () => {
  it('holds all that it must and nothing that it may not, and no product can go', () => {
    const table = fc.array(fc.boolean(), {minLength: 64, maxLength: 64});
    fc.assert(
      fc.property(table, table, (must, may) => {
        const d = new Diagrams();
        const lower = setOf(d, must);
        const upper = d.or(lower, setOf(d, may));
        const sets = cover(d, lower, upper, 1000).map((cube) => [...cube].reduce<Bdd>((all, [bit, on]) => d.and(all, d.literal(bit, on)), ALL));
        const union = (list: readonly Bdd[]) => list.reduce<Bdd>((any, set) => d.or(any, set), NONE);
        assert.equal(d.minus(lower, union(sets)), NONE);
        assert.equal(d.minus(union(sets), upper), NONE);
        sets.forEach((_, n) => assert.notEqual(d.minus(lower, union(sets.filter((__, m) => m !== n))), NONE));
      }),
      {numRuns: 200},
    );
  });

  it('gives up where it would take too many products', () => {
    const d = new Diagrams();
    const parity = [0, 1, 2, 3, 4, 5].reduce<Bdd>((odd, bit) => d.or(d.minus(odd, d.bit(bit)), d.minus(d.bit(bit), odd)), NONE);
    assert.throws(() => cover(d, parity, parity, 31), TooManyCubes);
    assert.equal(cover(d, parity, parity, 32).length, 32);
  });
});

describe('situations', () => {
  it('tell those who are wanted from the others, or bound them, on generated flows', () => {
    let exact = 0;
    let bounds = 0;
    fc.assert(
      fc.property(fc.oneof(arbitraryFlow, fc.constant(CARE)), fc.constantFrom(1, 12), fc.boolean(), fc.array(fc.nat(30), {maxLength: 5}), (flow, most, early, drawn) => {
        const {questions, walked, final, real, finder, thresholds} = finderOf([flow], `${flow.id}#${flow.steps[0]!.id}`, most);
        const d = questions.diagrams;
        // Whoever gives an odd number of some answers: hard to put in few situations.
        const odd = drawn.map((n) => n % questions.bits).reduce<Bdd>((any, bit) => d.or(d.minus(any, d.bit(bit)), d.minus(d.bit(bit), any)), NONE);
        // What the counts come to is part of who somebody is.
        const care = thresholds.reduce<Bdd>((all, {bit, who}) => d.and(all, d.or(d.and(d.bit(bit), who), d.not(d.or(d.bit(bit), who)))), d.and(final.who, real));
        const groups = [{who: odd}, ...walked.ends.values(), ...walked.entering.values(), ...thresholds].map(({who}) => d.and(who, final.who));
        for (const who of groups) {
          const {cases, exact: isExact} = finder.find(who, final.who, early);
          const told = d.and(care, cases.reduce<Bdd>((any, one) => d.or(any, finder.bddOf(one)), NONE));
          assert.equal(d.minus(d.and(care, who), told), NONE);
          if (isExact) assert.equal(d.minus(told, who), NONE);
          if (isExact) exact += 1;
          else bounds += 1;
          assert.ok(cases.length <= most || !isExact);
        }
      }),
      {numRuns: 300},
    );
    assert.ok(exact > 100 && bounds > 5, `${exact} exact, ${bounds} bounds`);
  });

  it('are told in Dutch, with the words of the questions', () => {
    const {questions, walked, final, finder} = finderOf([CARE, HELP], 'zorg#wie');
    const words = new CaseWords(questions);
    const tell = (end: string, early = false) => finder.find(walked.ends.get(end)!.who, final.who, early).cases.map((one) => words.tell(one));
    assert.deepEqual(tell('helpen#klaar', true), ['bij «Voor wie?» «Ik ken iemand» kiest']);
    const known = walked.ends.get('zorg#uitslag')!;
    const counted = finder.thresholds.find(({name, from}) => name === 'last' && from === 2)!;
    assert.deepEqual(finder.find(questions.diagrams.and(known.who, counted.who), known.who).cases.map((one) => words.tell(one)), ['voor «last» op 2 of meer uitkomt']);
  });
});

describe('shares', () => {
  it('count every way to answer once', () => {
    const flow: Flow = {
      id: 'f',
      lang: 'nl',
      title: 'f',
      steps: [
        {id: 'a', title: ['A?'], control: {t: 'one', answers: [{id: 'x', label: ['x'], to: {step: 'b'}}, {id: 'y', label: ['y'], to: {step: 'c'}}]}},
        {id: 'b', title: ['B?'], control: {t: 'many', answers: [{id: 'p', label: ['p']}, {id: 'q', label: ['q']}]}, buttons: [{id: 'v', label: ['v'], routes: [{to: {step: 'c'}}]}]},
        {id: 'c', title: ['C']},
      ],
    };
    const {final, finder, walked} = finderOf([flow], 'f#a');
    assert.equal(finder.shares.count(final.who), 5);
    assert.equal(finder.shares.of(walked.entering.get('f#b')!.who, final.who), 0.8);
  });
});
