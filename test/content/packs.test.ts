import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Flow, Step} from '../../src/flows/model/flow.js';
import type {Block} from '../../src/flows/model/node.js';
import type {CompiledPack} from '../../src/flows/compiler/compile-pack.js';
import {Diagrams, NONE} from '../../src/flows/compiler/prove/bdd.js';
import {Reach} from '../../src/flows/compiler/prove/reach.js';
import {nodeId, Space} from '../../src/flows/compiler/prove/space.js';
import {answersOf, isQuestion, visibleBlocks} from '../../src/flows/semantics/dialogue.js';
import {compileContent, PACKS} from '../support/packs.js';
import {replay, screensOf, signature} from '../support/screens.js';
import {textOf} from '../support/text.js';
import {walkAll} from '../support/walk.js';

const packs = new Map(await Promise.all(PACKS.map(async (name) => [name, await compileContent(name, {prove: true})] as const)));

/** Every start of a flow: its first step and its entrances. */
const startsOf = (flow: Flow) => flow.steps.filter((step, n) => n === 0 || step.entry).map((step) => step.id);

/** What is the same in a layer as in the base is worked out once. */
function once<T>(work: (flow: Flow, pack: CompiledPack) => T, keyOf: (flow: Flow, pack: CompiledPack) => unknown): typeof work {
  const known = new Map<string, T>();
  return (flow, pack) => {
    const key = JSON.stringify(keyOf(flow, pack));
    if (!known.has(key)) known.set(key, work(flow, pack));
    return known.get(key)!;
  };
}

const walksOf = once((flow) => startsOf(flow).map((start) => walkAll(flow, start)), (flow) => flow);

