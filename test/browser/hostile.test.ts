import assert from 'node:assert/strict';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {build} from 'esbuild';
import type {Browser, Page} from 'playwright-core';
import {LOADER, MOUNTS, ROOT, documentWith, launch, openPage, ready, serve, type Server} from '../support/page.js';
import {STRICT_POLICY} from '../support/server.mjs';
import {PageVisitor} from '../support/visitor.js';

const TAG = 'mz-herken-je-jezelf';
const WIDGET = `<${TAG}><p>Bel het steunpunt: 0123 456 789.</p></${TAG}>`;
const CHAT = '<mz-chat pakket="/mantelzorg/packs/voorbeeld-gemeente/pakket.json"><p>Bel het steunpunt: 0123 456 789.</p></mz-chat>';
const NONE = '; trusted-types ';

/** What scripts of around 2010 did: added methods that `for…in` meets, and replaced standard ones by their own. */
const POLLUTION = `
for (const name of ['each', 'contains', 'remove', 'clone', 'first', 'toJSON']) Array.prototype[name] = function () { return name; };
Array.prototype.find = function (test) { for (var i = 0; i < this.length; i++) if (test(this[i], i)) return this[i]; };
Array.prototype.map = function (each) { var out = []; for (var i = 0; i < this.length; i++) out.push(each(this[i], i)); return out; };
Array.from = function (list) { var out = []; for (var i = 0; i < list.length; i++) out.push(list[i]); return out; };
Function.prototype.bind = function (self) { var run = this; var given = [].slice.call(arguments, 1); return function () { return run.apply(self, given.concat([].slice.call(arguments))); }; };
Element.prototype.remove = function () { this.parentNode && this.parentNode.removeChild(this); };
`;

/** Rarer, and each by itself: a page that adds to every object, and the `reduce` of Prototype.js before 1.6. */
const OLD: Record<string, string> = {
  'every object': `Object.prototype.extend = function () { return this; }; Object.prototype.version = '1';`,
  'old reduce': `Array.prototype.reduce = function () { return this.length > 1 ? this : this[0]; };`,
};
const slug = (name: string) => name.replace(' ', '-');

const RESETS: Record<string, string> = {
  unset: '* { all: unset !important; } *::before, *::after { all: unset !important; }',
  hidden: 'p, h1, h2, h3, h4, button, input, label, fieldset, legend { display: none !important; }',
  giant: '* { font-size: 40px !important; letter-spacing: 1em !important; float: left !important; width: 5000px !important; }',
  inherited: 'html { text-align: center; text-transform: uppercase; letter-spacing: 8px; word-spacing: 20px; white-space: nowrap; line-height: 0.5; font: italic 900 10px fantasy; visibility: visible; cursor: none; text-indent: 80px; }',
};

let browser: Browser;
let server: Server;
let folder: string;
before(async () => {
  browser = await launch();
  folder = mkdtempSync(path.join(tmpdir(), 'mantelzorg-'));
  writeFileSync(path.join(folder, 'pollution.js'), POLLUTION);
  for (const [name, script] of Object.entries(OLD)) writeFileSync(path.join(folder, `${slug(name)}.js`), script);
  for (const [name, css] of Object.entries(RESETS)) writeFileSync(path.join(folder, `${name}.css`), css);
  // A host page with a Lit of its own.
  await build({
    stdin: {
      contents: `import {LitElement, html} from 'lit'; class Host extends LitElement { render() { return html\`<b>host</b>\`; } } customElements.define('host-thing', Host);`,
      resolveDir: ROOT,
    },
    bundle: true,
    format: 'esm',
    outfile: path.join(folder, 'host-lit.js'),
  });
  server = await serve({
    mounts: {...MOUNTS, '/hostile/': `${folder}/`},
    policy: (pathname) => (pathname === '/host-lit' ? STRICT_POLICY.replace(NONE, `${NONE}lit-html `) : STRICT_POLICY),
    pages: {
      '/plain': documentWith(LOADER + WIDGET),
      '/pollution': documentWith(WIDGET, {head: `<script src="/hostile/pollution.js"></script>${LOADER}`}),
      ...Object.fromEntries(
        Object.keys(OLD).map((name) => [
          `/old-${slug(name)}`,
          documentWith(WIDGET.replace('>', ' pakket="/mantelzorg/packs/voorbeeld-gemeente/pakket.json">'), {head: `<script src="/hostile/${slug(name)}.js"></script>${LOADER}`}),
        ]),
      ),
      '/host-lit': documentWith(`<script type="module" src="/hostile/host-lit.js"></script>${LOADER}<host-thing></host-thing>${WIDGET}`),
      ...Object.fromEntries(['pollution', ...Object.keys(OLD)].map((name) => [`/chat-${slug(name)}`, documentWith(CHAT, {head: `<script src="/hostile/${slug(name)}.js"></script>${LOADER}`})])),
      ...Object.fromEntries(Object.keys(RESETS).map((name) => [`/chat-${name}`, documentWith(LOADER + CHAT.replace('>', ' vorm="zwevend">'), {head: `<link rel="stylesheet" href="/hostile/${name}.css">`})])),
      ...Object.fromEntries(Object.keys(RESETS).map((name) => [`/${name}`, documentWith(LOADER + WIDGET, {head: `<link rel="stylesheet" href="/hostile/${name}.css">`})])),
    },
  });
});
after(async () => {
  await browser.close();
  await server.close();
  rmSync(folder, {recursive: true, force: true});
});

async function open(address: string) {
  server.reset();
  const {page, witness} = await openPage(browser);
  await page.goto(server.origin + address);
  await ready(page);
  return {page, witness, visitor: new PageVisitor(page)};
}

