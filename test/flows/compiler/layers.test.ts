import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {readPackFolder} from '../../../src/cli/read-pack.js';
import {compilePack} from '../../../src/flows/compiler/compile-pack.js';
import {baseOf, findAmong, findBases, MAX_BASES, type PackLayer} from '../../../src/flows/compiler/layers.js';
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

test('the packs of content/ stay what they are under an empty pack, however many lie over it', async () => {
  const {files} = await readPackFolder(fileURLToPath(new URL('../../../content/basis', import.meta.url)));
  const own = files.find(({path}) => path === 'pakket.md')!;
  const front = new TextDecoder().decode(own.bytes);
  // The same words for who it is, so that every text comes out the same.
  const over = (packDir: string, base: string): PackLayer => ({packDir, files: toFiles({'pakket.md': `${/^---[^]*?\n(?=begrippen:)/.exec(front)![0]}gebaseerd-op: ${base}\n---\n`})});
  const basis: PackLayer = {packDir: 'basis', files};
  const [below, once, twice] = await Promise.all([[basis], [over('een', 'basis'), basis], [over('twee', 'een'), over('een', 'basis'), basis]].map(async (layers) => compileLayered(layers, false)));
  assert.deepEqual(told(once!), []);
  assert.deepEqual(once!.pack, below!.pack);
  assert.deepEqual(twice!.pack, below!.pack);
});

test('a merged pack is proved as a whole, and what breaks below is told where this pack does it', async () => {
  const cut = layer('lokaal', {'gesprekken/proef.md': '## Wie ben je? {#wie}\n\nLees dit.\n\n[Verder](#nieuw)\n\n## Nieuw {#nieuw}\n\n`toon contact`\n'}, 'basis');
  assert.deepEqual(told(await compileLayered([cut, base])), ['lokaal/gesprekken/proef.md:1:1 stap/onbereikbaar Met dit pakket erover klopt er iets niet meer in «basis/gesprekken/proef.md» op regel 10: Niemand komt ooit bij de stap «Klaar».']);
});

test('what the base has wrong by itself is told once, as an error of the base, and its warnings are not told', async () => {
  const broken = layer('basis', {'gesprekken/proef.md': FLOW.replace('- [Jij](#eind)', '- [Jij](#weg) `a = b`\n- [Zij](#weg)')});
  const {diagnostics} = await compileLayered([layer('lokaal', {}, 'basis'), broken]);
  assert.deepEqual(diagnostics.map(({file, line, severity, rule}) => [file, line, severity, rule]), [['lokaal/pakket.md', 5, 'fout', 'koppeling/onbekend']]);
  assert.match(diagnostics[0]!.message, /^Deze fout zit in de basis, in «basis\/gesprekken\/proef\.md» op regel 8: /);
  assert.match(diagnostics[0]!.hint, /Dit geldt in de basis voor nog 1 plek\.$/);
});

test('what the base asks of a contact and this one does not have is told at the contact', async () => {
  const local: PackLayer = {packDir: 'lokaal', files: toFiles({'pakket.md': '---\nid: lokaal\nnaam: Lokaal\norganisatie: Lokaal\ngebaseerd-op: basis\ncontact: { naam: Loket, email: a@lokaal.example }\n---\n'})};
  assert.deepEqual(told(await compileLayered([local, base])), ['lokaal/pakket.md:6:10 koppeling/onbekend Bij «contact» ontbreekt «telefoon», terwijl de basis dat noemt (basis/gesprekken/proef.md, regel 12).']);
});

test('a pack that leaves out who it is, is told so, and its contact is never that of another desk', async () => {
  const local = (contact: string): PackLayer => ({packDir: 'lokaal', files: toFiles({'pakket.md': `---\ngebaseerd-op: basis\n${contact}---\n`})});
  const missing = (await compileLayered([local(''), base])).diagnostics.map(({message}) => /«([^»]+)» ontbreekt/.exec(message)?.[1]);
  assert.deepEqual(missing.sort(), ['contact', 'id', 'naam', 'organisatie']);
  const named: PackLayer = {packDir: 'lokaal', files: toFiles({'pakket.md': '---\nid: lokaal\nnaam: L\norganisatie: L\ngebaseerd-op: basis\ncontact: { naam: Ander loket, telefoon: 112 }\n---\n'})};
  assert.deepEqual((await compileLayered([named, base])).pack?.manifest.contact, {name: 'Ander loket', phone: '112'});
});