/** The flow and those that it leads into: who else is in the pack changes nothing for its visitors. */
function ledInto(flow: Flow, {flows}: CompiledPack): Flow[] {
  const found = new Set([flow]);
  for (const {steps} of found) {
    const names = new Set(Array.from(JSON.stringify(steps).matchAll(/"flow":"([^"]+)"/g), ([, id]) => id));
    for (const other of flows) if (names.has(other.id)) found.add(other);
  }
  return [...found];
}

const screensAndSeen = once((flow, {flows}) => {
  const screens = screensOf(flows, flow);
  return {screens, seen: new Set(screens.map(({start, replies}) => signature(replay(flows, flow, start, replies))))};
}, ledInto);

function blockText(block: Block): string {
  if (block.t === 'p') return textOf(block.c);
  if (block.t === 'list') return block.items.flat().map(blockText).join(' ');
  if (block.t === 'callout') return block.c.map(blockText).join(' ');
  if (block.t === 'section') return `${textOf(block.title)} ${block.c.map(blockText).join(' ')}`;
  return '';
}

const stepText = (step: Step) => [textOf(step.title), ...(step.body ?? []).map(blockText), ...(step.tail ?? []).map(blockText)].join(' ');

describe('the packs of content/', () => {
  it('are the base and three examples', () => {
    assert.deepEqual([...PACKS].sort(), ['basis', 'voorbeeld-gemeente', 'voorbeeld-sportclub', 'voorbeeld-ziekenhuis']);
  });

  for (const [name, pack] of packs) {
    for (const flow of pack.flows) {
      describe(`${name}, ${flow.id}`, () => {
        const walks = walksOf(flow, pack);

        it('leaves no visitor stuck, from any entrance', () => {
          // The chat's opening only leads on: the ends are those of where it leads.
          const leadsOn = ({step}: {step: Step}) => answersOf(step).some(({to}) => to?.flow);
          for (const reached of walks) assert.ok(reached.some(({end}) => end) || reached.every(leadsOn));
        });

        it('shows a contact on every end', () => {
          for (const {step, memory} of walks.flat().filter(({end}) => end)) {
            const shown = visibleBlocks([...(step.body ?? []), ...(step.tail ?? [])], memory);
            assert.ok(shown.some((block) => block.t === 'show' && block.what === 'contact'), step.id);
          }
        });

        it('reaches every step from some entrance', () => {
          const reached = new Set(walks.flat().map(({step}) => step.id));
          assert.deepEqual(flow.steps.map((step) => step.id).filter((id) => !reached.has(id)), []);
        });

        it('can show every piece of text and every answer to somebody', () => {
          const space = new Space(new Diagrams(), pack.flows);
          const reach = new Reach(space, startsOf(flow).map((id) => nodeId(flow.id, id)));
          for (const step of flow.steps) {
            const entering = reach.at(nodeId(flow.id, step.id));
            const control = step.control;
            const answers = control && 'answers' in control ? control.answers : [];
            for (const {when} of [...(step.body ?? []), ...answers]) {
              const shown = space.diagrams.and(entering, space.condition(when)) !== NONE;
              assert.ok(shown, `${step.id}: ${JSON.stringify(when)}`);
            }
          }
        });

        it('covers itself in few screens, each reached by a real visitor', () => {
          const {screens, seen} = screensAndSeen(flow, pack);
          assert.ok(screens.length >= flow.steps.length - startsOf(flow).length);
          assert.ok(seen.size >= Math.min(2, flow.steps.length) && seen.size <= screens.length);
        });
      });
    }
  }

  it('let every example have all that the base has, and help of its own that somebody is advised', () => {
    const ids = (name: string) => ({flows: packs.get(name)!.flows.map(({id}) => id), kinds: packs.get(name)!.support!.kinds});
    const basis = ids('basis');
    const own = {'voorbeeld-gemeente': ['steunpunt'], 'voorbeeld-ziekenhuis': ['nazorgbalie', 'contactpersoon', 'parkeren'], 'voorbeeld-sportclub': ['clubmaatje', 'trainen-op-maat', 'samen-rijden', 'minder-vrijwilligerstaken']};
    for (const [name, kinds] of Object.entries(own)) {
      const example = ids(name);
      assert.deepEqual(basis.flows.filter((id) => !example.flows.includes(id)), [], name);
      assert.deepEqual(basis.kinds.filter(({id}) => !example.kinds.some((kind) => kind.id === id)), [], name);
      // With `past-bij` the compiler proved that some visitor gets it among the best (`uitslag/nooit`).
      for (const id of kinds) assert.ok(example.kinds.find((kind) => kind.id === id)?.fits?.length, `${name}: ${id}`);
    }
  });

  it('say of every example that it is fictional', () => {
    for (const [name, {manifest}] of packs) {
      if (name !== 'basis') assert.match(`${manifest.organisation} ${manifest.name} ${manifest.contact.name}`, /verzonnen|voorbeeld|fictief/i, name);
    }
  });
});

describe('the quiz of the base pack', () => {
  const basis = packs.get('basis')!;
  const flow = basis.flows.find(({id}) => id === 'herken-je-jezelf')!;

  it('asks five to nine questions on every way to a result', () => {
    const asked = walkAll(flow).filter(({step}) => step.id === 'uitslag').map(({questions}) => questions);
    assert.ok(asked.length > 1);
    assert.ok(Math.min(...asked) >= 5, String(Math.min(...asked)));
    assert.ok(Math.max(...asked) <= 9, String(Math.max(...asked)));
  });

  it('asks at most two questions of somebody who does nothing for anybody', () => {
    for (const {step, questions} of walkAll(flow)) if (step.id === 'nu-niet') assert.ok(questions <= 2);
  });

  it('names the word mantelzorg only on the result', () => {
    for (const step of flow.steps.filter(isQuestion)) assert.doesNotMatch(stepText(step), /mantelzorg/i, step.id);
    assert.match(stepText(flow.steps.find(({id}) => id === 'uitslag')!), /mantelzorg/i);
  });

  it('sends who knows somebody else to the flow for helpers', () => {
    const targets = answersOf(flow.steps[0]!).map(({to}) => to?.flow);
    assert.ok(targets.includes('hulp-aanbieden'));
  });

  it('never shows a count or a score', () => {
    for (const step of flow.steps) assert.doesNotMatch(stepText(step), /\b(score|punten|test|diagnose|overbelast)\b/i, step.id);
  });
});
