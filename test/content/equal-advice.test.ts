import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {advise} from '../../src/flows/semantics/advice.js';
import {compileContent} from '../support/packs.js';
import {walkAs, type Visitor} from '../support/walk-as.js';

const {flows, support} = await compileContent('basis');
const flowOf = (id: string) => flows.find((flow) => flow.id === id)!;

/** One thing that a visitor says, in the words of the quiz and in those of the ondersteuningswijzer. */
type Said = [quiz: string, wijzer?: string];

const WHO: Said[] = [['Mijn man'], ['Mijn vader'], ['Mijn kind', 'Mijn volwassen kind'], ['Broer'], ['Een vriend'], ['Meer mensen']];
const DOES: Said[] = [['Er zijn'], ['Meegaan'], ['Regelen'], ['Koken'], ['Wassen'], ['Opletten']];
const DAY: Said[] = [['Ik zit op school'], ['Ik werk'], ['Ik ben met pensioen'], ['Ik ben meestal thuis']];
const WHY: Said[] = [['Dementie'], ['Een ziekte', 'Een andere ziekte'], ['Een beperking'], ['Psychische'], ['Ouder worden'], ['De laatste tijd'], ['Iets anders']];
const LONG: Said[] = [['Nog maar kort'], ['Al een tijd'], ['Al jaren']];
const WEIGHS: Said[] = [['Ik slaap'], ['Mijn hoofd'], ['Ik ben zelf'], ['Ik zie mijn vrienden'], ['Ik word snel boos'], ['Ik pieker']];
const WAITS: Said[] = [['Nee, het kan wachten'], ['Ik kan echt niet meer'], ['Het is thuis'], ['Ik wil soms']];
const HELPS: Said[] = [['Er is iemand'], ['Soms'], ['Niemand'], ['De ander wil'], ['Dan wacht'], ['Weet ik niet']];
const WANTS: Said[] = [['Even lucht'], ['Praten'], ['Weten'], ['Hulp bij'], ['Het meer samen']];

/** Different visitors: the nth takes the nth of each list, each list at its own pace. */
function* visitors(count: number) {
  for (let n = 0; n < count; n += 1) {
    const pick = <T>(list: T[], pace: number): T => list[Math.floor(n / pace) % list.length]!;
    yield {
      who: pick(WHO, 1),
      does: [pick(DOES, 1), pick(DOES, 5)],
      day: pick(DAY, 3),
      why: pick(WHY, 1),
      long: pick(LONG, 2),
      weighs: [pick(WEIGHS, 1), pick(WEIGHS, 7), pick(WEIGHS, 11)],
      waits: pick(WAITS, 5),
      helps: pick(HELPS, 4),
      wants: [pick(WANTS, 1), pick(WANTS, 6)],
    };
  }
}

/** Gives the answers of one visitor in the words of one flow, for the steps that the flow asks of this visitor. */
function inWordsOf(which: 0 | 1, said: ReturnType<typeof visitors> extends Generator<infer V> ? V : never): Visitor {
  const word = (one: Said) => one[which] ?? one[0];
  const words = (many: Said[]) => [...new Set(many.map(word))];
  return {
    wie: [word(said.who)],
    taken: words(said.does),
    dag: [word(said.day)],
    situatie: [word(said.why)],
    // The wijzer asks how long only where that changes the advice; whoever is not asked has not said it.
    duur: [which === 0 && !['Dementie', 'Een ziekte', 'Een beperking'].includes(said.why[0]) ? 'Weet ik niet' : word(said.long)],
    weegt: words(said.weighs),
    grens: [word(said.waits)],
    vervanging: [word(said.helps)],
    goed: ['Weet ik niet'],
    wens: words(said.wants),
  };
}

function adviceIn(flow: string, says: Visitor): string[] {
  const {memory} = walkAs(flowOf(flow), says, undefined, 'lenient');
  const {urgent, best} = advise(support!.kinds, support!.order, memory);
  return [...urgent, ...best].map(({kind}) => kind.id);
}

describe('equal answers', () => {
  it('get equal advice, in the same order, from the quiz and from the ondersteuningswijzer', () => {
    const kinds = new Set<string>();
    for (const said of visitors(252)) {
      // Parents are not asked about their day by the wijzer.
      if (said.who[0] === 'Mijn kind') said.day = ['Dat zeg ik liever niet'];
      const quiz = adviceIn('herken-je-jezelf', inWordsOf(0, said));
      assert.deepEqual(adviceIn('ondersteuningswijzer', inWordsOf(1, said)), quiz, JSON.stringify(said));
      for (const id of quiz) kinds.add(id);
    }
    assert.ok(kinds.size > 25, `only ${kinds.size} kinds were compared`);
  });
});
