import {html, nothing, svg, type TemplateResult} from 'lit';
import type {FlowGraph, GraphNode} from '../../flows/compiler/paths/graph.js';
import {pathOf, type Layout, type PlacedEdge, type PlacedNode} from '../picture/layout.js';
import type {Workbench} from '../workbench.js';
import {MINUS, PLUS} from './icons.js';

/** Smaller than this a step would be no target for a finger any more. */
const LEAST_ZOOM = 0.5;
const MOST_ZOOM = 2;
const KINDS: Record<GraphNode['kind'], string> = {question: 'vraag', text: 'tussenstap', end: 'einde', elsewhere: 'ander gesprek'};

/** The flow as a picture: steps as boxes, answers on the lines, and the step that the widget shows lit. */
export function renderPicture(bench: Workbench): TemplateResult {
  const {graph, layout} = bench;
  if (!graph || !layout) return html`<p class="wb-zacht">De kaart komt zodra er geen fouten meer in het pakket staan.</p>`;
  const handleZoom = (zoom: number) => bench.set('zoom', Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, Math.round(zoom * 100) / 100)));
  const handleFit = (event: Event) => {
    const box = (event.currentTarget as HTMLElement).closest('.wb-kaart')!.querySelector('.wb-kaartvlak')!;
    handleZoom((box.clientWidth - 2) / layout.width);
  };
  return html`<div class="wb-kaart">
    <div class="wb-balk">
      <p class="wb-kop">${graph.title}</p>
      <div class="wb-knoppen" role="group" aria-label="Grootte van de kaart">
        <button type="button" class="wb-knop" aria-label="Kleiner" @click=${() => handleZoom(bench.zoom / 1.25)}>${MINUS}</button>
        <button type="button" class="wb-knop" @click=${handleFit}>Passend</button>
        <button type="button" class="wb-knop" aria-label="Groter" @click=${() => handleZoom(bench.zoom * 1.25)}>${PLUS}</button>
      </div>
    </div>
    <p class="wb-zacht">Kies een stap om er in de widget naartoe te gaan. Met het toetsenbord: pijltjes en dan Enter.</p>
    <div class="wb-kaartvlak">${drawing(bench, graph, layout)}</div>
    <details class="wb-alslijst">
      <summary>De kaart als lijst</summary>
      ${renderList(bench, graph)}
    </details>
  </div>`;
}

function drawing(bench: Workbench, {title}: FlowGraph, layout: Layout): TemplateResult {
  const here = bench.here;
  const ids = layout.nodes.map(({node}) => node.id);
  const pointed = ids.includes(bench.pointed) ? bench.pointed : here !== undefined && ids.includes(here) ? here : ids[0];
  const handleKey = (event: KeyboardEvent) => {
    const at = ids.indexOf(pointed ?? '');
    const to = {ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: ids.length - 1}[event.key];
    const target = to === undefined ? undefined : ids[Math.min(ids.length - 1, Math.max(0, to))];
    if (target === undefined) return;
    event.preventDefault();
    const list = event.currentTarget as SVGElement;
    bench.set('pointed', target);
    list.querySelectorAll<SVGElement>('[data-kaart-stap]')[ids.indexOf(target)]?.focus();
  };
  const {width, height, nodes, edges} = layout;
  return html`<svg
    class="wb-tekening"
    role="group"
    aria-label="Kaart van «${title}»: ${nodes.length} stappen"
    viewBox="0 0 ${width} ${height}"
    width=${width * bench.zoom}
    height=${height * bench.zoom}
    @keydown=${handleKey}
  >
    <defs>
      <marker id="wb-punt" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z"></path></marker>
      <marker id="wb-punt-hier" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z"></path></marker>
    </defs>
    <g aria-hidden="true">${edges.map((edge) => edgeOf(edge, edge.from === here))}</g>
    <g aria-hidden="true">${edges.map((edge) => labelOf(edge, edge.from === here))}</g>
    ${nodes.map((placed) => nodeOf(bench, placed, placed.node.id === here, placed.node.id === pointed))}
  </svg>`;
}

function edgeOf({points}: PlacedEdge, lit: boolean): TemplateResult {
  return svg`<path class="wb-lijn ${lit ? 'hier' : ''}" d=${pathOf(points)} marker-end=${lit ? 'url(#wb-punt-hier)' : 'url(#wb-punt)'}></path>`;
}

function labelOf({lines, x, y, width, height}: PlacedEdge, lit: boolean): TemplateResult {
  return svg`<g class="wb-bijschrift ${lit ? 'hier' : ''}">
    <rect x=${x - width / 2} y=${y - height / 2} width=${width} height=${height} rx="4"></rect>
    ${lines.map((line, index) => svg`<text x=${x} y=${y + (index - (lines.length - 1) / 2) * 16} text-anchor="middle" dominant-baseline="central">${line}</text>`)}
  </g>`;
}

function nodeOf(bench: Workbench, {node, lines, x, y, width, height}: PlacedNode, here: boolean, pointed: boolean): TemplateResult {
  const handleGo = () => void go(bench, node);
  const handleKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    handleGo();
  };
  return svg`<g
    class="wb-stap ${node.kind} ${node.start ? 'begin' : ''} ${here ? 'hier' : ''}"
    role="button"
    tabindex=${pointed ? 0 : -1}
    aria-label="${node.title} (${kindOf(node)}${here ? ', hier is de widget nu' : ''})"
    data-kaart-stap=${node.step}
    @click=${handleGo}
    @keydown=${handleKey}
    @focus=${() => bench.pointed !== node.id && bench.set('pointed', node.id)}
  >
    <rect x=${x - width / 2} y=${y - height / 2} width=${width} height=${height} rx=${node.kind === 'end' || node.kind === 'elsewhere' ? height / 2 : 8}></rect>
    <text text-anchor="middle" dominant-baseline="central">${lines.map((line, index) => svg`<tspan x=${x} y=${y + (index - (lines.length - 1) / 2) * 18}>${line} </tspan>`)}</text>
  </g>`;
}

function go(bench: Workbench, {flow, step}: GraphNode): Promise<void> {
  return bench.goTo(flow, step);
}

function kindOf({kind, start}: GraphNode): string {
  return start ? 'begin' : KINDS[kind];
}

/** The same in words: every step with its answers, when they are there, and where each leads. */
function renderList(bench: Workbench, {nodes, edges}: FlowGraph): TemplateResult {
  const titles = new Map(nodes.map(({id, title}) => [id, title]));
  return html`<ol>
    ${nodes
      .filter(({kind}) => kind !== 'elsewhere')
      .map((node) => {
        const ways = edges.filter(({from}) => from === node.id);
        return html`<li>
          <button type="button" class="wb-link" aria-current=${node.id === bench.here ? 'step' : nothing} @click=${() => void go(bench, node)}>${node.title}</button>
          <span class="wb-zacht">(${kindOf(node)})</span>
          ${ways.length ? html`<ul>${ways.map(({to, label, when}) => html`<li>${label}${when ? html` <code>${when}</code>` : nothing} → ${titles.get(to)}</li>`)}</ul>` : nothing}
        </li>`;
      })}
  </ol>`;
}
