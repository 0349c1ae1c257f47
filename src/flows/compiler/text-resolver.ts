import type {Inline, Term} from '../model/node.js';
import type {FlowSource} from './flow-ast.js';
import {shorten} from './front-fields.js';
import {resolveTarget} from './link-targets.js';
import {plainText, type SourceInline, type SourceNote} from './markdown-ast.js';
import {normaliseInlines} from './normalise-inlines.js';
import type {PackContext} from './pack-context.js';
import {isInternal, linkSource} from './parse-line.js';
import {safeHref} from './rules/link-onveilig.js';
import {checkLooseNumbers} from './rules/feit-los-nummer.js';
import type {SourceFile} from './source-file.js';
import {suggest} from '../conditions/suggest.js';
import type {Voice, Voices} from './voices.js';

/** Where text stands: its file, the flow that `#…` belongs to, and the footnotes it may refer to. */
export interface TextScope {
  file: SourceFile;
  flow?: FlowSource;
  notes: ReadonlyMap<string, SourceNote>;
  /** It is a translation, and not the source. */
  translated?: boolean;
}

/** `label` text is part of something to press: nothing in it can be pressed by itself. */
export type TextMode = 'label' | 'heading' | 'running' | 'note';

/** Resolves the text of one part (a flow, a support kind), and numbers its footnotes and collects its glossary words. */
export class TextResolver {
  readonly sources: Inline[][] = [];
  private readonly numbers = new Map<SourceNote, number>();
  /** Words marked in this part. */
  readonly usedTerms = new Set<string>();

  constructor(
    readonly context: PackContext,
    private readonly voices: Voices,
    /** Without, references to footnotes are dropped: for explanations that several kinds of support share. */
    private readonly withNotes = true,
  ) {}

  voiceOf({translated}: Pick<TextScope, 'translated'>): Voice {
    return (translated && this.voices.translated) || this.voices.source;
  }

  /** `seen` holds the words that this step explained already; without it nothing is marked. */
  inlines(source: readonly SourceInline[], scope: TextScope, mode: TextMode, seen?: Set<string>): Inline[] {
    if (mode !== 'note') checkLooseNumbers(source, scope.file, this.context.diagnostics);
    const resolved = normaliseInlines(this.resolve(source, scope, mode));
    const {marker} = this.voiceOf(scope);
    return mode === 'running' && seen && marker ? normaliseInlines(marker.mark(resolved, seen, this.usedTerms)) : resolved;
  }

  private resolve(source: readonly SourceInline[], scope: TextScope, mode: TextMode): Inline[] {
    return source.flatMap((inline): Inline[] => {
      switch (inline.t) {
        case 'text':
          return [inline.text];
        case 'br':
          return [{t: 'br'}];
        case 'b':
        case 'i': {
          const c = this.resolve(inline.c, scope, mode);
          return c.length ? [{t: inline.t, c: normaliseInlines(c, false)}] : [];
        }
        case 'link':
          return this.link(inline, scope, mode);
        case 'placeholder':
          return this.placeholder(inline, scope, mode);
        case 'note':
          return this.note(inline, scope);
        default:
          return [];
      }
    });
  }

  private link(link: SourceInline & {t: 'link'}, scope: TextScope, mode: TextMode): Inline[] {
    const {diagnostics} = this.context;
    const place = {file: scope.file, at: link.at};
    const c = normaliseInlines(this.resolve(link.c, scope, 'label'));
    const text = plainText(link.c);
    if (text === '') diagnostics.error('stap/leeg', place, 'Deze koppeling heeft geen tekst.', 'Schrijf tussen de vierkante haken waar zij heen leidt.');
    if (mode === 'label') {
      diagnostics.error('stap/vorm', place, `De koppeling «${shorten(text)}» staat in iets waar je zelf al op drukt.`, 'Zet haar in een alinea.');
      return c;
    }
    if (isInternal(link.href)) {
      const to = resolveTarget(linkSource(link), {file: scope.file, ...(scope.flow ? {flow: scope.flow} : {}), what: 'De koppeling'}, this.context);
      if (to && !to.flow) {
        diagnostics.error('stap/vorm', place, `De koppeling «${shorten(text)}» leidt midden in een zin naar een stap van ditzelfde gesprek.`, 'Zet haar als knop op een eigen regel, of als antwoord in een lijst.');
      }
      return to?.flow ? [{t: 'flow', to, c}] : c;
    }
    const href = safeHref(this.address(link.href, scope, link.at), place, diagnostics);
    return href && c.length ? [{t: 'a', href, c}] : c;
  }

