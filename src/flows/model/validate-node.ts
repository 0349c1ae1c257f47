import * as v from 'valibot';
import type {Block, Inline, ShowKind, Term} from './node.js';
import {ConditionSchema} from './validate-condition.js';
import {bounded, Href, Id, Lang, Line, Text} from './validate-shared.js';

export const TargetSchema = v.strictObject({flow: v.exactOptional(Id), step: Id});

const Inlines = v.lazy(() => InlinesSchema);
const Blocks = v.lazy(() => BlocksSchema);
const when = {when: v.exactOptional(ConditionSchema)};

export const InlineSchema: v.GenericSchema<Inline> = v.union([
  Text,
  v.variant('t', [
    v.strictObject({t: v.picklist(['b', 'i']), c: Inlines}),
    v.strictObject({t: v.literal('br')}),
    v.strictObject({t: v.literal('a'), href: Href, c: Inlines}),
    v.strictObject({t: v.literal('flow'), to: TargetSchema, c: Inlines}),
    v.strictObject({t: v.literal('fact'), id: Id, c: Line, href: v.exactOptional(Href), date: v.exactOptional(v.pipe(v.string(), v.regex(/^(?:\d{4}(?:-\d\d(?:-\d\d)?)?|onbekend)$/))), source: v.exactOptional(Line), lang: v.exactOptional(Lang)}),
    v.strictObject({t: v.literal('word'), cases: v.pipe(v.array(v.tuple([ConditionSchema, Line])), v.maxLength(50)), other: Line}),
    v.strictObject({t: v.literal('term'), id: Id, c: Line}),
    v.strictObject({t: v.literal('src'), n: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000))}),
  ]),
]);

export const InlinesSchema = bounded(InlineSchema, 1000);

const SHOW_KINDS = ['samenvatting', 'steun', 'aanbod', 'contact', 'briefje', 'taken'] as const satisfies readonly ShowKind[];

const ParagraphSchema = v.strictObject({t: v.literal('p'), c: InlinesSchema, ...when});

/** An addressee or a task, with sentences only: paragraphs, and in a letter bullets as well. */
const EntrySchema: v.GenericSchema<Extract<Block, {t: 'section'}>> = v.strictObject({
  t: v.literal('section'),
  title: InlinesSchema,
  c: bounded(v.variant('t', [ParagraphSchema, v.strictObject({t: v.literal('list'), items: bounded(bounded(ParagraphSchema, 20), 100), ...when})]), 100),
  ...when,
});

export const BlockSchema: v.GenericSchema<Block> = v.variant('t', [
  ParagraphSchema,
  v.strictObject({t: v.literal('list'), ordered: v.exactOptional(v.literal(true)), items: bounded(Blocks, 500), ...when}),
  v.strictObject({t: v.literal('img'), src: v.pipe(v.string(), v.maxLength(200), v.regex(/^[a-z0-9][a-z0-9.-]*\.(?:svg|png|jpe?g|webp|avif)$/)), alt: Line, ...when}),
  v.strictObject({t: v.literal('callout'), kind: v.picklist(['let-op', 'nood']), c: Blocks, ...when}),
  v.strictObject({t: v.literal('section'), title: InlinesSchema, c: Blocks, ...when}),
  v.strictObject({t: v.literal('show'), what: v.picklist(SHOW_KINDS), max: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50))), c: v.exactOptional(bounded(EntrySchema, 100)), ...when}),
]);

export const BlocksSchema = bounded(BlockSchema, 1000);

const TermSchema: v.GenericSchema<Term> = v.strictObject({title: Line, c: BlocksSchema});

export const NoteSchema = v.strictObject({lang: Lang, text: Line});

export const TermsSchema = v.record(Id, TermSchema);
