import assert from 'node:assert/strict';
import {test} from 'node:test';
import {compilePack} from '../../../src/flows/compiler/compile-pack.js';
import {baseOf, findAmong, findBases, MAX_BASES} from '../../../src/flows/compiler/layers.js';
import {compileLayered, layer, told, toFiles} from '../../support/layers.js';

const FLOW = `---
titel: Proef
---

## Wie ben je? {#wie}

- [Ik](#eind)
- [Jij](#eind)

## Klaar {#eind}

Bel {{contact.telefoon}} van {{organisatie}}.

\`toon contact\`
`;
const base = layer('basis', {'gesprekken/proef.md': FLOW});

test('a pack with nothing of its own is what lies below it, with its own contact and organisation', async () => {
  const {pack} = await compileLayered([layer('lokaal', {}, 'basis'), base]);
  const below = (await compileLayered([base])).pack;
  assert.ok(pack && below);
  assert.deepEqual([pack.manifest.id, pack.manifest.organisation, pack.manifest.contact.name], ['lokaal', 'Organisatie lokaal', 'Loket lokaal']);
  const named = (value: unknown, from: string, to: string) => JSON.stringify(value).replaceAll(`Organisatie ${from}`, `Organisatie ${to}`);
  assert.equal(named(pack.flows, 'lokaal', 'basis'), JSON.stringify(below.flows));
});

test('the base of a pack is read whatever else is wrong with it', () => {
  const of = (text: string) => baseOf(toFiles({'pakket.md': text}));
  assert.equal(of('---\ngebaseerd-op: basis\n---\n'), 'basis');
  assert.equal(of('---\nnaam: x\ngebaseerd-op: "  ../land/basis "\nzomaar: [1,\n---\n'), undefined);
  assert.equal(of('---\ngebaseerd-op: [a, b]\n---\n'), undefined);
  assert.equal(of('---\ngebaseerd-op:\n---\n'), undefined);
  assert.equal(of('geen gegevens'), undefined);
  assert.equal(of(''), undefined);
  assert.equal(baseOf([]), undefined);
  assert.equal(baseOf([{path: 'pakket.md', bytes: Uint8Array.of(0xff, 0xfe)}]), undefined);
});

test('a base that is not there is told at gebaseerd-op, with what was probably meant', async () => {
  const compiled = await compileLayered([layer('lokaal', {'gesprekken/proef.md': '## Klaar {#eind}\n\n`aanvulling`\n\nMeer.\n'}, 'basi'), base]);
  assert.deepEqual(told(compiled), ['lokaal/pakket.md:5:15 pakket/veld Het pakket «basi» waar dit op voortbouwt, bestaat niet.']);
  assert.equal(compiled.diagnostics[0]!.hint, 'Bedoelde je «basis»?');
  assert.equal(compiled.pack, undefined);
});

test('bases that nobody looked for are an error too, never a pack without them', () => {
  const {files} = layer('lokaal', {}, 'basis');
  const {pack, diagnostics} = compilePack(files, {today: '2026-11-22', packDir: 'lokaal'});
  assert.equal(pack, undefined);
  assert.match(diagnostics[0]!.message, /«basis» waar dit op voortbouwt, bestaat niet/);
});

test('layers in a ring are told with the whole ring', async () => {
  const [a, b, c] = [layer('a', {}, 'b'), layer('b', {}, 'c'), layer('c', {}, 'a')];
  assert.deepEqual(told(await compileLayered([a!, b!, c!])), ['a/pakket.md:5:15 pakket/kring Deze fout zit in de basis, in «c/pakket.md»: De pakketten bouwen in een kring op elkaar voort: «a → b → c → a».']);
  assert.deepEqual(told(await compileLayered([layer('a', {}, 'a')])), ['a/pakket.md:5:15 pakket/kring Het pakket «a» bouwt voort op zichzelf.']);
});

test('layers have a limit', async () => {
  const deep = Array.from({length: MAX_BASES + 2}, (_, n) => layer(`laag-${n}`, {}, n > MAX_BASES ? undefined : `laag-${n + 1}`));
  const {bases, baseProblem} = await findBases(deep[0]!, findAmong(deep));
  assert.equal(bases.length, MAX_BASES);
  assert.match(baseProblem!.message, /meer dan 5 lagen/);
  const enough = await findBases(deep[1]!, findAmong(deep));
  assert.deepEqual([enough.bases.length, enough.baseProblem], [MAX_BASES, undefined]);
});
