import {FILLED} from '../language/flat-text.js';
import type {Passage} from '../language/passage.js';
import type {Remarks} from '../language/remarks.js';
import {isListed, type Speller} from '../language/speller.js';

const RULE = 'taal/spelling';
/** Looking for what was meant takes much longer than seeing that something is amiss. */
const MOST_SUGGESTIONS = 12;
const ADDRESS = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+|(?:https?:\/\/|www\.)\S+|[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:nl|com|org|eu|be|net|gov)(?:\/\S*)?(?![\p{L}])/giu;
const WORD = /(?<![\p{L}\p{M}\p{N}])(?:['’](?=[stn](?!\p{L})))?\p{L}[\p{L}\p{M}]*(?:[-'’]\p{L}[\p{L}\p{M}]*)*(?![\p{L}\p{M}\p{N}])/gu;

/** `taal/spelling` (warning): words are in the dictionary or in the pack's own list. Names, numbers and addresses are left alone. */
export function checkSpelling(passages: readonly Passage[], speller: Speller, words: ReadonlySet<string>, remarks: Remarks): void {
  const verdicts = new Map<string, boolean>();
  const hints = new Map<string, string>();
  const isRight = (word: string): boolean => {
    let right = verdicts.get(word);
    if (right === undefined) verdicts.set(word, (right = isListed(word, words) || speller.check(word) || isPartsRight(word)));
    return right;
  };
  const isPartsRight = (word: string): boolean => {
    const parts = word.split('-');
    return parts.length > 1 && parts.every((part) => part === '' || isShort(part) || isRight(part));
  };
  const hintFor = (word: string): string => {
    let hint = hints.get(word);
    if (hint === undefined) {
      const near = hints.size < MOST_SUGGESTIONS ? speller.suggest(word)[0] : undefined;
      const meant = near && (/^\p{Lu}/u.test(word) ? near.charAt(0).toUpperCase() + near.slice(1) : near);
      hint = `${meant ? `Bedoelde je «${meant}»? ` : ''}Is het goed geschreven, zet het dan op een eigen regel in spelling.txt.`;
      hints.set(word, hint);
    }
    return hint;
  };
  for (const passage of passages) {
    const text = passage.flat.text.replace(ADDRESS, (found) => FILLED.repeat(found.length));
    for (const {0: typed, index} of text.matchAll(WORD)) {
      const word = typed.replaceAll('’', "'");
      if (isShort(word) || isName(word, text, index, passage) || isRight(word)) continue;
      remarks.warn(RULE, passage, index, `«${typed}» staat niet in het woordenboek.`, hintFor(word), word.toLowerCase());
    }
  }
}

/** Letters by themselves, and capitals that stand for longer names (CBS). */
function isShort(word: string): boolean {
  return word.length === 1 || /^\p{Lu}+'?s?$/u.test(word);
}

/** A capital where no sentence begins, or anywhere in the name of a contact; also inside a word (`iPad`). */
function isName(word: string, text: string, index: number, {kind}: Passage): boolean {
  if (/^\p{L}+\p{Lu}/u.test(word)) return true;
  if (!/^(?:'[stn]-?)?\p{Lu}/u.test(word)) return false;
  return kind === 'name' || !/(?:^|[.!?…:;\n"“„‘'«(•]|[.!?…]["”’])\s*$/u.test(text.slice(0, index));
}
