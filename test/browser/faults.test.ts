import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {builtParts, report} from '../support/built.js';
import {LOADER, documentWith, launch, openPage, ready, serve, waitForEvent, type Server} from '../support/page.js';
import {STRICT_POLICY, type Fault} from '../support/server.mjs';
import {PageVisitor} from '../support/visitor.js';

const TAG = 'mz-herken-je-jezelf';
const FALLBACK = 'Bel het steunpunt: 0123 456 789.';
const PACK = '/mantelzorg/packs/voorbeeld-gemeente/';

const partOf = (pack: string, kind: string, id: string): string => builtParts(pack).find((part) => part.kind === kind && part.id === id && part.lang === 'nl')!.file;
const flowOf = (pack: string) => partOf(pack, 'flow', 'herken-je-jezelf');
const supportOf = (pack: string) => partOf(pack, 'support', 'all');

let browser: Browser;
let server: Server;
before(async () => {
  browser = await launch();
  server = await serve({
    // A page that frames another needs a policy of its own for that.
    policy: (pathname) => (pathname === '/frame' ? null : STRICT_POLICY),
    pages: {
      '/basis': documentWith(`${LOADER}<${TAG}><p>${FALLBACK}</p></${TAG}>`),
      '/own': documentWith(`${LOADER}<${TAG} pakket="${PACK}pakket.json"><p>${FALLBACK}</p></${TAG}>`),
      '/integrity': documentWith(`${LOADER}<${TAG} pakket="${PACK}pakket.json" pakket-integriteit="sha384-${'A'.repeat(64)}"><p>${FALLBACK}</p></${TAG}>`),
      '/unknown': documentWith(`${LOADER}<mz-gesprek gesprek="bestaat-niet" pakket="${PACK}pakket.json"><p>${FALLBACK}</p></mz-gesprek>`),
      '/attributes': documentWith(
        `${LOADER}<${TAG} lang="xx" aanspreekvorm="gij" kopniveau="12" bewaren="altijd" stap="nergens" vorm="rond"><p>${FALLBACK}</p></${TAG}>`,
      ),
      '/frame': documentWith('<iframe sandbox="allow-scripts" src="/framed" width="600" height="600" title="Ingebed"></iframe>'),
      '/framed': documentWith(`${LOADER}<${TAG} pakket="${PACK}pakket.json"><p>${FALLBACK}</p></${TAG}>`),
    },
  });
});
after(async () => {
  await browser.close();
  await server.close();
});

/** What everybody must be able to see after a failure: the site's own words, with the phone number. */
async function assertFallback(page: Page) {
  assert.ok(await page.getByText(FALLBACK).isVisible(), 'the fallback content is visible');
}

/** The widget's own screen for a failure: one calm sentence without a code, and a button to try again. */
async function assertCalm(page: Page, tag = TAG) {
  await assertFallback(page);
  const again = page.locator(tag).locator('[data-knop="probeer"]');
  await again.waitFor();
  const text = await page.locator(tag).evaluate((element) => [...element.shadowRoot!.querySelectorAll('p, [role]')].map((one) => one.textContent).join(' '));
  assert.match(text, /\p{L}{3}.*\./u);
  assert.doesNotMatch(text, /fout|error|\b[45]\d\d\b|undefined|pakket-|json/i);
}

/** Every fault of a file on the way to the first question, and the code it must give. */
const kinds: [string, Fault, string][] = [
  ['is missing (404)', {kind: 'status', status: 404}, 'pakket-onbereikbaar'],
  ['fails (500)', {kind: 'status', status: 500}, 'pakket-onbereikbaar'],
  ['is a page of HTML', {kind: 'tamper', edit: () => '<!doctype html><h1>Niet gevonden</h1>'}, 'pakket-ongeldig|pakket-gewijzigd'],
  ['is cut off', {kind: 'cut'}, 'pakket-onbereikbaar|pakket-gewijzigd'],
  ['loses the connection', {kind: 'drop'}, 'pakket-onbereikbaar'],
];

