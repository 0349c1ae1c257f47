import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Condition} from '../../src/flows/model/condition.js';
import type {Block} from '../../src/flows/model/node.js';
import {atomsOf} from '../../src/flows/compiler/prove/reads.js';
import {compileContent} from '../support/packs.js';
import {textOf} from '../support/text.js';

const {flows} = await compileContent('basis');

type Reader = Extract<Block, {t: 'section'}>;
interface Sentence {
  text: string;
  when: Condition | undefined;
}

const readers = flows.flatMap((flow) =>
  flow.steps.flatMap((step) =>
    (step.body ?? []).flatMap((block) => (block.t === 'show' && block.what === 'briefje' ? (block.c ?? []) : [])).map((block) => ({flow: flow.id, reader: block as Reader})),
  ),
);

const sentencesOf = (blocks: readonly Block[]): Sentence[] =>
  blocks.flatMap((block) => (block.t === 'p' ? [{text: textOf(block.c), when: block.when}] : block.t === 'list' ? block.items.flatMap(sentencesOf) : []));
const letters = readers.filter(({reader}) => reader.c.some(({t, when}) => t === 'list' || when));
/** The names and values that a sentence depends on, as "name value". */
const readsOf = ({when}: Sentence) => (when ? atomsOf(when).flatMap(([, name, ...values]) => values.map((value) => `${String(name)} ${String(value)}`)) : []);

describe('the letters of the base pack', () => {
  it('are there for the doctor, the gemeente, school, work and family', () => {
    const names = letters.filter(({flow}) => flow === 'ondersteuningswijzer').map(({reader}) => textOf(reader.title));
    assert.deepEqual(names, ['Mijn huisarts', 'De gemeente', 'Mijn mentor of een leraar', 'Mijn werkgever', 'Familie en vrienden']);
  });

  it('never tell on paper that it is not safe at home, or that somebody does not want to live', () => {
    for (const {flow, reader} of readers) {
      for (const sentence of sentencesOf(reader.c)) assert.ok(!readsOf(sentence).some((read) => read.startsWith('veiligheid')), `${flow}: ${sentence.text}`);
    }
  });

  it('tell an employer of work only: not of the illness, of health, of money or of the family', () => {
    const [{reader}] = letters.filter(({flow, reader}) => flow === 'ondersteuningswijzer' && textOf(reader.title) === 'Mijn werkgever') as [(typeof letters)[number]];
    const reads = new Set(sentencesOf(reader.c).flatMap(readsOf));
    assert.deepEqual([...reads].sort(), ['duur kort', 'taken meegaan', 'taken regelen', 'vervanging nee', 'vervanging soms', 'weegt werk']);
  });

  it('speak as the visitor, with nothing in them of how the pack speaks to visitors', () => {
    assert.ok(letters.length >= 5);
    // Family and friends are spoken to as they are: "kijk maar wat bij jou past".
    for (const {flow, reader} of letters.filter(({reader}) => textOf(reader.title) !== 'Familie en vrienden')) for (const {text} of sentencesOf(reader.c)) assert.doesNotMatch(text, /\b(je|jij|jou|jouw)\b/i, `${flow}: ${text}`);
  });

  it('say each thing that weighs to the doctor and the gemeente', () => {
    const weighs = new Set(flows.find(({id}) => id === 'ondersteuningswijzer')!.steps.flatMap(({control}) => (control && 'answers' in control ? control.answers : [])).flatMap(({effects}) => effects ?? []).filter(([op, name]) => op === '+=' && name === 'weegt').map(([, , value]) => `weegt ${String(value)}`));
    assert.ok(weighs.size >= 11);
    for (const name of ['Mijn huisarts', 'De gemeente']) {
      const {reader} = letters.find(({reader}) => textOf(reader.title) === name)!;
      const said = new Set(sentencesOf(reader.c).flatMap(readsOf));
      assert.deepEqual([...weighs].filter((one) => !said.has(one)), [], name);
    }
  });
});
