import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {readdirSync, readFileSync} from 'node:fs';
import {test} from 'node:test';
import fc from 'fast-check';
import {compilePack} from '../../../src/flows/compiler/compile-pack.js';
import {packParts} from '../../../src/flows/compiler/pack-parts.js';
import type {PartKind} from '../../../src/flows/model/manifest.js';
import {readFlow, readLater, readManifest, readPart} from '../../../src/flows/model/validate.js';

const goldens = new URL('../../goldens/', import.meta.url);
const PACK = readFileSync(new URL('_shared/pakket.md', goldens));
const bytes = (text: string) => new TextEncoder().encode(text);
const sha256 = async (data: Uint8Array) => new Uint8Array(createHash('sha256').update(data).digest());
/** Generous: these inputs took minutes or the stack before the limits. */
const BOUND = 60_000;

function compile(flow: string | Uint8Array, more: Record<string, string> = {}) {
  const files = [
    {path: 'pakket.md', bytes: new Uint8Array(PACK)},
    {path: 'gesprekken/proef.md', bytes: typeof flow === 'string' ? bytes(flow) : flow},
    ...Object.entries(more).map(([path, text]) => ({path, bytes: bytes(text)})),
  ];
  const started = performance.now();
  const result = compilePack(files, {today: '2026-11-22', packDir: 'proef'});
  return {...result, took: performance.now() - started};
}

const wrap = (body: string) => `---\ntitel: Proef\n---\n\n## Een\n\n${body}\n\n\`toon contact\`\n`;

