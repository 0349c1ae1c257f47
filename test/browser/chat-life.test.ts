import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {LOADER, documentWith, launch, openPage, ready, serve, type Server} from '../support/page.js';
import {PageVisitor} from '../support/visitor.js';

const GEMEENTE = 'pakket="/mantelzorg/packs/voorbeeld-gemeente/pakket.json"';
const CHAT = `<mz-chat ${GEMEENTE}><p>Bel het steunpunt.</p></mz-chat>`;

let browser: Browser;
let server: Server;
before(async () => {
  browser = await launch();
  server = await serve({
    pages: {
      '/one': documentWith(`${LOADER}${CHAT}`),
      '/basis': documentWith(`${LOADER}<mz-chat><p>Bel het steunpunt.</p></mz-chat>`),
      '/two': documentWith(`${LOADER}${CHAT.replace('mz-chat ', 'mz-chat id="a" ')}${CHAT.replace('mz-chat ', 'mz-chat id="b" vorm="zwevend" ')}`),
      '/all': documentWith(`${LOADER}${CHAT}<mz-herken-je-jezelf ${GEMEENTE}></mz-herken-je-jezelf><mz-gesprek gesprek="hulp-aanbieden" ${GEMEENTE}></mz-gesprek><mz-respijtzoeker ${GEMEENTE}></mz-respijtzoeker>`),
    },
  });
});
after(async () => {
  await browser.close();
  await server.close();
});

async function open(path: string, widgets = 1) {
  const {page, witness} = await openPage(browser);
  await page.goto(server.origin + path);
  await ready(page, widgets);
  return {page, witness};
}

const visitorAt = (page: Page, tag = 'mz-chat') => new PageVisitor(page, tag);

async function send(visitor: PageVisitor, text: string): Promise<void> {
  await visitor.hook('[data-invoer=vraag]').fill(text);
  await visitor.hook('[data-invoer=vraag]').press('Enter');
}

/** Sends a message and waits for what is said to it. */
async function say(visitor: PageVisitor, text: string): Promise<void> {
  const messages = visitor.hook('[data-bericht]');
  const before = await messages.count();
  await send(visitor, text);
  await messages.nth(before + 1).waitFor();
}

test('two chats on one page are two conversations, and what one wipes is wiped in both', async () => {
  const {page, witness} = await open('/two', 2);
  const a = visitorAt(page, '#a');
  const b = visitorAt(page, '#b');
  await say(a, 'hoe vraag ik een parkeerkaart aan');
  await b.hook('[data-knop=open]').click();
  await say(b, 'wie kan er een nacht overnemen');
  assert.equal(await a.hook('[data-bericht]').count(), 3);
  assert.equal(await b.hook('[data-bericht]').count(), 3);
  assert.deepEqual([await a.hook('[data-steun=parkeren]').count(), await b.hook('[data-steun=parkeren]').count()], [1, 0]);
  await b.hook('[data-knop=wis]').click();
  for (const one of [a, b]) await one.hook('[data-bericht="2"]').waitFor({state: 'detached'});
  assert.deepEqual(witness.console, []);
  assert.deepEqual(witness.violations, []);
  await page.context().close();
});

test('a chat among other widgets gives them nothing that was typed, and takes nothing', async () => {
  const {page, witness} = await open('/all', 4);
  const chat = visitorAt(page);
  await say(chat, 'mijn moeder heeft dementie en ik werk');
  await new PageVisitor(page).rush();
  assert.equal(await chat.step(), 'welkom');
  assert.equal(await chat.hook('[data-bericht]').count(), 3);
  await chat.moving(() => chat.hook('[data-knop=starter]').first().click());
  assert.equal(await chat.step(), 'taken');
  assert.equal(await page.locator('mz-herken-je-jezelf [data-stap]').getAttribute('data-stap'), 'uitslag');
  assert.deepEqual(witness.console, []);
  await page.context().close();
});

