import {addMonths} from './dates.js';
import {Diagnostics} from './diagnostics.js';
import {parseFacts, type Fact} from './parse-facts.js';
import {readFile} from './read-file.js';
import type {PackFile} from './sort-files.js';

/** How a fact stands on a day, worst first: past its day, due within a month, on old or undated evidence, fresh. */
export type Freshness = 'verlopen' | 'bijna' | 'zwak' | 'vers';

export interface FactState {
  id: string;
  value: string;
  /** Where it was found: `<packDir>/feiten.md` and the line. */
  file: string;
  line: number;
  source: string;
  date: string;
  checked: string;
  /** The day by which it must be compared with its source again; empty when that is not known. */
  due: string;
  freshness: Freshness;
}

/** The facts of a pack and of those below it, nearest first; one with the same name replaces the one below. */
export function factStates(layers: readonly {packDir: string; files: readonly PackFile[]}[], today: string): FactState[] {
  const states = new Map<string, FactState>();
  for (const {packDir, files} of layers) {
    for (const fact of factsOf(files, packDir)) {
      if (!states.has(fact.id)) states.set(fact.id, stateOf(fact, today));
    }
  }
  const order: readonly Freshness[] = ['verlopen', 'bijna', 'zwak', 'vers'];
  return [...states.values()].sort((a, b) => order.indexOf(a.freshness) - order.indexOf(b.freshness));
}

/** Evidence that a person should look at again: older than two years, or without a date. */
export function isWeak({date}: Pick<Fact, 'date'>, today: string): boolean {
  return date === 'onbekend' || (/^\d{4}/.test(date) && addMonths(lastDay(date), 24) < today);
}

/** The facts of one pack as they stand there; their problems are told by the check itself. */
export function factsOf(files: readonly PackFile[], packDir = ''): Fact[] {
  const file = files.find(({path}) => path === 'feiten.md');
  const unheard = new Diagnostics();
  const source = file && readFile(file.path, packDir ? `${packDir}/${file.path}` : file.path, file.bytes, unheard);
  return source ? [...parseFacts(source, unheard).values()] : [];
}

function stateOf(fact: Fact, today: string): FactState {
  const {id, value, source, date, checked, again, file, at} = fact;
  const due = checked && again ? addMonths(checked, again) : '';
  const freshness = due && today > due ? 'verlopen' : due && addMonths(today, 1) >= due ? 'bijna' : isWeak(fact, today) ? 'zwak' : 'vers';
  return {id, value, file: file.name, line: file.position(at).line, source, date, checked, due, freshness};
}

/** The last day that a year or a month can mean; 28 is in every month. */
function lastDay(date: string): string {
  return date.length === 4 ? `${date}-12-31` : date.length === 7 ? `${date}-28` : date;
}
