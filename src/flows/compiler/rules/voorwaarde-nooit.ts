import type {Condition} from '../../model/condition.js';
import type {ConditionSource} from '../flow-ast.js';
import {offsetAt} from '../mapped-text.js';
import {NONE} from '../prove/bdd.js';
import type {Coding} from '../prove/coding.js';
import type {Proof} from '../prove/proof.js';
import type {Atom} from '../prove/reads.js';
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
  for (const node of proof.reached) {
    if (!proof.space.remembers(node, may) || !proof.space.remembers(node, mayNot)) continue;
    for (const set of [proof.entering(node), proof.passage(node).judged]) {
      if (set === NONE) continue;
      asked = true;
      holds ||= proof.where(set, may) !== NONE;
      fails ||= proof.where(set, mayNot) !== NONE;
    }
    if (holds && fails) return;
  }
  if (!asked) return;
  const place = {file: source.file, at: offsetAt(source.raw, 0)};
  const text = source.raw.text.trim();
  const relation = {fixed: name, uses: conceptsIn(source)};
  if (!holds) proof.error('voorwaarde/nooit', place, `De voorwaarde «${text}» klopt nooit: geen bezoeker komt zo ver met deze antwoorden.`, 'Kijk welke antwoorden samen kunnen voorkomen, en verander de voorwaarde.', relation);
  else if (!fails && name !== undefined) proof.error('voorwaarde/altijd', place, `De voorwaarde «${text}» klopt altijd.`, 'Haal het begrip weg, of verander de voorwaarde.', relation);
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
