import {writeFile} from 'node:fs/promises';
import {comparePacks, type Difference} from '../flows/compiler/paths/compare.js';
import {compareTexts} from '../flows/compiler/paths/compare-texts.js';
import {OverBudget} from '../flows/compiler/prove/bdd.js';
import {TODAY_OPTION, todayOf, type Command} from './command.js';
import {openPack} from './open-pack.js';
import {differencesCsv, differencesJson, printDifferences} from './print-diff.js';

export const DIFF: Command = {
  name: 'verschil',
  alias: 'diff',
  usage: '<oud> <nieuw>',
  summary: 'vertelt wie ander advies krijgt na een wijziging',
  about: `
Vergelijkt twee mappen met hetzelfde pakket, voor en na een wijziging. Elke
bezoeker geeft in beide dezelfde antwoorden; wat maar één van de twee vraagt,
wordt op elke manier beantwoord. Je ziet wie nu bij een ander einde komt, andere
teksten ziet of andere steun krijgt, met de antwoorden die daarheen leiden. Een
situatie is één manier om alle vragen te beantwoorden.

De oude versie haal je bijvoorbeeld uit de geschiedenis met
git worktree add ../oud HEAD~1, en dan: mantelzorg verschil ../oud/content/basis
content/basis.`,
  options: {
    csv: {value: '<bestand>', help: 'schrijft ook een tabel voor een rekenblad'},
    json: {help: 'als JSON'},
    ...TODAY_OPTION,
  },
  async run(call, terminal) {
    const today = todayOf(call, terminal);
    const [before, after] = call.arguments('de oude map', 'de nieuwe map');
    const [old, now] = [await openPack(before, today, terminal), await openPack(after, today, terminal)];
    if (!old || !now) return 1;
    const texts = compareTexts(old.pack, now.pack);
    const differences: Difference[] = [];
    try {
      for (const found of comparePacks(old.pack, now.pack)) {
        if ('busy' in found) terminal.progress?.(found.busy);
        else differences.push(found.difference);
      }
    } catch (error) {
      if (!(error instanceof OverBudget)) throw error;
      terminal.error('De gesprekken hangen op zo veel manieren samen dat het verschil niet uit te rekenen is. Onthoud minder namen tegelijk, of splits een gesprek.\n');
      return 1;
    }
    const file = call.text('csv');
    if (file !== undefined) await writeFile(file, differencesCsv(differences));
    if (call.flag('json')) terminal.out(`${JSON.stringify(differencesJson(differences, texts), null, 2)}\n`);
    else terminal.out(printDifferences(differences, texts, [before, after], terminal));
    if (file !== undefined && !call.flag('json')) terminal.out(`\nDe tabel staat in ${file}.\n`);
    return 0;
  },
};
