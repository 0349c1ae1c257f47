import {NAME, RESERVED, slug} from '../conditions/names.js';
import {didYouMean} from '../conditions/suggest.js';
import {COUNT_MAX, type Effect} from '../model/condition.js';
import type {ShowKind} from '../model/node.js';
import {offsetAt, sliceMapped, type MappedText} from './mapped-text.js';

/** What one code span says (content-format.md 2). `at` is an offset in the file. */
export type Instruction = {at: number} & (
  | {t: 'if' | 'else-if'; condition: MappedText}
  | {t: 'else'}
  | {t: 'effect'; effect: Effect}
  | {t: 'show'; what: ShowKind; max?: number}
  | {t: 'pick'; min?: number; max?: number}
  | {t: 'submit'; label: MappedText}
  | {t: 'ask'; kind: 'number'; name: string; min: number; max: number}
  | {t: 'ask'; kind: 'place' | 'text'; name: string}
  | {t: 'like'; target: string}
  | {t: 'alone' | 'append' | 'remove'}
);

export interface InstructionProblem {
  rule: 'instructie/onbekend';
  at: number;
  message: string;
  hint: string;
}

const SHOW_KINDS: readonly ShowKind[] = ['samenvatting', 'steun', 'aanbod', 'contact', 'briefje', 'taken'];
const SHOW_WITH_MAX: readonly ShowKind[] = ['steun', 'aanbod'];
const KEYWORDS = ['als', 'anders', 'toon', 'kies', 'knop', 'vraag', 'zoals', 'alleen', 'aanvulling', 'verwijder'];
const EFFECT = /^([a-z0-9][a-z0-9-]*)\s*(\+=|=|\+)\s*([a-z0-9][a-z0-9-]*)$/;

/** Reads a code span's text. `raw` is what stands between the backticks. */
export function parseInstruction(raw: MappedText): {instruction: Instruction; problem?: undefined} | {instruction?: undefined; problem: InstructionProblem} {
  const text = raw.text.replace(/\s+/g, ' ');
  const at = offsetAt(raw, 0);
  const fail = (message: string, hint: string) => ({problem: {rule: 'instructie/onbekend' as const, at, message, hint}});
  const [, word = '', rest = ''] = /^(\S+)\s*(.*)$/s.exec(text) ?? [];

  switch (word) {
    case '':
      return fail('Tussen deze backticks staat niets.', 'Haal de backticks weg.');
    case 'als':
      if (!rest) return fail('Na «als» ontbreekt een voorwaarde.', 'Schrijf bijvoorbeeld `als relatie = partner`.');
      return {instruction: {t: 'if', condition: tail(raw, /^als\s+/), at}};
    case 'anders':
      if (!rest) return {instruction: {t: 'else', at}};
      if (/^als\s+\S/.test(rest)) return {instruction: {t: 'else-if', condition: tail(raw, /^anders\s+als\s+/), at}};
      if (!/^\+?=/.test(rest)) return fail(`De instructie «${text}» bestaat niet.`, 'Schrijf `anders`, of `anders als …` met een voorwaarde.');
      break;
    case 'toon':
      return parseShow(rest, at, fail);
    case 'kies':
      return parsePick(rest, at, fail);
    case 'knop':
      if (!rest) return fail('Na «knop» ontbreekt de tekst van de knop.', 'Schrijf bijvoorbeeld `knop Verder`.');
      return {instruction: {t: 'submit', label: tail(raw, /^knop\s+/), at}};
    case 'vraag':
      return parseAsk(rest, at, fail);
    case 'zoals':
      if (!/^\S+$/.test(rest)) return fail('Na «zoals» ontbreekt een stap.', 'Schrijf bijvoorbeeld `zoals gedeeld.md#taken`.');
      return {instruction: {t: 'like', target: rest, at}};
  }
  if (text === 'alleen') return {instruction: {t: 'alone', at}};
  if (text === 'aanvulling') return {instruction: {t: 'append', at}};
  if (text === 'verwijder') return {instruction: {t: 'remove', at}};
  return parseEffect(text, at, fail);
}

