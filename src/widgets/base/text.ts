import type {Inline} from '../../flows/model/node.js';
import {holds, type Memory} from '../../flows/semantics/memory.js';

/** Running text without anything to click: for headings, labels and sentences made of parts. */
export function plain(nodes: readonly Inline[], memory: Memory): string {
  return nodes
    .map((node): string => {
      if (typeof node === 'string') return node;
      switch (node.t) {
        case 'word':
          return wordFor(node, memory);
        case 'br':
          return ' ';
        case 'src':
          return '';
        default:
          return typeof node.c === 'string' ? node.c : plain(node.c, memory);
      }
    })
    .join('');
}

/** The wording that follows an earlier answer. */
export function wordFor({cases, other}: Extract<Inline, {t: 'word'}>, memory: Memory): string {
  return cases.find(([when]) => holds(when, memory))?.[1] ?? other;
}
