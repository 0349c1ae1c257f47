import {classify} from './parse-line.js';
import {isBlank, type SourceBlock} from './markdown-ast.js';
import type {SourceFile} from './source-file.js';

/** Whether all that a file says is `` `verwijder` ``: the file below it goes. */
export function isRemovalFile(file: SourceFile): boolean {
  const body = file.text.replace(/^---[ ]*\n\s*---[ ]*(?:\n|$)/, '').replace(/<!--[^]*?-->/g, '');
  return /^\s*`\s*verwijder\s*`\s*$/.test(body);
}

/** Where `` `verwijder` `` stands in such a file. */
export function removalAt(file: SourceFile): number {
  return Math.max(0, file.text.lastIndexOf('`', file.text.lastIndexOf('verwijder')));
}

/** Whether all that stands below a heading is `` `verwijder` ``. */
export function isRemoval(blocks: readonly SourceBlock[]): boolean {
  const [block, ...others] = blocks;
  if (block?.t !== 'p' || others.length || classify(block.c) !== 'instructions') return false;
  const [code, more] = block.c.filter((inline) => !isBlank(inline));
  return code?.t === 'code' && code.raw.text.trim() === 'verwijder' && more === undefined;
}
