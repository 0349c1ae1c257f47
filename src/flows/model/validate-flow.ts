import * as v from 'valibot';
import {EffectSchema, ConditionSchema} from './validate-condition.js';
import {BlocksSchema, InlinesSchema, NoteSchema, TargetSchema, TermsSchema} from './validate-node.js';
import {bounded, Id, Lang, Line} from './validate-shared.js';

const yes = v.exactOptional(v.literal(true));
const count = v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)));
const bound = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));

const AnswerSchema = v.strictObject({
  id: Id,
  label: InlinesSchema,
  explain: v.exactOptional(BlocksSchema),
  echo: v.exactOptional(InlinesSchema),
  when: v.exactOptional(ConditionSchema),
  effects: v.exactOptional(bounded(EffectSchema, 100)),
  to: v.exactOptional(TargetSchema),
  alone: yes,
  own: yes,
});

const AnswersSchema = v.pipe(v.array(AnswerSchema), v.minLength(1), v.maxLength(200));

const ControlSchema = v.variant('t', [
  v.strictObject({t: v.literal('one'), answers: AnswersSchema, submit: v.exactOptional(InlinesSchema)}),
  v.strictObject({t: v.literal('many'), answers: AnswersSchema, min: count, max: count}),
  v.strictObject({t: v.literal('number'), name: Id, min: bound, max: bound}),
  v.strictObject({t: v.literal('place'), name: Id}),
  v.strictObject({t: v.literal('text'), name: Id}),
]);

const ButtonSchema = v.strictObject({
  id: Id,
  label: InlinesSchema,
  routes: v.pipe(v.array(v.strictObject({when: v.exactOptional(ConditionSchema), to: TargetSchema})), v.minLength(1), v.maxLength(100)),
});

const StepSchema = v.strictObject({
  id: Id,
  entry: yes,
  title: InlinesSchema,
  body: v.exactOptional(BlocksSchema),
  control: v.exactOptional(ControlSchema),
  tail: v.exactOptional(BlocksSchema),
  buttons: v.exactOptional(bounded(ButtonSchema, 100)),
  lang: v.exactOptional(Lang),
  later: yes,
});

export const FlowSchema = v.strictObject({
  id: Id,
  lang: Lang,
  dir: v.exactOptional(v.literal('rtl')),
  title: Line,
  description: v.exactOptional(Line),
  note: v.exactOptional(NoteSchema),
  steps: v.pipe(v.array(StepSchema), v.minLength(1), v.maxLength(5000)),
  sources: v.exactOptional(bounded(InlinesSchema, 1000)),
  terms: v.exactOptional(TermsSchema),
});

export const EndsSchema = v.strictObject({
  id: Id,
  lang: Lang,
  steps: v.pipe(v.array(v.strictObject({id: Id, body: BlocksSchema})), v.minLength(1), v.maxLength(5000)),
  echoes: v.exactOptional(bounded(v.strictObject({step: Id, answer: Id, c: InlinesSchema}), 50_000)),
  sources: v.exactOptional(bounded(InlinesSchema, 1000)),
  terms: v.exactOptional(TermsSchema),
});
