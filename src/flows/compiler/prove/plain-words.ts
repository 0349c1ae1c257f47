import type {Inline} from '../../model/node.js';

/** The words of a label or heading, as an editor recognises them. */
export function plainWords(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (typeof inline === 'string') return inline;
      if (inline.t === 'word') return inline.other;
      if (inline.t === 'br' || inline.t === 'src') return '';
      return typeof inline.c === 'string' ? inline.c : plainWords(inline.c);
    })
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}
