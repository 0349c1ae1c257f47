import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import type {CompiledPack} from '../../../src/flows/compiler/compile-pack.js';
import {compilePack} from '../../../src/flows/compiler/compile-pack.js';
import {MAX_CSV_BYTES} from '../../../src/flows/compiler/offers/csv-text.js';
import {SHARD, WHOLE} from '../../../src/flows/compiler/offers/cut-offers.js';
import {packParts} from '../../../src/flows/compiler/pack-parts.js';
import type {OfferShard, OffersPart} from '../../../src/flows/model/offer.js';
import {readOffers, readPlaces, readShard} from '../../../src/flows/model/validate-offers.js';
import {offerAt} from '../../../src/offers/shard.js';
import {assertTold} from '../../support/diagnostics.js';

const encode = (text: string) => new TextEncoder().encode(text);
const shared = new Uint8Array(readFileSync(new URL('../../goldens/_shared/pakket.md', import.meta.url)));
const STEUN = encode('---\ntitel: Logeren\nbasisfunctie: respijtzorg\nroute: ontlasten\neerste-stap: Bel.\ngeregeld-via: gemeente\n---\n\nEen nacht ergens anders.\n');
const FLOW = encode('---\ntitel: Proef\n---\n\n## Begin\n\n`toon steun`\n\n`toon contact`\n');

function compile(files: Record<string, string | Uint8Array>, bases: Parameters<typeof compilePack>[1]['bases'] = undefined) {
  const own = {'pakket.md': shared, 'gesprekken/proef.md': FLOW, 'steun/logeren.md': STEUN, ...files};
  const list = Object.entries(own).map(([path, bytes]) => ({path, bytes: typeof bytes === 'string' ? encode(bytes) : bytes}));
  const made = compilePack(list, {today: '2026-11-22', packDir: 'p', prove: false, bases});
  assertTold(made.diagnostics, own);
  return made;
}

const HEAD = 'id;naam;steun;plaats;gecontroleerd';
const GOOD = 'a;De Linde;logeren;Utrecht;2026-11-01';
const told = ({diagnostics}: ReturnType<typeof compile>) => diagnostics.map(({file, line, column, severity, rule}) => `${file.slice(2)}:${line}:${column} ${severity} ${rule}`);
const ids = ({pack}: {pack?: CompiledPack}) => pack?.offers.map(({offer}) => offer.id);

/** Each has one thing wrong: where it is told, and the ids that are in the pack all the same (nothing: there is no pack). */
const BROKEN: [what: string, csv: string, where: string, ids: string[] | undefined][] = [
  ['a value that no column knows', `${HEAD};spoed\n${GOOD};ja\nb;B;logeren;;2026-11-01;soms`, '3:25 fout aanbod/waarde', ['a']],
  ['a kind of support that is not there', `${HEAD}\n${GOOD}\nb;B;logere;Utrecht;2026-11-01`, '3:5 fout aanbod/waarde', ['a']],
  ['no id', `${HEAD}\n;B;logeren;Utrecht;2026-11-01\n${GOOD}`, '2:1 fout aanbod/kolom', ['a']],
  ['no date', `${HEAD}\n${GOOD}\nb;B;logeren;Utrecht;`, '3:21 fout aanbod/kolom', ['a']],
  ['a row that is too short', `${HEAD}\n${GOOD}\nb;B;logeren`, '3:1 fout aanbod/kolom', ['a']],
  ['a row that is too long', `${HEAD}\n${GOOD}\nb;B;logeren;Utrecht;2026-11-01;x`, '3:32 fout aanbod/kolom', ['a']],
  ['an id that is there already', `${HEAD}\n${GOOD}\n${GOOD}`, '3:1 fout aanbod/dubbel', ['a']],
  ['a date long past', `${HEAD}\n${GOOD}\nb;B;logeren;Utrecht;2024-11-01`, '3:21 fout aanbod/verlopen', ['a']],
  ['a date a year past', `${HEAD}\nb;B;logeren;Utrecht;2025-11-01`, '2:21 waarschuwing aanbod/verlopen', ['b']],
  ['a place that nobody knows', `${HEAD}\nb;B;logeren;Utregt;2026-11-01`, '2:13 waarschuwing aanbod/waarde', ['b']],
  ['an offer that is nowhere', `${HEAD}\nb;B;logeren;;2026-11-01`, '2:1 waarschuwing aanbod/waarde', ['b']],
  ['markup in a name', `${HEAD}\nb;Huis <b>B</b>;logeren;Utrecht;2026-11-01`, '2:8 waarschuwing aanbod/waarde', ['b']],
  ['a quote in the middle', `${HEAD}\n${GOOD}\nb;"De "B" af";logeren;Utrecht;2026-11-01`, '3:4 fout aanbod/waarde', ['a']],
  ['a value within quotes over lines', `${HEAD};omschrijving;spoed\n"a";"De ""Linde""";logeren;Utrecht;2026-11-01;"Een\nhuis";soms`, '3:7 fout aanbod/waarde', []],
  ['a column that is not there', `${HEAD};telefon\n${GOOD};0301234567`, '1:36 fout aanbod/kolom', undefined],
  ['a column that is missing', 'id;naam;steun\na;A;logeren', '1:1 fout aanbod/kolom', undefined],
  ['a column twice', `${HEAD};naam\n${GOOD};x`, '1:36 fout aanbod/kolom', undefined],
  ['a quote that never closes', `${HEAD}\n${GOOD}\nb;"B;logeren;Utrecht;2026-11-01\nc;C;logeren;Utrecht;2026-11-01`, '3:4 fout aanbod/kolom', undefined],
  ['nothing at all', '\n \n', '1:1 fout aanbod/kolom', undefined],
  ['ten rows that are all wrong', `${HEAD}\n${Array.from({length: 10}, (_, n) => `r${n};;logeren;Utrecht;2026-11-01`).join('\n')}`, '1:1 fout aanbod/waarde', undefined],
];

