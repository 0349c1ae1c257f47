import {createHash} from 'node:crypto';
import {copyFile, mkdir, mkdtemp, rename, rm, writeFile} from 'node:fs/promises';
import {dirname, join, resolve} from 'node:path';
import {compilePack} from '../flows/compiler/compile-pack.js';
import {packParts, type Sha256} from '../flows/compiler/pack-parts.js';
import {gatherCauses} from '../flows/compiler/settle.js';
import {TODAY_OPTION, todayOf, type Command} from './command.js';
import {loadPack} from './load-pack.js';
import {describeOffers, printDiagnostics, summarise} from './print-diagnostics.js';
import {proofProgress} from './proof-progress.js';
import type {Terminal} from './terminal.js';
import {UsageError} from './usage.js';

export const BUILD: Command = {
  name: 'bouw',
  alias: 'build',
  usage: '<pakket> --uit <map>',
  summary: 'maakt van een pakket de bestanden voor de website',
  about: `
Kijkt het pakket eerst na. Zolang er fouten in staan, wordt er niets geschreven. Zet
de map daarna op je webserver en wijs ernaar met pakket="…/pakket.json". Bestanden
van een eerdere keer blijven staan, want iemand kan de pagina nog open hebben.
Klopt er iets niet met één aanbod, dan staat alleen dat aanbod er niet in.`,
  options: {
    uit: {value: '<map>', help: 'waar de bestanden heen gaan'},
    ...TODAY_OPTION,
  },
  async run(call, terminal) {
    const today = todayOf(call, terminal);
    const [pack] = call.arguments('het pakket');
    const out = call.text('uit');
    if (out === undefined) throw new UsageError('Er staat niet waar het pakket heen moet: geef --uit <map>.');
    return build(pack, out, today, terminal);
  },
};

export const sha256: Sha256 = async (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest());

/**
 * `mantelzorg bouw`: writes the compiled pack into `out`, gives the exit code. While there are errors nothing is
 * written. Files of earlier builds stay: somebody may still be reading the manifest that names them.
 */
export async function build(pack: string, out: string, today: string, terminal: Terminal): Promise<number> {
  const {name, parent, files, layers} = await loadPack(pack);
  const onProofStep = proofProgress(terminal, `«${name}» nakijken`);
  const {pack: compiled, diagnostics, offers} = compilePack(files, {today, packDir: name, onProofStep, ...layers});
  const told = gatherCauses(diagnostics);
  const printed = printDiagnostics(told, {parent, cwd: terminal.cwd, colour: terminal.colour});
  if (printed) terminal.error(`${printed}\n`);
  if (!compiled) {
    terminal.error(`${summarise(told, name)} Er is niets geschreven.\n`);
    return 1;
  }
  const parts = await packParts(compiled, sha256);
  const target = resolve(out);
  await mkdir(dirname(target), {recursive: true});
  // Beside the target, so that moving is one step on the same disk.
  const temporary = await mkdtemp(join(dirname(target), '.mantelzorg-'));
  try {
    for (const {path, bytes} of parts) await writeFile(join(temporary, path), bytes);
    await mkdir(target, {recursive: true});
    for (const {path} of parts) await move(join(temporary, path), join(target, path));
  } finally {
    await rm(temporary, {recursive: true, force: true});
  }
  terminal.out(`${summarise(told, name)} ${parts.length} bestanden staan in ${out}.\n${describeOffers(offers)}`);
  return 0;
}

async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    // Another disk (a mounted target): copy instead.
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    await copyFile(from, to);
  }
}
