import assert from 'node:assert/strict';
import {cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, test} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {startPreview} from '../../src/cli/preview.js';
import type {PreviewServer} from '../../src/cli/preview-server.js';
import {axeProblems} from '../support/axe.js';
import {TODAY} from '../support/packs.js';
import {ROOT, launch, openPage, type Witness} from '../support/page.js';
import {PageVisitor} from '../support/visitor.js';

/** The page of `mantelzorg bekijk`, on a copy of a pack that these tests edit. */
const TAG = 'mz-herken-je-jezelf';
const FLOW = 'gesprekken/herken-je-jezelf.md';

let folder: string;
let server: PreviewServer;
let browser: Browser;

before(async () => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'mantelzorg-')), 'proef');
  browser = await launch();
});
after(async () => {
  await browser.close();
  await server.close();
  rmSync(path.dirname(folder), {recursive: true, force: true});
});

async function open(): Promise<{page: Page; witness: Witness; visitor: PageVisitor}> {
  rmSync(folder, {recursive: true, force: true});
  cpSync(path.join(ROOT, 'content/basis'), folder, {recursive: true});
  server ??= await startPreview(folder, {port: 0, today: TODAY}, {today: TODAY});
  const {page, witness} = await openPage(browser);
  await page.goto(server.address);
  const visitor = new PageVisitor(page, `.wb-podium ${TAG}`);
  await visitor.hook('[data-stap]').waitFor();
  return {page, witness, visitor};
}

/** Nothing broke, nobody else was asked, nothing was kept. */
async function close(page: Page, witness: Witness): Promise<void> {
  assert.deepEqual(witness.violations, []);
  assert.deepEqual(witness.console, []);
  assert.deepEqual(witness.foreign, []);
  assert.deepEqual(await witness.stored(), []);
  await page.context().close();
}

/** Saves as editors do: beside the file, and then over it. */
function save(edit: (text: string) => string): void {
  const file = path.join(folder, FLOW);
  writeFileSync(`${file}~.tmp`, edit(readFileSync(file, 'utf8')));
  renameSync(`${file}~.tmp`, file);
}

const verdict = (page: Page, text: RegExp) => page.locator('[role=status]', {hasText: text}).first().waitFor();

test('a save changes the widget and leaves the visitor where they were', async () => {
  const {page, witness, visitor} = await open();
  const first = await visitor.step();
  await visitor.answer();
  const step = await visitor.step();
  assert.notEqual(step, first);
  const question = await visitor.question();
  save((text) => text.replace(`## ${question}`, `## ${question} Echt`));
  await page.locator(`.wb-podium ${TAG} #kop`, {hasText: 'Echt'}).waitFor();
  assert.equal(await visitor.step(), step);
  assert.equal(await page.locator('.wb-podium > :visible').count(), 1);
  await close(page, witness);
});

