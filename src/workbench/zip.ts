import {Inflate, Zip, ZipDeflate} from 'fflate';
import type {PackFile} from '../flows/compiler/sort-files.js';

/** A pack is text and some pictures; nobody's comes near these. They keep a zip that swells from filling the computer. */
export const MAX_ZIP_BYTES = 50_000_000;
export const MAX_UNPACKED_BYTES = 60_000_000;
export const MAX_FILES = 3_000;
/** Pieces to unpack at a time: one of them cannot swell far before it is noticed. */
const PIECE = 65_536;

/** The zip cannot be opened; the message tells the editor why and what to do. */
export class ZipError extends Error {
  override name = 'ZipError';
}

const damaged = () => new ZipError('Deze zip is beschadigd of niet compleet. Download of maak hem opnieuw.');

/**
 * The files of a zip. Its list of contents is not trusted: sizes are counted while unpacking, and a name that leads
 * out of the zip is refused.
 * @throws ZipError
 */
export function readZip(bytes: Uint8Array): PackFile[] {
  if (bytes.length > MAX_ZIP_BYTES) throw new ZipError(`Deze zip is groter dan ${MAX_ZIP_BYTES / 1_000_000} MB. Zo groot is een pakket nooit: kies de zip met alleen het pakket.`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > MAX_FILES) throw new ZipError(`In deze zip zitten meer dan ${MAX_FILES} bestanden. Kies de zip met alleen het pakket.`);
  const files: PackFile[] = [];
  const budget = {left: MAX_UNPACKED_BYTES};
  try {
    for (let n = 0; n < count; n++) {
      if (view.getUint32(at, true) !== 0x02014b50) throw damaged();
      const flags = view.getUint16(at + 8, true);
      const method = view.getUint16(at + 10, true);
      const packed = view.getUint32(at + 20, true);
      const lengths = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [number, number, number];
      const header = view.getUint32(at + 42, true);
      const name = nameOf(bytes.subarray(at + 46, at + 46 + lengths[0]), (flags & 0x800) !== 0);
      at += 46 + lengths[0] + lengths[1] + lengths[2];
      if (name.endsWith('/') || isClutter(name)) continue;
      if (flags & 1) throw new ZipError('Deze zip heeft een wachtwoord. Pak hem uit, en open de map of een zip zonder wachtwoord.');
      if (view.getUint32(header, true) !== 0x04034b50) throw damaged();
      const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
      if (start + packed > bytes.length) throw damaged();
      files.push({path: safePath(name), bytes: unpack(bytes.subarray(start, start + packed), method, budget)});
    }
  } catch (error) {
    // Beyond the last byte: the list of contents is wrong.
    if (error instanceof RangeError) throw damaged();
    throw error;
  }
  return files;
}

/** A zip of some files, the same bytes for the same files. Piece by piece, because then names are no keys of an object. */
export function writeZip(files: readonly PackFile[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece);
  });
  for (const {path, bytes} of files) {
    const file = new ZipDeflate(path, {level: 9});
    file.mtime = '1980-01-01T12:00:00';
    zip.add(file);
    file.push(bytes, true);
  }
  zip.end();
  return join(pieces);
}

function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 65_535); at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  throw new ZipError('Dit is geen zip. Kies een bestand dat op .zip eindigt, of open de map.');
}

function nameOf(bytes: Uint8Array, utf8: boolean): string {
  try {
    return new TextDecoder('utf-8', {fatal: utf8}).decode(bytes).replaceAll('\\', '/');
  } catch {
    throw damaged();
  }
}

/** What operating systems add of their own. */
function isClutter(name: string): boolean {
  return name.split('/').some((part) => (part.startsWith('.') && !/^\.+$/.test(part)) || part === '__MACOSX' || part === 'Thumbs.db');
}

/** @throws ZipError when a name leads out of the folder that it is unpacked in. */
export function safePath(name: string): string {
  const parts = name.split('/');
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  if (name.startsWith('/') || /^[a-z]:/i.test(name) || /[\u0000-\u001f]/.test(name) || parts.some((part) => part === '..' || part === '.' || part === '')) {
    throw new ZipError(`In deze zip zit een bestand met een onveilige naam («${name.slice(0, 60)}»). Maak de zip opnieuw van alleen de map van het pakket.`);
  }
  return name;
}

function unpack(packed: Uint8Array, method: number, budget: {left: number}): Uint8Array {
  const pieces: Uint8Array[] = [];
  const take = (piece: Uint8Array) => {
    budget.left -= piece.length;
    if (budget.left < 0) throw new ZipError(`Uitgepakt is deze zip groter dan ${MAX_UNPACKED_BYTES / 1_000_000} MB. Kies de zip met alleen het pakket.`);
    pieces.push(piece);
  };
  if (method === 0) {
    take(packed.slice());
  } else if (method === 8) {
    let finished = false;
    const inflate = new Inflate((piece, final) => {
      take(piece);
      finished = final;
    });
    try {
      for (let at = 0; at < packed.length; at += PIECE) inflate.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
    } catch (error) {
      throw error instanceof ZipError ? error : damaged();
    }
    if (!finished) throw damaged();
  } else {
    throw new ZipError('Deze zip is ingepakt op een manier die hier niet kan. Maak de zip met het gewone inpakken van je computer.');
  }
  return join(pieces);
}

function join(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, {length}) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
