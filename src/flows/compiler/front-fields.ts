import {didYouMean, suggest} from '../conditions/suggest.js';
import {shorten} from '../../offers/shorten.js';
import type {Diagnostics} from './diagnostics.js';
import type {FrontEntry, FrontValue} from './front-matter.js';
import {offsetAt, type MappedText} from './mapped-text.js';
import type {SourceFile} from './source-file.js';

export {shorten};

/** Reads named fields, with one kind of complaint for each way they can be wrong. */
export class FrontFields {
  private readonly meant = new Set<string>();

  constructor(
    private readonly entries: ReadonlyMap<string, FrontEntry>,
    private readonly file: SourceFile,
    private readonly diagnostics: Diagnostics,
    private readonly rule: 'pakket/veld' | 'steun/veld' | 'feit/veld',
    /** Where to point when something is missing. */
    private readonly at: number,
    /** The front matter could not be read: nothing more is said about what is missing. */
    private readonly broken = false,
  ) {}

  /** Reports every name that is not among `known`. The field that was probably meant is not reported as missing too. */
  onlyKnown(known: readonly string[]): void {
    for (const [name, {keyAt}] of this.entries) {
      if (known.includes(name)) continue;
      const near = suggest(name, known.filter((each) => !this.entries.has(each)));
      if (near) this.meant.add(near);
      this.fail(keyAt, `Het veld «${name}» bestaat hier niet.`, near ? `Bedoelde je «${near}»?` : didYouMean(name, known, `Wel: ${known.join(', ')}.`));
    }
  }

  has(name: string): boolean {
    const value = this.entries.get(name)?.value;
    return value !== undefined && value.t !== 'none' && !(value.t === 'text' && value.raw.text.trim() === '');
  }

  /** It is there, but could not be read (reported already). */
  failed(name: string): boolean {
    const value = this.entries.get(name)?.value;
    return value?.t === 'none' && value.failed === true;
  }

  value(name: string): FrontValue | undefined {
    return this.has(name) ? this.entries.get(name)!.value : undefined;
  }

  /** Where a field stands. */
  placeOf(name: string): number {
    return this.entries.get(name)?.value.at ?? this.at;
  }

  text(name: string): MappedText | undefined {
    const value = this.value(name);
    if (!value) return undefined;
    if (value.t === 'text') return value.raw;
    const hint = value.t === 'map' && value.braces ? 'Zet er aanhalingstekens om: "{{…}}".' : `Schrijf «${name}: …» op één regel.`;
    this.fail(value.at, `Het veld «${name}» is geen gewone tekst.`, hint);
    return undefined;
  }

  required(name: string, example: string): MappedText | undefined {
    if (!this.has(name)) this.missing(name, example);
    return this.text(name);
  }

  missing(name: string, example: string): void {
    const value = this.entries.get(name)?.value;
    if (this.broken || this.meant.has(name) || (value?.t === 'none' && value.failed)) return;
    const at = this.entries.get(name)?.keyAt ?? this.at;
    this.fail(at, `Het veld «${name}» ontbreekt of is leeg.`, `Vul het in, bijvoorbeeld «${name}: ${example}».`);
  }

  oneOf<T extends string>(name: string, allowed: readonly T[], required = true): T | undefined {
    const raw = required ? this.required(name, allowed[0]!) : this.text(name);
    return raw && this.check(name, raw, allowed);
  }

  check<T extends string>(name: string, raw: MappedText, allowed: readonly T[]): T | undefined {
    const text = raw.text.trim();
    if ((allowed as readonly string[]).includes(text)) return text as T;
    this.fail(offsetAt(raw, 0), `Het veld «${name}» kent de waarde «${shorten(text)}» niet.`, didYouMean(text, allowed, `Kies uit: ${allowed.join(', ')}.`));
    return undefined;
  }

  /** One text or a list of texts. */
  texts(name: string): MappedText[] {
    const value = this.value(name);
    if (!value) return [];
    if (value.t === 'text') return [value.raw];
    if (value.t === 'list') {
      return value.items.flatMap((item) => {
        if (item.t === 'text' && item.raw.text.trim() !== '') return [item.raw];
        this.fail(item.at, `In de lijst «${name}» staat iets dat geen tekst is.`, 'Zet achter elk streepje één tekst.');
        return [];
      });
    }
    this.fail(value.at, `Het veld «${name}» is geen tekst of lijst.`, `Schrijf «${name}: [a, b]».`);
    return [];
  }

  map(name: string): ReadonlyMap<string, FrontEntry> {
    const value = this.value(name);
    if (!value) return new Map();
    if (value.t === 'map') return value.entries;
    this.fail(value.at, `Onder «${name}» horen namen met een waarde.`, `Schrijf onder «${name}:» ingesprongen regels «naam: waarde».`);
    return new Map();
  }

  fail(at: number, message: string, hint: string): void {
    this.diagnostics.error(this.rule, {file: this.file, at}, message, hint);
  }
}

