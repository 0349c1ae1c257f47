import type {LexContext} from './lex-inline.js';
import {lineSpans, offsetAt, type MappedText} from './mapped-text.js';

/** The list that a line stands in or directly behind. `kind` tells answers to choose or to tick from lists of text. */
interface OpenList {
  indent: number;
  kind: 'link' | 'task' | 'text';
}

/** A line as it stands, and what is around it. */
interface Line {
  text: string;
  indent: number;
  /** Stands directly below other text, without an empty line. */
  close: boolean;
  list: OpenList | undefined;
  below: 'note' | 'empty' | 'text';
}

/** What is wrong, and what to read instead of the first `length` characters of the line. */
interface Slip {
  rule?: 'stap/vorm';
  /** Column of the culprit. */
  at: number;
  message: string;
  hint: string;
  /** Slips of one cause are told once. */
  cause?: string;
  length: number;
  instead: string;
}

const ANSWER = /^\[[^\]\n]*\]\((?:#|[^)\s]*\.md)[^)\n]*\)/;
const BOX = 'Schrijf - [ ] met een spatie tussen de haken en een spatie erachter.';

/**
 * Reports lines that just miss being a heading, an answer or a footnote, and reads them as what they were meant to be:
 * otherwise Markdown joins them to the line above, and one missing sign brings a row of messages.
 */
export function mendLines(body: MappedText, context: LexContext): MappedText {
  const text: string[] = [];
  const map: number[] = [];
  let list: OpenList | undefined;
  let below: Line['below'] = 'empty';
  let fenced = false;
  let changed = false;
  for (const {start, end} of lineSpans(body.text)) {
    const line = body.text.slice(start, end);
    const indent = line.length - line.trimStart().length;
    if (/^ {0,3}(?:```|~~~)/.test(line)) fenced = !fenced;
    const slip = fenced || line.trim() === '' ? undefined : findSlip({text: line, indent, close: below === 'text', list, below});
    let read = line;
    if (slip) {
      const place = {file: context.file, at: offsetAt(body, start + slip.at)};
      context.diagnostics.error(slip.rule ?? 'instructie/onbekend', place, slip.message, slip.hint, slip.cause === undefined ? {} : {cause: slip.cause});
      read = slip.instead + line.slice(slip.length);
      changed = true;
      for (let i = 0; i < slip.instead.length; i++) map.push(offsetAt(body, start + Math.min(i, slip.length)));
    }
    for (let i = slip?.length ?? 0; i <= line.length; i++) map.push(offsetAt(body, start + i));
    text.push(read);
    list = fenced ? undefined : listAfter(read, list, below);
    below = read.trim() === '' ? 'empty' : /^ {0,3}\[\^[^\]\s]+\]:/.test(read) ? 'note' : 'text';
  }
  return changed ? {text: text.join('\n'), map} : body;
}

function findSlip(line: Line): Slip | undefined {
  return headingSlip(line) ?? noteSlip(line) ?? boxSlip(line) ?? markSlip(line) ?? answerSlip(line) ?? echoSlip(line);
}

/** `##Kop` */
function headingSlip({text, indent}: Line): Slip | undefined {
  const hashes = /^ {0,3}(#{2,6})(?=[^\s#])/.exec(text);
  if (!hashes) return undefined;
  const shown = text.trim();
  return {at: indent, message: `«${shown.length > 60 ? `${shown.slice(0, 59)}…` : shown}» is geen kop.`, hint: 'Zet een spatie achter de hekjes.', length: hashes[0].length, instead: `${hashes[0]} `};
}

/** `[^bron] SCP, …` at the bottom, without its colon. */
function noteSlip({text, below}: Line): Slip | undefined {
  const note = /^\[\^[^\]\s]+\](?=\s+\S)/.exec(text);
  if (!note || below === 'text') return undefined;
  return {at: 0, message: `Achter «${note[0]}» ontbreekt een dubbele punt.`, hint: `Schrijf ${note[0]}: met daarachter de bron.`, length: note[0].length, instead: `${note[0]}:`};
}

/** `-[ ]`, `- []`, `- [ ]Tekst`, `[ ] Tekst` between other boxes. */
function boxSlip({text, indent, list}: Line): Slip | undefined {
  const box = /^(\s*)([-*+]?)(\s*)(\[[ \u00a0]{0,2}\])(\s*)(?=[^\s([:])/.exec(text);
  if (!box || (box[2] === '' && list?.kind !== 'task')) return undefined;
  const [lead = '', , mark = '', gap = '', brackets = '', after = ''] = box;
  if (mark && gap === ' ' && brackets === '[ ]' && after === ' ') return undefined;
  if (mark && /^ {2,}$/.test(gap) && brackets === '[ ]' && after) return undefined;
  const shown = mark && !gap ? `${mark}${brackets}` : brackets;
  return {at: mark && gap ? indent + mark.length + gap.length : indent, message: `«${shown}» is geen hokje om aan te vinken.`, hint: BOX, length: lead.length, instead: `${box[1]}- [ ] `};
}

/** `-[tekst](#stap)`, `– [tekst](#stap)`, `• tekst`, `1. [tekst](#stap)`, and a dash with a hard space behind it. */
function markSlip({text, indent, list}: Line): Slip | undefined {
  const lead = ' '.repeat(indent);
  const rest = text.slice(indent);
  const tight = /^[-*+](?=\[[^\]\n]*\]\()/.exec(rest);
  if (tight) return {at: indent, message: `«${tight[0]}[» begint geen lijst.`, hint: 'Zet een spatie achter het streepje: - [tekst](#stap).', length: indent + 1, instead: `${lead}- `};
  const sign = /^([•·‣▪●◦]|[–—])\s*(?=\S)/.exec(rest);
  if (sign && (list || /[•·‣▪●◦]/.test(sign[1]!) || rest.startsWith('[', sign[0].length))) {
    return {at: indent, message: `«${sign[1]}» begint geen lijst.`, hint: 'Zet een gewoon streepje en een spatie voor elk punt, zoals - [tekst](#stap).', cause: `list sign ${sign[1]}`, length: indent + sign[0].length, instead: `${lead}- `};
  }
  const hard = /^[-*+][ \u00a0\u2007\u202f]*[\u00a0\u2007\u202f]\s*(?=\S)/.exec(rest);
  if (hard) return {at: indent + 1, message: 'Achter het streepje staat een vaste spatie, zoals uit een tekstverwerker.', hint: 'Haal die weg en typ een gewone spatie.', cause: 'hard space', length: indent + hard[0].length, instead: `${lead}- `};
  const number = /^\d{1,3}[.)]\s+(?=\[)/.exec(rest);
  if (number && (ANSWER.test(rest.slice(number[0].length)) || rest.startsWith('[ ] ', number[0].length))) {
    return {rule: 'stap/vorm', at: indent, message: 'Deze antwoorden hebben nummers.', hint: 'Zet een streepje voor elk antwoord.', cause: 'numbers', length: indent + number[0].length, instead: `${lead}- `};
  }
  return undefined;
}

/** An answer without its dash, or further to the right than the one above it. */
function answerSlip({text, indent, close, list}: Line): Slip | undefined {
  if (!list || list.kind === 'text') return undefined;
  const bare = ANSWER.exec(text.slice(indent));
  if (bare && close && indent <= list.indent) {
    if (list.kind === 'task') return {rule: 'stap/vorm', at: indent, message: `De knop «${bare[0]}» staat vast aan het antwoord erboven.`, hint: 'Zet er een lege regel boven.', length: indent, instead: '\n'};
    return {rule: 'stap/vorm', at: indent, message: `Voor het antwoord «${bare[0]}» ontbreekt een streepje.`, hint: `Schrijf - ${bare[0]}.`, length: indent, instead: `${' '.repeat(list.indent)}- `};
  }
  const item = /^\s*[-*+] +/.exec(text);
  const content = text.slice(item?.[0].length ?? 0);
  if (!item || indent <= list.indent || !(ANSWER.test(content) || /^\[ \] /.test(content))) return undefined;
  return {rule: 'stap/vorm', at: indent, message: 'Dit antwoord springt verder in dan het antwoord erboven.', hint: 'Zet de streepjes van alle antwoorden recht onder elkaar.', cause: 'indented answer', length: indent, instead: ' '.repeat(list.indent)};
}

/** `> wat de uitslag terugzegt`, not indented below its answer. */
function echoSlip({text, indent, close, list}: Line): Slip | undefined {
  if (!list || list.kind === 'text' || !close || indent > list.indent || !/^\s*>(?!\s*\[!)/.test(text)) return undefined;
  return {rule: 'stap/vorm', at: indent, message: 'Deze regel met > hoort bij het antwoord erboven, maar springt niet in.', hint: 'Zet twee spaties voor de >.', cause: 'echo', length: indent, instead: ' '.repeat(list.indent + 2)};
}

function listAfter(line: string, list: OpenList | undefined, below: Line['below']): OpenList | undefined {
  if (line.trim() === '') return list;
  const item = /^(\s*)(?:[-*+]|\d{1,3}[.)])\s+(.*)$/.exec(line);
  if (item) {
    const indent = item[1]!.length;
    if (list && (indent > list.indent || below !== 'empty')) return list;
    return {indent, kind: /^\[ \] /.test(item[2]!) ? 'task' : ANSWER.test(item[2]!) ? 'link' : 'text'};
  }
  if (/^ {0,3}#/.test(line) || line.startsWith('\n')) return undefined;
  return list && (/^\s/.test(line) || below !== 'empty') ? list : undefined;
}
