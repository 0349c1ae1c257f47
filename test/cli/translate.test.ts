import assert from 'node:assert/strict';
import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {run} from '../../src/cli/run.js';

const goldens = fileURLToPath(new URL('../goldens/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'mantelzorg-'));
after(() => rmSync(folder, {recursive: true, force: true}));
cpSync(join(goldens, 'een-keuze', 'input'), join(folder, 'proef'), {recursive: true});
cpSync(join(goldens, '_shared/pakket.md'), join(folder, 'proef', 'pakket.md'));

async function mantelzorg(...args: string[]) {
  let out = '';
  let error = '';
  const code = await run(args, {out: (text) => void (out += text), error: (text) => void (error += text), cwd: folder, colour: false, today: '2026-11-22'});
  return {code, out, error};
}

test('vertaal writes what there is to translate, names the language in pakket.md, and changes nothing the second time', async () => {
  const pack = join(folder, 'proef');
  const {code, out} = await mantelzorg('vertaal', pack, '--naar', 'en');
  assert.equal(code, 0);
  assert.match(out, /^Engels: 0 teksten klaar, \d+ te vertalen \(\d+ nieuw\), 0 verouderd\.\n/);
  assert.match(readFileSync(join(pack, 'pakket.md'), 'utf8'), /^talen: \[nl, en\]$/m);
  const file = join(pack, 'en/gesprekken/proef.md');
  const written = readFileSync(file, 'utf8');
  assert.match(written, /\{#[a-z0-9-]+ bron:[0-9a-f]+ vertalen\}/);
  const again = await mantelzorg('translate', pack, '--naar', 'en', '--json');
  assert.deepEqual([JSON.parse(again.out).nieuw, JSON.parse(again.out).bestanden], [0, []]);
  assert.equal(readFileSync(file, 'utf8'), written);
  writeFileSync(file, written.replaceAll(' vertalen}', '}').replace('status: vertalen\n', ''));
  assert.match((await mantelzorg('controleer', pack)).out, /^Engels: (\d+) van \1 stappen/m);
});

test('vertaal asks for a language that it can write', async () => {
  assert.equal((await mantelzorg('vertaal', join(folder, 'proef'))).code, 2);
  for (const lang of ['nl', 'Engels', '../x']) assert.equal((await mantelzorg('vertaal', join(folder, 'proef'), '--naar', lang)).code, 2, lang);
});
