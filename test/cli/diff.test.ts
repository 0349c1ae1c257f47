import assert from 'node:assert/strict';
import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {run} from '../../src/cli/run.js';

const goldens = fileURLToPath(new URL('../goldens/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'mantelzorg-'));
after(() => rmSync(folder, {recursive: true, force: true}));

const FLOW = `---
titel: Proef
---

## Voor wie zorg je? {#wie}

- [Mijn partner](#weegt) \`wie = partner\`
- [Mijn kind](#weegt) \`wie = kind\`

## Wat weegt? {#weegt}

- [ ] Slaap \`last + 2\`
- [ ] Werk \`last + 1\`

[Verder](#uitslag)

## Dit past {#uitslag}

Dat is veel. \`als last >= 2\`

\`toon steun\`

\`toon contact\`
`;
const kind = (title: string, when: string, weight: number) => `---
titel: ${title}
basisfunctie: informatie
route: voorkomen
past-bij:
  - als: ${when}
    gewicht: ${weight}
    omdat: het past
eerste-stap: Bel
geregeld-via: huisarts
---

Dit is het.
`;

let packs = 0;
/** A small pack, with some of its files otherwise. */
function pack(files: Record<string, string> = {}): string {
  const path = join(folder, `p${(packs += 1)}`, 'proef');
  cpSync(join(goldens, '_shared'), path, {recursive: true});
  for (const name of ['gesprekken', 'steun']) cpSync(join(goldens, 'steun/input', name), join(path, name), {recursive: true});
  rmSync(join(path, 'steun'), {recursive: true});
  cpSync(join(goldens, 'steun/input/steun'), join(path, 'steun'), {recursive: true, filter: (source) => !source.endsWith('.md')});
  const all = {'gesprekken/proef.md': FLOW, 'steun/huisarts.md': kind('De huisarts', 'last >= 2', 3), 'steun/praten.md': kind('Praten', 'wie = partner', 2), ...files};
  for (const [name, text] of Object.entries(all)) if (text) writeFileSync(join(path, name), text);
  return path;
}

async function mantelzorg(...args: string[]) {
  let out = '';
  let error = '';
  const code = await run(args, {out: (text) => void (out += text), error: (text) => void (error += text), cwd: folder, colour: false, today: '2026-11-22'});
  return {code, out, error};
}

test('equal packs have no difference', async () => {
  const {code, out, error} = await mantelzorg('verschil', pack(), pack());
  assert.deepEqual({code, error}, {code: 0, error: ''});
  assert.match(out, /\nEr is geen verschil\.\n$/);
});

test('another wording is told in one line', async () => {
  const {out} = await mantelzorg('verschil', pack(), pack({'gesprekken/proef.md': FLOW.replace('## Wat weegt?', '## Wat kost kracht?')}));
  assert.match(out, /\n1 tekst is anders; wie wat krijgt, blijft gelijk\.\n\nGeen enkele bezoeker krijgt ander advies of komt bij een ander einde\.\n$/);
});

test('another weight is told as who gets what in another order', async () => {
  const {out} = await mantelzorg('diff', pack(), pack({'steun/praten.md': kind('Praten', 'wie = partner', 4)}));
  assert.match(out, /Steun bij «Dit past»\n {2}Het advies kan alleen anders zijn \(50 van de 100 situaties\)\n {4}voor wie\n {4}- bij «Voor wie zorg je\?» «Mijn partner» kiest\n/);
  assert.match(out, /«Praten»\n {4}weegt zwaarder in al die situaties\n {4}komt hoger te staan bij de beste vijf voor wie \([^)]*\)\n {6}- bij «Voor wie zorg je\?» «Mijn partner» kiest en bij «Wat weegt\?» «Slaap» aankruist\n/);
});

test('a kind that is gone and a threshold that moved are told with the answers that lead there', async () => {
  const gone = await mantelzorg('verschil', pack(), pack({'steun/praten.md': ''}));
  assert.match(gone.out, /Soort steun weg: «Praten»\./);
  assert.match(gone.out, /valt weg bij de beste vijf voor wie \([^)]*\)\n {6}- bij «Voor wie zorg je\?» «Mijn partner» kiest\n/);
  const moved = await mantelzorg('verschil', pack(), pack({'gesprekken/proef.md': FLOW.replace('last >= 2', 'last >= 1')}));
  assert.match(moved.out, /De tekst bij «Dit past» verandert \(25 van de 100 situaties\)\n {4}voor wie\n {4}- bij «Wat weegt\?» «Werk» aankruist en niet «Slaap»\n {4}ziet nu ook: «Dat is veel\.»\n/);
});

test('an answer that leads elsewhere is told as another end, and a new one as new', async () => {
  const elsewhere = `${FLOW}\n## Een ander einde {#ander}\n\n\`toon contact\`\n`;
  const rerouted = elsewhere.replace('[Mijn kind](#weegt)', '[Mijn kind](#ander)');
  const {out} = await mantelzorg('verschil', pack({'gesprekken/proef.md': elsewhere.replace('- [Mijn kind]', '- [Niemand](#ander)\n- [Mijn kind]')}), pack({'gesprekken/proef.md': rerouted}));
  assert.match(out, /Komt uit bij «Een ander einde» in plaats van bij «Dit past» \([^)]*\)\n {4}voor wie\n {4}- bij «Voor wie zorg je\?» «Mijn kind» kiest\n/);
  assert.match(out, /Deze antwoorden zijn er niet meer\n {4}voor wie\n {4}- bij «Voor wie zorg je\?» «Niemand» kiest\n/);
});

test('--csv writes a table and --json gives all of it', async () => {
  const file = join(folder, 'tabel.csv');
  const [old, now] = [pack(), pack({'steun/praten.md': kind('Praten', 'wie = partner', 4)})];
  const {out} = await mantelzorg('verschil', old, now, '--csv', file);
  assert.ok(out.endsWith(`\nDe tabel staat in ${file}.\n`));
  const rows = readFileSync(file, 'utf8').split('\r\n');
  assert.equal(rows[0], '\ufeffgesprek;begint bij;situatie;precies;eerst;nu');
  assert.ok(rows.some((row) => row === 'Proef;Voor wie zorg je?;wie bij «Voor wie zorg je?» «Mijn partner» kiest;ja;«Praten»;«Praten» weegt zwaarder'), rows.join('\n'));
  const json = JSON.parse((await mantelzorg('verschil', old, now, '--json')).out) as {gesprekken: {steun: {precies: boolean; soorten: {id: string}[]}[]}[]};
  assert.deepEqual(json.gesprekken[0]!.steun[0]!.soorten.map(({id}) => id).sort(), ['huisarts', 'praten']);
});

test('a pack with errors is not compared, and what is no folder is refused', async () => {
  const broken = await mantelzorg('verschil', pack(), pack({'gesprekken/proef.md': FLOW.replace('#weegt)', '#weg)')}));
  assert.equal(broken.code, 1);
  assert.match(broken.error, /fout koppeling\/onbekend[^]*Los dat eerst op\.\n$/);
  assert.equal((await mantelzorg('verschil', pack())).code, 2);
  assert.match((await mantelzorg('verschil', pack(), join(folder, 'weg'))).error, /bestaat niet\./);
});
