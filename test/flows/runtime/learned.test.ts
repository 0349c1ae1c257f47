import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Flow} from '../../../src/flows/model/flow.js';
import {learnedLog, learnedTicks} from '../../../src/flows/runtime/learned.js';
import {Session} from '../../../src/flows/runtime/session.js';
import {CARE} from '../../support/flows.js';

/** Another dialogue of the same pack: asks whom first, then something that nobody asked, then the same ticks. */
const GUIDE: Flow = {
  id: 'wijzer',
  lang: 'nl',
  title: 'Wijzer',
  steps: [
    {
      id: 'relatie',
      title: ['Voor wie zorg je?'],
      control: {t: 'one', answers: [{id: 'man', label: ['Mijn man'], effects: [['=', 'relatie', 'partner'], ['+', 'last', 1]], to: {step: 'taken'}}, {id: 'kind', label: ['Mijn kind'], effects: [['=', 'relatie', 'kind']], to: {step: 'taken'}}, {id: 'ander', label: ['Iemand anders'], to: {step: 'taken'}}]},
    },
    {
      id: 'taken',
      title: ['Wat doe je?'],
      control: {t: 'many', answers: [{id: 'wassen', label: ['Wassen'], effects: [['+=', 'taken', 'verzorging']]}, {id: 'koken', label: ['Koken'], effects: [['+=', 'taken', 'huishouden']]}, {id: 'geen', label: ['Niets'], alone: true}]},
      buttons: [{id: 'verder', label: ['Verder'], routes: [{to: {step: 'nieuw'}}]}],
    },
    {id: 'nieuw', title: ['Werk je?'], control: {t: 'one', answers: [{id: 'ja', label: ['Ja'], effects: [['=', 'werk', 'ja']], to: {step: 'klaar'}}]}},
    {id: 'klaar', title: ['Klaar'], body: [{t: 'show', what: 'contact'}]},
  ],
};

function learnt(...answers: string[]) {
  const session = new Session(CARE);
  session.submit({answers: ['partner']});
  if (answers.length) session.submit({answers, button: answers.includes('wassen') ? 'naar-je-nachten' : 'verder'});
  return session;
}

describe('what another dialogue learned', () => {
  it('answers the questions that follow from it, up to the first that does not', () => {
    assert.deepEqual(learnedLog(GUIDE, learnt('wassen', 'koken')), [
      {flow: 'wijzer', step: 'relatie', answers: ['man']},
      {flow: 'wijzer', step: 'taken', answers: ['wassen', 'koken'], button: 'verder'},
    ]);
  });

  it('counts only what its own dialogue counts', () => {
    const session = new Session(GUIDE);
    session.resume(learnedLog(GUIDE, learnt('wassen')));
    assert.deepEqual({...session.memory}, {relatie: 'partner', last: 1, taken: ['verzorging']});
  });

  it('leaves out ticks that this step does not have, and suggests those that it has', () => {
    const session = learnt('koken', 'regelen');
    assert.deepEqual(learnedLog(GUIDE, session).map(({step}) => step), ['relatie']);
    assert.deepEqual(learnedTicks(GUIDE.steps[1]!, {}, session), ['koken']);
    assert.deepEqual(learnedTicks(GUIDE.steps[0]!, {}, session), []);
  });

  it('answers nothing where two answers remember the same, or nothing was told', () => {
    const twice = structuredClone(GUIDE);
    const {control} = twice.steps[0]!;
    if (control?.t === 'one') control.answers.push({id: 'vrouw', label: ['Mijn vrouw'], effects: [['=', 'relatie', 'partner']], to: {step: 'taken'}});
    assert.deepEqual(learnedLog(twice, learnt('koken')), []);
    assert.deepEqual(learnedLog(GUIDE, new Session(CARE)), []);
  });

  it('comes to an end in a dialogue that goes round', () => {
    const round = structuredClone(GUIDE);
    const {control} = round.steps[0]!;
    if (control?.t === 'one') for (const answer of control.answers) answer.to = {step: 'relatie'};
    assert.deepEqual(learnedLog(round, learnt('koken')), []);
  });
});
