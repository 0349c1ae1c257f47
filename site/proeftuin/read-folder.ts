import {mostBytes} from '../../src/flows/compiler/read-file.js';
import type {PackFile} from '../../src/flows/compiler/sort-files.js';
import {MAX_FILES} from '../../src/workbench/zip.js';

/** The folder cannot be opened; the message tells the editor why and what to do. */
export class FolderError extends Error {
  override name = 'FolderError';
}

/** Reads files with their paths in a folder; what is hidden is left out. */
export async function readFiles(files: Iterable<{path: string; file: File}>): Promise<PackFile[]> {
  const wanted = [...files].filter(({path}) => !path.split('/').some((part) => part.startsWith('.')));
  if (wanted.length > MAX_FILES) throw new FolderError(`In deze map zitten meer dan ${MAX_FILES} bestanden. Kies de map waarin pakket.md staat.`);
  // One byte beyond the limit is enough to know that a file is too large.
  return Promise.all(wanted.map(async ({path, file}) => ({path, bytes: new Uint8Array(await file.slice(0, mostBytes(path) + 1).arrayBuffer())})));
}

/** What was chosen with `<input webkitdirectory>`. */
export function fromInput(list: FileList): {path: string; file: File}[] {
  return [...list].map((file) => ({path: file.webkitRelativePath || file.name, file}));
}

/** What was dragged here: folders and files. */
export async function fromDrop(items: DataTransferItemList): Promise<{path: string; file: File}[]> {
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const found: {path: string; file: File}[] = [];
  const visit = async (entry: FileSystemEntry, path: string): Promise<void> => {
    if (found.length > MAX_FILES || entry.name.startsWith('.')) return;
    if (entry.isFile) {
      const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
      found.push({path, file});
      return;
    }
    const reader = (entry as FileSystemDirectoryEntry).createReader();
    for (;;) {
      const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
      if (!some.length) return;
      for (const one of some) await visit(one, `${path}/${one.name}`);
    }
  };
  for (const entry of entries) await visit(entry, entry.name);
  return found;
}

/** Browsers that can write back into a folder have this. */
export interface Picker {
  showDirectoryPicker?: (options: {mode: 'readwrite'}) => Promise<FileSystemDirectoryHandle>;
}

type Walkable = FileSystemDirectoryHandle & {entries(): AsyncIterable<[string, FileSystemHandle]>};

export async function fromHandle(handle: FileSystemDirectoryHandle): Promise<{path: string; file: File}[]> {
  const found: {path: string; file: File}[] = [];
  const visit = async (folder: FileSystemDirectoryHandle, path: string): Promise<void> => {
    for await (const [name, one] of (folder as Walkable).entries()) {
      if (name.startsWith('.') || found.length > MAX_FILES) continue;
      if (one.kind === 'directory') await visit(one as FileSystemDirectoryHandle, `${path}${name}/`);
      else found.push({path: `${path}${name}`, file: await (one as FileSystemFileHandle).getFile()});
    }
  };
  await visit(handle, '');
  return found;
}

/** Writes what changed into the folder that was opened. */
export async function writeBack(handle: FileSystemDirectoryHandle, {written, removed}: {written: PackFile[]; removed: string[]}): Promise<void> {
  const folderOf = async (path: string): Promise<[FileSystemDirectoryHandle, string]> => {
    const parts = path.split('/');
    let folder = handle;
    for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part, {create: true});
    return [folder, parts.at(-1)!];
  };
  for (const {path, bytes} of written) {
    const [folder, name] = await folderOf(path);
    const stream = await (await folder.getFileHandle(name, {create: true})).createWritable();
    await stream.write(bytes as FileSystemWriteChunkType);
    await stream.close();
  }
  for (const path of removed) {
    const [folder, name] = await folderOf(path);
    await folder.removeEntry(name);
  }
}
