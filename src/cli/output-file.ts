import {open, rename, rm, stat, type FileHandle} from 'node:fs/promises';
import type {Terminal} from './terminal.js';
import {UsageError} from './usage.js';

const PIECE = 65_536;

/** Whether `path` may be written: it is not there, or somebody said so. */
export async function allowWriting(path: string, overwrite: boolean, terminal: Terminal): Promise<void> {
  const info = await stat(path).catch(() => undefined);
  if (!info) return;
  if (!info.isFile()) throw new UsageError(`«${path}» is geen bestand. Geef achter --uit de naam van een bestand.`);
  if (overwrite) return;
  const answer = await terminal.ask?.(`«${path}» bestaat al. Overschrijven? (ja of nee) `);
  if (answer !== undefined && /^\s*j(?:a)?\s*$/i.test(answer)) return;
  throw new UsageError(`«${path}» bestaat al, en er is niets geschreven. Kies een andere naam, of geef --overschrijf mee.`);
}

/** A file that grows beside its place and is put there when it is whole. What goes wrong halfway leaves what was there. */
export class OutputFile {
  private waiting: string[] = [];
  private length = 0;
  bytes = 0;

  private constructor(
    private readonly path: string,
    private readonly temporary: string,
    private readonly handle: FileHandle,
  ) {}

  static async create(path: string): Promise<OutputFile> {
    const temporary = `${path}.${process.pid}.deel`;
    return new OutputFile(path, temporary, await open(temporary, 'w'));
  }

  async write(text: string): Promise<void> {
    this.waiting.push(text);
    this.length += text.length;
    if (this.length >= PIECE) await this.flush();
  }

  async finish(): Promise<void> {
    await this.flush();
    await this.handle.close();
    await rename(this.temporary, this.path);
  }

  async discard(): Promise<void> {
    await this.handle.close().catch(() => undefined);
    await rm(this.temporary, {force: true});
  }

  private async flush(): Promise<void> {
    const {bytesWritten} = await this.handle.write(this.waiting.join(''));
    this.bytes += bytesWritten;
    this.waiting = [];
    this.length = 0;
  }
}
