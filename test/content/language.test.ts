import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {loadSpeller} from '../../src/cli/load-speller.js';
import {readPackFolder} from '../../src/cli/read-pack.js';
import {compilePack} from '../../src/flows/compiler/compile-pack.js';
import {TODAY} from '../support/packs.js';

const BASE = fileURLToPath(new URL('../../content/basis', import.meta.url));
const {name, files} = await readPackFolder(BASE);
const speller = await loadSpeller();
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const compile = (change: (text: string, path: string) => string) =>
  compilePack(files.map(({path, bytes}) => ({path, bytes: path.endsWith('.md') ? new TextEncoder().encode(change(decode(bytes), path)) : bytes})), {today: TODAY, packDir: name, prove: false, speller}).diagnostics.filter(({rule}) => !rule.startsWith('vertaling/'));

describe('the words of the base pack', () => {
  it('are plain, warm and written right', () => {
    assert.deepEqual(compile((text) => text).filter(({rule}) => rule.startsWith('taal/')), []);
  });

  it('are looked at in every kind of file, where they stand', () => {
    const slips = [
      ['gesprekken/herken-je-jezelf.md', 'Kleine dingen tellen ook', 'tellen', 'tellenn'],
      ['steun/steunpunt.md', 'kosten: Meestal gratis', 'Meestal', 'Meestall'],
      ['steun/steunpunt.md', 'omdat: je wilt weten wat er voor jou is', 'weten', 'wetten u'],
      ['woorden.md', 'Een besluit dat iemand recht heeft', 'besluit', 'bessluit'],
    ] as const;
    const expected = slips.map(([path, line, right, wrong]) => {
      const text = decode(files.find((file) => file.path === path)!.bytes);
      const at = text.indexOf(line) + line.indexOf(right) + (wrong.endsWith(' u') ? wrong.length - 1 : 0);
      const before = text.slice(0, at);
      return `basis/${path}:${before.split('\n').length}:${at - before.lastIndexOf('\n')} ${wrong.endsWith(' u') ? 'taal/aanspreekvorm' : 'taal/spelling'}`;
    });
    const found = compile((text, path) => slips.reduce((all, [file, line, right, wrong]) => (file === path ? all.replace(line, line.replace(right, wrong)) : all), text));
    assert.deepEqual(found.map(({file, line, column, rule}) => `${file}:${line}:${column} ${rule}`).sort(), expected.sort());
  });
});
