/** Knows how words are written. Handed to the compiler, so that a browser loads its dictionary only when it is asked for. */
export interface Speller {
  /** Whether this word is written right; also for a part of a word with hyphens. */
  check(word: string): boolean;
  /** What was probably meant, the likeliest first. */
  suggest(word: string): string[];
}

/** The words of `spelling.txt`, one a line: right in this pack, whatever the dictionary says. `#` begins a note. */
export function readWordList(text: string): Set<string> {
  const lines = text.split('\n').map((line) => line.replace(/#.*$/, '').replace(/^\s*[-*+]\s+/, ''));
  return new Set(lines.flatMap((line) => line.split(/[\s,;]+/)).filter(Boolean).map((word) => word.normalize('NFC').replaceAll('’', "'")));
}

/** A word of the list that begins small may begin with a capital too. */
export function isListed(word: string, list: ReadonlySet<string>): boolean {
  return list.has(word) || list.has(word.charAt(0).toLowerCase() + word.slice(1));
}
