import {css, type CSSResult, unsafeCSS} from 'lit';

/** Where values may come from, best first; the default is what the last column says. */
export const FAMILIES = ['mz', 'nl', 'utrecht', 'basis'] as const;

/**
 * One value of the look: our private name, its name in each family (without `--<family>-`; empty where the family
 * has none), the default in light and, where it differs, in dark.
 */
type Token = readonly [name: string, mz: string, nl: string, utrecht: string, basis: string, light: string, dark?: string];

/**
 * The mapping. Rows in one group are worn together: all of them come from the first family that the page defines
 * completely, so that text never lands on the background of another theme. A group of one falls back by itself.
 */
export const TOKENS: readonly (readonly Token[])[] = [
  [
    ['paper', 'widget-background-color', '', 'document-background-color', 'color-default-bg-document', '#fff', '#171c26'],
    ['ink', 'widget-color', '', 'document-color', 'color-default-color-document', '#1d2433', '#eef1f5'],
  ],
  [
    ['button', 'button-background-color', 'button-primary-background-color', 'button-primary-action-background-color', 'color-action-1-inverse-bg-default', '#0b5c68', '#6fd0dd'],
    ['button-ink', 'button-color', 'button-primary-color', 'button-primary-action-color', 'color-action-1-inverse-color-default', '#fff', '#08252a'],
  ],
  [
    ['answer', 'answer-background-color', '', 'textbox-background-color', 'form-control-background-color', 'var(--_paper)'],
    ['answer-ink', 'answer-color', '', 'textbox-color', 'form-control-color', 'var(--_ink)'],
    ['answer-line', 'answer-border-color', '', 'textbox-border-color', 'form-control-border-color', 'var(--_line)'],
  ],
  [
    ['sand', 'contact-background-color', '', '', 'color-default-bg-subtle', '#f7f4ee', '#222936'],
    ['sand-ink', 'contact-color', '', '', 'color-default-color-document', '#1d2433', '#eef1f5'],
  ],
  [
    ['warm', 'note-background-color', '', 'alert-warning-background-color', 'color-warning-bg-default', '#fff3dc', '#3a2d12'],
    ['warm-ink', 'note-color', '', 'alert-warning-color', 'color-warning-color-document', '#1d2433', '#f8ecd2'],
    ['warm-line', 'note-border-color', '', 'alert-warning-border-color', 'color-warning-border-default', '#9a6508', '#e0a83c'],
  ],
  [
    ['alarm', 'alert-background-color', '', 'alert-error-background-color', 'color-negative-bg-default', '#fdeceb', '#3d1715'],
    ['alarm-ink', 'alert-color', '', 'alert-error-color', 'color-negative-color-document', '#1d2433', '#fde9e7'],
    ['alarm-line', 'alert-border-color', '', 'alert-error-border-color', 'color-negative-border-default', '#b3261e', '#ff8f85'],
  ],
  [
    ['ring', 'focus-outline-color', 'focus-outline-color', 'focus-outline-color', 'focus-outline-color', 'var(--_ink)'],
    ['ring-back', 'focus-inverse-outline-color', 'focus-inverse-outline-color', 'focus-inverse-outline-color', 'focus-inverse-outline-color', 'var(--_paper)'],
  ],
  [['accent', 'accent-color', '', 'checkbox-checked-background-color', 'color-action-1-color-default', 'var(--_button)']],
  [['link', 'link-color', 'link-color', 'link-color', 'color-action-2-color-default', '#0b5c68', '#6fd0dd']],
  [['error', 'error-message-color', 'form-field-error-message-color', 'form-field-error-message-color', 'color-negative-color-default', '#b3261e', '#ff9d94']],
  [['font', 'widget-font-family', 'paragraph-font-family', 'document-font-family', 'text-font-family-default', 'inherit']],
  [['heading-font', 'heading-font-family', 'heading-level-2-font-family', 'heading-2-font-family', 'heading-font-family', 'inherit']],
  [['heading-weight', 'heading-font-weight', 'heading-level-2-font-weight', 'heading-2-font-weight', 'heading-font-weight', '700']],
  [['widget-radius', 'widget-border-radius', '', '', '', '.75em']],
  [['button-radius', 'button-border-radius', 'button-border-radius', 'button-border-radius', 'border-radius-md', '.5em']],
  [['answer-radius', 'answer-border-radius', '', 'textbox-border-radius', 'form-control-border-radius', '.5em']],
  [['card-radius', 'card-border-radius', '', '', 'border-radius-md', '.5em']],
  [['card-line', 'card-border-color', '', '', 'color-default-border-subtle', 'var(--_hair)']],
];

