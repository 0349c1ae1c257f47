/**
 * `npm test`: every check of the repository, in two lanes beside each other. A stage that runs no test fails.
 * `--matrix` (`npm run test:matrix`) sets MATRIX=1, which makes the browser tests walk every screen × language × theme.
 * `--alleen <text>` runs only the stages whose name holds the text, and what they need.
 */
import {spawn} from 'node:child_process';
import {existsSync, readdirSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {findBrowser, versionOf} from './find-browser.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
/** The packs are checked as on this day, so that a fact going stale does not break a build that was green. */
const TODAY = '2026-11-22';
const TAIL = 80;
const LANES = 2;

const matrix = process.argv.includes('--matrix');
const only = process.argv.includes('--alleen') ? process.argv[process.argv.indexOf('--alleen') + 1] : undefined;
const bin = (name) => path.join(ROOT, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

function testFiles(folder, without = []) {
  const start = path.join(ROOT, 'test', folder);
  if (!existsSync(start)) return [];
  return readdirSync(start, {withFileTypes: true, recursive: true})
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath ?? entry.path, entry.name)).split(path.sep).join('/'))
    .filter((file) => file.endsWith('.test.ts') && !without.some((one) => file.startsWith(`test/${one}/`)))
    .sort();
}

const packs = () =>
  readdirSync(path.join(ROOT, 'content'))
    .filter((name) => existsSync(path.join(ROOT, 'content', name, 'pakket.md')))
    .map((name) => `content/${name}`);

/** Counts of node's runner (TAP). */
function countTap(output) {
  const figure = (name) => Number(new RegExp(`^# ${name} (\\d+)`, 'm').exec(output)?.[1] ?? 0);
  const unwell = figure('cancelled') + figure('skipped') + figure('todo');
  return {passed: figure('pass'), failed: figure('fail') + unwell};
}

function countWtr(output) {
  const last = (pattern) => Number([...output.matchAll(pattern)].at(-1)?.[1] ?? 0);
  return {passed: last(/(\d+) passed/g), failed: last(/(\d+) failed/g)};
}

function countVitest(output) {
  const line = [...output.matchAll(/^\s*Tests\s+(.*)$/gm)].at(-1)?.[1] ?? '';
  return {passed: Number(/(\d+) passed/.exec(line)?.[1] ?? 0), failed: Number(/(\d+) failed/.exec(line)?.[1] ?? 0)};
}

/** One check that either holds or not. */
const countOne = (output, ok) => ({passed: ok ? 1 : 0, failed: ok ? 0 : 1});

const nodeTest = (files, concurrency) => ['node', ['--import', 'tsx', '--test', '--test-reporter=tap', `--test-concurrency=${concurrency}`, ...files]];

/** Dealt out over two stages, so that no stage is so long that one lane ends far before the other. */
const dealt = (files, turn) => files.filter((_, n) => n % 2 === turn);
const pageFiles = (turn) => dealt(testFiles('browser'), turn);
const unitFiles = (turn) => dealt(testFiles('', ['widgets', 'browser', 'size']), turn);

/**
 * `needs` names stages that must have ended well. A lane that is free takes the first stage that may start, so the long
 * ones stand first. The files of a stage are listed when it starts.
 */
