import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {after, test} from 'node:test';
import {readPackFolder} from '../../src/cli/read-pack.js';
import {run} from '../../src/cli/run.js';
import {compilePack} from '../../src/flows/compiler/compile-pack.js';
import {SMALL} from '../flows/compiler/packs/small-pack.js';
import {assertTold} from '../support/diagnostics.js';
import {TODAY} from '../support/packs.js';

const root = mkdtempSync(join(tmpdir(), 'mantelzorg-rommel-'));
after(() => rmSync(root, {recursive: true, force: true}));

let count = 0;
/** A folder with the small pack, and what `spoil` does to it. */
function folder(spoil: (path: string) => void = () => undefined, files: Record<string, string> = SMALL): string {
  const path = join(root, `p${++count}`);
  mkdirSync(path);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), {recursive: true});
    writeFileSync(join(path, name), text);
  }
  spoil(path);
  return path;
}

async function check(path: string) {
  const said = {out: '', error: ''};
  const code = await run(['controleer', path, '--json'], {out: (text) => void (said.out += text), error: (text) => void (said.error += text), cwd: root, colour: false, today: TODAY});
  assert.equal(said.error, '');
  const diagnostics = JSON.parse(said.out) as {rule: string; severity: string; file: string; line: number; column: number; message: string; hint: string}[];
  assertTold(diagnostics as Parameters<typeof assertTold>[0], {});
  return {code, told: diagnostics.map(({rule, file}) => `${rule} ${file.replace(/^p\d+\//, '')}`)};
}

test('the small pack is in order on a disk too', async () => assert.deepEqual(await check(folder()), {code: 0, told: []}));

test('a shortcut is told and not followed, also one that leads back to its own folder', async () => {
  const path = folder((pack) => {
    symlinkSync(pack, join(pack, 'gesprekken', 'rond'));
    symlinkSync('lus', join(pack, 'lus'));
    symlinkSync('/etc/passwd', join(pack, 'steun', 'wachtwoord.md'));
    symlinkSync('nergens', join(pack, 'steun', 'nergens.md'));
  });
  assert.deepEqual(await check(path), {code: 1, told: ['gesprekken/rond', 'lus', 'steun/nergens.md', 'steun/wachtwoord.md'].map((file) => `pakket/onleesbaar ${file}`)});
});

test('a pipe among the files is told, and nobody waits for it', async () => {
  assert.deepEqual(await check(folder((pack) => void execFileSync('mkfifo', [join(pack, 'steun', 'pijp.md')]))), {code: 1, told: ['pakket/onleesbaar steun/pijp.md']});
});

test('a folder by the name of the pack is told', async () => {
  const {'pakket.md': _, ...files} = SMALL;
  const {code, told} = await check(folder((pack) => mkdirSync(join(pack, 'pakket.md')), files));
  assert.equal(code, 1);
  assert.ok(told.includes('pakket/veld pakket.md'));
});

test('folders in folders without end are told', async () => {
  const {told} = await check(folder((pack) => mkdirSync(join(pack, `gesprekken/${'a/'.repeat(200)}`), {recursive: true})));
  assert.deepEqual(told, ['pakket/onleesbaar gesprekken/a/a/a/a']);
});

test('names with line ends, pictures and quotes stay on their line', async () => {
  const path = folder((pack) => ['a\nb.md', '😀.md', "'\"$(rm).md", '-rf.md', 'a b.md', '%2e%2e.md'].forEach((name) => writeFileSync(join(pack, 'gesprekken', name), 'x')));
  let out = '';
  const code = await run(['controleer', path], {out: (text) => void (out += text), error: (text) => void (out += text), cwd: root, colour: false, today: TODAY});
  assert.equal(code, 1);
  assert.doesNotMatch(out, /^b\.md/m);
  assert.equal((await check(path)).told.length >= 6, true);
});

test('a file of which the system keeps the contents is told, and what it holds is not missed', async () => {
  const path = folder();
  for (const lost of ['gesprekken/helpen.md', 'feiten.md', 'steun/lotgenoten.md', 'pakket.md']) {
    const {files} = await readPackFolder(path, async (file) => {
      if (file.endsWith(lost)) throw Object.assign(new Error('EACCES'), {code: 'EACCES'});
      return new TextEncoder().encode(SMALL[file.slice(path.length + 1)]!);
    });
    const {diagnostics} = compilePack(files, {today: TODAY, packDir: 'p'});
    assert.deepEqual(diagnostics.map(({rule, file}) => `${rule} ${file}`), [`pakket/onleesbaar p/${lost}`]);
  }
});

test('a folder with far too much in it is given up, in one sentence', async () => {
  const path = folder((pack) => mkdirSync(join(pack, 'veel')));
  for (let n = 0; n < 50; n++) writeFileSync(join(path, 'veel', `${n}.md`), 'x');
  const {files} = await readPackFolder(path, async (_, limit) => new Uint8Array(limit * 4));
  assert.equal(files.filter(({problem}) => problem === 'many').length, 1);
  assert.ok(files.length < 50);
});