test('a picture of the pack stands in for one of the same name below', async () => {
  const withImage = layer('basis', {'gesprekken/proef.md': FLOW.replace('Bel ', '![Een bank](../beelden/bank.svg)\n\nBel '), 'beelden/bank.svg': '<svg/>'});
  const {pack} = await compileLayered([layer('lokaal', {'beelden/bank.svg': '<svg>mijn</svg>'}, 'basis'), withImage]);
  assert.equal(new TextDecoder().decode(pack!.images.get('beelden/bank.svg')), '<svg>mijn</svg>');
});

test('what the README shows of a pack of one’s own is a pack, over the base that ships along', async () => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
  const section = readme.slice(readme.indexOf('### Een eigen pakket'), readme.indexOf('| opdracht |'));
  const blocks = Array.from(section.matchAll(/ {3}```markdown\n([^]*?)\n {3}```/g), ([, text]) => `${text!.replace(/^ {3}/gm, '')}\n`);
  const paths = ['pakket.md', ...Array.from(section.matchAll(/`((?:steun|gesprekken)\/[a-z-]+\.md)`/g), ([, path]) => path!)];
  assert.deepEqual([blocks.length, paths], [3, ['pakket.md', 'steun/lotgenoten.md', 'gesprekken/herken-je-jezelf.md']]);
  const own: PackLayer = {packDir: 'mijn-gemeente', files: toFiles(Object.fromEntries(paths.map((path, n) => [path, blocks[n]!])))};
  const {files} = await readPackFolder(fileURLToPath(new URL('../../../content/basis', import.meta.url)));
  const compiled = await compileLayered([own, {packDir: 'basis', files}], false);
  assert.deepEqual(compiled.diagnostics.filter(({severity}) => severity === 'fout'), []);
  assert.equal(compiled.pack?.flows.find(({id}) => id === 'herken-je-jezelf')?.title, 'Help jij iemand?');
});

const OVER = '## Wie ben je? {#wie gezien:GEZIEN}\n\n- [Wij](#eind)\n- [Zij](#eind)\n';
const local = (seen: string) => layer('lokaal', {'gesprekken/proef.md': OVER.replace('GEZIEN', seen)}, 'basis');

test('a replaced step is told of when the base changed since it was seen, and of nothing else', async () => {
  const first = await compileLayered([local('0000000000'), base]);
  assert.deepEqual(told(first), ['lokaal/gesprekken/proef.md:1:22 laag/gewijzigd De basis is gewijzigd sinds jouw aanpassing: de stap «wie» staat nu anders in basis/gesprekken/proef.md.']);
  assert.ok(first.pack, 'a warning');
  const [{hash, below} = {hash: '', below: ''}] = first.replaced;
  assert.equal(below, '## Wie ben je? {#wie}\n\n- [Ik](#eind)\n- [Jij](#eind)');
  const change = async (edit: (text: string) => string) => told(await compileLayered([local(hash), layer('basis', {'gesprekken/proef.md': edit(FLOW)})]));
  assert.deepEqual(await change((text) => text), []);
  assert.deepEqual(await change((text) => text.replace('- [Ik]', '<!-- opmerking -->\n\n- [Ik]').replaceAll('\n', '\r\n')), [], 'layout and notes among editors are no text');
  assert.deepEqual(await change((text) => text.replace('Bel {{', 'Mail of bel {{')), [], 'another step');
  assert.equal((await change((text) => text.replace('[Jij]', '[Jullie]'))).length, 1);
  assert.equal((await change((text) => text.replace('Wie ben je?', 'Wie bent u?'))).length, 1);
});

test('the text below counts with what layers in the middle add to it', async () => {
  const middle = (extra: string) => layer('regio', {'gesprekken/proef.md': `## Wie ben je? {#wie}\n\n\`aanvulling\`\n\n${extra}\n`}, 'basis');
  const top = (seen: string) => ({...local(seen), files: local(seen).files.map((file) => (file.path === 'pakket.md' ? {...file, bytes: new TextEncoder().encode(new TextDecoder().decode(file.bytes).replace('gebaseerd-op: basis', 'gebaseerd-op: regio'))} : file))});
  const {replaced} = await compileLayered([top('0'), middle('Een.'), base]);
  assert.match(replaced[0]!.below, /Wie ben je\?[^]*aanvulling[^]*Een\./);
  assert.deepEqual(told(await compileLayered([top(replaced[0]!.hash), middle('Een.'), base])), []);
  assert.equal(told(await compileLayered([top(replaced[0]!.hash), middle('Twee.'), base])).length, 1);
});

