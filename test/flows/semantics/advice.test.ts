import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Fit, SupportKind} from '../../../src/flows/model/support.js';
import {advise} from '../../../src/flows/semantics/advice.js';
import {applyEffects, NOTHING_KNOWN} from '../../../src/flows/semantics/memory.js';

const kind = (id: string, fits: Fit[], extra: Partial<SupportKind> = {}): SupportKind => ({
  id,
  title: id,
  function: 'informatie',
  route: 'regelen',
  firstStep: ['Bel.'],
  arrangedBy: ['zelf'],
  body: [],
  fits,
  ...extra,
});
const always = (weight: number, because = 'het past'): Fit => ({when: ['&'], weight, because: [because]});
const memory = applyEffects(NOTHING_KNOWN, [['=', 'relatie', 'partner'], ['+', 'last', 3]]);
const ids = (list: {kind: SupportKind}[]) => list.map((advice) => advice.kind.id);

describe('advice', () => {
  it('sums the weights of the conditions that hold and gives the reasons, heaviest first', () => {
    const [advice] = advise(
      [
        kind('nachtzorg', [
          {when: ['=', 'relatie', 'partner'], weight: 1, because: ['je samenwoont']},
          {when: ['>=', 'last', 2], weight: 3, because: ['je vaak gewekt wordt']},
          {when: ['>=', 'last', 9], weight: 9, because: ['nooit']},
        ]),
      ],
      [],
      memory,
    ).best;
    assert.equal(advice?.weight, 4);
    assert.deepEqual(advice?.reasons, [['je vaak gewekt wordt'], ['je samenwoont']]);
  });

  it('leaves out what weighs nothing and what may not be advised', () => {
    const kinds = [
      kind('a', []),
      kind('b', [{when: ['=', 'relatie', 'kind'], weight: 5, because: ['x']}]),
      kind('c', [always(5)], {unless: ['=', 'relatie', 'partner']}),
      kind('d', [always(1)]),
    ];
    assert.deepEqual(ids(advise(kinds, [], memory).best), ['d']);
  });

  it('breaks ties by the order of the pack, then by id', () => {
    const kinds = ['d', 'b', 'c', 'a'].map((id) => kind(id, [always(2)]));
    assert.deepEqual(ids(advise(kinds, ['c', 'd'], memory).best), ['c', 'd', 'a', 'b']);
  });

  it('gives at most five, and never more when asked for more', () => {
    const kinds = 'abcdefgh'.split('').map((id) => kind(id, [always(1)]));
    assert.equal(advise(kinds, [], memory).best.length, 5);
    assert.equal(advise(kinds, [], memory, 9).best.length, 5);
    assert.equal(advise(kinds, [], memory, 3).best.length, 3);
  });

  it('puts urgent help before and outside the five', () => {
    const kinds = ['crisis', 'veilig-thuis', ...'abcdef'].map((id) => kind(id, [always(1)]));
    const {urgent, best} = advise(kinds, [], memory);
    assert.deepEqual(ids(urgent), ['crisis', 'veilig-thuis']);
    assert.deepEqual(ids(best), ['a', 'b', 'c', 'd', 'e']);
  });
});
