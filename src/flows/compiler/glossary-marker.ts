import type {Inline} from '../model/node.js';
import type {Glossary} from './parse-glossary.js';

/** Finds glossary words in running text. The forms under `ook` are left alone: their meaning need not fit the sentence. */
export class GlossaryMarker {
  private readonly pattern: RegExp;
  private readonly ids = new Map<string, string>();

  /** `prefix` goes in front of the ids. */
  constructor(glossary: Glossary, prefix = '') {
    const words = [...glossary.words.values()].sort((a, b) => b.word.length - a.word.length || (a.word < b.word ? -1 : 1));
    for (const {id, word} of words) this.ids.set(word.toLowerCase(), prefix + id);
    const alternatives = words.map(({word}) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
    // A part of a longer word, hyphens included, is another word.
    this.pattern = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${alternatives.join('|') || '(?!)'})(?![\\p{L}\\p{N}]|-[\\p{L}\\p{N}])`, 'giu');
  }

  /** Marks the first occurrence of each word that is not yet in `seen`. */
  mark(inlines: readonly Inline[], seen: Set<string>, used: Set<string>): Inline[] {
    return inlines.flatMap((inline): Inline[] => {
      if (typeof inline === 'string') return this.markText(inline, seen, used);
      if (inline.t === 'b' || inline.t === 'i') return [{...inline, c: this.mark(inline.c, seen, used)}];
      return [inline];
    });
  }

  private markText(text: string, seen: Set<string>, used: Set<string>): Inline[] {
    const out: Inline[] = [];
    let from = 0;
    for (const match of text.matchAll(this.pattern)) {
      const id = this.ids.get(match[0].toLowerCase());
      if (id === undefined || seen.has(id)) continue;
      seen.add(id);
      used.add(id);
      out.push(text.slice(from, match.index), {t: 'term', id, c: match[0]});
      from = match.index + match[0].length;
    }
    out.push(text.slice(from));
    return out.filter((part) => part !== '');
  }
}
