/**
 * Bundles what runs in the browser of an editor: the page of `mantelzorg bekijk`, the playground, and the compiler
 * that both put in a worker. By esbuild, so that `bekijk` in a checkout can do it each time it starts.
 */
import {existsSync} from 'node:fs';
import {readFile, readdir} from 'node:fs/promises';
import {createRequire} from 'node:module';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';
import {zipSync} from 'fflate';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
/** Packed, under a name that no server unpacks on the way. */
const DICTIONARY = path.join(path.dirname(createRequire(import.meta.url).resolve('@cspell/dict-nl-nl/cspell-ext.json')), 'Dutch.trie.gz');
const GARDEN = path.join(ROOT, 'site/proeftuin');
const SOURCE = path.join(ROOT, 'src/workbench');

/** @type {Record<string, {scripts: Record<string, string>, files: Record<string, string>}>} what each page consists of, by the name that it is served under */
const PAGES = {
  bekijk: {
    scripts: {'bekijk.js': path.join(SOURCE, 'preview.ts'), 'werker.js': path.join(SOURCE, 'worker.ts')},
    files: {'index.html': path.join(SOURCE, 'bekijk.html'), 'werkbank.css': path.join(SOURCE, 'werkbank.css'), 'woordenlijst.bin': DICTIONARY},
  },
  proeftuin: {
    scripts: {'proeftuin.js': path.join(GARDEN, 'main.ts'), 'werker.js': path.join(SOURCE, 'worker.ts')},
    files: {
      'index.html': path.join(GARDEN, 'index.html'),
      'werkbank.css': path.join(SOURCE, 'werkbank.css'),
      'proeftuin.css': path.join(GARDEN, 'proeftuin.css'),
      'woordenlijst.bin': DICTIONARY,
    },
  },
};

/** The policy of Lit gets the name that strict pages allow (rollup.config.mjs does the same for visitors). */
const renamePolicy = {
  name: 'rename-trusted-types-policy',
  setup(bundler) {
    bundler.onLoad({filter: /[\\/]lit-html[\\/](?:.*[\\/])?lit-html\.js$/}, async ({path: file}) => {
      const code = await readFile(file, 'utf8');
      const contents = code.replace(/createPolicy\((['"])lit-html\1/, 'createPolicy("mantelzorg-widgets"');
      if (contents === code) throw new Error('The Trusted Types policy of lit-html was not found.');
      return {contents, loader: 'js'};
    });
  },
};

/**
 * The files of a page by name. Reads sources, writes nothing.
 * @param {string} page
 * @returns {Promise<Map<string, Uint8Array>>}
 */
export async function bundleWorkbench(page) {
  const {scripts, files} = PAGES[page];
  const {outputFiles} = await build({
    entryPoints: Object.entries(scripts).map(([out, source]) => ({in: source, out: out.replace(/\.js$/, '')})),
    outdir: path.join(ROOT, 'dist'),
    write: false,
    bundle: true,
    minify: true,
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'error',
    plugins: [renamePolicy],
  });
  const found = new Map(outputFiles.map((file) => [path.basename(file.path), file.contents]));
  for (const [name, file] of Object.entries(files)) found.set(name, await readFile(file));
  if (page === 'proeftuin') found.set('pakketten.zip', await zipPacks());
  return found;
}

/** The packs of this package, for the playground to build on and to begin from. */
async function zipPacks() {
  const content = path.join(ROOT, 'content');
  const entries = {};
  for (const folder of (await readdir(content)).sort()) {
    if (!existsSync(path.join(content, folder, 'pakket.md'))) continue;
    for (const entry of await readdir(path.join(content, folder), {withFileTypes: true, recursive: true})) {
      const file = path.join(entry.parentPath ?? entry.path, entry.name);
      if (entry.isFile()) entries[path.relative(content, file).split(path.sep).join('/')] = [await readFile(file), {mtime: '1980-01-01T12:00:00', level: 9}];
    }
  }
  return zipSync(entries);
}
