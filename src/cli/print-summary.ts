import type {CompiledPack} from '../flows/compiler/compile-pack.js';
import {countStates} from '../flows/compiler/paths/count-states.js';
import {countPaths, lengthsOf} from '../flows/compiler/paths/lengths.js';
import {adviceReads} from '../flows/compiler/paths/questions.js';
import {realVisitors, Shares} from '../flows/compiler/paths/shares.js';
import type {Walk} from '../flows/compiler/paths/walk.js';
import {plainWords} from '../flows/compiler/prove/plain-words.js';
import type {Flow} from '../flows/model/flow.js';
import {isQuestion} from '../flows/semantics/dialogue.js';
import {paint, printable, type Terminal} from './terminal.js';
import {counted, numberWords} from './words.js';

/** More routes than this are not counted one by one. */
const MOST_ROUTES = 5_000;

export interface Summary {
  gesprek: string;
  begin: string;
  stappen: number;
  vragen: number;
  einden: {gesprek: string; stap: string; titel: string; vragen: {kortst: number; gewoonlijk: number; langst: number}; situaties: number}[];
  /** Different rows of steps; `meer` when there are more than could be counted. */
  routes: number;
  meerRoutes: boolean;
  /** Ways to answer. */
  situaties: number;
  /** What visitors can know on entering a step of this flow. */
  toestanden: number;
}

export function summaryOf(walk: Walk, {flows, support}: CompiledPack, flow: Flow, start: {flow: string; step: string}): Summary {
  const id = `${start.flow}#${start.step}`;
  const walked = walk.all(id);
  const shares = new Shares(walk.questions, realVisitors([{walk, walked}]));
  const einden = Array.from(lengthsOf(walk, id), ([end, lengths]) => {
    const {flow: endFlow, step} = walk.version.steps.get(end)!;
    const sizes = Array.from(lengths, ([length, who]) => ({length, size: shares.count(who)})).sort((a, b) => a.length - b.length);
    const situaties = sizes.reduce((sum, {size}) => sum + size, 0);
    let passed = 0;
    const middle = sizes.find(({size}) => (passed += size) >= situaties / 2)!;
    return {gesprek: endFlow.id, stap: step.id, titel: plainWords(step.title), vragen: {kortst: sizes[0]!.length, gewoonlijk: middle.length, langst: sizes.at(-1)!.length}, situaties};
  });
  const routes = countPaths(walk, id, MOST_ROUTES);
  return {
    gesprek: flow.id,
    begin: start.step,
    stappen: flow.steps.length,
    vragen: flow.steps.filter(isQuestion).length,
    einden,
    routes,
    meerRoutes: routes >= MOST_ROUTES,
    situaties: einden.reduce((sum, end) => sum + end.situaties, 0),
    toestanden: countStates(flows, flow, adviceReads(support)),
  };
}

export function printSummary(summary: Summary, flow: Flow, terminal: Terminal): string {
  const {stappen, vragen, einden, routes, meerRoutes, situaties, toestanden, begin} = summary;
  const titles = einden.map(({gesprek, titel}) => `«${titel}»${gesprek === flow.id ? '' : ` (${gesprek})`}`);
  const width = Math.min(60, Math.max(5, ...titles.map((title) => title.length)));
  const row = (title: string, ...cells: (string | number)[]) => `  ${title.padEnd(width)}${cells.map((cell) => String(cell).padStart(12)).join('')}`;
  const rows = einden.map(({vragen: {kortst, gewoonlijk, langst}}, n) => row(printable(titles[n]!), kortst, gewoonlijk, langst));
  const entries = flow.steps.filter((step) => step.entry && step.id !== begin).map((step) => step.id);
  return [
    paint(terminal, 'bold', printable(flow.title)),
    '',
    `${counted(stappen, 'stap', 'stappen')}, waarvan ${counted(vragen, 'vraag', 'vragen')}. Wie bij «${begin}» begint, komt bij ${counted(einden.length, 'einde', 'einden')}`,
    `langs ${meerRoutes ? `meer dan ${numberWords(MOST_ROUTES)} routes` : counted(routes, 'route', 'routes')}, in ${counted(situaties, 'situatie', 'situaties')} (manieren om de vragen te beantwoorden).`,
    `De stappen zijn te bereiken in ${counted(toestanden, 'toestand', 'toestanden')} (wat er op dat moment bekend kan zijn).`,
    '',
    paint(terminal, 'dim', row('einde, na hoeveel vragen', 'kortst', 'gewoonlijk', 'langst')),
    ...rows,
    ...(entries.length ? ['', `Andere ingangen: ${entries.map((id) => `--vanaf ${id}`).join(', ')}.`] : []),
    '',
  ].join('\n');
}
