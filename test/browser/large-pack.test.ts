import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, test} from 'node:test';
import type {Browser} from 'playwright-core';
import {packParts} from '../../src/flows/compiler/pack-parts.js';
import {axeProblems} from '../support/axe.js';
import {makeOffers} from '../support/offers.js';
import {compileContent} from '../support/packs.js';
import {LOADER, MOUNTS, documentWith, launch, openPage, ready, serve, type Server} from '../support/page.js';
import {PageVisitor} from '../support/visitor.js';

/** A plan over a pack of the whole country: offers of the neighbourhood come once somebody says where they live. */
const PACK = 'pakket="/pack/pakket.json"';
const GUIDE = 'mz-gesprek';
const TAG = `<${GUIDE} gesprek="respijtzoeker" ${PACK}></${GUIDE}>`;

let folder: string;
let browser: Browser;
let server: Server;
before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'mantelzorg-'));
  mkdirSync(folder, {recursive: true});
  const pack = await compileContent('voorbeeld-gemeente');
  pack.offers = makeOffers(4_000, {seed: 4}).map((offer) => ({offer, ...(offer.area.includes('nederland') ? {} : {box: [offer.lat!, offer.lon!, offer.lat!, offer.lon!] as const})}));
  const files = await packParts(pack, (bytes) => Promise.resolve(new Uint8Array(createHash('sha256').update(bytes).digest())), {taught: false});
  assert.ok(files.filter(({path: file}) => file.startsWith('shard.')).length > 5);
  for (const {path: file, bytes} of files) writeFileSync(path.join(folder, file), bytes);
  browser = await launch();
  server = await serve({
    mounts: {...MOUNTS, '/pack/': `${folder}/`},
    pages: {
      '/plan': documentWith(LOADER + TAG),
      '/samen': documentWith(`${LOADER}${TAG}<mz-respijtzoeker ${PACK}></mz-respijtzoeker>`),
    },
  });
});
after(async () => {
  await browser.close();
  await server.close();
  rmSync(folder, {recursive: true, force: true});
});

async function toPlan(address: string, {width = 1280, tags = 1} = {}) {
  const {page, witness} = await openPage(browser, {viewport: {width, height: 800}});
  await page.goto(server.origin + address);
  await ready(page, tags);
  const visitor = new PageVisitor(page, GUIDE);
  for (let step = 0; step < 20 && !(await visitor.atEnd()); step++) await visitor.answer(0);
  await visitor.hook('[data-steun]').first().waitFor();
  return {page, witness, visitor};
}

const shardsAsked = (requests: readonly string[]) => requests.filter((url) => url.includes('/pack/shard.')).length;
const offersIn = (visitor: PageVisitor) => visitor.hook('[data-steun] [data-aanbod]').allTextContents();

for (const width of [320, 1280]) {
  test(`a plan asks where somebody lives, and then shows what is there, for a few shards, at ${width} px`, async () => {
    const {page, witness, visitor} = await toPlan('/plan', {width});
    const near = visitor.hook('[data-dichtbij]');
    await near.waitFor();
    assert.match((await near.textContent())!, /Zeg waar je woont/);
    assert.ok(!(await offersIn(visitor)).some((text) => text.includes('Eindhoven')));
    const before = shardsAsked(witness.requests);
    assert.ok(!witness.requests.some((url) => url.includes('/engine-')), 'nobody asked for a place yet');
    await near.locator('[data-invoer=plaats]').fill('Eindhovn');
    await near.locator('[data-invoer=plaats]').press('Enter');
    await near.locator('[data-knop=kies]').first().waitFor();
    assert.deepEqual((await axeProblems(page)).filter((one) => !one.startsWith('region')), []);
    await near.locator('[data-knop=kies]', {hasText: 'Eindhoven'}).first().click();
    await visitor.hook('[data-steun] [data-aanbod]').filter({hasText: 'Eindhoven'}).first().waitFor();
    assert.match((await near.textContent())!, /rond Eindhoven/);
    assert.ok((await offersIn(visitor)).some((text) => text.includes('Eindhoven')));
    const after = shardsAsked(witness.requests) - before;
    assert.ok(after >= 1 && after <= 3, `${after} shards`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `${wide} px too wide`);
    await near.locator('[data-knop=wijzig]').click();
    await near.locator('[data-invoer=plaats]').fill('xyzzyqq');
    await near.locator('[data-knop=zoek]').click();
    await page.waitForFunction((tag) => document.querySelector(tag)!.shadowRoot!.querySelector('[data-dichtbij]')!.textContent.includes('We kennen de plaats'), GUIDE);
    assert.deepEqual(witness.violations, []);
    assert.deepEqual(witness.console, []);
    assert.deepEqual(witness.foreign, []);
    assert.deepEqual(await witness.stored(), []);
    await page.context().close();
  });
}

test('a place told to the finder counts in the plan, and wiping forgets it in both', async () => {
  const {page, witness, visitor} = await toPlan('/samen', {tags: 2});
  const finder = page.locator('mz-respijtzoeker');
  await finder.locator('[data-invoer=plaats]').fill('Eindhoven');
  await finder.locator('[data-knop=zoek]').first().click();
  await finder.locator('[data-aanbod]').first().waitFor();
  // The plan draws again at whatever its visitor does next.
  await visitor.hook('[data-steun] [aria-expanded=false]').first().click();
  await page.waitForFunction((tag) => [...document.querySelector(tag)!.shadowRoot!.querySelectorAll('[data-steun] [data-aanbod]')].some((one) => one.textContent.includes('Eindhoven')), GUIDE);
  assert.match((await visitor.hook('[data-dichtbij]').textContent())!, /rond Eindhoven/);
  await finder.locator('[data-knop=wis]').click();
  await visitor.hook('[data-antwoord]').first().waitFor();
  assert.equal(await finder.locator('[data-invoer=plaats]').inputValue(), '');
  for (let step = 0; step < 20 && !(await visitor.atEnd()); step++) await visitor.answer(0);
  await visitor.hook('[data-dichtbij] [data-invoer=plaats]').waitFor();
  assert.deepEqual(witness.console, []);
  await page.context().close();
});

test('shards that cannot be had leave the plan as it was', async () => {
  const {page, visitor} = await toPlan('/plan');
  const near = visitor.hook('[data-dichtbij]');
  await near.waitFor();
  await page.route(/\/pack\/shard\./, (route) => route.abort());
  const before = await offersIn(visitor);
  await near.locator('[data-invoer=plaats]').fill('Eindhoven');
  await near.locator('[data-knop=zoek]').click();
  await page.waitForFunction((tag) => document.querySelector(tag)!.shadowRoot!.querySelector('[data-dichtbij]')!.textContent.includes('rond Eindhoven'), GUIDE);
  assert.ok((await visitor.hook('[data-steun]').count()) > 0);
  assert.ok((await offersIn(visitor)).length <= before.length);
  await page.context().close();
});
