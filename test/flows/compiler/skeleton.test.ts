import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {compilePack} from '../../../src/flows/compiler/compile-pack.js';
import type {PackFile} from '../../../src/flows/compiler/sort-files.js';
import {makeSkeleton} from '../../../src/flows/compiler/translate/skeleton.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const GOLDENS = join(ROOT, 'test/goldens');

function readAll(folder: string, prefix = ''): PackFile[] {
  return readdirSync(join(folder, prefix)).flatMap((name) => {
    const path = prefix + name;
    return statSync(join(folder, path)).isDirectory() ? readAll(folder, `${path}/`) : [{path, bytes: new Uint8Array(readFileSync(join(folder, path)))}];
  });
}

const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const encode = (text: string) => new TextEncoder().encode(text);

/** Packs with every construct of the format, and the one that is published. */
const PACKS = new Map<string, PackFile[]>([
  ...readdirSync(GOLDENS)
    .filter((name) => name !== 'lagen' && existsSync(join(GOLDENS, name, 'expected/pack.json')))
    .map((name) => {
      const files = readAll(join(GOLDENS, name, 'input'));
      return [name, files.some(({path}) => path === 'pakket.md') ? files : [...files, {path: 'pakket.md', bytes: readFileSync(join(GOLDENS, '_shared/pakket.md'))}]] as const;
    }),
  ['basis', readAll(join(ROOT, 'content/basis')).filter(({path}) => !path.startsWith('en/'))],
]);

const withLanguage = (files: readonly PackFile[]) => files.map((file) => (file.path === 'pakket.md' ? {...file, bytes: encode(decode(file.bytes).replace(/^talen: \[nl[^\]]*\]/m, 'talen: [nl, tr]'))} : file));

function over(files: readonly PackFile[], changed: readonly {path: string; text: string}[]): PackFile[] {
  const paths = new Set(changed.map(({path}) => path));
  return [...files.filter(({path}) => !paths.has(path)), ...changed.map(({path, text}) => ({path, bytes: encode(text)}))];
}

const skeletonOf = (packDir: string, files: readonly PackFile[]) => makeSkeleton([{packDir, files}], 'tr');
const compile = (packDir: string, files: readonly PackFile[]) => compilePack(files, {today: '2026-11-22', packDir, prove: false});
const translating = ({rule}: {rule: string}) => rule.startsWith('vertaling/');

/** As a translator leaves it who changed no word: ready. */
const finish = (files: readonly PackFile[]) => files.map((file) => (file.path.startsWith('tr/') ? {...file, bytes: encode(decode(file.bytes).replace(/ vertalen\}$/gm, '}').replace(/^status: vertalen\n/m, ''))} : file));