for (const [what, fault, code] of kinds) {
  for (const [part, file] of [
    ['manifest', () => `${PACK}pakket.json`],
    ['flow', () => PACK + flowOf('voorbeeld-gemeente')],
  ] as const) {
    test(`when the ${part} ${what}, the fallback stays, and trying again works once it is repaired`, async () => {
      server.reset();
      server.setFault(file(), fault);
      const {page, witness} = await openPage(browser);
      await page.goto(`${server.origin}/own`);
      const detail = await waitForEvent(page, 'mz-fout');
      assert.equal(detail['widget'], 'herken-je-jezelf');
      assert.match(String(detail['code']), new RegExp(`^(${code})$`));
      await assertCalm(page);
      assert.deepEqual((await witness.events()).map((event) => event.type), ['mz-fout']);

      server.setFault(file(), undefined);
      await page.locator(TAG).locator('[data-knop="probeer"]').click();
      await ready(page);
      await new PageVisitor(page).rush();
      assert.deepEqual(witness.violations, []);
      await page.context().close();
    });
  }
}

test('a flow with another hash than the manifest names is refused', async () => {
  server.reset();
  server.setFault(PACK + flowOf('voorbeeld-gemeente'), {kind: 'tamper'});
  const {page} = await openPage(browser);
  await page.goto(`${server.origin}/own`);
  assert.equal((await waitForEvent(page, 'mz-fout'))['code'], 'pakket-gewijzigd');
  await assertCalm(page);
  await page.context().close();
});

test('a built-in flow with another hash than the build knew is refused', async () => {
  server.reset();
  server.setFault(`/mantelzorg/packs/basis/${flowOf('basis')}`, {kind: 'tamper'});
  const {page} = await openPage(browser);
  await page.goto(`${server.origin}/basis`);
  assert.equal((await waitForEvent(page, 'mz-fout'))['code'], 'pakket-gewijzigd');
  await assertCalm(page);
  await page.context().close();
});

test('a manifest with another hash than the page asks for is refused', async () => {
  server.reset();
  const {page} = await openPage(browser);
  await page.goto(`${server.origin}/integrity`);
  assert.equal((await waitForEvent(page, 'mz-fout'))['code'], 'pakket-gewijzigd');
  await assertCalm(page);
  await page.context().close();
});

test('a pack of a newer format is not read', async () => {
  server.reset();
  server.setFault(`${PACK}pakket.json`, {kind: 'tamper', edit: (text) => JSON.stringify({...JSON.parse(text), formaat: 99})});
  const {page} = await openPage(browser);
  await page.goto(`${server.origin}/own`);
  assert.equal((await waitForEvent(page, 'mz-fout'))['code'], 'pakket-nieuwer');
  await assertCalm(page);
  await page.context().close();
});