  /** Placeholders inside an address, without spaces; one that is the whole address brings its own scheme. */
  private address(href: string, scope: TextScope, at: number): string {
    const raw = href.replace(/%7B/gi, '{').replace(/%7D/gi, '}');
    const whole = /^\{\{([^{}]*)\}\}$/.exec(raw);
    const fill = (path: string) => {
      const filling = this.voiceOf(scope).placeholders.fill(path.trim(), {file: scope.file, at});
      if (filling?.t === 'word') this.context.diagnostics.error('koppeling/onbekend', {file: scope.file, at}, `«{{${path}}}» kan niet in een adres staan.`, 'Gebruik {{contact.…}} of {{feit.…}}.');
      return filling;
    };
    if (whole) {
      const filling = fill(whole[1]!);
      return (filling?.t === 'fact' ? (filling.fact.href ?? filling.fact.value) : filling?.t === 'text' ? (filling.href ?? filling.text) : '') || 'https://voorbeeld.nl';
    }
    return raw.replace(/\{\{([^{}]*)\}\}/g, (_, path: string) => {
      const filling = fill(path);
      const value = filling?.t === 'fact' ? filling.fact.value : filling?.t === 'text' ? filling.text : '';
      const tight = value.replace(/\s+/g, '');
      if (filling && filling.t !== 'word') return raw.startsWith('https://{{') ? tight.replace(/^https:\/\//, '') : tight;
      // Reported above; a stand-in that passes keeps it at one report.
      return raw.startsWith('tel:') ? '112' : raw.startsWith('mailto:') ? 'a@voorbeeld.nl' : 'voorbeeld.nl';
    });
  }

  private placeholder(inline: SourceInline & {t: 'placeholder'}, scope: TextScope, mode: TextMode): Inline[] {
    const filling = this.voiceOf(scope).placeholders.fill(inline.path, {file: scope.file, at: inline.at});
    if (!filling) return [];
    if (filling.t === 'text') {
      if (!filling.href || mode === 'label') return [filling.text];
      return [{t: 'a', href: filling.href, c: [filling.text]}];
    }
    if (filling.t === 'fact') {
      const {fact} = filling;
      return [{t: 'fact', id: fact.id, c: fact.value, ...(fact.href && mode !== 'label' ? {href: fact.href} : {}), ...(fact.phone ? {} : {...(fact.date ? {date: fact.date} : {}), ...(fact.source ? {source: fact.source} : {})}), ...(fact.lang ? {lang: fact.lang} : {})}];
    }
    const {conditions} = this.context;
    const cases = filling.wording.cases.flatMap(({text, condition}) => {
      const when = conditions.lower(condition);
      return when ? [[when, text] as [typeof when, string]] : [];
    });
    return [cases.length ? {t: 'word', cases, other: filling.wording.other} : filling.wording.other];
  }

  private note(inline: SourceInline & {t: 'note'}, scope: TextScope): Inline[] {
    const note = scope.notes.get(inline.id);
    if (!note) {
      const near = suggest(inline.id, scope.notes.keys());
      // The one that was probably meant is not told to be unused as well.
      if (near) this.context.usedNotes.add(scope.notes.get(near)!);
      this.context.diagnostics.error('koppeling/onbekend', {file: scope.file, at: inline.at}, `De voetnoot «[^${inline.id}]» bestaat niet.`, near ? `Bedoelde je «[^${near}]»?` : `Zet onderaan het bestand: [^${inline.id}]: de bron.`);
      return [];
    }
    this.context.usedNotes.add(note);
    if (!this.withNotes) return [];
    let number = this.numbers.get(note);
    if (number === undefined) {
      number = this.sources.length + 1;
      this.numbers.set(note, number);
      this.sources.push([]);
      this.sources[number - 1] = this.inlines(note.c, scope, 'note');
    }
    return [{t: 'src', n: number}];
  }

  /** Explanations of the words that were marked, by id. `resolve` turns the blocks of a voice's word into those of this part. */
  terms(resolve: (id: string, voice: Voice, translated: boolean) => Term | undefined): Record<string, Term> | undefined {
    const found: [string, Term][] = [];
    for (const id of [...this.usedTerms].sort()) {
      const {source, translated} = this.voices;
      const own = id.startsWith(source.prefix) || !translated;
      const term = own ? resolve(id.slice(source.prefix.length), source, false) : resolve(id, translated, true);
      if (term) found.push([id, term]);
    }
    return found.length ? Object.fromEntries(found) : undefined;
  }
}
