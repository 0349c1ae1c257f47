import type {Block, Inline} from '../../../flows/model/node.js';
import type {Memory} from '../../../flows/semantics/memory.js';
import {wordFor} from '../text.js';

/** Running text for paper: nothing can be pressed there, so the address of a link is written out behind it. */
export function written(nodes: readonly Inline[], memory: Memory): string {
  return nodes
    .map((node): string => {
      if (typeof node === 'string') return node;
      if (node.t === 'word') return wordFor(node, memory);
      if (node.t === 'br') return ' ';
      if (node.t === 'src') return '';
      const text = typeof node.c === 'string' ? node.c : written(node.c, memory);
      return 'href' in node && node.href ? withAddress(text, node.href) : text;
    })
    .join('');
}

function withAddress(text: string, href: string): string {
  const address = href.replace(/^(tel:|mailto:|https:\/\/(www\.)?)/, '').replace(/\/$/, '');
  const bare = (value: string) => value.replace(/[\s-]/g, '').replace(/^\+31/, '0').toLowerCase();
  return bare(text).includes(bare(address)) ? text : `${text} (${address})`;
}

/** The paragraphs of some blocks, as lines. */
export function paragraphs(blocks: readonly Block[], memory: Memory): string[] {
  return blocks.flatMap((block) => (block.t === 'p' ? [written(block.c, memory)] : []));
}
