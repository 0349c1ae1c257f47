import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {LOADER, documentWith, launch, openPage, ready, serve, waitForEvent, type Server, type Witness} from '../support/page.js';
import {Talker} from '../support/talker.js';

const PACK = 'pakket="/mantelzorg/packs/voorbeeld-gemeente/pakket.json"';

let browser: Browser;
let server: Server;
before(async () => {
  browser = await launch();
  server = await serve({
    pages: {
      '/chat': documentWith(`${LOADER}<mz-chat ${PACK}><p>Bel het steunpunt.</p></mz-chat>`),
      '/los': documentWith(`<script type="module" src="/mantelzorg/chat.js"></script><mz-chat ${PACK}><p>Bel het steunpunt.</p></mz-chat>`),
      '/basis': documentWith(`${LOADER}<mz-chat><p>Bel het steunpunt.</p></mz-chat>`),
    },
  });
});
after(async () => {
  await browser.close();
  await server.close();
});

async function visit(path: string, width = 1280) {
  const {page, witness} = await openPage(browser, {viewport: {width, height: 700}});
  await page.goto(server.origin + path);
  await ready(page);
  return {page, witness, talker: new Talker(page)};
}

const ours = (lines: string[]) => lines.filter((line) => !line.includes('/vendor/jquery/'));

/** What was typed went nowhere: to no other origin, into no address, store or event. */
async function assertKept({page, witness}: {page: Page; witness: Witness}, secret: string) {
  assert.deepEqual(ours(witness.violations), []);
  assert.deepEqual(ours(witness.console), []);
  assert.deepEqual(witness.foreign, []);
  assert.deepEqual(await witness.stored(), []);
  assert.equal(new URL(page.url()).hash, '');
  const told = JSON.stringify([await witness.events(), witness.requests, page.url()]);
  assert.doesNotMatch(decodeURIComponent(told), new RegExp(secret, 'i'));
}

for (const path of ['/chat', '/los', '/basis']) {
  test(`answers a question with a card, takes along what was told, and keeps it here: ${path}`, async () => {
    const {page, witness, talker} = await visit(path);
    await talker.say('hoe vraag ik een parkeerkaart aan voor mijn moeder');
    assert.ok((await talker.steun()).includes('parkeren'), (await talker.steun()).join());
    await talker.moving(() => talker.hook('[data-bericht="1"] [data-knop=starter]').nth(1).click());
    assert.notEqual(await talker.step(), 'wie', 'who it is for was told');
    await assertKept({page, witness}, 'moeder|parkeerkaart');
    await page.context().close();
  });
}

test('asks nothing that a message told, also further on, and shows each as a reply that can be changed', async () => {
  const {page, witness, talker} = await visit('/basis');
  await talker.say('mijn moeder heeft dementie en ik werk');
  await talker.moving(() => talker.hook('[data-bericht="1"] [data-knop=starter], [data-bericht="3"] [data-knop=starter]').first().click());
  assert.equal(await talker.step(), 'taken');
  await talker.answer(0);
  assert.ok(!['dag', 'situatie'].includes((await talker.step())!), (await talker.step())!);
  const said = await talker.hook('[data-van=bezoeker]').allInnerTexts();
  assert.match(said.join(' '), /moeder[\s\S]*Ik werk[\s\S]*Dementie/);
  await talker.moving(() => talker.hook('[data-knop=terug]').click());
  assert.equal(await talker.step(), 'situatie', 'back is one question back, whoever answered it');
  await assertKept({page, witness}, 'moeder');
  await page.context().close();
});

test('gives the numbers first in the middle of a dialogue, misspelt and in one long sentence', async () => {
  const {page, witness, talker} = await visit('/chat');
  await talker.moving(() => talker.hook('[data-knop=starter]').first().click());
  await talker.say('ja dus gister was ook weer zo een dag en ik dacht echt ik wil niet meer leeven maar goed de was moet ook gedaan');
  assert.ok((await talker.nood()).includes('tel:113'));
  assert.ok((await talker.nood()).includes('tel:112'));
  assert.equal(await talker.hook('[data-contact]').count(), 1);
  assert.equal(await talker.step(), 'wie', 'the question is still up');
  await talker.answer(1);
  await assertKept({page, witness}, 'leeven');
  await page.context().close();
});