for (const [what, csv, where, expected] of BROKEN) {
  test(`${what} is told at ${where}`, () => {
    const made = compile({'aanbod/x.csv': csv});
    const [first, ...others] = told(made).filter((one) => !one.includes('gesprekken/'));
    assert.equal(first, `aanbod/x.csv:${where}`);
    if (!what.startsWith('ten')) assert.deepEqual(others, []);
    assert.deepEqual(ids(made), expected);
  });
}

test('commas, tabs, a byte order mark, other line ends and headings in any case read the same', () => {
  const want = compile({'aanbod/x.csv': `${HEAD};duur\n${GOOD};"dag;nacht"\n`}).pack!.offers;
  assert.equal(want[0]!.offer.facets.duur!.length, 2);
  for (const csv of [
    '\ufeffID,Naam,Steun,Plaats,Gecontroleerd,Duur\r\na,De Linde,logeren,Utrecht,2026-11-01,dag;nacht\r\n',
    '"id"\t"naam"\t"steun"\t"plaats"\t"gecontroleerd"\t"DUUR"\na\tDe Linde\tlogeren\tUtrecht\t2026-11-01\tdag;nacht',
    'sep=;\r\nid;naam;steun;plaats;gecontroleerd;duur;\r\n;;;;;;\r\na;"De Linde";logeren;Utrecht;2026-11-01;"dag;nacht";\r\n\r\n',
    '\n\nid|naam|steun|plaats|gecontroleerd|duur\ra|De\u00a0Linde|logeren| Utrecht |2026-11-01|dag; nacht\r',
  ]) {
    const made = compile({'aanbod/x.csv': csv});
    assert.deepEqual(made.diagnostics, []);
    assert.deepEqual(made.pack!.offers, want, csv);
  }
});

test('an offer may be a file: its name is its id, its text what it is', () => {
  const made = compile({'aanbod/de-linde.md': '---\nnaam: De Linde\nsteun: [logeren]\nplaats: Utrecht\nduur: [dag, nacht]\nspoed: ja\ngecontroleerd: 2026-11-01\n---\n\nEen huis\nmet tuin. <!-- bellen! -->\n\nEn dieren.\n'});
  assert.deepEqual(made.diagnostics, []);
  const {offer} = made.pack!.offers[0]!;
  assert.deepEqual([offer.id, offer.description, offer.facets], ['de-linde', 'Een huis met tuin.\n\nEn dieren.', {duur: ['dag', 'nacht'], spoed: ['ja']}]);
  const wrong = compile({'aanbod/x.md': '---\nnaam: X\nsteun: [logeren, logere]\ntelefon: "1"\ngecontroleerd: 2026-11-01\nplaats: Utrecht\n---\n'});
  assert.deepEqual(told(wrong), ['aanbod/x.md:3:18 fout aanbod/waarde', 'aanbod/x.md:4:1 fout aanbod/kolom']);
  assert.deepEqual(ids(wrong), []);
});

test('a place gives its coordinates, the organisation\'s own table first, and the postcode before the place', () => {
  const csv = `${HEAD};postcode\na;A;logeren;Utrecht;2026-11-01;\nb;B;logeren;Verzonnen;2026-11-01;\nc;C;logeren;Utrecht;2026-11-01;1234 AB\n`;
  const made = compile({'aanbod/x.csv': csv, 'plaatsen.csv': 'naam;lat;lon;gemeente\nVerzonnen;52,5;5,25;Verzinsel', 'postcodes.csv': 'pc4,lat,lon\n1234,52.6,5.3'});
  assert.deepEqual(made.diagnostics, []);
  const at = Object.fromEntries(made.pack!.offers.map(({offer}) => [offer.id, [offer.lat, offer.lon]]));
  assert.deepEqual([at['b'], at['c']], [[52.5, 5.25], [52.6, 5.3]]);
  assert.ok(Math.abs(at['a']![0]! - 52.09) < 0.05);
  assert.deepEqual(readPlaces(JSON.parse(JSON.stringify(made.pack!.places))), made.pack!.places);
});

