import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Condition} from '../../src/flows/model/condition.js';
import {Diagrams, NONE} from '../../src/flows/compiler/prove/bdd.js';
import {Reach} from '../../src/flows/compiler/prove/reach.js';
import {showsAdvice} from '../../src/flows/compiler/prove/shows-advice.js';
import {nodeId, Space} from '../../src/flows/compiler/prove/space.js';
import {isQuestion, openAnswers} from '../../src/flows/semantics/dialogue.js';
import {compileContent} from '../support/packs.js';
import {walkAll} from '../support/walk.js';

const {flows, support} = await compileContent('basis');

const kindsOf = (...ids: string[]) => ids.map((id) => support!.kinds.find((kind) => kind.id === id)!);

const NOBODY: Condition = ['=', 'vervanging', 'nee'];
const YOUNG: Condition = ['=', 'leven', 'school'];
const DONE: Condition = ['=', 'einde', 'overleden'];
const LIMIT: Condition = ['|', ['=', 'grens', 'op'], ['=', 'veiligheid', 'onveilig', 'crisis']];

const NETWORK = ['hulp-vragen', 'taken-verdelen', 'netwerk', 'vrijwilliger'];

/**
 * All results of all flows at once: whether some visitor for whom `condition` holds gets a kind at all. Asked of the
 * same sets that the proof uses, so that no visitor is left out.
 */
function whoGets(condition: Condition): (ids: string[]) => string[] {
  const advice = support!.kinds.flatMap(({fits, unless}) => [...(fits ?? []).map(({when}) => when), ...(unless ? [unless] : [])]);
  const space = new Space(new Diagrams(), flows, {more: (step) => (showsAdvice(step) ? [...advice, condition] : [])});
  const starts = flows.flatMap((flow) => flow.steps.filter((step, n) => n === 0 || step.entry).map((step) => nodeId(flow.id, step.id)));
  const reach = new Reach(space, starts);
  const results = flows.flatMap((flow) => flow.steps.filter(showsAdvice).map((step) => reach.at(nodeId(flow.id, step.id))));
  assert.ok(results.length >= 7);
  assert.ok(results.some((set) => space.diagrams.and(set, space.condition(condition)) !== NONE), 'nobody is like this');
  const getting = (who: Condition, ids: string[]) =>
    kindsOf(...ids).flatMap(({id, fits, unless}) => {
      const gets: Condition = ['&', who, ['|', ...fits!.map(({when}) => when)], ...(unless ? [['!', unless] as Condition] : [])];
      return results.some((set) => space.diagrams.and(set, space.condition(gets)) !== NONE) ? [id] : [];
    });
  return (ids) => {
    assert.deepEqual(getting(['!', condition], ids), ids, 'nobody gets these at all');
    return getting(condition, ids);
  };
}

describe('the cautions of the base pack, over all flows and visitors', () => {
  it('never ask people around of somebody who has nobody', () => {
    assert.deepEqual(whoGets(NOBODY)(NETWORK), []);
  });

  it('never ask people around, nor volunteers, where a limit was voiced or it is not safe', () => {
    assert.deepEqual(whoGets(LIMIT)(NETWORK), []);
  });

  it('never send the young to what is for adults', () => {
    const adults = ['levenslang', 'verzekering', 'belasting-toeslagen', 'pgb', 'parkeren', 'wmo-loket', 'keukentafelgesprek', 'clientondersteuner', 'mantelzorgmakelaar', 'lotgenoten', 'respijt-thuis', 'logeeropvang', 'spoedopvang', 'zorgvakantie', ...NETWORK];
    assert.deepEqual(whoGets(YOUNG)(adults), []);
  });

  it('never offer care for somebody who has died', () => {
    const care = ['wijkverpleging', 'nachtzorg', 'respijt-thuis', 'dagopvang', 'logeeropvang', 'spoedopvang', 'kortdurend-verblijf', 'casemanager', 'huishoudelijke-hulp', 'vervoer', 'maaltijden', 'klusdienst', 'hulpmiddelen', 'woningaanpassing', ...NETWORK];
    assert.deepEqual(whoGets(DONE)(care), []);
  });

  it('never offer a volunteer for a heavy or complex situation', () => {
    for (const heavy of [['>=', 'last', 4], ['=', 'ziekte', 'dementie', 'psychisch', 'laatste-fase']] satisfies Condition[]) {
      assert.deepEqual(whoGets(heavy)(['vrijwilliger']), []);
    }
  });

  it('keep crisis and unsafety outside the five, whatever else was said', () => {
    const [crisis, unsafe] = kindsOf('crisis', 'veilig-thuis');
    assert.deepEqual([crisis!.unless, unsafe!.unless], [undefined, undefined]);
    assert.deepEqual([crisis!.fits!.map(({when}) => when), unsafe!.fits!.map(({when}) => when)], [[['=', 'veiligheid', 'crisis']], [['=', 'veiligheid', 'onveilig']]]);
  });

  it('have advice for somebody in each of the 45 kinds', () => {
    assert.equal(support!.kinds.length, 45);
    assert.deepEqual(support!.kinds.filter(({fits}) => !fits?.length).map(({id}) => id), []);
  });
});

describe('the number of questions', () => {
  const wijzer = flows.find(({id}) => id === 'ondersteuningswijzer')!;

  it('is at most twelve on every way to an end of every flow', () => {
    for (const flow of flows) {
      for (const start of flow.steps.filter((step, n) => n === 0 || step.entry)) {
        const most = Math.max(...walkAll(flow, start.id).map(({questions}) => questions));
        assert.ok(most <= 12, `${flow.id}#${start.id}: ${most}`);
      }
    }
  });

  it('comes with at most nine answers at once in what people tick, for every visitor', () => {
    let longest = 0;
    for (const flow of flows) {
      for (const start of flow.steps.filter((step, n) => n === 0 || step.entry)) {
        for (const {step, memory} of walkAll(flow, start.id)) {
          if (step.control?.t !== 'many') continue;
          const shown = openAnswers(step, memory).length;
          assert.ok(shown <= 9, `${flow.id}#${step.id}: ${shown}`);
          longest = Math.max(longest, shown);
        }
      }
    }
    assert.equal(longest, 9);
  });

  it('is at most eight on half of the ways through the ondersteuningswijzer', () => {
    const ways = new Map<string, number>();
    const asks = new Set(wijzer.steps.filter(isQuestion).map(({id}) => id));
    for (const {step, path, questions} of walkAll(wijzer, undefined, 'path')) {
      if (step.id === 'uitslag') ways.set(path.filter((id) => asks.has(id)).join('>'), questions);
    }
    const counts = [...ways.values()].sort((a, b) => a - b);
    assert.ok(counts.length > 20, String(counts.length));
    assert.ok(counts[Math.floor(counts.length / 2)]! <= 8, String(counts));
  });
});
