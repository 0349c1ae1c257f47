import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {compilePack} from '../../../../src/flows/compiler/compile-pack.js';
import type {PackFile} from '../../../../src/flows/compiler/sort-files.js';
import {bigPack} from '../../../support/big-pack.js';

const encode = (text: string) => new TextEncoder().encode(text);

function prove(files: readonly PackFile[]) {
  const {proof, diagnostics} = compilePack(files, {today: '2026-11-22', packDir: 'proef'});
  return {...proof!, errors: diagnostics.filter(({severity}) => severity === 'fout').map(({rule}) => rule)};
}

function basePack(): PackFile[] {
  const root = fileURLToPath(new URL('../../../../content/basis/', import.meta.url));
  return readdirSync(root, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`)
    .map((path) => ({path: path.slice(root.length).replace(/^\/+/, ''), bytes: new Uint8Array(readFileSync(path))}));
}

/** Counted in nodes: every machine makes as many. */
describe('a proof of all visitors at once', () => {
  it('takes the base pack in well under its budget', () => {
    const {exact, errors, nodes} = prove(basePack());
    assert.deepEqual({exact, errors}, {exact: true, errors: []});
    assert.ok(nodes < 1_200_000, String(nodes));
  });

  it('takes packs of 1,000 steps, 30 names that conditions read anywhere, and ten choices of eight', () => {
    for (const seed of [1, 4]) {
      const {exact, errors, nodes} = prove(bigPack({seed}));
      assert.deepEqual({exact, errors}, {exact: true, errors: []});
      assert.ok(nodes < 800_000, `${seed}: ${nodes}`);
    }
  });

  it('takes three counters over six choices of six', () => {
    const options = (question: number) => Array.from({length: 6}, (_, n) => `- [ ] Optie ${n} ${[0, 1, 2].map((count) => `\`c${count} + ${1 + ((n + count + question) % 3)}\``).join(' ')}`);
    const steps = Array.from({length: 6}, (_, question) => `## Vraag ${question} {#v${question}}\n\n${options(question).join('\n')}\n\n[Verder](#v${question + 1})`);
    const end = `## Klaar {#v6}\n\n${[0, 1, 2].map((count) => `### \`als c${count} >= 20\` Veel ${count}\n\nJa.`).join('\n\n')}\n\n\`toon contact\``;
    const flow = ['---\ntitel: Tellen\n---', ...steps, end].join('\n\n');
    const pack = '---\nid: proef\nnaam: Proef\norganisatie: Proef (verzonnen)\ntalen: [nl]\naanspreekvorm: je\ncontact:\n  naam: Steunpunt\n  telefoon: 0123 456 789\n---\n';
    const {exact, errors, nodes} = prove([{path: 'pakket.md', bytes: encode(pack)}, {path: 'gesprekken/tellen.md', bytes: encode(flow)}]);
    assert.deepEqual({exact, errors}, {exact: true, errors: []});
    assert.ok(nodes < 100_000, String(nodes));
  });

  it('says of a pack in which everything hangs together that it proved too little', () => {
    const {exact, errors} = prove(bigPack({asked: 'again', steps: 300}));
    assert.equal(exact, false);
    assert.deepEqual([...new Set(errors)], ['bewijs/te-groot']);
  });
});
