import assert from 'node:assert/strict';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {run} from '../../src/cli/run.js';

const content = fileURLToPath(new URL('../../content/', import.meta.url));
const QUIZ = `${content}basis/gesprekken/herken-je-jezelf.md`;

async function mantelzorg(...args: string[]) {
  let out = '';
  let error = '';
  const code = await run(args, {out: (text) => void (out += text), error: (text) => void (error += text), cwd: content, colour: false, today: '2026-11-22'});
  return {code, out, error};
}

test('paden counts steps, ends, routes and situations, and the questions to each end', async () => {
  const {code, out, error} = await mantelzorg('paden', QUIZ);
  assert.deepEqual({code, error}, {code: 0, error: ''});
  assert.match(out, /^Herken je jezelf\?\n\n\d+ stappen, waarvan \d+ vragen\. Wie bij «wie» begint, komt bij \d+ einden\nlangs \d+ routes, in ongeveer [\d,]+ \w+ situaties/);
  assert.match(out, /«Kijk eens wat jij doet»\s+\d+\s+\d+\s+\d+\n/);
  const summary = JSON.parse((await mantelzorg('paths', QUIZ, '--json')).out) as {stappen: number; einden: {stap: string; vragen: {kortst: number; gewoonlijk: number; langst: number}}[]};
  for (const {vragen} of summary.einden) assert.ok(vragen.kortst <= vragen.gewoonlijk && vragen.gewoonlijk <= vragen.langst);
});

test('--pad tells the shortest replies to a step, and a visitor for a kind of support', async () => {
  const step = await mantelzorg('paden', QUIZ, '--pad', 'crisis');
  assert.equal(step.code, 0);
  assert.match(step.out, /^Zo kom je bij «Blijf hier niet alleen mee»:\n\n {2}1\. «/);
  const kind = await mantelzorg('paden', QUIZ, '--pad', 'huisarts');
  assert.match(kind.out, /Daar staat als steun:\n\n(.*\n)*? {2}\d\. Praten met je eigen huisarts \(gewicht \d+\)\n/);
  const way = JSON.parse((await mantelzorg('paden', QUIZ, '--pad', 'uitslag', '--json')).out) as {antwoorden: {stap: string; antwoorden: string[]}[]};
  assert.equal(way.antwoorden[0]!.stap, 'wie');
  assert.equal((await mantelzorg('paden', QUIZ, '--pad', 'wie')).out, '«Voor wie doe je weleens iets extra\'s?» is waar het begint.\n');
});

test('--pad names what is nearly right, and says when nobody gets there', async () => {
  const {code, error} = await mantelzorg('paden', QUIZ, '--pad', 'huisrts');
  assert.equal(code, 2);
  assert.match(error, /^Er is geen stap en geen soort steun «huisrts»\. Bedoelde je «huisarts»\?\n/);
  const nobody = await mantelzorg('paden', QUIZ, '--pad', 'taken', '--vanaf', 'weegt');
  assert.deepEqual(nobody, {code: 1, out: '', error: 'Niemand komt vanaf «weegt» bij «taken».\n'});
});

test('--tabel tells every end with its texts and its support in the words of the answers', async () => {
  const {code, out} = await mantelzorg('paden', QUIZ, '--tabel');
  assert.equal(code, 0);
  assert.match(out, /EINDE «Kijk eens wat jij doet» \(herken-je-jezelf#uitslag\)/);
  assert.match(out, /«Eerst dit: jij bent belangrijk» \([^)]*\), voor wie\n {6}- bij «Is er iets wat niet kan wachten\?» «Ik wil soms niet meer leven» kiest\n/);
  assert.match(out, /^«last» telt op: «Ik slaap slecht/m);
  assert.equal(out.includes('undefined'), false);
});

test('--tabel gives CSV and JSON too', async () => {
  const {out} = await mantelzorg('paden', `${content}basis/gesprekken/hulp-aanbieden.md`, '--tabel', '--csv');
  assert.match(out, /^\ufeffeinde;soort;wat;precies;situatie\r\n/);
  const rows = JSON.parse((await mantelzorg('paden', QUIZ, '--tabel', '--json')).out) as {einde: string; steun: {id: string; voor: {precies: boolean; situaties: string[]}}[]}[];
  const end = rows.find(({einde}) => einde === 'herken-je-jezelf#uitslag')!;
  assert.deepEqual(end.steun.find(({id}) => id === 'jonge-mantelzorger')!.voor.precies, true);
});

test('--mermaid prints the picture', async () => {
  const {code, out} = await mantelzorg('paden', QUIZ, '--mermaid');
  assert.equal(code, 0);
  assert.match(out, /^flowchart TD\n {2}s1\(\[/);
});

test('what is no flow of a pack is refused in one sentence', async () => {
  const wrong: [string[], RegExp][] = [
    [['paden'], /^Er ontbreekt iets achter «paden»: het bestand van een gesprek\./],
    [['paden', `${content}weg.md`], /bestaat niet\./],
    [['paden', `${content}basis`], /is geen bestand\./],
    [['paden', `${content}basis/feiten.md`], /is geen gesprek: gesprekken staan in de map gesprekken/],
    [['paden', fileURLToPath(new URL('../../README.md', import.meta.url))], /staat geen pakket\.md/],
    [['paden', QUIZ, '--tabel', '--mermaid'], /gaan niet samen\./],
    [['paden', QUIZ, '--csv'], /^--csv hoort bij --tabel\./],
    [['paden', QUIZ, '--vanaf', 'taken'], /^«taken» is geen ingang van dit gesprek\./],
  ];
  for (const [args, message] of wrong) {
    const {code, out, error} = await mantelzorg(...args);
    assert.deepEqual([code, out], [2, ''], args.join(' '));
    assert.match(error, message);
  }
});
