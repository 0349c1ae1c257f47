import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {zipSync} from 'fflate';
import type {Browser, Page} from 'playwright-core';
import {readZip, writeZip} from '../../src/workbench/zip.js';
import {axeProblems} from '../support/axe.js';
import {TODAY} from '../support/packs.js';
import {ROOT, launch, openPage, serve, type Server, type Witness} from '../support/page.js';
import {PageVisitor} from '../support/visitor.js';

/** The playground as `npm start` serves it: everything that an editor without Node does. */
const TAG = 'mz-herken-je-jezelf';
const FLOW = 'gesprekken/herken-je-jezelf.md';
const EXAMPLE = path.join(ROOT, 'content/voorbeeld-gemeente');

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

interface Opened {
  page: Page;
  witness: Witness;
  visitor: PageVisitor;
  /** How many requests loading took; after that there are none. */
  loaded: number;
}

async function open(width = 1280): Promise<Opened> {
  const {page, witness} = await openPage(browser, {viewport: {width, height: 900}});
  await page.clock.setFixedTime(new Date(`${TODAY}T12:00:00`));
  await page.goto(`${server.origin}/proeftuin/`);
  const visitor = new PageVisitor(page, `.wb-podium ${TAG}`);
  await verdict(page, /Alles klopt/);
  return {page, witness, visitor, loaded: witness.requests.length};
}

/** Nothing broke, nothing was sent anywhere after loading, nothing was kept. */
async function close({page, witness, loaded}: Opened): Promise<void> {
  assert.deepEqual(witness.violations, []);
  assert.deepEqual(witness.console, []);
  assert.deepEqual(witness.foreign, []);
  assert.deepEqual(witness.requests.slice(loaded), []);
  assert.deepEqual(await witness.stored(), []);
  await page.context().close();
}

const verdict = (page: Page, text: RegExp) => page.locator('.wb-oordeel [role=status]', {hasText: text}).waitFor({state: 'attached'});
const told = (page: Page, text: RegExp) => page.locator('.pt-melding', {hasText: text}).waitFor();

/** Types at the end of the text. Pieces at a time: Enter goes on with a list by itself. */
async function write(page: Page, text: string): Promise<void> {
  await page.locator('.cm-content').focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText(text);
}

/** Replaces all text of the file that is shown. */
async function rewrite(page: Page, text: string): Promise<void> {
  await page.locator('.cm-content').focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
}

async function saved(page: Page, button: string): Promise<{name: string; bytes: Uint8Array}> {
  // What goes to the site waits for the chat to learn.
  const [download] = await Promise.all([page.waitForEvent('download', {timeout: 120_000}), page.locator(`[data-daad=${button}]`).click()]);
  return {name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path()))};
}

async function openZip(page: Page, bytes: Uint8Array, name = 'pakket.zip'): Promise<void> {
  await page.locator('[data-daad=openen]').click();
  await page.locator('[data-open=zip]').setInputFiles({name, mimeType: 'application/zip', buffer: Buffer.from(bytes)});
}

test('an edit changes the widget, leaves the visitor where they were, and is sent nowhere', async () => {
  const opened = await open();
  const {page, visitor} = opened;
  await visitor.answer();
  const step = await visitor.step();
  const question = await visitor.question();
  await write(page, `\n\n## ${question} Echt {#${step}}\n\n\`aanvulling\`\n\nEen zin erbij.\n`);
  await page.locator(`.wb-podium ${TAG}`, {hasText: 'Een zin erbij.'}).waitFor();
  assert.equal(await visitor.step(), step);
  await close(opened);
});

