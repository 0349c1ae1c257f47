/** A word or phrase to avoid, with what to write instead. */
export interface Phrase {
  /** In small letters, as listed. */
  words: string;
  instead: string;
}

export interface FoundPhrase extends Phrase {
  index: number;
  /** As it stands in the text. */
  found: string;
}

/**
 * A list of words and phrases, one meaning a line: `participatie, participeren: meedoen`. A `*` stands for any ending,
 * `of`-forms that need more than that are listed in full.
 */
export class PhraseList {
  private readonly pattern: RegExp;
  private readonly exact = new Map<string, Phrase>();
  private readonly open: {start: string; phrase: Phrase}[] = [];

  constructor(table: string) {
    const alternatives: string[] = [];
    for (const line of table.trim().split('\n')) {
      const colon = line.indexOf(':');
      const instead = line.slice(colon + 1).trim();
      for (const words of line.slice(0, colon).split(',').map((part) => part.trim().toLowerCase())) {
        const phrase = {words, instead};
        if (words.endsWith('*')) this.open.push({start: words.slice(0, -1), phrase});
        else this.exact.set(words, phrase);
        alternatives.push(words.replace(/\*$/, '').split(' ').map(escape).join('\\s+') + (words.endsWith('*') ? '\\p{L}*' : ''));
      }
    }
    // The longest first: a phrase says more than a word in it.
    alternatives.sort((a, b) => b.length - a.length);
    this.pattern = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}]|-\\p{L})`, 'giu');
  }

  find(text: string): FoundPhrase[] {
    return Array.from(text.matchAll(this.pattern), ({0: found, index}) => {
      const words = found.toLowerCase().replace(/\s+/g, ' ');
      const phrase = this.exact.get(words) ?? this.open.find(({start}) => words.startsWith(start))!.phrase;
      return {...phrase, index, found};
    });
  }
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
