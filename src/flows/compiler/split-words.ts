import type {SourceBlock, SourceItem} from './markdown-ast.js';
import {plainText} from './markdown-ast.js';

/** What is said, with its place in the file. */
export interface Said {
  text: string;
  at: number;
}

/** The text of a list item that is one paragraph. */
export function itemText({c}: SourceItem): string {
  return c.length === 1 && c[0]?.t === 'p' ? plainText(c[0].c) : '';
}

/**
 * Takes lists whose every item starts with one of `labels` (`- ook: a, b`) out of blocks: what stands behind, cut at
 * commas, by label. Other blocks are left.
 */
export function splitLabelled<Label extends string>(blocks: readonly SourceBlock[], labels: readonly Label[]): {said: Map<Label, Said[]>; rest: SourceBlock[]} {
  const said = new Map<Label, Said[]>();
  const rest = blocks.filter((block) => {
    if (block.t !== 'list') return true;
    const items = block.items.map((item) => ({item, label: labelOf(itemText(item), labels)}));
    if (!items.length || items.some(({label}) => label === undefined)) return true;
    for (const {item, label} of items) {
      const words = itemText(item).replace(/^[^:]*:/, '').split(',').map((word) => word.replace(/\s+/g, ' ').trim()).filter(Boolean);
      said.set(label!, [...(said.get(label!) ?? []), ...words.map((text) => ({text, at: item.at}))]);
    }
    return false;
  });
  return {said, rest};
}

function labelOf<Label extends string>(text: string, labels: readonly Label[]): Label | undefined {
  const [, label] = /^\s*([^:]{1,20}?)\s*:/.exec(text) ?? [];
  return labels.find((one) => one === label?.toLowerCase().replace(/\s+/g, ' '));
}
