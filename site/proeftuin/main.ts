import {html, nothing, render, type TemplateResult} from 'lit';
import {FOUND_ODD, FOUND_RIGHT, PLUS} from '../../src/workbench/views/icons.js';
import {renderFindings, renderVerdict, renderWidget} from '../../src/workbench/views/panels.js';
import {renderNameDialog, renderOpenDialog, renderRemoveDialog, takeDrop, type NameState} from './dialogs.js';
import {Garden, type Pane} from './garden.js';
import {countByFile} from './pack-files.js';

/** The playground: text on the left, widget on the right, everything in this browser. */
const root = document.getElementById('proeftuin')!;
const garden = new Garden(() => draw());
const naming: NameState = {from: undefined, problem: ''};
const PANES: readonly [Pane, string][] = [['tekst', 'Tekst'], ['widget', 'Widget'], ['controle', 'Controle']];

let mounted = false;

function draw(): void {
  render(page(), root);
  if (!mounted) garden.mount(root.querySelector<HTMLElement>('.pt-tekst')!);
  mounted = true;
  garden.bench.drawn(root);
}

function page(): TemplateResult {
  const {bench, files} = garden;
  return html`
    <header class="wb-hoofd">
      <p class="pt-naam"><a href="/">mantelzorg-widgets</a></p>
      <h1>Proeftuin${files ? html`: ${files.packDir}` : nothing}</h1>
      ${renderVerdict(bench)}
      <div class="wb-knoppen pt-daden">
        <button type="button" class="wb-knop" data-daad="openen" @click=${() => show('openen')}>Openen</button>
        ${garden.handle ? html`<button type="button" class="wb-knop" ?disabled=${!garden.dirty} data-daad="map" @click=${() => void garden.saveFolder()}>Bewaar in de map</button>` : nothing}
        <button type="button" class="wb-knop" ?disabled=${!files} data-daad="zip" @click=${() => garden.saveZip()}>Bewaar als zip</button>
        <button type="button" class="wb-knop hoofd" ?disabled=${!files} data-daad="site" @click=${() => void garden.saveBuilt()}>Voor de site</button>
      </div>
    </header>
    <nav class="pt-keuze" aria-label="Wat je ziet">
      ${PANES.map(([pane, title]) => html`<button type="button" aria-pressed=${garden.pane === pane ? 'true' : 'false'} @click=${() => garden.set(pane)}>${title}${pane === 'controle' && bench.errors + bench.warnings ? html` <span class="wb-aantal">${bench.errors + bench.warnings}</span>` : nothing}</button>`)}
    </nav>
    <p class="pt-melding ${garden.wrong ? 'fout' : ''}" role="status" ?hidden=${!garden.notice}>${garden.wrong ? FOUND_ODD : FOUND_RIGHT}<span>${garden.notice}</span></p>
    <main class="pt-tuin" data-vlak=${garden.pane}>
      <h2 class="wb-verborgen">Pakket schrijven en proberen</h2>
      <section class="pt-bestanden" aria-label="Bestanden">${renderFiles()}</section>
      <section class="pt-schrijven" aria-label="Tekst">
        <div class="wb-balk pt-kop">
          <p class="pt-bestandsnaam">${shortName(garden.shown)}</p>
          ${garden.reading ? html`<span class="wb-zacht">uit een lager pakket: alleen lezen</span>` : renderFileActions()}
        </div>
        ${garden.unreadable ? html`<p class="wb-bericht let-op">${FOUND_ODD}<span>Dit bestand is geen tekst. Je kunt het hier niet wijzigen; het blijft wel in het pakket.</span></p>` : nothing}
        <div class="pt-tekst" ?hidden=${garden.unreadable}></div>
        <p class="pt-hulp wb-zacht">Met Tab verlaat je de tekst. Zoeken: Ctrl+F.</p>
      </section>
      <div class="pt-controle">${renderFindings(bench)}</div>
      ${renderWidget(bench)}
    </main>
    <footer class="pt-voet wb-zacht"><p>Alles gebeurt in deze browser: er wordt niets verstuurd en niets bewaard. Sluit je de pagina, dan is weg wat je niet bewaarde.</p></footer>
    ${renderOpenDialog(garden)} ${renderNameDialog(garden, naming, draw)} ${renderRemoveDialog(garden, shortName(garden.shown))}
  `;
}

