import {didYouMean} from '../../conditions/suggest.js';
import {OFFER_COLUMNS, plainName, type OfferColumn} from '../../../offers/columns.js';
import {shorten} from '../../../offers/shorten.js';
import type {Diagnostics} from '../diagnostics.js';
import {readFrontMatter, type FrontValue} from '../front-matter.js';
import {offsetAt, type MappedText} from '../mapped-text.js';
import type {SourceFile} from '../source-file.js';
import type {Spot} from './csv-text.js';

/** `aanbod/<id>.md`: the columns as fields, and below them what it is. */
export interface OfferFile {
  record: Map<OfferColumn, string>;
  spot(column: OfferColumn, at?: number): Spot;
  /** Something is wrong that was told already. */
  lost: boolean;
}

export function readOfferFile(file: SourceFile, diagnostics: Diagnostics): OfferFile {
  const front = readFrontMatter(file, diagnostics);
  const record = new Map<OfferColumn, string>();
  const raws = new Map<OfferColumn, MappedText>();
  const keys = new Map<OfferColumn, number>();
  let lost = front.broken;
  const fail = (at: number, message: string, hint: string) => {
    lost = true;
    diagnostics.error('aanbod/kolom', {file, at}, message, hint, {leavesOut: true});
  };
  const put = (column: OfferColumn, raw: MappedText) => {
    record.set(column, raw.text);
    raws.set(column, raw);
  };
  for (const [name, {keyAt, value}] of front.fields) {
    const column = OFFER_COLUMNS.find((each) => each === plainName(name));
    if (!column) fail(keyAt, `De kolom «${shorten(name)}» bestaat niet.`, didYouMean(plainName(name), OFFER_COLUMNS, `Wel: ${OFFER_COLUMNS.join(', ')}.`));
    else if (record.has(column)) fail(keyAt, `De kolom «${column}» staat er twee keer.`, 'Houd er één over.');
    else {
      const raw = rawOf(value);
      if (raw) put(column, raw);
      else if (value.t === 'none' && !value.failed) keys.set(column, keyAt);
      else fail(value.at, `Wat in de kolom «${column}» staat, is geen gewone tekst.`, `Schrijf «${column}: …», of bij meer waarden «${column}: [a, b]».`);
    }
  }
  // As with kinds of support the file's name will do.
  const own = file.path.replace(/^.*\//, '').replace(/\.md$/, '');
  if (!record.get('id')?.trim()) put('id', {text: own, map: [0]});
  const body = bodyOf(file, front.bodyStart);
  if (body.text.trim() && record.get('omschrijving')?.trim()) fail(offsetAt(body, 0), 'De kolom «omschrijving» is ingevuld, en er staat ook tekst onder.', 'Houd er één over.');
  else if (body.text.trim()) put('omschrijving', body);
  const spot = (column: OfferColumn, at = 0): Spot => {
    const raw = raws.get(column);
    return {file: file.name, ...file.position(raw ? offsetAt(raw, at) : (keys.get(column) ?? 0))};
  };
  return {record, spot, lost};
}

/** What a field says; the points of a list with `;` between them. */
function rawOf(value: FrontValue): MappedText | undefined {
  if (value.t === 'text') return value.raw;
  if (value.t !== 'list' || value.items.some((item) => item.t !== 'text')) return undefined;
  const parts = value.items.flatMap((item) => (item.t === 'text' ? [item.raw] : []));
  return {
    text: parts.map(({text}) => text).join(';'),
    map: parts.flatMap((part) => Array.from({length: part.text.length + 1}, (_, n) => offsetAt(part, n))),
  };
}

/** Without notes among editors; lines of one paragraph are one line. */
function bodyOf(file: SourceFile, start: number): MappedText {
  const map: number[] = [];
  let text = '';
  const body = file.text.slice(start);
  const begin = body.length - body.trimStart().length;
  for (let at = begin; at < body.length; ) {
    const note = body[at] === '<' && /^<!--[^]*?-->/.exec(body.slice(at, at + 20_000));
    if (note) {
      at += note[0].length;
      continue;
    }
    const single = body[at] === '\n' && !/[\n*-]/.test(body[at + 1] ?? '\n') && body[at - 1] !== '\n';
    text += single ? ' ' : body[at];
    map.push(start + at);
    at++;
  }
  return {text, map: [...map, file.text.length]};
}
