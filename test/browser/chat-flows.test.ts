import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {LOADER, documentWith, launch, openPage, ready, serve, waitForEvent, type Server} from '../support/page.js';

/**
 * The same visitor goes through a dialogue in the chat, by pills and back and forth, and in `<mz-gesprek>`, straight on.
 * Both end with the same cards in the same order, and the same person to call. `test/content/chat-walk.test.ts` walks
 * every way without a page.
 */
const FLOWS: Record<string, {typed?: string; seed: number}> = {
  'herken-je-jezelf': {seed: 9},
  ondersteuningswijzer: {seed: 8},
  respijtzoeker: {seed: 2},
  'hulp-aanbieden': {seed: 1},
  'jonge-mantelzorger': {seed: 4},
  'werk-en-zorg': {typed: 'werken en zorgen', seed: 6},
};

let browser: Browser;
let server: Server;
before(async () => {
  browser = await launch();
  server = await serve({
    pages: {
      '/chat': documentWith(`${LOADER}<mz-chat><p>Bel het steunpunt.</p></mz-chat>`),
      ...Object.fromEntries(Object.keys(FLOWS).map((flow) => [`/${flow}`, documentWith(`${LOADER}<mz-gesprek gesprek="${flow}"><p>Bel het steunpunt.</p></mz-gesprek>`)])),
    },
  });
});
after(async () => {
  await browser.close();
  await server.close();
});

interface Outcome {
  steps: string[];
  steun: string[];
  contact: string[];
}

/** Goes to the end by clicks in the page; what is answered follows from the step and the seed, not from the widget. */
function drive(page: Page, tag: string, seed: number, restless: boolean): Promise<Outcome> {
  return page.evaluate(
    async ([name, turn, wander]) => {
      const host = document.querySelector<HTMLElement>(name)!;
      const root = host.shadowRoot!;
      const stepOf = () => root.querySelector('[data-stap]')!.getAttribute('data-stap')!;
      const hash = (text: string) => Array.from(`${text} ${turn}`).reduce((sum, sign) => (Math.imul(sum, 31) + sign.charCodeAt(0)) >>> 0, 7) >>> 3;
      const moving = async (button: HTMLElement) => {
        const moved = new Promise<void>((resolve, reject) => {
          const late = setTimeout(() => reject(new Error(`Stuck at ${stepOf()}`)), 15_000);
          host.addEventListener('mz-stap', () => (clearTimeout(late), resolve()), {once: true});
        });
        button.click();
        await moved;
        const messages = Array.from(root.querySelectorAll<HTMLElement>('[data-bericht]'));
        messages.forEach((message, n) => {
          if (message.dataset['bericht'] !== String(n + 1)) throw new Error(`Message ${n + 1} has number ${message.dataset['bericht']}`);
        });
        if (name === 'mz-chat' && messages.at(-1)!.dataset['van'] !== 'bot') throw new Error('The last message asks nothing.');
      };
      const buttons = () => Array.from(root.querySelectorAll<HTMLElement>('[data-stap] [data-knop="verder"]'));
      const steps: string[] = [];
      for (let moves = 0; buttons().length; moves++) {
        if (moves > 60) throw new Error(`No end after ${steps.join(' → ')}`);
        const step = stepOf();
        if (!steps.includes(step)) steps.push(step);
        const labels = Array.from(root.querySelectorAll<HTMLElement>('[data-stap] [data-antwoord]'));
        const first = labels.length ? hash(step) % labels.length : -1;
        const many = root.querySelector('[data-antwoord] [type=checkbox]') !== null;
        labels.forEach((label, n) => {
          const on = label.querySelector('input')!.checked;
          const wanted = n === first || (many && first < labels.length - 1 && n < labels.length - 1 && n === (first + 2) % labels.length);
          if (on !== wanted && (many || wanted)) label.click();
        });
        const number = root.querySelector<HTMLInputElement>('[data-invoer="getal"]');
        if (number) {
          number.value = '12';
          number.dispatchEvent(new Event('input', {bubbles: true}));
        }
        const open = buttons();
        await moving(open[hash(`knop ${step}`) % open.length]!);
        // Back, and on again.
        if (wander && moves < 12 && hash(`terug ${step}`) % 3 === 0) {
          await moving(root.querySelector<HTMLElement>('[data-knop="terug"]')!);
          if (stepOf() !== step) throw new Error(`Back from ${step} leads to ${stepOf()}`);
        }
      }
      steps.push(stepOf());
      for (let tries = 0; tries < 600 && root.querySelector('[data-wacht]'); tries++) await new Promise((resolve) => requestAnimationFrame(resolve));
      for (let tries = 0; tries < 600 && !root.querySelector('[data-contact] a'); tries++) await new Promise((resolve) => requestAnimationFrame(resolve));
      const words = (one: Element) => one.textContent!.replace(/\s+/g, ' ').trim();
      return {
        steps,
        steun: Array.from(root.querySelectorAll('[data-steun]'), (card) => card.getAttribute('data-steun')!),
        contact: Array.from(root.querySelectorAll('[data-contact]'), words),
      };
    },
    [tag, seed, restless] as const,
  );
}

async function byItself(flow: string, seed: number): Promise<Outcome> {
  const {page} = await openPage(browser);
  await page.goto(`${server.origin}/${flow}`);
  await ready(page);
  const outcome = await drive(page, 'mz-gesprek', seed, false);
  await page.context().close();
  return outcome;
}

/** Begins by a starter, or by the button below the answer to what is typed. */
async function inChat(flow: string, seed: number, typed?: string): Promise<Outcome> {
  const {page, witness} = await openPage(browser);
  await page.goto(`${server.origin}/chat`);
  await ready(page);
  const chat = page.locator('mz-chat');
  if (typed) {
    await chat.locator('[data-invoer=vraag]').fill(typed);
    await chat.locator('[data-knop=stuur]').click();
    await chat.locator(`[data-gesprek="${flow}"]`).click();
  } else {
    await chat.locator('[data-knop=starter]').nth(Object.keys(FLOWS).indexOf(flow)).click();
  }
  await waitForEvent(page, 'mz-stap', 2);
  const outcome = await drive(page, 'mz-chat', seed, true);
  assert.deepEqual(witness.console, []);
  assert.deepEqual(witness.violations, []);
  await page.context().close();
  return outcome;
}

for (const [flow, {typed, seed}] of Object.entries(FLOWS)) {
  test(`gives in the chat what the dialogue gives by itself: ${flow}`, async () => {
    const [expected, got] = await Promise.all([byItself(flow, seed), inChat(flow, seed, typed)]);
    assert.ok(got.steun.length || flow === 'hulp-aanbieden', 'there is advice to compare');
    assert.deepEqual(got, expected);
    assert.equal(got.contact.length, 1);
  });
}
