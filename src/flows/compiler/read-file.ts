import type {Diagnostics} from './diagnostics.js';
import {SourceFile} from './source-file.js';

/** The largest text file; nobody writes more by hand. */
const MAX_FILE_BYTES = 2_000_000;
/** But for sentences, of which many people wrote thousands: they are read line by line. */
const MAX_EXAMPLES_BYTES = 5_000_000;
const MAX_LINE = 5_000;
/** Marks in front of a line (quotes, bullets), and spaces. Deeper nesting costs Markdown readers their stack. */
const MAX_MARKS = 8;
const MAX_INDENT = 40;
/** A paragraph is read as one piece, at a cost that grows with the square of its signs. */
const MAX_PARAGRAPH = 20_000;
const MAX_SIGNS = 600;

/** How large a text file may be. */
export function mostBytes(path: string): number {
  return /(^|\/)voorbeelden\.md$/.test(path) ? MAX_EXAMPLES_BYTES : MAX_FILE_BYTES;
}

/**
 * Decodes and checks one text file. Gives nothing when it is not text or beyond the limits that keep reading it
 * within bounds (the tests "stays quick on …" guard them).
 */
export function readFile(path: string, name: string, bytes: Uint8Array, diagnostics: Diagnostics, layer = 0): SourceFile | undefined {
  const file = decode(path, name, bytes, diagnostics, layer);
  if (!file) diagnostics.lose(name);
  return file;
}

function decode(path: string, name: string, bytes: Uint8Array, diagnostics: Diagnostics, layer: number): SourceFile | undefined {
  if (bytes.length > mostBytes(path)) {
    diagnostics.errorInFile('pakket/onleesbaar', name, `Het bestand «${path}» is groter dan ${mostBytes(path) / 1_000_000} MB.`, 'Verdeel de tekst over meer bestanden.');
    return undefined;
  }
  let decoded: string;
  try {
    decoded = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
  } catch {
    diagnostics.errorInFile('pakket/onleesbaar', name, `Het bestand «${path}» is geen tekst in UTF-8.`, 'Bewaar het in je tekstverwerker als platte tekst met codering UTF-8.');
    return undefined;
  }
  const file = new SourceFile(path, name, decoded, layer);
  const problem = findUnreadable(file.text);
  if (problem) {
    diagnostics.error('pakket/onleesbaar', {file, at: problem.at}, problem.message, problem.hint);
    return undefined;
  }
  return file;
}

interface Unreadable {
  at: number;
  message: string;
  hint: string;
}

function findUnreadable(text: string): Unreadable | undefined {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  const control = /[\u0000-\u0008\u000b-\u001f\u007f\u0080-\u009f\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069\ufffe\uffff]/.exec(text);
  if (control) {
    const code = control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return {at: control.index, message: `Hier staat een onzichtbaar teken (U+${code}) dat in tekst niet thuishoort.`, hint: 'Haal het teken weg, of typ deze regel opnieuw.'};
  }
  const conflict = /^<{7} /m.exec(text);
  if (conflict) return {at: conflict.index, message: 'Hier staan twee versies van dezelfde tekst door elkaar («<<<<<<<»).', hint: 'Kies één versie, en haal de regels met <<<<<<<, ======= en >>>>>>> weg.'};
  let start = 0;
  let paragraph = 0;
  let signs = 0;
  for (const line of text.split('\n')) {
    if (line.length > MAX_LINE) {
      return {at: start, message: `Deze regel telt meer dan ${MAX_LINE} tekens.`, hint: 'Verdeel de regel over meer regels of alinea’s.'};
    }
    const lead = /^[\s>*+-]*(?:\d+[.)][\s>*+-]*)*/.exec(line)?.[0] ?? '';
    const marks = lead.replace(/[^>*+.)-]/g, '').length;
    const rule = /^[\s>]*[-*_\s]*$/.test(line);
    if (lead.split('>').length - 1 > MAX_MARKS || (marks > MAX_MARKS && !rule)) {
      return {at: start, message: 'Hier staan te veel citaten of lijsten in elkaar.', hint: `Gebruik er hoogstens ${MAX_MARKS}.`};
    }
    if (line.length - line.trimStart().length > MAX_INDENT && line.trim() !== '') {
      return {at: start, message: `Deze regel springt meer dan ${MAX_INDENT} plaatsen in.`, hint: 'Haal spaties vooraan weg.'};
    }
    paragraph = line.trim() === '' ? 0 : paragraph + line.length;
    signs = line.trim() === '' ? 0 : signs + (line.match(/[*_~`[\]<>!&\\{]/g)?.length ?? 0);
    // Lists of answers are one paragraph here too, but a line with bullets is read by itself.
    if (/^\s*(?:[-*+]|\d+[.)])\s/.test(line)) {
      paragraph = line.length;
      signs = line.match(/[*_~`[\]<>!&\\{]/g)?.length ?? 0;
    }
    if (paragraph > MAX_PARAGRAPH || signs > MAX_SIGNS) {
      return {at: start, message: 'Deze alinea is te lang of heeft te veel leestekens om te lezen.', hint: 'Verdeel haar met lege regels in kortere alinea’s.'};
    }
    start += line.length + 1;
  }
  return undefined;
}
