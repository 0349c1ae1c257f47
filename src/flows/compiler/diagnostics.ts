import type {Diagnostic, Relation, Severity} from './diagnostic.js';
import {settle, type Finding} from './settle.js';
import type {SourceFile} from './source-file.js';

export {compareText, type Diagnostic, type Severity} from './diagnostic.js';

/** A place in a file: an offset into its normalised text. */
export interface Place {
  file: SourceFile;
  at: number;
}

/** Collects what the passes find; no pass stops at the first problem. */
export class Diagnostics {
  private readonly found = new Map<string, Finding>();
  private readonly lost = new Set<string>();

  error(rule: string, place: Place, message: string, hint: string, relation: Relation = {}): void {
    this.add(rule, 'fout', place, message, hint, relation);
  }

  warn(rule: string, place: Place, message: string, hint: string, relation: Relation = {}): void {
    this.add(rule, 'waarschuwing', place, message, hint, relation);
  }

  /** For what stands in no text, such as a file that cannot be read. */
  errorInFile(rule: string, file: string, message: string, hint: string, relation: Relation = {}): void {
    this.put({diagnostic: {rule, severity: 'fout', file, line: 1, column: 1, message, hint}, line: '', ...relation});
  }

  /** For what stands in a long file of which no text is kept. */
  report(diagnostic: Diagnostic, relation: Relation = {}): void {
    this.put({diagnostic, line: '', ...relation});
  }

  /** This file, or the fields on top of it, could not be read: that others miss what it holds is not reported too. */
  lose(file: string): void {
    this.lost.add(file);
  }

  /** Something without which there is no pack: what is wrong with one offer costs only that offer. */
  get hasErrors(): boolean {
    return [...this.found.values()].some(({diagnostic, leavesOut}) => diagnostic.severity === 'fout' && !leavesOut);
  }

  /** How many there are so far, to notice that a pass reported something. */
  get count(): number {
    return this.found.size;
  }

  /** By file, then place; without doubles (a step taken over with `zoals` is read more than once) and what only follows from another. */
  sorted(): Diagnostic[] {
    return settle([...this.found.values()], this.lost);
  }

  private add(rule: string, severity: Severity, {file, at}: Place, message: string, hint: string, relation: Relation): void {
    const {line, column} = file.position(at);
    this.put({diagnostic: {rule, severity, file: file.name, line, column, message, hint}, line: file.lineAt(at), ...relation});
  }

  private put(finding: Finding): void {
    this.found.set(JSON.stringify(finding.diagnostic), finding);
  }
}