test('rows of places that are wrong are told and left out', () => {
  const made = compile({'plaatsen.csv': 'naam;lat;lon;code\nA;52;5;\nB;5;52;\nC;48;2;\nA;52;5;\nD;52;5;x\n;52;5;', 'postcodes.csv': 'pc4;lat;lon\n123;52;5\n1234;52;5\n1234;52;5'});
  assert.deepEqual(told(made), ['plaatsen.csv:3:3 fout aanbod/waarde', 'plaatsen.csv:4:3 fout aanbod/waarde', 'plaatsen.csv:5:1 fout aanbod/dubbel', 'plaatsen.csv:6:8 fout aanbod/waarde', 'plaatsen.csv:7:1 fout aanbod/waarde', 'postcodes.csv:2:1 fout aanbod/waarde', 'postcodes.csv:4:1 fout aanbod/dubbel']);
  assert.deepEqual([made.pack!.places!.places.name, made.pack!.places!.postcodes!.pc4], [['A'], [1234]]);
});

test('of an offer in several layers the nearest wins, and the rest of the base comes along', () => {
  const base = {packDir: 'land', files: [['pakket.md', shared], ['gesprekken/proef.md', FLOW], ['steun/logeren.md', STEUN], ['aanbod/x.csv', encode(`${HEAD}\n${GOOD}\nb;B;logeren;Utrecht;2026-11-01\n`)]].map(([path, bytes]) => ({path: path as string, bytes: bytes as Uint8Array}))};
  const own = new TextDecoder().decode(shared).replace(/^---\n/, '---\ngebaseerd-op: land\n');
  const made = compile({'pakket.md': own, 'aanbod/x.csv': `${HEAD}\na;Anders;logeren;Utrecht;2026-11-01`}, [base]);
  assert.deepEqual(made.pack!.offers.map(({offer}) => [offer.id, offer.name]), [['a', 'Anders'], ['b', 'B']]);
});

test('offers called as what every object has are offers', () => {
  const made = compile({'aanbod/x.csv': `${HEAD}\nconstructor;constructor;logeren;toString;2026-11-01\nvalueOf;B;logeren;constructor;2026-11-01`});
  assert.deepEqual(ids(made)!.sort(), ['constructor', 'valueOf']);
});

const sha256 = async (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest());
const many = (count: number) => `${HEAD};lat;lon;werkgebied\n${Array.from({length: count}, (_, n) => `r${n};Huis ${n};logeren;Plaats ${n % 50};2026-11-01;${(51 + (n % 97) / 60).toFixed(4)};${(4.5 + (n % 89) / 60).toFixed(4)};${n % 100 ? '' : 'nederland'}`).join('\n')}`;

test('a small pack holds its offers in one piece, a large one in shards of near ones, and twice the same bytes', async () => {
  const parts = async (count: number) => {
    const files = await packParts(compile({'aanbod/x.csv': many(count)}).pack!, sha256);
    const json = (start: string) => JSON.parse(new TextDecoder().decode(files.find(({path}) => path.startsWith(start))!.bytes)) as unknown;
    return {files, json, list: readOffers(json('offers.')) as OffersPart};
  };
  const small = await parts(WHOLE);
  assert.equal(small.list.shard!.rows, WHOLE);
  const large = await parts(WHOLE + 1);
  assert.equal(large.list.shard, undefined);
  const seen = new Set<string>();
  for (const {file, rows, box} of large.list.shards!) {
    const shard = readShard(large.json(file)) as OfferShard;
    assert.ok(shard.rows === rows && rows <= SHARD);
    for (let row = 0; row < rows; row++) {
      const {id, lat, lon, area} = offerAt(shard, row);
      seen.add(id);
      assert.equal(area.includes('nederland'), box === undefined);
      if (box) assert.ok(lat! >= box[0] && lat! <= box[2] && lon! >= box[1] && lon! <= box[3]);
    }
  }
  assert.equal(seen.size, WHOLE + 1);
  assert.deepEqual((await parts(WHOLE + 1)).files, large.files);
});

test('a file beyond all bounds, or that is no text, is told once', () => {
  const large = compile({'aanbod/x.csv': new Uint8Array(MAX_CSV_BYTES + 1)});
  assert.deepEqual(told(large), ['aanbod/x.csv:1:1 fout pakket/onleesbaar']);
  for (const bytes of [new Uint8Array([0xff, 0xfe, 0x41, 0]), encode('PK\u0003\u0004\0\0'), Uint8Array.from(Buffer.from('id;naam\na;Café', 'latin1'))]) {
    assert.deepEqual(told(compile({'aanbod/x.csv': bytes})), ['aanbod/x.csv:1:1 fout pakket/onleesbaar']);
  }
});

test('a file in which everything is wrong says so a bounded number of times', () => {
  const made = compile({'aanbod/x.csv': `${HEAD}\n${Array.from({length: 5_000}, (_, n) => `r${n};H;nergens;x;gisteren`).join('\n')}`});
  assert.ok(made.diagnostics.length < 250);
  assert.ok(made.diagnostics.some(({message}) => /«9800»/.test(message)));
  assert.equal(made.pack, undefined);
});
