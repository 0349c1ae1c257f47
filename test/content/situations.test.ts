import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {advise} from '../../src/flows/semantics/advice.js';
import {compileContent} from '../support/packs.js';
import {walkAs, type Visitor} from '../support/walk-as.js';

const {flows, support} = await compileContent('basis');

/** Kinds that lean on people around a carer, and the kind that leans on volunteers. */
const ASKS_THE_NETWORK = ['hulp-vragen', 'taken-verdelen', 'netwerk'];
const LEANS_ON_OTHERS = [...ASKS_THE_NETWORK, 'vrijwilliger'];
/** What somebody young is not sent to: counters, leave and money are for adults to arrange. */
const FOR_ADULTS = ['gesprek-werkgever', 'verlof', 'mantelzorgmakelaar', 'clientondersteuner', 'keukentafelgesprek', 'wmo-loket', 'pgb', 'belasting-toeslagen', 'verzekering', 'levenslang', 'lotgenoten', 'mantelzorglijn'];

interface Situation {
  /** Who this is. */
  name: string;
  flow?: string;
  start?: string;
  says: Visitor;
  /** Kinds that come outside the five, in their order. */
  urgent?: string[];
  /** The kind that stands first. */
  first: string;
  /** Kinds that must be among the five. */
  with: string[];
  /** Kinds that would be wrong here. */
  without: string[];
}

