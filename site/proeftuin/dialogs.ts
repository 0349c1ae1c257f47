import {html, nothing, type TemplateResult} from 'lit';
import type {PackLayer} from '../../src/flows/compiler/layers.js';
import type {PackFile} from '../../src/flows/compiler/sort-files.js';
import {newPack} from '../../src/workbench/new-pack.js';
import {splitPacks} from '../../src/workbench/split-packs.js';
import {CLOSE} from '../../src/workbench/views/icons.js';
import {MAX_ZIP_BYTES, ZipError, readZip} from '../../src/workbench/zip.js';
import type {Garden} from './garden.js';
import {problemWithName} from './pack-files.js';
import {FolderError, fromDrop, fromHandle, fromInput, readFiles, type Picker} from './read-folder.js';

const dialogOf = (event: Event) => (event.target as Element).closest('dialog')!;

/** Where to begin: an example, a new pack, a folder or a zip. */
export function renderOpenDialog(garden: Garden): TemplateResult {
  const picker = globalThis as unknown as Picker;
  const handleExample = (event: Event, pack: PackLayer) => {
    dialogOf(event).close();
    garden.notice = '';
    garden.open(pack);
  };
  const handleNew = (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const data = new FormData(form);
    const text = (name: string) => String(data.get(name) ?? '');
    dialogOf(event).close();
    garden.begin(newPack({organisation: text('organisatie'), contact: text('contact'), phone: text('telefoon'), address: text('vorm') === 'u' ? 'u' : 'je'}, 'basis'));
    form.reset();
  };
  const handleFolder = async (event: Event) => {
    const input = event.target as HTMLInputElement;
    const {files} = input;
    dialogOf(event).close();
    if (files?.length) await take(garden, () => readFiles(fromInput(files)), files[0]!.webkitRelativePath.split('/')[0] ?? 'pakket');
    input.value = '';
  };
  const handlePick = async (event: Event) => {
    const dialog = dialogOf(event);
    const handle = await picker.showDirectoryPicker!({mode: 'readwrite'}).catch(() => undefined);
    if (!handle) return;
    dialog.close();
    await take(garden, async () => readFiles(await fromHandle(handle)), handle.name, handle);
  };
  const handleZip = async (event: Event) => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    dialogOf(event).close();
    if (file) await takeZip(garden, file);
    input.value = '';
  };
  return html`<dialog class="pt-venster" id="openen" aria-labelledby="openen-kop">
    <div class="wb-balk">
      <h2 id="openen-kop">Openen</h2>
      <button type="button" class="wb-knop" aria-label="Sluiten" @click=${(event: Event) => dialogOf(event).close()}>${CLOSE}</button>
    </div>
    ${garden.dirty ? html`<p class="wb-bericht let-op"><span>Je hebt wijzigingen die nog niet bewaard zijn. Open je iets anders, dan zijn ze weg.</span></p>` : nothing}
    <h3 class="wb-kop">Van je computer</h3>
    <p class="wb-zacht">Je bestanden blijven op je computer. Slepen naar deze pagina kan ook.</p>
    <div class="wb-knoppen">
      ${picker.showDirectoryPicker ? html`<button type="button" class="wb-knop" @click=${handlePick}>Map openen om in te werken</button>` : nothing}
      <label class="wb-knop pt-bestand">Map openen<input type="file" webkitdirectory @change=${handleFolder} /></label>
      <label class="wb-knop pt-bestand">Zip openen<input type="file" accept=".zip,application/zip" data-open="zip" @change=${handleZip} /></label>
    </div>
    <h3 class="wb-kop">Nieuw pakket op het basispakket</h3>
    <form class="pt-nieuw" @submit=${handleNew}>
      <label class="wb-veld"><span>Naam van je organisatie</span><input name="organisatie" required maxlength="80" autocomplete="organization" /></label>
      <label class="wb-veld"><span>Wie kunnen mensen bellen?</span><input name="contact" required maxlength="80" autocomplete="off" /></label>
      <label class="wb-veld"><span>Telefoonnummer</span><input name="telefoon" required pattern="[+0-9][0-9 \\(\\).\\-]{2,}" title="Cijfers, spaties en streepjes" maxlength="30" autocomplete="off" /></label>
      <label class="wb-veld"><span>Aanspreken met</span><select name="vorm"><option value="je">je</option><option value="u">u</option></select></label>
      <button class="wb-knop hoofd">Maak het pakket</button>
    </form>
    <h3 class="wb-kop">Voorbeelden</h3>
    <ul class="pt-voorbeelden">
      ${garden.shipped.map((pack) => html`<li><button type="button" class="wb-link" data-voorbeeld=${pack.packDir} @click=${(event: Event) => handleExample(event, pack)}>${nameOf(pack)}</button></li>`)}
    </ul>
  </dialog>`;
}

