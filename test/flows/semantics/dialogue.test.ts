import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {chosenAnswers, isEnd, openAnswers, openButtons, problemOf, visibleBlocks} from '../../../src/flows/semantics/dialogue.js';
import {applyEffects, NOTHING_KNOWN} from '../../../src/flows/semantics/memory.js';
import {CARE} from '../../support/flows.js';

const step = (id: string) => CARE.steps.find((candidate) => candidate.id === id)!;
const partner = applyEffects(NOTHING_KNOWN, [['=', 'relatie', 'partner']]);
const buttonIds = (answers: string[]) => openButtons(step('taken'), partner, {answers}).map(({button}) => button.id);

describe('a step', () => {
  it('opens answers by what was known on entering', () => {
    assert.deepEqual(openAnswers(step('taken'), NOTHING_KNOWN).map(({id}) => id), ['wassen', 'koken', 'regelen', 'geen']);
    assert.equal(openAnswers(step('taken'), partner).length, 5);
  });

  it('opens buttons by this step’s answers too', () => {
    assert.deepEqual(buttonIds(['wassen']), ['naar-je-nachten']);
    assert.deepEqual(buttonIds(['koken']), ['verder']);
    assert.deepEqual(buttonIds([]), ['verder']);
  });

  it('sends a button to its first open route', () => {
    const to = (answers: string[]) => openButtons(step('taken'), partner, {answers})[0]?.to.step;
    assert.equal(to(['koken']), 'leeftijd');
    assert.equal(to(['regelen']), 'uitslag');
  });

  it('takes ticked answers in source order, whatever the order of ticking', () => {
    const chosen = chosenAnswers(step('taken'), partner, {answers: ['regelen', 'wassen']});
    assert.deepEqual(chosen.map(({id}) => id), ['wassen', 'regelen']);
  });

  it('is an end only without a control and without an open button', () => {
    assert.equal(isEnd(step('uitslag'), NOTHING_KNOWN), true);
    assert.equal(isEnd(step('niemand'), NOTHING_KNOWN), false);
    assert.equal(isEnd(step('wie'), NOTHING_KNOWN), false);
    const sometimes = {id: 'x', title: ['x'], buttons: [{id: 'b', label: ['b'], routes: [{when: ['known', 'relatie'] as ['known', string], to: {step: 'wie'}}]}]};
    assert.equal(isEnd(sometimes, NOTHING_KNOWN), true);
    assert.equal(isEnd(sometimes, partner), false);
  });

  it('says what is wrong with a reply', () => {
    const problem = (answers: string[], button?: string) => problemOf(step('taken'), partner, button ? {answers, button} : {answers});
    assert.deepEqual(problemOf(step('wie'), NOTHING_KNOWN, {answers: []}), {code: 'choose'});
    assert.deepEqual(problemOf(step('wie'), NOTHING_KNOWN, {answers: ['bestaat-niet']}), {code: 'closed'});
    assert.deepEqual(problem([], 'verder'), {code: 'too-few', limit: 1});
    assert.deepEqual(problem(['wassen', 'koken', 'nacht', 'regelen'], 'verder'), {code: 'too-many', limit: 3});
    assert.deepEqual(problem(['geen', 'koken'], 'verder'), {code: 'closed'});
    assert.deepEqual(problem(['wassen'], 'verder'), {code: 'closed'}, 'a button that is not open');
    assert.equal(problem(['geen'], 'verder'), undefined, 'the exclusive option satisfies the lower bound');
    assert.equal(problem(['koken'], 'verder'), undefined);
  });

  it('checks a number against its bounds and lets it be left empty', () => {
    const problem = (number?: number) => problemOf(step('leeftijd'), NOTHING_KNOWN, {answers: [], button: 'verder', ...(number === undefined ? {} : {number})});
    assert.equal(problem(), undefined);
    assert.equal(problem(0), undefined);
    assert.equal(problem(120), undefined);
    assert.deepEqual(problem(121), {code: 'too-high', limit: 120});
    assert.deepEqual(problem(-1), {code: 'too-low', limit: 0});
    assert.deepEqual(problem(1.5), {code: 'number'});
    assert.deepEqual(problem(NaN), {code: 'number'});
  });

  it('shows the blocks whose condition holds, inside call-outs too', () => {
    const blocks = visibleBlocks(
      [
        {t: 'p', c: ['a'], when: ['=', 'relatie', 'kind']},
        {t: 'callout', kind: 'let-op', c: [{t: 'p', c: ['b'], when: ['=', 'relatie', 'kind']}, {t: 'p', c: ['c']}]},
      ],
      partner,
    );
    assert.deepEqual(blocks, [{t: 'callout', kind: 'let-op', c: [{t: 'p', c: ['c']}]}]);
  });
});
