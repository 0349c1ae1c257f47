import type {Condition} from '../../model/condition.js';
import {answersOf} from '../../semantics/dialogue.js';
import type {ConditionSource} from '../flow-ast.js';
import {offsetAt} from '../mapped-text.js';
import type {Coding} from '../prove/coding.js';
import type {Proof} from '../prove/proof.js';
import type {Atom} from '../prove/reads.js';
import type {Node} from '../prove/space.js';
import {conceptsIn} from '../condition-source.js';

/**
 * `voorwaarde/nooit` and `voorwaarde/altijd` for conditions that stand outside steps: named ones, wordings, and those
 * of the kinds of support. They are judged wherever their names can still be read.
 */
export function checkConditionsElsewhere(proof: Proof): void {
  const {pack, support, flows, conditions} = proof.context;
  const named = [pack.concepts, ...[...flows.values()].map((flow) => flow.concepts)].flatMap((concepts) => [...concepts]);
  for (const [name, source] of named) judge(proof, source, conditions.lower(source), name);
  for (const {cases} of pack.wording.values()) for (const {condition} of cases) judge(proof, condition, conditions.lower(condition));
  for (const {fits, unless} of support.values()) {
    for (const {when} of fits) judge(proof, when, conditions.lower(when));
    if (unless) judge(proof, unless, conditions.lower(unless));
  }
}

function judge(proof: Proof, source: ConditionSource, condition: Condition | undefined, name?: string): void {
  if (!condition) return;
  let asked = false;
  let holds = false;
  let fails = false;
  const {coding} = proof.space;
  const [may, mayNot] = [widen(condition, true, coding), widen(['!', condition], true, coding)];
  const doubts = new Map<Condition, Node>();
  // Where it is not certain that somebody comes, somebody may come with it.
  const reached = new Set(proof.reached);
  for (const node of proof.exact ? reached : new Set([...reached, ...proof.space.nodes.values()])) {
    if (!proof.space.remembers(node, may) || !proof.space.remembers(node, mayNot)) continue;
    asked ||= reached.has(node);
    if (!holds) holds = seen(proof, node, may, doubts);
    if (!fails) fails = seen(proof, node, mayNot, doubts);
    if (holds && fails) return;
  }
  if (!asked) return;
  const doubt = (holds ? undefined : doubts.get(may)) ?? (fails || name === undefined ? undefined : doubts.get(mayNot));
  if (doubt) {
    proof.doubt(doubt, [condition]);
    return;
  }
  const place = {file: source.file, at: offsetAt(source.raw, 0)};
  const text = source.raw.text.trim();
  const relation = {fixed: name, uses: conceptsIn(source)};
  if (!holds) proof.error('voorwaarde/nooit', place, `De voorwaarde «${text}» klopt nooit: geen bezoeker komt zo ver met deze antwoorden.`, 'Kijk welke antwoorden samen kunnen voorkomen, en verander de voorwaarde.', relation);
  else if (!fails && name !== undefined) proof.error('voorwaarde/altijd', place, `De voorwaarde «${text}» klopt altijd.`, 'Haal het begrip weg, of verander de voorwaarde.', relation);
}

/** Whether somebody is certain to be here with it, on entering or after ticking; notes where that is unknown. */
function seen(proof: Proof, node: Node, condition: Condition, doubts: Map<Condition, Node>): boolean {
  const options = answersOf(node.step).map(({when}) => when);
  const found = proof.find(node, [condition, ...options], (view) => {
    const d = view.space.diagrams;
    return view.where(d.or(view.entering(node), view.passage(node).judged), condition);
  });
  if (found === 'unknown') doubts.set(condition, node);
  return found !== undefined && found !== 'unknown';
}

/**
 * A condition that holds wherever `condition` can hold, over what the proof keeps. Values that no step asks for are not
 * kept: such a value excludes those of its name that are, and for the rest anything goes.
 */
function widen(condition: Condition, wanted: boolean, coding: Coding): Condition {
  if (condition[0] === '!') return ['!', widen(condition[1], !wanted, coding)];
  if (condition[0] === '&' || condition[0] === '|') return [condition[0], ...(condition.slice(1) as Condition[]).map((part) => widen(part, wanted, coding))];
  const atom = condition as Atom;
  if (coding.tells(atom)) return atom;
  if (!wanted) return ['|'];
  const others = atom[0] === '=' ? [...(coding.names.get(atom[1])?.bits.keys() ?? [])].filter((value) => !(atom.slice(2) as string[]).includes(value)) : [];
  return others.length ? ['!', ['=', atom[1] as string, ...others]] : ['&'];
}
