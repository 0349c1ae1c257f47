import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import type {Flow} from '../../../src/flows/model/flow.js';
import {flowMachine, follow, stateAt} from '../../../src/flows/runtime/machine.js';
import {Session} from '../../../src/flows/runtime/session.js';
import {PackStore, storeFor} from '../../../src/flows/runtime/store.js';
import {openAnswers, type Reply} from '../../../src/flows/semantics/dialogue.js';
import {NOTHING_KNOWN} from '../../../src/flows/semantics/memory.js';
import {arbitraryFlow, CARE, HELP} from '../../support/flows.js';

const pick = (...answers: string[]): Reply => ({answers});
const press = (button: string, ...answers: string[]): Reply => ({answers, button});

/** A session that has given these replies, each of which must be taken. */
function sessionAfter(...replies: Reply[]): Session {
  const session = new Session(CARE);
  session.provide(HELP);
  for (const reply of replies) assert.deepEqual(session.submit(reply), {ok: true}, JSON.stringify(reply));
  return session;
}

describe('a session', () => {
  it('walks from the first question to an end', () => {
    const session = sessionAfter(pick('partner'), press('naar-je-nachten', 'wassen', 'koken'), pick('slecht'));
    assert.equal(session.step.id, 'uitslag');
    assert.equal(session.atEnd, true);
    assert.equal(session.number, 4);
    assert.deepEqual({...session.memory}, {relatie: 'partner', taken: ['verzorging', 'huishouden'], last: 4});
    assert.deepEqual(session.echoes, [['je zorgt voor je partner'], ['je helpt met wassen'], ['je kookt'], ['je slaapt slecht']]);
  });

  it('throws, and stays where it was, when a reply leads to a step that the other flow lacks', () => {
    const here: Flow = {
      id: 'hier',
      lang: 'nl',
      title: 'Hier',
      steps: [{id: 'vraag', title: ['?'], control: {t: 'one', answers: [{id: 'weg', label: ['Weg'], to: {flow: 'daar', step: 'bestaat-niet'}}]}}],
    };
    const session = new Session(here);
    assert.deepEqual(session.submit(pick('weg')), {ok: false, needs: 'daar'});
    session.provide({id: 'daar', lang: 'nl', title: 'Daar', steps: [{id: 'begin', title: ['Begin']}]});
    for (let times = 0; times < 2; times++) assert.throws(() => session.submit(pick('weg')), /bestaat-niet/);
    assert.equal(session.step.id, 'vraag');
    assert.deepEqual(session.log, []);
  });

  it('refuses what is not open and stays where it was', () => {
    const session = sessionAfter(pick('kind'));
    const before = JSON.stringify([session.log, session.memory]);
    assert.deepEqual(session.submit(press('verder', 'nacht')), {ok: false, problem: {code: 'closed'}});
    assert.deepEqual(session.submit(press('verder')), {ok: false, problem: {code: 'too-few', limit: 1}});
    assert.equal(JSON.stringify([session.log, session.memory]), before);
  });

  it('goes back one step and suggests what was given there', () => {
    const session = sessionAfter(pick('partner'), press('verder', 'koken'));
    session.back();
    assert.equal(session.step.id, 'taken');
    assert.deepEqual(session.suggestion, press('verder', 'koken'));
    session.back();
    session.back();
    assert.equal(session.step.id, 'wie');
    assert.equal(session.atStart, true);
  });

  it('suggests only what is still open after an earlier answer changed', () => {
    const session = sessionAfter(pick('partner'), press('verder', 'nacht', 'koken'));
    session.back();
    session.back();
    assert.deepEqual(session.submit(pick('kind')), {ok: true});
    assert.deepEqual(session.suggestion.answers, ['koken']);
  });

  it('changes one answer and keeps what stays valid', () => {
    const session = sessionAfter(pick('partner'), press('naar-je-nachten', 'wassen'), pick('slecht'));
    session.change(0);
    assert.equal(session.step.id, 'wie');
    assert.deepEqual(session.suggestion, pick('partner'));
    session.submit(pick('kind'));
    assert.equal(session.step.id, 'uitslag', 'the later answers were given again');
    assert.equal(session.memory.relatie, 'kind');
  });

  it('asks again what an earlier change closed', () => {
    const session = sessionAfter(pick('partner'), press('verder', 'nacht', 'koken'), {answers: [], button: 'verder', number: 30});
    session.change(0);
    session.submit(pick('kind'));
    assert.equal(session.step.id, 'taken', '“nacht” is open for partners only');
    assert.deepEqual(session.suggestion.answers, ['koken']);
    session.submit(press('verder', 'koken'));
    assert.equal(session.step.id, 'uitslag', 'the age was still valid');
  });

  it('takes a link to an earlier step for Back, so that nothing accumulates', () => {
    const session = sessionAfter(pick('niemand'));
    session.submit(press('toch-wel'));
    assert.equal(session.step.id, 'wie');
    assert.equal(session.number, 1);
    assert.deepEqual(session.log, []);
    assert.deepEqual(session.suggestion, pick('niemand'));
  });

  it('asks for a flow it does not have before it moves', () => {
    const session = new Session(CARE);
    assert.deepEqual(session.submit(pick('ander')), {ok: false, needs: 'helpen'});
    assert.equal(session.step.id, 'wie');
    session.provide(HELP);
    assert.deepEqual(session.submit(pick('ander')), {ok: true});
    assert.equal(session.flow.id, 'helpen');
    session.submit(pick('terug'));
    assert.equal(session.flow.id, 'zorg');
    assert.equal(session.number, 1, 'back across flows');
  });

  it('keeps own words out of the log and beside the step', () => {
    const session = sessionAfter();
    session.keepWords('mijn oma', 'partner');
    session.submit(pick('partner'));
    assert.equal(session.wordsAt(session.trail[0]!, 'partner'), 'mijn oma');
    assert.ok(!JSON.stringify(session.log).includes('oma'));
    session.restart();
    assert.equal(session.wordsAt({flow: 'zorg', step: 'wie'}, 'partner'), '');
  });

  it('resumes from its log, also through JSON and another flow', () => {
    const session = sessionAfter(pick('partner'), press('verder', 'koken'), {answers: [], button: 'verder', number: 12});
    const copy = new Session(CARE);
    assert.equal(copy.resume(JSON.parse(JSON.stringify(session.log))), 3);
    assert.deepEqual(copy.memory, session.memory);
    assert.equal(copy.step.id, session.step.id);
  });

  it('resumes as far as an older or edited log still holds', () => {
    const session = new Session(CARE);
    const log = sessionAfter(pick('partner'), press('naar-je-nachten', 'wassen'), pick('slecht')).log;
    assert.equal(session.resume([log[0]!, {...log[1]!, answers: ['verdwenen']}, log[2]!]), 1);
    assert.equal(session.step.id, 'taken');
    assert.equal(session.resume([{flow: 'andere', step: 'wie', answers: []}]), 0);
    assert.equal(session.step.id, 'wie');
  });

  it('goes the way of a session in another language with what was typed there, also where only a place leads on', () => {
    const steps = (word: string): Flow['steps'] => [
      {id: 'wat', title: [word], control: {t: 'text', name: 'wat'}, buttons: [{id: 'verder', label: [word], routes: [{to: {step: 'waar'}}]}]},
      {id: 'waar', title: [word], control: {t: 'place', name: 'plaats'}, buttons: [{id: 'klaar', label: [word], routes: [{when: ['known', 'plaats'], to: {step: 'wie'}}]}]},
      {id: 'wie', title: [word], control: {t: 'one', answers: [{id: 'ik', label: [word], own: true, to: {step: 'einde'}}]}},
      {id: 'einde', title: [word]},
    ];
    const session = new Session({id: 'helpen', lang: 'nl', title: 'Helpen', steps: steps('Dag')});
    session.keepWords('boodschappen');
    session.submit(press('verder'));
    session.keepWords('Ede');
    session.submit({answers: [], button: 'klaar', place: true});
    session.keepWords('mijn zus', 'ik');
    session.submit(pick('ik'));
    session.back();
    const other = new Session({id: 'helpen', lang: 'en', title: 'Help', steps: steps('Hi')});
    assert.equal(other.retrace(session), 2);
    assert.deepEqual([other.step.id, other.step.title], ['wie', ['Hi']]);
    assert.deepEqual(other.suggestion, pick('ik'));
    assert.deepEqual(['wat', 'waar'].map((step) => other.wordsAt({flow: 'helpen', step})), ['boodschappen', 'Ede']);
    assert.equal(other.wordsAt({flow: 'helpen', step: 'wie'}, 'ik'), 'mijn zus');
    other.keepWords('', 'ik');
    assert.equal(session.wordsAt({flow: 'helpen', step: 'wie'}, 'ik'), 'mijn zus', 'each has its own words from there');
    other.restart();
    assert.equal(other.wordsAt({flow: 'helpen', step: 'wat'}), '');
  });

  it('counts questions from the shortest and the longest way ahead', () => {
    const session = sessionAfter();
    assert.deepEqual(session.remaining, {shortest: 1, longest: 3});
    assert.equal(session.question, 1);
    session.submit(pick('partner'));
    assert.equal(session.question, 2);
    assert.deepEqual(session.remaining, {shortest: 1, longest: 2});
    session.submit(press('naar-je-nachten', 'wassen'));
    assert.deepEqual(session.remaining, {shortest: 1, longest: 1});
  });

  it('opens at an entrance and fails on a step that is not there', () => {
    assert.equal(new Session(CARE, 'slaap').step.id, 'slaap');
    assert.throws(() => new Session(CARE, 'nergens'), /has no step "nergens"/);
  });

  it('tells its listeners until they stop listening', () => {
    const session = sessionAfter();
    let calls = 0;
    const stop = session.listen(() => (calls += 1));
    session.submit(pick('partner'));
    session.submit(pick('fout'));
    session.back();
    stop();
    session.restart();
    assert.equal(calls, 2);
  });
});