const stages = [
  {name: 'build', command: () => ['node', ['scripts/build.mjs']], count: countOne},
  {name: 'types', command: () => [bin('tsc'), ['--noEmit']], count: countOne},
  {name: 'pages 1', needs: ['build'], command: () => nodeTest(pageFiles(0), 1), count: countTap},
  {name: 'unit 1', command: () => nodeTest(unitFiles(0), 1), count: countTap},
  {name: 'unit 2', command: () => nodeTest(unitFiles(1), 1), count: countTap},
  {name: 'pages 2', needs: ['build'], command: () => nodeTest(pageFiles(1), 1), count: countTap},
  {name: 'elements', command: () => [bin('wtr'), []], count: countWtr},
  ...(existsSync(path.join(ROOT, '.storybook', 'main.ts'))
    ? [
        {name: 'storybook', command: () => [npm, ['run', '--silent', 'build-storybook']], count: countOne},
        {name: 'stories', needs: ['storybook'], command: () => [bin('vitest'), ['run']], count: countVitest},
      ]
    : []),
  {name: 'size', needs: ['build'], command: () => nodeTest(testFiles('size'), 1), count: countTap},
  {name: 'lint', command: () => [bin('eslint'), ['.', '--max-warnings=0']], count: countOne},
  {
    name: 'inhoud',
    // One test a pack.
    command: () => ['node', ['bin/mantelzorg.mjs', 'controleer', ...packs(), '--vandaag', TODAY]],
    count: (output, ok) => (ok ? {passed: packs().length, failed: 0} : {passed: 0, failed: 1}),
  },
];

function run(stage, env) {
  const [command, args] = stage.command();
  return new Promise((resolve) => {
    const child = spawn(command === 'node' ? process.execPath : command, args, {cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe']});
    let output = '';
    const take = (piece) => (output += piece);
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', (error) => resolve({output: `${output}${error.message}`, ok: false}));
    child.on('close', (code) => resolve({output, ok: code === 0}));
  });
}

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;
// eslint-disable-next-line no-control-regex
const plain = (text) => text.replace(/\u001b\[[0-9;]*m/g, '');

/** What failed, from a TAP report: the failing blocks only; else the end of the output. */
function tailOf(output) {
  const lines = output.split('\n');
  const failing = lines.flatMap((line, index) => (/^\s*not ok /.test(line) ? lines.slice(index, index + 24) : []));
  return (failing.length ? failing.slice(0, 3 * TAIL) : lines.slice(-TAIL)).join('\n');
}

const needed = new Set();
function need(stage) {
  if (needed.has(stage.name)) return;
  needed.add(stage.name);
  for (const name of stage.needs ?? []) need(stages.find((one) => one.name === name));
}
for (const stage of stages) if (!only || stage.name.includes(only)) need(stage);

const started = Date.now();
let browser;
try {
  browser = await findBrowser();
  console.log(versionOf(browser));
} catch (error) {
  console.error(error.message);
  console.log('0 passed, 1 failed');
  process.exit(1);
}

const env = {
  ...process.env,
  CHROME_PATH: browser,
  STORYBOOK_DISABLE_TELEMETRY: '1',
  CI: '1',
  NO_COLOR: '1',
  FORCE_COLOR: '0',
  ...(matrix ? {MATRIX: '1'} : {}),
};
const results = new Map();

async function runStage(stage) {
  const since = Date.now();
  let result;
  if (stage.needs?.some((name) => results.get(name).failed)) {
    result = {passed: 0, failed: 1, output: `not run: ${stage.needs.join(', ')} failed`};
  } else {
    const {output, ok} = await run(stage, env);
    const {passed, failed} = stage.count(plain(output), ok);
    const hidden = failed === 0 && (!ok || passed === 0) ? 1 : 0;
    result = {passed, failed: failed + hidden, output: passed + failed === 0 ? `${output}\n(no tests ran)` : output};
  }
  results.set(stage.name, result);
  console.log(`${result.failed ? '✗' : '✓'} ${stage.name.padEnd(10)} ${result.passed} passed, ${result.failed} failed  (${seconds(since)})`);
  if (result.failed) console.log(`${tailOf(plain(result.output))}\n`);
}

const todo = stages.filter(({name}) => needed.has(name));
const running = new Set();
while (todo.length || running.size) {
  for (let next; running.size < LANES && (next = todo.findIndex(({needs = []}) => needs.every((name) => results.has(name)))) >= 0; ) {
    const [stage] = todo.splice(next, 1);
    const run = runStage(stage).then(() => running.delete(run));
    running.add(run);
  }
  await Promise.race(running);
}

const sum = (key) => [...results.values()].reduce((total, one) => total + one[key], 0);
console.log(`in ${seconds(started)}`);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') ? 1 : 0;
