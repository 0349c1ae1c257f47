import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {advise} from '../../src/flows/semantics/advice.js';
import {compileContent} from '../support/packs.js';
import {walkAs, type Visitor} from '../support/walk-as.js';

const {flows, support} = await compileContent('basis');
const quiz = flows.find(({id}) => id === 'herken-je-jezelf')!;

/** Walks the quiz as a visitor, and gives the session at the end. */
const walk = (visitor: Visitor) => walkAs(quiz, visitor);

function adviceFor(visitor: Visitor) {
  const {memory} = walk(visitor);
  const {urgent, best} = advise(support!.kinds, support!.order, memory);
  return {urgent: urgent.map(({kind}) => kind.id), best: best.map(({kind}) => kind.id)};
}

const PARTNER: Visitor = {
  wie: ['Mijn man'],
  taken: ['Er zijn', 'Wassen', 'Opletten'],
  dag: ['Ik ben met pensioen'],
  situatie: ['Dementie'],
  duur: ['Al jaren'],
  weegt: ['Ik slaap slecht', 'Mijn hoofd', 'Ik ben zelf moe'],
  grens: ['Nee, het kan wachten'],
  vervanging: ['Niemand'],
  wens: ['Even lucht'],
};

describe('the advice of the base pack', () => {
  it('gives a partner with dementia, bad nights and nobody to take over relief by professionals', () => {
    const {best, urgent} = adviceFor(PARTNER);
    assert.deepEqual(urgent, []);
    assert.equal(best.length, 5);
    assert.ok(best.some((id) => ['nachtzorg', 'respijt-thuis', 'dagopvang', 'logeeropvang'].includes(id)), String(best));
    assert.ok(best.includes('casemanager'));
    for (const id of ['netwerk', 'vrijwilliger', 'taken-verdelen', 'hulp-vragen']) assert.ok(!best.includes(id), id);
  });

  it('gives somebody at school what is theirs, and nothing for adults only', () => {
    const {best} = adviceFor({
      wie: ['Mijn vader'],
      taken: ['Er zijn', 'Koken'],
      dag: ['Ik zit op school'],
      situatie: ['Psychische'],
      duur: ['Al een tijd'],
      weegt: ['Ik pieker veel', 'School'],
      vervanging: ['Soms'],
      wens: ['Praten'],
    });
    assert.equal(best[0], 'jonge-mantelzorger');
    assert.ok(best.includes('school'));
    for (const id of ['gesprek-werkgever', 'verlof', 'mantelzorgmakelaar', 'pgb']) assert.ok(!best.includes(id), id);
  });

  it('gives a parent of a child with a lasting need what lasts, and no course on dementia', () => {
    const {best} = adviceFor({
      ...PARTNER,
      wie: ['Mijn kind'],
      situatie: ['Een beperking'],
      wens: ['Even lucht', 'Hulp bij papieren'],
    });
    assert.ok(best.includes('levenslang'), String(best));
    assert.ok(!best.includes('cursus'));
    assert.ok(!best.includes('ontmoetingscentrum'));
  });

  it('gives a working son or daughter the talk at work', () => {
    const {best} = adviceFor({
      wie: ['Mijn vader'],
      taken: ['Meegaan', 'Regelen'],
      dag: ['Ik werk'],
      situatie: ['Ouder worden'],
      duur: ['Al een tijd'],
      weegt: ['Mijn werk lijdt'],
      vervanging: ['Soms'],
      wens: ['Hulp bij papieren'],
    });
    assert.ok(best.slice(0, 2).includes('gesprek-werkgever'), String(best));
  });

  it('gives somebody who just began information and others who know it', () => {
    const {best} = adviceFor({
      wie: ['Mijn man'],
      taken: ['Er zijn'],
      dag: ['Ik ben meestal thuis'],
      situatie: ['Een ziekte'],
      duur: ['Nog maar kort'],
      weegt: ['Niets'],
      vervanging: ['Er is iemand'],
      wens: ['Weten welke'],
    });
    for (const id of ['steunpunt', 'mantelzorglijn', 'lotgenoten']) assert.ok(best.includes(id), `${id} is not in ${String(best)}`);
  });

  for (const [words, step, kind] of [
    ['Ik wil soms niet meer leven', 'crisis', 'crisis'],
    ['Het is thuis niet veilig', 'veilig', 'veilig-thuis'],
    ['Ik ben bang dat ik iemand', 'veilig', 'veilig-thuis'],
  ] as const) {
    it(`puts urgent help first for “${words}”, on the way and on the result`, () => {
      const session = walk({...PARTNER, grens: [words]});
      assert.ok(session.trail.some((visit) => visit.step === step));
      const {urgent} = advise(support!.kinds, support!.order, session.memory);
      assert.deepEqual(urgent.map((advice) => advice.kind.id), [kind]);
    });
  }

  it('sends who cannot go on to the doctor today', () => {
    const session = walk({...PARTNER, grens: ['Ik kan echt niet meer']});
    assert.ok(session.trail.some((visit) => visit.step === 'op'));
    const {best} = advise(support!.kinds, support!.order, session.memory);
    assert.ok(best.length > 0);
  });

  it('gives every visitor who answers as little as possible something', () => {
    const {best} = adviceFor({
      wie: ['Een vriend'],
      taken: ['Geen van deze'],
      dag: ['Dat zeg ik liever niet'],
      situatie: ['Iets anders'],
      duur: ['Weet ik niet'],
      weegt: ['Niets'],
      vervanging: ['Weet ik niet'],
      wens: ['Dat weet ik nog niet'],
    });
    assert.ok(best.length > 0);
  });
});
