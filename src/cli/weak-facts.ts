import {factsOf, isWeak} from '../flows/compiler/fact-states.js';
import type {PackFile} from '../flows/compiler/sort-files.js';

/**
 * A note on the facts of a pack whose evidence is older than two years or undated, for a person to call or to read.
 * No warning: the facts were compared with that evidence in time (`feit/verlopen` guards that), so `--strikt` passes.
 */
export function noteWeakFacts(files: readonly PackFile[], today: string): string {
  const weak = factsOf(files).filter((fact) => isWeak(fact, today));
  if (weak.length === 0) return '';
  const listed = weak.map(({id, date}) => `${id} (${date})`).join(', ');
  return `Let op: van ${weak.length === 1 ? 'één feit' : `${weak.length} feiten`} is de bron ouder dan twee jaar of zonder datum. Bel of lees na: ${listed}.\n`;
}
