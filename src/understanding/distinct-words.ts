import {COMMON, OTHERS, STOPWORDS} from './lexicon.js';
import {stemOf} from './stems.js';
import {readMessage} from './tokens.js';

/** So many words tell a text from the others; more only weigh on the index. */
const MOST = 45;

/** Of each text the words that few of the others have, each once. */
export function distinctWords(texts: readonly string[]): string[][] {
  const read = texts.map((text) => {
    const words = new Map<string, string>();
    for (const {text: word} of readMessage(text).tokens) {
      if (word.length < 4 || /\d/.test(word) || STOPWORDS.has(word) || COMMON.has(word) || OTHERS.has(word)) continue;
      const stem = stemOf(word);
      if (!words.has(stem)) words.set(stem, word);
    }
    return words;
  });
  const counts = new Map<string, number>();
  for (const words of read) for (const stem of words.keys()) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const few = Math.max(1, Math.ceil(texts.length / 10));
  return read.map((words) =>
    [...words]
      .filter(([stem]) => counts.get(stem)! <= few)
      .sort(([a], [b]) => counts.get(a)! - counts.get(b)! || (a < b ? -1 : 1))
      .slice(0, MOST)
      .map(([, word]) => word),
  );
}
