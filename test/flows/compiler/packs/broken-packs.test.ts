import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {loadSpeller} from '../../../../src/cli/load-speller.js';
import {gatherCauses} from '../../../../src/flows/compiler/settle.js';
import {compilePack} from '../../../../src/flows/compiler/compile-pack.js';
import {findAmong, findBases, type PackLayer} from '../../../../src/flows/compiler/layers.js';
import {TODAY} from '../../../support/packs.js';
import {compileFiles, packFiles, shortly, SMALL, translated, type Files} from './small-pack.js';

const speller = await loadSpeller();
const QUIZ = 'gesprekken/proef.md';
const HELP = 'gesprekken/helpen.md';
const DOCTOR = 'steun/huisarts.md';

/** Stands before the sign that the problem must point at; taken out again before compiling. */
const HERE = '¦';

interface Broken {
  rule: string;
  /** What the editor did, for the name of the test. */
  what: string;
  file?: string;
  /** Text that stands once in the file, and what the editor made of it. */
  edit: [from: string, to: string];
  /** Where the problem shows, when not at `¦` in the edit: a text that stands once, in `file` or in the file named first. */
  at?: string | [file: string, text: string];
}

const BROKEN: Broken[] = [
  // The pack and its files.
  {rule: 'pakket/veld', what: 'leaves the name out', file: 'pakket.md', edit: ['naam: Klein pakket\n', ''], at: ['pakket.md', '---\nid']},
  {rule: 'pakket/veld', what: 'mistypes a field', file: 'pakket.md', edit: ['organisatie:', '¦organistie:']},
  {rule: 'pakket/veld', what: 'leaves no way to reach anybody', file: 'pakket.md', edit: ['\n  naam: Steunpunt\n  telefoon: 0123 456 789', ' ¦{naam: Steunpunt}']},
  {rule: 'pakket/veld', what: 'chooses a form of address that does not exist', file: 'pakket.md', edit: ['aanspreekvorm: je', 'aanspreekvorm: ¦jij']},
  {rule: 'pakket/veld', what: 'breaks the front matter', file: 'pakket.md', edit: ['talen: [nl]', 'talen: ¦[nl']},
  {rule: 'pakket/veld', what: 'leaves the title of a flow out', file: HELP, edit: ['titel: Iemand helpen\n', ''], at: '---\n'},
  {rule: 'pakket/onleesbaar', what: 'pastes an invisible sign', file: QUIZ, edit: ['Fijn dat', 'Fijn¦\u200b dat']},
  {rule: 'pakket/onleesbaar', what: 'leaves a conflict of versions', file: QUIZ, edit: ['`toon samenvatting`', '¦<<<<<<< mijn\n\n`toon samenvatting`']},
  // Instructions.
  {rule: 'instructie/onbekend', what: 'mistypes an instruction', file: QUIZ, edit: ['`toon samenvatting`', '`¦ton samenvatting`']},
  {rule: 'instructie/onbekend', what: 'uses quotation marks for backticks', file: QUIZ, edit: ['`relatie = kind`', "¦'relatie = kind'"]},
  {rule: 'instructie/onbekend', what: 'puts a space inside a link', file: QUIZ, edit: ['[Naar je uitslag](#uitslag)', '¦[Naar je uitslag] (#uitslag)']},
  {rule: 'instructie/onbekend', what: 'forgets the space in a box', file: QUIZ, edit: ['- [ ] Koken', '- ¦[] Koken']},
  {rule: 'instructie/onbekend', what: 'forgets the space behind the hashes', file: QUIZ, edit: ['## Hoe is', '¦##Hoe is']},
  // Links.
  {rule: 'koppeling/onbekend', what: 'links to a step that is not there', file: QUIZ, edit: ['[Voor niemand](#niemand)', '¦[Voor niemand](#nieman)']},
  {rule: 'koppeling/onbekend', what: 'links to a flow that is not there', file: QUIZ, edit: ['[hem of haar helpen](helpen.md)', '¦[hem of haar helpen](help.md)']},
  {rule: 'koppeling/onbekend', what: 'names a fact that is not there', file: HELP, edit: ['{{feit.spoed}}', '¦{{feit.spoedd}}']},
  {rule: 'koppeling/onbekend', what: 'names a field of the contact that is empty', file: HELP, edit: ['{{contact.telefoon}}', '¦{{contact.website}}']},
  {rule: 'koppeling/onbekend', what: 'names a choice of words that is not there', file: QUIZ, edit: ['{{woord.de-ander}}', '¦{{woord.deander}}']},
  {rule: 'koppeling/onbekend', what: 'refers to a source that is not there', file: QUIZ, edit: ['te veel wordt.[^bron]', 'te veel wordt.¦[^bronn] Echt.[^bron]']},
  {rule: 'koppeling/onbekend', what: 'orders a kind of support that is not there', file: 'pakket.md', edit: ['[huisarts, lotgenoten]', '[huisarts, ¦lotgenooten]']},
  // Steps.
  {rule: 'stap/dubbel', what: 'gives two steps one name', file: HELP, edit: ['## Wat fijn {#klaar}', '## Wat goed {#klaar}\n\nTot ziens.\n\n`toon contact`\n\n¦## Wat fijn {#klaar}']},
  {rule: 'stap/dubbel', what: 'gives two answers one name', file: HELP, edit: ['- [Ik weet het niet](#klaar)', '- [Ik weet het niet](#klaar)\n- ¦[Een keer koken](#klaar)'], at: '- [Een keer koken](#klaar)\n\n'},
  {rule: 'stap/leeg', what: 'leaves a step empty', file: HELP, edit: ['\n## Wat fijn', '\n¦## Leeg {#leeg}\n\n## Wat fijn']},
  {rule: 'stap/leeg', what: 'leaves an answer empty', file: HELP, edit: ['- [Een keer koken](#klaar)', '¦- [](#klaar)']},
  {rule: 'stap/vorm', what: 'puts a button below answers', file: QUIZ, edit: ['`knop Naar je uitslag`', '¦[Naar het eind](#uitslag)']},
  {rule: 'stap/vorm', what: 'asks for more answers than there are', file: QUIZ, edit: ['`kies hoogstens 2`', '`¦kies hoogstens 5`']},
  {rule: 'stap/vorm', what: 'gives a tick one value', file: QUIZ, edit: ['- [ ] Koken `taken += koken`', '- [ ] Koken `taken += koken` `¦soort = eten`']},
  {rule: 'stap/vorm', what: 'takes the contact off an end', file: HELP, edit: ['\n`toon contact`\n', ''], at: '## Wat fijn'},
  {rule: 'stap/twee-vragen', what: 'asks two questions in a step', file: HELP, edit: ['- [Ik weet het niet](#klaar)', '- [Ik weet het niet](#klaar)\n\nEn dan?\n\n¦- [Bellen](#klaar)']},
  // What the proof finds.
  {rule: 'stap/onbereikbaar', what: 'takes away the only way to a step', file: QUIZ, edit: ['- [Voor niemand](#niemand)\n', ''], at: '## Ken je'},
  {rule: 'stap/doodlopend', what: 'closes the last button to some', file: QUIZ, edit: ['(#uitslag) `anders`', '(#uitslag) `als taken bevat koken en niet taken bevat wassen`'], at: '## Wat doe je'},
  {rule: 'stap/doodlopend', what: 'asks for more than is open', file: HELP, edit: ['- [Een keer koken](#klaar)\n- [Ik weet het niet](#klaar)\n', '- [Koken](#hoe) `wat = koken`\n- [Rijden](#hoe) `wat = rijden`\n\n¦## Hoe wil je dat? {#hoe}\n\n`kies minstens 2`\n\n- [ ] Thuis\n- [ ] Buiten `als wat = koken`\n\n[Naar het eind](#klaar)\n']},
  {rule: 'gesprek/eindeloos', what: 'makes a ring', file: HELP, edit: ['\n`toon contact`\n', '\n[Nog een keer](#wat)\n'], at: '## Wat wil'},
  {rule: 'uitslag/zonder-contact', what: 'shows the contact to some only', file: QUIZ, edit: ['`toon steun, hoogstens 5`\n\n`toon contact`', '`toon steun, hoogstens 5`\n\n`toon contact` `als zwaar`'], at: '## Dit doe jij'},
  {rule: 'uitslag/nooit', what: 'gives nobody enough for a kind of support', file: 'steun/lotgenoten.md', edit: ['niet-als: relatie = kind', 'niet-als: relatie = partner'], at: '---\ntitel'},
  {rule: 'antwoord/nooit', what: 'asks an answer for values that never meet', file: QUIZ, edit: ['- [Goed](#uitslag)', '- [Goed](#uitslag)\n- ¦[Ik kook](#uitslag) `als relatie = partner en relatie = kind`'], at: '- [Ik kook]'},
  {rule: 'antwoord/nooit', what: 'shows text to nobody', file: QUIZ, edit: ['Vraag ook eens wie er meekookt. `als taken bevat koken`', '¦Vraag ook eens wie er meekookt. `als taken bevat koken en niet relatie bekend`']},
  // Conditions and names.
  {rule: 'voorwaarde/onbekend', what: 'asks for a value that nothing gives', file: QUIZ, edit: ['`als taken bevat koken`', '`als taken bevat ¦koker`']},
  {rule: 'voorwaarde/onbekend', what: 'asks for a name that nothing remembers', file: DOCTOR, edit: ['als: zwaar', 'als: ¦zwaarte >= 2']},
  {rule: 'voorwaarde/taal', what: 'mixes «en» and «of»', file: QUIZ, edit: ['`als taken bevat koken`', '`als taken bevat koken en zwaar ¦of relatie = kind`']},
  {rule: 'voorwaarde/taal', what: 'compares a set with =', file: QUIZ, edit: ['`als taken bevat koken`', '`als ¦taken = koken`']},
  {rule: 'voorwaarde/altijd', what: 'asks what always holds', file: QUIZ, edit: ['[hem of haar helpen](helpen.md).', '[hem of haar helpen](helpen.md). `¦als niet relatie bekend`']},
  {rule: 'voorwaarde/nooit', what: 'counts higher than anybody can', file: 'pakket.md', edit: ['"last >= 4"', '"¦last >= 9"']},
  {rule: 'naam/ongebruikt', what: 'remembers what nobody asks', file: HELP, edit: ['- [Een keer koken](#klaar)', '- [Een keer koken](#klaar) `¦gebaar = koken`']},
  {rule: 'naam/ongebruikt', what: 'drops the sentence of a source', file: QUIZ, edit: ['te veel wordt.[^bron]', 'te veel wordt.'], at: '[^bron]: Iemand'},
  // Text.
  {rule: 'html/verboden', what: 'types a tag', file: HELP, edit: ['Bel {{contact.naam}}', '¦<b>Bel {{contact.naam}}']},
  {rule: 'link/onveilig', what: 'links without a lock', file: HELP, edit: ['Is er haast?', 'Kijk bij ¦[het park](http://voorbeeld.nl). Is er haast?']},
  {rule: 'beeld/zonder-alt', what: 'takes the words of a picture away', file: QUIZ, edit: ['![Een bank in het park]', '¦![]']},
  {rule: 'beeld/bron', what: 'names a picture that is not there', file: QUIZ, edit: ['![Een bank in het park](../beelden/bank.svg)', '¦![Een bank in het park](../beelden/bang.svg)']},
  // Support and facts.
  {rule: 'steun/veld', what: 'leaves the first step out', file: DOCTOR, edit: ['eerste-stap: Bel je huisarts.\n', ''], at: '---\ntitel'},
  {rule: 'steun/veld', what: 'gives no reason', file: DOCTOR, edit: ['    omdat: je veel draagt\n', ''], at: 'als: zwaar'},
  {rule: 'steun/veld', what: 'has it arranged by a stranger', file: DOCTOR, edit: ['geregeld-via: huisarts', 'geregeld-via: ¦tandarts']},
  {rule: 'feit/veld', what: 'leaves the source of a fact out', file: 'feiten.md', edit: ['- bron: Rijksoverheid\n', ''], at: '## spoed'},
  {rule: 'feit/veld', what: 'types a date as people say it', file: 'feiten.md', edit: ['- gecontroleerd: 2026-11-01', '¦- gecontroleerd: 1 november 2026']},
  {rule: 'feit/verlopen', what: 'lets a fact go out of date', file: 'feiten.md', edit: ['2026-11-01', '2024-11-01'], at: '## spoed'},
  {rule: 'feit/los-nummer', what: 'types a telephone number', file: HELP, edit: ['{{feit.spoed}}', '¦020 123 45 67']},
  // Language.
  {rule: 'taal/lang', what: 'goes on and on', file: DOCTOR, edit: ['Die kent jou en denkt mee.', '¦Die kent jou en denkt mee over wat je doet en wat je wilt en wie er nog meer kan komen als jij even weg bent.']},
  {rule: 'taal/moeilijk', what: 'writes like an office', file: DOCTOR, edit: ['Die kent jou', 'Die kent ¦middels gesprekken jou']},
  {rule: 'taal/toon', what: 'commands', file: DOCTOR, edit: ['Die kent jou', '¦Je moet bellen: die kent jou']},
  {rule: 'taal/aanspreekvorm', what: 'says u', file: DOCTOR, edit: ['Die kent jou', 'Die kent ¦u']},
  {rule: 'taal/spelling', what: 'makes a slip', file: DOCTOR, edit: ['denkt mee', '¦dennkt mee']},
];