type Fail = (message: string, hint: string) => {problem: InstructionProblem};
type Result = ReturnType<typeof parseInstruction>;

function parseShow(rest: string, at: number, fail: Fail): Result {
  const match = /^([^,\s]+)\s*(?:,?\s*hoogstens (\d{1,3}))?$/.exec(rest);
  const what = SHOW_KINDS.find((kind) => kind === match?.[1]);
  if (!match || !what) {
    const typed = /^[^,\s]+/.exec(rest)?.[0] ?? '';
    return fail(typed ? `Er is niets dat «toon ${rest}» laat zien.` : 'Na «toon» ontbreekt wat er te zien is.', didYouMean(typed, SHOW_KINDS, `Kies uit: ${SHOW_KINDS.join(', ')}.`, (found) => `toon ${found}`));
  }
  if (match[2] === undefined) return {instruction: {t: 'show', what, at}};
  if (!SHOW_WITH_MAX.includes(what)) return fail(`Bij «toon ${what}» past geen «hoogstens».`, `Schrijf \`toon ${what}\`.`);
  const max = Number(match[2]);
  if (max < 1 || max > 50) return fail(`«hoogstens ${match[2]}» kan niet.`, 'Kies een getal van 1 tot 50.');
  return {instruction: {t: 'show', what, max, at}};
}

function parsePick(rest: string, at: number, fail: Fail): Result {
  const match = /^(?:(\d{1,3}) tot (\d{1,3})|(minstens|hoogstens) (\d{1,3}))$/.exec(rest);
  if (!match) return fail(`De instructie «kies ${rest}» is niet te lezen.`, 'Schrijf `kies 1 tot 3`, `kies minstens 1` of `kies hoogstens 3`.');
  const min = match[1] ?? (match[3] === 'minstens' ? match[4] : undefined);
  const max = match[2] ?? (match[3] === 'hoogstens' ? match[4] : undefined);
  const low = min === undefined ? 0 : Number(min);
  const high = max === undefined ? Infinity : Number(max);
  if (low > high || high < 1) return fail(`«kies ${rest}» laat niets te kiezen over.`, 'Zet het kleinste getal vooraan.');
  return {instruction: {t: 'pick', ...(low > 0 ? {min: low} : {}), ...(high < Infinity ? {max: high} : {}), at}};
}

function parseAsk(rest: string, at: number, fail: Fail): Result {
  const match = /^(?:([^:\s]+)\s*:\s*)?(plaats|tekst|getal)(?:\s+(\d{1,6}) tot (\d{1,6}))?$/.exec(rest);
  const hint = 'Schrijf `vraag plaats`, `vraag tekst` of `vraag leeftijd: getal 0 tot 120`.';
  if (!match) return fail(`De instructie «vraag ${rest}» is niet te lezen.`, hint);
  const [, name, kind, min, max] = match;
  const problem = name === undefined ? undefined : nameProblem(name);
  if (problem) return fail(problem.message, problem.hint);
  if (kind !== 'getal') {
    if (min !== undefined) return fail(`Bij «vraag ${kind}» past geen «tot».`, hint);
    return {instruction: {t: 'ask', kind: kind === 'plaats' ? 'place' : 'text', name: name ?? kind!, at}};
  }
  if (name === undefined || min === undefined) return fail(`Bij «vraag ${rest}» ontbreekt de naam of het bereik van het getal.`, 'Schrijf bijvoorbeeld `vraag leeftijd: getal 0 tot 120`.');
  if (Number(min) >= Number(max)) return fail(`Het bereik «${min} tot ${max}» is leeg.`, 'Zet het kleinste getal vooraan.');
  return {instruction: {t: 'ask', kind: 'number', name, min: Number(min), max: Number(max), at}};
}

