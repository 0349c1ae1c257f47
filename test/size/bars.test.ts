import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import type {Browser} from 'playwright-core';
import {brotliSize, builtParts, chunkWith, readBuilt, report} from '../support/built.js';
import {LOADER, documentWith, launch, openPage, ready, serve, type Server} from '../support/page.js';

/** quality.md "Size". A kilobyte is 1,000 bytes, compressed by brotli 11. */
const KB = 1000;
const BARS = {loader: 2.5, quiz: 30, results: 6, widget: 34, selfContained: 60, content: 6, secondWidget: 8, understanding: 25, alarms: 24};
const REQUESTS = 6;
const DEPTH = 2;

let browser: Browser;
let server: Server;
before(async () => {
  browser = await launch();
  server = await serve({
    pages: {
      '/quiz': documentWith(`${LOADER}<mz-herken-je-jezelf><p>Bel</p></mz-herken-je-jezelf>`),
      '/gesprek': documentWith(`${LOADER}<mz-gesprek gesprek="herken-je-jezelf"></mz-gesprek>`),
      '/zoeker': documentWith(`${LOADER}<mz-respijtzoeker pakket="/mantelzorg/packs/voorbeeld-gemeente/pakket.json"></mz-respijtzoeker>`),
      '/chat': documentWith(`${LOADER}<mz-chat></mz-chat>`),
      '/both': documentWith(`${LOADER}<mz-herken-je-jezelf></mz-herken-je-jezelf><mz-gesprek gesprek="herken-je-jezelf"></mz-gesprek>`),
      '/elsewhere': documentWith(`${LOADER}<mz-herken-je-jezelf pakket="/mantelzorg/packs/voorbeeld-gemeente/pakket.json"></mz-herken-je-jezelf>`),
    },
  });
});
after(async () => {
  await browser.close();
  await server.close();
});

interface Asked {
  file: string;
  depth: number;
}

/**
 * What a page has asked for from `dist/` when its widgets are operable, and how many answers had to come in before
 * each (the document not counted). Read from what the browser names as the cause of each request.
 */
async function askedBy(path: string, widgets = 1): Promise<Asked[]> {
  const {page} = await openPage(browser);
  const session = await page.context().newCDPSession(page);
  const causes = new Map<string, string | undefined>();
  const asked = new Map<string, number>();
  await page.addInitScript(() => {
    addEventListener('mz-klaar', () => performance.mark('klaar'));
  });
  await session.send('Network.enable');
  session.on('Network.requestWillBeSent', ({request, initiator, wallTime}) => {
    if (asked.has(request.url)) return;
    const frames = [initiator.stack, initiator.stack?.parent].flatMap((stack) => stack?.callFrames ?? []);
    causes.set(request.url, initiator.url ?? frames.find((frame) => frame.url)?.url);
    asked.set(request.url, wallTime * 1000);
  });
  await page.goto(server.origin + path);
  await ready(page, widgets);
  const operable = await page.evaluate(
    (last) => performance.timeOrigin + performance.getEntriesByName('klaar')[last]!.startTime,
    widgets - 1,
  );
  await page.context().close();
  const root = `${server.origin}/mantelzorg/`;
  const depth = (url: string | undefined): number => (url?.startsWith(root) ? 1 + depth(causes.get(url)) : 0);
  return [...asked]
    .filter(([url, time]) => url.startsWith(root) && time < operable)
    .map(([url]) => url)
    .map((url) => ({file: url.slice(root.length), depth: depth(url)}));
}

const scriptBytes = (asked: Asked[]) => asked.filter((one) => one.file.endsWith('.js')).reduce((sum, one) => sum + brotliSize(one.file), 0);

function assertBelow(bytes: number, bar: number, what: string) {
  assert.ok(bytes <= bar * KB, `${what}: ${bytes} bytes, the bar is ${bar} kB`);
}

test('the loader stays within its bar', () => {
  assertBelow(brotliSize('mantelzorg-widgets.js'), BARS.loader, 'loader');
});

test('the quiz needs no more script, requests or round trips until its first question than its bars', async () => {
  const asked = await askedBy('/quiz');
  assertBelow(scriptBytes(asked), BARS.quiz, asked.map((one) => one.file).join(', '));
  assert.ok(asked.length <= REQUESTS, asked.map((one) => one.file).join(', '));
  assert.equal(Math.max(...asked.map((one) => one.depth)), DEPTH, JSON.stringify(asked));
  assert.equal(asked.filter((one) => one.file.endsWith('.json')).length, 1, 'the flow, and not the manifest');
});

test('a pack of its own makes the chain of the quiz three deep and no longer than six requests', async () => {
  const asked = await askedBy('/elsewhere');
  assert.ok(asked.length <= REQUESTS, asked.map((one) => one.file).join(', '));
});

