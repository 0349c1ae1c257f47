import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import type {InferOutput} from 'valibot';
import type {Flow} from '../../../src/flows/model/flow.js';
import type {Manifest} from '../../../src/flows/model/manifest.js';
import type {SupportPart} from '../../../src/flows/model/support.js';
import {PackError, readEnds, readFlow, readManifest, readSupport} from '../../../src/flows/model/validate.js';
import type {FlowSchema} from '../../../src/flows/model/validate-flow.js';
import type {ManifestSchema} from '../../../src/flows/model/validate-manifest.js';
import type {SupportSchema} from '../../../src/flows/model/validate-support.js';

/** Compiles only while schema and type say the same, in both directions. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : [A] extends [B] ? ([B] extends [A] ? true : never) : never;
const same: [Same<InferOutput<typeof FlowSchema>, Flow>, Same<InferOutput<typeof ManifestSchema>, Manifest>, Same<InferOutput<typeof SupportSchema>, SupportPart>] = [true, true, true];

type Json = Record<string, unknown>;
const golden = (name: string): {manifest: Json; flows: Json[]; support: Json} => JSON.parse(readFileSync(new URL(`../../goldens/${name}/expected/pack.json`, import.meta.url), 'utf8'));
const flow = (): Json => structuredClone(golden('invulplekken').flows[0]!);
const support = (): Json => structuredClone(golden('steun').support);
const manifest = (): Json => ({...golden('steun').manifest, version: 'abc', parts: [{kind: 'flow', id: 'proef', lang: 'nl', file: 'flow.proef.nl.0123456789.json', integrity: `sha384-${'A'.repeat(64)}`}]});

/** Sets what `path` leads to. */
function put(value: Json, path: string, to: unknown): Json {
  const keys = path.split('.');
  const last = keys.pop()!;
  let at = value as Record<string, Json>;
  for (const key of keys) at = (at[key] ??= {}) as Record<string, Json>;
  Object.defineProperty(at, last, {value: to, enumerable: true, configurable: true, writable: true});
  return value;
}

function refuses(read: (value: unknown) => unknown, value: unknown, code = 'pakket-ongeldig', what = ''): void {
  assert.throws(() => read(value), (error) => error instanceof PackError && error.code === code && error.message.length < 500, what);
}

test('schemas and types agree', () => assert.deepEqual(same, [true, true, true]));

test('what the compiler makes is read back unchanged', () => {
  for (const name of ['een-keuze', 'meer-antwoorden', 'invoer', 'zoals', 'invulplekken', 'woordenlijst', 'namen-goed', 'voorbeeld-uit-het-formaat']) {
    for (const each of golden(name).flows) assert.deepEqual(readFlow(each), each);
  }
  assert.deepEqual(readSupport(support()), support());
  assert.deepEqual(readManifest(manifest()), manifest());
});

test('a newer format is told apart from a broken pack', () => {
  refuses(readManifest, {...manifest(), formaat: 2}, 'pakket-nieuwer');
  refuses(readManifest, {formaat: 99, anything: true}, 'pakket-nieuwer');
  for (const formaat of [-1, 0.5, '1', null, NaN, Infinity]) refuses(readManifest, {...manifest(), formaat});
});

test('values that are no object are refused', () => {
  for (const value of [undefined, null, 0, '', 'x', true, [], [[]], {}, Symbol('x'), () => 1, new Date(), new Map(), 10n]) for (const read of [readManifest, readFlow, readSupport]) refuses(read, value);
});

const HOSTILE = ['javascript:alert(1)', 'JAVASCRIPT:alert(1)', 'java\nscript:alert(1)', ' javascript:alert(1)', 'data:text/html,x', 'vbscript:x', 'http://x.nl', '//x.nl', 'https://', 'https:\\\\x', 'https:/x', 'blob:x', 'file:///etc/passwd', '#a', '', 'tel:javascript', 'mailto:'];

test('addresses other than https, tel and mailto are refused everywhere', () => {
  for (const href of HOSTILE) {
    refuses(readFlow, put(flow(), 'steps.0.body', [{t: 'p', c: [{t: 'a', href, c: ['x']}]}]), 'pakket-ongeldig', href);
    refuses(readFlow, put(flow(), 'steps.0.body', [{t: 'p', c: [{t: 'fact', id: 'x', c: 'x', href}]}]), 'pakket-ongeldig', href);
    refuses(readManifest, put(manifest(), 'contact.website', href), 'pakket-ongeldig', href);
  }
  for (const file of ['../x.json', '/x.json', 'https://x.nl/x.json', 'a/b.json', 'x.js', 'a..json', '']) refuses(readManifest, put(manifest(), 'parts.0.file', file), 'pakket-ongeldig', file);
  for (const src of ['../x.svg', 'https://x.nl/x.svg', 'x.html', 'javascript:x.svg', 'a/b.svg']) refuses(readFlow, put(flow(), 'steps.0.body', [{t: 'img', src, alt: 'x'}]), 'pakket-ongeldig', src);
});

test('script-like text is text', () => {
  const read = readFlow(put(flow(), 'title', '<script>alert(1)</script>'));
  assert.equal(read.title, '<script>alert(1)</script>');
});

