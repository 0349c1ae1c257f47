import type {FlowGraph, GraphNode} from './graph.js';

/** The picture of a flow as Mermaid text, which many Markdown viewers draw. Edges between the same steps are one. */
export function mermaid({nodes, edges}: FlowGraph): string {
  const names = new Map(nodes.map(({id}, n) => [id, `s${n + 1}`]));
  const labels = new Map<string, string[]>();
  for (const {from, to, label, when} of edges) {
    const key = `${names.get(from)} ${names.get(to)}`;
    labels.set(key, [...(labels.get(key) ?? []), escape(when ? `${label} (${when})` : label)]);
  }
  const lines = ['flowchart TD', ...nodes.map((node) => `  ${names.get(node.id)}${shape(node)}`)];
  for (const [key, list] of labels) {
    const [from, to] = key.split(' ');
    lines.push(`  ${from} -->|"${list.join('<br/>')}"| ${to}`);
  }
  return `${lines.join('\n')}\n`;
}

function shape({title, kind, start}: GraphNode): string {
  const text = `"${escape(title)}"`;
  if (start) return `([${text}])`;
  if (kind === 'end') return `[[${text}]]`;
  if (kind === 'elsewhere') return `[/${text}/]`;
  return kind === 'text' ? `(${text})` : `[${text}]`;
}

/** Everything that Mermaid or its HTML labels could read as a sign becomes an entity. */
function escape(text: string): string {
  return text.replace(/[&<>"#`|\\{}[\]]/g, (sign) => `#${sign.charCodeAt(0)};`).replace(/\s+/g, ' ');
}