test('every other widget stays within its bar', async () => {
  const asked = await askedBy('/gesprek');
  assertBelow(scriptBytes(asked), BARS.widget, 'gesprek');
  assert.equal(Math.max(...asked.map((one) => one.depth)), DEPTH, JSON.stringify(asked));
});

test('the chat stays within the bar of a widget, and asks for nothing that messages need before one is typed', async () => {
  const asked = await askedBy('/chat');
  const files = asked.map((one) => one.file);
  assertBelow(scriptBytes(asked), BARS.widget, files.join(', '));
  assert.ok(asked.length <= REQUESTS, files.join(', '));
  assert.equal(Math.max(...asked.map((one) => one.depth)), DEPTH, JSON.stringify(asked));
  assert.deepEqual(files.filter((file) => file === chunkWith('src/widgets/chat/engine.ts') || file === chunkWith('src/widgets/chat/later.ts') || file.includes('understanding')), []);
});

test('the finder is operable before what searches and what knows places is asked for', async () => {
  const asked = await askedBy('/zoeker');
  const files = asked.map((one) => one.file);
  // Validation comes with a pack of one's own, for any widget.
  const script = asked.filter(({file}) => file !== chunkWith('src/flows/model/validate-manifest.ts'));
  assertBelow(scriptBytes(script), BARS.widget, files.join(', '));
  assert.deepEqual(files.filter((file) => /engine|later/.test(file) && file.endsWith('.js')), []);
});

test('a second widget on the page costs little', async () => {
  const one = await askedBy('/quiz');
  const both = await askedBy('/both', 2);
  // The first one asks for this by itself as soon as its question is painted, which may be before the second is there.
  const anyway = new Set([...one.map(({file}) => file), chunkWith('src/widgets/base/rest.ts')]);
  const more = both.filter(({file}) => !anyway.has(file));
  assert.ok(more.some(({file}) => file.endsWith('.js')));
  assertBelow(scriptBytes(more), BARS.secondWidget, more.map(({file}) => file).join(', '));
});

test('the results chunk stays within its bar', () => {
  assertBelow(brotliSize(chunkWith('src/widgets/base/results.ts')), BARS.results, 'results');
});

test('results are fetched ahead, but not within a second of the first question', async () => {
  const {page} = await openPage(browser);
  const results = chunkWith('src/widgets/base/results.ts');
  await page.addInitScript(() => {
    addEventListener('mz-klaar', () => performance.mark('klaar'), {once: true});
  });
  await page.goto(`${server.origin}/quiz`);
  await ready(page);
  const handle = await page.waitForFunction((file) => {
    const entry = performance.getEntriesByType('resource').find((one) => one.name.endsWith(file));
    return entry && entry.startTime - performance.getEntriesByName('klaar')[0]!.startTime;
  }, results);
  assert.ok((await handle.jsonValue())! >= 995);
  await page.context().close();
});

test('a self-contained file stays within its bar', () => {
  for (const name of report().names) assertBelow(brotliSize(`${name}.js`), BARS.selfContained, name);
});

test('the content of the first question stays within its bar', () => {
  for (const id of ['basis', 'voorbeeld-gemeente', 'voorbeeld-ziekenhuis', 'voorbeeld-sportclub']) {
    const manifest = `packs/${id}/pakket.json`;
    const {parts} = JSON.parse(readBuilt(manifest).toString()) as {parts: {kind: string; id: string; lang: string; file: string}[]};
    const flow = parts.find((part) => part.kind === 'flow' && part.id === 'herken-je-jezelf' && part.lang === 'nl');
    assert.ok(flow, id);
    assertBelow(brotliSize(manifest) + brotliSize(`packs/${id}/${flow.file}`), BARS.content, id);
  }
});

// The script knows the hashes of the pack beside it, so that nothing but the dialogue is fetched.
test('the content of the first question stays within its bar for every dialogue of the built-in pack, in every language', () => {
  const flows = builtParts('basis').filter(({kind}) => kind === 'flow');
  assert.ok(['nl', 'en'].every((lang) => flows.some((flow) => flow.lang === lang)));
  for (const {id, lang, file} of flows) assertBelow(brotliSize(`packs/basis/${file}`), BARS.content, `${id} ${lang}`);
});

test('what the chat understands stays within its bar, in every language, and waits for nobody', () => {
  for (const kind of ['understanding', 'alarms'] as const) {
    const parts = builtParts('basis').filter((part) => part.kind === kind);
    assert.deepEqual(parts.map(({lang}) => lang).sort(), ['en', 'nl']);
    for (const {file} of parts) assertBelow(brotliSize(`packs/basis/${file}`), BARS[kind], file);
    assert.doesNotMatch(readBuilt('packs/basis/pakket.json').toString(), new RegExp(kind));
  }
});
