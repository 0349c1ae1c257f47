import {html, nothing, render} from 'lit';
import {CompilerClient} from './compiler-client.js';
import {makeCompiler} from './make-compiler.js';
import {localDay, type Project} from './project.js';
import {CHANGE_EVENT, type PackMessage} from './protocol.js';
import {FOUND_WRONG} from './views/icons.js';
import {renderFindings, renderVerdict, renderWidget} from './views/panels.js';
import {Workbench} from './workbench.js';

/** The page of `mantelzorg bekijk`: follows the folder of a pack, and shows it as it is now. */
const root = document.getElementById('werkbank')!;
const bench = new Workbench({client: new CompilerClient(() => makeCompiler(new URL('./werker.js', import.meta.url))), changed: () => draw()});

/** Why the page does not follow the folder. */
let fault = '';

function draw(): void {
  const name = bench.project?.packDir ?? '';
  if (name) document.title = `${name} bekijken`;
  render(
    html`<header class="wb-hoofd">
        <h1>${name || 'Bekijken'}</h1>
        ${renderVerdict(bench)}
      </header>
      ${fault ? html`<p class="wb-bericht fout" role="alert">${FOUND_WRONG}<span>${fault}</span></p>` : nothing}
      <main class="wb-twee">
        <h2 class="wb-verborgen">Pakket bekijken</h2>
        ${renderWidget(bench)} ${renderFindings(bench)}
      </main>`,
    root,
  );
  bench.drawn(root);
}

let round = 0;

async function load(): Promise<void> {
  const now = ++round;
  let message: PackMessage;
  try {
    const response = await fetch('pakket', {cache: 'no-store'});
    message = response.ok ? ((await response.json()) as PackMessage) : {fault: `De map is niet te lezen (${response.status}).`};
  } catch {
    // The stream of changes tells that nobody is there.
    return;
  }
  if (now !== round) return;
  fault = 'fault' in message ? message.fault : '';
  if ('fault' in message) draw();
  else await bench.open(projectOf(message));
}

function projectOf({today = localDay(new Date()), layers, baseProblem}: Exclude<PackMessage, {fault: string}>): Project {
  const [own, ...bases] = layers.map(({packDir, files}) => ({
    packDir,
    files: files.map(({path, base64}) => ({path, bytes: Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))})),
  }));
  return {...own!, bases, today, ...(baseProblem ? {baseProblem} : {})};
}

draw();
const changes = new EventSource('wijzigingen');
changes.addEventListener('open', () => void load());
changes.addEventListener(CHANGE_EVENT, () => void load());
changes.addEventListener('error', () => {
  fault = 'Deze pagina loopt niet meer mee: «mantelzorg bekijk» is gestopt. Start het opnieuw, dan gaat het hier vanzelf verder.';
  draw();
});
