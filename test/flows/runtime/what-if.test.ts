import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {SupportKind} from '../../../src/flows/model/support.js';
import {Session} from '../../../src/flows/runtime/session.js';
import {whatIf} from '../../../src/flows/runtime/what-if.js';
import {CARE, HELP} from '../../support/flows.js';

const kind = (id: string, fits: SupportKind['fits']): SupportKind => ({id, title: id, function: 'respijtzorg', route: 'ontlasten', ...(fits ? {fits} : {}), firstStep: ['Bel.'], arrangedBy: ['zelf'], body: []});

const SUPPORT = {
  lang: 'nl',
  order: ['nachtzorg', 'partner', 'licht'],
  kinds: [
    kind('nachtzorg', [{when: ['>=', 'last', 4], weight: 3, because: ['je slecht slaapt']}]),
    kind('partner', [{when: ['=', 'relatie', 'partner'], weight: 2, because: ['het je partner is']}]),
    kind('licht', [{when: ['!', ['>=', 'last', 2]], weight: 1, because: ['het nog gaat']}]),
  ],
};

describe('what would change the advice', () => {
  const session = new Session(CARE);
  session.provide(HELP);
  session.submit({answers: ['partner']});
  session.submit({answers: ['wassen', 'koken'], button: 'naar-je-nachten'});
  session.submit({answers: ['slecht']});
  const changes = whatIf(session, SUPPORT, session.flows);

  it('is found by giving each other answer, with the later ones as they were', () => {
    assert.deepEqual(changes.find(({answer}) => answer === 'goed'), {visit: 2, answer: 'goed', off: false, gone: ['nachtzorg'], come: []});
    assert.deepEqual(changes.find(({answer}) => answer === 'kind'), {visit: 0, answer: 'kind', off: false, gone: ['partner'], come: []});
  });

  it('leaves out what a tick alone would not take, and what changes nothing', () => {
    assert.equal(changes.some(({answer}) => answer === 'koken'), false);
    assert.equal(changes.find(({answer}) => answer === 'niemand')?.come.includes('licht'), true);
  });

  it('leaves the visitor where they were', () => {
    assert.equal(session.step.id, 'uitslag');
    assert.equal(session.log.length, 3);
    assert.deepEqual(whatIf(new Session(CARE), SUPPORT, [CARE]), []);
  });
});
