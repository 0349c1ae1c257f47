import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import type {Browser, Locator, Page} from 'playwright-core';
import {axeProblems} from '../support/axe.js';
import {documentWith, launch, LOADER, openPage, ready, serve, waitForEvent, type Server, type Witness} from '../support/page.js';
import {PageVisitor} from '../support/visitor.js';

const PACK = 'pakket="/mantelzorg/packs/voorbeeld-gemeente/pakket.json"';
const FINDER = `<mz-respijtzoeker ${PACK}><p>Bel het steunpunt.</p></mz-respijtzoeker>`;

let browser: Browser;
let server: Server;
before(async () => {
  browser = await launch();
  server = await serve({
    pages: {
      '/samen': documentWith(`${LOADER}<mz-ondersteuningswijzer ${PACK}></mz-ondersteuningswijzer>${FINDER}`),
      '/zonder-aanbod': documentWith(`${LOADER}<mz-respijtzoeker><p>Bel het steunpunt.</p></mz-respijtzoeker>`),
      '/los': documentWith(`<script type="module" src="/mantelzorg/respijtzoeker.js"></script>${FINDER}`),
      '/zoeker': documentWith(`${LOADER}${FINDER}`),
    },
  });
});
after(async () => {
  await browser.close();
  await server.close();
});

class Seeker {
  readonly tag: Locator;
  constructor(readonly page: Page) {
    this.tag = page.locator('mz-respijtzoeker');
  }

  hook(selector: string): Locator {
    return this.tag.locator(selector);
  }

  async count(): Promise<number> {
    return Number(await this.hook('[data-aantal]').getAttribute('data-aantal'));
  }

  /** Does something, and waits until the sentence with the number says something else. */
  async changing(act: () => Promise<unknown>): Promise<void> {
    const said = this.hook('[data-aantal]');
    const before = await said.textContent();
    await act();
    await this.page.waitForFunction(([tag, old]) => {
      const now = document.querySelector(tag!)!.shadowRoot!.querySelector('[data-aantal]')?.textContent;
      return now !== undefined && now !== old;
    }, ['mz-respijtzoeker', before] as const);
  }

  async seek(place: string): Promise<void> {
    await this.hook('[data-invoer=plaats]').fill(place);
    await this.changing(() => this.hook('[data-knop=zoek]').click());
  }

  async choose(...filters: string[]): Promise<void> {
    for (const filter of filters) {
      const control = this.hook(`[data-filter="${filter}"]`);
      if (!(await control.count())) await this.hook('.filter[data-knop=meer]').click();
      await this.changing(() => control.click());
    }
  }

  offers(): Promise<string[]> {
    return this.hook('.kaarten > [data-aanbod]').evaluateAll((cards) => cards.map((card) => (card as HTMLElement).dataset['aanbod']!));
  }
}

async function visit(address: string, width = 1280) {
  const {page, witness} = await openPage(browser, {viewport: {width, height: 800}});
  await page.goto(server.origin + address);
  await ready(page);
  const seeker = new Seeker(page);
  await seeker.hook('[data-aantal]').waitFor();
  return {page, witness, seeker};
}

/** jQuery 1.12 tries an inline handler while it starts: the club's own violation, not ours. */
const ours = (lines: string[]) => lines.filter((line) => !line.includes('/vendor/jquery/'));

/** What the host's own page leaves outside its landmarks is not ours. */
const ofWidget = (problem: string) => !problem.startsWith('region: [".notice"]');

async function assertQuiet(page: Page, witness: Witness) {
  assert.deepEqual(ours(witness.violations), []);
  assert.deepEqual(ours(witness.console), []);
  assert.deepEqual(witness.foreign, []);
  assert.deepEqual(await witness.stored(), []);
  for (const url of witness.requests) assert.equal(new URL(url).search, '', url);
  assert.equal(new URL(page.url()).hash, '');
  await page.context().close();
}

async function assertFits(page: Page) {
  const {wide, hit} = await page.evaluate(() => ({wide: document.documentElement.scrollWidth, hit: innerWidth}));
  assert.ok(wide <= hit, `${wide} px wide in ${hit}`);
}

