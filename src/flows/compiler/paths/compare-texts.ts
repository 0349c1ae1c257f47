import type {Step} from '../../model/flow.js';
import type {Block} from '../../model/node.js';
import type {SupportKind} from '../../model/support.js';
import {answersOf} from '../../semantics/dialogue.js';
import type {CompiledPack} from '../compile-pack.js';
import {plainWords} from '../prove/plain-words.js';

/** What differs between two versions of a pack apart from who gets what. */
export interface TextChanges {
  /** How many texts are worded otherwise. */
  texts: number;
  /** One Dutch line each: what was added, what is gone, which facts and contact details differ. */
  notes: string[];
}

type Pack = Pick<CompiledPack, 'flows' | 'support' | 'manifest'>;

export function compareTexts(old: Pack, now: Pack): TextChanges {
  const notes: string[] = [];
  let texts = 0;
  const list = (what: string, change: string, names: readonly string[]) => names.length && notes.push(`${what} ${change}: ${names.map((name) => `«${name}»`).join(', ')}.`);
  const both = <T extends {id: string}>(before: readonly T[], after: readonly T[], what: [one: string, many: string], nameOf: (one: T) => string, at = ''): [T, T][] => {
    const kept = new Map(after.map((one) => [one.id, one]));
    const known = new Set(before.map(({id}) => id));
    const [gone, fresh] = [before.filter(({id}) => !kept.has(id)), after.filter(({id}) => !known.has(id))];
    list(gone.length === 1 ? what[0] : what[1], `weg${at}`, gone.map(nameOf));
    list(fresh.length === 1 ? what[0] : what[1], `erbij${at}`, fresh.map(nameOf));
    return before.flatMap((one): [T, T][] => (kept.has(one.id) ? [[one, kept.get(one.id)!]] : []));
  };
  for (const [before, after] of both(old.flows, now.flows, ['Gesprek', 'Gesprekken'], ({title}) => title)) {
    texts += differing([before.title, before.description ?? ''], [after.title, after.description ?? '']);
    for (const [step, next] of both(before.steps, after.steps, ['Stap', 'Stappen'], titleOf, ` in «${after.title}»`)) {
      const at = ` bij «${titleOf(next)}»`;
      both(answersOf(step), answersOf(next), ['Antwoord', 'Antwoorden'], ({label}) => plainWords(label), at);
      both(step.buttons ?? [], next.buttons ?? [], ['Knop', 'Knoppen'], ({label}) => plainWords(label), at);
      texts += differing(textsOf(step), textsOf(next));
    }
  }
  for (const [before, after] of both(old.support?.kinds ?? [], now.support?.kinds ?? [], ['Soort steun', 'Soorten steun'], ({title}) => title)) texts += differing(supportTexts(before), supportTexts(after));
  const [facts, nowFacts] = [factsOf(old), factsOf(now)];
  for (const [id, value] of nowFacts) if (facts.has(id) && facts.get(id) !== value) notes.push(`Feit «${id}» was ${facts.get(id)} en is nu ${value}.`);
  const [contact, nowContact] = [old.manifest.contact, now.manifest.contact];
  for (const [field, word] of CONTACT) {
    const [was, is] = [contact[field] ?? '', nowContact[field] ?? ''];
    if (was !== is && !(field === 'phone' && [...facts.values()].includes(was))) notes.push(`${word} van het contact was ${was ? `«${was}»` : 'leeg'} en is nu ${is ? `«${is}»` : 'leeg'}.`);
  }
  return {texts, notes};
}

const CONTACT = [
  ['name', 'De naam'],
  ['phone', 'De telefoon'],
  ['email', 'Het mailadres'],
  ['website', 'De website'],
  ['address', 'Het adres'],
  ['hours', 'De tijden'],
] as const;

const titleOf = ({title}: Step) => plainWords(title);

/** How many texts of one list are not in the other. */
function differing(before: readonly string[], after: readonly string[]): number {
  const gone = before.filter((text) => !after.includes(text)).length;
  const fresh = after.filter((text) => !before.includes(text)).length;
  // A text more or less is told of elsewhere, or is a text that some people see.
  return Math.min(gone, fresh);
}

function textsOf(step: Step): string[] {
  const answers = answersOf(step).flatMap(({id, label, explain, echo}) => [`${id} ${bare(label)}`, bare(explain), `${id} ${bare(echo)}`]);
  return [bare(step.title), ...[...(step.body ?? []), ...(step.tail ?? [])].flatMap(blockTexts), ...answers, ...(step.buttons ?? []).map(({label}) => bare(label))];
}

function supportTexts({title, firstStep, costs, expect, body, fits, arrangedBy}: SupportKind): string[] {
  return [title, bare(firstStep), bare(costs), bare(expect), arrangedBy.join(), ...body.flatMap(blockTexts), ...(fits ?? []).map(({because}) => bare(because))];
}

/** The texts of a block, those inside it apart, without who sees them. */
export function blockTexts(block: Block): string[] {
  switch (block.t) {
    case 'section':
      return [bare(block.title), ...block.c.flatMap(blockTexts)];
    case 'callout':
      return block.c.flatMap(blockTexts);
    case 'list':
      return block.items.flat().flatMap(blockTexts);
    case 'p':
      return [bare(block.c)];
    case 'img':
      return [block.alt];
    case 'show':
      return [];
  }
}

/** As it is emitted, but for what changes by itself: footnote numbers and the values of facts. */
function bare(value: unknown): string {
  return JSON.stringify(value ?? null, (_, part: unknown) => (isPart(part, 'fact') ? `fact ${part.id}` : isPart(part, 'src') ? 'src' : part));
}

function isPart(value: unknown, t: string): value is {t: string; id: string; c: string} {
  return typeof value === 'object' && value !== null && 't' in value && value.t === t;
}

function factsOf({flows, support}: Pack): Map<string, string> {
  const facts = new Map<string, string>();
  JSON.stringify([flows, support ?? null], (_, part: unknown) => {
    if (isPart(part, 'fact')) facts.set(part.id, part.c);
    return part;
  });
  return facts;
}
