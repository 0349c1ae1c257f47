import {html} from 'lit';
import type {Block, Inline, Target, Term} from '../../flows/model/node.js';
import type {Memory} from '../../flows/semantics/memory.js';
import type {Rest} from './rest.js';
import {wordFor} from './text.js';

/** What rendering text needs to know about where the text stands. */
export interface Prose {
  memory: Memory;
  terms: Record<string, Term> | undefined;
  sources: Inline[][] | undefined;
  /** Numbers of the sources that this text referred to, filled while rendering. */
  cited: Set<number>;
  /** Prefix of the ids of the list of sources below this text. */
  list: string;
  /** Unique on the screen; part of every id. */
  key: string;
  /** Level of the heading above this text. */
  level: number;
  /** Address of the pack, against which its images resolve. */
  base: string;
  /** Languages of this text and of the words of the interface, for `lang` where they differ. */
  lang: string;
  locale: string;
  /** Inside the urgent call-out: numbers are emergency numbers. */
  urgent?: boolean;
  /** What draws all but plain text; asking for it when it is not there yet makes the host fetch it. */
  rest(): Rest | undefined;
  isOpen(key: string): boolean;
  toggle(key: string): void;
  follow(to: Target): void;
  flowOf(to: Target): string;
  /** `after` is what stands right above it. */
  show(block: Extract<Block, {t: 'show'}>, after: Block | undefined): unknown;
}

export function renderInlines(nodes: readonly Inline[], prose: Prose): unknown[] {
  return nodes.map((node) => {
    if (typeof node === 'string') return node;
    switch (node.t) {
      case 'b':
        return html`<strong>${renderInlines(node.c, prose)}</strong>`;
      case 'i':
        return html`<em>${renderInlines(node.c, prose)}</em>`;
      case 'word':
        return wordFor(node, prose.memory);
      default:
        return prose.rest()?.renderRichInline(node, prose);
    }
  });
}

/** Blocks that were already filtered by `visibleBlocks`. */
export function renderBlocks(blocks: readonly Block[], prose: Prose): unknown[] {
  return blocks.map((block, index) =>
    block.t === 'p'
      ? paragraph(block.c, prose)
      : prose.rest()?.renderRichBlock(block, {...prose, key: `${prose.key}-${index}`}, prose.key, blocks[index - 1]),
  );
}

function paragraph(nodes: readonly Inline[], prose: Prose): unknown[] {
  const text = html`<p>${renderInlines(nodes, prose)}</p>`;
  return mentionsTerm(nodes) ? [text, prose.rest()?.renderTerms(nodes, prose)] : [text];
}

function mentionsTerm(nodes: readonly Inline[]): boolean {
  return nodes.some((node) => typeof node !== 'string' && (node.t === 'term' || ('c' in node && typeof node.c !== 'string' && mentionsTerm(node.c))));
}
