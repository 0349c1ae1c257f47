import assert from 'node:assert/strict';
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {after, test} from 'node:test';
import {lineDiff} from '../../src/cli/line-diff.js';
import {run} from '../../src/cli/run.js';

const root = mkdtempSync(join(tmpdir(), 'mantelzorg-bijgewerkt-'));
after(() => rmSync(root, {recursive: true, force: true}));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), {recursive: true});
  writeFileSync(join(root, path), text);
}
const read = (path: string) => readFileSync(join(root, path), 'utf8');

async function mantelzorg(...args: string[]) {
  let out = '';
  let error = '';
  const code = await run(args, {out: (text) => void (out += text), error: (text) => void (error += text), cwd: root, colour: false, today: '2026-11-22'});
  return {code, out, error};
}

const BASE = '---\ntitel: Proef\n---\n\n## Wie ben je? {#wie}\n\nKies maar.\n\n- [Ik](#eind)\n- [Jij](#eind)\n\n## Klaar {#eind}\n\n`toon contact`\n';
const LOCAL = '## Wie ben je? {#wie}\r\n\r\nKies bij ons.\r\n\r\n- [Ik](#eind)\r\n- [Wij](#eind)\r\n\r\n## Klaar {#eind}\r\n\r\n`aanvulling`\r\n\r\nTot ziens.\r\n';
const KIND = '---\ntitel: Huisarts\nbasisfunctie: informatie\nroute: regelen\neerste-stap: Bel je huisarts.\ngeregeld-via: huisarts\n---\n\nTekst.\n';
const FRONT = (name: string, rest: string) => `---\nid: ${name}\nnaam: ${name}\norganisatie: ${name}\n${rest}\ncontact: { naam: Loket, telefoon: 112 }\n---\n`;

function packs(folder: string): {file: string; kind: string; base: string} {
  write(`${folder}/land/pakket.md`, FRONT('land', 'talen: [nl]\naanspreekvorm: je'));
  write(`${folder}/land/gesprekken/proef.md`, BASE);
  write(`${folder}/land/steun/huisarts.md`, KIND);
  write(`${folder}/lokaal/pakket.md`, FRONT('lokaal', 'gebaseerd-op: land'));
  write(`${folder}/lokaal/gesprekken/proef.md`, LOCAL);
  write(`${folder}/lokaal/steun/huisarts.md`, '---\neerste-stap: Bel ons.\n---\n');
  return {file: `${folder}/lokaal/gesprekken/proef.md`, kind: `${folder}/lokaal/steun/huisarts.md`, base: `${folder}/land/gesprekken/proef.md`};
}

const at = (path: string) => join(root, path);

test('a step is marked with what it replaces, and nothing else in the file changes', async () => {
  const {file} = packs('een');
  const note = await mantelzorg('controleer', at('een/lokaal'), '--strikt');
  assert.equal(note.code, 0, 'not having looked is no warning');
  assert.match(note.out, /Let op: een stap van jou vervangt tekst van de basis[^]*mantelzorg bijgewerkt een\/lokaal\/gesprekken\/proef\.md\n$/);
  assert.deepEqual(await mantelzorg('bijgewerkt', at(`${file}#wie`)), {code: 0, out: 'een/lokaal/gesprekken/proef.md#wie: vastgelegd.\n', error: ''});
  const hash = /gezien:([0-9a-f]{10})\}/.exec(read(file))![1]!;
  assert.equal(read(file), LOCAL.replace('{#wie}', `{#wie gezien:${hash}}`));
  assert.equal(read(`een/lokaal/.gezien/${hash}.md`), '## Wie ben je? {#wie}\n\nKies maar.\n\n- [Ik](#eind)\n- [Jij](#eind)\n');
  assert.deepEqual(await mantelzorg('controleer', at('een/lokaal')), {code: 0, out: '«lokaal» is in orde.\n', error: ''});
  assert.equal((await mantelzorg('accept', at(file))).out, 'een/lokaal/gesprekken/proef.md#wie: was al bijgewerkt.\n');
});

