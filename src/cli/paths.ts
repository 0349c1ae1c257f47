import {didYouMean} from '../flows/conditions/suggest.js';
import {wayToAdvice} from '../flows/compiler/paths/advised-way.js';
import {flowGraph} from '../flows/compiler/paths/graph.js';
import {mermaid} from '../flows/compiler/paths/mermaid.js';
import {outcomesOf} from '../flows/compiler/paths/outcomes.js';
import {adviceReads, Questions} from '../flows/compiler/paths/questions.js';
import {shortestWay, startsFor} from '../flows/compiler/paths/shortest-way.js';
import {Walk} from '../flows/compiler/paths/walk.js';
import {Diagrams, OverBudget} from '../flows/compiler/prove/bdd.js';
import type {CompiledPack} from '../flows/compiler/compile-pack.js';
import type {Flow} from '../flows/model/flow.js';
import {TODAY_OPTION, todayOf, type Call, type Command} from './command.js';
import {findFlowFile, openPack} from './open-pack.js';
import {printOutcomes, outcomesCsv, outcomesJson} from './print-outcomes.js';
import {printSummary, summaryOf} from './print-summary.js';
import {printWay, wayJson} from './print-way.js';
import type {Terminal} from './terminal.js';
import {UsageError} from './usage.js';

export const PATHS: Command = {
  name: 'paden',
  alias: 'paths',
  usage: '<gesprek.md>',
  summary: 'laat zien hoe bezoekers door een gesprek gaan',
  about: `
Zonder opties: hoeveel stappen, einden en routes er zijn, en na hoeveel vragen
iemand bij elk einde is. Geef het bestand van één gesprek; het pakket wordt
vanzelf gevonden. Een situatie is één manier om alle vragen te beantwoorden.

--pad noemt de kortste antwoorden naar een stap, of een bezoeker die een soort
steun bij de beste vijf krijgt. --tabel noemt elk einde, wat daar staat en welke
steun past, met de antwoorden die daarheen leiden. --mermaid schrijft een plaatje
dat veel Markdown-programma's tekenen.`,
  options: {
    pad: {value: '<stap>', help: 'de kortste antwoorden naar een stap of een soort steun'},
    tabel: {help: 'elke uitkomst, met de antwoorden die daarheen leiden'},
    mermaid: {help: 'het gesprek als Mermaid-plaatje'},
    csv: {help: 'bij --tabel: als CSV, voor een rekenblad'},
    json: {help: 'als JSON'},
    vanaf: {value: '<stap>', help: 'begin bij deze ingang in plaats van bij de eerste stap'},
    ...TODAY_OPTION,
  },
  async run(call, terminal) {
    const today = todayOf(call, terminal);
    const [typed] = call.arguments('het bestand van een gesprek');
    const asked = ['pad', 'tabel', 'mermaid'].filter((option) => call.flag(option));
    if (asked.length > 1) throw new UsageError(`--${asked.join(' en --')} gaan niet samen.`);
    if (call.flag('csv') && !call.flag('tabel')) throw new UsageError('--csv hoort bij --tabel.');
    if (call.flag('csv') && call.flag('json')) throw new UsageError('--csv en --json gaan niet samen.');
    const {pack: folder, flow: id} = await findFlowFile(typed);
    const open = await openPack(folder, today, terminal);
    if (!open) return 1;
    const flow = open.pack.flows.find((one) => one.id === id);
    if (!flow) throw new UsageError(`«${typed}» is geen gesprek dat iemand kan openen: het levert alleen stappen aan andere gesprekken.`);
    const graph = flowGraph(flow, open.pack.flows, open.origins);
    if (call.flag('mermaid')) {
      terminal.out(call.flag('json') ? json({...graph, mermaid: mermaid(graph)}) : mermaid(graph));
      return 0;
    }
    terminal.progress?.(`alle bezoekers van «${flow.title}» volgen …`);
    const start = startOf(call, flow);
    try {
      if (call.flag('pad')) return tellWay(call, terminal, open.pack, flow, start);
      const walk = walkOf(open.pack);
      if (call.flag('tabel')) {
        const result = outcomesOf(walk, walk.all(`${flow.id}#${start.step}`), open.pack.support);
        if (call.flag('json')) terminal.out(json(outcomesJson(walk, result)));
        else terminal.out(call.flag('csv') ? outcomesCsv(walk, result) : printOutcomes(walk, flow, result, start, terminal));
        return 0;
      }
      const summary = summaryOf(walk, open.pack, flow, start);
      terminal.out(call.flag('json') ? json(summary) : printSummary(summary, flow, terminal));
      return 0;
    } catch (error) {
      if (!(error instanceof OverBudget)) throw error;
      terminal.error('De gesprekken hangen op zo veel manieren samen dat dit niet uit te rekenen is. Onthoud minder namen tegelijk, of splits een gesprek.\n');
      return 1;
    }
  },
};

function tellWay(call: Call, terminal: Terminal, {flows, support}: CompiledPack, flow: Flow, start: {flow: string; step: string}): number {
  const wanted = call.text('pad')!;
  const from = call.text('vanaf') ? start : undefined;
  const [flowId, stepId] = wanted.includes('#') ? (wanted.split('#', 2) as [string, string]) : [flow.id, wanted];
  const target = flows.find((one) => one.id === flowId)?.steps.find((step) => step.id === stepId);
  const kind = support?.kinds.find((one) => one.id === wanted);
  if (!target && !kind) {
    const known = [...flow.steps.map((step) => step.id), ...(support?.kinds ?? []).map((one) => one.id)];
    throw new UsageError(`Er is geen stap en geen soort steun «${wanted}». ${didYouMean(wanted, known, 'Geef wat tussen {# } achter een kop staat, of de naam van een bestand in steun.')}`);
  }
  if (target) {
    const way = shortestWay(flows, {flow: flowId, step: stepId}, from);
    if (!way) {
      terminal.error(`Niemand komt ${from ? `vanaf «${from.step}» ` : ''}bij «${wanted}».\n`);
      return 1;
    }
    terminal.out(call.flag('json') ? json(wayJson(flows, way)) : printWay(flows, way, target, terminal));
    return 0;
  }
  const walk = walkOf({flows, ...(support ? {support} : {})});
  for (const begin of from ? [from] : startsFor(flows, flow.id)) {
    const way = wayToAdvice(walk, begin, support!, kind!);
    if (!way) continue;
    terminal.out(call.flag('json') ? json(wayJson(flows, way)) : printWay(flows, way, walk.version.steps.get(way.at)!.step, terminal));
    return 0;
  }
  terminal.error(`Er is geen bezoeker gevonden die «${kind!.title}» bij de beste vijf krijgt.\n`);
  return 1;
}

function startOf(call: Call, flow: Flow): {flow: string; step: string} {
  const typed = call.text('vanaf') ?? flow.steps[0]!.id;
  const entries = flow.steps.filter((step, n) => n === 0 || step.entry).map((step) => step.id);
  if (!entries.includes(typed)) throw new UsageError(`«${typed}» is geen ingang van dit gesprek. ${didYouMean(typed, entries, `Wel: ${entries.map((id) => `«${id}»`).join(', ')}.`)}`);
  return {flow: flow.id, step: typed};
}

function walkOf({flows, support}: Pick<CompiledPack, 'flows' | 'support'>): Walk {
  return new Walk(new Questions(new Diagrams(16_000_000), [{flows, more: adviceReads(support)}]));
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
