import assert from 'node:assert/strict';
import path from 'node:path';
import {after, before, test} from 'node:test';
import type {Browser} from 'playwright-core';
import {DIST, LOADER, MOUNTS, documentWith, launch, openPage, ready, serve, type Server} from '../support/page.js';
import {STRICT_POLICY} from '../support/server.mjs';
import {PageVisitor} from '../support/visitor.js';

const TAG = 'mz-herken-je-jezelf';
const PACK = '/mantelzorg/packs/voorbeeld-gemeente/pakket.json';
const SRC = '/mantelzorg/mantelzorg-widgets.js';
const script = (query: string) => `<script type="module" src="${SRC}?${query}"></script>`;
const alone = (file: string, folder = 'mantelzorg') => `<script type="module" src="/${folder}/${file}.js"></script>`;

let browser: Browser;
let server: Server;
before(async () => {
  browser = await launch();
  server = await serve({
    mounts: {...MOUNTS, '/copy/': path.join(DIST, '/')},
    // A script made by a script needs a TrustedScriptURL, which is the page's own affair.
    policy: (pathname) => (pathname === '/script-later' ? STRICT_POLICY.replace(/; require-trusted-types-for.*/, '') : STRICT_POLICY),
    pages: {
      '/later': documentWith(LOADER),
      '/script-later': documentWith(LOADER),
      '/link': documentWith(
        `${LOADER}<p><a data-mantelzorg="herken-je-jezelf" data-mz-pakket="${PACK}" data-mz-kopniveau="4" data-mz-onclick="alert(1)" data-mz-style="color:red" href="/gemeente/">Herken je jezelf?</a></p>
         <a data-mantelzorg="bestaat-niet" href="/">Iets anders</a>`,
      ),
      '/link-inside': documentWith(`${LOADER}<${TAG}><a data-mantelzorg="gesprek" href="/">Een gesprek</a></${TAG}>`),
      '/script': documentWith(
        `<div id="a">${script(`widget=herken-je-jezelf&pakket=${PACK}&contact=0123%20456%20789&onclick=alert(1)&style=color:red&id=x&class=y`)}</div>
         <div id="b">${script('widget=gesprek&gesprek=herken-je-jezelf')}</div><div id="c">${script('widget=gesprek&gesprek=herken-je-jezelf')}</div>`,
      ),
      '/script-unknown': documentWith(script('widget=constructor')),
      '/script-head': documentWith('', {head: script('widget=herken-je-jezelf')}),
      '/classic': documentWith(`<script src="/mantelzorg/mantelzorg-widgets.classic.js"></script><${TAG}></${TAG}>`),
      '/classic-script': documentWith('<div id="a"><script src="/mantelzorg/mantelzorg-widgets.classic.js?widget=herken-je-jezelf"></script></div>'),
      '/twice': documentWith(`${LOADER}${alone('mantelzorg-widgets', 'copy')}<${TAG}></${TAG}>`),
      '/twice-placed': documentWith(`${LOADER}<${TAG}></${TAG}><div id="a"><script type="module" src="/copy/mantelzorg-widgets.js?widget=gesprek&gesprek=herken-je-jezelf"></script></div>`),
      '/same': documentWith(`${LOADER}${script('v=2')}<${TAG}></${TAG}>`),
      '/alone': documentWith(`${alone('herken-je-jezelf')}<${TAG}></${TAG}>`),
      '/alone-twice': documentWith(`${alone('herken-je-jezelf')}${alone('herken-je-jezelf', 'copy')}<${TAG}></${TAG}>`),
      '/alone-then-loader': documentWith(`${alone('herken-je-jezelf')}<${TAG}></${TAG}><div id="a"></div>`),
      '/loader-then-alone': documentWith(`${LOADER}<${TAG}></${TAG}>`),
      '/chunkless': documentWith(`${LOADER}<p>Geen widget hier.</p>`),
    },
  });
});
after(async () => {
  await browser.close();
  await server.close();
});

async function open(address: string) {
  server.reset();
  const {page, witness} = await openPage(browser);
  await page.goto(server.origin + address);
  return {page, witness, visitor: new PageVisitor(page)};
}

test('a page without a tag fetches the loader and nothing else', async () => {
  const {page, witness} = await open('/chunkless');
  await page.waitForFunction(() => (globalThis as unknown as Record<symbol, unknown>)[Symbol.for('mantelzorg-widgets')]);
  assert.deepEqual(witness.requests.filter((url) => url.includes('/mantelzorg/')), [server.origin + SRC]);
  await page.context().close();
});