function renderFiles(): TemplateResult {
  const {files, bench} = garden;
  if (!files) return html`<p class="wb-zacht">Laden …</p>`;
  const counts = countByFile(bench.analysis?.diagnostics ?? []);
  const bases = bench.project?.bases ?? [];
  return html`
    <div class="wb-balk pt-kop">
      <h3 class="wb-kop">Bestanden</h3>
      <button type="button" class="wb-knop klein" aria-label="Nieuw bestand" title="Nieuw bestand" data-daad="nieuw" @click=${() => askName(undefined)}>${PLUS}</button>
    </div>
    <label class="wb-veld pt-kiezer">
      <span>Bestand</span>
      <select @change=${(event: Event) => garden.show((event.target as HTMLSelectElement).value)}>
        ${files.list.map(({path}) => fileOption(`${files.packDir}/${path}`, path))}
        ${bases.map(({packDir, files: below}) => html`<optgroup label="Uit ${packDir} (alleen lezen)">${below.map(({path}) => fileOption(`${packDir}/${path}`, path))}</optgroup>`)}
      </select>
    </label>
    <ul class="pt-lijst">
      ${files.list.map(({path}) => fileItem(`${files.packDir}/${path}`, path, counts))}
    </ul>
    ${bases.map(
      ({packDir, files: below}) => html`<details class="pt-lager" data-lager=${packDir}>
        <summary>Uit ${packDir}</summary>
        <ul class="pt-lijst">${below.filter(({path}) => path.endsWith('.md')).map(({path}) => fileItem(`${packDir}/${path}`, path, counts))}</ul>
      </details>`,
    )}
  `;
}

function fileOption(name: string, path: string): TemplateResult {
  return html`<option value=${name} .selected=${name === garden.shown}>${path}</option>`;
}

function fileItem(name: string, path: string, counts: ReadonlyMap<string, number>): TemplateResult {
  const count = counts.get(name);
  return html`<li>
    <button type="button" data-bestand=${path} aria-current=${name === garden.shown ? 'true' : nothing} @click=${() => garden.show(name)}>
      <span>${path}</span>${count ? html` <span class="wb-aantal" aria-label="${count} problemen">${count}</span>` : nothing}
    </button>
  </li>`;
}

function renderFileActions(): TemplateResult | typeof nothing {
  const path = shortName(garden.shown);
  if (!path || path === 'pakket.md') return nothing;
  return html`<div class="wb-knoppen">
    <button type="button" class="wb-link" data-daad="naam" @click=${() => askName(path)}>Andere naam</button>
    <button type="button" class="wb-link" data-daad="weg" @click=${() => show('weg')}>Haal weg</button>
  </div>`;
}

function shortName(name: string): string {
  const start = `${garden.files?.packDir}/`;
  return name.startsWith(start) ? name.slice(start.length) : name;
}

function askName(from: string | undefined): void {
  naming.from = from;
  naming.problem = '';
  draw();
  show('naam');
}

function show(id: string): void {
  root.querySelector<HTMLDialogElement>(`dialog#${id}`)!.showModal();
}

addEventListener('beforeunload', (event) => {
  if (garden.dirty) event.preventDefault();
});
addEventListener('dragover', (event) => event.preventDefault());
addEventListener('drop', (event) => {
  event.preventDefault();
  if (!event.dataTransfer) return;
  if (garden.dirty) return garden.say('Bewaar eerst je wijzigingen, of kies «Openen».', true);
  void takeDrop(garden, event.dataTransfer);
});

draw();
garden
  .loadShipped()
  .then(() => {
    const wanted = new URLSearchParams(location.search).get('pakket') ?? 'voorbeeld-gemeente';
    const pack = garden.shipped.find(({packDir}) => packDir === wanted) ?? garden.shipped[0];
    if (pack) garden.open(pack);
  })
  .catch((error: unknown) => garden.say(error instanceof Error ? error.message : 'De voorbeelden zijn niet te laden. Herlaad de pagina.', true));
