import assert from 'node:assert/strict';
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {compilePack, type CompiledPack} from '../../../src/flows/compiler/compile-pack.js';
import {findAmong, findBases, type PackLayer} from '../../../src/flows/compiler/layers.js';
import {gatherCauses} from '../../../src/flows/compiler/settle.js';
import type {PackFile} from '../../../src/flows/compiler/sort-files.js';

const goldens = fileURLToPath(new URL('../../goldens/', import.meta.url));
const update = process.env['UPDATE_GOLDENS'] === '1';

function readAll(folder: string, prefix = ''): PackFile[] {
  return readdirSync(join(folder, prefix)).sort().flatMap((name) => {
    const path = prefix + name;
    return statSync(join(folder, path)).isDirectory() ? readAll(folder, `${path}/`) : [{path, bytes: new Uint8Array(readFileSync(join(folder, path)))}];
  });
}

/** `lagen/<naam>` beside `input/` are packs that it may build on. */
function below(name: string): PackLayer[] {
  const folder = join(goldens, name, 'lagen');
  return existsSync(folder) ? readdirSync(folder).map((packDir) => ({packDir, files: readAll(join(folder, packDir))})) : [];
}

/** Whether a pack says more for the chat than its titles and search words. */
function forChat({teaching: {alarms, learns, asides, examples}}: CompiledPack): boolean {
  return alarms.length + learns.length + asides.length + examples.length > 0;
}

async function compile(name: string): Promise<Record<string, string>> {
  const files = readAll(join(goldens, name, 'input'));
  if (!files.some(({path}) => path === 'pakket.md')) files.push({path: 'pakket.md', bytes: new Uint8Array(readFileSync(join(goldens, '_shared/pakket.md')))});
  const {pack, diagnostics} = compilePack(files, {today: '2026-11-22', packDir: name, prove: false, ...(await findBases({packDir: name, files}, findAmong([{packDir: name, files}, ...below(name)])))});
  const said = gatherCauses(diagnostics).map(({file, line, column, severity, rule, message, hint}) => `${file}:${line}:${column} ${severity} ${rule}\n  ${message}\n  ${hint}\n`).join('\n');
  return {
    'diagnostics.txt': said,
    ...(pack ? {'pack.json': `${JSON.stringify({manifest: pack.manifest, flows: pack.flows, support: pack.support, ...(forChat(pack) ? {teaching: pack.teaching} : {}), images: [...pack.images.keys()], domains: Object.fromEntries(pack.domains)}, null, 1)}\n`} : {}),
  };
}

for (const name of readdirSync(goldens).filter((entry) => existsSync(join(goldens, entry, 'input')))) {
  test(`golden ${name}: the compiler says and makes what is expected`, async () => {
    const made = await compile(name);
    const folder = join(goldens, name, 'expected');
    const expected = existsSync(folder) ? Object.fromEntries(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')])) : {};
    if (update && JSON.stringify(made) !== JSON.stringify(expected)) {
      rmSync(folder, {recursive: true, force: true});
      mkdirSync(folder, {recursive: true});
      for (const [file, text] of Object.entries(made)) writeFileSync(join(folder, file), text);
      assert.fail(`The golden "${name}" was rewritten: read the difference and run again without UPDATE_GOLDENS.`);
    }
    assert.deepEqual(made, expected);
  });
}
