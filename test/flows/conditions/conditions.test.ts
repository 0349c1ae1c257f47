import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import type {ConditionAst} from '../../../src/flows/conditions/ast.js';
import type {Domain} from '../../../src/flows/conditions/domain.js';
import {lowerCondition} from '../../../src/flows/conditions/lower.js';
import {parseCondition} from '../../../src/flows/conditions/parse.js';
import {printCondition} from '../../../src/flows/conditions/print.js';
import {conditionReads} from '../../../src/flows/conditions/reads.js';
import {suggest} from '../../../src/flows/conditions/suggest.js';
import {holds, type Memory} from '../../../src/flows/semantics/memory.js';

const domains = new Map<string, Domain>([
  ['relatie', {t: 'choice', values: ['partner', 'kind', 'constructor']}],
  ['taken', {t: 'set', values: ['nacht', 'zorg', 'alles']}],
  ['last', {t: 'count'}],
  ['leeftijd', {t: 'number', min: 0, max: 120}],
  ['plaats', {t: 'place'}],
  ['verhaal', {t: 'text'}],
]);

const word = (text: string) => ({text, at: 0});
const values = (all: string[]) => fc.uniqueArray(fc.constantFrom(...all), {minLength: 1}).map((list) => list.map(word));
const small = fc.integer({min: 0, max: 12});
const order = fc.constantFrom('>=', '>', '<=', '<');
const atom: fc.Arbitrary<ConditionAst> = fc.oneof(
  fc.record({t: fc.constant('is'), name: fc.constant(word('relatie')), not: fc.boolean(), values: values(['partner', 'kind', 'constructor']), at: fc.constant(0)}),
  fc.record({t: fc.constant('is'), name: fc.constantFrom(word('last'), word('leeftijd')), not: fc.boolean(), values: small.map((n) => [word(String(n))]), at: fc.constant(0)}),
  fc.record({t: fc.constant('has'), name: fc.constant(word('taken')), values: values(['nacht', 'zorg', 'alles']), at: fc.constant(0)}),
  fc.record({t: fc.constant('known'), name: fc.constantFrom(...['relatie', 'taken', 'last', 'leeftijd', 'plaats'].map(word)), at: fc.constant(0)}),
  fc.record({t: fc.constant('compare'), name: fc.constantFrom(word('last'), word('leeftijd')), op: order, value: small, at: fc.constant(0)}),
  fc.record({t: fc.constant('size'), name: fc.constant(word('taken')), op: fc.oneof(order, fc.constantFrom('==', '<>')), value: fc.integer({min: 0, max: 4}), at: fc.constant(0)}),
  fc.constant({t: 'ref', name: word('zwaar'), at: 0}),
) as fc.Arbitrary<ConditionAst>;
const {tree} = fc.letrec<{tree: ConditionAst}>((tie) => ({
  tree: fc.oneof(
    {maxDepth: 4},
    atom,
    fc.record({t: fc.constantFrom('and' as const, 'or' as const), parts: fc.array(tie('tree'), {minLength: 2, maxLength: 3}), at: fc.constant(0)}),
    fc.record({t: fc.constant('not' as const), part: tie('tree'), at: fc.constant(0)}),
  ),
}));
const memory: fc.Arbitrary<Memory> = fc.record(
  {relatie: fc.constantFrom('partner', 'kind', 'constructor'), taken: fc.subarray(['nacht', 'zorg', 'alles'], {minLength: 1}), last: small, leeftijd: small, plaats: fc.constant('Ede')},
  {requiredKeys: []},
);

const ZWAAR = parseCondition('last >= 6 en niet relatie = kind').ast!;
const scope = {domains, concepts: new Map([['zwaar', ZWAAR]])};

/** Offsets away, for comparing trees. */
function bare(ast: unknown): unknown {
  return JSON.parse(JSON.stringify(ast, (key, value: unknown) => (key === 'at' ? undefined : value)));
}

