import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {after, before, describe, it} from 'node:test';
import type {Browser, BrowserContextOptions, Page} from 'playwright-core';
import type {Flow} from '../../src/flows/model/flow.js';
import {answersOf} from '../../src/flows/semantics/dialogue.js';
import {compileContent} from '../support/packs.js';
import {documentWith, launch, LOADER, openPage, ready, serve, type Server} from '../support/page.js';
import {replay, screensOf, type Screen} from '../support/screens.js';
import {textOf} from '../support/text.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const {flows, translations} = await compileContent('basis');

/** A reply as somebody at the page gives it: by the numbers and words that stand there. */
interface Given {
  step: string;
  answers: number[];
  button?: string;
}

function given(flow: Flow, {start, replies}: Screen, lang: string): Given[] {
  const spoken = translations.find((one) => one.lang === lang)?.flows.find(({id}) => id === flow.id) ?? flow;
  const session = replay(flows, flow, start, []);
  return replies.map((reply) => {
    const {step} = session;
    const answers = reply.answers.map((id) => answersOf(step).findIndex((answer) => answer.id === id) + 1);
    const said = spoken.steps.find(({id}) => id === step.id) ?? step;
    const button = said.buttons?.find(({id}) => id === reply.button);
    assert.deepEqual(session.submit(reply), {ok: true});
    return {step: step.id, answers, ...(button ? {button: textOf(button.label)} : {})};
  });
}

interface Look {
  name: string;
  lang: string;
  head: string;
  body?: string;
  options?: BrowserContextOptions;
  /** Every how manyeth screen of the quiz `npm test` looks at; the matrix looks at all screens of all flows. */
  each: number;
}

/** The flow whose every screen is looked at in every `npm test`; of the others one screen of each step is, in one look. */
const QUIZ = 'herken-je-jezelf';

/** The screens to look at now. */
function chosenOf(flow: Flow, screens: readonly Screen[], look: Look): readonly Screen[] {
  if (process.env['MATRIX']) return screens;
  if (flow.id === QUIZ) return screens.filter((_, n) => n % look.each === 0);
  return look.each === 1 ? [...new Map(screens.map((screen) => [screen.step, screen])).values()] : [];
}

const THEME = '<link rel="stylesheet" href="/vendor/voorbeeld-theme/theme.css">';
const LOOKS: Look[] = [
  {name: 'Dutch, plain', lang: 'nl', head: '', each: 1},
  {name: 'English, plain', lang: 'en', head: '', each: 10},
  {name: 'Dutch, voorbeeld theme', lang: 'nl', head: THEME, body: 'voorbeeld-theme', each: 10},
  {name: 'English, voorbeeld theme', lang: 'en', head: THEME, body: 'voorbeeld-theme', each: 10},
  {name: 'Dutch, dark', lang: 'nl', head: '<meta name="color-scheme" content="dark">', options: {colorScheme: 'dark'}, each: 10},
  {name: 'Dutch, forced colours', lang: 'nl', head: '', options: {forcedColors: 'active'}, each: 10},
];

let browser: Browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser.close();
});

for (const flow of flows) {
  const screens = screensOf(flows, flow);
  for (const look of LOOKS) {
    const chosen = chosenOf(flow, screens, look);
    if (!chosen.length) continue;
    describe(`the screens of ${flow.id}, ${look.name}`, () => {
      let server: Server;
      let page: Page;
      before(async () => {
        const body = `<div class="${look.body ?? ''}"><mz-gesprek gesprek="${flow.id}" lang="${look.lang}"><p>Bel 0123 456 789.</p></mz-gesprek></div>${LOADER}`;
        server = await serve({pages: {'/screens': documentWith(body, {head: look.head, lang: 'nl'})}});
        ({page} = await openPage(browser, {viewport: {width: 320, height: 800}, ...look.options}));
        await page.goto(`${server.origin}/screens`);
        await ready(page);
        await page.evaluate(AXE);
      });
      after(async () => {
        await page.context().close();
        await server.close();
      });

      it('pass axe, fit in 320 px, have large targets and hold the focus', async () => {
        const faults: string[] = [];
        for (const screen of chosen) faults.push(...(await examine(page, screen, given(flow, screen, look.lang))));
        assert.deepEqual(faults, []);
      });
    });
  }
}

/** Walks to a screen as a visitor, looks at it, and says what is wrong. */
async function examine(page: Page, screen: Screen, replies: Given[]): Promise<string[]> {
  const found = await page.evaluate(
    async ({replies: list, goal}) => {
      type Host = HTMLElement & {restart(): void};
      const host = document.querySelector<Host>('mz-gesprek')!;
      const root = host.shadowRoot!;
      const nextStep = () => new Promise<void>((resolve) => host.addEventListener('mz-stap', () => resolve(), {once: true}));
      const at = () => root.querySelector('[data-stap]')?.getAttribute('data-stap');
      let moved = nextStep();
      host.restart();
      await moved;
      for (const reply of list) {
        if (at() !== reply.step) return [`expected ${reply.step}, stood at ${at()}`];
        for (const n of reply.answers) root.querySelector<HTMLInputElement>(`[data-antwoord="${n}"] input`)!.click();
        const buttons = Array.from(root.querySelectorAll<HTMLElement>('[data-knop="verder"]'));
        const words = (element: HTMLElement) => element.innerText.trim();
        const button = reply.button === undefined ? buttons[0] : buttons.find((one) => words(one).startsWith(reply.button!));
        if (!button) return [`no button ${reply.button} at ${reply.step}, only ${buttons.map(words).join(' | ')}`];
        moved = nextStep();
        button.click();
        await moved;
      }
      if (at() !== goal) return [`expected ${goal}, stood at ${at()}`];
      // Results come with a chunk of their own.
      for (let tries = 0; tries < 300 && root.querySelector('[data-wacht]'); tries += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
      const faults: string[] = [];
      if (list.length) {
        const active = root.activeElement;
        if (!active?.matches('h1,h2,h3,h4,h5,h6')) faults.push(`the focus is on ${active?.tagName ?? 'nothing'}`);
      }
      if (document.documentElement.scrollWidth > innerWidth) faults.push(`${document.documentElement.scrollWidth} px wide`);
      for (const answer of Array.from(root.querySelectorAll('[data-antwoord]'))) {
        if (answer.getBoundingClientRect().height < 44) faults.push(`answer ${answer.getAttribute('data-antwoord')} is under 44 px`);
      }
      for (const target of Array.from(root.querySelectorAll<HTMLElement>('button, summary, input:not([type=radio]):not([type=checkbox])'))) {
        const {height, width} = target.getBoundingClientRect();
        const inline = getComputedStyle(target).display === 'inline';
        if (!inline && height > 0 && (height < 24 || width < 24)) faults.push(`${target.innerText || target.tagName} is ${Math.round(width)} by ${Math.round(height)} px`);
      }
      if (!root.querySelector('[data-contact], [data-knop="contact"]')) faults.push('no way to a contact');
      type Axe = {run(context: unknown, options: unknown): Promise<{violations: {id: string; nodes: {html: string; failureSummary: string}[]}[]}>};
      const {violations} = await (globalThis as unknown as {axe: Axe}).axe.run(host, {resultTypes: ['violations']});
      return [...faults, ...violations.map(({id, nodes}) => `${id}: ${nodes[0]!.html} ${nodes[0]!.failureSummary}`)];
    },
    {replies, goal: screen.step},
  );
  return found.map((fault) => `${screen.step} after ${replies.map((reply) => `${reply.step}:${reply.answers.join('+')}`).join(' ')}: ${fault}`);
}
