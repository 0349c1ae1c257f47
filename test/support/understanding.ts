import {createHash} from 'node:crypto';
import {existsSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {compilePack, type CompiledPack} from '../../src/flows/compiler/compile-pack.js';
import type {PackFile} from '../../src/flows/compiler/sort-files.js';
import {learn} from '../../src/flows/compiler/understanding/learn.js';
import type {AlarmsPart} from '../../src/flows/model/alarms.js';
import type {UnderstandingPart} from '../../src/flows/model/understanding.js';
import {Understanding} from '../../src/understanding/understand.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const content = join(root, 'content');

export function packFiles(folder: string, prefix = ''): PackFile[] {
  return readdirSync(join(folder, prefix)).sort().flatMap((name) => {
    const path = prefix + name;
    return statSync(join(folder, path)).isDirectory() ? packFiles(folder, `${path}/`) : [{path, bytes: new Uint8Array(readFileSync(join(folder, path)))}];
  });
}

let base: CompiledPack | undefined;

/** The base pack, compiled once and not proved. */
export function basePack(): CompiledPack {
  if (!base) {
    const {pack, diagnostics} = compilePack(packFiles(join(content, 'basis')), {today: '2026-11-22', packDir: 'basis', prove: false});
    if (!pack) throw new Error(diagnostics.filter(({severity}) => severity === 'fout').map(({file, line, message}) => `${file}:${line} ${message}`).join('\n'));
    base = pack;
  }
  return base;
}

/**
 * What visitors of the base pack fetch to be understood, in a language. Learning takes seconds and several test files ask
 * for it: it is kept beside the system's other temporary files, by the hash of what is learned from and of what learns.
 */
export function learnt(lang = 'nl'): {understanding: UnderstandingPart; alarms: AlarmsPart} {
  const {teaching, translations} = basePack();
  const taught = lang === 'nl' ? teaching : translations.find((one) => one.lang === lang)!.teaching!;
  const hash = createHash('sha256').update(JSON.stringify(taught));
  for (const folder of ['src/flows/compiler/understanding', 'src/understanding', 'src/flows/model']) for (const {path, bytes} of packFiles(join(root, folder))) hash.update(path).update(bytes);
  const file = join(tmpdir(), `mantelzorg-learnt-${hash.digest('hex').slice(0, 20)}.json`);
  if (!existsSync(file)) {
    writeFileSync(`${file}.${process.pid}`, JSON.stringify(learn(taught)));
    renameSync(`${file}.${process.pid}`, file);
  }
  return JSON.parse(readFileSync(file, 'utf8')) as {understanding: UnderstandingPart; alarms: AlarmsPart};
}

export function understandingIn(lang = 'nl'): Understanding {
  const {understanding, alarms} = learnt(lang);
  return new Understanding(understanding, alarms);
}