/** The meaning of a condition as content-format.md words it, without lowering. */
function naive(ast: ConditionAst, memory: Memory): boolean {
  const known = (name: string) => memory[name];
  const number = (name: string) => (typeof memory[name] === 'number' ? (memory[name] as number) : 0);
  const compare = (a: number, op: string, b: number) => ({'>=': a >= b, '>': a > b, '<=': a <= b, '<': a < b, '==': a === b, '<>': a !== b})[op]!;
  switch (ast.t) {
    case 'and':
      return ast.parts.every((part) => naive(part, memory));
    case 'or':
      return ast.parts.some((part) => naive(part, memory));
    case 'not':
      return !naive(ast.part, memory);
    case 'ref':
      return naive(ZWAAR, memory);
    case 'known':
      return known(ast.name.text) !== undefined;
    case 'has':
      return ((known(ast.name.text) as string[] | undefined) ?? []).some((value) => ast.values.some(({text}) => text === value));
    case 'size':
      return compare(((known(ast.name.text) as string[] | undefined) ?? []).length, ast.op, ast.value);
    case 'compare':
      return (ast.name.text === 'last' || known(ast.name.text) !== undefined) && compare(number(ast.name.text), ast.op, ast.value);
    case 'is': {
      const {text} = ast.name;
      const value = text === 'last' ? String(number(text)) : known(text) === undefined ? undefined : String(known(text));
      return ast.values.some((each) => each.text === value) !== ast.not;
    }
  }
}

test('what is printed reads back to the same tree', () => {
  fc.assert(fc.property(tree, (ast) => {
    const text = printCondition(ast);
    const {ast: read, problem} = parseCondition(text);
    assert.equal(problem, undefined, text);
    assert.deepEqual(bare(read), bare(ast), text);
  }), {numRuns: 500});
});

test('a lowered condition holds exactly when its words say so', () => {
  fc.assert(fc.property(tree, memory, (ast, state) => {
    const {condition, problems} = lowerCondition(ast, scope);
    assert.deepEqual(problems, []);
    assert.equal(holds(condition, state), naive(ast, state), printCondition(ast));
  }), {numRuns: 1000});
});

test('any text gives a tree or one problem inside it, and never throws', () => {
  const piece = fc.oneof(fc.constantFrom('relatie', '=', '!=', 'en', 'of', 'niet', '(', ')', ',', 'bevat', 'aantal', 'bekend', '>=', '≥', '2', ' ', '"', 'X', '&&', '+', 'é', '👍'), fc.string({maxLength: 4}));
  fc.assert(fc.property(fc.array(piece, {maxLength: 30}).map((list) => list.join(' ')), (text) => {
    const {ast, problem} = parseCondition(text);
    assert.equal((ast === undefined) !== (problem === undefined), true);
    if (problem) assert.ok(problem.at >= 0 && problem.at <= text.length && problem.message.endsWith('.') && problem.hint.length > 5);
    if (ast) lowerCondition(ast, scope);
  }), {numRuns: 1000});
});

const lowered = (text: string) => {
  const {ast, problem} = parseCondition(text);
  assert.equal(problem, undefined);
  return lowerCondition(ast!, scope);
};

test('each kind of name lowers to its own form', () => {
  for (const [text, condition] of [
    ['relatie = partner, kind', ['=', 'relatie', 'partner', 'kind']],
    ['relatie != partner', ['!', ['=', 'relatie', 'partner']]],
    ['last ≥ 6', ['>=', 'last', 6]],
    ['last = 2', ['==', 'last', 2]],
    ['leeftijd >= 18', ['&', ['known', 'leeftijd'], ['>=', 'leeftijd', 18]]],
    ['leeftijd ≠ 18', ['!', ['&', ['known', 'leeftijd'], ['==', 'leeftijd', 18]]]],
    ['taken bevat nacht, alles', ['has', 'taken', 'nacht', 'alles']],
    ['aantal taken > 2', ['#', 'taken', '>', 2]],
    ['aantal taken != 2', ['#', 'taken', '<>', 2]],
    ['plaats bekend', ['known', 'plaats']],
    ['zwaar en relatie bekend', ['&', ['>=', 'last', 6], ['!', ['=', 'relatie', 'kind']], ['known', 'relatie']]],
    ['niet niet zwaar', ['&', ['>=', 'last', 6], ['!', ['=', 'relatie', 'kind']]]],
  ] as const) assert.deepEqual(lowered(text).condition, condition, text);
});