/** A name for a file that is new, or for one that gets another. */
export function renderNameDialog(garden: Garden, state: NameState, changed: () => void): TemplateResult {
  const {from} = state;
  const handleSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const path = String(new FormData(event.target as HTMLFormElement).get('naam')).trim();
    state.problem = path === from ? '' : (problemWithName(path, (one) => garden.files?.get(one) !== undefined) ?? '');
    if (state.problem) return changed();
    dialogOf(event).close();
    if (from === undefined) garden.add(path, startOf(path));
    else if (path !== from) garden.rename(from, path);
  };
  return html`<dialog class="pt-venster smal" id="naam" aria-labelledby="naam-kop">
    <h2 id="naam-kop">${from === undefined ? 'Nieuw bestand' : 'Andere naam'}</h2>
    <form class="pt-nieuw" @submit=${handleSubmit}>
      <label class="wb-veld"><span>Map en naam</span><input name="naam" .value=${from ?? 'gesprekken/'} autocomplete="off" aria-describedby="naam-fout" aria-invalid=${state.problem ? 'true' : 'false'} /></label>
      <p id="naam-fout" class="pt-fout" role="alert">${state.problem}</p>
      <div class="wb-knoppen">
        <button class="wb-knop hoofd">${from === undefined ? 'Maak het bestand' : 'Geef deze naam'}</button>
        <button type="button" class="wb-knop" @click=${(event: Event) => dialogOf(event).close()}>Laat maar</button>
      </div>
    </form>
  </dialog>`;
}

/** Throwing a file away can not be undone here, so it is asked. */
export function renderRemoveDialog(garden: Garden, path: string): TemplateResult {
  const handleRemove = (event: Event) => {
    dialogOf(event).close();
    garden.remove(path);
  };
  return html`<dialog class="pt-venster smal" id="weg" aria-labelledby="weg-kop">
    <h2 id="weg-kop">«${path}» weghalen?</h2>
    <p>Het bestand gaat uit het pakket. Terughalen kan alleen door het pakket opnieuw te openen.</p>
    <div class="wb-knoppen">
      <button type="button" class="wb-knop hoofd" @click=${handleRemove}>Haal weg</button>
      <button type="button" class="wb-knop" @click=${(event: Event) => dialogOf(event).close()}>Laat maar</button>
    </div>
  </dialog>`;
}

export interface NameState {
  /** The file that gets another name; without it a file is made. */
  from: string | undefined;
  problem: string;
}

/** Opens what was dropped on the page. */
export async function takeDrop(garden: Garden, transfer: DataTransfer): Promise<void> {
  const [file] = transfer.files;
  if (transfer.files.length === 1 && file && /\.zip$/i.test(file.name)) return takeZip(garden, file);
  const {items} = transfer;
  const entry = items[0]?.webkitGetAsEntry();
  if (!entry) return;
  if (!entry.isDirectory) return garden.say('Sleep een map of een zip hierheen, geen los bestand.', true);
  await take(garden, async () => readFiles(await fromDrop(items)), entry.name);
}

export async function takeZip(garden: Garden, file: File): Promise<void> {
  const read = async () => {
    if (file.size > MAX_ZIP_BYTES) throw new ZipError(`Deze zip is groter dan ${MAX_ZIP_BYTES / 1_000_000} MB. Zo groot is een pakket nooit: kies de zip met alleen het pakket.`);
    return readZip(new Uint8Array(await file.arrayBuffer()));
  };
  await take(garden, read, file.name.replace(/\.zip$/i, ''));
}

async function take(garden: Garden, read: () => Promise<PackFile[]>, name: string, handle?: FileSystemDirectoryHandle): Promise<void> {
  try {
    const {packs: [pack, ...beside], tooLarge} = splitPacks(await read(), name || 'pakket');
    if (!pack) throw new FolderError('Hier zit niets in dat een pakket kan zijn. Kies de map waarin pakket.md staat.');
    const inside = handle && pack.files.some(({path}) => path === 'pakket.md') && name === pack.packDir ? handle : undefined;
    garden.open(pack, beside, inside);
    const left = tooLarge.length ? ` Weggelaten omdat het te groot is: ${tooLarge.slice(0, 3).join(', ')}.` : '';
    garden.say(`«${pack.packDir}» is open.${beside.length ? ` Er staat nog meer bij: ${beside.map(({packDir}) => packDir).join(', ')}.` : ''}${left}`, left !== '');
  } catch (error) {
    const known = error instanceof ZipError || error instanceof FolderError;
    garden.say(known ? error.message : 'Dit is niet te lezen. Staat het bestand nog op dezelfde plek, en mag je erbij?', true);
  }
}

/** «Voorbeeldpakket van een gemeente», as `pakket.md` says. */
function nameOf({packDir, files}: PackLayer): string {
  const file = files.find(({path}) => path === 'pakket.md');
  const name = file && /^naam:\s*["']?(.+?)["']?\s*$/m.exec(new TextDecoder().decode(file.bytes))?.[1];
  return name ?? packDir;
}

/** Something to begin with, by what the file is. */
function startOf(path: string): string {
  if (path.startsWith('gesprekken/')) return '---\ntitel: Nieuw gesprek\n---\n\n## De eerste vraag? {#begin}\n\n- [Ja](#einde)\n- [Nee](#einde)\n\n## Dit was het {#einde}\n\nSchrijf hier wat mensen lezen.\n\n`toon contact`\n';
  if (path.startsWith('steun/')) return '---\ntitel: Nieuwe steun\n---\n\nSchrijf hier wat het is, en voor wie.\n';
  return '';
}