describe('the store of a pack', () => {
  it('is one per address and wipes every session opened in it', () => {
    assert.equal(storeFor('https://example.nl/a'), storeFor('https://example.nl/a'));
    assert.notEqual(storeFor('https://example.nl/a'), storeFor('https://example.nl/b'));
    const store = new PackStore();
    const [one, two, closed] = [store.open(CARE), store.open(CARE, 'taken'), store.open(CARE)];
    for (const session of [one, closed]) session.submit(pick('partner'));
    two.submit(press('verder', 'koken'));
    store.close(closed);
    store.wipe();
    assert.equal(one.number, 1);
    assert.equal(two.step.id, 'taken');
    assert.equal(two.number, 1);
    assert.equal(closed.number, 2);
  });
});

describe('the machine of a flow', () => {
  it('has states and params that survive JSON', () => {
    const {config} = flowMachine(CARE);
    assert.deepEqual(JSON.parse(JSON.stringify(config)), config);
  });

  it('has snapshots that survive JSON', () => {
    const machine = flowMachine(CARE);
    const here = follow(machine, {flow: 'zorg', step: 'wie', memory: NOTHING_KNOWN}, pick('partner'))!;
    const snapshot = machine.getPersistedSnapshot(stateAt(machine, here) as never);
    const again = machine.restoreSnapshot(JSON.parse(JSON.stringify(snapshot)), undefined as never);
    assert.equal(again.value, 'taken');
    assert.deepEqual(again.context, {memory: {relatie: 'partner'}});
  });

  it('does not take what the step refuses', () => {
    const machine = flowMachine(CARE);
    assert.equal(follow(machine, {flow: 'zorg', step: 'wie', memory: NOTHING_KNOWN}, pick()), undefined);
  });
});