/** A pack of our own on top of the small one, which is the base here. */
const LOCAL: Record<string, string> = {
  'pakket.md': `---
id: lokaal
naam: Lokaal pakket
organisatie: Gemeente Proef (verzonnen)
gebaseerd-op: klein
contact: { naam: Loket, telefoon: 0123 456 700 }
---
`,
  [QUIZ]: `## Hoe is de nacht? {#nacht}

- [Rustig](#uitslag)
- [Onrustig](#uitslag) \`last + 2\`

## Ken je iemand die helpt? {#niemand}

\`aanvulling\`

Bel ons gerust.
`,
  'feiten.md': '## spoed\n\n- waarde: 144\n- bron: Gemeente Proef\n- bron-datum: 2026\n- gecontroleerd: 2026-11-01\n- opnieuw: 12\n',
};

const BROKEN_LAYERS: Broken[] = [
  {rule: 'pakket/veld', what: 'names a base that is not there', file: 'pakket.md', edit: ['gebaseerd-op: klein', 'gebaseerd-op: ¦kleine']},
  {rule: 'pakket/kring', what: 'builds on itself', file: 'pakket.md', edit: ['gebaseerd-op: klein', 'gebaseerd-op: ¦lokaal']},
  {rule: 'laag/onbekend', what: 'adds to a step that is not there', edit: ['{#niemand}', '{#iemand}'], at: '## Ken je'},
  {rule: 'laag/onbekend', what: 'takes away a step that is not there', edit: ['\n## Ken je', '\n¦## Slaap {#slaap}\n\n`verwijder`\n\n## Ken je']},
  {rule: 'laag/onbekend', what: 'takes away a fact that is not there', file: 'feiten.md', edit: ['## spoed', '¦## haast\n\n`verwijder`\n\n## spoed']},
  {rule: 'laag/gewijzigd', what: 'replaced a step that the base has changed since', edit: ['{#nacht}', '{#nacht ¦gezien:0000000000}']},
  {rule: 'instructie/onbekend', what: 'misspells what adds to a step', edit: ['`aanvulling`\n\nBel', '`¦aanvuling`\n\nBel']},
  {rule: 'koppeling/onbekend', what: 'takes away a step that the base leads to', edit: ['\n\n`aanvulling`\n\nBel ons gerust.', '\n\n`verwijder`'], at: '## Ken je'},
  {rule: 'koppeling/onbekend', what: 'links from a replaced step to nowhere', edit: ['[Rustig](#uitslag)', '¦[Rustig](#uitslg)']},
  {rule: 'stap/doodlopend', what: 'replaces a step by one that some cannot leave', edit: ['- [Rustig](#uitslag)\n- [Onrustig](#uitslag) `last + 2`', '- [Onrustig](#uitslag) `last + 2` `als relatie = partner`'], at: '## Hoe is'},
  {rule: 'naam/ongebruikt', what: 'remembers what neither pack asks', edit: ['[Rustig](#uitslag)', '[Rustig](#uitslag) `¦nacht = rustig`']},
  {rule: 'taal/toon', what: 'commands in a pack of its own', edit: ['Bel ons gerust.', 'Dan ¦moet je bellen.']},
];

