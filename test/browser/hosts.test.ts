import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import type {Browser} from 'playwright-core';
import {launch, openPage, ready, serve, type Server, type Witness} from '../support/page.js';
import {PageVisitor} from '../support/visitor.js';

let browser: Browser;
let server: Server;
before(async () => {
  browser = await launch();
  server = await serve();
});
after(async () => {
  await browser.close();
  await server.close();
});

/** jQuery 1.12 tries an inline handler while it starts: the club's own violation, not ours. */
const ours = (lines: string[]) => lines.filter((line) => !line.includes('/vendor/jquery/'));

const KEYS: Record<string, string[]> = {
  'mz-klaar': ['widget'],
  'mz-stap': ['gesprek', 'nummer', 'widget'],
  'mz-uitslag': ['gesprek', 'widget'],
};

async function assertQuiet(witness: Witness, address: string) {
  assert.deepEqual(ours(witness.violations), []);
  assert.deepEqual(ours(witness.console), []);
  assert.deepEqual(witness.foreign, []);
  assert.deepEqual(await witness.stored(), []);
  for (const url of witness.requests) assert.equal(new URL(url).search, '', url);
  for (const {type, detail} of await witness.events()) {
    assert.deepEqual(Object.keys(detail).sort(), KEYS[type], type);
    assert.equal(detail['widget'], 'herken-je-jezelf');
    if (type !== 'mz-klaar') assert.equal(detail['gesprek'], 'herken-je-jezelf');
  }
  assert.deepEqual(server.reports.filter((report) => !report['source-file']?.includes('/vendor/jquery/')), [], address);
}

for (const host of ['gemeente', 'ziekenhuis', 'sportclub']) {
  for (const width of [320, 1280]) {
    for (const by of ['mouse', 'keyboard'] as const) {
      test(`the quiz on the ${host} page goes to a result by ${by} at ${width} px, and the page stays quiet`, async () => {
        server.reset();
        // Once with all that moves.
        const {page, witness} = await openPage(browser, {viewport: {width, height: 800}, reducedMotion: by === 'mouse' && width > 320 ? 'no-preference' : 'reduce'});
        await page.goto(`${server.origin}/${host}/`);
        await ready(page);
        const address = page.url();
        const visitor = new PageVisitor(page);
        const fits = async () => {
          const {wide, hit} = await page.evaluate(() => ({wide: document.documentElement.scrollWidth, hit: innerWidth}));
          assert.ok(wide <= hit, `${await visitor.step()}: ${wide} px wide in ${hit}`);
        };
        const seen = await visitor.walk(() => (by === 'mouse' ? visitor.answer() : visitor.answerByKeyboard()), fits);
        assert.ok(seen.length >= 4, seen.join(' → '));
        assert.equal(new Set(seen).size, seen.length, 'no step twice');
        assert.equal((await witness.events()).filter((event) => event.type === 'mz-uitslag').length, 1);
        await visitor.hook('[data-contact]').first().waitFor();
        assert.equal(page.url(), address);
        await assertQuiet(witness, address);
        await page.context().close();
      });
    }
  }
}

for (const host of ['gemeente', 'ziekenhuis', 'sportclub']) {
  test(`every answer of the first question on the ${host} page leads to an end with a person to contact`, async () => {
    const {page, witness} = await openPage(browser);
    const {origin} = server;
    await page.goto(`${origin}/${host}/`);
    await ready(page);
    const visitor = new PageVisitor(page);
    const count = await visitor.hook('[data-antwoord]').count();
    assert.ok(count > 1);
    for (let first = 0; first < count; first++) {
      if (first > 0) await visitor.moving(() => visitor.widget.evaluate((widget) => (widget as HTMLElement & {restart(): void}).restart()));
      await visitor.rush([first, ...Array.from({length: 40}, (_, n) => (n + 2) % 3)]);
      await visitor.hook('[data-contact]').first().waitFor();
    }
    assert.deepEqual(ours(witness.violations), []);
    assert.deepEqual(witness.foreign, []);
    await page.context().close();
  });
}

test('without scripts the page shows what stands inside the tag', async () => {
  const {page} = await openPage(browser, {javaScriptEnabled: false});
  await page.goto(`${server.origin}/gemeente/`);
  assert.ok(await page.getByText('Vragen? Bel het Steunpunt Lindewaard').isVisible());
  await page.context().close();
});