test('a chat that leaves the page in the middle of an answer has it when it comes back, and one that stays away leaves no error', async () => {
  const {page, witness} = await open('/one');
  const chat = visitorAt(page);
  const texts = ['ik wil niet meer leven', 'hoe vraag ik een parkeerkaart aan', 'wie kan er een nacht overnemen'];
  for (const [n, text] of texts.entries()) {
    await page.evaluate(
      async ([said, wait]) => {
        const host = document.querySelector('mz-chat')!;
        const root = host.shadowRoot!;
        root.querySelector<HTMLTextAreaElement>('[data-invoer=vraag]')!.value = said;
        root.querySelector<HTMLElement>('[data-knop=stuur]')!.click();
        const place = host.parentElement!;
        host.remove();
        if (wait) await new Promise((resolve) => setTimeout(resolve, 300));
        place.append(host);
        host.remove();
        place.prepend(host);
      },
      [text, n % 2 === 1] as const,
    );
    await chat.hook(`[data-bericht="${3 + 2 * n}"]`).waitFor();
  }
  assert.ok((await chat.hook('[data-bericht="3"] [data-nood]').count()) > 1);
  assert.equal(await chat.hook('[data-bericht="5"] [data-steun=parkeren]').count(), 1);
  await chat.moving(() => chat.hook('[data-bericht="1"] [data-knop=starter]').first().click());
  await page.evaluate(() => {
    const host = document.querySelector('mz-chat')!;
    host.shadowRoot!.querySelector<HTMLTextAreaElement>('[data-invoer=vraag]')!.value = 'tot ziens';
    host.shadowRoot!.querySelector<HTMLElement>('[data-knop=stuur]')!.click();
    host.remove();
  });
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
  assert.deepEqual(witness.console, []);
  assert.deepEqual(witness.violations, []);
  await page.context().close();
});

test('a language that changes in the middle of an answer and of a dialogue keeps both, and reads what comes next in its words', async () => {
  const {page, witness} = await open('/basis');
  const chat = visitorAt(page);
  await say(chat, 'hulp aanbieden aan mijn buurman');
  await chat.moving(() => chat.hook('[data-gesprek=hulp-aanbieden], [data-knop=starter]').last().click());
  const {length} = await chat.hook('[data-bericht]').all();
  const first = await chat.step();
  await chat.answer(2);
  const step = await chat.step();
  assert.notEqual(step, first);
  await page.evaluate(() => {
    const host = document.querySelector<HTMLElement>('mz-chat')!;
    host.shadowRoot!.querySelector<HTMLTextAreaElement>('[data-invoer=vraag]')!.value = 'ik wil niet meer leven';
    host.shadowRoot!.querySelector<HTMLElement>('[data-knop=stuur]')!.click();
    host.lang = 'en';
  });
  await ready(page, 2);
  await chat.hook('[data-alarm]').waitFor();
  assert.equal(await chat.step(), step, 'the dialogue goes on where it was');
  assert.equal(await chat.hook('[data-bericht]').count(), length + 4);
  assert.equal(await chat.hook('.nu legend > div').getAttribute('lang'), 'en');
  await say(chat, 'I do not want to live any more');
  assert.equal(await chat.hook('[data-bericht]').last().locator('[data-alarm]').getAttribute('lang'), 'en');
  await chat.moving(() => chat.hook('[data-knop=terug]').click());
  assert.equal(await chat.step(), first);
  assert.ok(await chat.hook('[data-antwoord="3"] input').isChecked());
  // The words of the buttons are one language a page, which is said once.
  assert.deepEqual(witness.console.filter((line) => !line.includes('geldt alleen voor de inhoud')), []);
  await page.context().close();
});

test('a pack that changes in the middle of an answer, faster than packs arrive, ends in a whole chat of the last one', async () => {
  const {page, witness} = await open('/basis');
  const chat = visitorAt(page);
  await chat.moving(() => chat.hook('[data-knop=starter]').first().click());
  await page.evaluate(
    async (pack) => {
      const host = document.querySelector('mz-chat')!;
      const root = host.shadowRoot!;
      for (let turn = 0; turn < 20; turn++) {
        const field = root.querySelector<HTMLTextAreaElement>('[data-invoer=vraag]');
        if (field) field.value = 'hoe vraag ik een parkeerkaart aan';
        root.querySelector<HTMLElement>('[data-knop=stuur]')?.click();
        host.setAttribute('pakket', turn % 2 ? pack : '');
        if (turn % 3 === 0) await new Promise((resolve) => setTimeout(resolve, turn * 3));
      }
    },
    '/mantelzorg/packs/voorbeeld-gemeente/pakket.json',
  );
  await chat.hook('[data-stap=welkom]').waitFor();
  await say(chat, 'ik wil niet meer leven');
  await chat.hook('[data-contact]').getByText('Steunpunt Lindewaard').first().waitFor();
  await chat.moving(() => chat.hook('[data-knop=starter]').first().click());
  await chat.rush();
  await chat.hook('[data-contact]').getByText('Steunpunt Lindewaard').first().waitFor();
  assert.deepEqual(witness.console, []);
  assert.deepEqual(witness.violations, []);
  await page.context().close();
});