for (const [what, edit] of [
  ['is no object', () => '[]'],
  ['has a part outside its folder', (text) => text.replace(/"file":\s*"/, '"file":"../../../elders/')],
  ['sets the prototype', (text) => text.replace('{', '{"__proto__":{"parts":[]},')],
  ['has parts of the wrong type', (text) => JSON.stringify({...JSON.parse(text), parts: 'veel'})],
] as [string, (text: string) => string][]) {
  test(`a manifest that ${what} gives a calm message or a working quiz, and nothing else`, async () => {
    server.reset();
    server.setFault(`${PACK}pakket.json`, {kind: 'tamper', edit});
    const {page, witness} = await openPage(browser);
    await page.goto(`${server.origin}/own`);
    await page.waitForFunction(() => (globalThis as unknown as {__witness: {events: {type: string}[]}}).__witness.events.some((event) => /fout|klaar/.test(event.type)));
    const [event] = await witness.events();
    if (event!.type === 'mz-fout') await assertCalm(page);
    assert.deepEqual(witness.violations, []);
    assert.deepEqual(witness.foreign, []);
    assert.deepEqual(witness.console.filter((line) => line.startsWith('uncaught')), []);
    await page.context().close();
  });
}

test('a flow that the pack does not have gives a calm message', async () => {
  server.reset();
  const {page} = await openPage(browser);
  await page.goto(`${server.origin}/unknown`);
  assert.deepEqual(await waitForEvent(page, 'mz-fout'), {widget: 'gesprek', code: 'gesprek-onbekend'});
  await assertFallback(page);
  await page.context().close();
});

test('attributes with wrong values give the defaults and one warning each', async () => {
  server.reset();
  const {page, witness} = await openPage(browser);
  await page.goto(`${server.origin}/attributes`);
  await ready(page);
  await new PageVisitor(page).rush();
  const warnings = witness.console.filter((line) => line.startsWith('warning'));
  assert.equal(new Set(warnings).size, warnings.length, warnings.join('\n'));
  assert.ok(warnings.length >= 3, warnings.join('\n'));
  await page.context().close();
});

test('a page that goes offline before the pack arrives recovers when it is online', async () => {
  server.reset();
  const {page} = await openPage(browser);
  await page.route('**/pakket.json', (route) => route.abort('internetdisconnected'));
  await page.goto(`${server.origin}/own`);
  assert.equal((await waitForEvent(page, 'mz-fout'))['code'], 'pakket-onbereikbaar');
  await assertCalm(page);
  await page.unroute('**/pakket.json');
  await page.locator(TAG).locator('[data-knop="probeer"]').click();
  await ready(page);
  await page.context().close();
});

test('a slow pack leaves the fallback on show until the first question is operable', async () => {
  server.reset();
  server.setFault(`${PACK}pakket.json`, {kind: 'slow', ms: 700});
  const {page} = await openPage(browser);
  await page.goto(`${server.origin}/own`);
  await page.waitForFunction((tag) => customElements.get(tag), TAG);
  await assertFallback(page);
  await ready(page);
  assert.equal(await page.getByText(FALLBACK).isVisible(), false);
  await page.context().close();
});

for (const [what, file] of [
  ['core', () => report().core],
  ['widget', () => report().widgets['herken-je-jezelf']!],
] as const) {
  for (const fault of [{kind: 'status', status: 404}, {kind: 'type', type: 'text/html'}, {kind: 'cut'}, {kind: 'drop'}] as Fault[]) {
    test(`when the ${what} chunk cannot be had (${fault.kind}), the fallback stays, and the loader tries again`, async () => {
      server.reset();
      server.setFault(`/mantelzorg/${file()}`, fault);
      const {page, witness} = await openPage(browser);
      await page.goto(`${server.origin}/basis`);
      assert.deepEqual(await waitForEvent(page, 'mz-fout'), {widget: 'herken-je-jezelf', code: 'deel-onbereikbaar'});
      await assertFallback(page);
      server.setFault(`/mantelzorg/${file()}`, undefined);
      await page.evaluate(() => dispatchEvent(new Event('online')));
      await ready(page);
      await new PageVisitor(page).rush();
      assert.deepEqual(witness.violations, []);
      assert.equal((await witness.events()).filter((event) => event.type === 'mz-fout').length, 1);
      await page.context().close();
    });
  }
}

test('a loader that cannot be had leaves the page as it was', async () => {
  server.reset();
  server.setFault('/mantelzorg/mantelzorg-widgets.js', {kind: 'status', status: 404});
  const {page} = await openPage(browser);
  await page.goto(`${server.origin}/basis`);
  await assertFallback(page);
  await page.context().close();
});

test('results that cannot be fetched can be asked for again', async () => {
  server.reset();
  const support = PACK + supportOf('voorbeeld-gemeente');
  server.setFault(support, {kind: 'status', status: 500});
  const {page} = await openPage(browser);
  await page.goto(`${server.origin}/own`);
  await ready(page);
  const visitor = new PageVisitor(page);
  await visitor.rush();
  await visitor.hook('[data-contact]').first().waitFor();
  await visitor.hook('[data-knop="probeer"]:visible').first().waitFor();
  server.setFault(support, undefined);
  await visitor.hook('[data-knop="probeer"]:visible').first().click();
  await visitor.hook('[data-steun]').first().waitFor();
  await page.context().close();
});

test('the quiz works in a sandboxed frame that has no origin and no storage', async () => {
  server.reset();
  const {page, witness} = await openPage(browser);
  await page.goto(`${server.origin}/frame`);
  const frame = page.frames().find((one) => one.url().endsWith('/framed'))!;
  await frame.locator(TAG).locator('[data-stap] [data-antwoord]').first().click();
  const step = await frame.locator(TAG).locator('[data-stap]').getAttribute('data-stap');
  await frame.locator(TAG).locator('[data-knop="verder"]').first().click();
  await frame.locator(TAG).locator(`[data-stap]:not([data-stap="${step}"])`).waitFor();
  assert.deepEqual(witness.violations, []);
  await page.context().close();
});

test('denied storage changes nothing', async () => {
  server.reset();
  const {page, witness} = await openPage(browser);
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
      Object.defineProperty(globalThis, name, {get: () => { throw new DOMException('denied', 'SecurityError'); }});
    }
  });
  await page.goto(`${server.origin}/own`);
  await ready(page);
  await new PageVisitor(page).rush();
  assert.deepEqual(witness.console, []);
  await page.context().close();
});
