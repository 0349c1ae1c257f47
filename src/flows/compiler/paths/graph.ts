import type {Flow, Step} from '../../model/flow.js';
import type {Inline, Target} from '../../model/node.js';
import {answersOf} from '../../semantics/dialogue.js';
import type {When} from '../flow-ast.js';
import type {Origins} from '../pack-context.js';
import {plainWords} from '../prove/plain-words.js';
import {nodeId, type NodeId} from '../prove/space.js';

/** A step in the picture of a flow; `elsewhere` is a step of another flow that is linked to. */
export interface GraphNode {
  /** `flow#step`. */
  id: NodeId;
  flow: string;
  step: string;
  title: string;
  kind: 'question' | 'text' | 'end' | 'elsewhere';
  /** The first step of the flow. */
  start: boolean;
  /** May be opened from outside (`ingang`). */
  entry: boolean;
}

/** An answer or a button between two steps. */
export interface GraphEdge {
  from: NodeId;
  to: NodeId;
  kind: 'answer' | 'button';
  /** Id of the answer or the button. */
  id: string;
  label: string;
  /** The condition as the editor wrote it (`als last >= 5`, `anders`). */
  when?: string;
}

export interface FlowGraph {
  flow: string;
  title: string;
  nodes: GraphNode[];
  edges: GraphEdge[];
}

/** The picture of one flow: steps in source order, then the steps of other flows that it links to. */
export function flowGraph(flow: Flow, flows: readonly Flow[], origins: Origins): FlowGraph {
  const nodes = new Map<NodeId, GraphNode>();
  const edges: GraphEdge[] = [];
  for (const [n, step] of flow.steps.entries()) {
    const id = nodeId(flow.id, step.id);
    nodes.set(id, {id, flow: flow.id, step: step.id, title: plainWords(step.title), kind: kindOf(step), start: n === 0, entry: step.entry === true});
  }
  for (const step of flow.steps) {
    const from = nodeId(flow.id, step.id);
    const add = (kind: GraphEdge['kind'], id: string, label: readonly Inline[], to: Target, source: object) => {
      const target = nodeId(to.flow ?? flow.id, to.step);
      if (!nodes.has(target)) nodes.set(target, elsewhere(flows, to.flow ?? flow.id, to.step));
      const when = whenWords(origins.get(source)?.when);
      edges.push({from, to: target, kind, id, label: plainWords(label), ...(when ? {when} : {})});
    };
    for (const answer of answersOf(step)) if (answer.to) add('answer', answer.id, answer.label, answer.to, answer);
    for (const button of step.buttons ?? []) for (const route of button.routes) add('button', button.id, button.label, route.to, route);
  }
  return {flow: flow.id, title: flow.title, nodes: [...nodes.values()], edges};
}

/** A condition as it stands in the editor's text: `als …`, `anders als …`, `anders`. */
export function whenWords(when: When | undefined): string {
  if (!when) return '';
  const own = when.own?.raw.text.trim();
  if (own === undefined) return 'anders';
  return `${when.prior.length ? 'anders als' : 'als'} ${own}`;
}

function kindOf(step: Step): GraphNode['kind'] {
  if (step.control) return 'question';
  return step.buttons?.length ? 'text' : 'end';
}

function elsewhere(flows: readonly Flow[], flowId: string, stepId: string): GraphNode {
  const flow = flows.find(({id}) => id === flowId);
  const step = flow?.steps.find(({id}) => id === stepId);
  const title = `${flow?.title ?? flowId}: ${step ? plainWords(step.title) : stepId}`;
  return {id: nodeId(flowId, stepId), flow: flowId, step: stepId, title, kind: 'elsewhere', start: false, entry: step?.entry === true};
}
