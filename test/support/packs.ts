import {readdirSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {loadPack} from '../../src/cli/load-pack.js';
import {compilePack, type CompiledPack} from '../../src/flows/compiler/compile-pack.js';

const CONTENT = fileURLToPath(new URL('../../content/', import.meta.url));

/** The day that tests live on. */
export const TODAY = '2026-11-22';

/** Names of the folders in content/. */
export const PACKS = readdirSync(CONTENT, {withFileTypes: true}).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

/** A pack of content/, compiled; fails on any error. It is proved where a test says so: `content/packs` does, and `npm test` runs `controleer`. */
export async function compileContent(name: string, {prove = false} = {}): Promise<CompiledPack> {
  const {files, layers} = await loadPack(CONTENT + name);
  const {pack, diagnostics} = compilePack(files, {today: TODAY, packDir: name, prove, ...layers});
  if (!pack) throw new Error(diagnostics.map(({file, line, message}) => `${file}:${line} ${message}`).join('\n'));
  return pack;
}
