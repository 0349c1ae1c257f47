import {Chain, isWhen, type ConditionContext} from './condition-source.js';
import type {BlockSource, StepItem} from './flow-ast.js';
import {shorten} from './front-fields.js';
import type {Instruction} from './instruction.js';
import {listKind, parseAnswers} from './parse-answers.js';
import {parseEntries, takesEntries} from './parse-entries.js';
import {joinLines, parseCallout, parseLine, parseList, parseParagraph} from './parse-blocks.js';
import {classify, linkSource, nameOf, onlyWhen, takeInstructions, type LineKind} from './parse-line.js';
import {plainText, splitLines, trimInlines, type SourceBlock, type SourceInline} from './markdown-ast.js';
import {checkRunningText} from './rules/instructie-onbekend.js';

/** Reads what stands under a `##` heading. */
export function parseStepItems(blocks: readonly SourceBlock[], context: ConditionContext): StepItem[] {
  return new StepParser(context).parse(blocks);
}

class StepParser {
  private readonly items: StepItem[] = [];
  /** The open `###` block, which takes text until something of the whole step comes. */
  private section: (BlockSource & {t: 'section'}) | undefined;
  private readonly blocks: Chain;
  private inner: Chain;
  private readonly buttons: Chain;

  constructor(private readonly context: ConditionContext) {
    this.blocks = new Chain(context);
    this.inner = new Chain(context);
    this.buttons = new Chain(context);
  }

  parse(blocks: readonly SourceBlock[]): StepItem[] {
    for (const block of blocks) {
      if (block.t === 'p') this.paragraph(block);
      else if (block.t === 'heading') this.heading(block);
      else if (block.t === 'quote') this.add(parseCallout(block, this.chain, this.context));
      else this.list(block);
    }
    this.closeSection();
    return this.items;
  }

  private get chain(): Chain {
    return this.section ? this.inner : this.blocks;
  }

  private add(block: BlockSource | undefined): void {
    if (!block) return;
    this.buttons.next(undefined);
    if (this.section) this.section.c.push(block);
    else this.items.push({t: 'block', block, at: block.at});
  }

  /** Something of the whole step: ends the section and, for controls, every chain. */
  private put(item: StepItem): void {
    this.closeSection();
    if (item.t !== 'block') this.blocks.next(undefined);
    if (item.t !== 'button') this.buttons.next(undefined);
    this.items.push(item);
  }

  private closeSection(): void {
    const {section} = this;
    this.section = undefined;
    if (section && section.c.length === 0) {
      this.fail('stap/leeg', section.at, `Onder de kop «${shorten(plainText(section.title))}» staat geen tekst.`, 'Schrijf er een alinea onder, of haal de kop weg.');
    }
  }

  private heading(block: SourceBlock & {t: 'heading'}): void {
    this.closeSection();
    this.buttons.next(undefined);
    if (block.depth > 3) this.fail('stap/vorm', block.at, 'Deze kop heeft meer dan drie hekjes.', 'Gebruik ## voor een stap en ### voor een stuk tekst.');
    const line = takeInstructions(block.c, this.context);
    const when = this.blocks.next(onlyWhen(line.instructions, 'een kop', this.context));
    if (plainText(line.text) === '') this.fail('stap/leeg', block.at, 'Deze kop heeft geen tekst.', 'Zet achter ### (en achter de voorwaarde) een kop.');
    checkRunningText(line.text, this.context.file, this.context.diagnostics);
    this.inner = new Chain(this.context);
    const section: BlockSource & {t: 'section'} = {t: 'section', title: line.text, c: [], when, at: block.at};
    this.section = section;
    this.items.push({t: 'block', block: section, at: block.at});
  }

  private list(block: SourceBlock & {t: 'list'}): void {
    const kind = listKind(block);
    const above = this.items.at(-1);
    if (!kind && !this.section && above?.t === 'block' && takesEntries(above.block)) {
      this.buttons.next(undefined);
      above.block.c = parseEntries(block, above.block.what, this.context);
      return;
    }
    if (!kind) {
      this.add(parseList(block, this.chain, this.context));
      return;
    }
    this.put(parseAnswers(block, kind, this.context));
  }

