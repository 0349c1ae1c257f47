import * as v from 'valibot';
import type {AlarmsPart} from './alarms.js';
import type {UnderstandingPart} from './understanding.js';
import {BlocksSchema, InlinesSchema} from './validate-node.js';
import {bounded, checkBounds, Id, Lang, Line, PackError, parseWith} from './validate-shared.js';

/** An expression: the index that is built of them grows with their letters. */
const Said = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const Sayings = bounded(Said, 2_000);

/** What is longer than ours by an order of magnitude takes a telephone too long to unpack. */
const WordModelSchema = v.strictObject({
  letters: v.pipe(v.string(), v.maxLength(62)),
  packed: v.pipe(v.string(), v.maxLength(120_000), v.regex(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/)),
  bias: bounded(v.pipe(v.number(), v.finite()), 20_000),
});

const TargetSchema = v.strictObject({
  kind: v.picklist(['support', 'flow', 'fact']),
  id: Id,
  title: Line,
  fact: v.exactOptional(v.strictObject({label: Line, c: InlinesSchema})),
});

const AlarmSchema = v.strictObject({
  id: Id,
  title: InlinesSchema,
  c: BlocksSchema,
  sources: v.exactOptional(bounded(InlinesSchema, 200)),
  says: Sayings,
  foreign: v.exactOptional(Sayings),
  unless: v.exactOptional(Sayings),
  lang: v.exactOptional(Lang),
});

const UnderstandingSchema = v.strictObject({
  lang: Lang,
  targets: bounded(TargetSchema, 19_000),
  model: WordModelSchema,
  learns: bounded(v.strictObject({name: Id, value: v.exactOptional(Id), set: v.exactOptional(v.literal(true)), says: Sayings}), 500),
  languages: bounded(v.strictObject({lang: Lang, says: Sayings}), 50),
  synonyms: bounded(bounded(Said, 500), 1_000),
  terms: bounded(v.strictObject({id: Id, says: Sayings}), 500),
  where: Sayings,
  what: Sayings,
  person: v.exactOptional(Sayings),
  offers: bounded(Id, 1_000),
});

const AlarmsSchema = v.strictObject({lang: Lang, groups: bounded(AlarmSchema, 50), model: WordModelSchema});

/** What a chat understands, from outside. Throws {@link PackError}. */
export function readUnderstanding(value: unknown): UnderstandingPart {
  checkBounds(value);
  const part: UnderstandingPart = parseWith(UnderstandingSchema, value, 'The words of the chat');
  unique(part.targets.map(({kind, id}) => `${kind} ${id}`));
  bearable([part.where, ...part.learns.map(({says}) => says)]);
  return part;
}

/** Calls for help, from outside. Throws {@link PackError}. */
export function readAlarms(value: unknown): AlarmsPart {
  checkBounds(value);
  const part: AlarmsPart = parseWith(AlarmsSchema, value, 'The calls for help');
  unique(part.groups.map(({id}) => id));
  bearable(part.groups.flatMap(({says, foreign = [], unless = []}) => [says, foreign, unless]));
  return part;
}

/** Each is looked for in each message. Ours has under a thousand of either kind. */
const MOST_EXPRESSIONS = 5_000;

function bearable(lists: readonly (readonly string[])[]): void {
  if (lists.flat().length > MOST_EXPRESSIONS) throw new PackError('pakket-ongeldig', `There are more than ${MOST_EXPRESSIONS} expressions to look for.`);
}

function unique(keys: readonly string[]): void {
  const seen = new Set<string>();
  for (const key of keys) {
    if (seen.has(key)) throw new PackError('pakket-ongeldig', `The "${key}" is there twice.`);
    seen.add(key);
  }
}
