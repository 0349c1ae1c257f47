import {stat} from 'node:fs/promises';
import {basename, dirname, join, relative, resolve} from 'node:path';
import {compilePack, type CompiledPack} from '../flows/compiler/compile-pack.js';
import type {Origins} from '../flows/compiler/pack-context.js';
import {gatherCauses} from '../flows/compiler/settle.js';
import {loadPack, type LoadedPack} from './load-pack.js';
import {printDiagnostics, summarise} from './print-diagnostics.js';
import type {Terminal} from './terminal.js';
import {UsageError} from './usage.js';

/** A pack of which the words and links are without errors. */
export interface OpenPack {
  folder: LoadedPack;
  pack: CompiledPack;
  origins: Origins;
}

/** Reads and compiles a pack; errors are printed, and then there is nothing. Warnings and the proof are for `controleer`. */
export async function openPack(typed: string, today: string, terminal: Terminal): Promise<OpenPack | undefined> {
  const folder = await loadPack(typed);
  const {name, parent, files, layers} = folder;
  terminal.progress?.(`«${name}» nakijken …`);
  const {pack, diagnostics, origins} = compilePack(files, {today, packDir: name, prove: false, ...layers});
  if (pack) return {folder, pack, origins};
  const told = gatherCauses(diagnostics.filter(({severity}) => severity === 'fout'));
  terminal.error(`${printDiagnostics(told, {parent, cwd: terminal.cwd, colour: terminal.colour})}\n${summarise(told, name)} Los dat eerst op.\n`);
  return undefined;
}

/** The pack's folder and the id of the flow that a file holds: the pack is found by going up to pakket.md. */
export async function findFlowFile(typed: string): Promise<{pack: string; flow: string}> {
  const file = resolve(typed);
  const info = await stat(file).catch(() => undefined);
  if (!info) throw new UsageError(`Het bestand «${typed}» bestaat niet.`);
  if (!info.isFile()) throw new UsageError(`«${typed}» is geen bestand. Geef het bestand van één gesprek, bijvoorbeeld content/basis/gesprekken/herken-je-jezelf.md.`);
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (await stat(join(folder, 'pakket.md')).catch(() => undefined)) {
      if (relative(folder, dirname(file)).split(/[\\/]/)[0] !== 'gesprekken' || !file.endsWith('.md')) throw new UsageError(`«${typed}» is geen gesprek: gesprekken staan in de map gesprekken van een pakket.`);
      return {pack: folder, flow: basename(file, '.md')};
    }
    if (dirname(folder) === folder) throw new UsageError(`Boven «${typed}» staat geen pakket.md, dus is niet te zien bij welk pakket het hoort.`);
  }
}