test('a tag that is added later, also deep in other elements, becomes a widget', async () => {
  const {page, witness} = await open('/later');
  await page.evaluate((tag) => {
    const outer = document.createElement('section');
    outer.append(document.createElement('div'));
    outer.firstElementChild!.append(document.createElement(tag));
    document.querySelector('main')!.append('text', document.createComment('comment'), outer);
  }, TAG);
  await ready(page);
  await page.evaluate(() => {
    const tag = document.createElement('mz-gesprek');
    tag.setAttribute('gesprek', 'herken-je-jezelf');
    document.body.append(tag);
  });
  await ready(page, 2);
  assert.deepEqual(witness.violations, []);
  await page.context().close();
});

test('a link becomes a widget in its place, and stays inside it as fallback content', async () => {
  const {page, witness, visitor} = await open('/link');
  await ready(page);
  const attributes = await visitor.widget.evaluate((element) => Object.fromEntries([...element.attributes].map((one) => [one.name, one.value])));
  assert.equal(attributes['pakket'], PACK);
  assert.equal(attributes['kopniveau'], '4');
  assert.ok(!('onclick' in attributes) && !('style' in attributes), JSON.stringify(attributes));
  assert.equal(await page.locator(`p > ${TAG} > a[data-mantelzorg]`).count(), 1);
  assert.ok(await page.getByRole('link', {name: 'Iets anders'}).isVisible(), 'an unknown widget leaves its link');
  await page.evaluate((tag) => {
    const element = document.querySelector(tag)!;
    document.body.append(element);
  }, TAG);
  assert.equal(await page.locator(TAG).count(), 1, 'moving it upgrades nothing twice');
  await visitor.rush();
  assert.deepEqual(witness.violations, []);
  await page.context().close();
});

test("a link among a widget's own children is left alone", async () => {
  const {page} = await open('/link-inside');
  await ready(page);
  assert.equal(await page.locator('mz-gesprek').count(), 0);
  await page.context().close();
});

test('a script address with a widget puts it where the script stands, with known attributes only', async () => {
  const {page, witness} = await open('/script');
  await ready(page, 3);
  const attributes = await page.locator(`#a > ${TAG}`).evaluate((element) => [...element.attributes].map((one) => one.name));
  assert.deepEqual(attributes.filter((name) => ['onclick', 'style', 'id', 'class', 'contact', 'widget'].includes(name)), []);
  assert.ok(attributes.includes('pakket'));
  assert.equal(await page.locator(`#a > ${TAG} a[href="tel:0123456789"]`).count(), 1);
  for (const place of ['#b', '#c']) assert.equal(await page.locator(`${place} > mz-gesprek`).count(), 1, place);
  assert.deepEqual(witness.console, []);
  assert.deepEqual(witness.violations, []);
  const cores = server.log.filter((request) => /chunks\/core-/.test(request.path));
  assert.equal(cores.length, 1, 'addresses that differ only in their query are one copy');
  await page.context().close();
});

test('a script address that is added later is placed too', async () => {
  const {page} = await open('/script-later');
  await page.evaluate((src) => {
    const element = document.createElement('script');
    element.type = 'module';
    element.src = src;
    document.querySelector('main')!.append(element);
  }, `${SRC}?widget=herken-je-jezelf`);
  await ready(page);
  assert.equal(await page.locator(`main > script + ${TAG}`).count(), 1);
  await page.context().close();
});

test('a script address with an unknown widget says which there are', async () => {
  const {page, witness} = await open('/script-unknown');
  await page.waitForFunction(() => (globalThis as unknown as Record<symbol, unknown>)[Symbol.for('mantelzorg-widgets')]);
  assert.equal(witness.console.filter((line) => line.includes('herken-je-jezelf')).length, 1);
  await page.context().close();
});

test('a script address in the head shows its widget at the end of the page', async () => {
  const {page} = await open('/script-head');
  await ready(page);
  assert.equal(await page.locator(`body > ${TAG}`).count(), 1);
  await page.context().close();
});

test('the classic script does what the module does', async () => {
  for (const address of ['/classic', '/classic-script']) {
    const {page, witness} = await open(address);
    await ready(page);
    assert.deepEqual(witness.violations, []);
    await page.context().close();
  }
});

