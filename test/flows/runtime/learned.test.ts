import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Effect} from '../../../src/flows/model/condition.js';
import type {Answer, Flow, Step} from '../../../src/flows/model/flow.js';
import {learnedLog, learnedReply, learnedTicks} from '../../../src/flows/runtime/learned.js';
import {Session} from '../../../src/flows/runtime/session.js';
import type {Memory} from '../../../src/flows/semantics/memory.js';
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

/** A question of which each answer remembers something. */
const asking = (answers: Record<string, Effect[]>): Step => ({
  id: 'vraag',
  title: ['?'],
  control: {t: 'one', answers: Object.entries(answers).map(([id, effects]) => ({id, label: [id], ...(effects.length ? {effects} : {}), to: {step: 'klaar'}}))},
});

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

  it('need not hold what every answer remembers, but nothing against it', () => {
    const young = asking({ouder: [['=', 'relatie', 'ouder'], ['=', 'leven', 'school']], broer: [['=', 'relatie', 'familie'], ['=', 'leven', 'school']]});
    const given = (memory: Memory, step = young) => learnedReply(step, {}, {memory, log: []})?.answers;
    assert.deepEqual(given({relatie: 'ouder'}), ['ouder']);
    assert.deepEqual(given({relatie: 'ouder', leven: 'school'}), ['ouder']);
    assert.equal(given({relatie: 'ouder', leven: 'werk'}), undefined);
    assert.equal(given({leven: 'school'}), undefined);
    assert.equal(given({relatie: 'ouder'}, asking({ouder: [['=', 'relatie', 'ouder'], ['=', 'leven', 'school']], anders: []})), undefined, 'an answer that remembers nothing');
    assert.deepEqual(given({relatie: 'ouder'}, asking({ouder: [['=', 'relatie', 'ouder']]})), ['ouder'], 'the only answer');
  });

  it('gives the answer that remembers most of it, and asks which where two remember as much', () => {
    const ill = asking({ziek: [['=', 'ziekte', 'lichamelijk']], kanker: [['=', 'ziekte', 'lichamelijk'], ['=', 'soort', 'kanker']], hart: [['=', 'ziekte', 'lichamelijk']], dementie: [['=', 'ziekte', 'dementie']]});
    assert.deepEqual(learnedReply(ill, {}, {memory: {ziekte: 'lichamelijk', soort: 'kanker'}, log: []})?.answers, ['kanker']);
    const asked: string[][] = [];
    const meant = (answers: readonly Answer[]) => {
      asked.push(answers.map(({id}) => id));
      return answers.at(-1);
    };
    assert.deepEqual(learnedReply(ill, {}, {memory: {ziekte: 'lichamelijk'}, log: [], meant})?.answers, ['hart']);
    assert.equal(learnedReply(ill, {}, {memory: {ziekte: 'lichamelijk'}, log: [], meant: () => undefined}), undefined);
    assert.deepEqual(asked, [['ziek', 'hart']]);
  });

  it('comes to an end in a dialogue that goes round', () => {
    const round = structuredClone(GUIDE);
    const {control} = round.steps[0]!;
    if (control?.t === 'one') for (const answer of control.answers) answer.to = {step: 'relatie'};
    assert.deepEqual(learnedLog(round, learnt('koken')), []);
  });
});