test('dementia, a night, without indicatie, near: who comes, how far, who arranges it and the first step', async () => {
  const {page, witness, seeker} = await visit('/gemeente/respijtzorg/');
  await seeker.seek('Voorbeeldstad');
  await seeker.choose('duur:nacht', 'indicatie:niet-nodig', 'doelgroepen:dementie');
  const [first] = await seeker.offers();
  assert.equal(first, 'nachtrust-lindewaard');
  const card = seeker.hook('[data-aanbod=nachtrust-lindewaard]');
  assert.ok(Number(await card.locator('[data-afstand]').getAttribute('data-afstand')) < 2);
  assert.match((await card.locator('[data-geregeld-via]').textContent())!, /Wie regelt dit\?.*geen indicatie/s);
  await card.locator('[data-knop=meer]').click();
  await card.locator('[data-gecontroleerd]').waitFor();
  assert.deepEqual((await axeProblems(page)).filter(ofWidget), []);
  await assertQuiet(page, witness);
});

test('a child with autism, a weekend, paid by pgb, at 320 px by keyboard', async () => {
  const {page, witness, seeker} = await visit('/ziekenhuis/respijtzorg/', 320);
  await seeker.hook('[data-invoer=plaats]').focus();
  await page.keyboard.type('Voorbeeldstad');
  await seeker.changing(() => page.keyboard.press('Enter'));
  await assertFits(page);
  await page.goto(`${server.origin}/gemeente/respijtzorg/`);
  await ready(page);
  await seeker.hook('[data-aantal]').waitFor();
  await seeker.choose('doelgroepen:autisme', 'leeftijd:0-17', 'duur:weekend', 'betaald-via:pgb');
  await assertFits(page);
  assert.ok((await seeker.offers()).includes('logeerhuis-de-zwaluw'));
  const more = seeker.hook('.filter[data-knop=meer]');
  await more.focus();
  await page.keyboard.press('Enter');
  assert.equal(await more.getAttribute('aria-expanded'), 'false');
  await assertFits(page);
  await assertQuiet(page, witness);
});

test('urgent, tomorrow: only who has room now, each with a number or a site', async () => {
  const {page, witness, seeker} = await visit('/gemeente/respijtzorg/');
  await seeker.choose('spoed:ja', 'plek-vrij:ja');
  assert.ok((await seeker.count()) > 0);
  for (const card of await seeker.hook('.kaarten > [data-aanbod]').all()) assert.match((await card.textContent())!, /Plek vrij[^]*Eerste stap/);
  await assertQuiet(page, witness);
});

test('only who takes over is listed, until the visitor asks for other help or picks a kind; numbers say so', async () => {
  const {page, witness, seeker} = await visit('/gemeente/respijtzorg/');
  const lending = 'uitleen-hulpmiddelen';
  const all = await seeker.count();
  await seeker.choose('spoed:ja');
  assert.ok(!(await seeker.offers()).includes(lending), 'a lending point takes over from nobody');
  const [few, button] = [await seeker.count(), seeker.hook('[data-knop=soorten]')];
  const others = Number(/\d+$/.exec((await button.textContent())!.trim())![0]);
  await seeker.changing(() => button.click());
  assert.equal(await seeker.count(), few + others);
  assert.ok((await seeker.offers()).includes(lending));
  assert.equal(await button.getAttribute('aria-pressed'), 'true');
  await seeker.hook('[data-knop=link]').click();
  assert.match(await seeker.hook('[data-link]').inputValue(), /steun:alles/);
  await seeker.changing(() => button.click());
  assert.equal(await seeker.count(), few);
  await seeker.hook('.filter[data-knop=meer]').click();
  const kind = seeker.hook('[data-filter="steun:hulpmiddelen"]');
  const promised = Number(/\d+$/.exec((await kind.textContent())!.trim())![0]);
  await seeker.changing(() => kind.click());
  assert.equal(await seeker.count(), promised);
  assert.deepEqual(await seeker.offers(), [lending]);
  await seeker.changing(() => kind.click());
  await seeker.changing(() => seeker.hook('[data-filter="spoed:ja"]').click());
  assert.equal(await seeker.count(), all);
  await assertFits(page);
  await assertQuiet(page, witness);
});

