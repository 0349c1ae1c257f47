import {html, nothing, type TemplateResult} from 'lit';
import type {Diagnostic} from '../../flows/compiler/diagnostic.js';
import {findFile, linesOf, type Project} from '../project.js';
import type {Workbench} from '../workbench.js';
import {FOUND_ODD, FOUND_RIGHT, FOUND_WRONG} from './icons.js';

/** Lines that are shown above and below the one with the problem. */
const AROUND = 3;

/** The problems, worst first as the check gives them, each with where it is and how to mend it. */
export function renderProblems(bench: Workbench): TemplateResult {
  const {analysis, project} = bench;
  if (bench.fault) return html`<p class="wb-bericht fout">${FOUND_WRONG}<span>${bench.fault}</span></p>`;
  if (!analysis || !project) return html`<p class="wb-zacht">Het pakket wordt nagekeken …</p>`;
  if (!analysis.diagnostics.length) {
    return html`<div class="wb-leeg">
      ${FOUND_RIGHT}
      <div>
        <p><strong>Alles klopt.</strong></p>
        <p class="wb-zacht">Niemand loopt vast, elk einde heeft een contact, en elke tekst is voor iemand te zien.</p>
      </div>
    </div>`;
  }
  return html`<ul class="wb-problemen">
    ${analysis.diagnostics.map((problem, index) => renderProblem(bench, project, problem, index))}
  </ul>`;
}

function renderProblem(bench: Workbench, project: Project, problem: Diagnostic, index: number): TemplateResult {
  const {rule, severity, file, line, column, message, hint} = problem;
  const wrong = severity === 'fout';
  const own = file.startsWith(`${project.packDir}/`);
  const place = `Regel ${line} in ${own ? file.slice(project.packDir.length + 1) : file}`;
  const open = bench.opened === index;
  const {jump} = bench;
  return html`<li class="wb-probleem ${wrong ? 'fout' : 'let-op'}" data-probleem=${rule}>
    <p class="wb-soort">${wrong ? FOUND_WRONG : FOUND_ODD}<span>${wrong ? 'Fout' : 'Let op'}</span></p>
    <p class="wb-wat">${message}</p>
    <p class="wb-hint">${hint}</p>
    <p class="wb-waar">
      ${jump
        ? html`<button type="button" class="wb-link" @click=${() => jump({file, line, column})}>${place}</button>`
        : html`<button type="button" class="wb-link" aria-expanded=${open ? 'true' : 'false'} @click=${() => bench.set('opened', open ? -1 : index)}>${place}</button>`}
      <code>${rule}</code>
    </p>
    ${open ? renderLines(project, problem) : nothing}
  </li>`;
}

/** The text around a problem, with its line marked. */
function renderLines(project: Project, {file, line}: Diagnostic): TemplateResult {
  const found = findFile(project, file);
  if (!found) return html`<p class="wb-zacht">Dit bestand is er niet (meer).</p>`;
  const lines = linesOf(found.bytes);
  const first = Math.max(1, line - AROUND);
  const shown = lines.slice(first - 1, line + AROUND);
  return html`<pre class="wb-regels" tabindex="0" aria-label="De tekst rond regel ${line}">${shown.map((text, index) => {
    const number = first + index;
    return number === line
      ? html`<mark><span class="wb-nummer">${number}</span>${text.slice(0, 400) || ' '}</mark>`
      : html`<span><span class="wb-nummer">${number}</span>${text.slice(0, 400) || ' '}</span>`;
  })}</pre>`;
}
