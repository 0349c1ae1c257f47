import assert from 'node:assert/strict';
import {cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {run} from '../../src/cli/run.js';

const goldens = fileURLToPath(new URL('../goldens/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'mantelzorg-'));
after(() => rmSync(folder, {recursive: true, force: true}));

/** A copy of a golden's input, as a pack folder of that name. */
function pack(name: string): string {
  const path = join(folder, name);
  cpSync(join(goldens, name, 'input'), path, {recursive: true});
  if (!existsSync(join(path, 'pakket.md'))) cpSync(join(goldens, '_shared/pakket.md'), join(path, 'pakket.md'));
  return path;
}

async function mantelzorg(...args: string[]) {
  let out = '';
  let error = '';
  const code = await run(args, {out: (text) => void (out += text), error: (text) => void (error += text), cwd: folder, colour: false, today: '2026-11-22'});
  return {code, out, error};
}

test('a pack without problems is told to be in order', async () => {
  assert.deepEqual(await mantelzorg('controleer', pack('steun')), {code: 0, out: '«steun» is in orde.\n', error: ''});
  assert.equal((await mantelzorg('check', pack('steun'))).code, 0);
});

test('problems are printed with place, severity, rule, message and hint, and exit with 1', async () => {
  const {code, out} = await mantelzorg('controleer', pack('koppelingen'));
  assert.equal(code, 1);
  assert.ok(out.includes('koppelingen/gesprekken/proef.md:7:3 fout koppeling/onbekend\n  Het antwoord «Ja» verwijst naar «#twe», maar die stap bestaat niet.\n  Bedoelde je «#twee»?\n'), out);
  assert.match(out, /\d+ fouten in «koppelingen»\.\n$/);
  assert.equal(out.includes('\u001b'), false);
});

test('--json prints one array for all packs', async () => {
  const {code, out} = await mantelzorg('controleer', pack('koppelingen'), pack('steun'), pack('namen'), '--json');
  const found = JSON.parse(out) as Record<string, unknown>[];
  assert.equal(code, 1);
  assert.deepEqual(Object.keys(found[0]!), ['rule', 'severity', 'file', 'line', 'column', 'message', 'hint']);
  assert.deepEqual(new Set(found.map(({file}) => String(file).split('/')[0])), new Set(['koppelingen', 'namen']));
  assert.equal((await mantelzorg('controleer', pack('steun'), '--json')).out, '[]\n');
});

test('warnings pass, unless --strikt', async () => {
  const path = pack('voorbeeld-uit-het-formaat');
  assert.equal((await mantelzorg('controleer', path)).code, 0);
  assert.equal((await mantelzorg('controleer', path, '--strikt')).code, 1);
});

test('--vandaag decides what has expired', async () => {
  const path = fileURLToPath(new URL('../../content/basis', import.meta.url));
  assert.equal((await mantelzorg('controleer', path)).code, 0);
  const {code, out} = await mantelzorg('controleer', path, '--vandaag', '2030-01-01');
  assert.equal(code, 1);
  assert.match(out, /fout feit\/verlopen/);
});

test('wrong use exits with 2 and says how', async () => {
  for (const args of [[], ['tover'], ['constructor'], ['controleer'], ['bouw'], ['controleer', join(folder, 'weg')], ['controleer', join(goldens, 'README.md')], ['controleer', 'x', '--zomaar'], ['controleer', 'x', '--vandaag', 'gisteren'], ['controleer', 'x', '--vandaag'], ['bouw', 'x'], ['bouw', 'x', 'y', '--uit', 'z'], ['controleer', 'x', '--uit', 'z']]) {
    const {code, out, error} = await mantelzorg(...args);
    assert.equal(code, 2, args.join(' '));
    assert.equal(out, '');
    assert.match(error, /^[^\n]+[.?]\n\nGebruik: mantelzorg/, args.join(' '));
  }
});


test('bouw writes parts and manifest, the same each time, and keeps older files', async () => {
  const out = join(folder, 'uit/diep/steun');
  mkdirSync(out, {recursive: true});
  writeFileSync(join(out, 'flow.oud.nl.0123456789.json'), '{}');
  const path = pack('steun');
  assert.equal((await mantelzorg('bouw', path, '--uit', out)).code, 0);
  const before = readdirSync(out).map((file) => [file, readFileSync(join(out, file), 'utf8')]);
  assert.deepEqual(before.map(([file]) => file!.replace(/\.[0-9a-f]{10}\./, '.#.')), ['flow.oud.nl.#.json', 'flow.proef.nl.#.json', 'later.all.nl.#.json', 'pakket.json', 'support.all.nl.#.json', 'understanding.all.nl.#.json']);
  assert.equal((await mantelzorg('build', path, '--uit', out)).code, 0);
  assert.deepEqual(readdirSync(out).map((file) => [file, readFileSync(join(out, file), 'utf8')]), before);
  assert.deepEqual(readdirSync(join(folder, 'uit/diep')), ['steun']);
});

test('pictures get a hashed name that texts refer to', async () => {
  const out = join(folder, 'uit-beeld');
  const path = pack('steun');
  cpSync(join(goldens, 'tekst-en-blokken/input/beelden'), join(path, 'beelden'), {recursive: true});
  const flowFile = join(path, 'gesprekken/proef.md');
  writeFileSync(flowFile, readFileSync(flowFile, 'utf8').replace('`toon contact`', '![Twee mensen op een bank](../beelden/bank.svg)\n\n`toon contact`'));
  assert.equal((await mantelzorg('bouw', path, '--uit', out)).code, 0);
  const image = readdirSync(out).find((file) => file.startsWith('beeld.'))!;
  assert.match(image, /^beeld\.bank\.[0-9a-f]{10}\.svg$/);
  const flow = readdirSync(out).find((file) => file.startsWith('flow.'))!;
  assert.ok(readFileSync(join(out, flow), 'utf8').includes(`"src":"${image}"`));
});

test('bouw writes nothing while there are errors', async () => {
  const out = join(folder, 'uit-fout');
  const {code, error} = await mantelzorg('bouw', pack('koppelingen'), '--uit', out);
  assert.equal(code, 1);
  assert.match(error, /Er is niets geschreven\.\n$/);
  assert.equal(existsSync(out), false);
  assert.equal(readdirSync(folder).some((name) => name.startsWith('.mantelzorg-')), false);
});

test('control characters in a pack do not reach the terminal', async () => {
  const path = pack('namen-goed');
  writeFileSync(join(path, 'gesprekken', 'x.md'), '---\ntitel: x\n---\n\n## A\n\n[a](\u009b31m)\n');
  writeFileSync(join(path, 'raar\u001b[31m.txt'), 'x');
  const {out} = await mantelzorg('controleer', path);
  // eslint-disable-next-line no-control-regex -- control characters are what must not be there
  assert.equal(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/.test(out), false);
});
