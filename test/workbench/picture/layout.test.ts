import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {FlowGraph, GraphNode} from '../../../src/flows/compiler/paths/graph.js';
import {layOut, pathOf, wrap, type PlacedNode} from '../../../src/workbench/picture/layout.js';

const node = (step: string, title = step): GraphNode => ({id: `f#${step}`, flow: 'f', step, title, kind: 'question', start: false, entry: false});
const edge = (from: string, to: string, label: string, when?: string) => ({from: `f#${from}`, to: `f#${to}`, kind: 'answer' as const, id: label, label, ...(when ? {when} : {})});
const graph = (nodes: GraphNode[], edges: FlowGraph['edges']): FlowGraph => ({flow: 'f', title: 'F', nodes, edges});

const overlaps = (a: PlacedNode, b: PlacedNode) => Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2;

test('steps stand below what leads to them, inside the picture, and not over each other', () => {
  const {nodes, width, height} = layOut(graph(['a', 'b', 'c', 'd'].map((id) => node(id)), [edge('a', 'b', 'Ja'), edge('a', 'c', 'Nee'), edge('b', 'd', 'Verder'), edge('c', 'd', 'Verder')]));
  const [a, b, c, d] = nodes as [PlacedNode, PlacedNode, PlacedNode, PlacedNode];
  assert.ok(a.y < b.y && a.y < c.y && b.y < d.y && c.y < d.y);
  for (const one of nodes) {
    assert.ok(one.x - one.width / 2 >= 0 && one.x + one.width / 2 <= width && one.y - one.height / 2 >= 0 && one.y + one.height / 2 <= height);
    assert.deepEqual(nodes.filter((other) => other !== one && overlaps(one, other)), []);
  }
});

test('answers to the same step share a line, and those that only some get say so', () => {
  const {edges} = layOut(graph([node('a'), node('b')], [edge('a', 'b', 'Ja'), edge('a', 'b', 'Nee', 'als x = y'), edge('a', 'b', 'Soms', 'als x = y'), edge('a', 'b', 'Soms')]));
  assert.deepEqual(edges.map(({lines}) => lines), [['Ja', 'Nee (soms)', 'Soms']]);
});

test('many answers on a line are counted', () => {
  const {edges} = layOut(graph([node('a'), node('b')], ['1', '2', '3', '4', '5'].map((label) => edge('a', 'b', label))));
  assert.deepEqual(edges[0]!.lines, ['1', '2', 'en nog 3']);
});

test('the first step stays on top when others lead back to it, and their lines point the right way', () => {
  const {nodes, edges} = layOut(graph(['a', 'b', 'c'].map((id) => node(id)), [edge('a', 'c', 'Nee'), edge('a', 'b', 'Ja'), edge('b', 'a', 'Terug'), edge('c', 'a', 'Terug')]));
  assert.equal(nodes[0]!.y, Math.min(...nodes.map(({y}) => y)));
  const terug = edges.find(({from, to}) => from === 'f#b' && to === 'f#a')!;
  assert.ok(terug.points[0]!.y > terug.points.at(-1)!.y);
});

test('steps that lead to themselves and steps called like a prototype are drawn too', () => {
  const {nodes, edges} = layOut(graph([node('__proto__'), node('constructor')], [edge('__proto__', '__proto__', 'Nog eens'), edge('__proto__', 'constructor', 'Verder')]));
  assert.deepEqual(nodes.map((one) => one.node.step), ['__proto__', 'constructor']);
  assert.ok(edges.every(({points, x, y}) => points.length > 1 && Number.isFinite(x + y)));
});

test('the same flow gives the same picture', () => {
  const make = () => layOut(graph(['a', 'b', 'c'].map((id) => node(id)), [edge('a', 'b', 'Ja'), edge('b', 'c', 'Ja'), edge('c', 'a', 'Terug')]));
  assert.deepEqual(make(), make());
});

test('long titles break at words, and what does not fit ends in dots', () => {
  assert.deepEqual(wrap('Hoe lang doe je dit al', 12, 3), ['Hoe lang doe', 'je dit al']);
  assert.deepEqual(wrap('een twee drie vier vijf', 8, 2), ['een twee', 'drie…']);
  assert.deepEqual(wrap('Aansprakelijkheidsverzekering', 10, 2), ['Aansprake…']);
  assert.deepEqual(wrap('', 10, 2), ['']);
});

test('a line goes from its first point to its last', () => {
  assert.equal(pathOf([{x: 0, y: 0}, {x: 10, y: 5}, {x: 20, y: 10}]), 'M0 0 Q10 5 15 7.5 L20 10');
  assert.equal(pathOf([]), '');
});