/** Judged by hand against the sources (keys in ../shared/bronnen); the comment says why. */
const SITUATIONS: Situation[] = [
  {
    // scp2014 2.5.1: who is cared for often wants nobody else, often because of the illness; 5.7: dementia needs fixed
    // faces. agenda2025 3.5: time at work and the manager help. scp2014 4.3: nobody around, so no network.
    name: 'a partner of somebody with dementia, who works, sleeps badly, has nobody and may try one fixed face',
    says: {wie: ['Mijn man'], taken: ['Er zijn', 'Regelen', 'Opletten'], dag: ['Ik werk'], situatie: ['Dementie'], duur: ['Al jaren'], weegt: ['Ik slaap', 'Mijn hoofd', 'Iets eromheen'], eromheen: ['Mijn werk'], vervanging: ['De ander wil alleen'], goed: ['Eén vast gezicht'], wens: ['Even lucht']},
    first: 'respijt-thuis',
    with: ['casemanager', 'nachtzorg', 'gesprek-werkgever'],
    without: LEANS_ON_OTHERS,
  },
  {
    // mare2025, barriers: the other refuses every help; scp2014 2.5.3: a professional is heard sooner. So nobody in the
    // house, no place elsewhere: somebody who thinks along, and the place where both are welcome (scp2014 6.3.1).
    name: 'the same partner, when the other accepts nobody and nothing',
    says: {wie: ['Mijn man'], taken: ['Er zijn', 'Regelen', 'Opletten'], dag: ['Ik werk'], situatie: ['Dementie'], duur: ['Al jaren'], weegt: ['Ik slaap', 'Mijn hoofd', 'Iets eromheen'], eromheen: ['Mijn werk'], vervanging: ['De ander wil alleen'], goed: ['Niets'], wens: ['Even lucht']},
    first: 'casemanager',
    with: ['huisarts', 'ontmoetingscentrum'],
    without: [...LEANS_ON_OTHERS, 'respijt-thuis', 'dagopvang', 'logeeropvang', 'zorgboerderij'],
  },
  {
    // scp2014 6.3.1: known too late, until the carer is in hospital and there is a crisis; domain.md 10: professional
    // first where limits are voiced. Wishing to share does not help when nobody is there.
    name: 'a daughter who cannot go on, washes her father, has nobody and would like to share',
    says: {wie: ['Mijn vader'], taken: ['Wassen', 'Koken'], dag: ['Ik ben meestal'], situatie: ['Ouder'], weegt: ['Ik slaap', 'Ik ben zelf', 'Ik word snel'], grens: ['Ik kan echt'], vervanging: ['Niemand'], lastig: ['Ik heb het beloofd'], wens: ['Het meer samen']},
    first: 'huisarts',
    with: ['spoedopvang', 'wijkverpleging'],
    without: LEANS_ON_OTHERS,
  },
  {
    // lll2024 2.2 and 3.5: one person who walks along, a place that fits, less paper; 2.3: courses on dementia and
    // outings do not fit. A pgb is work of its own (scp2014 6.2), so not for who is worn out by arranging.
    name: 'a parent of a child with autism, worn out by arranging and disappointed by help',
    says: {wie: ['Mijn kind, jonger'], taken: ['Regelen', 'Opletten'], situatie: ['Een beperking'], duur: ['Al jaren'], weegt: ['Ik zie', 'Iets eromheen'], eromheen: ['Het kost', 'Al het geregel'], vervanging: ['Niemand'], lastig: ['Hulp viel', 'Het duurde'], wens: ['Hulp bij', 'Even lucht']},
    first: 'clientondersteuner',
    with: ['levenslang', 'mantelzorgmakelaar', 'logeeropvang'],
    without: [...LEANS_ON_OTHERS, 'cursus', 'ontmoetingscentrum', 'pgb'],
  },
  {
    // agenda2025 3.4: taboo and loyalty, school can help; bereiken2010 4.1: own language and own places. Relief lies in
    // help for the adult's household, not in more counters for the young.
    name: 'somebody at school whose mother is depressed, and who may not talk about it',
    start: 'jong',
    says: {jong: ['Mijn vader'], taken: ['Er zijn', 'Koken'], situatie: ['Psychische'], weegt: ['Ik pieker', 'Iets eromheen: school'], eromheen: ['School'], vervanging: ['Niemand'], lastig: ['Wat thuis'], wens: ['Praten']},
    first: 'jonge-mantelzorger',
    with: ['school', 'maatschappelijk-werk', 'huishoudelijke-hulp'],
    without: [...LEANS_ON_OTHERS, ...FOR_ADULTS, 'respijt-thuis'],
  },
  {
    // lll2024 2.2 and 3.3: just after the diagnosis mostly information, and others who went through it.
    name: 'a working partner, just after the diagnosis of cancer',
    says: {wie: ['Mijn man'], taken: ['Er zijn', 'Meegaan'], dag: ['Ik werk'], situatie: ['Kanker'], duur: ['Nog maar'], weegt: ['Ik pieker', 'Iets eromheen'], eromheen: ['Mijn werk'], vervanging: ['Er is iemand'], wens: ['Praten', 'Weten']},
    first: 'steunpunt',
    with: ['lotgenoten', 'mantelzorglijn', 'gesprek-werkgever'],
    without: ['casemanager', 'levenslang', 'logeeropvang', 'vrijwilliger'],
  },
  {
    // scp2014 2.5.3 and 5.6: in the last phase more care at home, watching at night; 2.3: special leave gave room.
    name: 'a working son in the last phase of his father',
    says: {wie: ['Mijn vader'], taken: ['Wassen', 'Er zijn'], dag: ['Ik werk'], situatie: ['De laatste'], weegt: ['Ik slaap'], vervanging: ['Soms'], wens: ['Praten']},
    first: 'nachtzorg',
    with: ['wijkverpleging', 'huisarts', 'verlof', 'rouw'],
    without: ['dagopvang', 'logeeropvang', 'cursus', 'zorgvakantie', 'vrijwilliger'],
  },
  {
    // agenda2025 3.3: care strains families; scp2014 6.3.2: somebody from outside who leads the talk; 2.5.2: from afar a
    // stand-by near; 2.5.1: it lands on the same brothers and sisters. People are there, so sharing may be said here.
    name: 'a working woman who helps several people from afar, with strain in the family',
    says: {wie: ['Meer mensen'], taken: ['Regelen', 'Koken', 'Helpen van'], dag: ['Ik werk'], situatie: ['Ouder'], weegt: ['Iets eromheen'], eromheen: ['Er is ruzie', 'Mijn werk'], vervanging: ['Er zijn wel'], lastig: ['Bij ons'], wens: ['Het meer samen']},
    first: 'netwerk',
    with: ['taken-verdelen', 'gesprek-werkgever', 'keukentafelgesprek'],
    without: ['vrijwilliger', 'casemanager', 'levenslang'],
  },
  {
    // scp2014 5.4: overload can derail into violence; 6.2 and 6.3.3: taboo, individual support rather than groups;
    // agenda2025 3.4. Safety outside and before the five, professionals within it.
    name: 'a partner of somebody with an addiction, where it is not safe',
    says: {wie: ['Mijn man'], taken: ['Er zijn', 'Opletten'], dag: ['Ik ben meestal'], situatie: ['Psychische'], weegt: ['Ik word snel', 'Ik pieker'], grens: ['Het is thuis'], vervanging: ['Niemand'], lastig: [], wens: ['Praten', 'Het meer samen']},
    urgent: ['veilig-thuis'],
    first: 'maatschappelijk-werk',
    with: ['psychische-hulp', 'huisarts'],
    without: [...LEANS_ON_OTHERS, 'lotgenoten'],
  },
  {
    // bereiken2010 4.2: "we doen het gewoon", often with complaints of their own; 3.1: aids and adaptations are missed.
    // mare2025: pride, faster myself. So first what spares the body, then the nurse; nothing is pushed.
    name: 'an elderly husband who lifts his wife, says it is fine and wants to do it himself',
    says: {wie: ['Mijn man'], taken: ['Wassen', 'Koken'], dag: ['Ik ben met pensioen'], situatie: ['Een andere'], duur: ['Weet ik niet'], weegt: ['Ik ben zelf', 'Iets eromheen'], eromheen: ['Het huis'], vervanging: ['Er zijn wel'], lastig: ['Ik wil het zelf', 'Ik doe het zelf'], wens: ['Dat weet']},
    first: 'hulpmiddelen',
    with: ['woningaanpassing', 'wijkverpleging', 'huisarts'],
    without: ['vrijwilliger', 'gesprek-werkgever', 'netwerk'],
  },
  {
    // lll2024 2.3: some contracts were not renewed after telling; agenda2025 3.5: the talk and flexible hours help most.
    name: 'somebody who works and is afraid for the job',
    flow: 'werk-en-zorg',
    says: {werk: ['Ik werk voor een baas'], gezegd: ['Nee, ik ben bang'], knelt: ['Ik ben soms', 'Afspraken'], helpt: ['Andere']},
    first: 'gesprek-werkgever',
    with: ['verlof'],
    without: LEANS_ON_OTHERS,
  },
  {
    // Leave and a manager are for who has an employer; scp2014 6.2: costs weigh, indirect load.
    name: 'somebody who works for themselves',
    flow: 'werk-en-zorg',
    says: {werk: ['Ik werk voor mezelf'], knelt: ['Ik ben moe', 'Ik verdien'], helpt: ['Iemand', 'Hulp']},
    first: 'respijt-thuis',
    with: ['belasting-toeslagen'],
    without: ['gesprek-werkgever', 'verlof', 'vrijwilliger'],
  },
  {
    // lll2024 2.1 and 2.2: the first time is grief, information and others; psychological help for the whole family.
    name: 'a parent who has just heard that it will not pass',
    flow: 'levenslang',
    says: {wie: ['Mijn kind'], fase: ['Jonger'], duur: ['We weten'], later: ['Verdriet', 'De rest'], wens: ['Andere ouders']},
    first: 'lotgenoten',
    with: ['levenslang', 'rouw'],
    without: ['cursus', 'dagopvang', 'casemanager'],
  },
  {
    // scp2014 3.6: after a death there is emptiness and time; nothing of what was for the other is offered any more.
    name: 'somebody whose partner has died',
    flow: 'na-de-zorg',
    says: {einde: ['Degene'], nu: ['Verdriet', 'Leegte', 'Veel papieren'], verder: ['Mensen']},
    first: 'rouw',
    with: ['lotgenoten', 'belasting-toeslagen'],
    without: ['wijkverpleging', 'respijt-thuis', 'casemanager', 'wmo-loket', 'mantelzorgmakelaar', 'vrijwilliger'],
  },
  {
    // scp2014 4.3: not everybody has a circle. Asking for help without anybody leads to professionals.
    name: 'somebody who wants to ask for help and has nobody to ask',
    flow: 'hulp-vragen',
    says: {kring: ['Eigenlijk'], niemand: ['Kijk'], kwijt: ['Er zijn', 'De papieren']},
    first: 'respijt-thuis',
    with: ['mantelzorgmakelaar', 'wmo-loket'],
    without: LEANS_ON_OTHERS,
  },
  {
    // agenda2025 3.4 and scp2014 2.4.1: grief begins before; somebody young loses a parent. Crisis stands outside the five.
    name: 'somebody at school whose father is dying, and who sometimes does not want to live',
    flow: 'jonge-mantelzorger',
    says: {wie: ['Mijn vader'], wat: ['Iemand gaat'], taken: ['Luisteren'], voelt: ['Ik slaap', 'Ik denk', 'Ik ben snel'], grens: ['Ik wil soms'], vertel: ['Niemand'], wil: ['Weten']},
    urgent: ['crisis'],
    first: 'huisarts',
    with: ['jonge-mantelzorger', 'school', 'rouw'],
    without: [...LEANS_ON_OTHERS, ...FOR_ADULTS],
  },
  {
    // Answers as little as can be: one door that fits everybody with a job, and nothing invented.
    name: 'somebody with an employer who says nothing more',
    flow: 'werk-en-zorg',
    says: {werk: ['Ik werk voor een baas'], gezegd: ['Dat zeg'], knelt: [], helpt: []},
    first: 'gesprek-werkgever',
    with: ['verlof'],
    without: LEANS_ON_OTHERS,
  },
  {
    // scp2014 2.2: neighbours are there, unseen by professionals; asking them is small and concrete.
    name: 'somebody who has only neighbours and feels guilty',
    flow: 'hulp-vragen',
    says: {kring: ['Vrienden'], stuk: ['Boodschappen'], wie: ['Een buur'], houdt: ['Ik voel']},
    first: 'hulp-vragen',
    with: ['taken-verdelen', 'maatschappelijk-werk'],
    without: ['vrijwilliger', 'netwerk'],
  },
  {
    // scp2014 6.2: after rehabilitation care stops and what is wrong is invisible; back to the doctor. 6.3.3: there is a
    // course for people with hersenletsel and their partners. Not the casemanager of dementia.
    name: 'a working partner after brain injury, short-tempered, who wants to learn',
    says: {wie: ['Mijn man'], taken: ['Er zijn', 'Opletten', 'Regelen'], dag: ['Ik werk'], situatie: ['Hersenletsel'], duur: ['Al een tijd'], weegt: ['Mijn hoofd', 'Ik word snel'], grens: ['Nee'], vervanging: ['Soms'], wens: ['Leren']},
    first: 'cursus',
    with: ['huisarts', 'maatschappelijk-werk', 'respijt-thuis'],
    without: ['casemanager', 'ontmoetingscentrum', 'vrijwilliger'],
  },
  {
    // scp2014 6.9: people with a light disability fall between two stools; lll2024 3.5: somebody who walks along. She has
    // nobody and was disappointed, so people who arrange, and no network.
    name: 'a working sister of somebody with a light disability, with nobody, after help that did not fit',
    says: {wie: ['Broer'], taken: ['Regelen', 'Er zijn'], dag: ['Ik werk'], situatie: ['Een beperking'], duur: ['Al jaren'], weegt: ['Ik pieker', 'Iets eromheen'], eromheen: ['Al het'], vervanging: ['Niemand'], lastig: ['Hulp viel', 'Ik weet'], wens: ['Hulp bij']},
    first: 'mantelzorgmakelaar',
    with: ['clientondersteuner', 'levenslang', 'steunpunt'],
    without: [...LEANS_ON_OTHERS, 'casemanager', 'verzekering'],
  },
  {
    // bereiken2010 4.4 and scp2014 6.3.3: care is a duty of the family; own people to talk to. Help for the one who cares
    // stands beside the family. She said that she does it herself: nobody is pushed to share.
    name: 'a daughter for whom care belongs to the family, and who promised it',
    says: {wie: ['Mijn vader'], taken: ['Wassen', 'Koken', 'Regelen'], dag: ['Ik ben meestal'], situatie: ['Dementie'], duur: ['Al jaren'], weegt: ['Ik ben zelf', 'Ik zie'], vervanging: ['Niemand, want'], lastig: ['Bij ons', 'Ik heb het'], wens: ['Praten']},
    first: 'casemanager',
    with: ['lotgenoten', 'wijkverpleging', 'huisarts'],
    without: LEANS_ON_OTHERS,
  },
  {
    // scp2014 2.6: everything at once; one talk about the whole spares many (agenda2025 3.5 for the work beside it).
    name: 'somebody who works and cares for several people with everything that can be done',
    says: {wie: ['Meer mensen'], taken: ['Er zijn', 'Meegaan', 'Regelen', 'Koken', 'Wassen', 'Opletten', 'Helpen van'], dag: ['Ik werk'], situatie: ['Ouder'], weegt: ['Ik slaap', 'Mijn hoofd', 'Iets eromheen'], eromheen: ['Mijn werk', 'Al het'], grens: ['Nee'], vervanging: ['Soms'], wens: ['Hulp bij']},
    first: 'gesprek-werkgever',
    with: ['mantelzorgmakelaar', 'keukentafelgesprek', 'nachtzorg'],
    without: ['vrijwilliger', 'casemanager', 'levenslang', 'pgb'],
  },
  {
    // scp2014 2.2: neighbours are not seen by professionals; 6.2: with an addiction circles are small and it is a taboo.
    // So a door of their own first, and nobody who is only a volunteer.
    name: 'a neighbour of somebody with an addiction, who would rather bother nobody',
    says: {wie: ['Een vriend'], taken: ['Er zijn', 'Koken'], dag: ['Ik ben met pensioen'], situatie: ['Psychische'], weegt: ['Ik pieker'], vervanging: ['Er zijn wel'], lastig: ['Ik wil niemand'], wens: ['Praten']},
    first: 'maatschappelijk-werk',
    with: ['steunpunt', 'psychische-hulp'],
    without: ['vrijwilliger', 'netwerk', 'casemanager', 'gesprek-werkgever'],
  },
  {
    // scp2014 2.5.2: from afar the gemeente of the other, and somebody near; lll2024 2.2: at first information.
    name: 'a working daughter far away, just after her mother got dementia, who does not know what there is',
    says: {wie: ['Mijn vader'], taken: ['Regelen', 'Helpen van'], dag: ['Ik werk'], situatie: ['Dementie'], duur: ['Nog maar'], weegt: ['Ik pieker'], vervanging: ['Niemand'], lastig: ['Ik weet'], wens: ['Weten']},
    first: 'steunpunt',
    with: ['casemanager', 'wmo-loket', 'mantelzorglijn'],
    without: LEANS_ON_OTHERS,
  },
  {
    // Names nobody, does nothing that stands there, says nothing: one door, nothing heavy, nothing invented.
    name: 'somebody who ticks nothing and knows nothing',
    says: {wie: ['Een vriend'], taken: [], dag: ['Dat zeg'], situatie: ['Iets anders'], weegt: [], wens: []},
    first: 'steunpunt',
    with: [],
    without: ['huisarts', 'wijkverpleging', 'casemanager', 'logeeropvang', 'vrijwilliger', 'netwerk'],
  },
  {
    // scp2014 3.6 and 2.4.1: admission feels like giving up; people fell away. Nobody is thanked for having stopped.
    name: 'somebody whose partner lives in a home now, who feels guilty and lost friends',
    flow: 'na-de-zorg',
    says: {einde: ['De ander woont'], nu: ['Schuld', 'Ik ben mensen'], verder: ['Praten']},
    first: 'lotgenoten',
    with: ['rouw', 'maatschappelijk-werk'],
    without: ['waardering', 'wijkverpleging', 'respijt-thuis', ...LEANS_ON_OTHERS],
  },
];

describe('the advice in situations that were judged by hand', () => {
  for (const {name, flow = 'ondersteuningswijzer', start, says, urgent = [], first, ...kinds} of SITUATIONS) {
    it(`fits ${name}`, () => {
      const session = walkAs(flows.find(({id}) => id === flow)!, says, start);
      const advice = advise(support!.kinds, support!.order, session.memory);
      const best = advice.best.map(({kind}) => kind.id);
      assert.deepEqual(advice.urgent.map(({kind}) => kind.id), urgent);
      assert.equal(best[0], first, String(best));
      assert.deepEqual(kinds.with.filter((id) => !best.includes(id)), [], String(best));
      assert.deepEqual(kinds.without.filter((id) => best.includes(id)), [], String(best));
    });
  }

  it('is about kinds that exist', () => {
    const known = new Set(support!.kinds.map(({id}) => id));
    const named = [...FOR_ADULTS, ...SITUATIONS.flatMap((situation) => [situation.first, ...(situation.urgent ?? []), ...situation.with, ...situation.without])];
    assert.deepEqual(named.filter((id) => !known.has(id)), []);
  });
});