const ENGLISH = translated('en');
const EN_HELP = 'en/gesprekken/helpen.md';

const BROKEN_TRANSLATIONS: Broken[] = [
  {rule: 'vertaling/verouderd', what: 'changes a sentence that was translated', file: HELP, edit: ['Is er haast?', 'Heeft het haast?'], at: [EN_HELP, '## Wat fijn']},
  {rule: 'vertaling/ontbreekt', what: 'takes a step out of a translation', file: EN_HELP, edit: [ENGLISH[EN_HELP]!.slice(ENGLISH[EN_HELP]!.indexOf('\n## Wat fijn')), ''], at: '---\ntitel'},
  {rule: 'vertaling/ontbreekt', what: 'adds a step to the source only', file: HELP, edit: ['\n## Wat fijn', '\n## Los {#los ingang}\n\n[Naar het eind](#klaar)\n\n## Wat fijn'], at: [EN_HELP, '---\ntitel']},
  {rule: 'vertaling/afwijkend', what: 'drops an answer from a translation', file: EN_HELP, edit: ['- Ik weet het niet\n', ''], at: '- Een keer koken'},
  {rule: 'vertaling/afwijkend', what: 'copies an instruction along', file: EN_HELP, edit: ['- Ik weet het niet', '- Ik weet het niet ¦`x = ja`']},
  {rule: 'vertaling/afwijkend', what: 'translates a step that is not there', file: EN_HELP, edit: ['\n## Wat fijn', '\n¦## Meer {#meer}\n\nTekst.\n\n## Wat fijn']},
  {rule: 'vertaling/ontbreekt', what: 'forgets to name the language', file: 'pakket.md', edit: ['talen: [nl, en]', 'talen: ¦[nl]']},
];

