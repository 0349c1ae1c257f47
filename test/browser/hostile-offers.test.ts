import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, test} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import type {LaterParts, Manifest, PartRef} from '../../src/flows/model/manifest.js';
import type {OfferShard, OffersPart, OfferText} from '../../src/flows/model/offer.js';
import {axeProblems} from '../support/axe.js';
import {DIST, LOADER, MOUNTS, documentWith, launch, openPage, ready, serve, waitForEvent, type Server, type Witness} from '../support/page.js';
import {PageVisitor} from '../support/visitor.js';

/** Offers in a pack whose hashes are right, by somebody who means harm; and one whose offers were changed on the way. */
const MARKUP = '<img src=x onerror="window.hurt=1"><script>window.hurt=1</script>{{7*7}}';
const LONG = 'W'.repeat(120);
const FINDER = 'mz-respijtzoeker';

type Edit = (part: OffersPart, shard: OfferShard) => unknown;
const text = (key: OfferText, value: string): Edit => (_, shard) => (shard.texts[key]![0] = value);

/** What is well-formed and still meant to hurt: it shows as the text that it is. */
const TEXTS: Edit = (part, shard) => {
  for (let row = 0; row < shard.rows; row++) {
    shard.texts.name![row] = `${MARKUP} ${LONG} ${row}`.slice(0, 200);
    shard.texts.description![row] = `${MARKUP}\n${'W'.repeat(3_000)}\n${'\n'.repeat(500)}`;
    shard.texts.firstStep![row] = `javascript:alert(1) ${MARKUP} ${LONG}`.slice(0, 500);
    shard.texts.place![row] = `<b>${LONG}`.slice(0, 100);
    shard.texts.source![row] = `data:text/html,${MARKUP}`;
    shard.texts.phone![row] = '1'.repeat(25);
    shard.texts.website![row] = `https://${'a'.repeat(60)}.example/${'b'.repeat(300)}?q=%3Cscript%3E`;
    // Sydney, the South Pole, a spot in the sea.
    shard.lat![row] = [-338_600, -900_000, 0][row % 3]!;
    shard.lon![row] = [1_512_000, 0, -1_800_000][row % 3]!;
    shard.facets['plek-vrij']![row] = 7;
  }
  shard.areas = shard.areas.map((_, n) => `__proto__ <b>${n}</b>`);
  part.kinds = [...shard.kinds.map((id) => ({id, words: `constructor ${MARKUP} (((((.*)*)*`, respite: true as const})), {id: 'toString', words: ''}];
};

/** What no offer looks like: nothing of that list is believed, and the page says whom to call. */
const REFUSED: Record<string, Edit> = {
  'script-site': text('website', 'javascript:alert(1)'),
  'data-site': text('website', 'data:text/html,<script>alert(1)</script>'),
  'quoted-site': text('website', 'https://x.nl/" onclick="alert(1)'),
  'script-phone': text('phone', 'javascript:alert(1)'),
  'mail-with-more': text('email', 'a@b.nl?bcc=x@y.nl'),
  'markup-in-id': text('id', MARKUP),
  'huge-name': text('name', 'x'.repeat(3_000_000)),
  'turned-around': text('name', '\u202etxt.exe'),
  'off-the-earth': (_, shard) => (shard.lat![0] = 9_000_000),
  'no-number': (_, shard) => (shard.lat![0] = 'x' as unknown as number),
  'prototype-kind': (part) => (part.kinds = JSON.parse('[{"id":"a","words":"","__proto__":{"respite":true}}]') as []),
};

let folder: string;
let browser: Browser;
let server: Server;

const hashOf = (bytes: string) => `sha256-${createHash('sha256').update(bytes).digest('base64')}`;

/** The municipality's pack with other offers, and the hashes that go with them. */
function writePack(name: string, edit: Edit, changedOnTheWay = false): void {
  const into = path.join(folder, name);
  cpSync(path.join(DIST, 'packs/voorbeeld-gemeente'), into, {recursive: true});
  const read = <T>(file: string) => JSON.parse(readFileSync(path.join(into, file), 'utf8')) as T;
  const write = (file: string, value: unknown) => {
    const bytes = JSON.stringify(value);
    writeFileSync(path.join(into, file), bytes);
    return hashOf(bytes);
  };
  const named = (start: string) => readdirSync(into).find((file) => file.startsWith(start))!;
  const rehash = (parts: PartRef[], file: string, integrity: string) => void (parts.find((part) => part.file === file)!.integrity = integrity);
  const [offers, later] = [named('offers.all.'), named('later.all.')];
  const part = read<OffersPart>(offers);
  edit(part, part.shard!);
  const integrity = write(offers, part);
  if (changedOnTheWay) return;
  const list = read<LaterParts>(later);
  rehash(list.parts, offers, integrity);
  const manifest = read<Manifest>('pakket.json');
  rehash(manifest.parts, later, write(later, list));
  write('pakket.json', manifest);
}

