import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {COMMANDS} from '../../src/cli/commands.js';
import {wantsColour} from '../../src/cli/process-terminal.js';
import {run} from '../../src/cli/run.js';
import {systemFault} from '../../src/cli/system-fault.js';

async function mantelzorg(...args: string[]) {
  let out = '';
  let error = '';
  const code = await run(args, {out: (text) => void (out += text), error: (text) => void (error += text), cwd: '/', colour: false, today: '2026-11-22'});
  return {code, out, error};
}

test('--help lists every command with its English name', async () => {
  const {code, out, error} = await mantelzorg('--help');
  assert.equal(code, 0);
  assert.equal(error, '');
  for (const {name, alias} of COMMANDS) assert.match(out, new RegExp(`^  ${name} .*`, 'm')), assert.ok(out.includes(`(Engels: ${alias})`), alias);
  assert.deepEqual([(await mantelzorg('help')).out, (await mantelzorg('-h')).out], [out, out]);
});

test('each command has its own help, by either name and from either side', async () => {
  for (const {name, alias, options} of COMMANDS) {
    const {code, out} = await mantelzorg(name, '--help');
    assert.equal(code, 0);
    assert.ok(out.startsWith(`Gebruik: mantelzorg ${name} `), out);
    for (const option of Object.keys(options)) assert.ok(out.includes(`--${option}`), option);
    for (const args of [['help', name], ['help', alias], [alias, '-h'], [name, 'x', '--help', '--onzin']]) assert.equal((await mantelzorg(...args)).out, out, args.join(' '));
    assert.deepEqual(out.split('\n').filter((line) => line.length > 100), [], name);
  }
});

test('names of commands and options are all different', () => {
  const names = COMMANDS.flatMap(({name, alias}) => [name, alias]);
  assert.equal(new Set(names).size, names.length);
});

test('what is nearly a command or an option gets a suggestion', async () => {
  assert.match((await mantelzorg('controler', 'x')).error, /^De opdracht «controler» bestaat niet\. Bedoelde je «controleer»\?\n\nGebruik: mantelzorg <opdracht>/);
  assert.match((await mantelzorg('controleer', 'x', '--jsn')).error, /^De optie --jsn bestaat niet bij «controleer»\. Bedoelde je «--json»\?\n\nGebruik: mantelzorg controleer/);
  assert.match((await mantelzorg('help', 'bouwen')).error, /Bedoelde je «bouw»\?/);
  assert.match((await mantelzorg('--json', 'controleer')).error, /^«--json» staat voor de opdracht\./);
  assert.match((await mantelzorg('controleer', 'x', '--constructor')).error, /^De optie --constructor bestaat niet/);
});

test('options are read strictly', async () => {
  assert.match((await mantelzorg('bouw', 'x', '--uit', '--vandaag')).error, /^Achter --uit ontbreekt een waarde: --uit <map>\./);
  assert.match((await mantelzorg('bouw', 'x', '--uit=')).error, /^Achter --uit ontbreekt een waarde/);
  assert.match((await mantelzorg('bouw', 'x', '--uit', 'a', '--uit', 'b')).error, /^De optie --uit staat er twee keer\./);
  assert.match((await mantelzorg('controleer', 'x', '--json=ja')).error, /^Achter --json hoort geen waarde\./);
  assert.match((await mantelzorg('bouw', 'x', 'y', '--uit', 'z')).error, /^«y» is te veel: «bouw» neemt er één tegelijk\./);
  assert.match((await mantelzorg('bouw', '--uit', 'z')).error, /^Er ontbreekt iets achter «bouw»: het pakket\./);
});

test('--versie prints the version of the package', async () => {
  const {code, out} = await mantelzorg('--versie');
  assert.equal(code, 0);
  assert.match(out, /^\d+\.\d+\.\d+\n$/);
});

test('colours follow the terminal, NO_COLOR and FORCE_COLOR', () => {
  assert.equal(wantsColour({}, true), true);
  assert.equal(wantsColour({}, false), false);
  assert.equal(wantsColour({NO_COLOR: '1'}, true), false);
  assert.equal(wantsColour({NO_COLOR: ''}, true), true);
  assert.equal(wantsColour({TERM: 'dumb'}, true), false);
  assert.equal(wantsColour({FORCE_COLOR: '1'}, false), true);
  assert.equal(wantsColour({FORCE_COLOR: '0'}, true), false);
});

test('what the system refuses is a Dutch sentence, and other errors are calm', async () => {
  assert.equal(systemFault(Object.assign(new Error('x'), {code: 'EACCES', path: '/a'})), '«/a» lukt niet: je mag hier niet bij.');
  assert.equal(systemFault(new TypeError('x is undefined')), undefined);
  let error = '';
  const terminal = {
    out(): never {
      throw new TypeError('x is undefined');
    },
    error: (text: string) => void (error += text),
    cwd: '/',
    colour: false,
    today: '2026-11-22',
  };
  assert.equal(await run(['--help'], terminal), 1);
  assert.match(error, /^Er ging iets mis in mantelzorg zelf[^\n]*\n$/);
  await assert.rejects(run(['--help'], terminal, true), TypeError);
});

test('a reader that stops halfway stops nothing', async () => {
  const bin = fileURLToPath(new URL('../../bin/mantelzorg.mjs', import.meta.url));
  const child = spawn(process.execPath, [bin, 'help'], {stdio: ['ignore', 'pipe', 'pipe']});
  child.stdout.destroy();
  let error = '';
  child.stderr.on('data', (chunk: Buffer) => (error += chunk.toString()));
  const code = await new Promise((resolve) => void child.once('close', resolve));
  assert.deepEqual({code, error}, {code: 0, error: ''});
});
