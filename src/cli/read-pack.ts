import {open, readdir, stat} from 'node:fs/promises';
import {basename, dirname, join, resolve} from 'node:path';
import {MAX_CSV_BYTES} from '../flows/compiler/offers/csv-text.js';
import {mostBytes} from '../flows/compiler/read-file.js';
import type {FileProblem} from '../flows/compiler/file-problem.js';
import type {PackFile} from '../flows/compiler/sort-files.js';
import {UsageError} from './usage.js';

/** A pack folder as the compiler takes it. */
export interface PackFolder {
  /** As typed, for messages. */
  typed: string;
  root: string;
  /** Name of the folder, and the folder it lies in. */
  name: string;
  parent: string;
  files: PackFile[];
}

/** A folder with more is no pack: somebody gave the wrong one. */
const MAX_FILES = 20_000;
const MAX_BYTES = 256_000_000;
const MAX_DEPTH = 4;

type Read = (path: string, limit: number) => Promise<Uint8Array>;

/**
 * Reads all files below a pack's folder; names that begin with a dot are left alone. What cannot be read, or is no
 * plain file, is given with its problem, for the compiler to tell: reading never fails because of one file.
 */
export async function readPackFolder(typed: string, read: Read = readUpTo): Promise<PackFolder> {
  const root = resolve(typed);
  const info = await stat(root).catch(() => undefined);
  if (!info) throw new UsageError(`De map «${typed}» bestaat niet.`);
  if (!info.isDirectory()) throw new UsageError(`«${typed}» is geen map. Geef de map waarin pakket.md staat.`);
  const files: PackFile[] = [];
  let bytes = 0;
  const full = () => files.length >= MAX_FILES || bytes >= MAX_BYTES;
  const put = (path: string, problem: FileProblem) => void files.push({path, bytes: new Uint8Array(), problem});
  const visit = async (folder: string, prefix: string, depth: number): Promise<void> => {
    for (const entry of await readdir(folder, {withFileTypes: true})) {
      if (files.at(-1)?.problem === 'many') return;
      if (entry.name.startsWith('.')) continue;
      const path = prefix + entry.name;
      if (full()) put(path, 'many');
      else if (entry.isSymbolicLink()) put(path, 'link');
      else if (entry.isDirectory()) {
        if (depth < MAX_DEPTH) await visit(join(folder, entry.name), `${path}/`, depth + 1).catch(() => put(path, 'denied'));
        else put(path, 'deep');
      } else if (!entry.isFile()) put(path, 'special');
      else {
        const content = await read(join(folder, entry.name), (path.endsWith('.csv') ? MAX_CSV_BYTES : mostBytes(path)) + 1).catch(() => undefined);
        if (!content) put(path, 'denied');
        else files.push({path, bytes: content});
        bytes += content?.length ?? 0;
      }
    }
  };
  await visit(root, '', 0);
  return {typed, root, name: basename(root), parent: dirname(root), files};
}

/** The beginning of a file: one byte beyond the limit is enough to know that it is too large. */
async function readUpTo(path: string, limit: number): Promise<Uint8Array> {
  const handle = await open(path, 'r');
  try {
    const {size} = await handle.stat();
    const bytes = new Uint8Array(Math.min(size, limit));
    let filled = 0;
    while (filled < bytes.length) {
      const {bytesRead} = await handle.read(bytes, filled, bytes.length - filled, filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return bytes.subarray(0, filled);
  } finally {
    await handle.close();
  }
}
