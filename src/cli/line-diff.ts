export interface DiffLine {
  kind: 'same' | 'gone' | 'added';
  line: string;
}

/** Beyond this many comparisons the texts are simply shown one after the other. */
const MAX_CELLS = 4_000_000;

/** What goes and what comes between two texts, by the longest row of lines that both have. */
export function lineDiff(before: readonly string[], after: readonly string[]): DiffLine[] {
  const gone = before.map((line): DiffLine => ({kind: 'gone', line}));
  const added = after.map((line): DiffLine => ({kind: 'added', line}));
  if (before.length * after.length > MAX_CELLS) return [...gone, ...added];
  const width = after.length + 1;
  /** Length of the longest common row from line `i` and line `j` on. */
  const common = new Uint32Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      common[i * width + j] = before[i] === after[j] ? common[(i + 1) * width + j + 1]! + 1 : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
    }
  }
  const lines: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      lines.push({kind: 'same', line: before[i++]!});
      j++;
    } else if (j === after.length || (i < before.length && common[(i + 1) * width + j]! >= common[i * width + j + 1]!)) {
      lines.push(gone[i++]!);
    } else {
      lines.push(added[j++]!);
    }
  }
  return lines;
}
