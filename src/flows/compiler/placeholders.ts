import {didYouMean} from '../conditions/suggest.js';
import type {Place} from './diagnostics.js';
import {isEmail, isPhone, phoneHref, siteHref} from './hrefs.js';
import {lexInline} from './lex-markdown.js';
import type {MappedText} from './mapped-text.js';
import type {SourceInline} from './markdown-ast.js';
import type {PackContext} from './pack-context.js';
import type {Fact} from './parse-facts.js';
import {CONTACT_FIELDS, type ContactField, type WordingSource} from './parse-pack.js';
import {checkRunningText} from './rules/instructie-onbekend.js';
import type {SourceFile} from './source-file.js';

/** What stands for `{{…}}`. */
export type Filling = {t: 'fact'; fact: Fact} | {t: 'text'; text: string; href?: string} | {t: 'word'; wording: WordingSource};

/** Looks up `{{contact.x}}`, `{{organisatie}}`, `{{feit.x}}` and `{{woord.x}}`. */
export class Placeholders {
  private readonly contact = new Map<ContactField, string>();
  private organisation: string | undefined;

  constructor(private readonly context: PackContext) {
    const {pack} = context;
    if (pack.organisation) this.organisation = this.plain(pack.organisation, pack.file);
    for (const [field, raw] of pack.contact) this.contact.set(field, this.plain(raw, raw.file));
  }

  /** The pack's contact, filled in. */
  contactText(field: ContactField): string | undefined {
    return this.contact.get(field);
  }

  get organisationText(): string {
    return this.organisation ?? '';
  }

  fill(path: string, place: Place): Filling | undefined {
    const {pack, facts} = this.context;
    const [group, name = ''] = path.split(/\.(.*)/s);
    if (path === 'organisatie') return {t: 'text', text: this.organisation ?? ''};
    if (group === 'contact' && CONTACT_FIELDS.some((field) => field === name)) {
      const field = name as ContactField;
      const text = this.contact.get(field);
      if (text === undefined) {
        // Without any way to reach somebody, pakket.md is what has the problem (reported there).
        const reachable = ['telefoon', 'email', 'website', 'adres'].some((each) => this.contact.has(each as ContactField));
        if (field === 'naam' || !(reachable || field === 'tijden')) return undefined;
        // A text from below cannot be changed here; what it asks for can be given.
        if (place.file.layer > 0 && pack.file?.layer === 0) this.reportAsked(field, place);
        else this.report(path, place, `Vul onder «contact» in pakket.md «${field}» in, of haal de invulplek weg.`);
        return undefined;
      }
      const href = field === 'telefoon' && isPhone(text) ? phoneHref(text) : field === 'email' && isEmail(text) ? `mailto:${text}` : field === 'website' ? siteHref(text) : undefined;
      return {t: 'text', text, ...(href ? {href} : {})};
    }
    const fact = group === 'feit' ? facts.get(name) : undefined;
    if (fact) return {t: 'fact', fact};
    const wording = group === 'woord' ? pack.wording.get(name) : undefined;
    if (wording) return {t: 'word', wording};
    if (group === 'feit' && facts.size === 0) {
      this.context.diagnostics.error('koppeling/onbekend', place, `De invulplek «{{${path}}}» noemt een feit, maar dit pakket heeft geen feiten.`, 'Maak naast pakket.md een bestand feiten.md, met onder een kop ## de waarde, de bron en de datums.', {cause: 'no facts', lacks: {t: 'file', path: 'feiten.md'}});
      return undefined;
    }
    const own = this.names().filter((each) => each.startsWith(`${group}.`));
    const [typed, known] = own.length && name ? [name, own.map((each) => each.slice(group!.length + 1))] : [path, this.names()];
    this.report(path, place, didYouMean(typed, known, placeholderHint(group, name), (found) => `{{${typed === path ? '' : `${group}.`}${found}}}`));
    return undefined;
  }

  /** A string without marks or links, such as a title; `{{woord.…}}` has no one text and is reported. */
  plain(raw: MappedText, file: SourceFile): string {
    const inlines = lexInline({text: raw.text, map: raw.map}, {file, diagnostics: this.context.diagnostics});
    checkRunningText(inlines, file, this.context.diagnostics);
    return this.plainInlines(inlines, file);
  }

  plainInlines(inlines: readonly SourceInline[], file: SourceFile): string {
    const {diagnostics} = this.context;
    const parts = inlines.map((inline): string => {
      const place = {file, at: inline.at};
      switch (inline.t) {
        case 'text':
          return inline.text;
        case 'br':
          return ' ';
        case 'b':
        case 'i':
        case 'link':
          if (inline.t === 'link' && inline.auto) return this.plainInlines(inline.c, file);
          diagnostics.error('pakket/veld', place, 'Hier past alleen gewone tekst, zonder nadruk of koppeling.', 'Haal de tekens * _ [ ] weg.');
          return this.plainInlines(inline.c, file);
        case 'placeholder': {
          const filling = this.fill(inline.path, place);
          if (filling?.t === 'word') {
            diagnostics.error('koppeling/onbekend', place, `«{{${inline.path}}}» kan hier niet: deze tekst is voor iedereen gelijk.`, 'Gebruik hier een vast woord.');
            return filling.wording.other;
          }
          return filling?.t === 'fact' ? filling.fact.value : (filling?.text ?? '');
        }
        default:
          diagnostics.error('pakket/veld', place, 'Hier past alleen gewone tekst.', 'Haal de code, voetnoot of afbeelding weg.');
          return '';
      }
    });
    return parts.join('').replace(/[ \n]+/g, ' ').trim();
  }

  private names(): string[] {
    const {pack, facts} = this.context;
    return ['organisatie', ...[...pack.contact.keys()].map((name) => `contact.${name}`), ...[...facts.keys()].map((name) => `feit.${name}`), ...[...pack.wording.keys()].map((name) => `woord.${name}`)];
  }

  private reportAsked(field: ContactField, {file, at}: Place): void {
    const {pack, diagnostics} = this.context;
    const {line} = file.position(at);
    diagnostics.error('koppeling/onbekend', {file: pack.file, at: pack.contactAt}, `Bij «contact» ontbreekt «${field}», terwijl de basis dat noemt (${file.name}, regel ${line}).`, `Vul «${field}» in, of vervang die tekst in je eigen pakket.`, {cause: `contact.${field}`});
  }

  private report(path: string, {file, at}: Place, hint: string): void {
    this.context.diagnostics.error('koppeling/onbekend', {file, at}, `De invulplek «{{${path}}}» verwijst naar niets.`, hint, {lacks: {t: 'file', path: path.startsWith('feit.') ? 'feiten.md' : 'pakket.md'}});
  }
}

function placeholderHint(group: string | undefined, name: string): string {
  if (group === 'contact') return `Van het contact zijn er: ${CONTACT_FIELDS.join(', ')}.`;
  if (group === 'feit' && name) return `Zet in feiten.md een kop «## ${name}» met de waarde en de bron, of noem een feit dat er is.`;
  return 'Gebruik {{contact.…}}, {{organisatie}}, {{feit.…}} of {{woord.…}} met een naam die bestaat.';
}
