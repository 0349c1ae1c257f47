/**
 * `npm run bench`: bytes, and times in a real Chromium, of our quiz beside a bare Lit + XState one built by the same
 * settings (bench/bare). It measures and judges nothing: milliseconds belong to a machine. Prints a table and writes
 * bench/latest.json. `--alleen bewijs` measures the proof only, `--alleen aanbod` the search of offers. `--runs 9` for more runs than the five of the default.
 */
import {mkdir, readFile, readdir, rm, writeFile} from 'node:fs/promises';
import {execFileSync} from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import {brotliCompressSync, gzipSync} from 'node:zlib';
import {chromium} from 'playwright-core';
import {rollup} from 'rollup';
import {ROOT, commonPlugins} from '../rollup.config.mjs';
import {startServer} from '../test/support/server.mjs';
import {BROWSER_FLAGS} from './browser-flags.mjs';
import {build} from './build.mjs';
import {findBrowser, versionOf} from './find-browser.mjs';
import {countObjects} from './heap.mjs';
import {MOUNTS} from './mounts.mjs';

const BARE = path.join(ROOT, '.cache', 'bench');
const RUNS = Number(process.argv[process.argv.indexOf('--runs') + 1] || 5) || 5;
/** Lighthouse's "slow 4G". */
const SLOW_4G = {offline: false, latency: 150, downloadThroughput: (1638.4 * 1024) / 8, uploadThroughput: (750 * 1024) / 8};
const TAG = 'mz-herken-je-jezelf';

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const round = (value) => Math.round(value * 10) / 10;

