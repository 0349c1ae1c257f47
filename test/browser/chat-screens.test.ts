import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser, BrowserContextOptions} from 'playwright-core';
import {axeProblems} from '../support/axe.js';
import {documentWith, launch, LOADER, openPage, ready, serve, type Server} from '../support/page.js';
import {spokenLines} from '../support/spoken.js';
import {Talker} from '../support/talker.js';

const PACK = 'pakket="/mantelzorg/packs/voorbeeld-gemeente/pakket.json"';
const THEME = '<link rel="stylesheet" href="/vendor/voorbeeld-theme/theme.css">';

interface Look {
  name: string;
  /** Attributes of the tag. */
  tag: string;
  head?: string;
  theme?: boolean;
  options?: BrowserContextOptions;
  /** Size of text in per cents, as somebody sets it in the browser. */
  large?: number;
  english?: boolean;
}

const LOOKS: Look[] = [
  {name: 'plain', tag: PACK},
  {name: 'voorbeeld theme', tag: PACK, head: THEME, theme: true},
  {name: 'dark', tag: PACK, head: '<meta name="color-scheme" content="dark">', options: {colorScheme: 'dark'}},
  {name: 'forced colours', tag: PACK, options: {forcedColors: 'active'}},
  {name: 'English', tag: 'lang="en"', english: true},
  {name: 'floating', tag: `${PACK} vorm="zwevend"`},
  {name: 'twice the size of text', tag: PACK, large: 200},
  {name: 'floating, twice the size of text', tag: `${PACK} vorm="zwevend"`, large: 200},
  {name: 'floating, four times the size of text', tag: `${PACK} vorm="zwevend"`, large: 400},
];
const WORDS = {
  nl: {card: 'logeren weekend', choices: 'wie kan er een dag op hem passen', alarm: 'ik wil niet meer leven'},
  en: {card: 'where can he stay for a weekend', choices: 'help at home', alarm: 'i do not want to live anymore'},
};

let browser: Browser;
let server: Server;
before(async () => {
  browser = await launch();
  const pages = LOOKS.map(({tag, head, theme}, n) => {
    const body = `<div class="${theme ? 'voorbeeld-theme' : ''}">${LOADER}<mz-chat ${tag}><p>Bel 0123 456 789.</p></mz-chat></div>`;
    return [`/look-${n}`, documentWith(body, {head: head ?? ''})] as const;
  });
  server = await serve({pages: Object.fromEntries(pages)});
});
after(async () => {
  await browser.close();
  await server.close();
});

async function visit(path: string, options: BrowserContextOptions = {}) {
  const {page} = await openPage(browser, {viewport: {width: 320, height: 700}, ...options});
  await page.goto(server.origin + path);
  await ready(page);
  return new Talker(page);
}

/** What is cut or too small to press, in the widget as it stands. */
function misfits(talker: Talker): Promise<string[]> {
  return talker.widget.evaluate((host) => {
    const faults: string[] = [];
    const root = host.shadowRoot!;
    const frame = root.querySelector('.paneel.open') ?? document.documentElement;
    if (frame.scrollWidth > frame.clientWidth) faults.push(`${frame.scrollWidth} px wide`);
    for (const target of Array.from(root.querySelectorAll<HTMLElement>('button, [data-antwoord], textarea, summary'))) {
      const {width, height, left, right} = target.getBoundingClientRect();
      if (!height || (target.matches('.lanceer') && root.querySelector('.paneel.open'))) continue;
      const words = target.innerText || target.id;
      if (left < 0 || right > innerWidth) faults.push(`«${words}» reaches from ${Math.round(left)} to ${Math.round(right)}`);
      const least = target.matches('.pil, [data-antwoord], .eerst, textarea') ? 44 : 24;
      if (getComputedStyle(target).display !== 'inline' && (height < least || width < 24)) faults.push(`«${words}» is ${Math.round(width)} by ${Math.round(height)}`);
    }
    return faults;
  });
}

for (const [n, look] of LOOKS.entries()) {
  describe(`the screens of the chat, ${look.name}`, () => {
    it('pass axe, fit in 320 px and are large enough to press: opening, card, choices, call for help, in a dialogue, result', async () => {
      const talker = await visit(`/look-${n}`, look.options);
      const {page} = talker;
      if (look.large) await page.evaluate((size) => (document.documentElement.style.fontSize = `${size}%`), look.large);
      const {card, choices, alarm} = WORDS[look.english ? 'en' : 'nl'];
      const faults: string[] = [];
      // In a dialogue everything that was said before still stands above; results are looked at in every theme elsewhere.
      const examine = async (screen: string) => {
        const withAxe = n === 0 || (screen === 'in a dialogue' && !look.large);
        const found = [...(await misfits(talker)), ...(withAxe ? await axeProblems(page) : [])];
        faults.push(...found.map((fault) => `${screen}: ${fault}`));
      };
      if (await talker.hook('[data-knop=open]').count()) {
        await talker.hook('[data-knop=open]').click();
        await talker.hook('.paneel:popover-open #kop').waitFor();
      }
      await examine('opening');
      await talker.say(card);
      assert.ok((await talker.steun()).length, card);
      await examine('card');
      await talker.say(choices);
      assert.ok(await talker.hook('[data-bericht]').last().locator('[data-knop=bedoel]').count(), choices);
      await examine('choices');
      await talker.moving(() => talker.hook('[data-knop=starter]').first().click());
      await talker.say(alarm);
      assert.ok((await talker.nood()).length, alarm);
      await examine('call for help');
      await talker.hook('[data-knop=vraag]').click();
      await talker.answer(0);
      await examine('in a dialogue');
      await talker.rush();
      await talker.hook('.nu [data-steun]').first().waitFor();
      await examine('result');
      await page.context().close();
      assert.deepEqual(faults, []);
    });
  });
}