/** The pack after the edit, and where the problem must show. */
function broken({file = QUIZ, edit: [from, to], at}: Broken, original = SMALL): {files: Files; place: string} {
  const before = original[file]!;
  assert.equal(before.split(from).length, 2, `«${from}» stands once in ${file}`);
  const marked = before.replace(from, () => to);
  const files: Files = {...original, [file]: marked.replace(HERE, '')};
  const [where, text] = at === undefined ? [file, undefined] : typeof at === 'string' ? [file, at] : at;
  const searched = text === undefined ? marked : (files[where] as string);
  const index = searched.indexOf(text ?? HERE);
  assert.ok(index >= 0, `the place «${text ?? HERE}» is there`);
  const lines = searched.slice(0, index).split('\n');
  return {files, place: `${where}:${lines.length}:${lines.at(-1)!.length + 1}`};
}

describe('a small pack', () => {
  it('has nothing to be said about it', () => assert.deepEqual(compileFiles(SMALL, speller), []));
});

describe('a pack of which an editor', () => {
  for (const one of BROKEN) {
    it(`${one.what} gives ${one.rule}, and nothing else`, () => {
      const {files, place} = broken(one);
      const found = gatherCauses(compileFiles(files, speller));
      assert.deepEqual(found.map(shortly), [`${one.rule} ${place}`]);
      assert.match(found[0]!.message, /\p{L}.*[.!?]$/u);
      assert.match(found[0]!.hint, /\p{L}.*[.!?:)`]$/u);
    });
  }
});

describe('a pack with English, of which an editor', () => {
  it('changed nothing, has nothing to be said about it', () => assert.deepEqual(compileFiles(ENGLISH, speller), []));

  for (const one of BROKEN_TRANSLATIONS) {
    it(`${one.what} gives ${one.rule}, and nothing else`, () => {
      const {files, place} = broken(one, ENGLISH);
      assert.deepEqual(gatherCauses(compileFiles(files, speller)).map(shortly), [`${one.rule} ${place}`]);
    });
  }
});

describe('a pack on top of another, of which an editor', () => {
  const base: PackLayer = {packDir: 'klein', files: packFiles(SMALL)};
  const compile = async (files: Files) => {
    const own: PackLayer = {packDir: 'lokaal', files: packFiles(files)};
    return gatherCauses(compilePack(own.files, {today: TODAY, packDir: own.packDir, ...(await findBases(own, findAmong([own, base])))}).diagnostics);
  };

  it('changed nothing more, has nothing to be said about it', async () => assert.deepEqual(await compile(LOCAL), []));

  for (const one of BROKEN_LAYERS) {
    it(`${one.what} gives ${one.rule}, and nothing else`, async () => {
      const {files, place} = broken(one, LOCAL);
      assert.deepEqual((await compile(files)).map(({rule, file, line, column}) => `${rule} ${file.replace(/^lokaal\//, '')}:${line}:${column}`), [`${one.rule} ${place}`]);
    });
  }
});
