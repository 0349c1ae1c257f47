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

describe('what follows from another problem', () => {
  const step = (text: string) => `## Een {#een}\n\n- [Rood](#twee) \`kleur = rood\`\n- [Blauw](#twee) \`kleur = blauw\`\n\n## Twee {#twee}\n\n${text}\n\n## Klaar {#klaar}\n\nRood is mooi. \`als kleur = rood\`\n\nBlauw ook. \`als kleur = blauw\`\n\n\`toon contact\`\n`;
  const compileFlow = (text: string) => compilePack([{path: 'pakket.md', bytes: new Uint8Array(readFileSync(shared))}, {path: 'gesprekken/proef.md', bytes: new TextEncoder().encode(`---\ntitel: Proef\n---\n\n${text}`)}], {today: '2026-11-22', packDir: 'p'}).diagnostics;
  const rules = (diagnostics: readonly {rule: string}[]) => diagnostics.map(({rule}) => rule);

  it('is left to programs: who is stuck comes first, with a count of what nobody sees', () => {
    const diagnostics = compileFlow(step('- [Verder](#klaar) `als kleur = rood`'));
    assert.deepEqual(rules(diagnostics), ['stap/doodlopend', 'voorwaarde/altijd', 'antwoord/nooit']);
    const told = gatherCauses(diagnostics);
    assert.deepEqual(rules(told), ['stap/doodlopend']);
    assert.match(told[0]!.hint, /Er zijn nog 2 plekken/);
  });

  it('is told where nobody is stuck', () => {
    const diagnostics = compileFlow(step('- [Verder](#klaar)\n- [Paars](#klaar) `als kleur = rood en kleur = blauw`'));
    assert.deepEqual(rules(gatherCauses(diagnostics)), ['antwoord/nooit']);
  });

  it('a step that was renamed is the one that was meant', () => {
    const [first] = gatherCauses(compileFlow(step('- [Naar het slot](#klaar)').replace('{#twee}', '{#anderewoorden}')));
    assert.equal(first!.hint, 'Bedoelde je «#anderewoorden»? Naar die stap leidt nu niets. Dit geldt ook voor regel 8.');
  });
});

