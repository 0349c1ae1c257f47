import {didYouMean} from '../conditions/suggest.js';
import {Chain, type ConditionContext} from './condition-source.js';
import type {BlockSource} from './flow-ast.js';
import {shorten} from './front-fields.js';
import {classify, onlyWhen, takeInstructions, type Line} from './parse-line.js';
import {isBlank, plainText, splitLines, trimInlines, type SourceBlock, type SourceInline} from './markdown-ast.js';
import {checkRunningText} from './rules/instructie-onbekend.js';

const CALLOUTS: Record<string, 'let-op' | 'nood'> = {'LET OP': 'let-op', NOOD: 'nood'};

/** Reads blocks that hold text only: inside call-outs, lists, explanations, and the bodies of support kinds. */
export function parseTextBlocks(blocks: readonly SourceBlock[], where: string, context: ConditionContext): BlockSource[] {
  const chain = new Chain(context);
  return blocks.flatMap((block): BlockSource[] => {
    const parsed = parseTextBlock(block, where, chain, context);
    return parsed ? [parsed] : [];
  });
}

function parseTextBlock(block: SourceBlock, where: string, chain: Chain, context: ConditionContext): BlockSource | undefined {
  const {file, diagnostics} = context;
  switch (block.t) {
    case 'p': {
      const kinds = new Set(splitLines(block.c).map(classify));
      if (kinds.has('button') && !kinds.has('text')) {
        diagnostics.error('stap/vorm', {file, at: block.at}, `Hier, ${where}, past geen knop.`, 'Zet de koppeling in een zin, of maak er een knop van de stap van.');
        return undefined;
      }
      if (!kinds.has('text') && !kinds.has('image')) {
        const [first] = takeInstructions(block.c, context).instructions;
        if (first) diagnostics.error('stap/vorm', {file, at: first.at}, `Hier, ${where}, past geen instructie op een eigen regel.`, 'Zet een voorwaarde achter de alinea, en andere instructies in de stap zelf.');
        return undefined;
      }
      return parseParagraph(block.c, block.at, chain, context);
    }
    case 'list':
      return parseList(block, chain, context);
    case 'quote':
      return parseCallout(block, chain, context);
    case 'heading':
      diagnostics.error('stap/vorm', {file, at: block.at}, `Hier, ${where}, past geen kop.`, 'Gebruik **vet**, of zet de kop links aan de kantlijn.');
      return undefined;
  }
}

/** A paragraph of text or a picture, with its condition. */
export function parseParagraph(c: readonly SourceInline[], at: number, chain: Chain, context: ConditionContext): BlockSource | undefined {
  const line = takeInstructions(c, context);
  return parseLine(line, at, chain, context);
}

/** As {@link parseParagraph}, for text whose instructions were taken off already. */
export function parseLine(line: Line, at: number, chain: Chain, context: ConditionContext): BlockSource | undefined {
  const when = chain.next(onlyWhen(line.instructions, 'een alinea', context));
  const [first, ...rest] = line.text;
  if (!first) return undefined;
  if (first.t === 'image' && rest.length === 0) return {t: 'img', src: first.src, alt: first.alt, when, at};
  const image = findImage(line.text);
  if (image) context.diagnostics.error('stap/vorm', {file: context.file, at: image.at}, 'Hier staat een afbeelding midden in de tekst.', 'Zet de afbeelding op een eigen regel, met lege regels eromheen.');
  checkRunningText(line.text, context.file, context.diagnostics);
  return {t: 'p', c: line.text, when, at};
}

/** A list of text. */
export function parseList(block: SourceBlock & {t: 'list'}, chain: Chain, context: ConditionContext): BlockSource | undefined {
  chain.next(undefined);
  const items = block.items.flatMap((item) => {
    if (item.task) {
      context.diagnostics.error('stap/vorm', {file: context.file, at: item.at}, 'Hier past geen lijst om aan te vinken.', 'Zet de antwoorden in de stap zelf, en haal hier de hokjes weg.');
    }
    const parsed = parseTextBlocks(item.c, 'in een lijst', context);
    if (item.c.length === 0) context.diagnostics.error('stap/leeg', {file: context.file, at: item.at}, 'Achter dit streepje staat niets.', 'Schrijf er tekst achter, of haal het streepje weg.');
    return parsed.length ? [parsed] : [];
  });
  return items.length ? {t: 'list', ordered: block.ordered, items, at: block.at} : undefined;
}

/** `> [!LET OP]` and `> [!NOOD]`; a condition behind the marker goes for the whole. */
export function parseCallout(block: SourceBlock & {t: 'quote'}, chain: Chain, context: ConditionContext): BlockSource | undefined {
  const {file, diagnostics} = context;
  const place = {file, at: block.at};
  const [first, ...others] = block.c;
  const lines = first?.t === 'p' ? splitLines(first.c) : [];
  const marker = takeInstructions(lines[0] ?? [], context);
  const text = plainText(marker.text);
  const match = /^\[!([^\]]*)\](.*)$/.exec(text);
  const kind = match && Object.hasOwn(CALLOUTS, match[1]!) ? CALLOUTS[match[1]!] : undefined;
  if (!match) {
    chain.next(undefined);
    diagnostics.error('stap/vorm', place, 'Hier staat een citaat zonder soort.', 'Begin een kader met een regel > [!LET OP] of > [!NOOD], of haal de > weg.');
    return undefined;
  }
  if (!kind) {
    diagnostics.error('instructie/onbekend', place, `Het kader «[!${shorten(match[1]!)}]» bestaat niet.`, didYouMean(match[1]!, Object.keys(CALLOUTS), 'Kies [!LET OP] of [!NOOD].', (found) => `[!${found}]`));
  } else if (match[2]!.trim() !== '') {
    diagnostics.error('stap/vorm', place, `Achter «[!${match[1]}]» staat nog tekst.`, 'Begin de tekst van het kader op de volgende regel, weer met > ervoor.');
  }
  const when = chain.next(onlyWhen(marker.instructions, 'een kader', context));
  const rest = joinLines(lines.slice(1));
  const inner: SourceBlock[] = rest.some((inline) => !isBlank(inline)) ? [{t: 'p', c: rest, at: trimInlines(rest)[0]?.at ?? block.at}, ...others] : others;
  const c = parseTextBlocks(inner, 'in een kader', context);
  if (c.length === 0) {
    if (!match[2]!.trim()) diagnostics.error('stap/leeg', place, 'In dit kader staat niets.', 'Zet er tekst in, elke regel met > ervoor.');
    return undefined;
  }
  return {t: 'callout', kind: kind ?? 'let-op', c, when, at: block.at};
}

/** Lines as one run of text again, with a soft break between them. */
export function joinLines(lines: readonly SourceInline[][]): SourceInline[] {
  return lines.flatMap((line, i): SourceInline[] => {
    const at = line[0]?.at ?? 0;
    return i === 0 ? line : [{t: 'text', text: '\n', raw: {text: '\n', map: [at, at]}, at}, ...line];
  });
}

function findImage(inlines: readonly SourceInline[]): SourceInline | undefined {
  for (const inline of inlines) {
    if (inline.t === 'image') return inline;
    const inner = 'c' in inline ? findImage(inline.c) : undefined;
    if (inner) return inner;
  }
  return undefined;
}
