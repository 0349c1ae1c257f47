import {textHash} from '../text-hash.js';
import type {SkeletonCounts} from './skeleton.js';

/** A text under a `##` heading, as the source has it. */
export interface Piece {
  id: string;
  title: string;
  /** What the braces of its heading name: `#wie`; empty where the heading is the name. */
  name: string;
  body: string;
  hash: string;
}

interface Front {
  /** Lines `naam: tekst`, in Dutch. */
  fields: readonly string[];
  hash?: string;
  /** The file as a whole is one text that is translated or not. */
  counted: boolean;
  /** The text below, where it has no pieces. */
  body?: string;
}

const REVIEW = ["vertaald-door: '' # je naam, of: machine", 'nagekeken: nee # of wie het nakeek, en wanneer'];
const STALE = 'verouderd: de bron is gewijzigd, en luidt nu zoals hieronder. Werk de vertaling bij; haal dan deze opmerking weg, en het woord «verouderd» hierboven.';

/**
 * The text of one translated file while it is being completed. Works on the letters themselves, not on what they mean:
 * whatever needs no change stays as it was typed.
 */
export class TranslationText {
  private text: string;
  private readonly isNew: boolean;
  private readonly newline: string;

  constructor(
    before: string | undefined,
    private readonly counts: SkeletonCounts,
  ) {
    this.isNew = before === undefined;
    this.newline = before?.includes('\r\n') ? '\r\n' : '\n';
    this.text = before?.replaceAll('\r\n', '\n') ?? '';
  }

  get result(): string {
    return this.newline === '\n' ? this.text : this.text.replaceAll('\n', this.newline);
  }

