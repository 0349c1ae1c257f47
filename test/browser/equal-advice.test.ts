import assert from 'node:assert/strict';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, test} from 'node:test';
import fc from 'fast-check';
import type {Browser, Page} from 'playwright-core';
import {sha256} from '../../src/cli/build.js';
import {packParts} from '../../src/flows/compiler/pack-parts.js';
import type {Condition, Effect} from '../../src/flows/model/condition.js';
import type {Answer, Flow, Step} from '../../src/flows/model/flow.js';
import type {SupportKind} from '../../src/flows/model/support.js';
import {LOADER, MOUNTS, documentWith, launch, openPage, ready, serve, type Server} from '../support/page.js';
import {compileContent} from '../support/packs.js';

/**
 * Equal answers give equal advice: the same visitors go through two dialogues that ask the same things in another order
 * and another way, each in its own built widget, over the real kinds of support of the base pack. What the pages show is
 * compared with each other, and with a ranking that is worked out here, by other code, from the weights in the pack.
 */
const VISITORS = 7;
const NAMES = ['relatie', 'leven', 'taken', 'ziekte', 'duur', 'weegt', 'veiligheid', 'vervanging', 'wens'];
const COUNT = 'last';

const WIDGETS = [
  {tag: 'mz-herken-je-jezelf', attributes: ''},
  {tag: 'mz-ondersteuningswijzer', attributes: ''},
  {tag: 'mz-gesprek', attributes: 'gesprek="herken-je-jezelf"'},
  {tag: 'mz-chat', attributes: ''},
];

/** What somebody has to tell: per name the values that hold. */
type Told = Record<string, readonly string[]>;

const {flows, support, domains, ...pack} = await compileContent('basis');
const kinds = support!.kinds;
const valuesOf = new Map<string, {many: boolean; values: readonly string[]}>(NAMES.map((name) => {
  const domain = domains.get(name);
  assert.ok(domain?.t === 'choice' || domain?.t === 'set', `${name} is still asked`);
  return [name, {many: domain.t === 'set', values: domain.values}];
}));
valuesOf.set(COUNT, {many: true, values: ['1', '2', '4', '8']});
assert.ok(flows.length > 1);

function dialogue(id: string, names: readonly string[], turn: (values: readonly string[]) => readonly string[]): Flow {
  const steps = names.map((name, index): Step => {
    const {many, values} = valuesOf.get(name)!;
    const next = names[index + 1] ?? 'uitslag';
    const effect = (value: string): Effect => (name === COUNT ? ['+', name, Number(value)] : many ? ['+=', name, value] : ['=', name, value]);
    const answers = turn(values).map((value): Answer => ({id: value, label: [`${name} ${value}`], effects: [effect(value)], ...(many ? {} : {to: {step: next}})}));
    const title = [`Vraag over ${name}`];
    if (many) return {id: name, title, control: {t: 'many', answers}, buttons: [{id: 'verder', label: ['Verder'], routes: [{to: {step: next}}]}]};
    return {id: name, title, control: {t: 'one', answers: [...answers, {id: 'weet-niet', label: ['Weet ik niet'], to: {step: next}}]}};
  });
  return {id, lang: 'nl', title: id, steps: [...steps, {id: 'uitslag', title: ['Uitslag'], body: [{t: 'show', what: 'steun', max: 5}, {t: 'show', what: 'contact'}]}]};
}

const ORDER = [...NAMES, COUNT];
const DIALOGUES = [dialogue('herken-je-jezelf', ORDER, (values) => values), dialogue('ondersteuningswijzer', ORDER.toReversed(), (values) => values.toReversed())];

/** The chat opens with ways to begin, and holds the same dialogue. */
const OPENING: Flow = {id: 'chat', lang: 'nl', title: 'chat', steps: [{id: 'welkom', title: ['Welkom'], control: {t: 'one', answers: [{id: 'begin', label: ['Begin'], to: {flow: 'ondersteuningswijzer', step: ORDER.at(-1)!}}]}}]};

const visitor: fc.Arbitrary<Told> = fc.record(
  Object.fromEntries([...valuesOf].map(([name, {many, values}]) => [name, many ? fc.subarray([...values]) : fc.oneof(fc.constant([]), fc.constantFrom(...values).map((value) => [value]))])),
);

/** The order of advice, from the weights alone. */
function ranked(told: Told): string[] {
  const weightOf = ({fits = [], unless}: SupportKind) => (unless && isTrue(unless, told) ? 0 : fits.map(({when, weight}) => (isTrue(when, told) ? weight : 0)).reduce((a, b) => a + b, 0));
  const place = (id: string) => support!.order.indexOf(id);
  const fitting = kinds.map((kind) => ({id: kind.id, weight: weightOf(kind)})).filter(({weight}) => weight > 0).sort((a, b) => b.weight - a.weight || place(a.id) - place(b.id));
  const urgent = fitting.filter(({id}) => id === 'crisis' || id === 'veilig-thuis');
  return [...urgent, ...fitting.filter((kind) => !urgent.includes(kind)).slice(0, 5)].map(({id}) => id);
}