describe('the skeleton of a translation', () => {
  for (const [name, source] of PACKS) {
    it(`of «${name}» is read without a problem, and finished says what the source says`, () => {
      const files = over(withLanguage(source), skeletonOf(name, withLanguage(source)).files);
      const begun = compile(name, files);
      assert.deepEqual(begun.diagnostics.filter(({severity, rule}) => severity === 'fout' || (translating({rule}) && rule !== 'vertaling/ontbreekt')), []);
      assert.deepEqual(begun.pack!.translations, []);
      const {pack, diagnostics} = compile(name, finish(files));
      assert.deepEqual(diagnostics.filter(translating), []);
      const [turkish] = pack!.translations;
      assert.deepEqual(turkish!.flows.map(({lang: _lang, ...flow}) => flow), pack!.flows.map(({lang: _lang, ...flow}) => flow));
      assert.deepEqual(turkish!.support?.kinds, pack!.support?.kinds);
    });
  }

  const name = 'basis';
  const quiz = 'gesprekken/herken-je-jezelf.md';
  const source = withLanguage(PACKS.get(name)!);
  const begun = over(source, skeletonOf(name, source).files);
  const finished = finish(begun);
  const edit = (files: readonly PackFile[], path: string, from: string, to: string) => {
    const text = decode(files.find((file) => file.path === path)!.bytes);
    assert.ok(text.includes(from), from);
    return over(files, [{path, text: text.replace(from, () => to)}]);
  };

  it('changes nothing when it is made again', () => {
    for (const files of [begun, finished]) assert.deepEqual(skeletonOf(name, files).files, []);
    assert.equal(skeletonOf(name, begun).counts.fresh, 0);
    assert.equal(skeletonOf(name, finished).counts.todo, 0);
  });

  it('marks only the step whose source changed, and gives the new text', () => {
    const changed = edit(finished, quiz, 'Kleine dingen tellen ook.', 'Ook wat je vanzelf doet.');
    assert.equal(compile(name, changed).diagnostics.filter(translating).length, 1);
    const {files, counts} = skeletonOf(name, changed);
    assert.deepEqual([files.map(({path}) => path), counts.stale], [[`tr/${quiz}`], 1]);
    const before = decode(finished.find(({path}) => path === `tr/${quiz}`)!.bytes);
    const {text} = files[0]!;
    assert.match(text, /^## Wat doe je zoal\? \{#taken bron:[0-9a-f]+ verouderd\}\n\n<!-- verouderd: [^]*?Ook wat je vanzelf doet\.[^]*?-->\n\nKies alles wat je herkent\. Kleine dingen/m);
    const stamp = / bron:[0-9a-f]+(?: verouderd)?\}/g;
    assert.equal(text.replace(/\n\n<!-- verouderd[^]*?-->/, '').replace(stamp, '}'), before.replace(stamp, '}'));
    const marked = over(changed, files);
    assert.deepEqual(skeletonOf(name, marked).files, []);
    assert.deepEqual(compile(name, marked).diagnostics.filter(translating).map(({rule}) => rule), ['vertaling/verouderd']);
    const mended = edit(edit(marked, `tr/${quiz}`, ' verouderd}', '}'), `tr/${quiz}`, text.match(/\n\n<!-- verouderd[^]*?-->/)![0], '');
    assert.deepEqual(compile(name, mended).diagnostics.filter(translating), []);
  });

  it('is not stale after a change of what the widget does', () => {
    const changed = edit(finished, quiz, '`weegt += slaap` `last + 2`', '`weegt += slaap` `last + 1`');
    assert.deepEqual(compile(name, changed).diagnostics.filter(translating), []);
  });

  it('adds a new step where the source has it', () => {
    const changed = edit(finished, quiz, '## Hoe lang doe je dit al? {#duur}', '## Gaat het? {#gaat}\n\n[Verder](#duur)\n\n## Hoe lang doe je dit al? {#duur}');
    const {files, counts} = skeletonOf(name, changed);
    assert.equal(counts.fresh, 1);
    assert.match(files[0]!.text, /\n\n## Gaat het\? \{#gaat bron:[0-9a-f]+ vertalen\}\n\nVerder\n\n## Hoe lang doe je dit al\? \{#duur/);
  });

  it('writes what nobody has translated yet anew', () => {
    const changed = edit(begun, quiz, 'Kleine dingen tellen ook.', 'Ook wat je vanzelf doet.');
    const {files, counts} = skeletonOf(name, changed);
    assert.equal(counts.stale, 0);
    assert.match(files[0]!.text, /Kies alles wat je herkent\. Ook wat je vanzelf doet\./);
    assert.doesNotMatch(files[0]!.text, /verouderd/);
  });

  it('marks a kind of support and a fact whose source changed', () => {
    const changed = edit(edit(finished, 'steun/huisarts.md', 'kosten: Je basisverzekering betaalt het gesprek.', 'kosten: Gratis.'), 'feiten.md', 'elke dag van 11 tot 21 uur', 'elke dag van 10 tot 21 uur');
    const {files, counts} = skeletonOf(name, changed);
    assert.equal(counts.stale, 2);
    assert.match(files.find(({path}) => path === 'tr/steun/huisarts.md')!.text, /^status: verouderd$[^]*^# {3}kosten: Gratis\.?'?$/m);
    assert.match(files.find(({path}) => path === 'tr/feiten.md')!.text, /## kindertelefoon-tijden \{bron:[0-9a-f]+ verouderd\}/);
    assert.deepEqual(skeletonOf(name, over(changed, files)).files, []);
  });

  it('keeps the line ends that a file has, and leaves a file alone that is no text', () => {
    const windows = finished.map((file) => (file.path === `tr/${quiz}` ? {...file, bytes: encode(decode(file.bytes).replaceAll('\n', '\r\n'))} : file));
    assert.deepEqual(skeletonOf(name, windows).files, []);
    const broken = finished.map((file) => (file.path === `tr/${quiz}` ? {...file, bytes: new Uint8Array([0xff, 0xfe])} : file));
    assert.deepEqual(skeletonOf(name, broken), {...skeletonOf(name, broken), files: [], unreadable: [`tr/${quiz}`]});
  });
});