test('near misses are named with their fix', () => {
  for (const [text, at, hint] of [
    ['relatie == partner', 8, '«=»'], ['a && b', 2, '«en»'], ['a || b', 2, '«of»'], ['! a', 0, '«niet»'], ['relatie is partner', 8, '«=»'], ['a and b', 2, '«en»'],
    ['Relatie = partner', 0, '«relatie»'], ['a_b = c', 0, '«a-b»'], ['a = "b"', 4, 'aanhalingstekens'], ['a = b c', 6, 'komma'], ['a en b of c', 7, 'haken'], ['(a', 0, ')'], ['a)', 1, '('],
    ['last >= veel', 8, 'heel getal'], ['', 0, 'relatie'], ['aantal taken', 12, 'aantal taken'], ['last => 3', 5, '«>=»'],
  ] as const) {
    const {problem} = parseCondition(text);
    assert.ok(problem, text);
    assert.equal(problem.at, at, text);
    assert.ok(problem.hint.includes(hint), `${text}: ${problem.hint}`);
  }
});

test('a name of another kind is refused with the form that fits', () => {
  for (const [text, hint] of [['taken = zorg', 'taken bevat zorg'], ['relatie bevat kind', 'relatie = kind'], ['taken > 2', 'aantal taken > 2'], ['plaats = ede', 'plaats bekend'], ['relatie', 'relatie = partner'], ['relatie = parner', '«partner»'], ['relatei = kind', '«relatie»'], ['zwar', '«zwaar»']] as const) {
    const {condition, problems} = lowered(text);
    assert.equal(condition, undefined, text);
    assert.ok(problems[0]!.hint.includes(hint), `${text}: ${problems[0]!.hint}`);
  }
});

test('named conditions may nest but not in a ring, and not without bound', () => {
  const ring = new Map(['a', 'b'].map((name, i) => [name, parseCondition(['niet b', 'a of last > 1'][i]!).ast!]));
  assert.match(lowerCondition(ring.get('a')!, {domains, concepts: ring}, 'a').problems[0]!.message, /naar zichzelf/);
  const concepts = new Map(Array.from({length: 40}, (_, i) => [`c${i}`, parseCondition(i === 39 ? 'last > 1' : `(c${i + 1} en relatie = kind) of (niet c${i + 1} en last > 2)`).ast!] as const));
  const started = performance.now();
  const {condition, problems} = lowerCondition(concepts.get('c0')!, {domains, concepts}, 'c0');
  assert.equal(condition, undefined);
  assert.match(problems[0]!.message, /te groot/);
  assert.ok(performance.now() - started < 5000);
});

test('reads tell what a condition looks at', () => {
  assert.deepEqual(conditionReads(['&', ['=', 'a', 'x'], ['!', ['|', ['known', 'b'], ['#', 'c', '>', 2], ['>=', 'd', 1]]]]), [{name: 'a', values: ['x']}, {name: 'b'}, {name: 'c'}, {name: 'd'}]);
});

test('suggestions find a slip of the finger and leave strangers alone', () => {
  assert.equal(suggest('vervangin', ['vervanging', 'wens']), 'vervanging');
  assert.equal(suggest('rleatie', ['relatie']), 'relatie');
  assert.equal(suggest('iets-heel-anders', ['relatie', 'wens']), undefined);
});
