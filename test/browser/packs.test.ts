import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, test} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import type {Block} from '../../src/flows/model/node.js';
import type {Ends, Flow} from '../../src/flows/model/flow.js';
import type {LaterParts, Manifest, PartRef} from '../../src/flows/model/manifest.js';
import type {OffersPart, PlacesPart} from '../../src/flows/model/offer.js';
import type {SupportPart} from '../../src/flows/model/support.js';
import type {AlarmsPart} from '../../src/flows/model/alarms.js';
import type {UnderstandingPart} from '../../src/flows/model/understanding.js';
import {builtParts, chunkWith} from '../support/built.js';
import {DIST, LOADER, MOUNTS, documentWith, launch, openPage, ready, serve, waitForEvent, type Server, type Witness} from '../support/page.js';
import {PageVisitor} from '../support/visitor.js';

/** Packs whose hashes are right and whose content is not: put together wrongly, or by somebody who means harm. */
const TAG = 'mz-herken-je-jezelf';
const FALLBACK = 'Bel het steunpunt: 0123 456 789.';
const SOURCE = path.join(DIST, 'packs/voorbeeld-gemeente');

interface Pack {
  manifest: Manifest;
  flow: Flow;
  ends: Ends;
  support: SupportPart;
  /** The list of what results need, in a pack that names these parts apart. */
  later?: LaterParts;
  offers?: OffersPart;
  places?: PlacesPart;
  alarms?: AlarmsPart;
  understanding?: UnderstandingPart;
  /** A second dialogue, `tweede`. */
  second?: Flow;
}

function read<T>(start: string): T {
  return JSON.parse(readFileSync(path.join(SOURCE, readdirSync(SOURCE).find((file) => file.startsWith(start))!), 'utf8')) as T;
}

const leadsTo = (pack: Pack, step: string) => {
  pack.second = {id: 'tweede', lang: 'nl', title: 'Tweede', steps: [{id: 'begin', title: ['Begin']}]};
  pack.manifest.parts.push({kind: 'flow', id: 'tweede', lang: 'nl', file: 'flow.tweede.nl.0123456789.json', integrity: ''});
  return {flow: 'tweede', step};
};
const without = (pack: Pack, kind: PartRef['kind']) => void (pack.manifest.parts = pack.manifest.parts.filter((part) => part.kind !== kind));
/** As `bouw` writes it: ends and support are named in a list of their own. */
const listed = (pack: Pack, spoil: (parts: PartRef[]) => unknown = () => undefined) => {
  pack.later = {lang: 'nl', parts: pack.manifest.parts.filter(({kind}) => kind !== 'flow')};
  pack.manifest.parts = [...pack.manifest.parts.filter(({kind}) => kind === 'flow'), {kind: 'later', id: 'all', lang: 'nl', file: 'later.all.nl.0123456789.json', integrity: ''}];
  spoil(pack.later.parts);
};
const intro = (...c: Extract<Block, {t: 'p'}>['c']): Block[] => [{t: 'p', c}];
const firstAnswers = (pack: Pack) => {
  const {control} = pack.flow.steps[0]!;
  assert.equal(control?.t, 'one');
  return control.answers;
};

