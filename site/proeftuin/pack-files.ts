import type {Diagnostic} from '../../src/flows/compiler/diagnostic.js';
import type {PackLayer} from '../../src/flows/compiler/layers.js';
import type {PackFile} from '../../src/flows/compiler/sort-files.js';

/** The files of the pack that is being edited. What was not touched keeps its bytes, line ends and all. */
export class PackFiles {
  readonly packDir: string;
  #files: Map<string, Uint8Array>;
  #saved: Map<string, Uint8Array>;

  constructor({packDir, files}: PackLayer) {
    this.packDir = packDir;
    this.#files = new Map(files.map(({path, bytes}) => [path, bytes]));
    this.#saved = new Map(this.#files);
  }

  /** By path: `pakket.md` first, then folders by name. */
  get list(): PackFile[] {
    const rank = (path: string) => (path === 'pakket.md' ? 0 : path.includes('/') ? 2 : 1);
    return [...this.#files].map(([path, bytes]) => ({path, bytes})).sort((a, b) => rank(a.path) - rank(b.path) || (a.path < b.path ? -1 : 1));
  }

  get(path: string): Uint8Array | undefined {
    return this.#files.get(path);
  }

  /** What a text file says, or nothing when it is no text. */
  text(path: string): string | undefined {
    try {
      return new TextDecoder('utf-8', {fatal: true}).decode(this.#files.get(path));
    } catch {
      return undefined;
    }
  }

  /** Line ends stay as they were in the file. */
  write(path: string, text: string): void {
    const crlf = /\r\n/.test(this.text(path) ?? '');
    this.#files.set(path, new TextEncoder().encode(crlf ? text.replace(/\n/g, '\r\n') : text));
  }

  add(path: string, bytes: Uint8Array): void {
    this.#files.set(path, bytes);
  }

  remove(path: string): void {
    this.#files.delete(path);
  }

  rename(from: string, to: string): void {
    const bytes = this.#files.get(from)!;
    this.#files.delete(from);
    this.#files.set(to, bytes);
  }

  /** What differs from what was opened or saved last: files to write, and files to remove. */
  get changes(): {written: PackFile[]; removed: string[]} {
    const same = (a: Uint8Array, b: Uint8Array | undefined) => b !== undefined && a.length === b.length && a.every((byte, n) => byte === b[n]);
    return {
      written: this.list.filter(({path, bytes}) => !same(bytes, this.#saved.get(path))),
      removed: [...this.#saved.keys()].filter((path) => !this.#files.has(path)),
    };
  }

  get dirty(): boolean {
    const {written, removed} = this.changes;
    return written.length + removed.length > 0;
  }

  saved(): void {
    this.#saved = new Map(this.#files);
  }
}

/** Why a file of a pack cannot have this name; nothing when it can. */
export function problemWithName(path: string, taken: (path: string) => boolean): string | undefined {
  if (!path) return 'Geef het bestand een naam.';
  if (taken(path)) return `«${path}» bestaat al. Kies een andere naam.`;
  if (/^(?:(?:gesprekken|steun|aanbod|beelden|[a-z]{2}|nl-u)\/)?(?:(?:gesprekken|steun)\/)?[a-z0-9][a-z0-9.-]*\.[a-z0-9]+$/.test(path)) return undefined;
  return 'Gebruik kleine letters, cijfers en streepjes, en zet de map ervoor: gesprekken/mijn-gesprek.md.';
}

/** Problems by file, for the list of files. */
export function countByFile(diagnostics: readonly Diagnostic[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const {file} of diagnostics) counts.set(file, (counts.get(file) ?? 0) + 1);
  return counts;
}
