import {compilePack, type CompiledPack} from '../flows/compiler/compile-pack.js';
import type {Diagnostic} from '../flows/compiler/diagnostic.js';
import {factStates, type FactState} from '../flows/compiler/fact-states.js';
import type {Speller} from '../flows/compiler/language/speller.js';
import {packParts, type OutputFile, type Sha256} from '../flows/compiler/pack-parts.js';
import {flowGraph, type FlowGraph} from '../flows/compiler/paths/graph.js';
import {gatherCauses} from '../flows/compiler/settle.js';
import type {LanguageState} from '../flows/compiler/translate/state.js';
import type {Project} from './project.js';

/** All that was found in a project. */
export interface Analysis {
  diagnostics: Diagnostic[];
  facts: FactState[];
  /** The translations; the pack's own language is not one. */
  languages: readonly LanguageState[];
}

/** A project as the widget runs it. */
export interface Built {
  /** What `mantelzorg bouw` writes, without what a chat learned from it. */
  files: OutputFile[];
  /** One a flow, in the order of the pack. */
  graphs: FlowGraph[];
}

/** What the words and the links make: quick, so that the widget need not wait for the proof. */
export interface Draft {
  /** For finding screens and ways in; it does not travel. */
  pack: CompiledPack;
  built: Built;
}

/** Compiles without proof. Gives nothing while there are mistakes in words and links. */
export async function draft({files, packDir, bases, baseProblem, today}: Project, sha256: Sha256): Promise<Draft | undefined> {
  const {pack, origins} = compilePack(files, {today, packDir, bases, baseProblem, prove: false});
  if (!pack) return undefined;
  return {pack, built: {files: await packParts(pack, sha256, {taught: false}), graphs: pack.flows.map((flow) => flowGraph(flow, pack.flows, origins))}};
}

/** Finds every problem, those of the proof and of the language included. */
export function analyse(project: Project, speller: Speller | undefined): Analysis {
  const {files, packDir, bases, baseProblem, today} = project;
  const {diagnostics, languages} = compilePack(files, {today, packDir, bases, baseProblem, speller});
  return {
    diagnostics: gatherCauses(diagnostics),
    facts: factStates([project, ...bases], today),
    languages,
  };
}
