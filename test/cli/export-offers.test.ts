import assert from 'node:assert/strict';
import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {run} from '../../src/cli/run.js';

const PACK = fileURLToPath(new URL('../../content/voorbeeld-gemeente', import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'mantelzorg-export-'));
after(() => rmSync(root, {recursive: true, force: true}));

async function offers(...args: string[]) {
  let out = '';
  let error = '';
  const code = await run(['aanbod', ...args], {out: (text) => void (out += text), error: (text) => void (error += text), cwd: root, colour: false, today: '2026-11-22'});
  return {code, out, error};
}

test('the sixty example offers are the same after a way through HSDS', async () => {
  const [csv, hsds, back] = ['eigen.csv', 'hsds.json', 'terug.csv'].map((name) => join(root, name)) as [string, string, string];
  assert.deepEqual(await offers('exporteer', PACK, '--csv', '--uit', csv), {code: 0, out: `60 keer aanbod staat in ${csv}.\n`, error: ''});
  assert.equal((await offers('exporteer', PACK, '--hsds', '--uit', hsds)).code, 0);
  const {code, error} = await offers('importeer', hsds, '--uit', back);
  assert.deepEqual({code, error}, {code: 0, error: ''});
  assert.equal(readFileSync(back, 'utf8'), readFileSync(csv, 'utf8'));
});

test('without --uit the result is what is printed, and nothing else', async () => {
  const {code, out, error} = await offers('export', PACK, '--schema');
  assert.deepEqual({code, error}, {code: 0, error: ''});
  assert.equal((JSON.parse(out) as {'@graph': unknown[]})['@graph'].length, 60);
});

test('one form is asked for, and a file is not written over', async () => {
  assert.match((await offers('exporteer', PACK)).error, /Kies één vorm: --hsds, --schema, --csv\./);
  assert.match((await offers('exporteer', PACK, '--hsds', '--csv')).error, /Kies één vorm/);
  const target = join(root, 'eigen.csv');
  assert.ok(existsSync(target));
  assert.match((await offers('exporteer', PACK, '--csv', '--uit', target)).error, /bestaat al, en er is niets geschreven/);
});
