import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import fc from 'fast-check';
import {compilePack} from '../../../src/flows/compiler/compile-pack.js';
import {findAmong, findBases, type PackLayer} from '../../../src/flows/compiler/layers.js';
import {gatherCauses} from '../../../src/flows/compiler/settle.js';
import {readFlow, readSupport} from '../../../src/flows/model/validate.js';
import {assertTold} from '../../support/diagnostics.js';
import {bit, flowText, frontMatter, mangled, type Texts} from '../../support/mangle.js';
import {TODAY} from '../../support/packs.js';
import {packFiles, SMALL, translated} from './packs/small-pack.js';

/** FUZZ_RUNS times as many runs, and another FUZZ_SEED, look further by hand. */
const TIMES = Number(process.env['FUZZ_RUNS'] ?? 1);
const seed = Number(process.env['FUZZ_SEED'] ?? 20261122);
const runs = (count: number) => ({numRuns: Math.ceil(count * TIMES), seed});
/** Bounds a hang, not speed. */
const BOUND = 30_000;

const speller = {check: (word: string) => word.length % 5 > 0, suggest: (word: string) => [word.slice(1)].filter(Boolean)};
const small: PackLayer = {packDir: 'klein', files: packFiles(SMALL)};
const LOCAL: Texts = {
  'pakket.md': '---\nid: lokaal\nnaam: Lokaal\norganisatie: Lokaal\ngebaseerd-op: klein\ncontact: { naam: Loket, telefoon: 112 }\nbegrippen: { licht: "last < 2" }\n---\n',
  'gesprekken/proef.md': '## Hoe is de nacht? {#nacht}\n\n- [Rustig](#uitslag)\n- [Onrustig](#uitslag) `last + 2`\n\n## Meer {#niemand}\n\n`aanvulling`\n\nBel ons. `als licht`\n\n## Weg {#uitslag gezien:0123456789}\n\n`toon contact`\n',
  'steun/huisarts.md': '`verwijder`\n',
  'steun/loket.md': SMALL['steun/huisarts.md']!.replace('als: zwaar', 'als: licht'),
  'feiten.md': '## spoed\n\n`verwijder`\n',
  'woorden.md': '## loket\n\nEen balie.\n',
  'spelling.txt': 'wmo\n',
};
const base = fileURLToPath(new URL('../../../content/basis/', import.meta.url));
const readBase = (folder: string): Texts => Object.fromEntries(readdirSync(join(base, folder)).filter((name) => name.endsWith('.md')).map((name) => [`${folder}${name}`, readFileSync(join(base, folder, name), 'utf8')]));
const BASE: Texts = {...readBase(''), ...readBase('gesprekken/'), ...readBase('steun/')};

async function compile(files: Texts, prove = true): Promise<void> {
  const own: PackLayer = {packDir: 'fuzz', files: packFiles(files)};
  const started = performance.now();
  const {pack, diagnostics} = compilePack(own.files, {today: TODAY, packDir: own.packDir, prove, speller, ...(await findBases(own, findAmong([own, small])))});
  assert.ok(performance.now() - started < BOUND, 'it came to an end in time');
  assertTold(diagnostics.filter(({file}) => file.startsWith('fuzz/')), files);
  assert.equal(pack === undefined, diagnostics.some(({severity}) => severity === 'fout'));
  const told = gatherCauses(diagnostics);
  assert.equal(told.length === 0, diagnostics.length === 0);
  assert.equal(told.some(({severity}) => severity === 'fout'), pack === undefined);
  if (!pack) return;
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value, (_, part: {t?: string}) => (part?.t === 'img' ? {...part, src: 'beeld.x.svg'} : part)));
  for (const flow of pack.flows) readFlow(plain(flow));
  if (pack.support) readSupport(plain(pack.support));
}

test('a pack after a few slips is compiled or refused, and never breaks the compiler', async () => {
  await fc.assert(fc.asyncProperty(mangled([SMALL, LOCAL, translated('en'), translated('nl-u')]), (files) => compile(files)), runs(150));
});

test('the base pack after a few slips is read to the end', async () => {
  await fc.assert(fc.asyncProperty(mangled([BASE]), (files) => compile(files, false)), runs(6));
});

test('flows of parts that are well-formed one by one are proved or refused', async () => {
  await fc.assert(fc.asyncProperty(flowText, (flow) => compile({...SMALL, 'gesprekken/proef.md': flow, 'gesprekken/helpen.md': SMALL['gesprekken/helpen.md']!})), runs(150));
});

test('any front matter is read or refused', async () => {
  const pack = frontMatter(['id', 'naam', 'organisatie', 'gebaseerd-op', 'talen', 'aanspreekvorm', 'contact', 'werkgebied', 'begrippen', 'woordkeus', 'volgorde']);
  const support = frontMatter(['titel', 'basisfunctie', 'route', 'past-bij', 'niet-als', 'eerste-stap', 'geregeld-via', 'kosten', 'wat-gebeurt-er', 'zoekwoorden']);
  const flow = frontMatter(['titel', 'omschrijving', 'begrippen', 'gedeeld']).map((front) => `${front}\n## Een\n\n\`toon contact\`\n`);
  await fc.assert(fc.asyncProperty(fc.option(pack), fc.option(support), fc.option(flow), (one, two, three) => compile({...SMALL, ...(one === null ? {} : {'pakket.md': one}), ...(two === null ? {} : {'steun/huisarts.md': two}), ...(three === null ? {} : {'gesprekken/helpen.md': three})})), runs(100));
});

test('garbage in any file is refused', async () => {
  const garbage = fc.oneof(fc.array(bit, {maxLength: 60}).map((bits) => bits.join('')), fc.string({unit: 'binary', maxLength: 300}), fc.string({unit: 'grapheme', maxLength: 200}));
  await fc.assert(fc.asyncProperty(fc.constantFrom(...Object.keys(SMALL), 'spelling.txt', 'nood.md', 'en/gesprekken/proef.md', 'nl-u/steun/huisarts.md'), garbage, (path, text) => compile({...SMALL, [path]: text})), runs(100));
});
