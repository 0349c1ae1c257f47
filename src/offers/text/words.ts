import {plain} from '../plain-text.js';

/** Words that tell nothing of what is sought. */
const EMPTY = new Set(
  'de het een en of in op van voor met bij naar ik wij mijn je jij jouw hij zij is te aan dat die dit er om ook zijn haar wil zoek zoeken graag kan iets iemand waar wat wie als tot uit'.split(' '),
);

/** Ends of compounds in this field: the same support is called by one or by another ("logeerhuis", "logeeropvang"). */
const HEADS = ['huis', 'opvang', 'zorg', 'hulp', 'verblijf', 'boerderij', 'groep', 'plek', 'centrum', 'kamer', 'bed', 'adres', 'dienst', 'dag', 'dagen', 'weekend', 'week', 'nacht', 'vakantie', 'cafe', 'hotel', 'woning', 'begeleiding', 'activiteit', 'activiteiten'];

/** The shortest part of a word that stands for it. */
const STEM = 4;
/** The shortest first part of a compound that another compound may share. */
const PART = 5;

/** The words of a text, plain, in order. */
export function wordsOf(text: string): string[] {
  return plain(text).replace(/'/g, '').match(/[\p{L}\p{N}]{2,}/gu) ?? [];
}

/** The words of what somebody typed that tell something, each once, the longest twelve at most. */
export function askedWords(text: string): string[] {
  const words = [...new Set(wordsOf(text.slice(0, 200)).map((word) => word.slice(0, 40)))].filter((word) => !EMPTY.has(word));
  return words.length > 12 ? words.sort((a, b) => b.length - a.length).slice(0, 12) : words;
}

/** A word and what it is made from: the stem of a verb or plural (`logeren`: `logeer`; `bellen`: `bel`). */
export function stemsOf(word: string): string[] {
  const stems: string[] = [];
  if (word.length >= 6 && word.endsWith('en')) {
    const bare = word.slice(0, -2);
    stems.push(bare);
    if (/([^aeiou])\1$/.test(bare)) stems.push(bare.slice(0, -1));
    // An open syllable closes: loge-ren, logeer.
    else if (/(?:^|[^aeiou])[aeou][^aeiou]$/.test(bare)) stems.push(`${bare.slice(0, -1)}${bare.at(-2)!}${bare.at(-1)!}`);
  } else if (word.length >= 6 && word.endsWith('s') && !word.endsWith('ss')) stems.push(word.slice(0, -1));
  return stems.filter((stem) => stem.length >= STEM);
}

/** The first part of a compound, when its last part is one that changes with who speaks. */
export function partOf(word: string): string | undefined {
  const head = HEADS.filter((one) => word.endsWith(one) && word.length - one.length >= PART).sort((a, b) => b.length - a.length)[0];
  return head === undefined ? undefined : word.slice(0, word.length - head.length);
}

/** How many letters may be wrong in a word of this length. */
export const slackOf = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);

/** From this length on a word counts when it stands inside another, and slips are looked for in the beginning of a longer one. */
export const INSIDE = 4;
export const BEGINNING = 6;
