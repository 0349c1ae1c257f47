import fc from 'fast-check';

export type Texts = Record<string, string>;

/** What an editor's hand may leave anywhere. */
const BITS = [
  '`', '``', '```', '[', ']', '(', ')', '](', '(#wie)', '(#taken)', '(#weg)', '(helpen.md)', '(helpen.md#klaar)', '- [ ] ', '- [x] ', '- ', '* ', '1. ', '> ', '>', '\n', '\n\n', '\t', '\r\n', '\r', ' ', '  ', '    ', '\u00a0', '## ', '### ', '# ', '##', '{#x}', '{#taken}', '{#constructor}',
  '{#x ingang}', '{{', '}}', '{{feit.spoed}}', '{{contact.telefoon}}', '{{woord.de-ander}}', '{{__proto__}}', '[^a]', '[^bron]', '[^a]: ', '<!--', '-->', '<b>', '</b>', '<', '*', '_', '**', '~~', '&amp;', '&#0;', '\\', '👍', '\ud83d', '\u200b', '\u0000', '\ufeff', '---\n', '---', '===', '| a |\n|-|', '![x](../beelden/bank.svg)', '![](x)', '://', 'javascript:', '[x](tel:112)',
  '`als zwaar`', '`als relatie = partner`', '`als niet (relatie = kind of last >= 2) en taken bevat koken`', '`anders`', '`anders als last > 1`', '`x = ja`', '`taken += rust`', '`last + 9`', '`toon contact`', '`toon steun, hoogstens 5`', '`toon samenvatting`', '`toon briefje`', '`toon taken`', '`vraag plaats`', '`vraag leeftijd: getal 0 tot 120`', '`vraag tekst`', '`kies 1 tot 3`',
  '`alleen`', '`knop Verder`', '`zoals helpen.md#klaar`', '`aanvulling`', '`verwijder`', ': ', ':', '"', "'", '- als: relatie = kind', 'gewicht: 3', 'omdat: het past', 'titel: ', 'gedeeld: ja', 'gebaseerd-op: klein', 'waarde: 112', 'opnieuw: 12', '2026-11-01', '€ 12', '020 123 45 67', 'mantelzorger', 'u moet', '__proto__', 'constructor', 'tekst ', '&', '!', '%', 'é',
];
export const bit = fc.constantFrom(...BITS);

type Edit = (text: string) => string;

const at = (text: string, place: number) => place % (text.length + 1);
const lines = (text: string, change: (all: string[]) => string[]) => change(text.split('\n')).join('\n');
const blocks = (text: string, change: (all: string[]) => string[]) => change(text.split('\n\n')).join('\n\n');
const swap = (all: string[], a: number, b: number) => {
  const [i, j] = [a % all.length, b % all.length];
  const next = [...all];
  [next[i], next[j]] = [all[j]!, all[i]!];
  return next;
};
const drop = (all: string[], a: number, count: number) => all.filter((_, n) => n < a % all.length || n >= (a % all.length) + count);
const double = (all: string[], a: number, b: number) => [...all.slice(0, b % all.length), all[a % all.length]!, ...all.slice(b % all.length)];

/** One slip: a sign, a line or a block typed, lost, moved or doubled. */
export const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(fc.nat(), fc.nat(12), bit).map(([place, cut, sign]): Edit => (text) => text.slice(0, at(text, place)) + sign + text.slice(at(text, place) + cut)),
  fc.tuple(fc.nat(), fc.integer({min: 1, max: 3})).map(([place, cut]): Edit => (text) => text.slice(0, at(text, place)) + text.slice(at(text, place) + cut)),
  fc.tuple(fc.nat(), fc.nat()).map(([a, b]): Edit => (text) => lines(text, (all) => swap(all, a, b))),
  fc.tuple(fc.nat(), fc.integer({min: 1, max: 4})).map(([a, count]): Edit => (text) => lines(text, (all) => drop(all, a, count))),
  fc.tuple(fc.nat(), fc.nat()).map(([a, b]): Edit => (text) => lines(text, (all) => double(all, a, b))),
  fc.tuple(fc.nat(), fc.nat()).map(([a, b]): Edit => (text) => blocks(text, (all) => swap(all, a, b))),
  fc.tuple(fc.nat(), fc.integer({min: 1, max: 2})).map(([a, count]): Edit => (text) => blocks(text, (all) => drop(all, a, count))),
  fc.tuple(fc.nat(), fc.nat()).map(([a, b]): Edit => (text) => blocks(text, (all) => double(all, a, b))),
  fc.tuple(fc.nat(), fc.constantFrom('  ', '    ', '> ', '- ', '## ', '\t')).map(([a, lead]): Edit => (text) => lines(text, (all) => all.map((line, n) => (n === a % all.length ? lead + line : line)))),
  fc.nat().map((a): Edit => (text) => lines(text, (all) => all.map((line, n) => (n === a % all.length ? line.trimStart() : line)))),
  fc.nat().map((place): Edit => (text) => text.slice(0, at(text, place))),
  fc.constantFrom<Edit>((text) => text.replaceAll('\n', '\r\n'), (text) => text.replaceAll('`', '’'), (text) => text.replaceAll('"', '”'), (text) => text.toUpperCase(), (text) => text + text, () => ''),
);

/** A pack after a few slips, some of which move text between its files. */
export function mangled(packs: readonly Texts[]): fc.Arbitrary<Texts> {
  const step = fc.tuple(fc.nat(), fc.nat(), fc.option(edit, {freq: 12}));
  return fc.tuple(fc.constantFrom(...packs), fc.array(step, {minLength: 1, maxLength: 5})).map(([pack, steps]) =>
    steps.reduce<Texts>((files, [a, b, change]) => {
      const paths = Object.keys(files);
      const [one, other] = [paths[a % paths.length]!, paths[b % paths.length]!];
      return change ? {...files, [one]: change(files[one]!)} : {...files, [one]: files[other]!};
    }, pack),
  );
}

