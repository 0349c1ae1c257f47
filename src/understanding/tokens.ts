/** A word of a message. `text` is folded: small letters without accents; `at` and `end` are places in the cleaned text. */
export interface Token {
  text: string;
  at: number;
  end: number;
  /** A sentence or a line ended between the token before and this one. */
  stop: boolean;
}

export interface Message {
  /** What was typed, without what nobody sees; `said` in results is cut from this. */
  clean: string;
  tokens: Token[];
}

/** Nobody types more; of a pasted book the begin and the end are read. */
export const MAX_CHARACTERS = 120_000;
const HEAD = 80_000;
const MAX_WORD = 40;

/** Signs that show nothing and can hide a word (soft hyphens, joiners, directions, tags), and control characters. */
const INVISIBLE = /\p{Cf}|\p{Mn}|\u115f|\u1160|\u3164/gu;
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}]/gu;
const MARKUP = /<\/?[a-z!][^<>]{0,300}>|&[a-z]{2,8};|https?:\/\/[^\s<>]{1,500}|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}/giu;
const WORD = /[\p{L}\p{N}]+(?:['’‘`´][\p{L}]+)*/gu;
const STOP = /[.!?;:\n\r…]/;
const PLAIN: Record<string, string> = {ı: 'i', ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ĳ: 'ij'};
const DIGITS: Record<string, string> = {'0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a'};

/** Small letters without accents and apostrophes. */
export function fold(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[\p{M}'’‘`´]/gu, '')
    .toLowerCase()
    .replace(/[ıłøđßæœĳ]/g, (letter) => PLAIN[letter] ?? letter);
}

/** Takes away what nobody sees, and markup, so that nothing hides in it. Linear in the length of the text. */
export function cleanText(text: string): string {
  const whole = text.length > MAX_CHARACTERS ? `${text.slice(0, HEAD)} ${text.slice(HEAD - MAX_CHARACTERS)}` : text;
  return whole.normalize('NFC').replace(CONTROL, (sign) => (sign === '\n' || sign === '\r' ? '\n' : ' ')).replace(INVISIBLE, '').replace(MARKUP, (markup) => ' '.repeat(markup.length));
}

/** The words of a message. Letters typed apart ("h e l p") are one word. */
export function readMessage(text: string): Message {
  const clean = cleanText(text);
  const tokens: Token[] = [];
  let last = 0;
  for (const match of clean.matchAll(WORD)) {
    const between = clean.slice(last, match.index);
    last = match.index + match[0].length;
    const word = plainWord(fold(match[0]));
    if (word) tokens.push({text: word.slice(0, MAX_WORD), at: match.index, end: last, stop: STOP.test(between)});
  }
  return {clean, tokens: joinLetters(tokens)};
}

/** Letters held down are one or two; digits among letters stand for the letters they look like. */
function plainWord(word: string): string {
  const drawn = word.replace(/(\p{L})\1{2,}/gu, '$1$1');
  const letters = drawn.replace(/[^\p{L}]/gu, '').length;
  return letters >= 3 && letters < drawn.length && /\d\p{L}/u.test(drawn) ? drawn.replace(/[013457]/g, (digit) => DIGITS[digit] ?? digit) : drawn;
}

function joinLetters(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (let n = 0; n < tokens.length; n++) {
    let end = n;
    while (end < tokens.length && tokens[end]!.text.length === 1 && /\p{L}/u.test(tokens[end]!.text)) end++;
    if (end - n >= 4) {
      out.push({text: tokens.slice(n, end).map(({text}) => text).join('').slice(0, MAX_WORD), at: tokens[n]!.at, end: tokens[end - 1]!.end, stop: tokens[n]!.stop});
      n = end - 1;
    } else {
      out.push(tokens[n]!);
    }
  }
  return out;
}
