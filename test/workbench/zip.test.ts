import assert from 'node:assert/strict';
import {test} from 'node:test';
import {zipSync} from 'fflate';
import {readZip, writeZip, ZipError, MAX_FILES} from '../../src/workbench/zip.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const told = (pattern: RegExp) => (error: unknown) => error instanceof ZipError && pattern.test(error.message);

/** Overwrites a number in the zip's list of contents, `offset` behind the start of its first entry. */
function forge(zip: Uint8Array, offset: number, value: number, size: 2 | 4): Uint8Array {
  const copy = zip.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at < copy.length - 4; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    if (size === 2) view.setUint16(at + offset, value, true);
    else view.setUint32(at + offset, value, true);
    return copy;
  }
  throw new Error('no entry');
}

test('what is written comes back, the same bytes each time', () => {
  const files = [{path: 'pakket.md', bytes: bytes('Hé')}, {path: 'beelden/a.png', bytes: Uint8Array.from({length: 70_000}, (_, i) => i * 7919)}, {path: '__proto__', bytes: bytes('x')}, {path: 'leeg.md', bytes: bytes('')}];
  assert.deepEqual(readZip(writeZip(files)), files);
  assert.deepEqual(writeZip(files), writeZip(files));
});

test('what computers add, and folders, are left out', () => {
  const zip = zipSync({'a/': new Uint8Array(), 'a/pakket.md': bytes('x'), '__MACOSX/a/._pakket.md': bytes('y'), 'a/.DS_Store': bytes('z'), 'a/Thumbs.db': bytes('z')});
  assert.deepEqual(readZip(zip).map(({path}) => path), ['a/pakket.md']);
});

test('a name that leads out of the zip is refused', () => {
  for (const name of ['../weg.md', 'a/../../weg.md', '/etc/weg.md', 'C:/weg.md', 'a\\..\\..\\weg.md', 'a//b.md', './a.md', 'a\u0000.md']) {
    assert.throws(() => readZip(zipSync({[name]: bytes('x')})), told(/onveilige naam/), name);
  }
});

test('a zip that swells is stopped, also when its list of contents says that it is small', () => {
  const zip = zipSync({'bom.md': new Uint8Array(70_000_000)}, {level: 9});
  assert.ok(zip.length < 100_000);
  assert.throws(() => readZip(zip), told(/groter dan 60 MB/));
  assert.throws(() => readZip(forge(zip, 24, 10, 4)), told(/groter dan 60 MB/));
});

test('too much, too many, a password and other ways of packing are told', () => {
  assert.throws(() => readZip(new Uint8Array(50_000_001)), told(/groter dan 50 MB/));
  const many = Object.fromEntries(Array.from({length: MAX_FILES + 1}, (_, n) => [`${n}.md`, new Uint8Array()]));
  assert.throws(() => readZip(zipSync(many, {level: 0})), told(/meer dan 3000 bestanden/));
  const zip = zipSync({'a.md': bytes('x')});
  assert.throws(() => readZip(forge(zip, 8, 1, 2)), told(/wachtwoord/));
  assert.throws(() => readZip(forge(zip, 10, 12, 2)), told(/manier/));
});

test('what is no zip, or not all of one, is told', () => {
  assert.throws(() => readZip(bytes('# Geen zip')), told(/geen zip/));
  assert.throws(() => readZip(new Uint8Array()), told(/geen zip/));
  const zip = zipSync({'a.md': bytes('tekst '.repeat(200))});
  for (let cut = 1; cut < zip.length; cut += 7) assert.throws(() => readZip(zip.subarray(0, zip.length - cut)), ZipError);
  for (const [offset, value] of [[42, 0xffffff], [20, 0xfffffff], [20, 5], [28, 60_000]] as const) assert.throws(() => readZip(forge(zip, offset, value, offset === 28 ? 2 : 4)), ZipError, `${offset}`);
});
