import {createReadStream} from 'node:fs';
import {open} from 'node:fs/promises';
import {LineEnds} from '../flows/compiler/offers/csv-stream.js';

const PIECE = 65_536;

/** What a file is by its first bytes, when it is no text: what to do with it. */
const NO_TEXT: readonly (readonly [sign: string | RegExp, what: string, hint: string])[] = [
  ['PK\u0003\u0004', 'een rekenblad (xlsx, ods) of een zip', 'Open het in je rekenblad en bewaar het als «CSV UTF-8».'],
  ['\u00d0\u00cf\u0011\u00e0', 'een oud rekenblad (xls)', 'Open het in je rekenblad en bewaar het als «CSV UTF-8».'],
  ['%PDF', 'een pdf', 'Vraag om het bestand als CSV.'],
  ['\u001f\u008b', 'ingepakt (gzip)', 'Pak het eerst uit.'],
  [/^(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype|html|\?xml|table)/i, 'een webpagina of XML', 'Open het in je rekenblad en bewaar het als «CSV UTF-8».'],
];

export interface ProbedText {
  encoding: string;
  bytes: number;
}

/** What a text file is written in: by its mark, by its zeroes, and whether all of it is UTF-8. One pass, a piece at a time. */
export async function probeText(path: string): Promise<ProbedText | {what: string; hint: string}> {
  const head = await headOf(path, 4_096);
  const binary = Buffer.from(head).toString('latin1');
  for (const [sign, what, hint] of NO_TEXT) if (typeof sign === 'string' ? binary.startsWith(sign) : sign.test(binary)) return {what, hint};
  let bytes = 0;
  let isUtf8 = true;
  let hasZero = false;
  const decoder = new TextDecoder('utf-8', {fatal: true});
  for await (const piece of createReadStream(path, {highWaterMark: PIECE}) as AsyncIterable<Buffer>) {
    bytes += piece.length;
    hasZero ||= piece.includes(0);
    isUtf8 &&= decodes(decoder, piece, true);
  }
  isUtf8 &&= decodes(decoder, new Uint8Array(), false);
  const wide = wideEncoding(head);
  if (wide) return {encoding: wide, bytes};
  if (hasZero) return {what: 'geen tekst', hint: 'Bewaar het in je rekenblad als «CSV UTF-8».'};
  return {encoding: isUtf8 ? 'utf-8' : 'windows-1252', bytes};
}

/** The text of a file in pieces, with `\n` for every line end and without a byte order mark. */
export async function* textPieces(path: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  const ends = new LineEnds();
  for await (const piece of createReadStream(path, {highWaterMark: PIECE}) as AsyncIterable<Buffer>) yield ends.push(decoder.decode(piece, {stream: true}));
  yield ends.push(decoder.decode()) + ends.end();
}

/** The first bytes of a file. */
async function headOf(path: string, length: number): Promise<Uint8Array> {
  const handle = await open(path, 'r');
  try {
    const {buffer, bytesRead} = await handle.read(new Uint8Array(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** UTF-16, by its mark or by a zero beside nearly every letter. */
function wideEncoding(head: Uint8Array): string | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeroes = (odd: number) => head.filter((byte, at) => at % 2 === odd && byte === 0).length / (head.length / 2 || 1);
  if (zeroes(1) > 0.7 && zeroes(0) < 0.05) return 'utf-16le';
  return zeroes(0) > 0.7 && zeroes(1) < 0.05 ? 'utf-16be' : undefined;
}

function decodes(decoder: TextDecoder, piece: Uint8Array, stream: boolean): boolean {
  try {
    decoder.decode(piece, {stream});
    return true;
  } catch {
    return false;
  }
}