test('what people call a kind of help finds its offers, which do not call themselves so', async () => {
  const {page, witness, seeker} = await visit('/gemeente/respijtzorg/');
  for (const [word, offer] of [['oppas', 'dementie-aan-huis'], ['dagbesteding', 'dagopvang-de-lindehof'], ['logeerhuis', 'kort-verblijf-rietveen']] as const) {
    await seeker.changing(() => seeker.hook('[data-invoer=vraag]').fill(word));
    assert.ok((await seeker.offers()).includes(offer), word);
  }
  await seeker.changing(() => seeker.hook('[data-invoer=vraag]').fill('rolstoel lenen'));
  assert.equal(await seeker.count(), 0);
  await seeker.changing(() => seeker.hook('[data-knop=los]').filter({hasText: 'andere soorten hulp'}).click());
  assert.ok((await seeker.offers()).includes('uitleen-hulpmiddelen'));
  await assertQuiet(page, witness);
});

test('the name of the gemeente itself is a place, also of one that only the own table has', async () => {
  const {page, witness, seeker} = await visit('/gemeente/respijtzorg/');
  await seeker.seek('Lindewaard');
  assert.match((await seeker.hook('[data-aantal]').textContent())!, /van Lindewaard/);
  await assertQuiet(page, witness);
});

test('a volunteer at home on Tuesday, by a word', async () => {
  const {page, witness, seeker} = await visit('/gemeente/respijtzorg/');
  await seeker.choose('thuis:thuis', 'bemensing:vrijwilliger');
  await seeker.changing(() => seeker.hook('[data-invoer=vraag]').fill('dinsdag'));
  assert.ok((await seeker.offers()).includes('dinsdagmaatjes'));
  await seeker.changing(() => seeker.hook('[data-invoer=vraag]').fill('xyzzy'));
  assert.equal(await seeker.count(), 0);
  assert.ok((await seeker.hook('[data-knop=los]').count()) > 0, 'which one to let go of');
  assert.ok(await seeker.hook('[data-contact]').isVisible());
  assert.deepEqual((await axeProblems(page)).filter(ofWidget), []);
  await assertQuiet(page, witness);
});

test('a village at the border: the nearest first, whatever its gemeente', async () => {
  const {page, witness, seeker} = await visit('/gemeente/respijtzorg/');
  await seeker.seek('Bremdijk');
  const far = await seeker.hook('.kaarten > [data-aanbod] [data-afstand]').evaluateAll((all) => all.slice(0, 2).map((one) => Number((one as HTMLElement).dataset['afstand'])));
  assert.ok(far.every((km) => km < 1), String(far));
  await assertQuiet(page, witness);
});

test('the club’s page has it too, on a page of scripts and styles from another time', async () => {
  const {page, witness, seeker} = await visit('/sportclub/respijtzorg/', 320);
  assert.ok((await seeker.count()) > 0);
  await assertFits(page);
  await assertQuiet(page, witness);
});

test('what was told in the ondersteuningswijzer on the same page becomes filters, is said, and can be forgotten', async () => {
  const {page, witness, seeker} = await visit('/samen');
  await ready(page, 2);
  const guide = page.locator('mz-ondersteuningswijzer');
  // The first answers until the reason, there dementia, and on to the end.
  for (let step = 0; step < 20 && (await guide.locator('[data-antwoord]').count()); step++) {
    const at = await guide.locator('[data-stap]').getAttribute('data-stap');
    await guide.locator('[data-antwoord="1"]').click();
    await guide.locator('[data-knop=verder]').first().click();
    await page.waitForFunction((old) => document.querySelector('mz-ondersteuningswijzer')!.shadowRoot!.querySelector<HTMLElement>('[data-stap]')!.dataset['stap'] !== old, at);
  }
  await waitForEvent(page, 'mz-uitslag');
  await seeker.hook('[data-terzijde]').waitFor();
  assert.match((await seeker.hook('[data-terzijde]').textContent())!, /Dementie/);
  assert.equal(await seeker.hook('[data-filter="doelgroepen:dementie"]').getAttribute('aria-pressed'), 'true');
  await seeker.changing(() => seeker.hook('[data-knop=vergeet]').click());
  assert.equal(await seeker.hook('[data-terzijde]').count(), 0);
  await assertQuiet(page, witness);
});