test('a mistake is told, marked in the text and announced, and choosing it leads to its line', async () => {
  const opened = await open();
  const {page} = opened;
  await write(page, '\n\n## Nieuw {#nieuw}\n\n- [Ja](#nergens-heen)\n');
  const problem = page.locator('[data-probleem="koppeling/onbekend"]');
  await problem.waitFor();
  await verdict(page, /^\d+ fout/);
  await page.locator('.cm-lintRange-error').first().waitFor();
  await page.locator('[data-bestand="pakket.md"]').first().click();
  await page.locator('.cm-line', {hasText: 'id: voorbeeld-gemeente'}).waitFor();
  await problem.getByRole('button').focus();
  await page.keyboard.press('Enter');
  const line = page.locator('.cm-activeLine', {hasText: 'nergens-heen'});
  await line.waitFor();
  assert.ok(await page.locator('.cm-editor.cm-focused').count(), 'the keyboard is in the text');
  assert.deepEqual(await axeProblems(page), []);
  await page.locator('[data-daad=site]').click();
  await told(page, /Los eerst de fouten op/);
  await close(opened);
});

test('what goes to the site is what bouw makes, byte for byte', async () => {
  const opened = await open();
  // Made by the command, for the pages of the site.
  const folder = path.join(ROOT, 'dist/packs/voorbeeld-gemeente');
  const {name, bytes} = await saved(opened.page, 'site');
  assert.equal(name, 'voorbeeld-gemeente-voor-de-site.zip');
  const files = new Map(readZip(bytes).map((file) => [file.path, Buffer.from(file.bytes)]));
  assert.deepEqual([...files.keys()].sort(), readdirSync(folder).map((file) => `pakket/${file}`).sort());
  for (const file of readdirSync(folder)) assert.ok(files.get(`pakket/${file}`)!.equals(readFileSync(path.join(folder, file))), file);
  await close(opened);
});

test('a pack that is saved as a zip opens again as it was left, with what was not touched byte for byte', async () => {
  const opened = await open();
  const {page} = opened;
  await write(page, '<!-- Een notitie -->');
  const {name, bytes} = await saved(page, 'zip');
  assert.equal(name, 'voorbeeld-gemeente.zip');
  const files = new Map(readZip(bytes).map((file) => [file.path, Buffer.from(file.bytes)]));
  const text = readFileSync(path.join(EXAMPLE, FLOW), 'utf8');
  assert.equal(files.get(`voorbeeld-gemeente/${FLOW}`)!.toString(), `${text}<!-- Een notitie -->`);
  for (const file of ['pakket.md', 'feiten.md', 'steun/steunpunt.md']) assert.ok(files.get(`voorbeeld-gemeente/${file}`)!.equals(readFileSync(path.join(EXAMPLE, file))), file);
  await page.locator('[data-bestand="pakket.md"]').first().click();
  await openZip(page, bytes);
  await told(page, /«voorbeeld-gemeente» is open/);
  await page.locator(`[data-bestand="${FLOW}"]`).first().click();
  await page.locator('.cm-content').focus();
  await page.keyboard.press('Control+End');
  await page.locator('.cm-activeLine').waitFor();
  assert.deepEqual(readZip((await saved(page, 'zip')).bytes), readZip(bytes));
  await close(opened);
});

test('zips that are broken, swell, lead outside or hold no pack are told, and what was open stays open', async () => {
  const opened = await open();
  const {page} = opened;
  const bytes = (text: string) => new TextEncoder().encode(text);
  const cases: [Uint8Array, RegExp][] = [
    [bytes('# Geen zip'), /geen zip/],
    [zipSync({'../weg.md': bytes('x')}), /onveilige naam/],
    [zipSync({'a/pakket.md': new Uint8Array(70_000_000)}), /groter dan 60 MB/],
    [zipSync({}), /Hier zit niets in/],
    [writeZip([{path: 'a/pakket.md', bytes: bytes('x')}]).slice(0, 60), /geen zip|beschadigd/],
  ];
  for (const [zip, message] of cases) {
    await openZip(page, zip);
    await told(page, message);
    assert.match(await page.locator('h1').innerText(), /voorbeeld-gemeente/);
  }
  await openZip(page, writeZip([{path: 'raar/pakket.md', bytes: Uint8Array.of(0, 255, 254)}, {path: 'raar/gesprekken/a.md', bytes: bytes('geen begin')}]));
  await page.locator('[data-probleem="pakket/onleesbaar"]').waitFor();
  await page.locator('[data-bestand="pakket.md"]').first().click();
  await page.getByText('Dit bestand is geen tekst').waitFor();
  await close(opened);
});

