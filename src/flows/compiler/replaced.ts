import {stepText} from './canonical.js';
import type {Diagnostics} from './diagnostics.js';
import type {Seen, StepSource} from './flow-ast.js';
import {shorten} from './front-fields.js';
import type {SupportSource} from './parse-support.js';
import type {SourceFile} from './source-file.js';
import {textHash} from './text-hash.js';

/**
 * Something of the pack that stands in for something below it. `gezien: <hash>` beside it says which text below the
 * editor had in view; `below` is that text as it is now. The old text is kept by whoever keeps files (the command keeps
 * it in `.gezien/<hash>.md` inside the pack): here it is only known by its hash.
 */
export interface Replaced {
  kind: 'step' | 'support';
  id: string;
  file: SourceFile;
  at: number;
  seen?: Seen;
  own: string;
  below: string;
  /** Name of the text below, for `gezien`. */
  hash: string;
  /** The file below that holds it now. */
  belowFile: SourceFile;
}

export function replacedStep(own: StepSource, below: StepSource): Replaced {
  const text = stepText(below);
  return {kind: 'step', id: own.id, file: own.flow.file, at: own.at, ...(own.seen ? {seen: own.seen} : {}), own: stepText(own), below: text, hash: textHash(text), belowFile: below.flow.file};
}

/** Of a kind of support only the fields count that this pack gives itself: what it leaves out comes along by itself. */
export function replacedSupport(own: SupportSource, below: SupportSource): Replaced {
  const fields = (typed: ReadonlyMap<string, string>) => own.own.filter((name) => typed.has(name)).map((name) => `${name}: ${typed.get(name)}`).join('\n\n');
  const text = fields(below.typed);
  return {kind: 'support', id: own.id, file: own.file, at: 0, ...(own.seen ? {seen: own.seen} : {}), own: fields(own.typed), below: text, hash: textHash(text), belowFile: below.file};
}

export function hasChanged({seen, hash}: Replaced): boolean {
  return seen !== undefined && seen.hash !== hash;
}

/** `laag/gewijzigd`: what the pack replaced is still what its editor saw. */
export function checkChanged(replaced: readonly Replaced[], diagnostics: Diagnostics): void {
  for (const each of replaced) {
    if (!hasChanged(each)) continue;
    const {kind, id, file, belowFile} = each;
    const what = kind === 'step' ? `de stap «${shorten(id)}»` : `«${shorten(id)}»`;
    diagnostics.warn('laag/gewijzigd', {file, at: each.seen!.at}, `De basis is gewijzigd sinds jouw aanpassing: ${what} staat nu anders in ${belowFile.name}.`, 'Vergelijk beide, pas de jouwe zo nodig aan, en leg daarna met «mantelzorg bijgewerkt» vast dat je het zag.');
  }
}
