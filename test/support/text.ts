import type {Inline} from '../../src/flows/model/node.js';

/** The words of running text, all wordings of a word that follows an answer included. */
export function textOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (typeof inline === 'string') return inline;
      if (inline.t === 'word') return [...inline.cases.map(([, text]) => text), inline.other].join(' ');
      if (inline.t === 'br' || inline.t === 'src') return ' ';
      return typeof inline.c === 'string' ? inline.c : textOf(inline.c);
    })
    .join('');
}
