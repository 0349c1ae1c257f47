import {compilePack} from '../flows/compiler/compile-pack.js';
import type {Diagnostic} from '../flows/compiler/diagnostics.js';
import {gatherCauses} from '../flows/compiler/settle.js';
import {describeState} from '../flows/compiler/translate/state.js';
import {TODAY_OPTION, todayOf, type Command} from './command.js';
import {loadPack} from './load-pack.js';
import {loadSpeller} from './load-speller.js';
import {noteUnseen, printChanged} from './print-changed.js';
import {describeOffers, printDiagnostics, summarise} from './print-diagnostics.js';
import {proofProgress} from './proof-progress.js';
import type {Terminal} from './terminal.js';
import {UsageError} from './usage.js';
import {noteWeakFacts} from './weak-facts.js';

export const CHECK: Command = {
  name: 'controleer',
  alias: 'check',
  usage: '<pakket…>',
  summary: 'zoekt fouten in een of meer pakketten',
  about: `
Loopt met elke denkbare bezoeker door elk gesprek: loopt er iemand vast, mist er
een contact, klopt er een voorwaarde nooit? Bij elke melding staat het bestand, de
regel en de plaats in de regel, wat er mis is en hoe je het oplost. Staat er bij
welke antwoorden iemand daar komt, dan kun je het in het gesprek zelf nagaan.

Afsluitcode 1 als er een fout is, anders 0; waarschuwingen tellen niet mee.`,
  options: {
    json: {help: 'schrijft de meldingen als JSON'},
    strikt: {help: 'telt waarschuwingen als fouten'},
    ...TODAY_OPTION,
  },
  async run(call, terminal) {
    const today = todayOf(call, terminal);
    if (!call.positionals.length) throw new UsageError('Er staat niet welk pakket.');
    return check(call.positionals, {json: call.flag('json'), strict: call.flag('strikt'), today}, terminal);
  },
};

export interface CheckOptions {
  json: boolean;
  strict: boolean;
  today: string;
}

/** `mantelzorg controleer`: gives the exit code. */
export async function check(packs: readonly string[], {json, strict, today}: CheckOptions, terminal: Terminal): Promise<number> {
  const folders = [];
  for (const pack of packs) folders.push(await loadPack(pack));
  const all: Diagnostic[] = [];
  for (const [n, {name, parent, root, files, layers}] of folders.entries()) {
    const onProofStep = proofProgress(terminal, `«${name}» nakijken${folders.length > 1 ? ` (${n + 1} van ${folders.length})` : ''}`);
    const {diagnostics, languages, replaced, offers} = compilePack(files, {today, packDir: name, speller: await loadSpeller(), onProofStep, ...layers});
    all.push(...diagnostics);
    if (json) continue;
    const told = gatherCauses(diagnostics);
    const printed = printDiagnostics(told, {parent, cwd: terminal.cwd, colour: terminal.colour});
    const changed = await printChanged(replaced, {root, parent}, terminal);
    const states = languages.map((state) => `${describeState(state)}\n`).join('');
    terminal.out(`${printed}${printed ? '\n' : ''}${changed}${summarise(told, name)}\n${describeOffers(offers)}${states}${noteWeakFacts(files, today)}${noteUnseen(replaced, parent, terminal.cwd)}`);
  }
  if (json) terminal.out(`${JSON.stringify(all, null, 2)}\n`);
  return all.some(({severity}) => severity === 'fout' || strict) ? 1 : 0;
}
