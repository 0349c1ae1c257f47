/**
 * How many letters must be put in, left out, replaced, or swapped with their neighbour to make one word of another
 * (optimal string alignment), as long as that is at most `most`; else `most + 1`. Only a band around the diagonal is
 * looked at, so long words cost little.
 */
export function editDistance(a: string, b: string, most: number): number {
  const [n, m] = [a.length, b.length];
  if (Math.abs(n - m) > most) return most + 1;
  if (a === b) return 0;
  const far = most + 1;
  let before: number[] = [];
  let above = Array.from({length: m + 1}, (_, column) => Math.min(column, far));
  for (let row = 1; row <= n; row++) {
    const line = new Array<number>(m + 1).fill(far);
    line[0] = Math.min(row, far);
    let least = line[0];
    const from = Math.max(1, row - most);
    const to = Math.min(m, row + most);
    for (let column = from; column <= to; column++) {
      const same = a.charCodeAt(row - 1) === b.charCodeAt(column - 1);
      let cost = Math.min(above[column - 1]! + (same ? 0 : 1), above[column]! + 1, line[column - 1]! + 1);
      const swapped = row > 1 && column > 1 && a.charCodeAt(row - 1) === b.charCodeAt(column - 2) && a.charCodeAt(row - 2) === b.charCodeAt(column - 1);
      if (swapped) cost = Math.min(cost, before[column - 2]! + 1);
      line[column] = Math.min(cost, far);
      if (cost < least) least = cost;
    }
    // A swap may still come from the row above.
    if (least > most && Math.min(...above) > most) return far;
    before = above;
    above = line;
  }
  return Math.min(above[m]!, far);
}
