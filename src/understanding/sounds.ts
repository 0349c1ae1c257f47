/**
 * How a Dutch word sounds, roughly: words that people mix up in writing have one key (ij/ei, au/ou, d/t, c/k, z/s, v/f,
 * g/ch, long and short vowels, double letters). For comparing only; nobody reads a key.
 */
export function soundOf(word: string): string {
  return word
    .replace(/ij|ei|ey|y/g, 'Y')
    .replace(/auw|ouw|au|ou/g, 'W')
    .replace(/sch/g, 'sg')
    .replace(/ch|g/g, 'g')
    .replace(/ph|v/g, 'f')
    .replace(/th|dt/g, 't')
    .replace(/x/g, 'ks')
    .replace(/c(?=[eiY])|z/g, 's')
    .replace(/[cq]/g, 'k')
    .replace(/ie/g, 'i')
    .replace(/([a-zYW])\1+/g, '$1')
    .replace(/d$/, 't')
    .replace(/b$/, 'p')
    .replace(/ds/g, 'ts');
}

/** Steps between two words: a letter more, fewer, other, or two swapped; more than `most` is told as `most + 1`. */
export function stepsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let row = [...new Array<undefined>(b.length + 1).keys()];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      let steps = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) steps = Math.min(steps, before[j - 2]! + 1);
      next.push(steps);
      best = Math.min(best, steps);
    }
    if (best > most) return most + 1;
    before = row;
    row = next;
  }
  return row[b.length]!;
}

/** A word with one letter left out, each way, and itself; of long words with two left out. */
export function withoutLetters(word: string): Set<string> {
  const out = new Set([word]);
  const cut = (text: string) => [...text].map((_, n) => text.slice(0, n) + text.slice(n + 1));
  const once = cut(word);
  for (const one of once) out.add(one);
  if (word.length >= LONG) for (const one of once) for (const two of cut(one)) out.add(two);
  return out;
}

/** Words from this length on may have two slips. */
export const LONG = 9;
