import assert from 'node:assert/strict';
import {test} from 'node:test';
import {compilePack} from '../../src/flows/compiler/compile-pack.js';
import type {Flow} from '../../src/flows/model/flow.js';
import {Session} from '../../src/flows/runtime/session.js';
import {follow, footsteps} from '../../src/workbench/keep-place.js';
import {TODAY} from '../support/packs.js';

const PACK = `---
id: proef
naam: Proef
organisatie: Proef
talen: [nl]
aanspreekvorm: je
contact:
  naam: Steunpunt
  telefoon: 0123 456 789
---
`;

const FLOW = `---
titel: Proef
---

## Voor wie? {#wie}

- [Partner](#taken) \`wie = partner\`
- [Kind](#taken) \`wie = kind\`

## Wat doe je? {#taken}

- [ ] Koken
- [ ] Iets anders \`vraag tekst\`

[Verder](#leeftijd)

## Hoe oud ben je? {#leeftijd}

\`vraag leeftijd: getal 0 tot 120\`

[Klaar](#einde)

## Dit doe je {#einde}

### \`als wie = partner en leeftijd bekend\` Samen

Tekst.

\`toon contact\`
`;

function compile(flow: string, others: Record<string, string> = {}): Flow[] {
  const texts = {'pakket.md': PACK, 'gesprekken/proef.md': flow, ...others};
  const files = Object.entries(texts).map(([path, text]) => ({path, bytes: new TextEncoder().encode(text)}));
  const {pack, diagnostics} = compilePack(files, {today: TODAY, packDir: 'proef', prove: false});
  assert.ok(pack, JSON.stringify(diagnostics));
  return pack.flows;
}

function open(flows: Flow[]): Session {
  const session = new Session(flows.find(({id}) => id === 'proef')!);
  for (const flow of flows) session.provide(flow);
  return session;
}

function answered(): Session {
  const session = open(compile(FLOW));
  session.submit({answers: ['partner']});
  session.keepWords('de tuin', 'iets-anders');
  session.submit({answers: ['koken', 'iets-anders'], button: 'verder'});
  session.submit({answers: [], number: 45, button: 'klaar'});
  assert.equal(session.step.id, 'einde');
  return session;
}

test('a change of words leaves the visitor where they were, with their numbers and own words', () => {
  const before = answered();
  const after = open(compile(FLOW.replace('Wat doe je?', 'Wat doe je zoal?')));
  assert.equal(follow(after, footsteps(before)), true);
  assert.equal(after.step.id, 'einde');
  assert.deepEqual(after.memory, before.memory);
  assert.equal(after.wordsAt({flow: 'proef', step: 'taken'}, 'iets-anders'), 'de tuin');
});

test('an answer that is gone stops at its step', () => {
  const after = open(compile(FLOW.replace('- [ ] Koken\n', '')));
  assert.equal(follow(after, footsteps(answered())), false);
  assert.equal(after.step.id, 'taken');
});

test('a step that is gone stops before it', () => {
  const shorter = FLOW.replace('(#leeftijd)', '(#einde)').replace(/## Hoe oud[^]*?(?=## Dit)/, '').replace(' en leeftijd bekend', '');
  const after = open(compile(shorter));
  assert.equal(follow(after, footsteps(answered())), false);
  assert.equal(after.step.id, 'einde', 'the step that the last answer that holds leads to');
});

test('a number that is not allowed any more stops at its question', () => {
  const after = open(compile(FLOW.replace('getal 0 tot 120', 'getal 0 tot 20')));
  follow(after, footsteps(answered()));
  assert.equal(after.step.id, 'leeftijd');
});

test('a way into another flow holds when that flow is there', () => {
  const into = FLOW.replace('[Klaar](#einde)', '[Klaar](tweede.md#begin)').replace(/## Dit doe je[^]*/, '');
  const second = '---\ntitel: Tweede\n---\n\n## Begin {#begin}\n\n- [Ja](#slot)\n\n## Slot {#slot}\n\nDag.\n\n`toon contact`\n';
  const flows = compile(into, {'gesprekken/tweede.md': second});
  const before = open(flows);
  before.submit({answers: ['kind']});
  before.submit({answers: ['koken'], button: 'verder'});
  before.submit({answers: [], button: 'klaar'});
  before.submit({answers: ['ja']});
  assert.equal(before.step.id, 'slot');
  const after = open(flows);
  assert.equal(follow(after, footsteps(before)), true);
  assert.equal(after.step.id, 'slot');
  const without = new Session(flows.find(({id}) => id === 'proef')!);
  assert.equal(follow(without, footsteps(before)), false);
  assert.equal(without.step.id, 'leeftijd');
});
