import type {OutputFile} from '../../src/flows/compiler/pack-parts.js';
import {findAmong, findBases, type PackLayer} from '../../src/flows/compiler/layers.js';
import {CompilerClient, CompilerError} from '../../src/workbench/compiler-client.js';
import {makeCompiler} from '../../src/workbench/make-compiler.js';
import {localDay, type Place} from '../../src/workbench/project.js';
import {splitPacks} from '../../src/workbench/split-packs.js';
import {Workbench} from '../../src/workbench/workbench.js';
import {readZip, writeZip} from '../../src/workbench/zip.js';
import {Editor} from './editor.js';
import {PackFiles} from './pack-files.js';
import {writeBack} from './read-folder.js';

export type Pane = 'tekst' | 'widget' | 'controle';

/** Whoever types is not interrupted: the check waits for a pause. */
const PAUSE_MS = 250;

/** What the playground knows: the pack that is edited, the packs it can build on, and what the workbench finds. */
export class Garden {
  readonly bench: Workbench;
  files: PackFiles | undefined;
  /** Packs to build on or to begin from: those that came along, and what lay beside the pack that was opened. */
  shipped: PackLayer[] = [];
  beside: PackLayer[] = [];
  /** The file that is shown: as diagnostics name it. */
  shown = '';
  /** Which part is on a narrow screen. */
  pane: Pane = 'tekst';
  notice = '';
  wrong = false;
  dirty = false;
  /** The folder that can be written back into. */
  handle: FileSystemDirectoryHandle | undefined;

  #changed: () => void;
  #editor: Editor | undefined;
  #pause: ReturnType<typeof setTimeout> | undefined;
  /** What the marks in the text were made of. */
  #marked: unknown;

  constructor(changed: () => void) {
    this.#changed = changed;
    this.bench = new Workbench({
      client: new CompilerClient(() => makeCompiler(new URL('./werker.js', import.meta.url))),
      changed: () => {
        this.#mark();
        changed();
      },
      jump: (place) => this.jump(place),
    });
  }

  /** Gives the text its place; once. */
  mount(place: HTMLElement): void {
    this.#editor = new Editor(place, (name, text) => this.#edit(name, text));
  }

  async loadShipped(): Promise<void> {
    const response = await fetch(new URL('./pakketten.zip', import.meta.url));
    if (!response.ok) throw new Error('De voorbeelden zijn niet te laden. Herlaad de pagina.');
    this.shipped = splitPacks(readZip(new Uint8Array(await response.arrayBuffer())), 'pakket').packs;
  }

  // --- opening

  open(pack: PackLayer, beside: PackLayer[] = [], handle?: FileSystemDirectoryHandle): void {
    this.files = new PackFiles(pack);
    this.beside = beside;
    this.handle = handle;
    this.dirty = false;
    this.bench.leave();
    this.#editor?.clear();
    const first = this.files.list.find(({path}) => path.startsWith('gesprekken/')) ?? this.files.list[0];
    this.shown = '';
    if (first) this.show(`${this.files.packDir}/${first.path}`);
    void this.check();
  }

  /** A pack that nobody has saved yet. */
  begin(pack: PackLayer): void {
    this.open(pack);
    this.dirty = true;
    this.say('Dit is je nieuwe pakket. Bewaar het als zip, anders is het weg zodra je deze pagina sluit.');
  }

  // --- editing

  /** Shows a file of the pack, or one below it to read. */
  show(name: string): void {
    const own = this.#ownPath(name);
    const text = own === undefined ? this.#baseText(name) : this.files!.text(own);
    this.shown = name;
    this.#marked = undefined;
    this.#editor?.show(name, text ?? '', own === undefined || text === undefined);
    this.#mark();
    this.#changed();
  }

  jump({file, line, column}: Place): void {
    const own = this.#ownPath(file);
    if (own !== undefined && this.files?.get(own) === undefined) return this.say(`«${own}» bestaat niet. Maak het met «Nieuw bestand».`, true);
    this.pane = 'tekst';
    this.show(file);
    this.#editor?.goTo(line, column);
  }

  /** Whether the file that is shown belongs to a pack below, and can only be read. */
  get reading(): boolean {
    return this.shown !== '' && this.#ownPath(this.shown) === undefined;
  }

  get unreadable(): boolean {
    const own = this.#ownPath(this.shown);
    return own !== undefined && this.files?.text(own) === undefined;
  }