test('goes through a dialogue to its end by keyboard, and says the advice of its result', async () => {
  const {page, witness, talker} = await visit('/chat', 320);
  await talker.tabTo('[data-knop=starter]');
  await talker.moving(() => page.keyboard.press('Enter'));
  for (let steps = 0; steps < 15 && !(await talker.atEnd()); steps++) {
    await talker.answerByKeyboard();
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320);
  }
  await waitForEvent(page, 'mz-uitslag');
  await talker.hook('[data-steun]').first().waitFor();
  await talker.hook('[data-contact]').first().waitFor();
  assert.deepEqual((await witness.events()).filter(({type}) => type === 'mz-uitslag').map(({detail}) => detail), [{widget: 'chat', gesprek: 'chat'}]);
  await assertKept({page, witness}, 'antwoord');
  await page.context().close();
});

test('saves the conversation as a text file that is made here', async () => {
  const {page, witness, talker} = await visit('/chat');
  await talker.say('hoe vraag ik een parkeerkaart aan');
  const [download] = await Promise.all([page.waitForEvent('download'), talker.hook('[data-knop=bestand]').click()]);
  assert.equal(download.suggestedFilename(), 'gesprek.txt');
  const stream = await download.createReadStream();
  const text = Buffer.concat(await stream.toArray()).toString();
  assert.match(text, /Jij:\nhoe vraag ik een parkeerkaart aan/);
  assert.match(text, /Programma:\n/);
  assert.match(text, /Eerste stap/);
  assert.doesNotMatch(text, /Ik bedoelde iets anders|<\w/);
  await assertKept({page, witness}, 'parkeerkaart');
  await page.context().close();
});

test('floats on the page of the club at 320 px, opens above it, and gives the focus back', async () => {
  const {page, witness, talker} = await visit('/sportclub/clubmaatje/', 320);
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320);
  await talker.hook('[data-knop=open]').click();
  await talker.hook('.paneel:popover-open #kop').waitFor();
  const answer = await talker.say('mijn vader drinkt en ik ben 15');
  assert.ok(answer.length > 20);
  const field = await talker.hook('[data-invoer=vraag]').boundingBox();
  assert.ok(field && field.y + field.height <= 700, 'the field stays in sight');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.querySelector('mz-chat')!.shadowRoot!.activeElement?.matches('[data-knop=open]'));
  assert.equal(await talker.hook('.paneel:popover-open').count(), 0);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  const covered = await page.evaluate(() => {
    const launcher = document.querySelector('mz-chat')!.shadowRoot!.querySelector('[data-knop=open]')!.getBoundingClientRect();
    return Array.from(document.querySelectorAll('a, button, input')).filter((one) => {
      const {left, right, top, bottom} = one.getBoundingClientRect();
      return right > left && left < launcher.right && right > launcher.left && top < launcher.bottom && bottom > launcher.top;
    }).length;
  });
  assert.equal(covered, 0, 'at the end of the page it covers nothing to press');
  await assertKept({page, witness}, 'drinkt');
  await page.context().close();
});

test('says so when what reads messages does not come, keeps starters and contact, and answers when tried again', async () => {
  const {page, talker} = await visit('/chat');
  await page.route(/chunks\/verstaan/, (route) => route.abort());
  assert.match(await talker.say('ik wil niet meer leven'), /kan je bericht nu niet lezen/);
  assert.equal(await talker.hook('[data-contact]').count(), 1);
  assert.ok((await talker.hook('[data-bericht]').last().locator('[data-knop=starter]').count()) > 3);
  await page.unroute(/chunks\/verstaan/);
  await page.context().close();
});

test('without scripts the page shows what stands inside the tag', async () => {
  const {page} = await openPage(browser, {javaScriptEnabled: false});
  await page.goto(`${server.origin}/sportclub/clubmaatje/`);
  assert.ok(await page.getByText('Liever even praten?').isVisible());
  await page.context().close();
});