  private paragraph(block: SourceBlock & {t: 'p'}): void {
    const groups = groupLines(splitLines(block.c));
    const kinds = new Set(groups.map(({kind}) => kind));
    if (kinds.size === 1 && kinds.has('text')) {
      this.add(parseParagraph(block.c, block.at, this.chain, this.context));
      return;
    }
    if (kinds.has('text')) {
      const odd = groups.find(({kind}) => kind !== groups[0]!.kind)!;
      const at = trimInlines(odd.line)[0]?.at ?? block.at;
      this.fail('stap/vorm', at, 'Tekst en een knop, instructie of afbeelding staan hier aan elkaar vast.', 'Zet er een lege regel tussen.');
    }
    for (const {kind, line} of groups) {
      if (kind === 'button') this.button(line);
      else if (kind === 'instructions') this.instructions(line);
      else this.add(parseParagraph(line, trimInlines(line)[0]?.at ?? block.at, this.chain, this.context));
    }
  }

  private button(line: SourceInline[]): void {
    const {text, instructions, at} = takeInstructions(line, this.context);
    const link = text[0];
    if (link?.t !== 'link') return;
    this.closeSection();
    const wrong = link.c.find((inline) => inline.t === 'note' || inline.t === 'image');
    if (wrong) this.fail('stap/vorm', wrong.at, 'In een knop past geen voetnoot of afbeelding.', 'Zet die in een alinea.');
    if (plainText(link.c) === '') this.fail('stap/leeg', at, 'Deze knop heeft geen tekst.', 'Schrijf tussen de vierkante haken wat er daarna komt.');
    checkRunningText(link.c, this.context.file, this.context.diagnostics);
    const when = this.buttons.next(onlyWhen(instructions, 'een knop', this.context));
    this.put({t: 'button', label: link.c, link: linkSource(link), when, at});
  }

  /** A line of code spans only: each does something to the step, a condition goes with the one before it. */
  private instructions(line: SourceInline[]): void {
    const {instructions} = takeInstructions(line, this.context);
    const groups: {main: Instruction; whens: Instruction[]}[] = [];
    const loose: Instruction[] = [];
    for (const instruction of instructions) {
      if (!isWhen(instruction)) groups.push({main: instruction, whens: []});
      else if (groups.length) groups.at(-1)!.whens.push(instruction);
      else loose.push(instruction);
    }
    const [first] = loose;
    if (first && groups[0]?.main.t === 'show') {
      groups[0].whens.unshift(...loose);
    } else if (first) {
      this.fail('stap/vorm', first.at, `De voorwaarde «${nameOf(first)} …» staat alleen op een regel en hoort nergens bij.`, 'Zet haar achter een alinea, knop of antwoord, of in een kop: ### `als …` Kop.');
      if (first.t === 'if') parseLine({text: [], instructions: loose, at: first.at}, first.at, new Chain(this.context), this.context);
    }
    for (const {main, whens} of groups) this.instruction(main, whens);
  }

  private instruction(main: Instruction, whens: Instruction[]): void {
    const {at} = main;
    if (main.t === 'show') {
      this.closeSection();
      const when = this.blocks.next(onlyWhen(whens, '«toon»', this.context));
      const max = main.max === undefined ? {} : {max: main.max};
      this.put({t: 'block', block: {t: 'show', what: main.what, ...max, when, at}, at});
      return;
    }
    if (whens.length) this.fail('stap/vorm', whens[0]!.at, `Bij «${nameOf(main)}» past geen voorwaarde.`, 'Haal de voorwaarde weg.');
    switch (main.t) {
      case 'pick':
      case 'submit':
        return this.put(main);
      case 'ask':
        return this.put(main);
      case 'like':
        return this.put({t: 'like', link: {href: main.target, at, text: main.target}, at});
      case 'append':
      case 'remove':
        return this.put({t: 'layer', what: main.t, at});
      default:
        this.fail('stap/vorm', at, `De instructie «${nameOf(main)}» staat alleen op een regel.`, 'Zet haar op de eerste regel van een antwoord.');
    }
  }

  private fail(rule: string, at: number, message: string, hint: string): void {
    this.context.diagnostics.error(rule, {file: this.context.file, at}, message, hint);
  }
}

/** Lines of one kind together where they are text; a line with only a condition goes with the text above it. */
function groupLines(lines: SourceInline[][]): {kind: LineKind; line: SourceInline[]}[] {
  const groups: {kind: LineKind; line: SourceInline[]}[] = [];
  for (const line of lines) {
    const kind = classify(line);
    if (line.length === 0) continue;
    const last = groups.at(-1);
    const condition = kind === 'instructions' && line.every((inline) => inline.t !== 'code' || /^(?:als|anders)\b/.test(inline.raw.text));
    if (last?.kind === 'text' && (kind === 'text' || condition)) last.line = joinLines([last.line, line]);
    else groups.push({kind, line});
  }
  return groups;
}
