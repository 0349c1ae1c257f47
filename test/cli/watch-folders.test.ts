import assert from 'node:assert/strict';
import {mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {signature, watchFolders} from '../../src/cli/watch-folders.js';

const root = mkdtempSync(join(tmpdir(), 'mantelzorg-'));
after(() => rmSync(root, {recursive: true, force: true}));

function pack(name: string): string {
  const folder = join(root, name);
  mkdirSync(join(folder, 'gesprekken'), {recursive: true});
  writeFileSync(join(folder, 'gesprekken/a.md'), 'a');
  return folder;
}

test('what a folder holds differs after each kind of change', async () => {
  const folder = pack('soorten');
  const seen = [await signature([folder])];
  const changes: (() => void)[] = [
    () => writeFileSync(join(folder, 'gesprekken/a.md'), 'ab'),
    () => {
      // As most editors save: beside it, and then over it.
      writeFileSync(join(folder, 'gesprekken/.a.swp'), 'cd');
      renameSync(join(folder, 'gesprekken/.a.swp'), join(folder, 'gesprekken/a.md'));
    },
    () => writeFileSync(join(folder, 'gesprekken/b.md'), ''),
    () => renameSync(join(folder, 'gesprekken/b.md'), join(folder, 'gesprekken/c.md')),
    () => rmSync(join(folder, 'gesprekken/c.md')),
    () => rmSync(folder, {recursive: true}),
    () => void pack('soorten'),
  ];
  for (const change of changes) {
    change();
    const now = await signature([folder]);
    assert.notEqual(now, seen.at(-1), String(change));
    seen.push(now);
  }
});

test('names that begin with a dot, where editors keep their own things, are no change', async () => {
  const folder = pack('punten');
  const before = await signature([folder]);
  writeFileSync(join(folder, 'gesprekken/.a.md.swp'), 'x');
  assert.equal(await signature([folder]), before);
});

test('a save is told, and so is the folder that goes and comes back', async () => {
  const folder = pack('volgen');
  let told: () => void = () => undefined;
  const next = () => new Promise<void>((resolve) => (told = resolve));
  const stop = watchFolders(() => [folder], () => told());
  // The first look only remembers; a change it may have missed is made again until it is told.
  let times = 0;
  const nudge = setInterval(() => writeFileSync(join(folder, 'gesprekken/a.md'), 'x'.repeat(++times)), 300);
  await next();
  clearInterval(nudge);
  const gone = next();
  rmSync(folder, {recursive: true});
  await gone;
  const back = next();
  pack('volgen');
  await back;
  stop();
});
