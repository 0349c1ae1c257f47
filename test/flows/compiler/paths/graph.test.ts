import assert from 'node:assert/strict';
import {test} from 'node:test';
import {compilePack} from '../../../../src/flows/compiler/compile-pack.js';
import {flowGraph} from '../../../../src/flows/compiler/paths/graph.js';
import {mermaid} from '../../../../src/flows/compiler/paths/mermaid.js';

const PACK = `---
id: proef
naam: Proef
organisatie: Proef
talen: [nl]
aanspreekvorm: je
contact:
  naam: Proef
  telefoon: "0123 456 789"
---
`;
const FLOW = `---
titel: Proef
---

## Zorg je "voor" iemand? {#wie ingang}

- [Ja](#taken) \`soort = ja\`
- [Nee, maar ik wil helpen](ander.md)

## Wat doe je? {#taken}

- [ ] Koken \`last + 2\`
- [ ] Rijden \`last + 1\`

[Verder](#veel) \`als last >= 2\`

[Verder](#weinig) \`anders\`

## Dat is veel {#veel}

\`toon contact\`

[Naar het laatste](#weinig)

## Mooi {#weinig}

Dat doe je. \`als soort = ja\`

\`toon contact\`
`;
const OTHER = `---
titel: Ander
---

## Fijn {#fijn}

\`toon contact\`
`;

function graph() {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const files = [{path: 'pakket.md', bytes: bytes(PACK)}, {path: 'gesprekken/proef.md', bytes: bytes(FLOW)}, {path: 'gesprekken/ander.md', bytes: bytes(OTHER)}];
  const {pack, diagnostics, origins} = compilePack(files, {today: '2026-11-22', packDir: 'proef', prove: false});
  assert.deepEqual(diagnostics.filter(({severity}) => severity === 'fout'), []);
  return flowGraph(pack!.flows.find(({id}) => id === 'proef')!, pack!.flows, origins);
}

test('the picture has a node a step and the steps elsewhere, with their kinds', () => {
  assert.deepEqual(
    graph().nodes.map(({id, kind, start, entry, title}) => [id, kind, start, entry, title]),
    [
      ['proef#wie', 'question', true, true, 'Zorg je "voor" iemand?'],
      ['proef#taken', 'question', false, false, 'Wat doe je?'],
      ['proef#veel', 'text', false, false, 'Dat is veel'],
      ['proef#weinig', 'end', false, false, 'Mooi'],
      ['ander#fijn', 'elsewhere', false, false, 'Ander: Fijn'],
    ],
  );
});

test('answers and buttons are edges with the condition that the editor wrote', () => {
  assert.deepEqual(graph().edges.map(({from, to, kind, label, when}) => [from, to, kind, label, when]), [
    ['proef#wie', 'proef#taken', 'answer', 'Ja', undefined],
    ['proef#wie', 'ander#fijn', 'answer', 'Nee, maar ik wil helpen', undefined],
    ['proef#taken', 'proef#veel', 'button', 'Verder', 'als last >= 2'],
    ['proef#taken', 'proef#weinig', 'button', 'Verder', 'anders'],
    ['proef#veel', 'proef#weinig', 'button', 'Naar het laatste', undefined],
  ]);
});

test('Mermaid text holds no sign that Mermaid or HTML would read', () => {
  const text = mermaid(graph());
  assert.equal(text.split('\n')[0], 'flowchart TD');
  assert.ok(text.includes('  s1(["Zorg je #34;voor#34; iemand?"])\n'), text);
  assert.ok(text.includes('  s2 -->|"Verder (als last #62;= 2)"| s3\n'), text);
  assert.ok(text.includes('  s4[["Mooi"]]\n'), text);
});
