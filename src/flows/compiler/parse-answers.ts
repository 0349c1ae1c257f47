import {slug} from '../conditions/names.js';
import {Chain, isWhen, type ConditionContext} from './condition-source.js';
import type {AnswerSource, BlockSource, StepItem} from './flow-ast.js';
import {shorten} from './front-fields.js';
import {bracesFirst, checkId, readOwnId} from './own-id.js';
import {joinLines, parseTextBlocks} from './parse-blocks.js';
import {isInternal, linkSource, nameOf, takeInstructions} from './parse-line.js';
import {isBlank, plainText, splitLines, startOf, trimInlines, type SourceBlock, type SourceInline, type SourceItem} from './markdown-ast.js';
import {checkRunningText, isInstruction} from './rules/instructie-onbekend.js';

type ItemKind = 'link' | 'task' | 'text';

/** Whether a list holds answers, and of which kind; lists of text give nothing. */
export function listKind(list: SourceBlock & {t: 'list'}): 'one' | 'many' | undefined {
  const kinds = list.items.map(itemKind);
  if (kinds.includes('task') && kinds.find((kind) => kind !== 'text') === 'task') return 'many';
  return kinds.includes('link') ? 'one' : undefined;
}

function itemKind(item: SourceItem): ItemKind {
  if (item.task) return 'task';
  const [first] = item.c;
  if (first?.t !== 'p') return 'text';
  const begin = first.c.find((inline) => !isBlank(inline));
  return begin?.t === 'link' && isInternal(begin.href) ? 'link' : 'text';
}

/** Reads a list of answers: one to choose (links) or several to tick (tasks). */
export function parseAnswers(list: SourceBlock & {t: 'list'}, kind: 'one' | 'many', context: ConditionContext): StepItem {
  const {file, diagnostics} = context;
  if (list.ordered) diagnostics.error('stap/vorm', {file, at: list.at}, 'Deze antwoorden hebben nummers.', 'Zet een streepje voor elk antwoord.');
  const chain = new Chain(context);
  const answers: AnswerSource[] = [];
  const start = list.items.findIndex((item) => itemKind(item) !== 'text');
  list.items.forEach((item, n) => {
    const found = itemKind(item);
    if (found === (kind === 'one' ? 'link' : 'task')) {
      const answer = parseAnswer(item, kind, chain, context);
      if (answer) answers.push(answer);
    } else {
      const label = item.c[0]?.t === 'p' ? shorten(plainText(splitLines(item.c[0].c)[0] ?? [])) : '';
      chain.next(undefined);
      // An answer that just misses its shape gets the one message that says how.
      if (item.c[0]?.t === 'p' && checkRunningText(item.c[0].c, file, diagnostics)) return;
      const hint = kind === 'many' ? 'Schrijf elk antwoord als - [ ] tekst.' : linkHint(item);
      // Markdown makes one list of two that only an empty line parts.
      if (kind === 'many' && n < start) {
        diagnostics.error('stap/vorm', {file, at: item.at}, 'Deze lijst staat vast aan de antwoorden eronder.', 'Zet een zin tussen de lijst en de antwoorden.', {cause: `list ${list.at}`});
        return;
      }
      diagnostics.error('stap/vorm', {file, at: item.at}, `${label ? `«${label}»` : 'Dit punt'} is een ander soort antwoord dan de rest van deze lijst.`, hint);
    }
  });
  return {t: 'answers', many: kind === 'many', answers, at: list.at};
}

/** A link that just misses its address is shown as it should be. */
function linkHint(item: SourceItem): string {
  const begin = item.c[0]?.t === 'p' ? item.c[0].c.find((inline) => !isBlank(inline)) : undefined;
  if (begin?.t !== 'link' || begin.href.includes(':')) return 'Schrijf elk antwoord als - [tekst](#stap).';
  const text = shorten(plainText(begin.c));
  const name = slug(begin.href.replace(/\.[a-z]+$/, ''));
  return name ? `Schrijf voor een stap [${text}](#${name}), of voor een gesprek [${text}](${name}.md).` : `Zet tussen de ronde haken de stap waar het heen gaat: [${text}](#stap).`;
}

function parseAnswer(item: SourceItem, kind: 'one' | 'many', chain: Chain, context: ConditionContext): AnswerSource | undefined {
  const {file, diagnostics} = context;
  const [first, ...others] = item.c;
  if (first?.t !== 'p') {
    chain.next(undefined);
    diagnostics.error('stap/leeg', {file, at: item.at}, 'Dit antwoord heeft geen tekst.', 'Schrijf de tekst van het antwoord achter het streepje of het hokje.');
    return undefined;
  }
  const [labelLine = [], ...moreLines] = splitLines(first.c);
  const line = takeInstructions(bracesFirst(labelLine), context);
  const answer: AnswerSource = {id: '', label: [], explain: [], effects: [], alone: false, own: false, at: item.at};
  const whens = [];
  for (const instruction of line.instructions) {
    if (isWhen(instruction)) whens.push(instruction);
    else if (instruction.t === 'effect' && (kind === 'one' || instruction.effect[0] !== '=')) answer.effects.push({effect: instruction.effect, at: instruction.at});
    else if (instruction.t === 'alone' && kind === 'many') answer.alone = true;
    else if (instruction.t === 'ask' && instruction.kind === 'text' && instruction.name === 'tekst') answer.own = true;
    else diagnostics.error('stap/vorm', {file, at: instruction.at}, `Bij dit antwoord past de instructie «${nameOf(instruction)}» niet.`, misfitHint(instruction, kind));
  }
  if (whens.length > 1) diagnostics.error('stap/vorm', {file, at: whens[1]!.at}, 'Bij dit antwoord staat een tweede voorwaarde.', 'Voeg ze samen met «en» of «of».');
  answer.when = chain.next(whens[0]);

  const own = readLabel(line.text, kind, answer, context);
  const label = plainText(answer.label);
  if (label === '') {
    diagnostics.error('stap/leeg', {file, at: item.at}, 'Dit antwoord heeft geen tekst.', kind === 'one' ? 'Schrijf de tekst tussen de vierkante haken.' : 'Schrijf de tekst achter het hokje.');
  }
  answer.id = own ? checkId(own, context) : slug(label);
  if (label !== '' && !answer.id) {
    diagnostics.error('stap/vorm', {file, at: item.at}, `Van «${shorten(label)}» is geen naam te maken.`, 'Zet er een eigen naam achter, zoals {#naam}.');
  }
  readDetails(moreLines, others, answer, context);
  return answer;
}