test('the quiz goes to a result on a page whose scripts polluted the prototypes', async () => {
  const {page, witness, visitor} = await open('/pollution');
  const seen = await visitor.walk();
  assert.ok(seen.length >= 4, seen.join());
  await visitor.hook('[data-contact]').first().waitFor();
  assert.deepEqual(witness.violations, []);
  assert.deepEqual(witness.console, []);
  await page.context().close();
});

for (const name of Object.keys(OLD)) {
  test(`a pack of the site's own is read and advised from on a page with another «${name}»`, async () => {
    const {page, witness, visitor} = await open(`/old-${slug(name)}`);
    await visitor.walk();
    await visitor.hook('[data-steun]').first().waitFor();
    await visitor.hook('[data-contact]').first().waitFor();
    assert.deepEqual(witness.console, []);
    await page.context().close();
  });
}

test("a host page's own Lit and ours live side by side", async () => {
  const {page, witness, visitor} = await open('/host-lit');
  assert.equal(await page.locator('host-thing b').innerText(), 'host');
  await visitor.walk();
  assert.deepEqual(witness.violations, []);
  await page.context().close();
});

for (const name of Object.keys(RESETS)) {
  test(`the quiz is usable under the host's style sheet «${name}»`, async () => {
    const {page, witness, visitor} = await open(`/${name}`);
    const size = await visitor.hook('[data-antwoord]').first().boundingBox();
    assert.ok(size && size.height >= 44 && size.width > 100, JSON.stringify(size));
    const button = await visitor.hook('[data-knop="verder"]').first().boundingBox();
    assert.ok(button && button.height >= 24 && button.width >= 24, JSON.stringify(button));
    const display = await visitor.widget.evaluate((element) => getComputedStyle(element.shadowRoot!.querySelector('[data-stap]')!).display);
    assert.notEqual(display, 'none');
    await visitor.walk();
    await visitor.hook('[data-contact]').first().waitFor();
    assert.deepEqual(witness.violations, []);
    await page.context().close();
  });
}

/** Says something to the chat, and waits for what is said to it. */
async function say(page: Page, text: string): Promise<void> {
  const chat = page.locator('mz-chat');
  const before = await chat.locator('[data-bericht]').count();
  await chat.locator('[data-invoer=vraag]').fill(text);
  await chat.locator('[data-knop=stuur]').click();
  await page.waitForFunction((count) => document.querySelector('mz-chat')!.shadowRoot!.querySelectorAll('[data-bericht]').length >= count, before + 2);
}

for (const name of ['pollution', ...Object.keys(OLD)]) {
  test(`the chat understands and answers on a page with «${name}»`, async () => {
    const {page, witness} = await open(`/chat-${slug(name)}`);
    await say(page, 'hoe vraag ik een parkeerkaart aan voor mijn moeder');
    await page.locator('mz-chat [data-steun=parkeren]').waitFor();
    await say(page, 'ik wil niet meer leven');
    await page.locator('mz-chat [data-nood]').first().waitFor();
    assert.deepEqual(witness.console, []);
    await page.context().close();
  });
}

for (const name of Object.keys(RESETS)) {
  test(`the floating chat is usable under the host's style sheet «${name}»`, async () => {
    const {page, witness} = await open(`/chat-${name}`);
    const chat = page.locator('mz-chat');
    await chat.locator('[data-knop=open]').click();
    await say(page, 'ik wil niet meer leven');
    const number = await chat.locator('[data-nood]').first().boundingBox();
    assert.ok(number && number.height >= 24 && number.width >= 24, JSON.stringify(number));
    await chat.locator('[data-contact]').waitFor();
    await page.keyboard.press('Escape');
    await chat.locator('.paneel:popover-open').waitFor({state: 'detached'});
    assert.deepEqual(witness.violations, []);
    await page.context().close();
  });
}

/** What browsers' translators do to every text node, shadow roots included. */
function translate(page: Page) {
  return page.evaluate(() => {
    const visit = (root: Node) => {
      for (const node of [...root.childNodes]) {
        if (node.nodeType === Node.TEXT_NODE && node.textContent?.trim()) {
          const outer = document.createElement('font');
          const inner = document.createElement('font');
          inner.textContent = `«${node.textContent}»`;
          outer.append(inner);
          (node as ChildNode).replaceWith(outer);
        } else if (!(node instanceof HTMLStyleElement || node instanceof HTMLScriptElement)) {
          visit(node);
          if (node instanceof Element && node.shadowRoot) visit(node.shadowRoot);
        }
      }
    };
    visit(document.body);
  });
}

test("a browser's translation midway leaves the new question's own text on every screen", async () => {
  const untouched = await open('/plain');
  const questions: string[] = [];
  const original = await untouched.visitor.walk(undefined, async () => void questions.push(await untouched.visitor.question()));
  await untouched.page.context().close();

  const {page, witness, visitor} = await open('/plain');
  const heard: string[] = [];
  const seen = await visitor.walk(
    async () => {
      await translate(page);
      await visitor.answer();
    },
    async () => void heard.push(await visitor.question()),
  );
  assert.deepEqual(seen, original);
  assert.deepEqual(heard, questions);
  assert.deepEqual(witness.console, []);
  await page.context().close();
});

test('after a translation, going back and choosing another answer show what belongs there', async () => {
  const {page, witness, visitor} = await open('/plain');
  const first = await visitor.question();
  await visitor.answer(0);
  await translate(page);
  await visitor.moving(() => visitor.hook('[data-knop="terug"]').click());
  assert.equal(await visitor.question(), first);
  await translate(page);
  await visitor.hook('[data-antwoord]').nth(1).click();
  await visitor.moving(() => visitor.hook('[data-knop="verder"]').first().click());
  assert.notEqual(await visitor.question(), first);
  assert.deepEqual(witness.console, []);
  await page.context().close();
});
