import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import type {Browser} from 'playwright-core';
import {countObjects} from '../../scripts/heap.mjs';
import {LOADER, documentWith, launch, openPage, ready, serve, type Server} from '../support/page.js';
import {PageVisitor} from '../support/visitor.js';

const TAG = 'mz-herken-je-jezelf';
const PACK = '/mantelzorg/packs/voorbeeld-gemeente/pakket.json';

let browser: Browser;
let server: Server;
before(async () => {
  browser = await launch();
  server = await serve({pages: {'/': documentWith(`${LOADER}<${TAG}></${TAG}>`), '/chat': documentWith(`${LOADER}<mz-chat></mz-chat>`)}});
});
after(async () => {
  await browser.close();
  await server.close();
});

async function open(path = '/') {
  server.reset();
  const {page, witness} = await openPage(browser);
  await page.goto(server.origin + path);
  await ready(page);
  return {page, witness, visitor: new PageVisitor(page)};
}

/** Three ways to leave: at the first question, while the pack is still under way, and after an attribute changed. */
const WAYS = ['ready', 'early', 'changed'] as const;

/** So long something may be kept that is no leak: an engine lets go of what its stack and its compilers still name when it likes. */
const PATIENCE = 10_000;

for (const [tag, path, first, second] of [[TAG, '/', 30, 60], ['mz-chat', '/chat', 30, 90]] as const) {
  test(`widgets that come and go leave nothing behind: ${tag}`, async () => {
    const {page, witness} = await open(path);
    const session = await page.context().newCDPSession(page);
    const rounds = (count: number) =>
      page.evaluate(
        async ([name, turns, ways]) => {
          const page = globalThis as unknown as {__gone?: WeakRef<Element>[]; __witness: {events: unknown[]}};
          for (let turn = 0; turn < turns; turn++) {
            const way = ways[turn % ways.length];
            const element = document.createElement(name);
            const operable = () => new Promise((resolve) => element.addEventListener('mz-klaar', resolve, {once: true}));
            const first = operable();
            document.body.append(element);
            if (way !== 'early') await first;
            if (way === 'changed') {
              const second = operable();
              element.setAttribute('lang', turn % 2 ? 'nl' : 'nl-BE');
              await second;
            }
            // A chat leaves in the middle of an answer.
            const field = element.shadowRoot!.querySelector('textarea');
            if (field) {
              field.value = 'mijn moeder slaapt niet';
              element.shadowRoot!.querySelector<HTMLElement>('[data-knop=stuur]')!.click();
            }
            element.remove();
            (page.__gone ??= []).push(new WeakRef(element));
          }
          await new Promise((resolve) => setTimeout(resolve, 1500)); // the timer that fetches results
          page.__witness.events.length = 0;
        },
        [tag, count, WAYS] as const,
      );
    const alive = () => page.evaluate(() => (globalThis as unknown as {__gone: WeakRef<Element>[]}).__gone.filter((one) => one.deref()).length);
    /** What a leak keeps, it keeps for ever; anything else goes with one of the next collections. */
    const settled = async () => {
      for (const started = Date.now(); Date.now() - started < PATIENCE && (await alive()) > 0; ) {
        await session.send('HeapProfiler.collectGarbage');
        await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
      }
      return alive();
    };
    const kept = async () => ({alive: await settled(), objects: await countObjects(session), ...(await session.send('Memory.getDOMCounters'))});
    await rounds(first);
    const before = await kept();
    await rounds(second);
    const {objects, ...counts} = await kept();
    assert.equal(counts.alive, 0);
    assert.ok(counts.nodes <= before.nodes, `${before.nodes} nodes became ${counts.nodes}`);
    assert.ok(counts.jsEventListeners <= before.jsEventListeners, `${before.jsEventListeners} listeners became ${counts.jsEventListeners}`);
    // One a turn is the list of weak references above, and one that each left behind would be another; for the first few
    // hundred turns some thirty to fifty in all come and stay.
    assert.ok(objects - before.objects < 2 * second, `${second} widgets left ${objects - before.objects} objects`);
    assert.deepEqual(witness.console, []);
    await page.context().close();
  });
}

test('a widget that was in another document gets its looks back', async () => {
  const {page, witness, visitor} = await open();
  await visitor.answer();
  const sheets = await page.evaluate(async (tag) => {
    const element = document.querySelector(tag)!;
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const count = () => element.shadowRoot!.adoptedStyleSheets.length;
    const before = count();
    frame.contentDocument!.body.append(element);
    (element as unknown as {requestUpdate(): void}).requestUpdate();
    await new Promise((resolve) => setTimeout(resolve, 100));
    document.querySelector('main')!.append(element);
    return [before, count()];
  }, TAG);
  assert.ok(sheets[0]! > 2);
  assert.ok(sheets[1]! >= sheets[0]!, sheets.join());
  await visitor.rush();
  assert.deepEqual(witness.console, []);
  assert.deepEqual(witness.violations, []);
  await page.context().close();
});

test('attributes that change faster than packs arrive end in what was asked last', async () => {
  const {page, witness, visitor} = await open();
  await page.evaluate(
    async ([tag, pack]) => {
      const element = document.querySelector(tag!)!;
      for (let turn = 0; turn < 40; turn++) {
        element.setAttribute('pakket', turn % 2 ? pack! : '');
        element.setAttribute('kopniveau', String(1 + (turn % 6)));
        if (turn % 3 === 0) await new Promise((resolve) => setTimeout(resolve, turn));
      }
      element.setAttribute('kopniveau', '5');
    },
    [TAG, PACK],
  );
  await visitor.hook('h5#kop').waitFor();
  await visitor.rush();
  await visitor.hook('[data-contact]').getByText('Steunpunt Lindewaard').first().waitFor();
  assert.deepEqual(witness.console, []);
  assert.deepEqual(witness.violations, []);
  await page.context().close();
});

test('three hundred widgets on one page ask for each file once', async () => {
  const {page, witness, visitor} = await open();
  await page.evaluate((tag) => {
    for (let turn = 0; turn < 300; turn++) document.body.append(document.createElement(tag));
  }, TAG);
  await ready(page, 301);
  await visitor.rush();
  const parts = server.log.filter(({path}) => /\.(js|json)$/.test(path)).map(({path}) => path);
  assert.equal(new Set(parts).size, parts.length, parts.join('\n'));
  assert.deepEqual(witness.console, []);
  await page.context().close();
});