/** Replies that a session could be given, drawn by numbers: answers by bits, buttons by index. */
function drawReply(session: Session, draw: number): Reply {
  const {control, buttons = []} = session.step;
  const open = openAnswers(session.step, session.memory).map(({id}) => id);
  if (control?.t === 'one') return {answers: open.length ? [open[draw % open.length]!] : []};
  const answers = open.filter((_, n) => (draw >> n) & 1);
  const button = buttons[(draw >> 5) % Math.max(1, buttons.length)]?.id;
  return button === undefined ? {answers} : {answers, button};
}

describe('on generated flows, a session', () => {
  const scenario = fc.tuple(arbitraryFlow, fc.array(fc.nat(1023), {maxLength: 30}));
  const walk = (flow: Flow, draws: readonly number[], each?: (session: Session) => void) => {
    const session = new Session(flow);
    for (const draw of draws) {
      session.submit(drawReply(session, draw));
      each?.(session);
    }
    return session;
  };

  it('is its log, replayed', () => {
    fc.assert(
      fc.property(scenario, ([flow, draws]) => {
        const session = walk(flow, draws);
        const copy = new Session(flow);
        assert.equal(copy.resume(JSON.parse(JSON.stringify(session.log))), session.log.length);
        assert.equal(copy.step.id, session.step.id);
        assert.deepEqual(copy.memory, session.memory);
      }),
      {numRuns: 500},
    );
  });

  it('never has a step twice on its path', () => {
    fc.assert(
      fc.property(scenario, ([flow, draws]) => {
        walk(flow, draws, (session) => {
          const path = [...session.trail.map(({step}) => step), session.step.id];
          assert.equal(new Set(path).size, path.length);
        });
      }),
      {numRuns: 300},
    );
  });

  it('comes back to where it was after Back and the suggested reply', () => {
    fc.assert(
      fc.property(scenario, ([flow, draws]) => {
        const session = walk(flow, draws);
        if (session.atStart) return;
        const before = [session.step.id, JSON.stringify(session.memory)];
        session.back();
        session.submit(session.suggestion);
        assert.deepEqual([session.step.id, JSON.stringify(session.memory)], before);
      }),
      {numRuns: 300},
    );
  });

  it('comes back to the same place when a change gives the same answer', () => {
    fc.assert(
      fc.property(scenario, fc.nat(20), ([flow, draws], at) => {
        const session = walk(flow, draws);
        if (session.atStart) return;
        const before = [session.step.id, JSON.stringify(session.log)];
        session.change(at % session.trail.length);
        session.submit(session.suggestion);
        assert.deepEqual([session.step.id, JSON.stringify(session.log)], before);
      }),
      {numRuns: 300},
    );
  });

  it('is never further from the end than the longest way it announced', () => {
    fc.assert(
      fc.property(scenario, ([flow, draws]) => {
        const session = new Session(flow);
        for (const draw of draws) {
          const before = session.remaining;
          const {number} = session;
          assert.ok(before.shortest <= before.longest);
          session.submit(drawReply(session, draw));
          if (session.number > number) assert.ok(session.remaining.shortest <= before.longest);
        }
      }),
      {numRuns: 3000},
    );
  });
});