function misfitHint(instruction: {t: string}, kind: 'one' | 'many'): string {
  if (instruction.t === 'effect') return 'Wie meer antwoorden kan aanvinken, onthoudt met += of telt met +.';
  if (instruction.t === 'alone') return 'Bij één keuze sluit elk antwoord de andere al uit; haal het weg.';
  if (instruction.t === 'ask') return 'Schrijf `vraag tekst` om eigen woorden te laten typen.';
  return kind === 'one' ? 'Zet het op een eigen regel onder de antwoorden.' : 'Zet het op een eigen regel boven of onder de antwoorden.';
}

function readLabel(text: readonly SourceInline[], kind: 'one' | 'many', answer: AnswerSource, context: ConditionContext): {text: string; at: number} | undefined {
  const {file, diagnostics} = context;
  const {rest, own} = readOwnId(text);
  if (kind === 'many') {
    answer.label = trimInlines(rest);
    const wrong = answer.label.find((inline) => inline.t === 'note' || inline.t === 'image');
    if (wrong) diagnostics.error('stap/vorm', {file, at: wrong.at}, 'In een antwoord past geen voetnoot of afbeelding.', 'Zet die in de uitleg onder het antwoord.');
    checkRunningText(answer.label, file, diagnostics);
    return own;
  }
  const [link, ...behind] = trimInlines(rest);
  if (link?.t !== 'link') return own;
  answer.label = link.c;
  answer.link = linkSource(link);
  checkRunningText(link.c, file, diagnostics);
  const extra = plainText(behind);
  const wrong = link.c.find((inline) => inline.t === 'note' || inline.t === 'image');
  if (wrong) diagnostics.error('stap/vorm', {file, at: wrong.at}, 'In een antwoord past geen voetnoot of afbeelding.', 'Zet die in de uitleg onder het antwoord.');
  if (behind.some((inline) => !isBlank(inline))) {
    const bare = extra.replace(/^[`‘’´′'"“”]+|[`‘’´′'"“”]+$/g, '');
    const hint = isInstruction(bare) ? `Zet er backticks om: \`${bare}\`.` : 'Zet alles wat het antwoord zegt tussen de vierkante haken, of als uitleg op de regel eronder.';
    diagnostics.error(isInstruction(bare) ? 'instructie/onbekend' : 'stap/vorm', {file, at: startOf(trimInlines(behind)[0]!)}, `Achter het antwoord «${answer.link.text}» staat nog «${shorten(extra)}».`, hint);
  }
  return own;
}

/** Explanation and echo, below the answer's first line. */
function readDetails(lines: SourceInline[][], blocks: readonly SourceBlock[], answer: AnswerSource, context: ConditionContext): void {
  const {file, diagnostics} = context;
  const below = joinLines(lines);
  const text: SourceBlock[] = below.some((inline) => !isBlank(inline)) ? [{t: 'p', c: below, at: trimInlines(below)[0]!.at}] : [];
  for (const block of blocks) {
    if (block.t !== 'quote') {
      text.push(block);
      continue;
    }
    const [quoted, ...more] = block.c;
    if (answer.echo) {
      diagnostics.error('stap/vorm', {file, at: block.at}, 'Dit antwoord heeft al een zin voor de uitslag.', 'Houd één regel met > over.');
    } else if (quoted?.t !== 'p' || more.length > 0) {
      diagnostics.error('stap/vorm', {file, at: block.at}, 'Wat de uitslag terugzegt, is hier meer dan één alinea.', 'Schrijf achter de > één korte zin.');
    } else {
      const echo = takeInstructions(quoted.c, context);
      for (const instruction of echo.instructions) {
        diagnostics.error('stap/vorm', {file, at: instruction.at}, 'Achter deze zin past geen instructie.', 'Zet instructies op de eerste regel van het antwoord.');
      }
      checkRunningText(echo.text, file, diagnostics);
      answer.echo = echo.text;
    }
  }
  answer.explain = parseExplanation(text, context);
}

function parseExplanation(text: readonly SourceBlock[], context: ConditionContext): BlockSource[] {
  const {file, diagnostics} = context;
  return parseTextBlocks(
    text.filter((block) => {
      if (block.t !== 'p') return true;
      const {instructions, text: words} = splitLines(block.c).every((line) => line.every((inline) => isBlank(inline) || inline.t === 'code'))
        ? takeInstructions(block.c, context)
        : {instructions: [], text: block.c};
      if (words.length || !instructions.length) return true;
      diagnostics.error('stap/vorm', {file, at: instructions[0]!.at}, `De instructie «${nameOf(instructions[0]!)}» staat onder het antwoord.`, 'Zet instructies op de eerste regel van het antwoord.');
      return false;
    }),
    'onder een antwoord',
    context,
  );
}
