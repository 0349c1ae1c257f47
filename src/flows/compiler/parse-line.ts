import type {ConditionContext} from './condition-source.js';
import {isWhen} from './condition-source.js';
import type {LinkSource} from './flow-ast.js';
import {shorten} from './front-fields.js';
import {parseInstruction, type Instruction} from './instruction.js';
import {isBlank, plainText, trimInlines, type SourceInline} from './markdown-ast.js';
import {checkTicks} from './rules/instructie-onbekend.js';

/** Text with the instructions that stand before or behind it. */
export interface Line {
  text: SourceInline[];
  instructions: Instruction[];
  at: number;
}

/** What a line of a paragraph is. */
export type LineKind = 'text' | 'instructions' | 'button' | 'image';

/** An address that leads to a step or a flow, as opposed to one on the web. */
export function isInternal(href: string): boolean {
  return href.startsWith('#') || /^[^:?]*\.md(?:#.*)?$/i.test(href);
}

export function classify(line: readonly SourceInline[]): LineKind {
  const rest = line.filter((inline) => !isBlank(inline));
  const [first, ...others] = rest;
  if (rest.length && rest.every((inline) => inline.t === 'code')) return 'instructions';
  if (first?.t === 'image' && others.every((inline) => inline.t === 'code')) return 'image';
  if (first?.t === 'link' && isInternal(first.href) && others.every((inline) => inline.t === 'code')) return 'button';
  return 'text';
}

/**
 * Takes instructions off either end. One in the middle of a sentence is reported: it would be unclear what it belongs to.
 * Every code span that is no instruction is reported too.
 */
export function takeInstructions(line: readonly SourceInline[], context: ConditionContext): Line {
  const inlines = [...line];
  const instructions: Instruction[] = [];
  const behind: Instruction[] = [];
  const at = line.find((inline) => !isBlank(inline))?.at ?? 0;
  const read = (code: SourceInline & {t: 'code'}, into: Instruction[]) => {
    checkTicks(code, context.file, context.diagnostics);
    const {instruction, problem} = parseInstruction(code.raw);
    if (instruction) into.push(instruction);
    else context.diagnostics.error(problem.rule, {file: context.file, at: problem.at}, problem.message, problem.hint);
  };
  for (;;) {
    const index = inlines.findIndex((inline) => !isBlank(inline));
    const first = inlines[index];
    if (first?.t !== 'code') break;
    read(first, instructions);
    inlines.splice(0, index + 1);
  }
  for (;;) {
    const index = inlines.findLastIndex((inline) => !isBlank(inline));
    const last = inlines[index];
    if (last?.t !== 'code') break;
    read(last, behind);
    inlines.splice(index);
  }
  const text = trimInlines(dropCode(inlines, context));
  return {text, instructions: [...instructions, ...behind.reverse()], at};
}

function dropCode(inlines: readonly SourceInline[], context: ConditionContext): SourceInline[] {
  return inlines.flatMap((inline): SourceInline[] => {
    if (inline.t === 'code') {
      const {problem} = parseInstruction(inline.raw);
      const place = {file: context.file, at: inline.at};
      checkTicks(inline, context.file, context.diagnostics);
      if (problem) context.diagnostics.error(problem.rule, {file: context.file, at: problem.at}, problem.message, problem.hint);
      else context.diagnostics.error('stap/vorm', place, `De instructie «${shorten(inline.raw.text)}» staat midden in de tekst.`, 'Zet haar achter de tekst waar zij bij hoort, of op een eigen regel.');
      return [];
    }
    if (inline.t === 'b' || inline.t === 'i' || inline.t === 'link') return [{...inline, c: dropCode(inline.c, context)}];
    return [inline];
  });
}

/** The one condition among `instructions`; any other instruction is reported as out of place here. */
export function onlyWhen(instructions: readonly Instruction[], what: string, context: ConditionContext): (Instruction & {t: 'if' | 'else-if' | 'else'}) | undefined {
  let when: (Instruction & {t: 'if' | 'else-if' | 'else'}) | undefined;
  for (const instruction of instructions) {
    const place = {file: context.file, at: instruction.at};
    if (!isWhen(instruction)) {
      context.diagnostics.error('stap/vorm', place, `Bij ${what} past de instructie «${nameOf(instruction)}» niet.`, `Bij ${what} past alleen \`als …\`, \`anders als …\` of \`anders\`.`);
    } else if (when) {
      context.diagnostics.error('stap/vorm', place, `Bij ${what} staat een tweede voorwaarde.`, 'Voeg ze samen met «en» of «of».');
    } else {
      when = instruction;
    }
  }
  return when;
}

/** An instruction as editors know it. */
export function nameOf(instruction: Instruction): string {
  switch (instruction.t) {
    case 'if':
      return 'als';
    case 'else-if':
      return 'anders als';
    case 'else':
      return 'anders';
    case 'effect':
      return `${instruction.effect[1]} ${instruction.effect[0]} ${instruction.effect[2]}`;
    case 'show':
      return `toon ${instruction.what}`;
    case 'pick':
      return 'kies';
    case 'submit':
      return 'knop';
    case 'ask':
      return 'vraag';
    case 'like':
      return 'zoals';
    case 'alone':
      return 'alleen';
    case 'append':
      return 'aanvulling';
    case 'remove':
      return 'verwijder';
  }
}

export function linkSource(link: SourceInline & {t: 'link'}): LinkSource {
  return {href: link.href, at: link.at, text: shorten(plainText(link.c))};
}
