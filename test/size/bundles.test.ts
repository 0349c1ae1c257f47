import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {existsSync, readdirSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {builtParts, chunkWith, readBuilt, report, scripts} from '../support/built.js';
import {DIST} from '../support/page.js';

const hashOf = (kind: 'sha256' | 'sha384', bytes: Buffer) => `${kind}-${createHash(kind).update(bytes).digest('base64')}`;
const text = (file: string) => readBuilt(file).toString('utf8');

test('dist holds the files of the public interface', () => {
  const {names} = report();
  const wanted = [
    'mantelzorg-widgets.js',
    'mantelzorg-widgets.classic.js',
    'integrity.json',
    'custom-elements.json',
    'types/embed/loader.d.ts',
    'cli/mantelzorg.js',
    ...names.map((name) => `${name}.js`),
    ...names.map((name) => `types/widgets/${name}/define.d.ts`),
    ...['basis', 'voorbeeld-gemeente', 'voorbeeld-ziekenhuis', 'voorbeeld-sportclub'].map((id) => `packs/${id}/pakket.json`),
  ];
  assert.deepEqual(wanted.filter((file) => !existsSync(path.join(DIST, file))), []);
});

test('no bundle that visitors fetch holds the compiler or what only the compiler needs', () => {
  const forbidden = /^node_modules\/(marked|yaml)\/|^src\/(flows\/compiler|cli)\//;
  const found = Object.entries(report().chunks).flatMap(([file, chunk]) =>
    Object.keys(chunk.modules).filter((module) => forbidden.test(module)).map((module) => `${file}: ${module}`),
  );
  assert.deepEqual(found, []);
});

test('valibot is only in a chunk that import() reaches', () => {
  const {chunks, core, widgets} = report();
  const first = ['mantelzorg-widgets.js', core, ...Object.values(widgets)];
  const early = first.filter((file) => Object.keys(chunks[file]!.modules).some((module) => module.startsWith('node_modules/valibot/')));
  assert.deepEqual(early, []);
});

test('every chunk that a page starts with imports nothing but the core', () => {
  const {chunks, core, widgets} = report();
  assert.deepEqual(chunks[core]!.imports, []);
  for (const file of Object.values(widgets)) assert.deepEqual(chunks[file]!.imports, [core], file);
});

test('no script makes code from text, and only lit assigns innerHTML', () => {
  for (const file of scripts()) {
    const code = text(file);
    assert.doesNotMatch(code, /\beval\s*\(|\bnew Function\b|\bFunction\s*\(\s*["'`]|document\.write\b|insertAdjacentHTML|outerHTML\s*=|setHTMLUnsafe/, file);
    const assigned = code.match(/\.innerHTML\s*=/g)?.length ?? 0;
    assert.equal(assigned, /mantelzorg-widgets",\{createHTML/.test(code) ? 1 : 0, `${file}: innerHTML`);
  }
});

test('the Trusted Types policy has our name and no other', () => {
  for (const file of scripts()) {
    const policies = [...text(file).matchAll(/createPolicy\(\s*["'`]([^"'`]*)/g)].map((match) => match[1]);
    assert.ok(policies.every((name) => name === 'mantelzorg-widgets'), `${file}: ${policies.join()}`);
  }
});

test('a self-contained file imports nothing but what lies apart for the few who need it, and none of it runs when its tag exists', () => {
  const small = ['los-en', 'los-nl-x-u', 'los-pick', 'los-qr', 'los-validate'];
  const leaves: Record<string, string[]> = {respijtzoeker: ['engine', ...small], chat: ['engine', ...small, 'verstaan']};
  for (const name of report().names) {
    const whole = text(`${name}.js`);
    const apart = [...whole.matchAll(/import\("\.\/(chunks\/[\w-]+\.js)"\)/g)].map(([, file]) => file!);
    const named = apart.map((file) => /chunks\/(.*)-[\w-]{8}\.js$/.exec(file)![1]!);
    assert.deepEqual([...new Set(named)].sort(), leaves[name] ?? ['engine', 'los-qr'], name);
    for (const file of apart) assert.doesNotMatch(text(file), /\bimport\s*[({"'*]|\bfrom\s*["']\.|HTMLElement/, file);
    const code = whole.replaceAll(/import\("\.\/chunks\/[\w-]+\.js"\)/g, '');
    assert.doesNotMatch(code, /\bimport\s*[({"'*]|\bfrom\s*["']\./, name);
    assert.ok(code.startsWith(`if(customElements.get("mz-${name}"))`), name);
  }
});

test('integrity.json holds the hash of each entry', () => {
  const hashes = JSON.parse(text('integrity.json')) as Record<string, string>;
  assert.deepEqual(Object.keys(hashes).sort(), [...report().entries].sort());
  for (const [file, hash] of Object.entries(hashes)) assert.equal(hash, hashOf('sha384', readBuilt(file)), file);
});

test('every part of every pack is there, with the hash that its manifest names', () => {
  for (const id of readdirSync(path.join(DIST, 'packs'))) {
    const parts = builtParts(id);
    assert.ok(['flow', 'ends', 'support', 'later'].every((kind) => parts.some((part) => part.kind === kind)), id);
    for (const part of parts) {
      assert.equal(part.integrity, hashOf('sha256', readBuilt(`packs/${id}/${part.file}`)), `${id}/${part.file}`);
      assert.match(part.file, /\.[0-9a-f]{10}\.json$/);
    }
  }
});

test('names of the built-in parts in the scripts are those of the built-in pack', () => {
  const known = new Set(builtParts('basis').map((part) => part.file));
  for (const file of ['mantelzorg-widgets.js', chunkWith('src/widgets/base/builtin-later.ts'), report().widgets['gesprek']!, 'gesprek.js']) {
    const named = [...text(file).matchAll(/(flow|support)\.[\w.-]+\.[0-9a-f]{10}\.json/g)].map((match) => match[0]);
    assert.ok(named.length > 0, file);
    assert.deepEqual(named.filter((name) => !known.has(name)), [], file);
  }
});

test('custom-elements.json describes each tag', () => {
  const manifest = JSON.parse(text('custom-elements.json')) as {modules: {declarations?: {tagName?: string}[]; exports?: {kind: string; name: string}[]}[]};
  const tags = manifest.modules.flatMap((module) => (module.exports ?? []).filter((one) => one.kind === 'custom-element-definition').map((one) => one.name));
  for (const name of report().names) assert.ok(tags.includes(`mz-${name}`), `mz-${name}`);
});
