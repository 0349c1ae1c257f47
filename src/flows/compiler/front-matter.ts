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

/** Splits a file into front matter and body. Without front matter there is an error and an empty map. */
export function readFrontMatter(file: SourceFile, diagnostics: Diagnostics): FrontMatter {
  const none: FrontMatter = {fields: new Map(), bodyStart: 0, broken: true};
  const open = /^---[ ]*\n/.exec(file.text);
  if (!open) {
    diagnostics.error('pakket/veld', {file, at: 0}, `Het bestand «${file.path}» begint niet met gegevens tussen twee regels «---».`, 'Zet bovenaan een regel ---, daaronder bijvoorbeeld «titel: …», en daaronder weer ---.');
    return none;
  }
  const close = /^---[ ]*$/m.exec(file.text.slice(open[0].length));
  if (!close) {
    diagnostics.error('pakket/veld', {file, at: 0}, `De gegevens bovenaan «${file.path}» worden niet afgesloten.`, 'Zet onder de gegevens een regel met alleen ---.');
    return {...none, bodyStart: file.text.length};
  }
  const start = open[0].length;
  const text = file.text.slice(start, start + close.index);
  const bodyStart = start + close.index + close[0].length;
  const fields = parseYaml(text, start, file, diagnostics);
  return {fields: fields ?? new Map(), bodyStart, broken: fields === undefined};
}

function parseYaml(text: string, start: number, file: SourceFile, diagnostics: Diagnostics): Map<string, FrontEntry> | undefined {
  let contents: unknown;
  try {
    const document = parseDocument(text, {prettyErrors: false, uniqueKeys: true, strict: true});
    const [first] = document.errors;
    if (first) {
      diagnostics.error('pakket/veld', {file, at: start + first.pos[0]}, `De gegevens bovenaan «${file.path}» zijn hier niet te lezen.`, yamlHint(first.code, text));
      return undefined;
    }
    contents = document.contents;
  } catch {
    // The reader of YAML is recursive: absurd nesting overflows its stack.
    diagnostics.error('pakket/veld', {file, at: start}, `De gegevens bovenaan «${file.path}» zijn niet te lezen.`, 'Schrijf op elke regel «naam: waarde».');
    return undefined;
  }
  if (contents === null) return new Map();
  const value = new Reader(text, start, file, diagnostics).read(contents as Node, 0);
  if (value.t === 'map') return value.entries;
  diagnostics.error('pakket/veld', {file, at: value.at}, `De gegevens bovenaan «${file.path}» hebben geen namen.`, 'Schrijf op elke regel «naam: waarde».');
  return undefined;
}

function yamlHint(code: string, text: string): string {
  if (code === 'DUPLICATE_KEY') return 'Deze naam staat er al: houd er één over.';
  if (text.includes('{{')) return 'Zet aanhalingstekens om een tekst met {{…}}, met een dubbele punt of met een aanhalingsteken.';
  return 'Schrijf op elke regel «naam: waarde»; zet aanhalingstekens om een tekst waarin een dubbele punt staat.';
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
