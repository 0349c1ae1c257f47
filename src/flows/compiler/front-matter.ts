import {isAlias, isMap, isScalar, isSeq, parseDocument, type Node} from 'yaml';
import type {Diagnostics} from './diagnostics.js';
import type {MappedText} from './mapped-text.js';
import type {SourceFile} from './source-file.js';

/** A value of front matter with its place. `raw` maps each character back, for the languages inside strings. */
export type FrontValue =
  | {t: 'text'; raw: MappedText; at: number}
  | {t: 'list'; items: FrontValue[]; at: number}
  | {t: 'map'; entries: Map<string, FrontEntry>; at: number; braces: boolean}
  /** Nothing, or (`failed`) something that was reported already. */
  | {t: 'none'; at: number; failed?: true};

export interface FrontEntry {
  keyAt: number;
  value: FrontValue;
}

export interface FrontMatter {
  fields: Map<string, FrontEntry>;
  /** Offset of the body in the file's text. */
  bodyStart: number;
  /** It could not be read (reported already): do not ask for what is missing. */
  broken: boolean;
}

const MAX_DEPTH = 12;

/** Lines such as `titel: …` and what is indented below them, up to a line of dashes: front matter whose beginning went wrong. */
const OPEN_AMISS = /^\s*(?:[-–—]+[ ]*\n\s*)?(?=\p{L}[\p{L}-]*:[^\n]*\n(?:[^\n#]+\n){0,200}?(?:--+|[–—]+)[ ]*(?:\n|$))/u;

/** Splits a file into front matter and body. Without front matter there is an error and an empty map, unless it is `optional`. */
export function readFrontMatter(file: SourceFile, diagnostics: Diagnostics, optional = false): FrontMatter {
  const none: FrontMatter = {fields: new Map(), bodyStart: 0, broken: true};
  const fail = (message: string, hint: string) => diagnostics.error('pakket/veld', {file, at: 0}, message, hint);
  if (file.text.trim() === '') {
    fail(`Het bestand «${file.path}» is leeg.`, 'Zet de tekst terug, of haal het bestand weg.');
    diagnostics.lose(file.name);
    return none;
  }
  const open = /^---[ ]*\n/.exec(file.text) ?? OPEN_AMISS.exec(file.text);
  if (!open && optional) return {...none, broken: false};
  if (!open) {
    fail(`Het bestand «${file.path}» begint niet met gegevens tussen twee regels «---».`, 'Zet bovenaan een regel ---, daaronder bijvoorbeeld «titel: …», en daaronder weer ---.');
    diagnostics.lose(file.name);
    return none;
  }
  if (/^\s*\n---[ ]*\n/.test(open[0])) fail('Boven de gegevens staat een lege regel.', 'Haal die weg: het bestand begint met ---.');
  else if (!open[0].startsWith('---\n') && !/^---[ ]+\n/.test(open[0])) fail(`De gegevens bovenaan «${file.path}» beginnen niet met «---».`, 'Zet op de eerste regel precies drie streepjes: ---.');
  const start = open[0].length;
  const close = /^(?:--+|[–—]+)[ ]*$/m.exec(file.text.slice(start));
  if (close && !/^---[ ]*$/.test(close[0])) diagnostics.error('pakket/veld', {file, at: start + close.index}, `De gegevens bovenaan eindigen met «${close[0].trim()}».`, 'Schrijf precies drie streepjes: ---.');
  if (!close) {
    fail(`De gegevens bovenaan «${file.path}» worden niet afgesloten.`, 'Zet onder de gegevens een regel met alleen ---.');
  }
  // What is never closed ends where the text begins.
  const length = close ? close.index : (/^(?:[ ]*$|#)/m.exec(file.text.slice(start))?.index ?? file.text.length - start);
  const bodyStart = start + length + (close ? close[0].length : 0);
  const fields = parseYaml(file.text.slice(start, start + length), start, file, diagnostics, `De gegevens bovenaan «${file.path}»`);
  if (!fields) diagnostics.lose(file.name);
  return {fields: fields ?? new Map(), bodyStart, broken: fields === undefined};
}

/** A file that is front matter as a whole. Nothing when it cannot be read (reported). */
export function readYaml(file: SourceFile, diagnostics: Diagnostics): Map<string, FrontEntry> | undefined {
  return parseYaml(file.text, 0, file, diagnostics, `De gegevens in «${file.path}»`);
}

function parseYaml(text: string, start: number, file: SourceFile, diagnostics: Diagnostics, what: string): Map<string, FrontEntry> | undefined {
  let contents: unknown;
  try {
    const document = parseDocument(text, {prettyErrors: false, uniqueKeys: true, strict: true});
    const [first] = document.errors;
    if (first) {
      const {at, hint} = yamlProblem(first.code, first.pos[0], text);
      diagnostics.error('pakket/veld', {file, at: start + at}, `${what} zijn hier niet te lezen.`, hint);
      return undefined;
    }
    contents = document.contents;
  } catch {
    // The reader of YAML is recursive: absurd nesting overflows its stack.
    diagnostics.error('pakket/veld', {file, at: start}, `${what} zijn niet te lezen.`, 'Schrijf op elke regel «naam: waarde».');
    return undefined;
  }
  if (contents === null) return new Map();
  const value = new Reader(text, start, file, diagnostics).read(contents as Node, 0);
  if (value.t === 'map') return value.entries;
  diagnostics.error('pakket/veld', {file, at: value.at}, `${what} hebben geen namen.`, yamlProblem('', value.at - start, text).hint);
  return undefined;
}

/** Where the slip probably is, which is not always where reading stopped, and how to mend it. */
function yamlProblem(code: string, at: number, text: string): {at: number; hint: string} {
  if (code === 'DUPLICATE_KEY') return {at, hint: 'Deze naam staat er al: houd er één over, of zet een streepje voor een nieuw punt.'};
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const line = text.slice(start, text.indexOf('\n', at) < 0 ? undefined : text.indexOf('\n', at));
  const open = /^.*:[ ]*(["'])(?!.*\1[ ]*(?:#.*)?$).*$/m.exec(text);
  if (open && open.index <= at) return {at: open.index + open[0].indexOf(open[1]!), hint: `Zet aan het eind van de tekst nog een aanhalingsteken: ${open[1]}.`};
  const bracket = openBracket(text.slice(0, at));
  if (bracket !== undefined && text.slice(bracket, bracket + 2) !== '{{') return {at: bracket, hint: `Sluit af wat met ${text[bracket]} begint: zet er een ${text[bracket] === '[' ? ']' : '}'} achter.`};
  if (line.includes('{{')) return {at, hint: 'Zet aanhalingstekens om een tekst met {{…}}, met een dubbele punt of met een aanhalingsteken.'};
  const [name] = /^[ ]*(?:- )?[\p{L}-]+:(?=\S)/u.exec(line) ?? [];
  if (name) return {at, hint: `Zet een spatie achter «${name.trim()}».`};
  if (/^[ ]*(?:- )?[\p{L}-]+: [^"']*: /u.test(line)) return {at, hint: 'Zet aanhalingstekens om een tekst waarin een dubbele punt staat.'};
  if (/^[ ]+(?:- )?[\p{L}-]+:/u.test(line)) return {at, hint: 'Laat deze regel even ver inspringen als de regels waar hij bij hoort, met spaties.'};
  return {at, hint: 'Schrijf op elke regel «naam: waarde»; zet aanhalingstekens om een tekst waarin een dubbele punt staat.'};
}

/** The last bracket that opens a list or a group and is not closed, quoted text and notes left aside. */
function openBracket(text: string): number | undefined {
  const open: number[] = [];
  for (const {0: found, index} of text.matchAll(/"(?:[^"\\]|\\.)*"|'[^']*'|#.*|[[\]{}]/g)) {
    if (found === '[' || found === '{') open.push(index);
    else if (found === ']' || found === '}') open.pop();
  }
  return open.at(-1);
}

class Reader {
  constructor(
    private readonly text: string,
    private readonly start: number,
    private readonly file: SourceFile,
    private readonly diagnostics: Diagnostics,
  ) {}

  read(node: Node | null, depth: number): FrontValue {
    const range = node?.range ?? [0, 0, 0];
    const at = this.start + range[0];
    if (depth > MAX_DEPTH) {
      this.fail(at, 'Deze gegevens zitten te diep in elkaar.', 'Maak er een eenvoudige lijst van.');
      return {t: 'none', at, failed: true};
    }
    if (!node) return {t: 'none', at};
    if (isAlias(node) || ('anchor' in node && node.anchor) || node.tag?.startsWith('!')) {
      this.fail(at, 'De tekens &, * en ! hebben hier een bijzondere betekenis.', 'Zet aanhalingstekens om de tekst.');
      return {t: 'none', at, failed: true};
    }
    if (isMap(node)) {
      const entries = new Map<string, FrontEntry>();
      for (const {key, value} of node.items) {
        const keyNode = key as Node | null;
        const keyAt = this.start + (keyNode?.range?.[0] ?? range[0]);
        if (!isScalar(keyNode) || keyNode.value === null) {
          if (isMap(keyNode)) return this.placeholder(at);
          this.fail(keyAt, 'Hier ontbreekt een naam.', 'Schrijf «naam: waarde».');
          continue;
        }
        const read = this.read(value as Node | null, depth + 1);
        entries.set(scalarText(keyNode), {keyAt, value: value ? read : {t: 'none', at: keyAt}});
      }
      return {t: 'map', entries, at, braces: this.text[range[0]] === '{'};
    }
    if (isSeq(node)) return {t: 'list', items: node.items.map((item) => this.read(item as Node | null, depth + 1)), at};
    if (!isScalar(node) || node.value === null) return {t: 'none', at};
    const text = scalarText(node);
    return {t: 'text', raw: this.align(text, range[0], range[1]), at: this.start + range[0]};
  }

  private placeholder(at: number): FrontValue {
    this.fail(at, 'Om een tekst die met {{…}} begint, ontbreken aanhalingstekens.', 'Zet er aanhalingstekens om: "{{…}}".');
    return {t: 'none', at, failed: true};
  }

  /** Lays a value over its source: quotes, folds and escapes are skipped character by character. */
  private align(value: string, from: number, to: number): MappedText {
    const map: number[] = [];
    let place = from;
    for (const char of value) {
      let found = place;
      if (/\s/.test(char)) {
        while (found < to && !/\s/.test(this.text[found]!)) found++;
        place = Math.min(to, found + 1);
        while (place < to && /\s/.test(this.text[place]!)) place++;
      } else {
        while (found < to && !this.text.startsWith(char, found)) found++;
        if (found >= to) found = place;
        else place = found + char.length;
      }
      for (let unit = 0; unit < char.length; unit++) map.push(this.start + found + unit);
    }
    map.push(this.start + place);
    return {text: value, map};
  }

  private fail(at: number, message: string, hint: string): void {
    this.diagnostics.error('pakket/veld', {file: this.file, at}, message, hint);
  }
}

/** What was typed: `0301` and `2026` stay as they are. */
function scalarText(node: {value: unknown; source?: string}): string {
  return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
}
