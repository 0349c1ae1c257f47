import {open, readdir, stat} from 'node:fs/promises';
import {basename, dirname, join, resolve} from 'node:path';
import {MAX_FILE_BYTES} from '../flows/compiler/read-file.js';
import type {PackFile} from '../flows/compiler/sort-files.js';
import {UsageError} from './usage.js';

/** A pack folder as the compiler takes it. */
export interface PackFolder {
  /** As typed, for messages. */
  typed: string;
  /** Name of the folder, and the folder it lies in. */
  name: string;
  parent: string;
  files: PackFile[];
}

/** Reads all files below a pack's folder; names that begin with a dot are left alone. */
export async function readPackFolder(typed: string): Promise<PackFolder> {
  const root = resolve(typed);
  const info = await stat(root).catch(() => undefined);
  if (!info) throw new UsageError(`De map «${typed}» bestaat niet.`);
  if (!info.isDirectory()) throw new UsageError(`«${typed}» is geen map. Geef de map waarin pakket.md staat.`);
  const files: PackFile[] = [];
  const visit = async (folder: string, prefix: string, depth: number): Promise<void> => {
    const entries = await readdir(folder, {withFileTypes: true});
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue;
      const path = prefix + entry.name;
      if (entry.isDirectory()) {
        if (depth < 4) await visit(join(folder, entry.name), `${path}/`, depth + 1);
      } else if (entry.isFile()) {
        files.push({path, bytes: await readUpTo(join(folder, entry.name), MAX_FILE_BYTES + 1)});
      }
    }
  };
  await visit(root, '', 0);
  return {typed, name: basename(root), parent: dirname(root), files};
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