/** Whether the last element of its kind is seen, between the bar of the panel and its typing field; or only its begin. */
const isSeen = (talker: Talker, selector: string, whole = true) =>
  talker.widget.evaluate(
    (host, [wanted, all]) => {
      const root = host.shadowRoot!;
      const {top, bottom} = Array.from(root.querySelectorAll(wanted)).at(-1)!.getBoundingClientRect();
      return top >= root.querySelector('.balk')!.getBoundingClientRect().bottom && (all ? bottom : top + 20) <= root.querySelector('.typen')!.getBoundingClientRect().top;
    },
    [selector, whole] as const,
  );

it('shows in the panel the begin of each answer and of each question, not what stood there before', async () => {
  const talker = await visit('/look-5');
  await talker.hook('[data-knop=open]').click();
  for (const text of ['logeren weekend', 'ik wil niet meer leven', 'dankjewel']) {
    await talker.say(text);
    assert.ok(await isSeen(talker, '[data-van=bezoeker] .bel'), text);
  }
  assert.ok(await isSeen(talker, '[data-van=bot] .bel'), 'a short answer is seen as a whole');
  await talker.say(`mijn man kreeg een beroerte en ik doe alles ${'het huishouden en de afspraken en de papieren '.repeat(12)}`);
  assert.ok(await isSeen(talker, '.antwoord > :first-child', false), 'the answer to a long letter');
  await talker.moving(() => talker.hook('[data-knop=starter]').first().click());
  while (!(await talker.atEnd())) {
    assert.ok(await isSeen(talker, '#kop'), await talker.question());
    await talker.answer();
  }
  assert.ok(await isSeen(talker, '#kop'), 'the result');
  await talker.page.context().close();
});

it('is read out in order, each thing once and by its name: question, call for help, dialogue by keyboard, result', async () => {
  const talker = await visit('/look-0');
  const {page} = talker;
  await talker.say('logeren weekend');
  await talker.tabTo('[data-knop=starter]', 80);
  await talker.moving(() => page.keyboard.press('Enter'));
  await talker.say('ik wil niet meer leven');
  for (let presses = 0; presses < 20 && !(await talker.focusMatches('[data-knop=vraag]')); presses++) await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  assert.ok(await talker.focusMatches('#kop'));
  await talker.answerByKeyboard();
  const lines = await spokenLines(page, 'mz-chat');
  const at = (pattern: RegExp) => {
    const found = lines.flatMap((line, index) => (pattern.test(line) ? [index] : []));
    assert.equal(found.length, 1, `${String(pattern)} is read ${found.length} times:\n${lines.join('\n')}`);
    return found[0]!;
  };
  const order = [
    /^log: Het gesprek$/,
    /^heading: Waar kan ik je bij helpen\?/,
    /^Jij: logeren weekend$/,
    /^heading: Een paar nachten logeren/,
    /^Jij: Doe ik veel voor een ander\?$/,
    /^heading: Voor wie doe je/,
    /^Jij: ik wil niet meer leven$/,
    /^Hulp nu ?:$/,
    /^link: 113$/,
    /^Jij: Mijn man, vrouw of partner$/,
    /^group: Wat doe je zoal\?/,
    /^checkbox: Meegaan of rijden .*not checked$/,
    /^button: Naar je eigen dag$/,
    /^textbox: Stel je vraag$/,
    /^button: Stuur$/,
    /^button: Liever iemand spreken\?, collapsed$/,
  ].map(at);
  assert.deepEqual(order, [...order].sort((a, b) => a - b), lines.join('\n'));
  assert.deepEqual(lines.filter((line) => /^(button|link|radio|checkbox|textbox|image)(,|$)/.test(line)), [], 'everything to press has a name');
  while (!(await talker.atEnd())) await talker.answerByKeyboard();
  await talker.hook('.nu [data-steun]').first().waitFor();
  const end = await spokenLines(page, 'mz-chat');
  const marks = [/^heading: Kijk eens wat jij doet/, /^heading: Hier kun je mee beginnen/, /^button: Meer over /, /^heading: Liever iemand spreken\?/, /^textbox: Stel je vraag$/].map((mark) => end.findLastIndex((line) => mark.test(line)));
  assert.ok(marks.every((index, n) => index > (marks[n - 1] ?? 0)), end.join('\n'));
  await page.context().close();
});
