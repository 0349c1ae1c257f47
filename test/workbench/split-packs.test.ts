import assert from 'node:assert/strict';
import {test} from 'node:test';
import {compilePack} from '../../src/flows/compiler/compile-pack.js';
import {readPackFolder} from '../../src/cli/read-pack.js';
import {newPack} from '../../src/workbench/new-pack.js';
import {splitPacks} from '../../src/workbench/split-packs.js';
import {TODAY} from '../support/packs.js';

const file = (path: string, text = '') => ({path, bytes: new TextEncoder().encode(text)});
const shape = (files: {path: string; bytes: Uint8Array}[]) => splitPacks(files, 'naam').packs.map(({packDir, files: own}) => [packDir, own.map(({path}) => path)]);

test('a pack is found with a folder around it and without', () => {
  assert.deepEqual(shape([file('pakket.md'), file('gesprekken/a.md')]), [['naam', ['pakket.md', 'gesprekken/a.md']]]);
  assert.deepEqual(shape([file('map/lokaal/pakket.md'), file('map/lokaal/steun/a.md'), file('map/lees.txt')]), [['lokaal', ['pakket.md', 'steun/a.md']]]);
});

test('of several packs the one that builds on another comes first', () => {
  const packs = shape([file('basis/pakket.md', '---\nid: basis\n---\n'), file('lokaal/pakket.md', '---\nid: lokaal\ngebaseerd-op: basis\n---\n')]);
  assert.deepEqual(packs.map(([name]) => name), ['lokaal', 'basis']);
});

test('without pakket.md everything is one pack, without the folder around it', () => {
  assert.deepEqual(shape([file('map/gesprekken/a.md'), file('map/feiten.md')]), [['naam', ['gesprekken/a.md', 'feiten.md']]]);
  assert.deepEqual(shape([file('gesprekken/a.md')]), [['naam', ['gesprekken/a.md']]]);
  assert.deepEqual(shape([]), []);
});

test('files that are too large to edit are named', () => {
  const {packs, tooLarge} = splitPacks([file('pakket.md'), {path: 'film.md', bytes: new Uint8Array(2_000_001)}], 'naam');
  assert.deepEqual(tooLarge, ['film.md']);
  assert.deepEqual(packs[0]!.files.map(({path}) => path), ['pakket.md']);
});

test('a new pack passes the check, whatever the organisation is called', async () => {
  const {files} = await readPackFolder('content/basis');
  for (const organisation of ['Gemeente Lindewaard', '"Wij: samen" #1 [{x}]', "'t Huis\\", '…']) {
    const pack = newPack({organisation, contact: 'Steunpunt: "hier"', phone: '0123 456 789', address: 'u'}, 'basis');
    const {pack: built, diagnostics} = compilePack(pack.files, {today: TODAY, packDir: pack.packDir, bases: [{packDir: 'basis', files}], prove: false});
    assert.deepEqual(diagnostics.filter(({severity}) => severity === 'fout'), [], organisation);
    assert.equal(built!.manifest.contact.phone, '0123 456 789');
  }
});
