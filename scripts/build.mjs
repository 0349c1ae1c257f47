/**
 * `npm run build`: everything in `dist/` (public-interface.md).
 *
 * It builds into a folder of its own and moves the files over at the end: hashed ones first, then the entries that
 * name them, and only then it removes what this build did not make. So `dist/` is always what one build made, and a
 * page that is being served from it never sees half a build. On a web server hashed files are never deleted: deploy
 * by copying `dist/` over what is there (`rsync` without `--delete`), so that open pages find their old chunks.
 */
import {execFile} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync} from 'node:fs';
import {copyFile, mkdir, readFile, readdir, rename, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {promisify} from 'node:util';
import {build as bundle} from 'esbuild';
import {rollup} from 'rollup';
import {bundleWorkbench} from './workbench.mjs';
import {APART, ROOT, WIDGETS, apartBuild, classicBuild, loaderBuild, opensByItself, selfContainedBuild, splitBuild} from '../rollup.config.mjs';

const run = promisify(execFile);
const BASE_PACK = 'basis';

/** What tests read about the last build; not shipped. */
export const REPORT = path.join(ROOT, '.cache', 'build.json');

export async function build({
  contentDir = path.join(ROOT, 'content'),
  widgetsDir = path.join(ROOT, 'src', 'widgets'),
  dist = path.join(ROOT, 'dist'),
  report = REPORT,
  extras = true,
  makePacks = (folder) => buildPacks(contentDir, folder),
} = {}) {
  const out = path.join(ROOT, '.cache', `build-${process.pid}`);
  await rm(out, {recursive: true, force: true});
  await mkdir(out, {recursive: true});
  try {
    const {version} = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8'));
    const names = Object.keys(WIDGETS).filter((name) => existsSync(path.join(widgetsDir, name, 'define.ts')));
    const missing = Object.keys(WIDGETS).filter((name) => !names.includes(name));
    if (missing.length) throw new Error(`src/widgets has no define.ts for: ${missing.join(', ')}`);

    const side = extras ? Promise.all([buildTypes(out), buildElementsManifest(out), buildCommand(out), buildWorkbench(out)]) : Promise.resolve();
    side.catch(() => undefined); // awaited below; a bundle that fails first should be the error shown
    await makePacks(path.join(out, 'packs'));
    const parts = await builtinParts(path.join(out, 'packs', BASE_PACK));
    const bundles = await buildBundles({names, widgetsDir, out, parts, version});
    await side;
    await writeIntegrity(out, bundles.entries);
    await mkdir(path.dirname(report), {recursive: true});
    await writeFile(report, JSON.stringify(bundles, null, 1));
    await moveInto(out, dist);
    return bundles;
  } finally {
    await rm(out, {recursive: true, force: true});
  }
}

async function buildPacks(contentDir, out) {
  const folders = (await readdir(contentDir, {withFileTypes: true}))
    .filter((entry) => entry.isDirectory() && existsSync(path.join(contentDir, entry.name, 'pakket.md')))
    .map((entry) => entry.name);
  await mkdir(out, {recursive: true});
  await Promise.all(
    folders.map(async (folder) => {
      const command = [path.join(ROOT, 'bin', 'mantelzorg.mjs'), 'bouw', path.join(contentDir, folder), '--uit', path.join(out, folder)];
      await run(process.execPath, command, {cwd: ROOT}).catch((error) => {
        throw new Error(`Het pakket «${folder}» is niet gebouwd.\n${error.stdout ?? ''}${error.stderr ?? ''}`, {cause: error});
      });
    }),
  );
}

/** `<kind>.<id>.<lang>` → file and integrity, as `src/widgets/base/builtin.ts` wants it. */
async function builtinParts(folder) {
  const partsIn = async (file) => JSON.parse(await readFile(path.join(folder, file), 'utf8')).parts;
  const named = await partsIn('pakket.json');
  const later = await Promise.all(named.filter(({kind}) => kind === 'later').map(({file}) => partsIn(file)));
  return Object.fromEntries([...named.filter(({kind}) => kind !== 'later'), ...later.flat()].map((part) => [`${part.kind}.${part.id}.${part.lang}`, [part.file, part.integrity]]));
}

async function buildBundles({names, widgetsDir, out, parts, version}) {
  const aside = names.includes('respijtzoeker') ? await Promise.all(Object.keys(APART).map((name) => write(apartBuild({name, out})))) : [];
  const apart = Object.fromEntries(aside.map(([chunk]) => [chunk.name, chunk.fileName]));
  const [chunks] = await Promise.all([
    write(splitBuild({names, widgetsDir, out, parts, apart})),
    ...names.map((name) => write(selfContainedBuild({name, widgetsDir, out, parts, version, apart}))),
    write(classicBuild({out})),
  ]);
  const core = chunks.find((chunk) => chunk.name === 'core' && !chunk.isEntry);
  if (!core) throw new Error('The split build made no core chunk.');
  const entryOf = (name) => chunks.find((chunk) => chunk.isEntry && chunk.name === name);
  const table = {
    version,
    core: core.fileName,
    widgets: Object.fromEntries(names.map((name) => [name, [entryOf(name).fileName, WIDGETS[name]]])),
    packs: `packs/${BASE_PACK}/`,
    parts: Object.fromEntries(Object.entries(parts).filter(([key]) => opensByItself(key))),
  };
  const [loader] = await write(loaderBuild({out, table}));
  return {
    version,
    names,
    entries: [loader.fileName, 'mantelzorg-widgets.classic.js', ...names.map((name) => `${name}.js`)],
    core: core.fileName,
    widgets: Object.fromEntries(names.map((name) => [name, entryOf(name).fileName])),
    chunks: Object.fromEntries([...chunks, ...aside.flat().filter(({name}) => APART[name].always), loader].map((chunk) => [chunk.fileName, describe(chunk)])),
  };
}

async function write(config) {
  const {output, ...input} = config;
  const result = await rollup({
    ...input,
    onwarn(warning) {
      throw new Error(`rollup: ${warning.message}`);
    },
  });
  const {output: files} = await result.write(output);
  await result.close();
  return files.filter((file) => file.type === 'chunk');
}

function describe(chunk) {
  const modules = Object.entries(chunk.modules).map(([id, {renderedLength}]) => [path.relative(ROOT, id), renderedLength]);
  return {imports: chunk.imports, dynamicImports: chunk.dynamicImports, modules: Object.fromEntries(modules)};
}

async function buildTypes(out) {
  const tsc = path.join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  const config = path.join(ROOT, 'scripts', 'tsconfig.types.json');
  // A type error is the business of `npm run typecheck`; declarations come out all the same.
  await run(process.execPath, [tsc, '-p', config, '--outDir', path.join(out, 'types')], {cwd: ROOT}).catch((error) => {
    console.error(`Declarations have errors.\n${error.stdout ?? error.message}`);
  });
}

async function buildElementsManifest(out) {
  const cem = path.join(ROOT, 'node_modules', '@custom-elements-manifest', 'analyzer', 'cem.js');
  const args = ['analyze', '--config', 'scripts/elements-manifest.config.mjs', '--outdir', path.relative(ROOT, out)];
  await run(process.execPath, [cem, ...args], {cwd: ROOT});
  if (!existsSync(path.join(out, 'custom-elements.json'))) throw new Error('The analyzer wrote no custom-elements.json.');
}

/** The command of the published package; in a checkout it runs from its sources (bin/mantelzorg.mjs). */
async function buildCommand(out) {
  await bundle({
    entryPoints: [path.join(ROOT, 'src', 'cli', 'main.ts')],
    outfile: path.join(out, 'cli', 'mantelzorg.js'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
  });
}

/** The pages for editors, each in a folder of its own. */
async function buildWorkbench(out) {
  for (const [page, folder] of [['bekijk', 'werkbank'], ['proeftuin', 'proeftuin']]) {
    await mkdir(path.join(out, folder), {recursive: true});
    for (const [name, bytes] of await bundleWorkbench(page)) await writeFile(path.join(out, folder, name), bytes);
  }
}

async function writeIntegrity(out, entries) {
  const hashes = {};
  for (const file of entries) {
    hashes[file] = `sha384-${createHash('sha384').update(await readFile(path.join(out, file))).digest('base64')}`;
  }
  await writeFile(path.join(out, 'integrity.json'), `${JSON.stringify(hashes, null, 2)}\n`);
}

async function listFiles(folder) {
  const entries = await readdir(folder, {withFileTypes: true, recursive: true}).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)));
}

/** Hashed files first, then what names them, so that no reader meets a name without its file; old files go last. */
async function moveInto(out, dist) {
  const files = await listFiles(out);
  const rank = (file) => (/^chunks\/|\.[0-9a-f]{10}\.json$/.test(file) ? 0 : file.endsWith('pakket.json') ? 1 : 2);
  for (const file of files.sort((a, b) => rank(a) - rank(b))) {
    const target = path.join(dist, file);
    await mkdir(path.dirname(target), {recursive: true});
    await rename(path.join(out, file), target).catch(() => copyFile(path.join(out, file), target));
  }
  const made = new Set(files);
  for (const file of await listFiles(dist)) if (!made.has(file)) await rm(path.join(dist, file), {force: true});
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const started = Date.now();
  try {
    const {entries, chunks} = await build();
    console.log(`dist/ built in ${((Date.now() - started) / 1000).toFixed(1)} s: ${entries.length} entries, ${Object.keys(chunks).length - 1} chunks.`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
