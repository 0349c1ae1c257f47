import type {CompiledPack} from '../flows/compiler/compile-pack.js';
import type {Diagnostic} from '../flows/compiler/diagnostic.js';
import type {Project} from './project.js';

/** How far a language of the pack is. */
export interface LanguageState {
  /** Code of the language, as its folder is called. */
  lang: string;
  /** Steps that are there in this language, of all steps of the pack. */
  done: number;
  total: number;
  /** Of those: made from a text that has changed since. */
  stale: number;
  /** The language that all others are made from. */
  source: boolean;
}

/** The languages of a pack, its own first. */
export function languageStates(_project: Project, _diagnostics: readonly Diagnostic[], pack: CompiledPack | undefined): LanguageState[] {
  if (!pack) return [];
  const total = pack.flows.reduce((sum, {steps}) => sum + steps.length, 0);
  return [{lang: pack.manifest.languages[0] ?? 'nl', done: total, total, stale: 0, source: true}];
}
