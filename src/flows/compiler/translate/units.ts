import type {AnswerSource, BlockSource, StepItem} from '../flow-ast.js';
import {isInternal} from '../parse-line.js';
import type {SourceInline} from '../markdown-ast.js';

/**
 * A piece of a step that a translator puts into other words. Conditions, effects and addresses are no part of it: a
 * translation is plain text, and its pieces are those of the source in the same order.
 */
export type Unit =
  | {t: 'p'; block: BlockSource & {t: 'p'}}
  | {t: 'img'; block: BlockSource & {t: 'img'}}
  | {t: 'list'; block: BlockSource & {t: 'list'}}
  | {t: 'callout'; block: BlockSource & {t: 'callout'}}
  /** The heading of a `###` block; its text comes as pieces of their own. */
  | {t: 'title'; block: BlockSource & {t: 'section'}}
  /** The list below `toon briefje` or `toon taken`. */
  | {t: 'entries'; block: BlockSource & {t: 'show'}; entries: (BlockSource & {t: 'section'})[]}
  | {t: 'answers'; answers: AnswerSource[]}
  | {t: 'button'; item: StepItem & {t: 'button'}}
  | {t: 'submit'; item: StepItem & {t: 'submit'}};

/** How editors call each kind of piece. */
export const UNIT_NAMES: Record<Unit['t'], string> = {
  p: 'een alinea',
  img: 'een afbeelding',
  list: 'een lijst',
  callout: 'een kader',
  title: 'een kop met ###',
  entries: 'een lijst met zinnen om te sturen',
  answers: 'de antwoorden',
  button: 'een knop',
  submit: 'de tekst van de knop',
};

export function unitsOf(items: readonly StepItem[]): Unit[] {
  return items.flatMap((item): Unit[] => {
    if (item.t === 'block') return unitsOfBlock(item.block);
    if (item.t === 'answers') return item.answers.length ? [{t: 'answers', answers: item.answers}] : [];
    if (item.t === 'button' || item.t === 'submit') return [{t: item.t, item} as Unit];
    return [];
  });
}

export function unitsOfBlocks(blocks: readonly BlockSource[]): Unit[] {
  return blocks.flatMap(unitsOfBlock);
}

function unitsOfBlock(block: BlockSource): Unit[] {
  if (block.t === 'section') return [{t: 'title', block}, ...unitsOfBlocks(block.c)];
  if (block.t === 'show') return block.c?.length ? [{t: 'entries', block, entries: block.c}] : [];
  return [{t: block.t, block} as Unit];
}

/** What a translation may not lose or add: facts and the contact, footnotes, links into dialogues. Sorted. */
export function references(inlines: readonly SourceInline[]): string[] {
  return inlines
    .flatMap((inline): string[] => {
      if (inline.t === 'placeholder') return /^(?:feit|contact)\./.test(inline.path) ? [`{{${inline.path}}}`] : [];
      if (inline.t === 'note') return [`[^${inline.id}]`];
      if (inline.t === 'b' || inline.t === 'i') return references(inline.c);
      if (inline.t === 'link') return [...(isInternal(inline.href) ? [`(${inline.href})`] : placeholdersIn(inline.href)), ...references(inline.c)];
      return [];
    })
    .sort();
}

/** An address made of a fact or of the contact. */
function placeholdersIn(href: string): string[] {
  return Array.from(href.matchAll(/(?:\{|%7B){2}\s*((?:feit|contact)\.[^{}%\s]+)\s*(?:\}|%7D){2}/gi), (match) => `{{${match[1]!}}}`);
}
