import assert from 'node:assert/strict';
import {test} from 'node:test';
import {noteWeakFacts} from '../../src/cli/weak-facts.js';

const fact = (id: string, date: string) => `## ${id}\n\n- waarde: 112\n- bron: Rijksoverheid\n- bron-datum: ${date}\n- gecontroleerd: 2026-11-22\n- opnieuw: 12\n`;
const note = (...facts: string[]) => noteWeakFacts([{path: 'feiten.md', bytes: new TextEncoder().encode(facts.join('\n'))}], '2026-11-22');

test('facts with evidence of more than two years old or without a date are listed', () => {
  assert.equal(
    note(fact('oud', '2019'), fact('los', 'onbekend'), fact('net-oud', '2024-11-21'), fact('maand', '2024-10'), fact('net-goed', '2024-11-22'), fact('jaar', '2024'), fact('nieuw', '2026-11')),
    'Let op: van 4 feiten is de bron ouder dan twee jaar of zonder datum. Bel of lees na: oud (2019), los (onbekend), net-oud (2024-11-21), maand (2024-10).\n',
  );
  assert.match(note(fact('los', 'onbekend')), /van één feit is de bron/);
});

test('fresh facts, broken dates and packs without facts give no note', () => {
  assert.equal(note(fact('nieuw', '2026')), '');
  assert.equal(note(fact('kapot', 'gisteren')), '');
  assert.equal(noteWeakFacts([], '2026-11-22'), '');
});