const name = fc.constantFrom('x', 'y', 'taken', 'last', 'constructor', 'tostring', 'a-b');
const value = fc.constantFrom('ja', 'nee', 'valueof', '2');
const id = fc.constantFrom('een', 'twee', 'drie', 'prototype', 'eind');
const atom = fc.oneof(
  fc.tuple(name, value).map(([n, v]) => `${n} = ${v}`),
  fc.tuple(name, value, value).map(([n, v, w]) => `${n} != ${v}, ${w}`),
  fc.tuple(name, value).map(([n, v]) => `${n} bevat ${v}`),
  fc.tuple(name, fc.nat(120)).map(([n, v]) => `${n} >= ${v}`),
  fc.tuple(name, fc.nat(9)).map(([n, v]) => `aantal ${n} < ${v}`),
  name.map((n) => `${n} bekend`),
  name,
);
const condition = fc.oneof(atom, fc.tuple(atom, fc.constantFrom(' en ', ' of '), atom).map((parts) => parts.join('')), fc.tuple(atom, atom, atom).map(([a, b, c]) => `niet (${a} en ${b}) of ${c}`));
const when = fc.option(fc.oneof(condition.map((c) => ` \`als ${c}\``), condition.map((c) => ` \`anders als ${c}\``), fc.constant(' `anders`')), {nil: '', freq: 2});
const effect = fc.oneof(fc.tuple(name, value).map(([n, v]) => ` \`${n} = ${v}\``), fc.tuple(name, value).map(([n, v]) => ` \`${n} += ${v}\``), fc.tuple(name, fc.nat(99)).map(([n, v]) => ` \`${n} + ${v}\``), fc.constant(''), fc.constant(' `alleen`'));
const link = fc.oneof({weight: 6, arbitrary: id.map((to) => `#${to}`)}, fc.constantFrom('helpen.md', 'helpen.md#klaar', '#weg', 'weg.md'));
const answers = fc.array(fc.tuple(fc.constantFrom('Ja', 'Nee', 'Soms', 'Altijd', 'Nooit'), link, effect, when).map(([label, to, does, if_]) => `- [${label}](${to})${does}${if_}`), {minLength: 1, maxLength: 4}).map((all) => all.join('\n'));
const tasks = fc.array(fc.tuple(fc.constantFrom('Koken', 'Wassen', 'Rijden', 'Bellen'), effect, when).map(([label, does, if_]) => `- [ ] ${label}${does}${if_}`), {minLength: 1, maxLength: 4}).map((all) => all.join('\n'));
const buttons = fc.array(fc.tuple(fc.constantFrom('Naar het eind', 'Verder kijken'), link, when).map(([label, to, if_]) => `[${label}](${to})${if_}`), {minLength: 1, maxLength: 3}).map((all) => all.join('\n\n'));
const text = fc.oneof(fc.tuple(fc.constantFrom('Tekst.', '**Vet** en *schuin*.', '- een\n- twee', '> [!LET OP]\n> Let op.', 'Bel {{contact.telefoon}}.'), when).map((parts) => parts.join('')), fc.tuple(when, fc.constantFrom('Tekst.', '')).map(([if_, body]) => `###${if_} Kop\n\n${body}`));
const part = fc.oneof({weight: 3, arbitrary: text}, fc.constantFrom('`toon contact`', '`toon steun, hoogstens 2`', '`toon samenvatting`', '`kies 1 tot 2`', '`kies minstens 3`', '`knop Door`', '`vraag plaats`', '`vraag leeftijd: getal 1 tot 9`'));
const step = fc.tuple(id, fc.option(fc.constant(' ingang'), {nil: '', freq: 4}), fc.array(part, {maxLength: 3}), fc.oneof(answers, fc.tuple(tasks, buttons).map((all) => all.join('\n\n')), buttons, fc.constant('`toon contact`'))).map(([own, entry, parts, end]) => `## Stap ${own}? {#${own}${entry}}\n\n${[...parts, end].join('\n\n')}`);

/** A flow that is nearly right: every part is well-formed, and together they often are not. */
export const flowText: fc.Arbitrary<string> = fc.uniqueArray(step, {minLength: 1, maxLength: 5, selector: (one) => /\{#(\w+)/.exec(one)![1]}).map((steps) => `---\ntitel: Proef\n---\n\n${steps.join('\n\n')}\n\n## Klaar {#klaar ingang}\n\n\`toon contact\`\n`);

const yaml: fc.Arbitrary<string> = fc.letrec<{value: unknown}>((tie) => ({
  value: fc.oneof({depthSize: 'small', withCrossShrink: true}, fc.constantFrom('', 'ja', '"x"', "'", '[', '{', '&a b', '*a', '!!js x', '|', '>', '- ', 'null', '2026-11-01', '{{feit.spoed}}', 'x: y', '#'), fc.array(tie('value'), {maxLength: 3}).map((all) => `[${all.join(', ')}]`), fc.array(fc.tuple(fc.constantFrom('naam', 'als', '__proto__', 'anders'), tie('value')), {maxLength: 3}).map((all) => `{${all.map(([key, v]) => `${key}: ${String(v)}`).join(', ')}}`)),
})).value.map(String);

/** Front matter of `keys` with any values. */
export const frontMatter = (keys: readonly string[]): fc.Arbitrary<string> => fc.array(fc.tuple(fc.constantFrom(...keys, '__proto__', 'x'), yaml), {maxLength: 6}).map((fields) => `---\n${fields.map(([key, v]) => `${key}: ${v}\n`).join('')}---\n`);