  /** The fields on top. */
  front({fields, hash, counted, body}: Front): void {
    const bron = hash === undefined ? [] : [`bron: ${hash}`];
    if (this.isNew) {
      const todo = fields.length || body !== undefined ? ['status: vertalen'] : [];
      this.text = `${['---', ...fields, ...REVIEW, ...bron, ...todo, '---'].join('\n')}\n${body === undefined ? '' : `\n${body}\n`}`;
      if (counted) this.count('fresh');
      return;
    }
    if (hash === undefined) return;
    const match = /^(\uFEFF?---[ \t]*\n)(.*?)^---[ \t]*$/ms.exec(this.text);
    if (!match) {
      this.text = `${['---', ...REVIEW, ...bron, '---'].join('\n')}\n\n${this.text}`;
      return;
    }
    const [whole, open, inside] = match as unknown as [string, string, string];
    const known = /^bron:[ ]*['"]?([0-9a-f]+)['"]?/m.exec(inside)?.[1];
    const state = /^status:[ ]*(\w+)/m.exec(inside)?.[1];
    if (known === undefined) {
      this.text = this.text.replace(whole, () => `${open}${inside}${bron[0]}\n---`);
    } else if (known !== hash) {
      const stamped = inside.replace(/^bron:.*$/m, () => bron[0]!).replace(/^# nu in de bron:\n(?:#.*\n)*/m, '');
      const now = `# nu in de bron:\n${fields.join('\n').split('\n').map((line) => `#   ${line}`).join('\n')}\n`;
      const marked = state ? stamped : `${stamped}status: verouderd\n`;
      this.text = this.text.replace(whole, () => `${open}${marked}${now}---`);
      if (body !== undefined) this.comment(this.text.indexOf(marked) + marked.length + now.length + '---'.length, body);
      if (counted) this.count(state === 'vertalen' ? 'todo' : 'stale');
      return;
    }
    if (counted) this.count(state === 'vertalen' ? 'todo' : state === 'verouderd' ? 'stale' : 'done');
  }

  /** The texts under headings, in the order of the source. */
  pieces(pieces: readonly Piece[]): void {
    let last: string | undefined;
    for (const piece of pieces) {
      const heading = this.find(piece);
      if (!heading) this.add(piece, last);
      else this.refresh(piece, heading);
      last = piece.id;
    }
  }

  /** Footnotes of the source that the translation does not have. */
  notes(notes: readonly {id: string; text: string}[]): void {
    const lacking = notes.filter(({id}) => !this.text.includes(`[^${id}]:`));
    if (lacking.length === 0) return;
    const end = this.text.trimEnd();
    const after = /^ {0,3}\[\^[^\]\n]+\]:[^\n]*$/.test(end.slice(end.lastIndexOf('\n') + 1)) ? '\n' : '\n\n';
    this.text = `${end}${after}${lacking.map(({text}) => text).join('\n')}\n`;
  }

  private refresh(piece: Piece, {start, end, title, braces}: Heading): void {
    const known = /\bbron:([0-9a-f]+)/.exec(braces)?.[1];
    const state = /(?:^|\s)(vertalen|verouderd)(?=\s|$)/.exec(braces)?.[1];
    if (known === piece.hash) return this.count(state === 'vertalen' ? 'todo' : state === 'verouderd' ? 'stale' : 'done');
    const words = [piece.name, `bron:${piece.hash}`];
    if (known === undefined) {
      this.replace(start, end, `## ${title} {${[...words, state].filter(Boolean).join(' ')}}`);
      return this.count(state === 'vertalen' ? 'todo' : 'done');
    }
    const section = this.text.slice(end, this.sectionEnd(end));
    // Nobody has touched it: what stands there is the source of before.
    if (state === 'vertalen' && [textHash(`${title}\n\n${section.trim()}`), textHash(`\n\n${section.trim()}`), textHash(section.trim().replace(/^- waarde: /, ''))].includes(known)) {
      this.replace(start, this.sectionEnd(end), `${written(piece)}\n`);
      return this.count('todo');
    }
    const heading = `## ${title} {${[...words, state ?? 'verouderd'].filter(Boolean).join(' ')}}`;
    this.replace(start, end, heading);
    this.comment(start + heading.length, `${piece.name ? `Kop: ${piece.title}\n\n` : ''}${piece.body}`);
    this.count(state === 'vertalen' ? 'todo' : 'stale');
  }

  /** The text of today, for the translator; one that stands there already is replaced. */
  private comment(at: number, source: string): void {
    const rest = this.text.slice(at);
    const old = /^\s*<!-- verouderd:[^]*?-->/.exec(rest)?.[0].length ?? 0;
    this.replace(at, at + old, `\n\n<!-- ${STALE}\n\n${source.replaceAll('--', '- -')}\n-->`);
  }

  private add(piece: Piece, last: string | undefined): void {
    const before = last === undefined ? undefined : this.headings().find(({braces, title}) => isNamed(last, braces, title));
    const first = this.headings()[0];
    const at = before ? this.sectionEnd(before.end) : first ? first.start : this.notesStart();
    const head = this.text.slice(0, at).trimEnd();
    const tail = this.text.slice(at).trimStart();
    this.text = `${head}${head ? '\n\n' : ''}${written(piece)}${tail ? `\n${tail}` : ''}`;
    this.count('fresh');
  }

  private find({id}: Piece): Heading | undefined {
    return this.headings().find(({braces, title}) => isNamed(id, braces, title));
  }

  private headings(): Heading[] {
    const found: Heading[] = [];
    const hidden = Array.from(this.text.matchAll(/<!--[^]*?-->/g), ({index, 0: all}) => [index, index + all.length] as const);
    for (const match of this.text.matchAll(/^##(?!#)[ \t]+(.*?)[ \t]*(?:\{([^{}\n]*)\})?[ \t]*$/gm)) {
      const {index} = match;
      if (!hidden.some(([from, to]) => index >= from && index < to)) found.push({start: index, end: index + match[0].length, title: match[1]!, braces: match[2] ?? ''});
    }
    return found;
  }

  /** Where the text under a heading ends: at the next one, at the footnotes, or with the file. */
  private sectionEnd(from: number): number {
    const next = this.headings().find(({start}) => start >= from)?.start ?? Infinity;
    return Math.min(next, Math.max(from, this.notesStart()));
  }

  private notesStart(): number {
    const block = /(?:^ {0,3}\[\^[^\]\n]+\]:[^\n]*\n*)+\s*$/m.exec(this.text);
    return block ? block.index : this.text.length;
  }

  private replace(start: number, end: number, text: string): void {
    this.text = this.text.slice(0, start) + text + this.text.slice(end);
  }

  private count(what: keyof SkeletonCounts): void {
    this.counts[what] += 1;
    if (what === 'fresh') this.counts.todo += 1;
  }
}

interface Heading {
  start: number;
  end: number;
  title: string;
  braces: string;
}

function isNamed(id: string, braces: string, title: string): boolean {
  const own = /(?:^|\s)#([a-z0-9-]+)/.exec(braces)?.[1];
  return own === undefined ? title === id : own === id;
}

function written({title, name, body, hash}: Piece): string {
  return `## ${title} {${[name, `bron:${hash}`, 'vertalen'].filter(Boolean).join(' ')}}\n${body ? `\n${body}\n` : ''}`;
}
