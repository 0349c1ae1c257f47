import {type CSSResult, unsafeCSS} from 'lit';

/** Where values may come from, best first; the default is what the last column says. */
export const FAMILIES = ['mz', 'nl', 'utrecht', 'basis'] as const;

/**
 * One value of the look: our private name, its name in each family (without `--<family>-`), the default in light
 * and, where it differs, in dark.
 */
type Token = readonly [name: string, mz: string, nl: string, utrecht: string, basis: string, light: string, dark?: string];

/**
 * The mapping, a token a line: private name, then the name in mz, nl, utrecht and basis (`=` the same as in mz, `-`
 * none), then the defaults. Lines that stand together are worn together: all of them come from the first family that
 * the page defines completely, so that text never lands on the background of another theme. A token on its own falls
 * back by itself.
 */
const FIRST = `paper widget-background-color - document-background-color color-default-bg-document #fff #171c26
ink widget-color - document-color color-default-color-document #1d2433 #eef1f5

button button-background-color button-primary-background-color button-primary-action-background-color color-action-1-inverse-bg-default #0b5c68 #6fd0dd
button-ink button-color button-primary-color button-primary-action-color color-action-1-inverse-color-default #fff #08252a

answer answer-background-color - textbox-background-color form-control-background-color var(--_paper)
answer-ink answer-color - textbox-color form-control-color var(--_ink)
answer-line answer-border-color - textbox-border-color form-control-border-color var(--_line)

ring focus-outline-color = = = var(--_ink)
ring-back focus-inverse-outline-color = = = var(--_paper)

accent accent-color - checkbox-checked-background-color color-action-1-color-default var(--_button)

link link-color = = color-action-2-color-default #0b5c68 #6fd0dd

font widget-font-family paragraph-font-family document-font-family text-font-family-default inherit

heading-font heading-font-family heading-level-2-font-family heading-2-font-family = inherit

heading-weight heading-font-weight heading-level-2-font-weight heading-2-font-weight = 700

widget-radius widget-border-radius - - - .75em

button-radius button-border-radius = = border-radius-md .5em

answer-radius answer-border-radius - textbox-border-radius form-control-border-radius .5em`;

/** Groups of tokens, read from lines as above. */
export type Groups = readonly (readonly Token[])[];

export const readTokens = (table: string): Groups =>
  table.split('\n\n').map((group) => group.split('\n').map((line) => line.split(' ') as unknown as Token));

export const firstTokens = readTokens(FIRST);

/** The name of a token in a family; empty where the family has none. */
export function nameIn(token: Token, family: number): string {
  const name = token[family + 1]!;
  return name === '-' ? '' : `--${FAMILIES[family]}-${name === '=' ? token[1] : name}`;
}

/** `var(--mz-…, var(--nl-…, … default))` for what is worn alone; the default for what is worn in a group. */
function declaration(group: readonly Token[], token: Token, value: string): string {
  const chain = group.length > 1 ? [] : FAMILIES.flatMap((_, family) => nameIn(token, family) || []);
  return `--_${token[0]}:${chain.reduceRight((inner, name) => `var(${name},${inner})`, value)};`;
}

/** The defaults of these tokens, for light and, where the browser can tell, for dark. */
export function defaults(groups: Groups): CSSResult {
  const all = (value: (token: Token) => string | undefined) =>
    groups.flatMap((group) => group.map((token) => (value(token) ? declaration(group, token, value(token)!) : ''))).join('');
  return unsafeCSS(
    `:host{${all((token) => token[5])}}@supports (color:light-dark(#000,#fff)){:host{${all((token) => token[6] && `light-dark(${token[5]},${token[6]})`)}}}`,
  );
}

/** What is in between is mixed from paper, ink and accent, so that it follows whatever theme they are of. */
export const tokenStyles = [
  defaults(firstTokens),
  unsafeCSS(
    `:host{--_soft:color-mix(in srgb,var(--_ink) 75%,var(--_paper));--_line:color-mix(in srgb,var(--_ink) 60%,var(--_paper));--_hair:color-mix(in srgb,var(--_ink) 15%,var(--_paper));--_tint:color-mix(in srgb,var(--_accent) 10%,var(--_paper))}`,
  ),
];

const sheets = new Map<string, CSSStyleSheet>();

/**
 * The sheet that dresses `host` in the families that its page defines at this moment. Values stay live (they are
 * references); which family wears which group is decided here. Sheets are shared by all widgets in the same clothes.
 */
export function themeSheet(host: Element, groups: Groups): CSSStyleSheet {
  const style = getComputedStyle(host);
  const isSet = (name: string) => name !== '' && style.getPropertyValue(name).trim() !== '';
  let text = '';
  for (const group of groups) {
    if (group.length < 2) continue;
    const family = FAMILIES.findIndex((_, index) => group.every((token) => isSet(nameIn(token, index))));
    if (family >= 0) for (const token of group) text += `--_${token[0]}:var(${nameIn(token, family)});`;
  }
  let sheet = sheets.get(text);
  if (!sheet) {
    sheets.set(text, (sheet = new CSSStyleSheet()));
    sheet.replaceSync(`:host{${text}}`);
  }
  return sheet;
}