const nameIn = (token: Token, family: number): string => (token[family + 1] ? `--${FAMILIES[family]}-${token[family + 1]}` : '');

/** The mapping as rows, for stories and documentation. */
export function tokenTable(): {property: string; falls: string[]; light: string; dark: string; group: string[]}[] {
  return TOKENS.flatMap((group) =>
    group.map((token) => ({
      property: `--mz-${token[1]}`,
      falls: FAMILIES.slice(1).flatMap((_, index) => nameIn(token, index + 1) || []),
      light: token[5],
      dark: token[6] ?? token[5],
      group: group.length > 1 ? group.map((other) => `--mz-${other[1]}`) : [],
    })),
  );
}

/** `var(--mz-…, var(--nl-…, … default))` for what is worn alone; the default for what is worn in a group. */
function declaration(group: readonly Token[], token: Token, value: string): string {
  const chain = group.length > 1 ? [] : FAMILIES.flatMap((_, family) => nameIn(token, family) || []);
  return `--_${token[0]}:${chain.reduceRight((inner, name) => `var(${name},${inner})`, value)};`;
}

const all = (value: (token: Token) => string | undefined): CSSResult =>
  unsafeCSS(
    TOKENS.flatMap((group) => group.map((token) => (value(token) === undefined ? '' : declaration(group, token, value(token)!)))).join(''),
  );

/** The defaults. What is in between is mixed from paper, ink and accent, so that it follows whatever theme they are of. */
export const tokenStyles = css`
  :host {
    ${all((token) => token[5])}
    --_soft: color-mix(in srgb, var(--_ink) 75%, var(--_paper));
    --_line: color-mix(in srgb, var(--_ink) 60%, var(--_paper));
    --_hair: color-mix(in srgb, var(--_ink) 15%, var(--_paper));
    --_tint: color-mix(in srgb, var(--_accent) 10%, var(--_paper));
  }
  @supports (color: light-dark(#000, #fff)) {
    :host {
      ${all((token) => token[6] && `light-dark(${token[5]},${token[6]})`)}
    }
  }
`;

const sheets = new Map<string, CSSStyleSheet>();

/**
 * The sheet that dresses `host` in the families that its page defines at this moment. Values stay live (they are
 * references); which family wears which group is decided here. Sheets are shared by all widgets in the same clothes.
 */
export function themeSheet(host: Element): CSSStyleSheet {
  const style = getComputedStyle(host);
  const isSet = (name: string) => name !== '' && style.getPropertyValue(name).trim() !== '';
  const text = TOKENS.filter((group) => group.length > 1)
    .map((group) => {
      const family = FAMILIES.findIndex((_, index) => group.every((token) => isSet(nameIn(token, index))));
      return family < 0 ? '' : group.map((token) => `--_${token[0]}:var(${nameIn(token, family)});`).join('');
    })
    .join('');
  let sheet = sheets.get(text);
  if (!sheet) {
    sheets.set(text, (sheet = new CSSStyleSheet()));
    // Sand belongs to our own paper; on another one it is mixed from that.
    const mixed = text.includes('--_paper') && !text.includes('--_sand') ? '--_sand:color-mix(in srgb,var(--_ink) 5%,var(--_paper));--_sand-ink:var(--_ink);' : '';
    sheet.replaceSync(`@media not (forced-colors:active){:host{${text}${mixed}}}`);
  }
  return sheet;
}
