import * as v from 'valibot';
import {ASIDES, type UnderstandingPart} from './understanding.js';
import {BlocksSchema, InlinesSchema} from './validate-node.js';
import {bounded, checkBounds, Id, Lang, Line, PackError, parseWith} from './validate-shared.js';

/** An expression: the index that is built of them grows with their letters. */
const Said = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const Sayings = bounded(Said, 2_000);

const TargetSchema = v.strictObject({
  kind: v.picklist(['support', 'flow', 'fact']),
  id: Id,
  title: Line,
  says: Sayings,
  about: v.exactOptional(bounded(v.pipe(v.string(), v.maxLength(60)), 200)),
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
  targets: bounded(TargetSchema, 20_000),
  alarms: bounded(AlarmSchema, 50),
  learns: bounded(v.strictObject({name: Id, value: v.exactOptional(Id), set: v.exactOptional(v.literal(true)), says: Sayings}), 500),
  asides: bounded(v.strictObject({id: v.picklist(ASIDES), says: Sayings}), 50),
  languages: bounded(v.strictObject({lang: Lang, says: Sayings}), 50),
  synonyms: bounded(bounded(Said, 500), 1_000),
  where: Sayings,
  offers: bounded(Id, 1_000),
});

/** So many characters of expressions make an index in some tens of milliseconds on a telephone. */
const MOST_CHARACTERS = 400_000;

/** What a chat understands, from outside. Throws {@link PackError}. */
export function readUnderstanding(value: unknown): UnderstandingPart {
  checkBounds(value);
  const part: UnderstandingPart = parseWith(UnderstandingSchema, value, 'The words of the chat');
  const characters = [...part.targets, ...part.alarms, ...part.learns, ...part.asides, ...part.languages].reduce((sum, {says}) => sum + says.join('').length, 0);
  if (characters > MOST_CHARACTERS) throw new PackError('pakket-ongeldig', `The words of the chat are more than ${MOST_CHARACTERS} characters.`);
  const seen = new Set<string>();
  for (const key of [...part.targets.map(({kind, id}) => `${kind} ${id}`), ...part.alarms.map(({id}) => `alarm ${id}`)]) {
    if (seen.has(key)) throw new PackError('pakket-ongeldig', `The "${key}" is there twice.`);
    seen.add(key);
  }
  return part;
}
