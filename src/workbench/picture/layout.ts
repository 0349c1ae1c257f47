import * as dagre from '@dagrejs/dagre';
import type {FlowGraph, GraphEdge, GraphNode} from '../../flows/compiler/paths/graph.js';

/** Where everything of a picture stands, in pixels from the top left corner. */
export interface Layout {
  width: number;
  height: number;
  nodes: PlacedNode[];
  edges: PlacedEdge[];
}

export interface PlacedNode {
  node: GraphNode;
  lines: string[];
  /** The middle. */
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Everything that leads from one step to another is one line. */
export interface PlacedEdge {
  from: string;
  to: string;
  lines: string[];
  points: {x: number; y: number}[];
  /** The middle of the label. */
  x: number;
  y: number;
  width: number;
  height: number;
}

const CHARACTER = 8.2;
const LINE = 18;
const LABEL_CHARACTER = 6.4;
const LABEL_LINE = 16;
const MOST_WAYS = 3;

/** Lays a flow out from top to bottom. The same flow gives the same layout. */
export function layOut({nodes, edges}: FlowGraph): Layout {
  const graph = new dagre.Graph({multigraph: true});
  graph.setGraph({rankdir: 'TB', nodesep: 28, ranksep: 36, edgesep: 14, marginx: 12, marginy: 12});
  graph.setDefaultEdgeLabel(() => ({}));
  // Numbers for names: a step may be called `__proto__`.
  const numbers = new Map(nodes.map(({id}, index) => [id, String(index)]));
  const titles = nodes.map(({title}) => wrap(title, 26, 6));
  nodes.forEach((_, index) => {
    const lines = titles[index]!;
    graph.setNode(String(index), {width: Math.max(120, widest(lines) * CHARACTER + 32), height: Math.max(48, lines.length * LINE + 26)});
  });
  const drawn = gather(edges);
  const back = backwards(nodes, drawn);
  /** A way back is laid out as if it went on, so that the start stays on top. */
  const keyOf = (index: number) => {
    const {from, to} = drawn[index]!;
    const [v, w] = back.has(index) ? [to, from] : [from, to];
    return {v: numbers.get(v)!, w: numbers.get(w)!, name: String(index)};
  };
  for (const [index, {lines}] of drawn.entries()) {
    graph.setEdge(keyOf(index), {width: widest(lines) * LABEL_CHARACTER + 12, height: lines.length * LABEL_LINE + 4, labelpos: 'c'});
  }
  dagre.layout(graph);
  const {width = 0, height = 0} = graph.graph() as {width?: number; height?: number};
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    nodes: nodes.map((node, index) => {
      const at = graph.node(String(index)) as {x: number; y: number; width: number; height: number};
      return {node, lines: titles[index]!, x: at.x, y: at.y, width: at.width, height: at.height};
    }),
    edges: drawn.map((edge, index) => {
      const at = graph.edge(keyOf(index)) as {x: number; y: number; width: number; height: number; points: {x: number; y: number}[]};
      return {...edge, points: back.has(index) ? [...at.points].reverse() : at.points, x: at.x, y: at.y, width: at.width, height: at.height};
    }),
  };
}

/** The lines that lead back to a step that one comes from, seen from the first step on. */
function backwards(nodes: readonly GraphNode[], edges: readonly {from: string; to: string}[]): ReadonlySet<number> {
  const out = new Map<string, number[]>();
  for (const [index, {from}] of edges.entries()) out.set(from, [...(out.get(from) ?? []), index]);
  const back = new Set<number>();
  const done = new Set<string>();
  const onTheWay = new Set<string>();
  const visit = (id: string): void => {
    onTheWay.add(id);
    for (const index of out.get(id) ?? []) {
      const {to} = edges[index]!;
      if (onTheWay.has(to)) back.add(index);
      else if (!done.has(to)) visit(to);
    }
    onTheWay.delete(id);
    done.add(id);
  };
  for (const {id} of nodes) if (!done.has(id)) visit(id);
  return back;
}

/** One line for all that leads from one step to another. */
function gather(edges: readonly GraphEdge[]): {from: string; to: string; lines: string[]}[] {
  const lines = new Map<string, {from: string; to: string; ways: Map<string, boolean>}>();
  for (const {from, to, label, when} of edges) {
    const key = JSON.stringify([from, to]);
    const line = lines.get(key) ?? {from, to, ways: new Map<string, boolean>()};
    lines.set(key, line);
    line.ways.set(label, (line.ways.get(label) ?? true) && when !== undefined);
  }
  return [...lines.values()].map(({from, to, ways}) => ({from, to, lines: labelOf([...ways].map(([label, sometimes]) => (sometimes ? `${label} (soms)` : label)))}));
}

function labelOf(ways: readonly string[]): string[] {
  const shown = ways.slice(0, ways.length > MOST_WAYS ? MOST_WAYS - 1 : MOST_WAYS).flatMap((way) => wrap(way, 30, 1));
  return ways.length > MOST_WAYS ? [...shown, `en nog ${ways.length - shown.length}`] : shown;
}

function widest(lines: readonly string[]): number {
  return Math.max(...lines.map((line) => line.length));
}

/** Lines of at most `width` characters; what does not fit in `most` of them ends in dots. */
export function wrap(text: string, width: number, most: number): string[] {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1)!;
    if (!last) lines[lines.length - 1] = word;
    else if (last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const kept = lines.slice(0, most).map((line) => (line.length > width ? `${line.slice(0, width - 1)}…` : line));
  if (lines.length > most) kept[most - 1] = `${kept[most - 1]!.slice(0, width - 1).replace(/…$/, '')}…`;
  return kept;
}

/** The line of an edge as an SVG path: through its points, with rounded bends. */
export function pathOf(points: readonly {x: number; y: number}[]): string {
  const at = ({x, y}: {x: number; y: number}) => `${round(x)} ${round(y)}`;
  const [first, ...rest] = points;
  if (!first) return '';
  let path = `M${at(first)}`;
  for (let i = 0; i < rest.length; i++) {
    const point = rest[i]!;
    const next = rest[i + 1];
    if (!next) path += ` L${at(point)}`;
    else path += ` Q${at(point)} ${at({x: (point.x + next.x) / 2, y: (point.y + next.y) / 2})}`;
  }
  return path;
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}