async function buildBare() {
  await rm(BARE, {recursive: true, force: true});
  await mkdir(BARE, {recursive: true});
  for (const [name, file] of [['loader', 'loader.ts'], ['flat', 'flat.ts']]) {
    const bundle = await rollup({input: {[name]: path.join(ROOT, 'bench/bare', file)}, plugins: commonPlugins()});
    await bundle.write({dir: path.join(BARE, name), format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js'});
    await bundle.close();
    const flow = (await readdir(path.join(ROOT, 'dist/packs/basis'))).find((one) => one.startsWith('flow.herken-je-jezelf.nl.'));
    await writeFile(path.join(BARE, name, 'flow.json'), await readFile(path.join(ROOT, 'dist/packs/basis', flow)));
  }
}

const page = (head, body) =>
  `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Meting</title><link rel="icon" href="/favicon.svg">${head}</head><body><main><h1>Pagina</h1>${body}</main></body></html>`;
const module = (src) => `<script type="module" src="${src}"></script>`;
const PAGES = {
  '/ours': page(module('/mantelzorg/mantelzorg-widgets.js'), `<${TAG}></${TAG}>`),
  '/ours-alone': page(module('/mantelzorg/herken-je-jezelf.js'), `<${TAG}></${TAG}>`),
  '/bare': page(module('/bare/loader/loader.js'), '<bare-quiz></bare-quiz>'),
  '/bare-flat': page(module('/bare/flat/flat.js'), '<bare-quiz></bare-quiz>'),
  '/mounts': page(module('/mantelzorg/mantelzorg-widgets.js'), `<${TAG}></${TAG}>`),
};

async function sizes(report) {
  const rows = [];
  const add = async (what, files) => {
    const contents = await Promise.all(files.map((file) => readFile(file)));
    const total = (measure) => contents.reduce((sum, content) => sum + measure(content), 0);
    rows.push({what, min: total((one) => one.length), gzip: total((one) => gzipSync(one, {level: 9}).length), brotli: total((one) => brotliCompressSync(one).length)});
  };
  const dist = (file) => path.join(ROOT, 'dist', file);
  const first = ['mantelzorg-widgets.js', report.core, report.widgets['herken-je-jezelf']].map(dist);
  await add('loader', [dist('mantelzorg-widgets.js')]);
  await add('core chunk', [dist(report.core)]);
  await add('quiz until first question, all script', first);
  for (const file of Object.keys(report.chunks)) if (/chunks\/(?!core-)/.test(file)) await add(file.replace(/-[\w-]{8}\.js$/, ''), [dist(file)]);
  for (const name of report.names) await add(`${name}.js, self-contained`, [dist(`${name}.js`)]);
  const parts = await readdir(dist('packs/basis'));
  for (const part of parts) await add(`basis: ${part.replace(/\.[0-9a-f]{10}\.json$/, '')}`, [dist(`packs/basis/${part}`)]);
  const bare = async (name) => (await readdir(path.join(BARE, name))).filter((file) => file.endsWith('.js')).map((file) => path.join(BARE, name, file));
  await add('bare Lit + XState quiz behind a loader', await bare('loader'));
  await add('the same, flat', await bare('flat'));
  return rows;
}

/** Runs before the page's own scripts: when the first `mz-klaar` came, on the page's clock. */
const WATCH = `addEventListener('mz-klaar', () => { globalThis.__klaar ??= performance.now(); });
new PerformanceObserver((list) => { for (const entry of list.getEntries()) globalThis.__shift = (globalThis.__shift ?? 0) + entry.value; }).observe({type: 'layout-shift', buffered: true});`;

async function open(browser, cpu, network) {
  const context = await browser.newContext({viewport: {width: 412, height: 823}});
  const tab = await context.newPage();
  const session = await context.newCDPSession(tab);
  await session.send('Network.enable');
  if (network) await session.send('Network.emulateNetworkConditions', network);
  if (cpu > 1) await session.send('Emulation.setCPUThrottlingRate', {rate: cpu});
  await tab.addInitScript(WATCH);
  return {context, tab, session};
}

async function firstQuestion(browser, url, cpu) {
  const {context, tab} = await open(browser, cpu, SLOW_4G);
  await tab.goto(url, {waitUntil: 'commit'});
  await tab.waitForFunction(() => globalThis.__klaar, undefined, {timeout: 60_000});
  const time = await tab.evaluate(() => globalThis.__klaar);
  await context.close();
  return time;
}

/** From the click on "verder" to the frame that shows the next question, and what of it is script. */
async function nextQuestion(browser, origin, cpu) {
  const {context, tab} = await open(browser, cpu);
  await tab.goto(`${origin}/ours`);
  await tab.waitForFunction(() => globalThis.__klaar);
  await tab.waitForTimeout(1500); // the results come in now, and are not what is measured
  const times = await tab.evaluate(async (tag) => {
    const root = document.querySelector(tag).shadowRoot;
    const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const out = [];
    for (let turn = 0; turn < 4; turn++) {
      root.querySelector('[data-antwoord] input')?.click();
      await painted();
      const next = root.querySelector('[data-knop="verder"]');
      if (!next) break;
      const before = performance.now();
      next.click();
      await Promise.resolve();
      const work = performance.now() - before;
      await painted();
      out.push({work, painted: performance.now() - before});
    }
    return out;
  }, TAG);
  await context.close();
  return {work: median(times.map((one) => one.work)), painted: median(times.map((one) => one.painted))};
}

/** Heap after garbage collection, before and after 200 mounts and unmounts: in bytes, and in objects that stayed. */
async function mounts(browser, origin) {
  const {context, tab, session} = await open(browser, 1);
  await tab.goto(`${origin}/mounts`);
  await tab.waitForFunction(() => globalThis.__klaar);
  const cycle = (times) =>
    tab.evaluate(
      async ([tag, count]) => {
        for (let turn = 0; turn < count; turn++) {
          const element = document.createElement(tag);
          const ready = new Promise((resolve) => element.addEventListener('mz-klaar', resolve, {once: true}));
          document.body.append(element);
          await ready;
          element.remove();
        }
      },
      [TAG, times],
    );
  const heap = async () => {
    await tab.waitForTimeout(1500); // timers that hold on to removed elements run out
    for (let turn = 0; turn < 3; turn++) await session.send('HeapProfiler.collectGarbage');
    const {usedSize} = await session.send('Runtime.getHeapUsage');
    const {nodes} = await session.send('Memory.getDOMCounters');
    return {bytes: usedSize, nodes, objects: await countObjects(session)};
  };
  await cycle(400); // until the engine has compiled what it wants to
  const before = await heap();
  await cycle(200);
  const after = await heap();
  await context.close();
  return {
    before: before.bytes,
    after: after.bytes,
    grownPerMount: Math.round((after.bytes - before.bytes) / 200),
    objectsPerMount: round((after.objects - before.objects) / 200),
    nodesBefore: before.nodes,
    nodesAfter: after.nodes,
  };
}

function print(title, rows) {
  console.log(`\n${title}`);
  console.table(rows);
}

const script = (name) => JSON.parse(execFileSync(process.execPath, ['--import', 'tsx', path.join(ROOT, 'bench', name)], {cwd: ROOT, encoding: 'utf8'}));
/** A measurement that needs no browser, and may be asked alone: its figures go beside those that were there. */
async function alone(name, what, title, file) {
  const only = process.argv.includes('--alleen') ? process.argv[process.argv.indexOf('--alleen') + 1] : undefined;
  if (only !== undefined && only !== name) return undefined;
  const rows = script(file);
  print(title, rows);
  if (only === undefined) return rows;
  const latest = path.join(ROOT, 'bench/latest.json');
  await writeFile(latest, `${JSON.stringify({...JSON.parse(await readFile(latest, 'utf8')), [what]: rows}, null, 2)}\n`);
  process.exit();
}

const prove = await alone('bewijs', 'prove', 'The proof, beside reading alone', 'prove.ts');
const offers = await alone('aanbod', 'offers', 'The search of offers, beside a bare loop and MiniSearch', 'offers.ts');

const report = await build();
await buildBare();
const executablePath = await findBrowser();
const browser = await chromium.launch({executablePath, args: BROWSER_FLAGS});
const server = await startServer({mounts: {...MOUNTS, '/bare/': `${BARE}/`}, pages: PAGES, brotli: true, cache: true});
try {
  const bytes = await sizes(report);
  print('Bytes', bytes);

  const kinds = [
    ['ours, loader', '/ours'],
    ['ours, self-contained', '/ours-alone'],
    ['bare Lit + XState, loader', '/bare'],
    ['bare Lit + XState, flat', '/bare-flat'],
  ];
  for (const [, address] of kinds) await firstQuestion(browser, server.origin + address, 1); // the server compresses once
  const first = [];
  for (const cpu of [4, 6]) {
    const times = kinds.map(() => []);
    for (let run = 0; run < RUNS; run++) {
      for (const [index, [, address]] of kinds.entries()) times[index].push(await firstQuestion(browser, server.origin + address, cpu));
    }
    const bare = median(times[2]);
    kinds.forEach(([what], index) => first.push({what, cpu: `×${cpu}`, ms: Math.round(median(times[index])), ratio: Math.round((100 * median(times[index])) / bare) / 100}));
  }
  print(`First question operable, slow 4G, median of ${RUNS} interleaved runs (ratio to the bare one behind a loader)`, first);

  const next = [];
  for (const cpu of [1, 4, 6]) {
    const {work, painted} = await nextQuestion(browser, server.origin, cpu);
    next.push({cpu: `×${cpu}`, 'own work, ms': round(work), 'until painted, ms': round(painted)});
  }
  print('Answer to next question', next);

  const heap = await mounts(browser, server.origin);
  print('200 mounts and unmounts', [heap]);

  const machine = {cpus: os.cpus().length, model: os.cpus()[0]?.model, node: process.version, browser: versionOf(executablePath)};
  // What other benches wrote stays.
  const others = JSON.parse(await readFile(path.join(ROOT, 'bench/latest.json'), 'utf8'));
  await writeFile(path.join(ROOT, 'bench/latest.json'), `${JSON.stringify({...others, runs: RUNS, machine, bytes, first, next, heap, prove, offers}, null, 2)}\n`);
  console.log('bench/latest.json written.');
} finally {
  await browser.close();
  await server.close();
}
