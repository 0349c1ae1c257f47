import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {compilePack} from '../../../src/flows/compiler/compile-pack.js';
import {gatherCauses} from '../../../src/flows/compiler/settle.js';
import {assertTold} from '../../support/diagnostics.js';
import {TODAY} from '../../support/packs.js';
import {packFiles, SMALL, type Files} from './packs/small-pack.js';

const QUIZ = 'gesprekken/proef.md';
/** Bounds a hang, not speed. */
const BOUND = 60_000;

const utf16 = (text: string, mark: boolean) => {
  const units = [...(mark ? '\ufeff' : ''), ...text].join('').split('').map((sign) => sign.charCodeAt(0));
  return new Uint8Array(Uint16Array.from(units).buffer);
};
const noise = (length: number) => Uint8Array.from({length}, (_, i) => (i * 7919 + (i >> 3)) % 256);
const CSV = 'id;naam;plaats;steun\n1;"Huis; aan de Rijn";Utrecht;logeeropvang\n2;;;\n';
const PICTURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13);

/** What somebody might put into a pack, with the rule that must be among what is said of it. */
const BAD: Record<string, [rule: string, file: string, files: Files]> = {
  'nothing at all': ['pakket/veld', 'pakket.md', {}],
  'only garbage': ['pakket/onleesbaar', 'pakket.md', {'pakket.md': noise(5_000)}],
  'a picture for a flow': ['pakket/onleesbaar', QUIZ, {...SMALL, [QUIZ]: PICTURE}],
  'binary for a kind of support': ['pakket/onleesbaar', 'steun/huisarts.md', {...SMALL, 'steun/huisarts.md': noise(2_000)}],
  'fifty megabytes of facts': ['pakket/onleesbaar', 'feiten.md', {...SMALL, 'feiten.md': new Uint8Array(50_000_000).fill(97)}],
  'fifty megabytes of glossary': ['pakket/onleesbaar', 'woorden.md', {...SMALL, 'woorden.md': new Uint8Array(50_000_000).fill(10)}],
  'fifty megabytes of words': ['pakket/onleesbaar', 'spelling.txt', {...SMALL, 'spelling.txt': new Uint8Array(50_000_000).fill(97)}],
  'a word list of binary': ['pakket/onleesbaar', 'spelling.txt', {...SMALL, 'spelling.txt': noise(500)}],
  'UTF-16 with a mark': ['pakket/onleesbaar', QUIZ, {...SMALL, [QUIZ]: utf16(SMALL[QUIZ]!, true)}],
  'UTF-16 without a mark': ['pakket/onleesbaar', QUIZ, {...SMALL, [QUIZ]: utf16('Hallo', false)}],
  'UTF-16 for the pack': ['pakket/onleesbaar', 'pakket.md', {...SMALL, 'pakket.md': utf16(SMALL['pakket.md']!, true)}],
  'NUL bytes': ['pakket/onleesbaar', QUIZ, {...SMALL, [QUIZ]: SMALL[QUIZ]!.replace('Koken', 'Ko\u0000ken')}],
  'Windows-1252': ['pakket/onleesbaar', QUIZ, {...SMALL, [QUIZ]: Uint8Array.from(SMALL[QUIZ]!.replace('Koken', 'Koffiecaf\u00e9').split('').map((sign) => sign.charCodeAt(0) & 255))}],
  'empty files': ['pakket/veld', 'pakket.md', Object.fromEntries(Object.keys(SMALL).map((path) => [path, '']))],
  'a CSV where a flow is expected': ['pakket/veld', QUIZ, {...SMALL, [QUIZ]: CSV}],
  'a CSV where support is expected': ['pakket/veld', 'steun/huisarts.md', {...SMALL, 'steun/huisarts.md': CSV}],
  'a CSV where the pack is expected': ['pakket/veld', 'pakket.md', {...SMALL, 'pakket.md': CSV}],
  'a CSV among the flows': ['pakket/veld', 'gesprekken/aanbod.csv', {...SMALL, 'gesprekken/aanbod.csv': CSV}],
  'a web page for a flow': ['html/verboden', QUIZ, {...SMALL, [QUIZ]: '---\ntitel: Proef\n---\n\n## Een\n\n<!doctype html><html><body onload="x()"><script>alert(1)</script></body></html>\n'}],
  'JSON for front matter': ['pakket/veld', 'pakket.md', {...SMALL, 'pakket.md': '{"id": "klein"}\n'}],
  'front matter that is no YAML': ['pakket/veld', QUIZ, {...SMALL, [QUIZ]: SMALL[QUIZ]!.replace('titel:', 'titel: "')}],
  'front matter of one list': ['pakket/veld', 'pakket.md', {...SMALL, 'pakket.md': '---\n- a\n- b\n---\n'}],
  'front matter of one word': ['pakket/veld', 'pakket.md', {...SMALL, 'pakket.md': '---\nhallo\n---\n'}],
  'YAML that refers to itself': ['pakket/veld', 'pakket.md', {...SMALL, 'pakket.md': SMALL['pakket.md']!.replace('begrippen:\n', 'begrippen: &a\n  lus: *a\n')}],
  'YAML that grows without bound': ['pakket/veld', 'pakket.md', {...SMALL, 'pakket.md': `---\na: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghij'.split('').map((name, n) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghij'[n]}`).join(',')}]`).join('\n')}\n---\n`}],
  'keys that every object has': ['pakket/veld', 'pakket.md', {...SMALL, 'pakket.md': SMALL['pakket.md']!.replace('begrippen:\n', '__proto__: { x: 1 }\nconstructor: [1]\nhasOwnProperty: ja\nbegrippen:\n  __proto__: "last >= 1"\n  constructor: "last >= 1"\n')}],
  'names that every object has, which nothing remembers': ['voorwaarde/onbekend', QUIZ, {...SMALL, [QUIZ]: SMALL[QUIZ]!.replace('`als taken bevat koken`', '`als constructor bevat tostring of hasownproperty`')}],
  'steps that every object has, which are not there': ['koppeling/onbekend', QUIZ, {...SMALL, [QUIZ]: SMALL[QUIZ]!.replace('(#niemand)', '(#constructor)').replace('(helpen.md)', '(__proto__.md#toString)')}],
  'placeholders that every object has': ['koppeling/onbekend', QUIZ, {...SMALL, [QUIZ]: SMALL[QUIZ]!.replace('Ook als', '{{contact.constructor}} {{feit.__proto__}} {{woord.toString}} {{constructor}} {{__proto__.x}} Ook als')}],
  'two files with one name': ['pakket/veld', 'gesprekken/Proef.md', {...SMALL, 'gesprekken/Proef.md': SMALL[QUIZ]!}],
  'a folder for the pack': ['pakket/veld', 'pakket.md', {...Object.fromEntries(Object.entries(SMALL).filter(([path]) => path !== 'pakket.md')), 'pakket.md/lees.md': 'x'}],
  'folders in folders': ['pakket/veld', 'gesprekken/a/b/c/d/e.md', {...SMALL, 'gesprekken/a/b/c/d/e.md': 'x'}],
  'names with line ends, pictures and dots': ['pakket/veld', '../x.md', {...SMALL, '../x.md': 'x', 'gesprekken/../../y.md': 'x', 'gesprekken/a\nb.md': 'x', 'gesprekken/😀.md': 'x', 'gesprekken/..md': 'x', 'gesprekken/.md': 'x', '/etc/passwd': 'x', 'c:\\x.md': 'x', '': 'x', 'steun/\u0000.md': 'x', 'steun/__proto__.md': 'x', 'gesprekken/constructor.md': 'x'}],
  'a base that is not there': ['pakket/veld', 'pakket.md', {...SMALL, 'pakket.md': SMALL['pakket.md']!.replace('naam:', 'gebaseerd-op: nergens\nnaam:')}],
  'a base that every object has': ['pakket/veld', 'pakket.md', {...SMALL, 'pakket.md': SMALL['pakket.md']!.replace('naam:', 'gebaseerd-op: __proto__\nnaam:')}],
};

