import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {splitEnds} from '../../../src/flows/compiler/split-ends.js';
import type {Flow} from '../../../src/flows/model/flow.js';
import {joinEnds} from '../../../src/flows/semantics/join-ends.js';
import {compileContent, PACKS} from '../../support/packs.js';

const FLOW: Flow = {
  id: 'f',
  lang: 'nl',
  title: 'f',
  steps: [
    {id: 'uitslag', title: ['Uitslag'], body: [{t: 'p', c: ['a', {t: 'src', n: 1}, {t: 'term', id: 'wmo', c: 'Wmo'}, {t: 'src', n: 2}]}, {t: 'show', what: 'samenvatting'}]},
    {id: 'vraag', title: ['Vraag'], body: [{t: 'p', c: ['b', {t: 'src', n: 2}]}], control: {t: 'one', answers: [{id: 'a', label: ['a'], echo: ['je koos a'], to: {step: 'uitslag'}}]}},
    {id: 'klaar', title: ['Klaar'], body: [{t: 'show', what: 'contact'}]},
  ],
  sources: [['eerste'], ['tweede']],
  terms: {wmo: {title: 'Wmo', c: [{t: 'p', c: ['wet']}]}},
};

describe('the texts of results', () => {
  it('are parted from the questions, with the footnotes and words that only they use', () => {
    const {flow, ends} = splitEnds(FLOW);
    assert.deepEqual(flow.steps[0], {id: 'uitslag', title: ['Uitslag'], later: true});
    assert.deepEqual(flow.steps[1]!.control, {t: 'one', answers: [{id: 'a', label: ['a'], to: {step: 'uitslag'}}]});
    assert.deepEqual(ends?.echoes, [{step: 'vraag', answer: 'a', c: ['je koos a']}]);
    assert.deepEqual(flow.sources, [['tweede']]);
    assert.equal(flow.terms, undefined);
    assert.deepEqual(ends?.sources, [['eerste']]);
    assert.deepEqual(Object.keys(ends?.terms ?? {}), ['wmo']);
    assert.deepEqual(flow.steps[1]!.body, [{t: 'p', c: ['b', {t: 'src', n: 1}]}]);
    assert.deepEqual(flow.steps[2], FLOW.steps[2], 'an end that only names the contact stays');
  });

  it('are the same text with the same footnotes once joined', () => {
    const {flow, ends} = splitEnds(FLOW);
    const joined = joinEnds(flow, ends!);
    const [, source] = (joined.steps[0]!.body![0] as {c: {n: number}[]}).c;
    assert.deepEqual(joined.sources![source!.n - 1], ['eerste']);
    assert.deepEqual(joinEnds(flow, ends!), joined);
    assert.equal(joined.steps[0]!.later, undefined);
  });

  it('join to the flow that was split, for every flow of every pack', async () => {
    for (const name of PACKS) {
      for (const flow of (await compileContent(name)).flows) {
        const split = splitEnds(flow);
        // The opening of the chat only leads on: it has no results to part from its question.
        assert.equal(!!split.ends, flow.steps.some(({control}) => !control), `${name} ${flow.id}`);
        if (!split.ends) continue;
        const joined = joinEnds(split.flow, split.ends);
        const plain = (whole: Flow) => JSON.parse(JSON.stringify(whole, (key, value: unknown) => (key === 'n' ? whole.sources![(value as number) - 1] : value))) as Flow;
        assert.deepEqual(plain(joined).steps, plain(flow).steps);
        assert.deepEqual(Object.keys(joined.terms ?? {}).sort(), Object.keys(flow.terms ?? {}).sort());
      }
    }
  });

  it('leave a flow without results as it is', () => {
    const plain: Flow = {...FLOW, steps: FLOW.steps.slice(2)};
    assert.deepEqual(splitEnds(plain), {flow: plain});
  });
});
