import {readdirSync, readFileSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {compilePack, type CompiledPack} from '../../src/flows/compiler/compile-pack.js';
import type {PackFile} from '../../src/flows/compiler/sort-files.js';
import {learn} from '../../src/flows/compiler/understanding/learn.js';
import type {AlarmsPart} from '../../src/flows/model/alarms.js';
import type {UnderstandingPart} from '../../src/flows/model/understanding.js';
import {Understanding} from '../../src/understanding/understand.js';

const content = fileURLToPath(new URL('../../content/', import.meta.url));

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

/** What visitors of the base pack fetch to be understood, in a language. */
export function learnt(lang = 'nl'): {understanding: UnderstandingPart; alarms: AlarmsPart} {
  const {teaching, translations} = basePack();
  const {understanding, alarms} = learn(lang === 'nl' ? teaching : translations.find((one) => one.lang === lang)!.teaching!);
  return {understanding: understanding!, alarms: alarms!};
}

export function understandingIn(lang = 'nl'): Understanding {
  const {understanding, alarms} = learnt(lang);
  return new Understanding(understanding, alarms);
}
