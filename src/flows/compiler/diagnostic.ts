export type Severity = 'fout' | 'waarschuwing';

/** One problem, as `mantelzorg controleer --json` prints it. Line and column count from 1, columns in UTF-16 units as editors do. */
export interface Diagnostic {
  rule: string;
  severity: Severity;
  /** Relative to the pack's parent: `basis/gesprekken/rust.md`. */
  file: string;
  line: number;
  column: number;
  /** One sentence that names the culprit between « and ». */
  message: string;
  /** One sentence with the fix, and one with the other places where the same goes. */
  hint: string;
}

/** By code unit, so that the order is the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
