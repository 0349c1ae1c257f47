import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {readKept, writeKept} from '../../../src/flows/runtime/link.js';
import {Session} from '../../../src/flows/runtime/session.js';
import {arbitraryFlow, CARE, HELP} from '../../support/flows.js';
import {openAnswers} from '../../../src/flows/semantics/dialogue.js';

const LOG = [
  {flow: 'zorg', step: 'wie', answers: ['partner']},
  {flow: 'zorg', step: 'taken', answers: ['wassen', 'koken'], button: 'naar-je-nachten'},
  {flow: 'helpen', step: 'jaren', answers: [], button: 'verder', number: 9},
];

describe('what a link holds', () => {
  it('comes back as it went', () => {
    const text = writeKept({flow: 'zorg', entrance: 'wie', pack: 'basis.0123456789', log: LOG});
    assert.equal(text, 'mz=zorg&stap=wie&p=basis.0123456789&w=wie.partner~taken.wassen.koken!naar-je-nachten~helpen/jaren!verder*9');
    assert.deepEqual(readKept(`#${text}`), {flow: 'zorg', entrance: 'wie', pack: 'basis.0123456789', log: LOG, broken: false});
    assert.deepEqual(readKept(encodeURIComponent(text).replaceAll('%26', '&').replaceAll('%3D', '=')), readKept(text), 'escaped by a mail program');
  });

  it('can be a flow and an entrance only, for a letter or a poster', () => {
    assert.deepEqual(readKept('#mz=hulp-aanbieden&stap=wie'), {flow: 'hulp-aanbieden', entrance: 'wie', log: [], broken: false});
    assert.deepEqual(readKept('#mz=hulp-aanbieden'), {flow: 'hulp-aanbieden', log: [], broken: false});
  });

  it('replays every dialogue that it was written of', () => {
    fc.assert(
      fc.property(arbitraryFlow, fc.array(fc.nat(), {maxLength: 12}), (flow, picks) => {
        const session = new Session(flow);
        for (const pick of picks) {
          const open = openAnswers(session.step, session.memory);
          const answers = open.length ? [open[pick % open.length]!.id] : [];
          const [button] = session.buttons({answers});
          session.submit(button ? {answers, button: button.button.id} : {answers});
        }
        const kept = readKept(writeKept({flow: flow.id, log: session.log}));
        assert.equal(kept?.broken, false);
        const again = new Session(flow);
        assert.equal(again.resume(kept!.log), session.log.length);
        assert.deepEqual(again.memory, session.memory);
      }),
    );
  });

  it('is read as far as it is whole, and says when it is not', () => {
    const text = writeKept({flow: 'zorg', log: LOG});
    for (let end = text.length - 1; end > 3; end--) {
      const kept = readKept(text.slice(0, end));
      assert.ok(kept && kept.log.length <= LOG.length, text.slice(0, end));
      const session = new Session(CARE);
      session.provide(HELP);
      assert.ok(session.resume(kept.log) <= kept.log.length);
    }
    assert.deepEqual(readKept('mz=zorg&w=wie.partner~Taken.x')?.log, [LOG[0]]);
    assert.equal(readKept('mz=zorg&w=wie.partner~Taken.x')?.broken, true);
  });

  it('is nothing when it is not ours, and never throws or lets anything but ids through', () => {
    for (const text of ['', '#', '#kop', '#mz', '#mz=', '#mz=<img src=x onerror=alert(1)>', '#mz=__proto__', 'mz=%E0%A4%A']) assert.equal(readKept(text), undefined, text);
    const signs = fc.stringMatching(/^[a-z0-9.~!*/<>"'&=%#_-]{0,80}$/);
    fc.assert(
      fc.property(fc.oneof(fc.string(), signs), (noise) => {
        const kept = readKept(`#mz=zorg&w=${noise}`);
        for (const {flow, step, answers, button = 'x'} of kept?.log ?? []) for (const id of [flow, step, button, ...answers]) assert.match(id, /^[a-z0-9][a-z0-9-]*$/);
        const session = new Session(CARE);
        assert.ok(session.resume(kept?.log ?? []) >= 0);
      }),
    );
    assert.ok(readKept(`#mz=zorg&w=${'wie.partner~'.repeat(100_000)}`)!.log.length <= 200);
  });

  it('may hold a search: values of filters, a place and a word, and nothing else', () => {
    const search = {place: "'s-Gravenhage & zo", text: 'logeren?', filters: ['duur:nacht', 'afstand:10']};
    assert.deepEqual(readKept(writeKept({flow: 'respijtzoeker', log: [], search}))?.search, search);
    assert.equal(readKept('#mz=respijtzoeker')?.search, undefined);
    const hostile = readKept(`#mz=respijtzoeker&f=__proto__:x~duur:<b>~duur:nacht~${'a'.repeat(99)}:b&plaats=${'x'.repeat(500)}`)?.search;
    assert.deepEqual(hostile, {place: 'x'.repeat(100), filters: ['duur:nacht']});
  });
});
