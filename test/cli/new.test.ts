import assert from 'node:assert/strict';
import {cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {loadPack} from '../../src/cli/load-pack.js';
import {run} from '../../src/cli/run.js';
import {compilePack} from '../../src/flows/compiler/compile-pack.js';

const goldens = fileURLToPath(new URL('../goldens/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'mantelzorg-'));
after(() => rmSync(folder, {recursive: true, force: true}));
// A small pack to build on, beside the new ones.
cpSync(join(goldens, 'steun/input'), join(folder, 'land'), {recursive: true});

async function mantelzorg(args: string[], answers?: (string | undefined)[]) {
  let out = '';
  let error = '';
  const asked: string[] = [];
  const ask = async (question: string) => {
    asked.push(question.trim());
    return answers!.shift();
  };
  const code = await run(args, {out: (text) => void (out += text), error: (text) => void (error += text), cwd: folder, colour: false, today: '2026-11-22', ...(answers ? {ask} : {})});
  return {code, out, error, asked};
}

async function compiled(path: string) {
  const {name, files, layers} = await loadPack(path);
  return compilePack(files, {today: '2026-11-22', packDir: name, ...layers});
}

const ENOUGH = ['--organisatie', 'Gemeente Voorbeeld', '--telefoon', '0123 456 789'];

test('nieuw writes a pack on the base pack that passes controleer', async () => {
  const path = join(folder, 'diep/mijn-stad');
  const {code, out, error} = await mantelzorg(['nieuw', path, ...ENOUGH, '--werkgebied', 'Stad, Dorp']);
  assert.deepEqual({code, error}, {code: 0, error: ''});
  assert.match(out, /^Het pakket staat in [^\n]*mijn-stad\.\n/);
  assert.deepEqual(readdirSync(join(folder, 'diep')), ['mijn-stad']);
  const {pack, diagnostics} = await compiled(path);
  assert.deepEqual(diagnostics.filter(({severity}) => severity === 'fout'), []);
  assert.deepEqual([pack!.manifest.id, pack!.manifest.area, pack!.manifest.contact.phone], ['mijn-stad', ['Stad', 'Dorp'], '0123 456 789']);
  const own = pack!.support!.kinds.find(({id}) => id === 'bij-mijn-stad')!;
  assert.ok(own.fits!.length > 0);
  assert.match(readFileSync(join(path, 'aanbod/aanbod.csv'), 'utf8'), /^\ufeffid;naam;steun;[^\n]*;gecontroleerd\r\n$/);
  assert.equal(statSync(path).mode & 0o055, 0o055);
});

test('any text comes back as it was typed', async () => {
  const names = [`"Zorg": 'ja' #1 & a < b`, '- [a, b] {a: b} | > ! % @ c', 'null', '2026-11-22', '\\n\\u0041 é 中 🙂', ' ster '];
  for (const [n, name] of names.entries()) {
    const path = join(folder, `naam-${n}`);
    const {code, error} = await mantelzorg(['new', path, '--gebaseerd-op', 'land', `--organisatie=${name}`, `--naam=${name}`, '--telefoon', '0123 456 789']);
    assert.deepEqual({code, error}, {code: 0, error: ''});
    const {pack} = await compiled(path);
    assert.deepEqual([pack!.manifest.organisation, pack!.manifest.name, pack!.manifest.contact.name], [name.trim(), name.trim(), name.trim()]);
  }
});

test('who sits at a terminal is asked what is missing, and asked again with a reason', async () => {
  const path = join(folder, 'gevraagd');
  const {code, out, asked} = await mantelzorg(['nieuw', path, '--gebaseerd-op', 'land', '--website', 'https://www.voorbeeld.nl'], ['', 'Club Voorbeeld', 'Het steunpunt', 'bel maar', '', '0123456789', 'geen adres', '', 'jij', 'u', '']);
  assert.equal(code, 0, out);
  assert.equal(asked.length, 11);
  assert.match(out, /^Dit is nodig\.\n«bel maar» is geen telefoonnummer\.[^\n]*\nDit is nodig\.\n«geen adres» is geen mailadres\.[^\n]*\n«jij» kan niet\. Schrijf je of u\.\n/);
  const {pack} = await compiled(path);
  assert.deepEqual(pack!.manifest.contact, {name: 'Het steunpunt', phone: '0123456789', website: 'https://www.voorbeeld.nl'});
  assert.equal(pack!.manifest.address, 'u');
});

test('what the pack below asks for cannot be left out', async () => {
  const {code, error} = await mantelzorg(['nieuw', join(folder, 'zonder'), '--gebaseerd-op', 'land', '--organisatie', 'Club', '--email', 'info@voorbeeld.nl']);
  assert.equal(code, 2);
  assert.match(error, /^Geef minstens --organisatie en --telefoon\./);
});

test('input that ends writes nothing', async () => {
  const path = join(folder, 'afgebroken');
  const {code, error} = await mantelzorg(['nieuw', path], ['Club', undefined]);
  assert.equal(code, 2);
  assert.match(error, /^Er is niets geschreven/);
  assert.equal(existsSync(path), false);
});

test('nothing is ever overwritten', async () => {
  const path = join(folder, 'vol');
  mkdirSync(path);
  writeFileSync(join(path, 'brief.txt'), 'mijn tekst');
  const {code, error} = await mantelzorg(['nieuw', path, ...ENOUGH]);
  assert.equal(code, 2);
  assert.match(error, /bestaat al\. Er wordt niets overschreven/);
  assert.equal(readFileSync(join(path, 'brief.txt'), 'utf8'), 'mijn tekst');
  const empty = join(folder, 'leeg');
  mkdirSync(empty);
  assert.equal((await mantelzorg(['nieuw', empty, '--gebaseerd-op', 'land', ...ENOUGH])).code, 0);
});

test('what cannot be used is refused in one sentence, and leaves nothing behind', async () => {
  const before = readdirSync(folder);
  const wrong: [string[], RegExp][] = [
    [['nieuw'], /^Er ontbreekt iets achter «nieuw»: de map/],
    [['nieuw', join(folder, 'x')], /^Geef minstens --organisatie/],
    [['nieuw', join(folder, 'x'), '--organisatie', 'Club'], /^Geef minstens --organisatie/],
    [['nieuw', join(folder, 'x'), '--organisatie', 'Club', '--telefoon', 'bel'], /^«bel» is geen telefoonnummer\./],
    [['nieuw', join(folder, 'x'), '--organisatie', 'Club', '--email', 'a@b'], /^«a@b» is geen mailadres\./],
    [['nieuw', join(folder, 'x'), '--organisatie', 'Club', '--website', 'javascript:alert(1)'], /is geen adres van een beveiligde site\./],
    [['nieuw', join(folder, 'x'), ...ENOUGH, '--aanspreekvorm', 'gij'], /^«gij» kan niet\./],
    [['nieuw', join(folder, 'x'), ...ENOUGH, '--naam', '{{feit.x}}'], /accolades/],
    [['nieuw', join(folder, 'x'), '--organisatie', '<b>Club</b>', '--telefoon', '0123 456 789'], /^HTML kan hier niet/],
    [['nieuw', join(folder, 'x'), ...ENOUGH, '--gebaseerd-op', 'lant'], /lant.*land/],
    [['nieuw', join(folder, '###'), ...ENOUGH], /is geen naam voor een pakket te maken/],
  ];
  for (const [args, message] of wrong) {
    const {code, out, error} = await mantelzorg(args);
    assert.deepEqual([code, out], [2, ''], args.join(' '));
    assert.match(error.split('\n')[0]!, message);
  }
  assert.deepEqual(readdirSync(folder), before);
});