function compile(files: Files) {
  const started = performance.now();
  const result = compilePack(packFiles(files), {today: TODAY, packDir: 'klein'});
  assert.ok(performance.now() - started < BOUND);
  assertTold(result.diagnostics, files);
  return result;
}

describe('a pack with', () => {
  for (const [what, [rule, path, files]] of Object.entries(BAD)) {
    it(`${what} is refused, with a place and a way out`, () => {
      const {pack, diagnostics} = compile(files);
      assert.equal(pack, undefined);
      assert.ok(diagnostics.some((one) => one.rule === rule && one.file === `klein/${path}` && one.severity === 'fout'), JSON.stringify(diagnostics.slice(0, 5), null, 1));
      assert.ok(gatherCauses(diagnostics).length > 0);
    });
  }

  it('one file given twice is refused', () => {
    const {diagnostics} = compilePack([...packFiles(SMALL), ...packFiles({[QUIZ]: 'x'})], {today: TODAY, packDir: 'klein'});
    assert.deepEqual(diagnostics.map(({rule, file, message}) => [rule, file, message]), [['pakket/veld', `klein/${QUIZ}`, `Het bestand «${QUIZ}» is er twee keer.`]]);
  });

  it('ten thousand strange files is told in a few sentences', () => {
    const {diagnostics} = compile({...SMALL, ...Object.fromEntries(Array.from({length: 10_000}, (_, n) => [n % 2 ? `rommel/x${n}.js` : `y${n}.tmp`, 'x']))});
    assert.equal(diagnostics.length, 10_000);
    const told = gatherCauses(diagnostics);
    assert.equal(told.length, 2);
    assert.match(told[0]!.hint, /Dit geldt ook voor .* en nog \d+ plekken\.$/);
  });

  it('ten thousand flows is read', () => {
    const flow = '---\ntitel: Proef\n---\n\n## Begin {#begin}\n\n`toon contact`\n';
    const files = packFiles({...SMALL, ...Object.fromEntries(Array.from({length: 10_000}, (_, n) => [`gesprekken/g${n}.md`, flow]))});
    const {pack, diagnostics} = compilePack(files, {today: TODAY, packDir: 'klein', prove: false});
    assert.deepEqual(diagnostics, []);
    assert.equal(pack!.flows.length, 10_002);
  });

  it('files that could not be opened is told by file, and not by what they would have held', () => {
    const problem = (path: string, problem: 'denied' | 'link') => packFiles(SMALL).map((file) => (file.path === path ? {path, bytes: new Uint8Array(), problem} : file));
    for (const path of Object.keys(SMALL)) {
      const {pack, diagnostics} = compilePack(problem(path, path.length % 2 ? 'denied' : 'link'), {today: TODAY, packDir: 'klein'});
      assert.equal(pack, undefined);
      const others = path === 'beelden/bank.svg' ? ['beeld/bron'] : [];
      assert.deepEqual(diagnostics.map(({rule}) => rule).sort(), [...others, 'pakket/onleesbaar'].sort(), path);
      assert.ok(diagnostics.some(({file}) => file === `klein/${path}`));
    }
  });
});