function parseEffect(text: string, at: number, fail: Fail): Result {
  const match = EFFECT.exec(text);
  if (!match) return fail(...explain(text));
  const [, name, op, value] = match as unknown as [string, string, '=' | '+=' | '+', string];
  const problem = nameProblem(name) ?? (op === '+' ? undefined : nameProblem(value));
  if (problem) return fail(problem.message, problem.hint);
  if (op !== '+') return {instruction: {t: 'effect', effect: [op, name, value], at}};
  if (!/^\d{1,2}$/.test(value) || Number(value) < 1) return fail(`«${name} + ${value}» telt niet op.`, `Schrijf een getal van 1 tot ${COUNT_MAX}, of \`${name} += ${value}\` als het een waarde is.`);
  return {instruction: {t: 'effect', effect: ['+', name, Number(value)], at}};
}

function nameProblem(name: string): {message: string; hint: string} | undefined {
  if (!NAME.test(name)) {
    const better = slug(name);
    return {message: `«${name}» kan geen naam of waarde zijn: die bestaan uit kleine letters, cijfers en streepjes.`, hint: better ? `Schrijf «${better}».` : 'Kies een andere naam.'};
  }
  if (RESERVED.has(name)) return {message: `«${name}» is een woord van de voorwaarden en kan geen naam of waarde zijn.`, hint: 'Kies een ander woord.'};
  return undefined;
}

/** The likely meaning of a code span that is no instruction. */
function explain(text: string): [message: string, hint: string] {
  const message = `«${text.length > 60 ? `${text.slice(0, 59)}…` : text}» is geen instructie.`;
  const parts = /^([^\s=+<>!-]+(?:-[^\s=+<>!-]+)*)\s*(==|=|\+=|\+|-=|-|:|!=|>=|<=|>|<)\s*(.*)$/.exec(text);
  if (parts) {
    const [, name = '', op = '', value = ''] = parts;
    if (op.startsWith('-')) return [message, 'Een teller gaat nooit omlaag; tel bij een ander antwoord op.'];
    if (['!=', '>=', '<=', '>', '<'].includes(op)) return [message, `Bedoel je een voorwaarde? Schrijf \`als ${text}\`.`];
    if (value.includes(',')) {
      const all = value.split(',').map((part) => part.trim());
      const each = all.map((part, n) => (n > 0 && /[=+]/.test(part) ? part : `${name} ${op} ${slug(part)}`));
      if (op.startsWith('+') || each.some((part) => !part.startsWith(name))) return [message, `Zet om elk deel eigen backticks: ${each.slice(0, 3).map((part) => `\`${part}\``).join(' ')}.`];
      return [message, `Onthoud één waarde tegelijk: \`${slug(name)} = ${slug(all[0]!)}\`.`];
    }
    if (slug(name) && slug(value)) return [message, `Schrijf \`${slug(name)} ${op === '==' || op === ':' ? '=' : op} ${slug(value)}\`.`];
    return [message, 'Schrijf bijvoorbeeld `relatie = partner`, `taken += zorg` of `last + 2`.'];
  }
  const word = /^\S*/.exec(text)?.[0] ?? '';
  const lower = word.toLowerCase().replace(/[:;,.]$/, '');
  const otherwise = 'Tussen backticks staat alleen wat de widget doet; gebruik **vet** of *cursief* voor nadruk.';
  if (KEYWORDS.includes(lower)) return [message, `Schrijf «${lower}» in kleine letters en zonder leesteken.`];
  const others: Record<string, string> = {if: 'als', else: 'anders', wanneer: 'als', indien: 'als', tenzij: 'als niet', laat: 'toon', invoer: 'vraag'};
  if (Object.hasOwn(others, lower)) return [message, `Bedoelde je \`${others[lower]} …\`?`];
  if (/\s(?:bevat\s|bekend$)/.test(text) || lower === 'aantal') return [message, `Bedoel je een voorwaarde? Schrijf \`als ${text}\`.`];
  return [message, didYouMean(word, KEYWORDS, otherwise, (found) => text.replace(word, found))];
}

function tail(raw: MappedText, head: RegExp): MappedText {
  const length = head.exec(raw.text)?.[0].length ?? 0;
  return sliceMapped(raw, length, raw.text.length);
}
