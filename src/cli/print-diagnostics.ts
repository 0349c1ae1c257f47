import {relative} from 'node:path';
import type {Compiled} from '../flows/compiler/compile-pack.js';
import type {Diagnostic} from '../flows/compiler/diagnostics.js';

export interface PrintOptions {
  /** The folder that the diagnostics' files are relative to. */
  parent: string;
  cwd: string;
  colour: boolean;
}

/** Diagnostics for people: place, severity, rule; what is wrong; how to mend it. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], {parent, cwd, colour}: PrintOptions): string {
  const paint = (code: number, text: string) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  const prefix = relative(cwd, parent).replaceAll('\\', '/');
  return diagnostics
    .map(({file, line, column, severity, rule, message, hint}) => {
      const place = `${prefix ? `${prefix}/` : ''}${file}:${line}:${column}`;
      const head = `${paint(1, place)} ${paint(severity === 'fout' ? 31 : 33, severity)} ${paint(2, rule)}`;
      return `${printable(head, colour)}\n  ${printable(message, false)}\n  ${printable(hint, false)}\n`;
    })
    .join('\n');
}

/** "2 fouten en 1 waarschuwing in «basis».", or that all is well. */
export function summarise(diagnostics: readonly Diagnostic[], name: string): string {
  const errors = diagnostics.filter(({severity}) => severity === 'fout').length;
  const warnings = diagnostics.length - errors;
  const parts = [...(errors ? [`${errors} ${errors === 1 ? 'fout' : 'fouten'}`] : []), ...(warnings ? [`${warnings} ${warnings === 1 ? 'waarschuwing' : 'waarschuwingen'}`] : [])];
  return parts.length ? `${parts.join(' en ')} in «${name}».` : `«${name}» is in orde.`;
}

/** How much of the offers is in the pack; nothing when there are none. */
export function describeOffers({count, dropped}: Compiled['offers']): string {
  if (!count && !dropped) return '';
  const left = dropped ? ` ${dropped} ${dropped === 1 ? 'staat' : 'staan'} er niet in, want daar klopt iets niet.` : '';
  return `Aanbod in het pakket: ${count}.${left}\n`;
}

/** Content may hold control characters; a terminal must not obey them. */
function printable(text: string, colour: boolean): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is taken out
  return text.replace(colour ? /[\u0000-\u001a\u001c-\u001f\u007f-\u009f]/g : /[\u0000-\u001f\u007f-\u009f]/g, ' ');
}
