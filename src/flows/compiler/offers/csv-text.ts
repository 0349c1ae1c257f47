import type {Diagnostics} from '../diagnostics.js';
import type {PackFile} from '../sort-files.js';

/** A file of rows is written by programs, and may be long: some 150,000 offers. */
export const MAX_CSV_BYTES = 64_000_000;

/** A place in a file, as diagnostics give it. */
export interface Spot {
  file: string;
  line: number;
  column: number;
}

/** The text of a CSV file, with `\n` for every line end and no byte order mark. No map from character to character: it is long. */
export interface CsvText {
  /** As messages call the file. */
  name: string;
  path: string;
  text: string;
}

/** Gives nothing (and says so) when the file is no text, or beyond its limits. */
export function csvText({path, bytes}: PackFile, name: string, diagnostics: Diagnostics): CsvText | undefined {
  const lose = (message: string, hint: string) => {
    diagnostics.errorInFile('pakket/onleesbaar', name, message, hint);
    diagnostics.lose(name);
    return undefined;
  };
  if (bytes.length > MAX_CSV_BYTES) return lose(`Het bestand «${path}» is groter dan ${MAX_CSV_BYTES / 1_000_000} MB.`, 'Verdeel de rijen over meer bestanden, elk met dezelfde eerste regel.');
  let text: string;
  try {
    text = new TextDecoder('utf-8', {fatal: true}).decode(bytes);
  } catch {
    return lose(`Het bestand «${path}» is geen tekst in UTF-8.`, 'Bewaar het in je rekenblad als «CSV UTF-8», of haal het binnen met «mantelzorg aanbod importeer».');
  }
  if (text.includes('\0')) return lose(`Het bestand «${path}» is geen tekst.`, 'Bewaar het in je rekenblad als «CSV UTF-8», en niet als rekenblad.');
  return {name, path, text: text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text};
}

/** Line and column of an offset, seen from the beginning of a row of which the line is known. */
export function spotIn({name, text}: CsvText, row: {start: number; line: number}, offset: number): Spot {
  let {line} = row;
  let begin = row.start;
  for (let next = text.indexOf('\n', begin); next >= 0 && next < offset; next = text.indexOf('\n', begin)) {
    line++;
    begin = next + 1;
  }
  return {file: name, line, column: offset - begin + 1};
}
