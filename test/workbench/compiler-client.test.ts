import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Analysis, Built} from '../../src/workbench/analyse.js';
import {CompilerClient, CompilerError, type Compiler} from '../../src/workbench/compiler-client.js';
import type {Question, Reply} from '../../src/workbench/messages.js';
import type {Project} from '../../src/workbench/project.js';

class FakeCompiler implements Compiler {
  onmessage: Compiler['onmessage'] = null;
  onerror: Compiler['onerror'] = null;
  asked: Question[] = [];
  stopped = false;

  postMessage(question: Question): void {
    this.asked.push(question);
  }

  terminate(): void {
    this.stopped = true;
  }

  reply(reply: Reply): void {
    this.onmessage!({data: reply} as MessageEvent<Reply>);
  }
}

const project = (packDir: string): Project => ({packDir, files: [], bases: [], today: '2026-11-22'});
const analysis = (file: string): Analysis => ({diagnostics: [], facts: [], languages: [{lang: file, steps: {done: 0, total: 0}, support: {done: 0, total: 0}, stale: 0, misfits: 0}]});
const ignore = () => undefined;
const packDirs = (compiler: FakeCompiler) => compiler.asked.map((question) => (question.ask === 'analysis' ? question.project.packDir : question.ask));

function start() {
  const made: FakeCompiler[] = [];
  const client = new CompilerClient(() => {
    const compiler = new FakeCompiler();
    made.push(compiler);
    return compiler;
  });
  return {client, made};
}

test('while one project is compiled only the newest waits, and what is overtaken gives nothing', async () => {
  const {client, made} = start();
  const results = ['a', 'b', 'c'].map((name) => client.analyse(project(name), ignore));
  const [compiler] = made;
  assert.deepEqual(packDirs(compiler!), ['a']);
  compiler!.reply({n: 1, analysis: analysis('a')});
  assert.equal(await results[0], undefined);
  assert.equal(await results[1], undefined);
  assert.deepEqual(packDirs(compiler!), ['a', 'c']);
  compiler!.reply({n: 2, analysis: analysis('c')});
  assert.deepEqual(await results[2], analysis('c'));
});

test('a compiler that breaks is told, and the next project gets another one', async () => {
  const {client, made} = start();
  const first = client.analyse(project('a'), ignore);
  made[0]!.onerror!({message: 'stuk'} as ErrorEvent);
  await assert.rejects(first, (error) => error instanceof CompilerError && /start niet \(stuk\)/.test(error.message));
  assert.ok(made[0]!.stopped);
  const second = client.analyse(project('b'), ignore);
  assert.equal(made.length, 2);
  made[1]!.reply({n: 2, analysis: analysis('b')});
  assert.deepEqual(await second, analysis('b'));
});

test('a newer project gets its answer although the one before it failed', async () => {
  const {client, made} = start();
  const [first, second] = [client.analyse(project('a'), ignore), client.analyse(project('b'), ignore)];
  made[0]!.reply({n: 1, failed: 'RangeError'});
  assert.equal(await first, undefined);
  made[0]!.reply({n: 2, analysis: analysis('b')});
  assert.deepEqual(await second, analysis('b'));
});

test('work without end is stopped after half a minute', async (context) => {
  context.mock.timers.enable({apis: ['setTimeout']});
  const {client, made} = start();
  const result = client.analyse(project('a'), ignore);
  context.mock.timers.tick(30_000);
  await assert.rejects(result, /duurt te lang/);
  assert.ok(made[0]!.stopped);
});

test('files for the site come back to who asked, and learning may take minutes', async (context) => {
  context.mock.timers.enable({apis: ['setTimeout']});
  const {client, made} = start();
  const files = client.files();
  context.mock.timers.tick(299_000);
  made[0]!.reply({n: 1, files: [{path: 'pakket.json', bytes: new Uint8Array()}]});
  assert.deepEqual((await files).map(({path}) => path), ['pakket.json']);
  const never = client.files();
  context.mock.timers.tick(300_000);
  await assert.rejects(never, /duurt te lang/);
});

test('screens and ways come back to who asked', async () => {
  const {client, made} = start();
  const screens = client.screens('f');
  const way = client.way('f', 'b', {flow: 'f', step: 'a'});
  made[0]!.reply({n: 2, way: undefined});
  made[0]!.reply({n: 1, screens: []});
  assert.deepEqual(await screens, []);
  assert.equal(await way, undefined);
  client.close();
  assert.ok(made[0]!.stopped);
});

test('what runs is told before what was found, and not any more when something newer waits', async () => {
  const {client, made} = start();
  const told: string[] = [];
  const built = (flow: string): Built => ({files: [], graphs: [{flow, title: flow, nodes: [], edges: []}]});
  const tell = ({graphs}: Built) => void told.push(graphs[0]!.flow);
  const first = client.analyse(project('a'), tell);
  made[0]!.reply({n: 1, built: built('a')});
  const second = client.analyse(project('b'), tell);
  made[0]!.reply({n: 1, built: built('a again')});
  made[0]!.reply({n: 1, analysis: analysis('a')});
  assert.equal(await first, undefined);
  made[0]!.reply({n: 2, built: built('b')});
  made[0]!.reply({n: 2, analysis: analysis('b')});
  assert.deepEqual(await second, analysis('b'));
  assert.deepEqual(told, ['a', 'b']);
});