function isTrue(condition: Condition, told: Told): boolean {
  const [op, ...rest] = condition as [string, ...unknown[]];
  if (op === '&') return (rest as Condition[]).every((part) => isTrue(part, told));
  if (op === '|') return (rest as Condition[]).some((part) => isTrue(part, told));
  if (op === '!') return !isTrue(rest[0] as Condition, told);
  const held = told[rest[0] as string] ?? [];
  if (op === '=' || op === 'has') return held.some((value) => rest.slice(1).includes(value));
  if (op === 'known') return held.length > 0;
  const [sign, bound] = op === '#' ? [rest[1], rest[2] as number] : [op, rest[1] as number];
  const n = op === '#' ? held.length : held.reduce((sum, value) => sum + Number(value), 0);
  return {'>=': n >= bound, '>': n > bound, '<=': n <= bound, '<': n < bound, '==': n === bound, '<>': n !== bound}[sign as string]!;
}

let browser: Browser;
let server: Server;
let folder: string;
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mantelzorg-'));
  const parts = await packParts({...pack, flows: [...DIALOGUES, OPENING], support: support!, domains, images: new Map()}, sha256, {taught: false});
  for (const {path: file, bytes} of parts) await writeFile(path.join(folder, file), bytes);
  browser = await launch();
  server = await serve({
    mounts: {...MOUNTS, '/pakket/': `${folder}/`},
    pages: Object.fromEntries(WIDGETS.map(({tag, attributes}) => [`/${tag}`, documentWith(`${LOADER}<${tag} ${attributes} pakket="/pakket/pakket.json"></${tag}>`)])),
  });
});
after(async () => {
  await browser.close();
  await server.close();
  await rm(folder, {recursive: true, force: true});
});

/** Tells it all on the page, by what the answers say, and reads off the cards. */
function advisedOn(page: Page, tag: string, told: Told): Promise<string[]> {
  return page.evaluate(
    async ([name, answers]) => {
      const host = document.querySelector<HTMLElement & {restart(): void}>(name)!;
      const root = host.shadowRoot!;
      const moving = async (act: () => void) => {
        const moved = new Promise((resolve) => host.addEventListener('mz-stap', resolve, {once: true}));
        act();
        await moved;
      };
      await moving(() => host.restart());
      for (;;) {
        const step = root.querySelector('[data-stap]')!.getAttribute('data-stap')!;
        if (step === 'uitslag') break;
        if (step === 'welkom') {
          await moving(() => root.querySelector<HTMLElement>('[data-knop="starter"]')!.click());
          continue;
        }
        const wanted = (answers[step] ?? []).map((value) => `${step} ${value}`);
        const labels = Array.from(root.querySelectorAll<HTMLElement>('[data-antwoord]'));
        const chosen = labels.filter((label) => wanted.includes(label.textContent!.trim()));
        if (!chosen.length && root.querySelector('[type=radio]')) chosen.push(labels.at(-1)!);
        for (const label of chosen) if (!label.querySelector('input')!.checked) label.click();
        for (const label of labels) if (label.querySelector('input')!.checked && !chosen.includes(label)) label.click();
        await moving(() => root.querySelector<HTMLElement>('[data-knop="verder"]')!.click());
      }
      for (let tries = 0; tries < 600 && root.querySelector('[data-wacht]'); tries++) await new Promise((resolve) => requestAnimationFrame(resolve));
      return Array.from(root.querySelectorAll('[data-steun]'), (card) => card.getAttribute('data-steun')!);
    },
    [tag, told] as const,
  );
}

test('equal answers give equal advice in every widget, in the order of the weights', async () => {
  const visitors = fc.sample(visitor, {numRuns: VISITORS, seed: 20261122});
  const shown: string[][][] = [];
  for (const {tag} of WIDGETS) {
    const {page, witness} = await openPage(browser);
    await page.goto(`${server.origin}/${tag}`);
    await ready(page);
    const each: string[][] = [];
    for (const told of visitors) each.push(await advisedOn(page, tag, told));
    shown.push(each);
    assert.deepEqual(witness.console, []);
    await page.context().close();
  }
  const expected = visitors.map(ranked);
  shown.forEach((each, n) => assert.deepEqual(each, expected, WIDGETS[n]!.tag));
  assert.ok(new Set(expected.map((order) => order.join())).size > VISITORS / 2, 'the visitors differ');
  assert.ok(expected.some((order) => order.length > 5), 'help that cannot wait is among it');
});
