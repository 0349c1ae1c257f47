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

/** What a problem finds missing, so that a problem where that should come from can be seen to explain it. */
export type Lack =
  /** Nothing remembers this name, or this value of it; or no named condition is called so. */
  | {t: 'remembered'; name: string; value?: string}
  /** No condition reads this name, no other flow takes this step over. */
  | {t: 'reader'; name: string}
  /** Something that stands in this file of the pack. */
  | {t: 'file'; path: string}
  /** The `als` that an `anders` goes with. */
  | {t: 'start'};

/** How a problem hangs together with others. */
export interface Relation {
  /** An error that costs no more than what it is about: that is left out, and the rest of the pack stands. */
  leavesOut?: true;
  /** Problems of one cause are told together to people (`gatherCauses`); each has its own place all the same. */
  cause?: string;
  lacks?: Lack | undefined;
  /** The named condition that turns out to be the same for everybody. */
  fixed?: string | undefined;
  /** The named conditions at work here: where one of them is the same for everybody, this only follows. */
  uses?: readonly string[];
}

/** By code unit, so that the order is the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