test('what somebody puts aside in the finder stands in the note of the ondersteuningswijzer, and goes when it is let go', async () => {
  const {page, witness, seeker} = await visit('/samen');
  await ready(page, 2);
  const guide = new PageVisitor(page, 'mz-ondersteuningswijzer');
  for (let step = 0; step < 20 && !(await guide.hook('[data-knop=briefje]').count()); step++) await guide.answer(0);
  await seeker.hook('[data-aanbod] [data-knop=briefje]').first().click();
  await seeker.hook('[data-briefje] [data-regel]').waitFor();
  const name = (await seeker.hook('[data-briefje] [data-regel] span').textContent())!.trim();
  const lines = () => guide.hook('[data-regel] textarea').evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value));
  const note = guide.hook('[data-knop=briefje]');
  await note.click();
  await guide.hook('[data-regel]').first().waitFor();
  const first = await lines();
  const at = first.indexOf('Deze plekken wil ik vragen:');
  assert.ok(at > 0 && first[at + 1]!.startsWith(name), first.join(' | '));
  assert.equal(first.length, at + 3, 'the closing line stays last');
  await guide.hook('[data-regel] textarea').first().fill('Beste dokter,');
  await note.click();
  await seeker.hook('[data-aanbod] [data-knop=briefje]').nth(1).click();
  await note.click();
  await guide.hook('[data-regel]').first().waitFor();
  const second = await lines();
  assert.equal(second.length, first.length + 1);
  assert.equal(second[0], 'Beste dokter,', 'what the visitor wrote stays');
  await note.click();
  for (const _ of [1, 2]) await seeker.hook('[data-briefje] [data-knop=weg]').first().click();
  await note.click();
  await guide.hook('[data-regel]').first().waitFor();
  assert.ok(!(await lines()).includes('Deze plekken wil ik vragen:'));
  await seeker.hook('[data-aanbod] [data-knop=briefje]').first().click();
  await page.locator('mz-ondersteuningswijzer').locator('[data-knop=wis]').click();
  await guide.hook('[data-antwoord]').first().waitFor();
  await seeker.hook('[data-invoer=plaats]').fill('Voorbeeldstad');
  await seeker.hook('[data-knop=zoek]').first().click();
  await page.waitForFunction(() => !document.querySelector('mz-respijtzoeker')!.shadowRoot!.querySelector('[data-briefje]'));
  await assertQuiet(page, witness);
});

test('a campaign link opens with its place and filters, and leaves the address', async () => {
  const {page, witness, seeker} = await visit('/zoeker#mz=respijtzoeker&f=duur:nacht~verzonnen:x&plaats=Voorbeeldstad');
  await page.waitForFunction(() => document.querySelector('mz-respijtzoeker')!.shadowRoot!.querySelector('[data-aantal]')?.textContent.includes('van Voorbeeldstad'));
  assert.equal(await seeker.hook('[data-filter="duur:nacht"]').getAttribute('aria-pressed'), 'true');
  await assertQuiet(page, witness);
});

test('a pack without offers helps to choose and names a person, in few bytes and without an empty finder', async () => {
  const {page, witness} = await openPage(browser);
  await page.goto(`${server.origin}/zonder-aanbod`);
  await ready(page);
  const seeker = new Seeker(page);
  await seeker.hook('[data-contact]').waitFor();
  assert.equal(await seeker.hook('[data-invoer], [data-filter]').count(), 0);
  await seeker.hook('[data-knop=starter]').click();
  await seeker.hook('[data-stap=wie] [data-antwoord="1"]').waitFor();
  assert.deepEqual((await axeProblems(page)).filter(ofWidget), []);
  assert.ok(!witness.requests.some((url) => url.includes('/engine-')), 'nothing to search with');
  await assertQuiet(page, witness);
});

test('the self-contained file searches too, with what lies beside it', async () => {
  const {page, witness, seeker} = await visit('/los');
  await seeker.seek('Voorbeeldstad');
  await seeker.choose('duur:nacht');
  assert.ok((await seeker.count()) > 0);
  await assertQuiet(page, witness);
});