  add(path: string, text: string): void {
    this.files!.add(path, new TextEncoder().encode(text));
    this.#touched();
    this.show(`${this.files!.packDir}/${path}`);
  }

  rename(from: string, to: string): void {
    const {packDir} = this.files!;
    this.files!.rename(from, to);
    this.#editor?.forget(`${packDir}/${from}`);
    this.#touched();
    this.show(`${packDir}/${to}`);
  }

  remove(path: string): void {
    const {packDir} = this.files!;
    this.files!.remove(path);
    this.#editor?.forget(`${packDir}/${path}`);
    this.#touched();
    const [next] = this.files!.list;
    if (next) this.show(`${packDir}/${next.path}`);
  }

  // --- saving

  /** The pack as it is edited, in a zip with its folder. */
  saveZip(): void {
    const {packDir, list} = this.files!;
    download(`${packDir}.zip`, writeZip(list.map(({path, bytes}) => ({path: `${packDir}/${path}`, bytes}))));
    this.#saved('Het pakket staat bij je downloads.');
  }

  /** What goes on the web server; the same files as `mantelzorg bouw` makes. */
  async saveBuilt(): Promise<void> {
    const {packDir} = this.files!;
    const unsound = 'Los eerst de fouten op. Een pakket met fouten gaat niet naar de site.';
    if (!this.bench.isSound) return this.say(unsound, true);
    this.say('Even geduld: de chat leert nu van je teksten. Dat kan een halve minuut duren.');
    let built: OutputFile[];
    try {
      built = await this.bench.files();
    } catch (reason) {
      if (!(reason instanceof CompilerError)) throw reason;
      return this.say(reason.message, true);
    }
    if (!built.length) return this.say(unsound, true);
    download(`${packDir}-voor-de-site.zip`, writeZip(built.map(({path, bytes}) => ({path: `pakket/${path}`, bytes}))));
    this.say('Pak de zip uit op de webserver, en wijs ernaar met pakket="/pakket/pakket.json". Laat bestanden van een vorige keer staan.');
  }

  async saveFolder(): Promise<void> {
    try {
      await writeBack(this.handle!, this.files!.changes);
      this.#saved('De map is bijgewerkt.');
    } catch {
      this.say('Schrijven in de map lukt niet. Geef je browser toestemming, of bewaar als zip.', true);
    }
  }

  say(notice: string, wrong = false): void {
    this.notice = notice;
    this.wrong = wrong;
    this.#changed();
  }

  set(pane: Pane): void {
    this.pane = pane;
    this.#changed();
  }

  // --- inside

  async check(): Promise<void> {
    const {files} = this;
    if (!files) return;
    const own = {packDir: files.packDir, files: files.list};
    const bases = await findBases(own, findAmong([...this.shipped, ...this.beside].filter(({packDir}) => packDir !== files.packDir)));
    await this.bench.open({...own, ...bases, today: localDay(new Date())});
  }

  #edit(name: string, text: string): void {
    const own = this.#ownPath(name);
    if (own === undefined) return;
    this.files!.write(own, text);
    this.#touched();
  }

  #touched(): void {
    this.dirty = true;
    this.notice = '';
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.check(), PAUSE_MS);
    this.#changed();
  }

  #saved(notice: string): void {
    this.files!.saved();
    this.dirty = false;
    this.say(notice);
  }

  /** The problems belong to the text of the last check; the marks move along with what is typed after it. */
  #mark(): void {
    const diagnostics = this.bench.analysis?.diagnostics;
    if (!diagnostics || this.#marked === diagnostics) return;
    this.#marked = diagnostics;
    this.#editor?.mark(diagnostics.filter(({file}) => file === this.shown));
  }

  #ownPath(name: string): string | undefined {
    const start = `${this.files?.packDir}/`;
    return this.files && name.startsWith(start) ? name.slice(start.length) : undefined;
  }

  #baseText(name: string): string | undefined {
    for (const {packDir, files} of this.bench.project?.bases ?? []) {
      const file = files.find(({path}) => `${packDir}/${path}` === name);
      if (file) return new TextDecoder().decode(file.bytes);
    }
    return undefined;
  }
}

function download(name: string, bytes: Uint8Array): void {
  const url = URL.createObjectURL(new Blob([bytes as BlobPart], {type: 'application/zip'}));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has begun by then; the bytes may go.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
