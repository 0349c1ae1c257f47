import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {compilePack} from '../../../src/flows/compiler/compile-pack.js';
import {gatherCauses} from '../../../src/flows/compiler/settle.js';

const golden = fileURLToPath(new URL('../../goldens/een-oorzaak/input/', import.meta.url));
const shared = fileURLToPath(new URL('../../goldens/_shared/pakket.md', import.meta.url));

describe('problems of one cause', () => {
  const paths = readdirSync(golden, {recursive: true, withFileTypes: true}).flatMap((entry) => (entry.isFile() ? [`${entry.path.slice(golden.length)}/${entry.name}`.replace(/^\//, '')] : []));
  const files = paths.map((path) => ({path, bytes: new Uint8Array(readFileSync(golden + path))}));
  if (!paths.includes('pakket.md')) files.push({path: 'pakket.md', bytes: new Uint8Array(readFileSync(shared))});
  const {diagnostics} = compilePack(files, {today: '2026-11-22', packDir: 'een-oorzaak'});

  it('each keep a place of their own for programs', () => {
    assert.ok(diagnostics.every(({hint}) => !hint.includes('Dit geldt ook')));
    assert.equal(new Set(diagnostics.map((one) => JSON.stringify(one))).size, diagnostics.length);
  });

  it('are told once to people, with the other places', () => {
    const told = gatherCauses(diagnostics);
    assert.ok(told.length < diagnostics.length);
    assert.ok(told.some(({hint}) => hint.includes('Dit geldt ook voor regel')));
  });
});
