import * as v from 'valibot';
import {ARRANGERS, BASIC_FUNCTIONS, ROUTES} from './support.js';
import {ConditionSchema} from './validate-condition.js';
import {BlocksSchema, InlinesSchema, NoteSchema, TermsSchema} from './validate-node.js';
import {bounded, Id, Lang, Line} from './validate-shared.js';

const FitSchema = v.strictObject({
  when: ConditionSchema,
  weight: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)),
  because: InlinesSchema,
});

const KindSchema = v.strictObject({
  id: Id,
  title: Line,
  function: v.picklist(BASIC_FUNCTIONS),
  route: v.picklist(ROUTES),
  fits: v.exactOptional(bounded(FitSchema, 200)),
  unless: v.exactOptional(ConditionSchema),
  firstStep: InlinesSchema,
  arrangedBy: bounded(v.picklist(ARRANGERS), 20),
  costs: v.exactOptional(InlinesSchema),
  expect: v.exactOptional(InlinesSchema),
  body: BlocksSchema,
  sources: v.exactOptional(bounded(InlinesSchema, 200)),
  lang: v.exactOptional(Lang),
});

export const SupportSchema = v.strictObject({
  lang: Lang,
  order: bounded(Id, 1000),
  kinds: bounded(KindSchema, 1000),
  note: v.exactOptional(NoteSchema),
  terms: v.exactOptional(TermsSchema),
});