const PACKS: Record<string, (pack: Pack) => void> = {
  'answer-to-nowhere': (pack) => void (firstAnswers(pack)[0]!.to = leadsTo(pack, 'weg')),
  'link-to-nowhere': (pack) => void (pack.flow.steps[0]!.body = intro({t: 'flow', to: leadsTo(pack, 'weg'), c: ['kijk']})),
  'link-to-itself': (pack) => void (pack.flow.steps[0]!.body = intro({t: 'flow', to: {flow: pack.flow.id, step: pack.flow.steps[1]!.id}, c: ['kijk']})),
  'no-support': (pack) => without(pack, 'support'),
  'no-ends': (pack) => without(pack, 'ends'),
  'other-ends': (pack) => void (pack.ends.steps = [{id: 'anders', body: intro('x')}]),
  'ends-with-holes': (pack) =>
    pack.ends.steps.forEach(({body}) => body.unshift(...intro('x', {t: 'src', n: 99}, {t: 'term', id: 'weg', c: 'woord'}, {t: 'flow', to: {step: 'weg'}, c: ['link']}))),
  'other-flow': (pack) => void (pack.flow.id = 'iets-anders'),
  'no-language': (pack) => void (pack.flow.lang = pack.support.lang = 'nl-a'),
  loop: (pack) => firstAnswers(pack).forEach((answer) => (answer.to = {step: pack.flow.steps[0]!.id})),
  'odd-text': (pack) => {
    pack.flow.steps[0]!.title = ['\u202e\u2066<b>\u0000'];
    firstAnswers(pack)[0]!.label = ['W'.repeat(20_000)];
    pack.manifest.contact.name = 'N'.repeat(1000);
  },
  listed: (pack) => listed(pack),
  'list-of-lists': (pack) => listed(pack, (parts) => parts.push({...parts[0]!, kind: 'later'})),
  'list-elsewhere': (pack) => listed(pack, (parts) => parts.forEach((part) => (part.file = '../../elders.json'))),
  'script-link': (pack) => void (pack.flow.steps[0]!.body = intro({t: 'a', href: '\u0001JaVaScRiPt:alert(1)', c: ['x']})),
};

let folder: string;
let browser: Browser;
let server: Server;

function writePack(name: string, edit: (pack: Pack) => void): void {
  const manifest = {...read<Manifest>('pakket'), parts: builtParts(path.basename(SOURCE)).filter(({kind}) => kind !== 'later') as PartRef[]};
  const pack: Pack = {manifest, flow: read('flow.herken-je-jezelf.nl.'), ends: read('ends.herken-je-jezelf.nl.'), support: read('support.')};
  edit(pack);
  const into = path.join(folder, name);
  mkdirSync(into, {recursive: true});
  const write = (part: PartRef) => {
    const own = part.id === 'tweede' ? pack.second : pack[part.kind];
    const elsewhere = part.file.includes('/');
    const text = own || elsewhere ? JSON.stringify(own ?? {}) : readFileSync(path.join(SOURCE, part.file), 'utf8');
    if (!elsewhere) writeFileSync(path.join(into, part.file), text);
    part.integrity = hashOf(text);
  };
  pack.later?.parts.filter(({kind}) => kind !== 'later').forEach(write);
  pack.manifest.parts.forEach(write);
  let text = JSON.stringify(pack.manifest);
  // A hash with a plus, which an address would read as a space.
  for (let version = 1; !hashOf(text).includes('+'); version++) text = JSON.stringify({...pack.manifest, version: `v${version}`});
  writeFileSync(path.join(into, 'pakket.json'), text);
  hashes[name] = hashOf(text);
}

const hashes: Record<string, string> = {};
const hashOf = (text: string) => `sha384-${createHash('sha384').update(text).digest('base64')}`;

const widget = (attributes = '') => documentWith(`${LOADER}<${TAG} ${attributes}><p>${FALLBACK}</p></${TAG}>`);

