import type {Condition} from '../model/condition.js';
import type {Block, Term} from '../model/node.js';
import type {BlockSource} from './flow-ast.js';
import {checkAlt, resolveImage} from './rules/beeld.js';
import type {TextResolver, TextScope} from './text-resolver.js';

/** Blocks with everything looked up. `seen` as in {@link TextResolver.inlines}. */
export function emitBlocks(blocks: readonly BlockSource[], scope: TextScope, resolver: TextResolver, seen?: Set<string>): Block[] {
  return blocks.flatMap((block): Block[] => {
    const when = resolver.context.conditions.lowerWhen(block.when);
    // What is explained in a block that may be hidden must be explained again outside it.
    const emitted = emitBlock(block, scope, resolver, when && seen ? new Set(seen) : seen);
    if (!emitted) return [];
    const placed = when ? withCondition(emitted, when) : emitted;
    resolver.context.origins.set(placed, {file: scope.file, at: block.at, when: block.when});
    return [placed];
  });
}

function emitBlock(block: BlockSource, scope: TextScope, resolver: TextResolver, seen: Set<string> | undefined): Block | undefined {
  switch (block.t) {
    case 'p': {
      const c = resolver.inlines(block.c, scope, 'running', seen);
      return c.length ? {t: 'p', c} : undefined;
    }
    case 'list': {
      const items = block.items.map((item) => emitBlocks(item, scope, resolver, seen)).filter((item) => item.length);
      return items.length ? {t: 'list', ...(block.ordered ? {ordered: true} : {}), items} : undefined;
    }
    case 'img': {
      const place = {file: scope.file, at: block.at};
      const {diagnostics, images} = resolver.context;
      const alt = resolver.voiceOf(scope).placeholders.plainInlines(block.alt, scope.file);
      checkAlt(alt, place, diagnostics);
      const src = resolveImage(block.src, scope.file.path, images, place, diagnostics);
      return src ? {t: 'img', src, alt} : undefined;
    }
    case 'callout': {
      const c = emitBlocks(block.c, scope, resolver, seen);
      return c.length ? {t: 'callout', kind: block.kind, c} : undefined;
    }
    case 'section': {
      const title = resolver.inlines(block.title, scope, 'heading');
      return {t: 'section', title, c: emitBlocks(block.c, scope, resolver, seen)};
    }
    case 'show':
      return {
        t: 'show',
        what: block.what,
        ...(block.max === undefined ? {} : {max: block.max}),
        ...(block.c ? {c: emitBlocks(block.c, scope, resolver)} : {}),
      };
  }
}

function withCondition(block: Block, when: Condition): Block {
  return {...block, when};
}

/** The explanations of glossary words that `resolver` marked. */
export function emitTerms(resolver: TextResolver): Record<string, Term> | undefined {
  return resolver.terms((id, {glossary}, translated) => {
    const word = glossary?.words.get(id);
    return word && {title: word.word, c: emitBlocks(word.c, {file: word.file, notes: word.notes, translated}, resolver)};
  });
}
