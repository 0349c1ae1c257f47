import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {after, before, test} from 'node:test';
import type {Browser, BrowserContextOptions, Page} from 'playwright-core';
import {LOADER, documentWith, launch, openPage, ready, serve, waitForEvent, type Server, type Witness} from '../support/page.js';
import {STRICT_POLICY} from '../support/server.mjs';
import {PageVisitor} from '../support/visitor.js';

const require = createRequire(import.meta.url);
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const GUIDE = 'mz-ondersteuningswijzer';

let browser: Browser;
let server: Server;
before(async () => {
  browser = await launch();
  server = await serve({
    pages: {
      '/wijzer': documentWith(`${LOADER}<${GUIDE}><p>Bel 0123 456 789.</p></${GUIDE}>`),
      '/bewaren': documentWith(`${LOADER}<${GUIDE} bewaren="vraag"></${GUIDE}>`),
      '/beide': documentWith(`${LOADER}<mz-herken-je-jezelf></mz-herken-je-jezelf><${GUIDE}></${GUIDE}>`),
      '/dicht': documentWith(`<iframe title="dicht" sandbox="allow-scripts" src="/bewaren" width="600" height="900"></iframe>`),
    },
    policy: (pathname) => (pathname === '/dicht' ? `${STRICT_POLICY}; frame-src 'self'` : STRICT_POLICY),
  });
});
after(async () => {
  await browser.close();
  await server.close();
});

interface Printed {
  __printed: {title: string; lang: string; html: string; css: string}[];
  __opened: string[];
}

/** Runs in every frame: what would be printed and which other program would be opened is written down instead. */
function catchWaysOut() {
  const top = globalThis.top as unknown as Printed;
  if (globalThis.top === globalThis.window) Object.assign(globalThis, {__printed: [], __opened: []});
  globalThis.print = () => {
    const css = document.adoptedStyleSheets.flatMap((sheet) => Array.from(sheet.cssRules, (rule) => rule.cssText)).join('\n');
    top.__printed.push({title: document.title, lang: document.documentElement.lang, html: document.body.innerHTML, css});
  };
  const click = HTMLElement.prototype.click;
  HTMLElement.prototype.click = function (this: HTMLElement) {
    if (this instanceof HTMLAnchorElement && this.protocol === 'mailto:') top.__opened.push(this.href);
    else click.call(this);
  };
}

async function open(path: string, options: BrowserContextOptions = {}) {
  const {page, witness} = await openPage(browser, options);
  await page.addInitScript(catchWaysOut);
  await page.goto(server.origin + path);
  await ready(page);
  return {page, witness, visitor: new PageVisitor(page, GUIDE)};
}

let link = '';

/** A visitor with a plan on the screen: the first one walks there, later ones open the link to it. */
async function withPlan(options: BrowserContextOptions = {}) {
  const opened = await open(link || '/wijzer', options);
  if (link) await opened.visitor.hook('[data-terzijde]').waitFor();
  else await opened.visitor.rush();
  await opened.visitor.hook('[data-knop="link"]').waitFor();
  return opened;
}

const advised = (visitor: PageVisitor) => visitor.hook('[data-steun]').evaluateAll((cards) => cards.map((card) => card.getAttribute('data-steun')));
const printed = (page: Page) => page.evaluate(() => (globalThis as unknown as Printed).__printed);

function assertClean(witness: Witness) {
  assert.deepEqual(witness.console, []);
  assert.deepEqual(witness.violations, []);
  assert.deepEqual(witness.foreign, []);
}

const documentOf = ({lang, css, html}: Printed['__printed'][number]) => `<!doctype html><html lang="${lang}"><head><style>${css}</style></head><body>${html}</body></html>`;

/** How many pages a printed paper takes, by the browser's own PDF. */
async function pages(paper: Printed['__printed'][number]): Promise<number> {
  const {page} = await openPage(browser);
  await page.setContent(documentOf(paper));
  const pdf = (await page.pdf({preferCSSPageSize: true})).toString('latin1');
  await page.context().close();
  return pdf.match(/\/Type\s*\/Page\b/g)!.length;
}