test('a changed base is shown line by line beside one’s own text, until it is accepted', async () => {
  const {file, base} = packs('twee');
  await mantelzorg('bijgewerkt', at(file));
  write(base, BASE.replace('Kies maar.', 'Kies wat past.'));
  const {code, out} = await mantelzorg('controleer', at('twee/lokaal'));
  assert.equal(code, 0);
  assert.match(out, /waarschuwing laag\/gewijzigd\n/);
  assert.match(out, /\n {2}- Kies maar\.\n {2}\+ Kies wat past\.\n/);
  assert.match(out, / {2}Jouw tekst:\n {4}## Wie ben je\? \{#wie\}\n\n {4}Kies bij ons\.\n/);
  assert.match(out, /mantelzorg bijgewerkt twee\/lokaal\/gesprekken\/proef\.md#wie\n/);
  const json = JSON.parse((await mantelzorg('controleer', at('twee/lokaal'), '--json')).out) as {rule: string}[];
  assert.deepEqual(json.map(({rule}) => rule), ['laag/gewijzigd']);
  const [before] = readdirSync(at('twee/lokaal/.gezien'));
  assert.equal((await mantelzorg('bijgewerkt', at(`${file}#wie`))).out, 'twee/lokaal/gesprekken/proef.md#wie: bijgewerkt.\n');
  assert.equal(existsSync(at(`twee/lokaal/.gezien/${before}`)), false, 'what nothing names any more goes');
  assert.equal((await mantelzorg('controleer', at('twee/lokaal'))).out, '«lokaal» is in orde.\n');
});

test('without the old text the new one is shown, and a kind of support is marked among its fields', async () => {
  const {kind} = packs('drie');
  await mantelzorg('bijgewerkt', at(kind));
  assert.match(read(kind), /^---\neerste-stap: Bel ons\.\ngezien: [0-9a-f]{10}\n---\n$/);
  rmSync(at('drie/lokaal/.gezien'), {recursive: true});
  write('drie/land/steun/huisarts.md', KIND.replace('Bel je huisarts.', 'Mail je huisarts.'));
  const {out} = await mantelzorg('controleer', at('drie/lokaal'));
  assert.match(out, /is niet bewaard \(map \.gezien\)\. Nu staat er in de basis \(land\/steun\/huisarts\.md\):\n {4}eerste-stap: Mail je huisarts\.\n/);
});

test('what cannot be accepted is told in one sentence', async () => {
  const {file, kind} = packs('vier');
  const of = async (...args: string[]) => mantelzorg('bijgewerkt', ...args);
  assert.match((await of(at(`${file}#wei`))).error, /vervangt geen stap «wei» iets van de basis\. Bedoelde je «#wie»\?\n$/);
  assert.match((await of(at(`${file}#eind`))).error, /vervangt geen stap «eind»/);
  assert.match((await of(at('vier/land/gesprekken/proef.md'))).error, /^Het pakket «land» bouwt niet op een ander voort/);
  write('vier/lokaal/pakket.md', FRONT('lokaal', 'gebaseerd-op: lnd'));
  const missing = await of(at(file));
  assert.equal(missing.code, 1);
  assert.match(missing.error, /Bedoelde je «land»\?/);
  for (const args of [[], [at('vier/weg.md')], [at('vier/lokaal/pakket.md')], [at('vier/lokaal')], [`${at(kind)}#stap`]]) {
    const {code, error} = await of(...args);
    assert.equal(code, 2);
    assert.match(error, /^[^\n]+\n\nGebruik: mantelzorg bijgewerkt/);
  }
  assert.equal(read(file), LOCAL);
});

test('a difference in lines names what goes and what comes', () => {
  const diff = (a: string, b: string) => lineDiff([...a], [...b]).map(({kind, line}) => `${{same: '', gone: '-', added: '+'}[kind]}${line}`).join(' ');
  assert.equal(diff('abcd', 'axcde'), 'a -b +x c d +e');
  assert.equal(diff('', 'ab'), '+a +b');
  assert.equal(diff('ab', ''), '-a -b');
  const long = (mark: string) => Array.from({length: 3000}, (_, n) => `${mark}${n}`);
  assert.equal(lineDiff(long('a'), long('b')).length, 6000);
});