test('unknown keys, wrong types and wrong words are refused', () => {
  for (const [path, value] of [
    ['html', '<b>'], ['steps.0.onclick', 'x'], ['steps.0.title', 'text'], ['steps.0.title', [1]], ['steps.0.title', [{t: 'html', c: 'x'}]], ['steps.0.title', [{t: 'b', c: ['x'], style: 'x'}]], ['steps', {}], ['steps', []],
    ['steps.0.control.t', 'none'], ['steps.0.control.answers', []], ['steps.0.control.answers.0.effects', [['-', 'x', 1]]], ['steps.0.control.answers.0.effects', [['+', 'x', 1000]]], ['steps.0.control.answers.0.when', ['=', 'x']], ['steps.0.control.answers.0.when', ['eval', 'x', 'y']],
    ['steps.0.control.answers.0.when', ['&', ['=', 'X', 'y']]], ['steps.0.control.answers.0.to', undefined], ['steps.0.control.answers.0.to.step', 'weg'], ['steps.0.control.answers.0.own', false], ['steps.0.id', '__proto__'], ['steps.0.id', 'A b'], ['steps.1.id', 'bel-contact-naam-over-woord-haar-hem'],
    ['steps.0.control.answers.1.id', 'bel-contact-telefoon'], ['lang', 'nl"><script>'], ['steps.0.body', [{t: 'p', c: [{t: 'src', n: 1}]}]], ['steps.0.body', [{t: 'p', c: [{t: 'term', id: 'x', c: 'x'}]}]], ['steps.0.body', [{t: 'p', c: [{t: 'src', n: -1}]}]], ['steps.0.body', [{t: 'show', what: 'alles'}]], ['description', null],
  ] as const) refuses(readFlow, put(flow(), path, value), 'pakket-ongeldig', `${path} ${JSON.stringify(value)}`);
  for (const [path, value] of [['order', ['weg']], ['order.1', 'logeren'], ['kinds.0.function', 'toverij'], ['kinds.0.fits.0.weight', -1], ['kinds.0.body', [{t: 'p', c: [{t: 'src', n: 2}]}]], ['kinds.0.arrangedBy', 'zelf'], ['kinds.1.id', 'logeren']] as const) refuses(readSupport, put(support(), path, value), 'pakket-ongeldig', path);
  for (const [path, value] of [['parts.0.integrity', 'sha256-x'], ['parts.0.kind', 'script'], ['languages', []], ['address', 'gij'], ['contact.name', 1], ['contact.phone', 'javascript:1'], ['id', 'constructor!'], ['parts.1', manifest()['parts'] ? (manifest()['parts'] as unknown[])[0] : 0]] as const) refuses(readManifest, put(manifest(), path, value), 'pakket-ongeldig', path);
});

test('a language that only looks like one is refused', () => {
  for (const lang of ['nl-a', 'nl-a-b', 'nl-x', 'en-u', 'nl-nl-nl']) refuses(readFlow, put(flow(), 'lang', lang), 'pakket-ongeldig', lang);
  for (const lang of ['nl', 'nl-u', 'nl-be', 'zh-hant', 'en-gb-oxendict']) assert.equal(readFlow(put(flow(), 'lang', lang)).lang, lang);
});

test('a part that is another than the manifest said is refused', () => {
  assert.equal(readFlow(flow(), 'proef').id, 'proef');
  refuses((value) => readFlow(value, 'anders'), flow());
  refuses((value) => readEnds(value, 'anders'), {id: 'proef', lang: 'nl', steps: [{id: 'x', body: []}]});
});

test('keys that reach a prototype are refused and reach none', () => {
  for (const read of [readManifest, readFlow, readSupport]) {
    refuses(read, JSON.parse('{"__proto__": {"formaat": 1}, "formaat": 1}'));
    refuses(read, JSON.parse('{"constructor": {"prototype": {"x": 1}}}'));
  }
  refuses(readFlow, put(flow(), 'terms', JSON.parse('{"__proto__": {"title": "x", "c": []}}')));
  refuses(readFlow, put(flow(), 'steps.0.__proto__', {polluted: 1}));
  assert.equal(({} as Json)['polluted'], undefined);
});

test('huge, deep and cyclic values are refused quickly', () => {
  const started = performance.now();
  refuses(readFlow, put(flow(), 'title', 'x'.repeat(10_000_000)));
  refuses(readFlow, put(flow(), 'steps.0.title', ['x'.repeat(10_000_000)]));
  refuses(readFlow, put(flow(), 'steps.0.title', Array.from({length: 1_000_000}, () => 'x')));
  refuses(readFlow, put(flow(), 'steps.0.title', Array.from({length: 5_000}, () => 'x')));
  let deep: unknown = 'x';
  for (let i = 0; i < 100_000; i++) deep = [{t: 'b', c: [deep]}];
  refuses(readFlow, put(flow(), 'steps.0.title', deep));
  let condition: unknown = ['known', 'x'];
  for (let i = 0; i < 100_000; i++) condition = ['!', condition];
  refuses(readFlow, put(flow(), 'steps.0.control.answers.0.when', condition));
  const cycle: Json = {t: 'b'};
  cycle['c'] = [cycle];
  refuses(readFlow, put(flow(), 'steps.0.title', [cycle]));
  assert.ok(performance.now() - started < 10_000);
});