const KIND = '---\ntitel: Huisarts\nbasisfunctie: informatie\nroute: regelen\neerste-stap: Bel je huisarts.\ngeregeld-via: huisarts\nkosten: Gratis.\n---\n\nTekst.\n';

test('of a kind of support only what this pack says itself is compared', async () => {
  const of = async (seen: string, kind: string) => compileLayered([layer('lokaal', {'steun/huisarts.md': `---\neerste-stap: Bel ons.\ngezien: ${seen}\n---\n`}, 'basis'), layer('basis', {'gesprekken/proef.md': FLOW, 'steun/huisarts.md': kind})]);
  const {replaced, pack} = await of('0', KIND);
  assert.deepEqual([pack?.support?.kinds[0]?.firstStep, pack?.support?.kinds[0]?.costs], [['Bel ons.'], ['Gratis.']]);
  assert.equal(replaced[0]!.below, 'eerste-stap: Bel je huisarts.');
  assert.deepEqual(told(await of(replaced[0]!.hash, KIND.replace('Gratis.', 'Een tientje.').replace('Tekst.', 'Andere tekst.'))), []);
  assert.match(told(await of(replaced[0]!.hash, KIND.replace('Bel je huisarts.', 'Mail je huisarts.')))[0]!, /laag\/gewijzigd/);
});

for (const [name, from, to, message] of [
  ['another kind of answers', '- [ ] Koken', undefined, 'Bij «Wie ben je?» staat in de basis een lijst met koppelingen, en in deze aanvulling een lijst om aan te vinken.'],
  ['an input', '`vraag leeftijd: getal 0 tot 120`', undefined, 'Bij «Wie ben je?» staat in de basis een lijst met koppelingen, en in deze aanvulling een invulveld.'],
  ['a step taken over', '`zoals proef.md#eind`', undefined, 'Een aanvulling op «Wie ben je?» kan geen andere stap overnemen.'],
  ['something that takes another over', 'Meer.', FLOW.replace('- [Ik](#eind)\n- [Jij](#eind)', '`zoals gedeeld.md#rust`'), 'De stap «Wie ben je?» neemt in de basis een andere stap over («zoals gedeeld.md#rust»); daar past geen aanvulling bij.'],
] as const) {
  test(`an addition that does not fit is refused: ${name}`, async () => {
    const below = layer('basis', {'gesprekken/proef.md': to ?? FLOW, 'gesprekken/gedeeld.md': '---\ngedeeld: ja\n---\n\n## Rust {#rust}\n\n[Verder](#eind)\n'});
    const {diagnostics} = await compileLayered([layer('lokaal', {'gesprekken/proef.md': `## Wie ben je? {#wie}\n\n\`aanvulling\`\n\n${from}\n`}, 'basis'), below]);
    assert.deepEqual(diagnostics.filter(({rule}) => rule === 'stap/vorm').map((each) => [each.file, each.message]), [['lokaal/gesprekken/proef.md', message]]);
  });
}

test('an addition under another heading is told that visitors see the heading of the base', async () => {
  const {pack, diagnostics} = await compileLayered([layer('lokaal', {'gesprekken/proef.md': '## Wie bent u? {#wie}\n\n`aanvulling`\n\nMeer.\n'}, 'basis'), base]);
  assert.deepEqual(diagnostics.map(({rule, line}) => [rule, line]), [['laag/gewijzigd', 1]]);
  assert.deepEqual(pack!.flows[0]!.steps[0]!.title, ['Wie ben je?']);
});

test('gezien in a pack that builds on nothing is told', async () => {
  const {diagnostics} = await compileLayered([layer('basis', {'gesprekken/proef.md': FLOW.replace('{#wie}', '{#wie gezien:0123456789}')})]);
  assert.deepEqual(diagnostics.map(({rule, line, column}) => [rule, line, column]), [['laag/onbekend', 5, 22]]);
});