const PATHOLOGICAL: Record<string, string> = {
  'emphasis repeated 20,000 times': wrap('*a_'.repeat(20_000)),
  'emphasis over many lines': wrap('*a_*a_*a_\n'.repeat(6_000)),
  'emphasis in many paragraphs': wrap('*a_'.repeat(90).concat('\n\n').repeat(400)),
  '5,000 quote marks': wrap('>'.repeat(5_000)),
  'growing quotes': wrap(Array.from({length: 500}, (_, i) => `${'>'.repeat(i % 9)} x`).join('\n')),
  'nested bullets on one line': wrap('- '.repeat(2_000)),
  'bullets that step inwards': wrap(Array.from({length: 1_000}, (_, i) => `${' '.repeat(2 * i)}- x`).join('\n')),
  'bullets that step inwards within bounds': wrap(Array.from({length: 2_000}, (_, i) => `${' '.repeat(2 * (i % 20))}- x`).join('\n')),
  'open brackets': wrap('['.repeat(4_000)),
  'open links': wrap('[a]('.repeat(1_200)),
  'backticks of growing length': wrap(Array.from({length: 90}, (_, i) => '`'.repeat(i)).join(' x ')),
  'open tags': wrap('<a '.repeat(1_000)),
  'open comments': wrap('<!-- x\n'.repeat(3_000)),
  'placeholders that do not close': wrap('{{'.repeat(2_000)),
  'entities': wrap('&amp;'.repeat(900)),
  'pipes like a table': wrap('|a|b|\n|-|-|\n' + '|x|y|\n'.repeat(3_000)),
  'a million lines': '\n'.repeat(1_000_000),
  'a thousand footnotes': wrap(Array.from({length: 1_000}, (_, i) => `a[^${i}]`).join('\n\n')) + Array.from({length: 1_000}, (_, i) => `[^${i}]: b`).join('\n'),
  'footnotes that refer to each other': wrap('a[^a]') + '\n[^a]: x[^b]\n\n[^b]: y[^a]\n',
  'deep YAML': `---\ntitel: ${'['.repeat(2_000)}\n---\n\n## A\n\n\`toon contact\`\n`,
  'deep YAML over lines': `---\ntitel:\n${Array.from({length: 2_000}, (_, i) => `${' '.repeat(i % 40)}- [`).join('\n')}\n---\n`,
  'deep brackets in a condition': wrap(`a \`als ${'('.repeat(400)}x\``),
  'a thousand steps': `---\ntitel: Proef\n---\n\n${Array.from({length: 1_000}, (_, i) => `## Stap ${i}\n\n- [Ja](#stap-${(i + 1) % 1000}) \`n${i % 30} = ja\`\n- [Nee](#stap-${(i + 7) % 1000}) \`als n${i % 30} = ja\`\n`).join('\n')}`,
};

for (const [what, text] of Object.entries(PATHOLOGICAL)) {
  test(`stays quick on ${what}`, () => {
    const {took} = compile(text);
    assert.ok(took < BOUND, `${Math.round(took)} ms`);
  });
}

test('refuses fifty megabytes and binary data without reading them as text', () => {
  for (const data of [new Uint8Array(50_000_000).fill(42), Uint8Array.from({length: 1_000}, (_, i) => i % 256)]) {
    const {diagnostics, took, pack} = compile(data);
    assert.equal(pack, undefined);
    assert.ok(diagnostics.some(({rule, file}) => rule === 'pakket/onleesbaar' && file === 'proef/gesprekken/proef.md'));
    assert.ok(took < BOUND);
  }
});

test('an unreadable file does not make links into it look wrong', () => {
  const {diagnostics} = compile(wrap('[Door](ander.md)'), {'gesprekken/ander.md': '\u0000'});
  assert.deepEqual(diagnostics.map(({rule}) => rule), ['pakket/onleesbaar']);
});

const SEEDS = readdirSync(goldens).flatMap((name) => {
  try {
    return [readFileSync(new URL(`${name}/input/gesprekken/proef.md`, goldens), 'utf8')];
  } catch {
    return []; // a case without a flow of that name
  }
});

test('random and mutated Markdown never throws, and what compiles passes the reader', async () => {
  const bits = fc.constantFrom('`', '[', ']', '(#een)', '(#klaar)', '- [ ] ', '- ', '> ', '>', '\n', '\n\n', '\t', '\r\n', '## ', '### ', '{#x}', '{{feit.a}}', '{{contact.telefoon}}', '[^a]', '[^a]: ', '<!--', '-->', '<b>', '*', '_', '**', '&#58;', '&amp;', '\\', '👍', '\u00a0', '`als x = ja`', '`anders`', '`x = ja`', '`toon contact`', '`vraag plaats`', '---\n', '| a |', '![x](y.svg)', '://', '1. ', '    ', '\u0000', '\ufeff', 'tekst', '__proto__', '`zoals #een`');
  const random = fc.array(bits, {maxLength: 80}).map((list) => wrap(list.join('')));
  const mutated = fc.tuple(fc.constantFrom(...SEEDS), fc.array(fc.tuple(fc.nat(), fc.nat(20), bits), {minLength: 1, maxLength: 6})).map(([seed, edits]) =>
    edits.reduce((text, [at, cut, bit]) => text.slice(0, at % (text.length + 1)) + bit + text.slice((at % (text.length + 1)) + cut), seed),
  );
  await fc.assert(fc.asyncProperty(fc.oneof(random, mutated), async (text) => {
    const {pack, diagnostics, took} = compile(text);
    assert.ok(took < BOUND);
    const lines = text.split(/\r\n|\r|\n/);
    for (const {file, line, column, message, hint} of diagnostics) {
      assert.ok(message && hint, message);
      if (file !== 'proef/gesprekken/proef.md') continue;
      assert.ok(line >= 1 && line <= lines.length, `${line} of ${lines.length}`);
      assert.ok(column >= 1 && column <= (lines[line - 1]?.length ?? 0) + 1, `${line}:${column} ${message}`);
    }
    assert.equal(pack === undefined, diagnostics.some(({severity}) => severity === 'fout'));
    // Nothing is silently text: what an editor typed as a mark never reaches a visitor, unless behind a backslash.
    if (pack && !text.includes('\\')) {
      JSON.stringify(pack.flows, (_, value: unknown) => {
        if (typeof value === 'string') assert.doesNotMatch(value, /`|\]\(|\{\{|\}\}|\[\^|\[!|<!--|\[ ?\]/);
        return value;
      });
    }
    if (pack) for (const flow of pack.flows) readFlow(JSON.parse(JSON.stringify(flow, (_, value: {t?: string; src?: string}) => (value?.t === 'img' ? {...value, src: 'beeld.x.svg'} : value))));
  }), {numRuns: Number(process.env['FUZZ_RUNS'] ?? 600)});
});

test('the parts of a golden pack pass the reader, and are the same bytes each time', async () => {
  const read = (name: string, path: string) => ({path, bytes: new Uint8Array(readFileSync(new URL(`${name}/input/${path}`, goldens)))});
  const files = [read('steun', 'pakket.md'), read('steun', 'gesprekken/proef.md'), read('steun', 'steun/crisis.md'), read('steun', 'steun/logeren.md')];
  const make = async (list: typeof files) => packParts(compilePack(list, {today: '2026-11-22', packDir: 'steun'}).pack!, sha256);
  const parts = await make(files);
  assert.deepEqual(await make([...files].reverse()), parts);
  assert.deepEqual(parts.map(({path}) => path.replace(/[0-9a-f]{10}/, '#')), ['flow.proef.nl.#.json', 'support.all.nl.#.json', 'understanding.all.nl.#.json', 'later.all.nl.#.json', 'pakket.json']);
  for (const {path, bytes: data} of parts) {
    const value: unknown = JSON.parse(new TextDecoder().decode(data));
    if (path === 'pakket.json' || path.startsWith('later')) {
      for (const {file, integrity} of (path === 'pakket.json' ? readManifest(value) : readLater(value)).parts) {
        const part = parts.find((other) => other.path === file)!;
        const hash = createHash('sha256').update(part.bytes).digest();
        assert.equal(integrity, `sha256-${hash.toString('base64')}`);
        assert.ok(file.includes(hash.toString('hex').slice(0, 10)));
      }
    } else {
      const [kind, id] = path.split('.');
      await readPart(kind as PartKind, value, id!);
    }
  }
});

test('columns count UTF-16 units, a tab as one and a byte order mark as none', () => {
  const {diagnostics} = compile(bytes(`\ufeff---\r\ntitel: Proef\r\n---\r\n\r\n## Een\r\n\r\n👍 \`fout\`\r\n\r\n- a\r\n\t- b\t\`fout\`\r\n\r\n\`toon contact\`\r\n`));
  assert.deepEqual(diagnostics.map(({line, column}) => [line, column]), [[7, 5], [10, 7]]);
});
