/**
 * The Dutch stemmer of Martin Porter (snowballstem.org, "dutch_porter"). It was taken over Kraaij-Pohlmann, which the
 * later releases of Snowball prefer: that one is four times the code, and what it does more (ge-, verbs) is done here by
 * the vocabulary, which knows what words there are. `test/understanding/dutch-stemmer.test.ts` holds published pairs.
 */
export function porterDutch(word: string): string {
  let text = markLetters(word);
  const r1 = Math.max(regionAfter(text, 0), 3);
  const r2 = regionAfter(text, regionAfter(text, 0));
  const inR1 = (suffix: string) => text.length - suffix.length >= r1;
  const inR2 = (suffix: string) => text.length - suffix.length >= r2;
  const cut = (suffix: string) => {
    text = text.slice(0, text.length - suffix.length);
  };
  const undouble = () => {
    if (/(?:kk|dd|tt)$/.test(text)) cut('x');
  };
  /** `en` goes where a consonant stands in front, and not in `gem…`. */
  const cutEn = (suffix: string) => {
    const before = text.slice(0, text.length - suffix.length);
    if (inR1(suffix) && /[^aeiouyè]$/.test(before) && !before.endsWith('gem')) {
      cut(suffix);
      undouble();
    }
  };
  const [first] = /(?:heden|ene|en|se|s)$/.exec(text) ?? [];
  if (first === 'heden') {
    if (inR1(first)) text = `${text.slice(0, -5)}heid`;
  } else if (first === 'en' || first === 'ene') {
    cutEn(first);
  } else if (first && inR1(first) && /[^aeiouyèj]$/.test(text.slice(0, text.length - first.length))) {
    cut(first);
  }
  let cutE = false;
  const finalE = () => {
    if (/[^aeiouyè]e$/.test(text) && inR1('e')) {
      cut('e');
      undouble();
      cutE = true;
    }
  };
  finalE();
  if (/[^c]heid$/.test(text) && inR2('heid')) {
    cut('heid');
    if (text.endsWith('en')) cutEn('en');
  }
  const [second] = /(?:end|ing|ig|lijk|baar|bar)$/.exec(text) ?? [];
  if (second && inR2(second)) {
    if (second === 'end' || second === 'ing') {
      cut(second);
      if (/[^e]ig$/.test(text) && inR2('ig')) cut('ig');
      else undouble();
    } else if (second === 'ig') {
      if (/[^e]ig$/.test(text)) cut(second);
    } else if (second === 'lijk') {
      cut(second);
      finalE();
    } else if (second === 'baar' || cutE) {
      cut(second);
    }
  }
  text = text.replace(/([^aeiouyèI])(aa|ee|oo|uu)([^aeiouyèI])$/, (_, before: string, vowel: string, after: string) => before + vowel[0]! + after);
  return text.toLowerCase();
}

/** `y` at the start or after a vowel, and `i` between vowels, are consonants: in capitals while we work. */
function markLetters(word: string): string {
  return word.replace(/^y/, 'Y').replace(/([aeiouyè])y/g, '$1Y').replace(/([aeiouyè])i(?=[aeiouyè])/g, '$1I');
}

/** Behind the first consonant that follows a vowel, from `from` on. */
function regionAfter(text: string, from: number): number {
  const match = /[aeiouyè][^aeiouyè]/.exec(text.slice(from));
  return match ? from + match.index + 2 : text.length;
}
