import {readFile, stat, writeFile} from 'node:fs/promises';
import {basename, dirname, join, relative, resolve} from 'node:path';
import {didYouMean} from '../flows/conditions/suggest.js';
import {compilePack} from '../flows/compiler/compile-pack.js';
import {markSeen} from '../flows/compiler/mark-seen.js';
import type {Replaced} from '../flows/compiler/replaced.js';
import {TODAY_OPTION, todayOf, type Command} from './command.js';
import {loadPack, type LoadedPack} from './load-pack.js';
import {address} from './print-changed.js';
import {printDiagnostics} from './print-diagnostics.js';
import {pruneSeen, writeSeen} from './seen-store.js';
import {printable, type Terminal} from './terminal.js';
import {UsageError} from './usage.js';

export const ACCEPT: Command = {
  name: 'bijgewerkt',
  alias: 'accept',
  usage: '<bestand>[#stap]…',
  summary: 'legt vast dat je de basis onder jouw aanpassing hebt gezien',
  about: `
Vervang je in jouw pakket een stap of een soort steun van de basis, dan kan de basis
daarna veranderen. «controleer» waarschuwt dan en zet beide teksten naast elkaar. Pas
de jouwe zo nodig aan en zeg daarna bijgewerkt. Zonder #stap gaat het om alles wat in
het bestand iets van de basis vervangt.

In jouw bestand komt alleen «gezien:…» achter de kop (bij een soort steun: een regel
bij de gegevens). De tekst van de basis wordt bewaard in de map .gezien van je
pakket, zodat later te zien is wat er veranderde. Bewaar die map bij je pakket.`,
  options: TODAY_OPTION,
  async run(call, terminal) {
    const today = todayOf(call, terminal);
    if (!call.positionals.length) throw new UsageError('Er staat niet welk bestand.');
    let code = 0;
    for (const typed of call.positionals) code = Math.max(code, await accept(typed, today, terminal));
    return code;
  },
};

async function accept(typed: string, today: string, terminal: Terminal): Promise<number> {
  const {file, step, root} = await findFile(typed);
  const pack = await loadPack(root);
  const fail = (message: string) => {
    terminal.error(`${message}\n`);
    return 1;
  };
  if (!pack.layers.bases.length && !pack.layers.baseProblem) return fail(`Het pakket «${pack.name}» bouwt niet op een ander voort: in pakket.md staat geen «gebaseerd-op».`);
  const {diagnostics, replaced} = compilePack(pack.files, {today, packDir: pack.name, prove: false, ...pack.layers});
  const path = relative(root, file).replaceAll('\\', '/');
  if (pack.layers.baseProblem) return fail(`${printDiagnostics(diagnostics, {parent: pack.parent, cwd: terminal.cwd, colour: terminal.colour})}\nLos dit eerst op.`);
  const here = replaced.filter((each) => each.file.path === path);
  const chosen = step === undefined ? here : here.filter(({kind, id}) => kind === 'step' && id === step);
  if (!chosen.length) {
    const steps = here.filter(({kind}) => kind === 'step').map(({id}) => id);
    if (step !== undefined) return fail(`In «${printable(typed)}» vervangt geen stap «${printable(step)}» iets van de basis. ${didYouMean(step, steps, steps.length ? `Wel: ${steps.join(', ')}.` : 'Een nieuwe stap, `aanvulling` en `verwijder` hebben dit niet nodig.', (id) => `#${id}`)}`);
    return fail(`In «${printable(typed)}» vervangt niets de tekst van de basis. Wat nieuw is, aanvult of verwijdert, heeft dit niet nodig.`);
  }
  await mark(file, path, chosen, pack, root);
  for (const each of chosen) {
    const known = each.seen?.hash === each.hash;
    terminal.out(`${printable(address(each, pack.parent, terminal.cwd))}: ${known ? 'was al bijgewerkt' : each.seen ? 'bijgewerkt' : 'vastgelegd'}.\n`);
  }
  return 0;
}

/** From the last to the first, so that the places of what still has to be marked stay right. */
async function mark(file: string, path: string, chosen: readonly Replaced[], pack: LoadedPack, root: string): Promise<void> {
  const before = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(await readFile(file));
  let text = before;
  for (const each of [...chosen].sort((a, b) => b.at - a.at)) {
    if (each.seen?.hash !== each.hash) {
      const marked = markSeen(text, each);
      if (marked === undefined) throw new UsageError(`In «${file}» is de kop van «${each.id}» niet te vinden. Is het bestand net veranderd? Probeer het nog eens.`);
      text = marked;
    }
    await writeSeen(root, each.hash, each.below);
  }
  if (text !== before) await writeFile(file, text);
  const bytes = new TextEncoder().encode(text);
  await pruneSeen(root, pack.files.map((each) => (each.path === path ? {path, bytes} : each)));
}

/** The file, the step behind `#`, and the folder of the pack it belongs to. */
async function findFile(typed: string): Promise<{file: string; step?: string; root: string}> {
  const [, path = '', step] = /^(.*?)(?:#([^#]*))?$/s.exec(typed)!;
  const file = resolve(path);
  const info = await stat(file).catch(() => undefined);
  if (!info) throw new UsageError(`Het bestand «${path}» bestaat niet.`);
  const folder = dirname(file);
  const root = dirname(folder);
  const isPack = await stat(join(root, 'pakket.md')).then((each) => each.isFile(), () => false);
  if (!info.isFile() || !file.endsWith('.md') || !['gesprekken', 'steun'].includes(basename(folder)) || !isPack) {
    throw new UsageError(`«${path}» is geen gesprek of soort steun. Geef een bestand uit de map gesprekken of steun van een pakket, zoals mijn-pakket/gesprekken/herken-je-jezelf.md#taken.`);
  }
  if (step !== undefined && basename(folder) === 'steun') throw new UsageError(`Een soort steun heeft geen stappen. Geef alleen het bestand: ${path}`);
  return {file, root, ...(step ? {step} : {})};
}
