import assert from 'node:assert/strict';
import {mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {after, test} from 'node:test';
import {loadPack} from '../../src/cli/load-pack.js';
import {run} from '../../src/cli/run.js';

const root = mkdtempSync(join(tmpdir(), 'mantelzorg-lagen-'));
after(() => rmSync(root, {recursive: true, force: true}));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), {recursive: true});
  writeFileSync(join(root, path), text);
}

function pack(folder: string, base?: string): string {
  const name = folder.replace(/^.*\//, '');
  write(`${folder}/pakket.md`, `---\nid: ${name}\nnaam: ${name}\norganisatie: ${name}\n${base === undefined ? 'talen: [nl]\naanspreekvorm: je' : `gebaseerd-op: ${base}`}\ncontact: { naam: Loket, telefoon: 112 }\n---\n`);
  if (base === undefined) write(`${folder}/gesprekken/proef.md`, '---\ntitel: Proef\n---\n\n## Klaar {#eind}\n\n`toon contact`\n');
  return join(root, folder);
}

async function mantelzorg(...args: string[]) {
  let out = '';
  let error = '';
  const code = await run(args, {out: (text) => void (out += text), error: (text) => void (error += text), cwd: root, colour: false, today: '2026-11-22'});
  return {code, out, error};
}

test('a base is a folder beside the pack, a path from it, or a pack that ships along', async () => {
  pack('land');
  pack('regio', 'land');
  pack('apart/diep/loket', '../../../regio');
  const {layers} = await loadPack(join(root, 'apart/diep/loket'));
  assert.deepEqual([layers.bases.map(({packDir}) => packDir), layers.baseProblem], [['../../regio', '../../land'], undefined]);
  assert.deepEqual(await mantelzorg('controleer', join(root, 'apart/diep/loket')), {code: 0, out: '«loket» is in orde.\n', error: ''});
  const shipped = await loadPack(pack('eigen', 'basis'));
  assert.equal(shipped.layers.bases.length, 1);
  assert.ok(shipped.layers.bases[0]!.files.some(({path}) => path === 'gesprekken/herken-je-jezelf.md'));
});

test('a folder beside the pack comes before the pack that ships along', async () => {
  pack('met-buur/basis');
  const {layers} = await loadPack(pack('met-buur/lokaal', 'basis'));
  assert.deepEqual(layers.bases.map(({packDir}) => packDir), ['basis']);
});

test('a base that is missing, a file, a folder without a pack or a path from the disk is told with place and fix', async () => {
  pack('stad/land');
  write('stad/notitie.md', 'x');
  write('stad/leeg/lees.txt', 'x');
  const of = async (base: string) => (await mantelzorg('controleer', pack('stad/lokaal', base))).out;
  assert.match(await of('lnad'), /^stad\/lokaal\/pakket\.md:5:15 fout pakket\/veld\n {2}Het pakket «lnad» waar dit op voortbouwt, bestaat niet\.\n {2}Bedoelde je «land»\?\n/);
  assert.match(await of('notitie.md'), /«notitie\.md» is een bestand, en geen map met een pakket\.\n {2}Noem de map waarin pakket\.md staat\./);
  assert.match(await of('leeg'), /In de map «leeg» staat geen pakket\.md\./);
  assert.match(await of('/etc'), /«\/etc» is een pad vanaf de schijf/);
  assert.match(await of('"__proto__"'), /Het pakket «__proto__» waar dit op voortbouwt, bestaat niet\./);
  assert.equal((await mantelzorg('controleer', pack('stad/lokaal', 'lnad'))).code, 1);
});

test('a ring is seen also where a folder has two names', async () => {
  pack('kring/een', 'twee');
  pack('kring/twee', 'ook-een');
  symlinkSync(join(root, 'kring/een'), join(root, 'kring/ook-een'));
  const {out} = await mantelzorg('controleer', join(root, 'kring/een'));
  assert.match(out, /fout pakket\/kring\n {2}Deze fout zit in de basis, in «twee\/pakket\.md»: De pakketten bouwen in een kring op elkaar voort: «een → twee → een»\./);
});

test('bouw makes a layered pack whole', async () => {
  pack('bouw/land');
  const lokaal = pack('bouw/lokaal', 'land');
  const {code, out} = await mantelzorg('bouw', lokaal, '--uit', join(root, 'uit'));
  assert.deepEqual([code, out], [0, `«lokaal» is in orde. 2 bestanden staan in ${join(root, 'uit')}.\n`]);
});
