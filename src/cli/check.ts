import {compilePack} from '../flows/compiler/compile-pack.js';
import type {Diagnostic} from '../flows/compiler/diagnostics.js';
import {gatherCauses} from '../flows/compiler/settle.js';
import type {Terminal} from './run.js';
import {printDiagnostics, summarise} from './print-diagnostics.js';
import {readPackFolder} from './read-pack.js';
import {noteWeakFacts} from './weak-facts.js';

export interface CheckOptions {
  json: boolean;
  strict: boolean;
  today: string;
}

/** `mantelzorg controleer`: gives the exit code. */
export async function check(packs: readonly string[], {json, strict, today}: CheckOptions, terminal: Terminal): Promise<number> {
  const folders = [];
  for (const pack of packs) folders.push(await readPackFolder(pack));
  const all: Diagnostic[] = [];
  for (const {name, parent, files} of folders) {
    const {diagnostics} = compilePack(files, {today, packDir: name});
    all.push(...diagnostics);
    if (json) continue;
    const told = gatherCauses(diagnostics);
    const printed = printDiagnostics(told, {parent, cwd: terminal.cwd, colour: terminal.colour});
    terminal.out(`${printed}${printed ? '\n' : ''}${summarise(told, name)}\n${noteWeakFacts(files, today)}`);
  }
  if (json) terminal.out(`${JSON.stringify(all, null, 2)}\n`);
  return all.some(({severity}) => severity === 'fout' || strict) ? 1 : 0;
}
