import {decodeTrie} from 'cspell-trie-lib';
import type {Speller} from './speller.js';

/** How many letters a suggestion may differ from what was typed. */
const MAX_CHANGES = 2;
const MAX_LENGTH = 40;
/** Dutch makes new words of two others every day (`zorgverlofdag`); parts of fewer letters would let slips pass. */
const SHORTEST_PART = 4;
/** Verbs that split are made just as freely: `meekoken`, `langsfietsen`. */
const PARTICLE = /^(?:(?:aan|achter|bij|binnen|door|langs|mee|over|rond|samen|tegen|terug|toe|uit|voor|weg)(?=\p{L}{5})|(?:af|in|na|om|op)(?=\p{L}{6}))/u;

/** Makes a speller of cspell's Dutch dictionary (`Dutch.trie.gz`, unpacked). It forms compounds as Dutch does. */
export function dutchSpeller(unpacked: Uint8Array<ArrayBuffer>): Speller {
  const trie = decodeTrie(unpacked);
  const has = (word: string) => trie.hasWord(word, true);
  const anyCase = (word: string) => has(word) || has(word.toLowerCase()) || has(word.charAt(0).toUpperCase() + word.slice(1).toLowerCase());
  /** Accents that only lay stress: `dát`, `élke`. */
  const unstressed = (word: string) => word.normalize('NFD').replace(/\u0301/g, '').normalize('NFC');
  const known = (word: string) => anyCase(word) || anyCase(unstressed(word)) || (/'s$/.test(word) && anyCase(word.slice(0, -2)));
  const isCompound = (word: string) => {
    const particle = PARTICLE.exec(word)?.[0];
    if (particle && has(word.slice(particle.length))) return true;
    for (let cut = SHORTEST_PART; cut <= word.length - SHORTEST_PART; cut++) {
      if (has(word.slice(cut)) && (has(word.slice(0, cut)) || (word[cut - 1] === 's' && cut > SHORTEST_PART && has(word.slice(0, cut - 1))))) return true;
    }
    return false;
  };
  /** Looking takes up to a tenth of a second a word, and a page that checks while somebody types asks again and again. */
  const suggested = new Map<string, string[]>();
  return {
    check: (typed) => {
      const word = typed.normalize('NFC').replaceAll('’', "'");
      return known(word) || isCompound(word.toLowerCase());
    },
    suggest: (word) => {
      let found = suggested.get(word);
      if (!found) {
        found = word.length > MAX_LENGTH ? [] : trie.suggest(word.toLowerCase(), {numSuggestions: 4, changeLimit: MAX_CHANGES, ignoreCase: false}).filter((each) => !/^-|-$/.test(each));
        suggested.set(word, found);
      }
      return found;
    },
  };
}