test('a link brings the same result back on another device, leaves the address, and asks nobody anything', async () => {
  const here = await withPlan();
  const requests = here.witness.requests.length;
  await here.visitor.hook('[data-knop="link"]').click();
  const href = (await here.visitor.hook('[data-link]').getAttribute('href'))!;
  link = href.slice(server.origin.length);
  assert.match(href, /#mz=ondersteuningswijzer&stap=[a-z-]+&p=basis\.[0-9a-f]{10}&w=/);
  await here.visitor.hook('svg.qr path').first().waitFor();
  assert.ok(here.witness.requests.slice(requests).every((url) => /\/chunks\/|pakket\.json$/.test(url)), 'only the code that draws the squares');
  assert.deepEqual(await here.witness.stored(), []);
  const before = await advised(here.visitor);
  assert.ok(before.length > 0);

  const there = await open(link);
  await there.visitor.hook('[data-terzijde]').waitFor();
  await there.visitor.hook('[data-steun]').first().waitFor();
  assert.deepEqual(await advised(there.visitor), before);
  assert.equal(await there.visitor.step(), await here.visitor.step());
  assert.equal(new URL(there.page.url()).hash, '');
  assert.ok(there.witness.requests.every((url) => !url.includes('mz=')));
  for (const event of await there.witness.events()) assert.doesNotMatch(JSON.stringify(event.detail), /relatie|taken|=/);
  assertClean(here.witness);
  assertClean(there.witness);
  await here.page.context().close();
  await there.page.context().close();
});

/** What a real reader makes of a picture, in a page of its own: the widget's page lets nobody in. */
async function decode(png: Buffer): Promise<string | undefined> {
  const {page} = await openPage(browser);
  await page.addScriptTag({path: require.resolve('jsqr')});
  const text = await page.evaluate(async (base64) => {
    type Reader = (data: Uint8ClampedArray, width: number, height: number) => {data: string} | null;
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    const {data} = context.getImageData(0, 0, image.width, image.height);
    return (globalThis as unknown as {jsQR: Reader}).jsQR(data, image.width, image.height)?.data;
  }, png.toString('base64'));
  await page.context().close();
  return text;
}

test('the code of a long link is read off a small phone, in the dark and in forced colours too, and off paper', async () => {
  const {page, visitor} = await open('/wijzer', {viewport: {width: 320, height: 640}, deviceScaleFactor: 2});
  while (!(await visitor.atEnd())) {
    const boxes = visitor.hook('[data-antwoord] input[type="checkbox"]');
    if (await boxes.count()) await boxes.evaluateAll((all) => all.slice(1, 4).forEach((box) => (box as HTMLInputElement).click()));
    await visitor.answer();
  }
  await visitor.hook('[data-knop="link"]').click();
  const code = visitor.hook('svg.qr');
  await code.waitFor();
  const href = (await visitor.hook('[data-link]').getAttribute('href'))!;
  assert.ok(href.length > 450, `${href.length} characters`);
  const modules = Number((await code.getAttribute('viewBox'))!.split(' ')[2]);
  const {width} = (await code.boundingBox())!;
  assert.ok(width / modules > 2.4, `${width} px for ${modules} squares`);
  for (const media of [{}, {colorScheme: 'dark'}, {colorScheme: 'light', forcedColors: 'active'}] as const) {
    await page.emulateMedia(media);
    assert.equal(await decode(await code.screenshot()), href, JSON.stringify(media));
  }
  await page.emulateMedia({forcedColors: 'none'});
  await visitor.hook('[data-knop="print"]').first().click();
  await page.waitForFunction(() => (globalThis as unknown as Printed).__printed.length === 1);
  const paper = (await printed(page))[0]!;
  assert.equal(await pages(paper), 1);
  const sheet = await openPage(browser, {deviceScaleFactor: 2});
  await sheet.page.setContent(documentOf(paper));
  assert.equal(await decode(await sheet.page.locator('svg').screenshot()), href);
  await sheet.page.context().close();
  await page.context().close();
});

test('plan, note and tasks print alone, in black on white, without buttons, each on one page', async () => {
  const {page, witness, visitor} = await withPlan();
  await visitor.hook('[data-knop="link"]').click();
  await visitor.hook('[data-link]').waitFor();
  await visitor.hook('[data-knop="print"]').click();
  await visitor.hook('[data-knop="briefje"]').click();
  const line = visitor.hook('[data-regel] textarea').nth(1);
  await line.fill('Ik wil hier graag over praten. <b>Echt</b>');
  const lines = await visitor.hook('[data-regel] textarea').evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value));
  await visitor.hook('[data-knop="print"]').click();
  await page.waitForFunction(() => (globalThis as unknown as Printed).__printed.length === 2);
  const [plan, note] = await printed(page);
  for (const paper of [plan!, note!]) {
    assert.doesNotMatch(paper.html, /<(button|textarea|input|a|script)\b/);
    assert.match(paper.css, /background(-color)?: rgb\(255, 255, 255\)|background: #fff|background: white/);
    assert.equal(paper.lang, 'nl');
    assert.equal(await pages(paper), 1, paper.title);
  }
  assert.match(plan!.html, /Eerste stap: [\s\S]*<svg[\s\S]*#mz=/);
  assert.doesNotMatch(note!.html, /<svg|#mz=/, 'who reads a note gets no link to all answers');
  for (const text of lines) assert.ok(note!.html.includes(text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')), text);
  assert.match(note!.html, /&lt;b&gt;Echt&lt;\/b&gt;/);
  assert.equal(await page.locator('iframe').count(), 1, 'the frame of the print before is gone');
  assertClean(witness);
  await page.context().close();
});

test('a note with long stories of one’s own still fits on one page', async () => {
  const {page, visitor} = await withPlan();
  await visitor.hook('[data-knop="briefje"]').click();
  const fields = visitor.hook('[data-regel] textarea');
  for (let n = 0; n < 6; n++) await fields.nth(n).fill('Dit is een lange zin over hoe het met ons gaat, elke dag weer. '.repeat(7));
  await visitor.hook('[data-knop="print"]').click();
  await page.waitForFunction(() => (globalThis as unknown as Printed).__printed.length === 1);
  assert.equal(await pages((await printed(page))[0]!), 1);
  await page.context().close();
});

test('the plan is saved as text, the reminder as a calendar file without answers, and mail opens with the text', async () => {
  const {page, witness, visitor} = await withPlan();
  const saved = async (button: string) => {
    const [download] = await Promise.all([page.waitForEvent('download'), visitor.hook(`[data-knop="${button}"]`).click()]);
    return {name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8')};
  };
  const file = await saved('bestand');
  assert.equal(file.name, 'plan.txt');
  assert.match(file.text, /Eerste stap: /);
  const reminder = await saved('herinnering');
  assert.equal(reminder.name, 'herinnering.ics');
  assert.match(reminder.text, /^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n[\s\S]*DTSTART:\d{8}T100000\r\n[\s\S]*END:VCALENDAR\r\n$/);
  const told = await visitor.hook('.samenvatting li').allInnerTexts();
  for (const line of told) assert.ok(!reminder.text.includes(line));
  await visitor.hook('[data-knop="mail"]').click();
  const [mail] = await page.evaluate(() => (globalThis as unknown as Printed).__opened);
  assert.ok(mail!.length < 2000, `${mail!.length} characters`);
  const body = new URLSearchParams(mail!.split('?')[1]).get('body')!;
  assert.ok(file.text.replaceAll('\n', '\r\n').startsWith(body.slice(0, 200)));
  assert.deepEqual((await witness.events()).filter(({type}) => type === 'mz-contact'), []);
  assertClean(witness);
  await page.context().close();
});

test('everything to take along is there by keyboard alone', async () => {
  const {page, witness, visitor} = await withPlan();
  await visitor.tabTo('[data-knop="link"]', 80);
  await page.keyboard.press('Enter');
  await visitor.hook('[data-link]').waitFor();
  assert.ok(await visitor.focusMatches('#mee-kop'));
  await visitor.tabTo('[data-knop="sluit"]');
  await page.keyboard.press('Enter');
  assert.ok(await visitor.focusMatches('[data-knop="link"]'));
  await visitor.tabTo('[data-knop="briefje"]');
  await page.keyboard.press('Space');
  assert.ok(await visitor.focusMatches('#mee-kop'));
  await visitor.tabTo('.lezers input');
  await visitor.tabTo('[data-regel] textarea');
  await page.keyboard.type('Hallo. ');
  const count = await visitor.hook('[data-regel]').count();
  await visitor.tabTo('[data-knop="haal-weg"]');
  await page.keyboard.press('Enter');
  assert.equal(await visitor.hook('[data-regel]').count(), count - 1);
  assert.ok(await visitor.focusMatches('[data-regel] textarea'));
  assertClean(witness);
  await page.context().close();
});

for (const width of [320, 1280]) {
  test(`note and link pass axe and fit at ${width} px`, async () => {
    const {page, visitor} = await withPlan({viewport: {width, height: 900}});
    await page.evaluate(AXE);
    const look = () =>
      page.evaluate(async (tag) => {
        const host = document.querySelector(tag)!;
        type Axe = {run(context: unknown, options: unknown): Promise<{violations: {id: string; nodes: {html: string}[]}[]}>};
        const {violations} = await (globalThis as unknown as {axe: Axe}).axe.run(host, {resultTypes: ['violations']});
        const small = Array.from(host.shadowRoot!.querySelectorAll<HTMLElement>('.mee :is(button, textarea, label, a)'))
          .filter((target) => target.getBoundingClientRect().height < 24)
          .map((target) => `${target.innerText} is ${target.getBoundingClientRect().height} px high`);
        return [...violations.map(({id, nodes}) => `${id}: ${nodes[0]!.html}`), ...small, ...(document.documentElement.scrollWidth > innerWidth ? ['scrolls sideways'] : [])];
      }, GUIDE);
    await visitor.hook('[data-knop="link"]').click();
    await visitor.hook('[data-link]').waitFor();
    await visitor.hook('[data-knop="meer"]').first().click();
    assert.deepEqual(await look(), []);
    await visitor.hook('[data-knop="briefje"]').click();
    await visitor.hook('[data-regel]').first().waitFor();
    assert.deepEqual(await look(), []);
    await page.context().close();
  });
}

test('what does not print says so and offers another way', async () => {
  const {page, witness, visitor} = await withPlan();
  await page.evaluate(() => {
    const append = Element.prototype.append;
    Element.prototype.append = function (this: Element, ...nodes: (Node | string)[]) {
      append.apply(this, nodes);
      for (const node of nodes) if (node instanceof HTMLIFrameElement) Object.defineProperty(node.contentWindow, 'print', {value: undefined});
    };
  });
  await visitor.hook('[data-knop="print"]').click();
  await visitor.hook('.gezegd').getByText('Printen lukt hier niet').waitFor();
  assert.equal(await page.locator('iframe').count(), 0);
  assertClean(witness);
  await page.context().close();
});

test('nothing is kept unless the visitor chooses it, and in a tab that may not keep anything that is said', async () => {
  const {page, witness, visitor} = await open('/bewaren');
  await visitor.answer();
  assert.deepEqual(await witness.stored(), []);
  await visitor.hook('[data-knop="bewaar"]').click();
  await visitor.answer();
  const step = await visitor.step();
  assert.equal((await witness.stored()).length, 1);
  await page.reload();
  await visitor.hook(`[data-stap="${step}"]`).waitFor();
  await visitor.hook('[data-knop="wis"]').click();
  assert.deepEqual(await witness.stored(), []);
  assertClean(witness);
  await page.context().close();

  const shut = await openPage(browser);
  await shut.page.goto(`${server.origin}/dicht`);
  const frame = shut.page.frameLocator('iframe').locator(GUIDE);
  await frame.locator('[data-antwoord="1"]').click();
  await frame.locator('[data-knop="verder"]').click();
  await frame.locator('[data-knop="terug"]').waitFor();
  await frame.locator('[data-knop="bewaar"]').click();
  await frame.getByText('Bewaren lukt niet in deze browser.').waitFor();
  await shut.page.context().close();
});

test('the guide begins with what the quiz on the same page learned, and says so', async () => {
  const {page, witness} = await openPage(browser);
  await page.goto(`${server.origin}/beide`);
  await ready(page, 2);
  const quiz = new PageVisitor(page);
  const guide = new PageVisitor(page, GUIDE);
  const first = await guide.step();
  await quiz.rush();
  await guide.hook('[data-terzijde]').waitFor();
  assert.notEqual(await guide.step(), first);
  await guide.hook('[data-knop="vergeet"]').click();
  await guide.hook(`[data-stap="${first}"]`).waitFor();
  await waitForEvent(page, 'mz-uitslag');
  assertClean(witness);
  await page.context().close();
});

test('the page of the gemeente ends in a plan with help of its own, at 320 px too', async () => {
  const {page, witness} = await openPage(browser, {viewport: {width: 320, height: 800}});
  await page.goto(`${server.origin}/gemeente/wat-past-bij-mij/`);
  await ready(page);
  const visitor = new PageVisitor(page, GUIDE);
  await visitor.rush();
  await visitor.hook('[data-contact]').getByText('Steunpunt Lindewaard').first().waitFor();
  await visitor.hook('[data-knop="print"]').waitFor();
  assert.ok((await advised(visitor)).length > 0);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  assert.deepEqual(await witness.stored(), []);
  assertClean(witness);
  await page.context().close();
});
