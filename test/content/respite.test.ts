import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {advise} from '../../src/flows/semantics/advice.js';
import {visibleBlocks} from '../../src/flows/semantics/dialogue.js';
import {compileContent} from '../support/packs.js';
import {textOf} from '../support/text.js';
import {walkAs, type Visitor} from '../support/walk-as.js';

const {flows, support} = await compileContent('basis');
const flow = flows.find(({id}) => id === 'respijtzoeker')!;

interface Seeker {
  name: string;
  says: Visitor;
  /** Headings of the result, as they begin. */
  reads: string[];
  notReads: string[];
  first: string;
  with: string[];
}

/** Judged by hand: lll2024 2.3 (who arranges this?), scp2014 6.3.2 (forms of respite), NZa on eerstelijnsverblijf. */
const SEEKERS: Seeker[] = [
  {
    name: 'a partner of somebody with dementia who wants a night and has no decision',
    says: {wie: ['Mijn man'], situatie: ['Dementie'], nodig: ['Een nacht'], indicatie: ['Nee'], al: ['Nog niets']},
    reads: ['Wie regelt dit? De gemeente, of jijzelf', 'Eerstelijnsverblijf is iets anders', 'Vraag naar vaste gezichten'],
    notReads: ['Na wat je al deed', 'Eerst: bel'],
    first: 'nachtzorg',
    with: ['casemanager', 'logeeropvang'],
  },
  {
    name: 'a parent of a child with autism who wants a weekend, with a decision under the Jeugdwet',
    says: {wie: ['Mijn kind'], situatie: ['Autisme'], nodig: ['Een weekend'], indicatie: ['Ja, van de gemeente: jeugdhulp'], al: ['Ik werd']},
    reads: ['Wie regelt dit? De gemeente', 'Vraag naar rust', 'Na wat je al deed'],
    notReads: ['Wie regelt dit? Het zorgkantoor'],
    first: 'logeeropvang',
    with: ['clientondersteuner', 'zorgboerderij'],
  },
  {
    name: 'a daughter who needs somebody today',
    says: {wie: ['Mijn vader'], situatie: ['Ouder'], nodig: ['Het kan niet wachten'], nu: [], indicatie: ['Weet ik niet'], al: ['Nog niets']},
    reads: ['Eerst: bel vandaag', 'Wie regelt dit? Begin bij de gemeente', 'Eerstelijnsverblijf'],
    notReads: [],
    first: 'spoedopvang',
    with: ['huisarts'],
  },
  {
    name: 'a neighbour of somebody with a Wlz decision whom the gemeente turned down',
    says: {wie: ['Een vriend'], situatie: ['Een andere ziekte'], nodig: ['Een paar uur'], indicatie: ['Ja, voor langdurige'], al: ['De gemeente']},
    reads: ['Wie regelt dit? Het zorgkantoor', 'Na wat je al deed'],
    notReads: ['Eerstelijnsverblijf', 'Wie regelt dit? De gemeente'],
    first: 'respijt-thuis',
    with: [],
  },
  {
    name: 'a son whose mother is dying',
    says: {wie: ['Mijn vader'], situatie: ['De laatste'], nodig: ['Een nacht'], indicatie: ['Alleen wijk'], al: ['Nog niets']},
    reads: ['Wie regelt dit? De huisarts'],
    notReads: ['Wie regelt dit? De gemeente'],
    first: 'nachtzorg',
    with: ['huisarts'],
  },
];

describe('help me kiezen', () => {
  for (const seeker of SEEKERS) {
    it(`tells ${seeker.name} what fits and who arranges it`, () => {
      const session = walkAs(flow, seeker.says);
      const read = visibleBlocks(session.step.body, session.memory).flatMap((block) => (block.t === 'section' ? textOf(block.title) : []));
      for (const words of seeker.reads) assert.ok(read.some((title) => title.startsWith(words)), `${words} in ${read.join(' | ')}`);
      for (const words of seeker.notReads) assert.ok(!read.some((title) => title.startsWith(words)), `${words} in ${read.join(' | ')}`);
      assert.equal(read.filter((title) => title.startsWith('Wie regelt dit?')).length, 1, read.join(' | '));
      const best = advise(support!.kinds, support!.order, session.memory).best.map(({kind}) => kind.id);
      assert.equal(best[0], seeker.first, String(best));
      for (const id of seeker.with) assert.ok(best.slice(0, 4).includes(id), `${id} in ${String(best)}`);
      assert.ok(!best.includes('vrijwilliger'), String(best));
    });
  }

  it('asks five questions at most, and every ending shows support, offers and somebody to call', () => {
    assert.ok(flow.steps.filter(({control}) => control).length <= 5);
    const ends = flow.steps.filter((step) => !step.control && !step.buttons?.length);
    assert.ok(ends.length > 0);
    for (const {body, tail} of ends) {
      const shown = [...(body ?? []), ...(tail ?? [])].flatMap((block) => (block.t === 'show' ? block.what : []));
      for (const what of ['samenvatting', 'steun', 'aanbod', 'contact']) assert.ok((shown as string[]).includes(what), what);
    }
  });
});