test('a mistake is told with its rule and its lines, while the widget keeps running what was right', async () => {
  const {page, witness, visitor} = await open();
  const question = await visitor.question();
  save((text) => text.replace(/\]\(#(\w+)\)/, '](#bestaatniet)'));
  const problem = page.locator('[data-probleem="koppeling/onbekend"]').first();
  await problem.waitFor();
  await verdict(page, /^\d+ fout/);
  assert.equal(await visitor.question(), question);
  await problem.getByRole('button').click();
  assert.match(await problem.locator('mark').innerText(), /bestaatniet/);
  assert.deepEqual(await axeProblems(page), []);
  save((text) => text.replace('#bestaatniet', '#taken'));
  await problem.waitFor({state: 'detached'});
  await close(page, witness);
});

test('a problem that only the proof finds is told too', async () => {
  const {page, witness} = await open();
  save((text) => `${text}\n## Hier komt niemand {#nergens}\n\n\`toon contact\`\n`);
  await page.locator('[data-probleem="stap/onbereikbaar"]').waitFor();
  await close(page, witness);
});

test('the folder may go and come back', async () => {
  const {page, witness, visitor} = await open();
  const away = `${folder}-weg`;
  renameSync(folder, away);
  await page.getByRole('alert').filter({hasText: 'bestaat niet'}).waitFor();
  assert.ok(await visitor.question(), 'the last version stays');
  renameSync(away, folder);
  await page.getByRole('alert').waitFor({state: 'detached'});
  await close(page, witness);
});

test('a step on the picture, reached by keyboard, brings the widget there by a way that exists', async () => {
  const {page, witness, visitor} = await open();
  const start = await visitor.step();
  await page.getByRole('tab', {name: 'Kaart'}).click();
  const lit = page.locator('.wb-stap.hier');
  assert.equal(await lit.getAttribute('data-kaart-stap'), start);
  await lit.focus();
  for (let presses = 0; presses < 4; presses++) await page.keyboard.press('ArrowDown');
  const target = await page.evaluate(() => document.activeElement!.getAttribute('data-kaart-stap'));
  assert.notEqual(target, start);
  await page.keyboard.press('Enter');
  await page.locator(`.wb-podium ${TAG} [data-stap="${target}"]`).waitFor();
  await page.locator(`.wb-stap.hier[data-kaart-stap="${target}"]`).waitFor();
  assert.deepEqual(await axeProblems(page), []);
  await close(page, witness);
});

test('every screen can be walked through, and languages and facts are listed', async () => {
  const {page, witness, visitor} = await open();
  await page.locator('[data-schermen=begin]').click();
  await page.getByText(/^Scherm 1 van \d+$/).waitFor();
  const total = Number(/van (\d+)/.exec(await page.locator('.wb-schermen label span').innerText())![1]);
  const steps = new Set<string | null>();
  for (let screen = 1; screen <= 8; screen++) {
    await page.getByText(`Scherm ${screen} van ${total}`, {exact: true}).waitFor();
    steps.add(await visitor.step());
    await page.locator('[data-schermen=verder]').click();
  }
  assert.ok(steps.size >= 3);
  // Screens that only an entrance leads to come last.
  await page.locator('.wb-schermen select').selectOption(String(total - 1));
  await page.getByText(`Scherm ${total} van ${total}`, {exact: true}).waitFor();
  assert.equal(await visitor.step(), 'jong');
  await page.locator('[data-schermen=verder]').click();
  await page.getByText(`Scherm 1 van ${total}`, {exact: true}).waitFor();
  await page.getByRole('tab', {name: 'Talen en feiten'}).click();
  assert.ok((await page.locator('[data-feit]').count()) > 10);
  assert.match(await page.locator('[data-taal=en]').innerText(), /Engels\s+\d+ van \d+ stappen/);
  assert.deepEqual(await axeProblems(page), []);
  await close(page, witness);
});

test('the finder over the offers is among what can be shown, follows the text, and gives way to a dialogue', async () => {
  const pack = path.join(mkdtempSync(path.join(tmpdir(), 'mantelzorg-')), 'gemeente');
  cpSync(path.join(ROOT, 'content/voorbeeld-gemeente'), pack, {recursive: true});
  cpSync(path.join(ROOT, 'content/basis'), path.join(path.dirname(pack), 'basis'), {recursive: true});
  const own = await startPreview(pack, {port: 0, today: TODAY}, {today: TODAY});
  try {
    const {page, witness} = await openPage(browser, {viewport: {width: 320, height: 800}});
    await page.goto(own.address);
    await page.locator(`.wb-podium ${TAG} [data-stap]`).waitFor();
    await page.getByLabel('Gesprek').selectOption({label: 'Zoeken in het aanbod'});
    const finder = page.locator('.wb-podium mz-respijtzoeker');
    await finder.locator('[data-aanbod]').first().waitFor();
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320);
    const name = (await finder.locator('[data-aanbod] .naam').first().innerText()).trim();
    const files = readdirSync(path.join(pack, 'aanbod')).map((file) => path.join(pack, 'aanbod', file));
    const file = files.find((one) => readFileSync(one, 'utf8').includes(name))!;
    writeFileSync(file, readFileSync(file, 'utf8').replace(name, 'Proefplek (verzonnen)'));
    await finder.locator('[data-aanbod]').filter({hasText: 'Proefplek'}).first().waitFor();
    await page.getByRole('tab', {name: 'Kaart'}).click();
    await page.locator('.wb-stap').nth(2).click();
    await page.locator('.wb-podium mz-gesprek [data-stap]').waitFor();
    assert.equal(await finder.count(), 0);
    await close(page, witness);
  } finally {
    await own.close();
    rmSync(path.dirname(pack), {recursive: true, force: true});
  }
});
