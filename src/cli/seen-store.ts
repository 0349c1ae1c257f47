import {mkdir, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {PackFile} from '../flows/compiler/sort-files.js';

/**
 * The texts of the packs below as an editor last saw them: `.gezien/<hash>.md` in the pack, to be kept with it. By their
 * names they cannot go stale, and a pack without them works all the same: only the old text cannot be shown then.
 */
const FOLDER = '.gezien';
const NAME = /^[0-9a-f]{10}\.md$/;

export async function readSeen(root: string, hash: string): Promise<string | undefined> {
  if (!NAME.test(`${hash}.md`)) return undefined;
  return readFile(join(root, FOLDER, `${hash}.md`), 'utf8').then((text) => text.trim(), () => undefined);
}

export async function writeSeen(root: string, hash: string, text: string): Promise<void> {
  await mkdir(join(root, FOLDER), {recursive: true});
  await writeFile(join(root, FOLDER, `${hash}.md`), `${text}\n`);
}

/** Takes away the texts that nothing in the pack names any more. */
export async function pruneSeen(root: string, files: readonly PackFile[]): Promise<void> {
  const text = files.filter(({path}) => path.endsWith('.md')).map(({bytes}) => new TextDecoder().decode(bytes)).join('\n');
  const named = new Set(Array.from(text.matchAll(/gezien:\s*([0-9a-f]{10})\b/g), ([, hash]) => `${hash}.md`));
  const kept = await readdir(join(root, FOLDER)).catch(() => []);
  for (const file of kept) if (NAME.test(file) && !named.has(file)) await rm(join(root, FOLDER, file), {force: true});
}
