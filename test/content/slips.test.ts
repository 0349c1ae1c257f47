import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {readPackFolder} from '../../src/cli/read-pack.js';
import {compilePack} from '../../src/flows/compiler/compile-pack.js';
import {gatherCauses} from '../../src/flows/compiler/settle.js';
import {TODAY} from '../support/packs.js';

const {name, files} = await readPackFolder(fileURLToPath(new URL('../../content/basis', import.meta.url)));
const QUIZ = 'gesprekken/herken-je-jezelf.md';

/** What an editor of the base pack might do by accident. The message must point at `¦`, or at a text that begins with `at`; `prove` where it takes the proof. */
const SLIPS: {what: string; file?: string; from: string; to: string; at?: string; rule: string; hint: RegExp; prove?: true}[] = [
  {what: 'mistypes the step behind an answer', from: '- [Al een tijd](#weegt)', to: '- ¦[Al een tijd](#weeg)', rule: 'koppeling/onbekend', hint: /^Bedoelde je «#weegt»\?$/},
  {what: 'renames a step that answers lead to', from: '{#duur}', to: '{#hoelang}', at: '[Dementie, of veel vergeten]', rule: 'koppeling/onbekend', hint: /^Bedoelde je «#hoelang»\?/},
  {what: 'mistypes a value in a condition', from: '`anders als relatie = kind`', to: '`anders als relatie = ¦kid`', rule: 'voorwaarde/onbekend', hint: /^Bedoelde je «kind»\?$/},
  {what: 'takes the contact off an end', from: '`toon contact`\n\n## Als het zorgen voorbij is', to: '## Als het zorgen voorbij is', at: '## Fijn dat je even keek', rule: 'stap/vorm', hint: /`toon contact`/},
  {what: 'takes the telephone number off the contact', file: 'pakket.md', from: '  telefoon: "{{feit.mantelzorglijn}}"\n', to: '', at: 'naam: Mantelzorglijn', rule: 'pakket/veld', hint: /telefoon, email, website, adres/},
  {what: 'takes a button away', from: '\n[Naar je eigen dag](#dag) `anders`\n', to: '\n', at: '## Wat doe je zoal?', rule: 'stap/doodlopend', hint: /`anders`/, prove: true},
  {what: 'types a telephone number', from: 'Bel de Dementielijn: {{feit.dementielijn}}', to: 'Bel de Dementielijn: ¦0800 5088', rule: 'feit/los-nummer', hint: /feiten\.md/},
  {what: 'types quotation marks for backticks', from: '- [Al jaren](#weegt) `duur = jaren`', to: "- [Al jaren](#weegt) ¦'duur = jaren'", rule: 'instructie/onbekend', hint: /`duur = jaren`/},
  {what: 'takes away the answer that a text waits for', from: '- [Psychische problemen of verslaving](#duur) `ziekte = psychisch`', to: '- [Psychische problemen of verslaving](#duur)', at: '### `anders als ziekte = psychisch`', rule: 'antwoord/nooit', hint: /welke antwoorden gaan eraan vooraf/, prove: true},
  {what: 'renames a fact', file: 'feiten.md', from: '## luisterlijn', to: '## de-luisterlijn', at: '{{feit.luisterlijn}}', rule: 'koppeling/onbekend', hint: /^Bedoelde je «\{\{feit\.de-luisterlijn\}\}»\?/},
];

describe('an editor of the base pack who', () => {
  for (const {what, file = QUIZ, from, to, at, rule, hint, prove = false} of SLIPS) {
    it(`${what} is told where, and what to do`, () => {
      const text = new TextDecoder().decode(files.find(({path}) => path === file)!.bytes);
      assert.equal(text.split(from).length, 2, `«${from}» stands once`);
      const changed = text.replace(from, () => to);
      const {pack, diagnostics} = compilePack(files.map((one) => (one.path === file ? {path: file, bytes: new TextEncoder().encode(changed.replace('¦', ''))} : one)), {today: TODAY, packDir: name, prove});
      assert.equal(pack, undefined);
      const [first] = gatherCauses(diagnostics).filter((one) => one.rule === rule);
      assert.ok(first, JSON.stringify(diagnostics.map(({message}) => message)));
      assert.match(first.hint, hint);
      const after = first.file === `${name}/${file}` ? changed.replace('¦', '') : new TextDecoder().decode(files.find(({path}) => `${name}/${path}` === first.file)!.bytes);
      const pointed = after.split('\n')[first.line - 1]!.slice(first.column - 1);
      assert.ok(pointed.startsWith(at ?? changed.split('¦')[1]!.split('\n')[0]!), `${first.file}:${first.line}:${first.column} ${pointed}`);
    });
  }
});

it('a kind of support that thousands of sentences name is missed once a file', () => {
  const {diagnostics} = compilePack(files.filter(({path}) => path !== 'steun/huisarts.md'), {today: TODAY, packDir: name, prove: false});
  const missed = diagnostics.filter(({file, rule}) => file === `${name}/voorbeelden.md` && rule === 'koppeling/onbekend');
  assert.deepEqual(missed.map(({message}) => /«(.*?)»/.exec(message)?.[1]), ['steun/huisarts.md']);
});