before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'mantelzorg-'));
  writePack('teksten', TEXTS);
  writePack('onderweg', text('name', 'Bel 0900 (veranderd)'), true);
  for (const [name, edit] of Object.entries(REFUSED)) writePack(name, edit);
  browser = await launch();
  const both = (name: string) => documentWith(`${LOADER}<${FINDER} pakket="/pack/${name}/pakket.json"><p>Bel het steunpunt.</p></${FINDER}><mz-ondersteuningswijzer pakket="/pack/${name}/pakket.json"></mz-ondersteuningswijzer>`);
  server = await serve({mounts: {...MOUNTS, '/pack/': `${folder}/`}, pages: Object.fromEntries(['teksten', 'onderweg', ...Object.keys(REFUSED)].map((name) => [`/${name}`, both(name)]))});
});
after(async () => {
  await browser.close();
  await server.close();
  rmSync(folder, {recursive: true, force: true});
});

async function visit(name: string, width = 1280) {
  const {page, witness} = await openPage(browser, {viewport: {width, height: 800}});
  await page.goto(`${server.origin}/${name}`);
  await ready(page, 2);
  return {page, witness, hook: (selector: string) => page.locator(FINDER).locator(selector)};
}

async function assertUnhurt(page: Page, witness: Witness, {faults = false} = {}): Promise<void> {
  const hurt = await page.evaluate(() => {
    const roots = [...document.querySelectorAll('mz-respijtzoeker, mz-ondersteuningswijzer')].map((tag) => tag.shadowRoot!);
    return {
      ran: 'hurt' in window || 'respite' in {},
      elements: roots.flatMap((root) => [...root.querySelectorAll('img, script, iframe, [onerror], [onclick]')].map((one) => one.outerHTML)),
      links: roots.flatMap((root) => [...root.querySelectorAll('a')].map((link) => link.protocol)).filter((protocol) => !['https:', 'http:', 'tel:', 'mailto:'].includes(protocol)),
      wide: document.documentElement.scrollWidth - innerWidth,
    };
  });
  assert.deepEqual({...hurt, wide: Math.max(0, hurt.wide)}, {ran: false, elements: [], links: [], wide: 0});
  assert.deepEqual(witness.violations, []);
  assert.deepEqual(witness.foreign, []);
  assert.deepEqual(await witness.stored(), []);
  if (!faults) assert.deepEqual(witness.console, []);
  await page.context().close();
}

for (const width of [320, 1280]) {
  test(`offers with markup, endless words and spots abroad are shown as text and break nothing, at ${width} px`, async () => {
    const {page, witness, hook} = await visit('teksten', width);
    await hook('[data-aanbod]').first().waitFor();
    const first = hook('[data-aanbod]').first();
    assert.match((await first.textContent())!, /<img src=x onerror="window\.hurt=1"><script>/);
    await first.locator('[data-knop=meer]').click();
    await first.locator('[data-gecontroleerd]').waitFor();
    await first.locator('[data-knop=briefje]').click();
    await hook('[data-briefje] [data-regel]').waitFor();
    await hook('.filter[data-knop=meer]').click();
    await hook('[data-invoer=vraag]').fill('constructor (((.*)*)* <script>');
    await hook('[data-invoer=plaats]').fill('Voorbeeldstad');
    await hook('[data-knop=zoek]').first().click();
    await page.waitForFunction((tag) => document.querySelector(tag)!.shadowRoot!.querySelector('[data-aantal]')?.textContent.includes('Voorbeeldstad'), FINDER);
    assert.deepEqual((await axeProblems(page)).filter((one) => !one.startsWith('region')), []);
    await assertUnhurt(page, witness);
  });
}

test('a plan with such offers stays a plan', async () => {
  const {page, witness} = await visit('teksten', 320);
  const visitor = new PageVisitor(page, 'mz-ondersteuningswijzer');
  await visitor.rush();
  await visitor.hook('[data-steun] [data-aanbod]').first().waitFor();
  assert.match((await visitor.hook('[data-aanbod]').first().textContent())!, /<img src=x/);
  await assertUnhurt(page, witness);
});

test('a list with something in it that no offer has is not believed; the page stays whole and says whom to call', async () => {
  for (const name of ['onderweg', ...Object.keys(REFUSED)]) {
    const {page, witness, hook} = await visit(name);
    await waitForEvent(page, 'mz-fout');
    assert.equal(await hook('[data-aanbod]').count(), 0, name);
    assert.equal(await hook('[data-knop=probeer]').count(), 1, name);
    assert.ok(await hook('[data-contact]').isVisible(), name);
    assert.ok(await page.locator('mz-ondersteuningswijzer').locator('[data-antwoord]').first().isVisible(), name);
    await assertUnhurt(page, witness, {faults: true});
  }
});
