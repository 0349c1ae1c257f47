import {addMonths} from '../flows/compiler/dates.js';
import {Diagnostics} from '../flows/compiler/diagnostics.js';
import {parseFacts} from '../flows/compiler/parse-facts.js';
import {readFile} from '../flows/compiler/read-file.js';
import type {PackFile} from '../flows/compiler/sort-files.js';

/**
 * A note on the facts of a pack whose evidence is older than two years or undated, for a person to call or to read.
 * No warning: the facts were compared with that evidence in time (`feit/verlopen` guards that), so `--strikt` passes.
 */
export function noteWeakFacts(files: readonly PackFile[], today: string): string {
  const file = files.find(({path}) => path === 'feiten.md');
  // Their problems are told by the check itself.
  const unheard = new Diagnostics();
  const source = file && readFile(file.path, file.path, file.bytes, unheard);
  const facts = source ? [...parseFacts(source, unheard).values()] : [];
  const weak = facts.filter(({date}) => date === 'onbekend' || (/^\d{4}/.test(date) && addMonths(lastDay(date), 24) < today));
  if (weak.length === 0) return '';
  const listed = weak.map(({id, date}) => `${id} (${date})`).join(', ');
  return `Let op: van ${weak.length === 1 ? 'één feit' : `${weak.length} feiten`} is de bron ouder dan twee jaar of zonder datum. Bel of lees na: ${listed}.\n`;
}

/** The last day that a year or a month can mean; 28 is in every month. */
function lastDay(date: string): string {
  return date.length === 4 ? `${date}-12-31` : date.length === 7 ? `${date}-28` : date;
}