test('a second copy of the library keeps quiet but for one line in the console', async () => {
  const {page, witness, visitor} = await open('/twice');
  await ready(page);
  await visitor.rush();
  assert.equal(witness.console.length, 1, witness.console.join('\n'));
  assert.match(witness.console[0]!, /was er al/);
  assert.equal(server.log.filter((request) => request.path.startsWith('/copy/')).length, 1, 'only its loader was fetched');
  assert.deepEqual(witness.violations, []);
  await page.context().close();
});

test("a second copy's script address still places its widget, run by the first copy", async () => {
  const {page, witness} = await open('/twice-placed');
  await ready(page, 2);
  assert.equal(await page.locator('#a > mz-gesprek').count(), 1);
  assert.equal(server.log.filter((request) => request.path.startsWith('/copy/')).length, 1);
  assert.deepEqual(witness.violations, []);
  await page.context().close();
});

test('the same copy under another query is no second copy', async () => {
  const {page, witness} = await open('/same');
  await ready(page);
  assert.deepEqual(witness.console, []);
  await page.context().close();
});

test('a self-contained file works by itself and fetches nothing but content', async () => {
  const {page, witness, visitor} = await open('/alone');
  await ready(page);
  await visitor.rush();
  await visitor.hook('[data-contact]').first().waitFor();
  const scripts = server.log.filter((request) => request.path.endsWith('.js')).map((request) => request.path);
  assert.deepEqual(scripts, ['/mantelzorg/herken-je-jezelf.js']);
  assert.deepEqual(witness.violations, []);
  await page.context().close();
});

test('a second self-contained file runs nothing of itself', async () => {
  const {page, witness, visitor} = await open('/alone-twice');
  await ready(page);
  await visitor.rush();
  assert.equal(witness.console.length, 1, witness.console.join('\n'));
  assert.match(witness.console[0]!, /al gedefinieerd/);
  assert.deepEqual(witness.violations, []);
  await page.context().close();
});

for (const [address, other, name] of [
  ['/alone-then-loader', SRC, 'the loader after a self-contained file'],
  ['/loader-then-alone', '/mantelzorg/herken-je-jezelf.js', 'a self-contained file after the loader'],
] as const) {
  test(`${name} does no harm`, async () => {
    const {page, witness, visitor} = await open(address);
    await ready(page);
    await page.evaluate((src) => import(src), other);
    await visitor.rush();
    assert.deepEqual(witness.violations, []);
    assert.deepEqual(witness.console.filter((line) => line.startsWith('uncaught') || line.startsWith('error')), []);
    await page.context().close();
  });
}

test('a loader after a self-contained file still finds script addresses and tags', async () => {
  const {page} = await open('/alone-then-loader');
  await ready(page);
  await page.evaluate((src) => import(src), SRC);
  const base = await page.evaluate(() => (globalThis as unknown as Record<symbol, {base: string}>)[Symbol.for('mantelzorg-widgets')]!.base);
  assert.equal(base, `${server.origin}/mantelzorg/`);
  await page.context().close();
});

test('an element that is moved keeps its place in the dialogue', async () => {
  const {page, witness, visitor} = await open('/alone');
  await ready(page);
  await visitor.answer();
  const step = await visitor.step();
  await page.evaluate((tag) => document.body.prepend(document.querySelector(tag)!), TAG);
  assert.equal(await visitor.step(), step);
  await visitor.rush();
  assert.deepEqual(witness.console, []);
  await page.context().close();
});

test('an element that is removed and put back works, also in the middle of loading', async () => {
  for (const early of [true, false]) {
    const {page, witness, visitor} = await open('/later');
    await page.evaluate((tag) => document.querySelector('main')!.append(document.createElement(tag)), TAG);
    if (!early) await ready(page);
    await page.evaluate(async (tag) => {
      const element = document.querySelector(tag)!;
      element.remove();
      await new Promise((resolve) => setTimeout(resolve, 50));
      document.body.append(element);
    }, TAG);
    await ready(page);
    await visitor.rush();
    assert.deepEqual(witness.console, []);
    await page.context().close();
  }
});

test('a clone is a widget of its own', async () => {
  const {page, witness} = await open('/alone');
  await ready(page);
  await new PageVisitor(page).answer();
  await page.evaluate((tag) => {
    const clone = document.querySelector(tag)!.cloneNode(true) as Element;
    clone.id = 'clone';
    document.body.append(clone);
  }, TAG);
  await ready(page, 2);
  await new PageVisitor(page, '#clone').rush();
  assert.deepEqual(witness.console, []);
  assert.deepEqual(witness.violations, []);
  await page.context().close();
});