test('a new pack stands on the base pack, and files are added, renamed and taken away', async () => {
  const opened = await open();
  const {page} = opened;
  await page.locator('[data-daad=openen]').click();
  assert.deepEqual(await axeProblems(page), []);
  await page.locator('[name=organisatie]').fill('Gemeente Nergens');
  await page.locator('[name=contact]').fill('Loket');
  await page.locator('[name=telefoon]').fill('0123 456 789');
  await page.getByRole('button', {name: 'Maak het pakket'}).click();
  await page.locator('h1', {hasText: 'gemeente-nergens'}).waitFor();
  await verdict(page, /Alles klopt/);
  await page.locator('[data-lager=basis] summary').click();
  await page.locator('[data-lager=basis] [data-bestand="feiten.md"]').click();
  await page.getByText('alleen lezen', {exact: false}).first().waitFor();

  await page.locator('[data-daad=nieuw]').click();
  await page.locator('#naam input').fill('gesprekken/Mijn Gesprek.md');
  await page.keyboard.press('Enter');
  await page.locator('#naam-fout', {hasText: 'kleine letters'}).waitFor();
  await page.locator('#naam input').fill('gesprekken/mijn-gesprek.md');
  await page.keyboard.press('Enter');
  await page.locator('.wb-widget select').first().selectOption('mijn-gesprek');
  await page.locator('.wb-podium mz-gesprek [data-stap="begin"]').waitFor();
  await rewrite(page, '---\ntitel: Mijn gesprek\n---\n\n## Welkom {#welkom}\n\nDag.\n\n`toon contact`\n');
  await page.locator('.wb-podium mz-gesprek [data-stap="welkom"]').waitFor();

  await page.locator('[data-daad=naam]').click();
  await page.locator('#naam input').fill('gesprekken/ander.md');
  await page.keyboard.press('Enter');
  await page.locator('[data-bestand="gesprekken/ander.md"][aria-current]').waitFor();
  await page.locator('[data-daad=weg]').click();
  await page.getByRole('button', {name: 'Haal weg', exact: true}).last().click();
  await page.locator('[data-bestand="gesprekken/ander.md"]').waitFor({state: 'detached'});
  await verdict(page, /Alles klopt/);
  await close(opened);
});

test('on a narrow screen text, widget and findings each fit, and nothing scrolls sideways', async () => {
  const opened = await open(320);
  const {page} = opened;
  const fits = async () => assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0);
  for (const [name, inside] of [['Tekst', '.cm-content'], ['Widget', `.wb-podium ${TAG}`], ['Controle', '.wb-tabs']] as const) {
    await page.locator('.pt-keuze').getByRole('button', {name}).click();
    await page.locator(inside).waitFor();
    await fits();
    assert.deepEqual(await axeProblems(page), []);
  }
  await page.getByRole('tab', {name: 'Kaart'}).click();
  await page.locator('.wb-tekening').waitFor();
  await fits();
  await close(opened);
});

test('all of it works by keyboard: from the text to a problem, to its line, to the widget and to the picture', async () => {
  const opened = await open();
  const {page, visitor} = opened;
  await write(page, '\n\n## Hier komt niemand {#nergens}\n\n`toon contact`\n');
  const problem = page.locator('[data-probleem="stap/onbereikbaar"]');
  await problem.waitFor();
  await visitor.tabTo('[data-probleem] button');
  await page.keyboard.press('Enter');
  await page.locator('.cm-activeLine', {hasText: 'Hier komt niemand'}).waitFor();
  await visitor.tabTo('[role=tab]');
  await page.keyboard.press('ArrowRight');
  await page.locator('.wb-tekening').waitFor();
  await visitor.tabTo('[data-kaart-stap]');
  await page.keyboard.press('End');
  const target = await page.evaluate(() => document.activeElement!.getAttribute('data-kaart-stap'));
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  assert.ok(target);
  await visitor.tabTo('[data-antwoord] input');
  await page.keyboard.press('Space');
  await close(opened);
});
