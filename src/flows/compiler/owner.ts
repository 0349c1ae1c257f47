import {compareText, type Diagnostic} from './diagnostic.js';
import type {FlowSource} from './flow-ast.js';
import type {PackLayer} from './layers.js';
import {offsetAt} from './mapped-text.js';
import type {PackSource} from './parse-pack.js';
import type {ReadPack} from './read-layers.js';
import type {SourceFile} from './source-file.js';

type Spot = Pick<Diagnostic, 'file' | 'line' | 'column'>;

/**
 * Gives every problem a place that the editor can change. What stands in a pack below is not theirs: an error that the
 * base has by itself is told once, at `gebaseerd-op`; one that comes of laying this pack over it is told where this pack
 * does so. Warnings about text of others are for those others.
 */
export function giveToOwner(found: readonly Diagnostic[], read: ReadPack, layers: readonly PackLayer[], ofBase: () => readonly Diagnostic[]): Diagnostic[] {
  const [own, ...bases] = layers;
  if (!own || !bases.length) return [...found];
  const ownFiles = new Set([`${own.packDir}/pakket.md`, ...own.files.map(({path}) => `${own.packDir}/${path}`)]);
  const baseDirOf = ({file}: Diagnostic) => (ownFiles.has(file) ? undefined : bases.map(({packDir}) => packDir).find((packDir) => file.startsWith(`${packDir}/`)));
  const theirs = found.filter((diagnostic) => baseDirOf(diagnostic) !== undefined);
  const kept = found.filter((diagnostic) => baseDirOf(diagnostic) === undefined);
  const errors = theirs.filter(({severity}) => severity === 'fout');
  if (!errors.length) return kept;
  const key = ({rule, file, line, column}: Diagnostic) => `${rule} ${file}:${line}:${column}`;
  const known = new Set(ofBase().map(key));
  const bySpot = new Map<string, Diagnostic & {more: number}>();
  for (const error of errors) {
    const packDir = baseDirOf(error)!;
    const moved = known.has(key(error)) ? inBase(error, packDir, read.pack) : caused(error, packDir, read);
    const same = JSON.stringify([moved.file, moved.line, moved.column, moved.rule, known.has(key(error)) ? packDir : error.message]);
    const before = bySpot.get(same);
    if (before) before.more++;
    else bySpot.set(same, {...moved, more: 0});
  }
  const moved = [...bySpot.values()].map(({more, ...diagnostic}): Diagnostic => (more ? {...diagnostic, hint: `${diagnostic.hint} Dit geldt in de basis voor nog ${more} ${more === 1 ? 'plek' : 'plekken'}.`} : diagnostic));
  return [...kept, ...moved].sort((a, b) => compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.rule, b.rule) || compareText(a.message, b.message));
}

function inBase(error: Diagnostic, packDir: string, pack: PackSource): Diagnostic {
  return {...error, ...baseSpot(pack), message: `Deze fout zit in de basis, in «${error.file}» op regel ${error.line}: ${error.message}`, hint: `Vraag de makers van «${packDir.replace(/^.*\//, '')}» dit op te lossen, of neem dat deel over in je eigen pakket.`};
}

function caused(error: Diagnostic, packDir: string, read: ReadPack): Diagnostic {
  return {...error, ...causeSpot(error, packDir, read), message: `Met dit pakket erover klopt er iets niet meer in «${error.file}» op regel ${error.line}: ${error.message}`, hint: `Neem dat deel over in je eigen pakket en pas het daar aan, of verander hier iets. ${error.hint}`};
}

/** Where this pack does something to the part of the base that has the problem. */
function causeSpot(error: Diagnostic, packDir: string, read: ReadPack): Spot {
  const {pack, own, removed} = read;
  const path = error.file.slice(packDir.length + 1);
  const flow = own.flows.find(({file}) => file.path === path);
  if (flow) return spot(flow.file, changing(flow));
  const kind = own.support.find(({file}) => file.path === path);
  if (kind) return spot(kind.file, 0);
  // What reaches into other files: the flow that is changed, or taken away.
  const [other] = own.flows;
  if (other) return spot(other.file, changing(other));
  const [gone] = [...removed.values()].filter(({file}) => file.layer === 0);
  return gone ? spot(gone.file, gone.at) : baseSpot(pack);
}

/** The first step of a file that changes something below it. */
function changing({steps}: FlowSource): number {
  return steps[0]?.at ?? 0;
}

function baseSpot({file, base}: PackSource): Spot {
  return file ? spot(file, base ? offsetAt(base, 0) : 0) : {file: 'pakket.md', line: 1, column: 1};
}

function spot(file: SourceFile, at: number): Spot {
  return {file: file.name, ...file.position(at)};
}