before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'mantelzorg-'));
  for (const [name, edit] of Object.entries(PACKS)) writePack(name, edit);
  browser = await launch();
  server = await serve({
    mounts: {...MOUNTS, '/pack/': `${folder}/`},
    pages: {
      ...Object.fromEntries(Object.keys(PACKS).map((name) => [`/${name}`, widget(`pakket="/pack/${name}/pakket.json"`)])),
      ...Object.fromEntries(['onzin', 'sha384-kort', 'md5-abc', `sha256-${'A'.repeat(43)}=`].map((hash, index) => [`/hash-${index}`, widget(`pakket="/pack/loop/pakket.json" pakket-integriteit="${hash}"`)])),
      ...Object.fromEntries(['javascript:alert(1)', 'data:application/json,{}', 'blob:x', 'file:///x'].map((address, index) => [`/address-${index}`, widget(`pakket="${address}"`)])),
      '/basis': widget(),
      '/english': widget('lang="en" pakket="/mantelzorg/packs/basis/pakket.json"'),
      '/hash-right': widget(`pakket="/pack/loop/pakket.json" pakket-integriteit="${hashes['loop']!}"`),
      '/hash-in-script': documentWith(
        `<div><script type="module" src="/mantelzorg/mantelzorg-widgets.js?widget=herken-je-jezelf&pakket=/pack/loop/pakket.json&pakket-integriteit=${hashes['loop']!}"></script></div>`,
      ),
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
  return {page, witness, visitor: new PageVisitor(page)};
}

/** Whatever came of it: nothing uncaught, no policy broken, nobody else asked, nothing kept. */
async function assertQuiet(page: Page, witness: Witness) {
  assert.deepEqual(witness.console.filter((line) => /^uncaught/.test(line)), []);
  assert.deepEqual(witness.violations, []);
  assert.deepEqual(witness.foreign, []);
  assert.deepEqual(await witness.stored(), []);
  await page.context().close();
}

const faults = async (witness: Witness) => (await witness.events()).filter((event) => event.type === 'mz-fout').map((event) => event.detail['code']);

test('an answer to a step that another dialogue does not have stops there, with the contact at hand', async () => {
  const {page, witness, visitor} = await open('/answer-to-nowhere');
  await ready(page);
  const step = await visitor.step();
  await visitor.hook('[data-antwoord]').first().click();
  for (let times = 1; times <= 2; times++) {
    await visitor.hook('[data-knop="verder"]').first().click();
    assert.equal((await waitForEvent(page, 'mz-fout', times))['code'], 'deel-onbereikbaar');
    await visitor.hook('[data-knop="probeer"]').waitFor();
    assert.equal(await visitor.step(), step);
  }
  await visitor.answer(1);
  assert.notEqual(await visitor.step(), step, 'the other answers still lead on');
  await assertQuiet(page, witness);
});

test('a link to a step that another dialogue does not have leads nowhere', async () => {
  const {page, witness, visitor} = await open('/link-to-nowhere');
  await ready(page);
  await visitor.hook('[data-gesprek]').click();
  assert.equal((await waitForEvent(page, 'mz-fout'))['code'], 'deel-onbereikbaar');
  await visitor.rush();
  await assertQuiet(page, witness);
});

test('a link into the dialogue itself opens it and comes back', async () => {
  const {page, witness, visitor} = await open('/link-to-itself');
  await ready(page);
  const step = await visitor.step();
  await visitor.moving(() => visitor.hook('[data-gesprek]').click());
  assert.notEqual(await visitor.step(), step);
  await visitor.moving(() => visitor.hook('[data-knop="terug"]').click());
  assert.equal(await visitor.step(), step);
  await assertQuiet(page, witness);
});

test('a pack without kinds of support shows its results all the same', async () => {
  const {page, witness, visitor} = await open('/no-support');
  await ready(page);
  await visitor.rush();
  await visitor.hook('[data-contact]').first().waitFor();
  await page.waitForFunction((tag) => !document.querySelector(tag)!.shadowRoot!.querySelector('[data-wacht]'), TAG);
  assert.equal(await visitor.hook('[data-knop="probeer"]').count(), 0);
  assert.deepEqual(await faults(witness), []);
  await assertQuiet(page, witness);
});

for (const name of ['no-ends', 'other-ends']) {
  test(`results without a text are told, and leave the contact («${name}»)`, async () => {
    const {page, witness, visitor} = await open(`/${name}`);
    await ready(page);
    await visitor.rush();
    assert.equal((await waitForEvent(page, 'mz-fout'))['code'], 'pakket-ongeldig');
    await visitor.hook('[data-contact]').first().waitFor();
    assert.ok(await page.getByText(FALLBACK).isVisible());
    await assertQuiet(page, witness);
  });
}

test('results come by the list that names their parts', async () => {
  const {page, witness, visitor} = await open('/listed');
  await ready(page);
  await visitor.rush();
  await visitor.hook('[data-steun]').first().waitFor();
  assert.deepEqual(await faults(witness), []);
  await assertQuiet(page, witness);
});

for (const name of ['list-of-lists', 'list-elsewhere']) {
  test(`a list of parts that is none («${name}») is refused, and leaves the contact`, async () => {
    const {page, witness, visitor} = await open(`/${name}`);
    await ready(page);
    await visitor.rush();
    assert.equal((await waitForEvent(page, 'mz-fout'))['code'], 'pakket-ongeldig');
    await visitor.hook('[data-contact]').first().waitFor();
    assert.ok(await page.getByText(FALLBACK).isVisible());
    await assertQuiet(page, witness);
  });
}

test('results that point to what is not there are shown without it', async () => {
  const {page, witness, visitor} = await open('/ends-with-holes');
  await ready(page);
  await visitor.rush();
  await visitor.hook('[data-steun]').first().waitFor();
  await visitor.hook('[data-gesprek]').first().click();
  assert.equal((await waitForEvent(page, 'mz-fout'))['code'], 'deel-onbereikbaar');
  await visitor.hook('[data-contact]').first().waitFor();
  await assertQuiet(page, witness);
});

for (const name of ['other-flow', 'no-language', 'script-link']) {
  test(`a pack with «${name}» is refused before anything of it is shown`, async () => {
    const {page, witness} = await open(`/${name}`);
    assert.equal((await waitForEvent(page, 'mz-fout'))['code'], 'pakket-ongeldig');
    assert.ok(await page.getByText(FALLBACK).isVisible());
    assert.deepEqual(await faults(witness), ['pakket-ongeldig']);
    await assertQuiet(page, witness);
  });
}

test('a dialogue that only leads to itself goes on without end and without growing', async () => {
  const {page, witness, visitor} = await open('/loop');
  await ready(page);
  for (let turn = 0; turn < 5; turn++) await visitor.answer();
  assert.equal(await visitor.widget.evaluate((element) => (element as unknown as {session: {nummer: number}}).session.nummer), 1);
  await assertQuiet(page, witness);
});

test('text that turns around or has no spaces stays inside the page', async () => {
  for (const width of [320, 1280]) {
    const {page, witness, visitor} = await open('/odd-text');
    await page.setViewportSize({width, height: 800});
    await ready(page);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0);
    assert.equal(await visitor.hook('b').count(), 0);
    await assertQuiet(page, witness);
  }
});

test('what is no sha384 is no reason to do without', async () => {
  for (const index of [0, 1, 2, 3]) {
    const {page, witness} = await open(`/hash-${index}`);
    assert.equal((await waitForEvent(page, 'mz-fout'))['code'], 'pakket-gewijzigd');
    assert.ok(await page.getByText(FALLBACK).isVisible());
    await assertQuiet(page, witness);
  }
});

test('a pack with the hash that the site asks for is used, also when a script address says it', async () => {
  for (const address of ['/hash-right', '/hash-in-script']) {
    const {page, witness} = await open(address);
    await ready(page);
    assert.deepEqual(await faults(witness), []);
    await assertQuiet(page, witness);
  }
});

test('an address that is not on the web gives the pack beside the script and one warning', async () => {
  for (const index of [0, 1, 2, 3]) {
    const {page, witness, visitor} = await open(`/address-${index}`);
    await ready(page);
    await visitor.answer();
    assert.equal(witness.console.filter((line) => line.includes('geen adres')).length, 1, witness.console.join('\n'));
    await assertQuiet(page, witness);
  }
});

test('when what draws the rest cannot be had, the question stays and trying again works', async () => {
  server.reset();
  const rest = `/mantelzorg/${chunkWith('src/widgets/base/rest.ts')}`;
  server.setFault(rest, {kind: 'status', status: 404});
  const {page, witness} = await openPage(browser);
  const visitor = new PageVisitor(page);
  await page.goto(`${server.origin}/basis`);
  await ready(page);
  await visitor.hook('[data-antwoord]').first().click();
  await visitor.hook('[data-knop="verder"]').first().click();
  const again = visitor.hook('[data-knop="probeer"]');
  await again.waitFor();
  server.setFault(rest, undefined);
  await visitor.moving(() => again.click());
  await visitor.rush();
  await assertQuiet(page, witness);
});

test('a pack elsewhere opens in the language asked for, and what comes after is in that language too', async () => {
  const {page, witness, visitor} = await open('/english');
  await ready(page);
  assert.equal(await visitor.question(), 'Who do you sometimes do something extra for?');
  await visitor.walk();
  assert.equal(await visitor.question(), 'Look at what you do');
  const cards = visitor.hook('[data-steun]');
  assert.ok((await cards.count()) > 1);
  assert.equal(await cards.locator('> [lang="en"]').count(), await cards.count());
  await assertQuiet(page, witness);
});
