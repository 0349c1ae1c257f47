import assert from 'node:assert/strict';
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {run} from '../../src/cli/run.js';

const CARDS = fileURLToPath(new URL('../support/sociale-kaart/', import.meta.url));
const update = process.env['UPDATE_GOLDENS'] === '1';
const root = mkdtempSync(join(tmpdir(), 'mantelzorg-kaart-'));
after(() => rmSync(root, {recursive: true, force: true}));

let count = 0;
const fresh = (name = 'uit.csv') => join(root, `${++count}-${name}`);

function put(content: string | Uint8Array, name = 'in.csv'): string {
  const path = fresh(name);
  writeFileSync(path, content);
  return path;
}

async function importing(args: readonly string[], answer?: string) {
  let out = '';
  let error = '';
  const terminal = {out: (text: string) => void (out += text), error: (text: string) => void (error += text), cwd: root, colour: false, today: '2026-11-22', ...(answer === undefined ? {} : {ask: async () => answer})};
  const code = await run(['aanbod', 'importeer', ...args], terminal);
  assert.doesNotMatch(out + error, /\bat \S+\.[jt]s|undefined|\[object/);
  return {code, out: out.replaceAll(`${root}/`, ''), error: error.replaceAll(`${root}/`, '')};
}

const MAPPING = 'id: Nr\nnaam: Naam\nsteun: { vast: dagopvang }\ngecontroleerd: { vast: 2026-11-01 }\n';

/** Imports a table with the plainest mapping (or another), and gives what landed. */
async function table(content: string | Uint8Array, mapping = MAPPING, more: string[] = []) {
  const [file, columns, target] = [put(content), put(mapping, 'kolommen.yaml'), fresh()];
  const result = await importing([file, '--kolommen', columns, '--uit', target, ...more]);
  const written = existsSync(target) ? readFileSync(target, 'utf8') : undefined;
  return {...result, written, names: written?.split('\r\n').slice(1, -1).map((line) => line.split(';').slice(0, 2).join(' '))};
}

for (const card of ['gemeente', 'regio']) {
  test(`the export of a sociale kaart «${card}» comes in as its golden`, async () => {
    const [target, report] = [fresh(), fresh('verslag.csv')];
    const {code, out, error} = await importing([join(CARDS, `${card}.csv`), '--kolommen', join(CARDS, `${card}.yaml`), '--uit', target, '--verslag', report]);
    assert.deepEqual({code, error}, {code: 1, error: ''});
    const found = {'verwacht.csv': readFileSync(target, 'utf8'), 'verslag.csv': readFileSync(report, 'utf8'), 'scherm.txt': out.replace(/\d+-uit\.csv/, 'uit.csv')};
    for (const [name, text] of Object.entries(found)) {
      const golden = join(CARDS, `${card}.${name}`);
      if (update) writeFileSync(golden, text);
      assert.equal(text, readFileSync(golden, 'utf8'), `${name}: run with UPDATE_GOLDENS=1 and read the difference`);
    }
    assert.ok(!update, 'The goldens were rewritten: read the difference and run again without UPDATE_GOLDENS.');
  });
}

test('a trial shows what would come and writes nothing', async () => {
  const before = readdirSync(root).length;
  const {code, out} = await importing([join(CARDS, 'gemeente.csv'), '--kolommen', join(CARDS, 'gemeente.yaml'), '--proef']);
  assert.equal(code, 1);
  assert.match(out, /Zo komen de eerste erin:\n\n {2}id {12}1001\n {2}naam {10}Logeerhuis Café Zoë\n/);
  assert.match(out, /6 regels komen mee\. Dit was een proef: er is niets geschreven\./);
  assert.equal(readdirSync(root).length, before);
});

test('every encoding and separator gives the same', async () => {
  const text = 'Nr;Naam\n1;Café ’t Veld\n2;Zoë\n';
  const wide = (swap: boolean, mark: boolean) => {
    const bytes = Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le');
    return swap ? bytes.swap16() : bytes;
  };
  const narrow = Buffer.from([...text].map((sign) => (sign === '’' ? 0x92 : sign.charCodeAt(0))));
  const files = [text, `\ufeff${text}`, text.replaceAll('\n', '\r\n'), text.replaceAll('\n', '\r'), text.replaceAll(';', ','), text.replaceAll(';', '\t'), `sep=|\n${text.replaceAll(';', '|')}`, `\n\n${text}`, wide(false, true), wide(true, true), wide(false, false), wide(true, false), narrow];
  for (const [n, file] of files.entries()) {
    const {code, names} = await table(file);
    assert.deepEqual([code, names], [0, ['1 Café ’t Veld', '2 Zoë']], `file ${n}`);
  }
});

test('a letter beyond ASCII far into a file decides about its encoding too', async () => {
  const rows = Array.from({length: 20_000}, (_, n) => `${n};naam ${n}`).join('\n');
  const {code, names} = await table(Buffer.from(`Nr;Naam\n${rows}\nlaatste;Caf\xe9\n`, 'latin1'));
  assert.deepEqual([code, names?.at(-1)], [0, 'laatste Café']);
});

test('what is no table says what it is and what to do', async () => {
  const cases: [string, string | Uint8Array, RegExp][] = [
    ['empty', '', /is leeg: er staat geen regel met namen van kolommen in\./],
    ['only spaces', ' \n\r\n ', /is leeg/],
    ['xlsx', Buffer.from('PK\x03\x04\x14\x00'), /is een rekenblad \(xlsx, ods\) of een zip, en geen CSV\. Open het in je rekenblad en bewaar het als «CSV UTF-8»\./],
    ['xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), /is een oud rekenblad/],
    ['pdf', '%PDF-1.7', /is een pdf/],
    ['web page', '<!DOCTYPE html><table><tr><td>Nr', /is een webpagina/],
    ['binary', Buffer.from([1, 2, 0, 255, 0, 9, 200, 3, 0]), /is geen tekst, en geen CSV/],
    ['open quote in the head', '"Nr;Naam\n1;a\n', /is leeg|geen kolom/],
  ];
  for (const [name, content, told] of cases) {
    const {code, error, written} = await table(content);
    assert.deepEqual([code, written], [1, undefined], name);
    assert.match(error, told, name);
  }
});

test('a table with only its head has nothing to bring, and says so', async () => {
  const {code, out, written} = await table('Nr;Naam\n');
  assert.deepEqual([code, written], [1, undefined]);
  assert.match(out, /: 0 regels onder de kop/);
  assert.match(out, /Er bleef niets over, en er is niets geschreven\./);
});

test('rows that are no rows are told with their line, and the others come', async () => {
  const {code, out, names} = await table('Nr;Naam\n1;een\n2;twee;drie\n3\n4;"vier "x" y"\n5;vijf\n6;"open\n7;zeven\n');
  assert.deepEqual([code, names], [1, ['1 een', '5 vijf', '7 zeven']]);
  for (const told of [/:3 regel weggelaten\n {2}Deze regel heeft «3 waarden», en er zijn 2 kolommen\./, /:4 «Naam» → naam regel weggelaten/, /:5 regel weggelaten\n.*midden in een waarde/, /:7 regel weggelaten\n.*nergens sluit/, /1 regel is korter dan de kop/]) assert.match(out, told);
});

test('an id that comes twice is told with the line of the first', async () => {
  const {code, out, names} = await table('Nr;Naam\n1;een\n2;twee\n1;weer een\n__proto__;niemand\nconstructor;bouwer\n');
  assert.deepEqual([code, names], [1, ['1 een', '2 twee', 'constructor bouwer']]);
  assert.match(out, /:4 «Nr» → id regel weggelaten\n {2}Het kenmerk «1» is er al, op regel 2\./);
});

test('columns of theirs may be called anything', async () => {
  const {code, names} = await table('__proto__;constructor;Naam, "de echte"\n1;een;x\n'.replace('Naam, "de echte"', '"Naam, ""de echte"""'), 'id: __proto__\nnaam: constructor\nomschrijving: \'naam,  "DE echte"\'\nsteun: { vast: dagopvang }\ngecontroleerd: { vast: 2026-11-01 }\n');
  assert.deepEqual([code, names], [0, ['1 een']]);
});

test('a mapping that is wrong is told at its place, with what was meant', async () => {
  const cases: [string, RegExp][] = [
    ['naam: Naaam\n', /kolommen\.yaml:1:7 fout aanbod\/kolom\n {2}In het bestand is geen kolom «Naaam»\.\n {2}Bedoelde je «Naam»\?/],
    ['nam: Naam\n', /De kolom «nam» bestaat niet bij ons\.\n {2}Bedoelde je «naam»\?/],
    ['Nr: id\n', /Draai het om: «id: Nr»/],
    ['Titel: naam\n', /Draai het om: «naam: Titel»/],
    ['naam: Naam\n', /De kolom «gecontroleerd» ontbreekt, en zonder kan aanbod niet\./],
    ['naam: { kolm: Naam }\n', /«kolm» kan niet bij «naam»\.\n {2}Bedoelde je «kolom»\?/],
    ['naam: { vast: x, kolom: Naam }\n', /«vast» en «kolom» allebei/],
    ['naam: { splits: "," }\n', /niet uit welke kolom het komt/],
    ['naam: { kolom: Naam, deel: 2 }\n', /«deel» zonder «splits»/],
    ['naam: { kolom: Naam, splits: x, deel: nul }\n', /«nul», en dat is geen plaats/],
    ['plaats: { kolom: Naam, haal: post }\n', /«haal» bij «plaats» kent «post» niet\.\n {2}Kies uit|Bedoelde je/],
    ['steun: { kolom: Naam, waarden: x }\n', /geen tabel/],
    ['naam: [Naam, [Nr]]\n', /staat niet waar het vandaan komt/],
    ['naam:\n', /staat niet waar het vandaan komt/],
    ['bestand: { codering: ebcdic }\n', /«codering» kent «ebcdic» niet\.\n {2}Kies uit: utf-8, utf-16, windows-1252\./],
    ['bestand: { kopregel: eerste }\n', /het nummer van de regel/],
    ['bestand: { scheidingsteken: "," , kop: 1 }\n', /«kop» kan niet bij «bestand»/],
    ['naam: "Naam\n', /zijn hier niet te lezen\.\n {2}Zet aan het eind van de tekst nog een aanhalingsteken/],
    ['naam: Naam\nnaam: Nr\n', /Deze naam staat er al/],
    ['- naam\n', /hebben geen namen/],
    ['', /ontbreekt, en zonder kan aanbod niet/],
    ['naam: &a Naam\n', /bijzondere betekenis/],
    [`naam: ${'{a: '.repeat(2_000)}`, /niet te lezen|te diep|meer dan 5000 tekens/],
  ];
  for (const [mapping, told] of cases) {
    const {code, error, written} = await table('Nr;Naam\n1;een\n', mapping);
    assert.deepEqual([code, written], [1, undefined], mapping.slice(0, 60));
    assert.match(error, told);
    assert.match(error, /Er is niets geschreven\.\n$/);
  }
});

test('a file is not written over unless somebody says so', async () => {
  const [file, columns, target] = [put('Nr;Naam\n1;een\n'), put(MAPPING, 'kolommen.yaml'), put('van mij')];
  const args = [file, '--kolommen', columns, '--uit', target];
  assert.match((await importing(args)).error, /bestaat al, en er is niets geschreven\./);
  assert.equal((await importing(args, 'nee')).code, 2);
  assert.equal(readFileSync(target, 'utf8'), 'van mij');
  assert.equal((await importing(args, 'ja')).code, 0);
  assert.match(readFileSync(target, 'utf8'), /^\ufeffid;naam/);
  assert.equal((await importing([...args, '--overschrijf'])).code, 0);
  assert.match((await importing([file, '--kolommen', columns, '--uit', file])).error, /is het bestand dat je binnenhaalt/);
  assert.match((await importing([file, '--kolommen', columns, '--uit', root])).error, /is geen bestand\. Geef achter --uit de naam van een bestand\./);
  assert.deepEqual(readdirSync(root).filter((name) => name.endsWith('.deel')), []);
});

test('wrong use says what is missing', async () => {
  const file = put('Nr;Naam\n1;een\n');
  const cases: [string[], RegExp][] = [
    [[file], /Er staat niet waar het resultaat heen moet/],
    [[file, '--proef'], /Er staat niet welke kolom wat is: geef --kolommen/],
    [[file, '--proef', '--kolommen', 'nergens.yaml'], /Het bestand met kolommen «nergens\.yaml» bestaat niet\./],
    [['nergens.csv', '--proef'], /Het bestand «nergens\.csv» bestaat niet\./],
    [[root, '--proef'], /is geen bestand\./],
    [[], /Er ontbreekt iets achter «aanbod importeer»/],
  ];
  for (const [args, told] of cases) {
    const {code, error} = await importing(args);
    assert.equal(code, 2);
    assert.match(error, told);
  }
  let error = '';
  const terminal = {out: () => undefined, error: (text: string) => void (error += text), cwd: root, colour: false, today: '2026-11-22'};
  assert.equal(await run(['aanbod', 'importer', 'x'], terminal), 2);
  assert.match(error, /«aanbod importer» bestaat niet\. Bedoelde je «importeer»\?/);
});

test('kinds of support are those of the pack in whose folder the result lands', async () => {
  const pack = join(root, 'pak');
  mkdirSync(join(pack, 'aanbod'), {recursive: true});
  writeFileSync(join(pack, 'pakket.md'), '---\nid: pak\nnaam: Pak (verzonnen)\norganisatie: Pak (verzonnen)\ngebaseerd-op: basis\ncontact:\n  naam: Pak (verzonnen)\n  telefoon: "0123 456 789"\n---\n');
  const [file, columns] = [put('Nr;Naam;Soort\n1;een;dagopvang\n2;twee;dagopvagn\n'), put(MAPPING.replace('{ vast: dagopvang }', 'Soort'), 'kolommen.yaml')];
  const {code, out} = await importing([file, '--kolommen', columns, '--uit', join(pack, 'aanbod', 'kaart.csv')]);
  assert.equal(code, 1);
  assert.match(out, /:3 «Soort» → steun regel weggelaten\n.*\n {2}Bedoelde je «dagopvang»\?/);
  assert.match((await importing([file, '--kolommen', columns, '--proef'])).out, /Of de soorten steun bestaan, is niet nagekeken/);
});

test('every row of a long table is written, and the first problems are shown', async () => {
  const rows = Array.from({length: 30_000}, (_, n) => `${n};naam ${n};${n % 3 ? '' : 'geen nummer'}`).join('\n');
  const {code, out, names} = await table(`Nr;Naam;Tel\n${rows}`, `${MAPPING}telefoon: Tel\n`);
  assert.deepEqual([code, names?.length], [1, 30_000]);
  assert.match(out, /… en nog 9\.980 meldingen\. Met --verslag verslag\.csv staan ze allemaal in een tabel\./);
  assert.match(out, /10\.000 waarden \(telefoon 10000\)/);
});
