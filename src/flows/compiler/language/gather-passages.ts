import type {SourceFile} from '../source-file.js';
import type {BlockSource, FlowSource, StepSource} from '../flow-ast.js';
import type {PlacedText} from '../mapped-text.js';
import type {SourceInline} from '../markdown-ast.js';
import type {PackContext} from '../pack-context.js';
import type {SupportSource} from '../parse-support.js';
import {flatField, flatten, type FlatText} from './flat-text.js';
import type {Passage, PassageKind} from './passage.js';

/** Every text of a pack's own files that visitors see. Sources, words for the chat and facts are no text to read. */
export function gatherPassages({pack, flows, support, glossary}: PackContext, isOwn: (file: SourceFile) => boolean): Passage[] {
  const gatherer = new Gatherer(isOwn);
  for (const [field, raw] of pack.contact) {
    if (field === 'naam' || field === 'adres') gatherer.add('name', raw.file, flatField(raw));
    else if (field === 'tijden') gatherer.add('text', raw.file, flatField(raw));
  }
  for (const flow of flows.values()) gatherer.flow(flow);
  for (const kind of support.values()) gatherer.support(kind);
  if (glossary) {
    for (const {word, c, file} of glossary.words.values()) gatherer.blocks(c, file, {explains: word});
  }
  return gatherer.passages;
}

/** `said` is what visitors send or say to somebody, in their own words. */
type Extra = Partial<Pick<Passage, 'opening' | 'explains'>> & {said?: boolean};

class Gatherer {
  readonly passages: Passage[] = [];

  constructor(private readonly isOwn: (file: SourceFile) => boolean) {}

  add(kind: PassageKind, file: SourceFile, flat: FlatText, {said, ...extra}: Extra = {}): void {
    const heard = said ? {...flat, spoken: [[0, flat.text.length] as [number, number]]} : flat;
    if (flat.text.trim() !== '' && this.isOwn(file)) this.passages.push({kind, file, flat: heard, opening: false, ...extra});
  }

  flow({title, description, shared, steps}: FlowSource): void {
    this.field('title', title, {opening: true});
    this.field('text', description, {opening: true});
    steps.forEach((step, n) => this.step(step, {opening: !shared && (n === 0 || step.entry)}));
  }

  support({title, fits, firstStep, costs, expect, body, bodyFrom}: SupportSource): void {
    this.field('title', title);
    for (const {because} of fits) this.inlines('phrase', because.from.file, because.c);
    for (const field of [firstStep, costs, expect]) if (field) this.inlines('text', field.from.file, field.c);
    this.blocks(body, bodyFrom.file);
  }

  blocks(blocks: readonly BlockSource[], file: SourceFile, extra: Extra = {}): void {
    for (const block of blocks) {
      if (block.t === 'p') this.inlines('text', file, block.c, extra);
      else if (block.t === 'img') this.inlines('text', file, block.alt, extra);
      else if (block.t === 'list') for (const item of block.items) this.blocks(item, file, extra);
      else if (block.t === 'callout') this.blocks(block.c, file, extra);
      else if (block.t === 'show') {
        for (const {title, c} of block.c ?? []) {
          this.inlines('heading', file, title, extra);
          this.blocks(c, file, {...extra, said: true});
        }
      }
      else if (block.t === 'section') {
        this.inlines('heading', file, block.title, extra);
        this.blocks(block.c, file, extra);
      }
    }
  }

  private step({title, items, flow}: StepSource, extra: Extra): void {
    this.inlines('heading', flow.file, title, extra);
    for (const item of items) {
      const {file} = item.from ?? flow;
      if (item.t === 'block') this.blocks([item.block], file, extra);
      else if (item.t === 'button') this.inlines('label', file, item.label, extra);
      else if (item.t === 'submit') this.add('label', file, flatField(item.label), extra);
      else if (item.t === 'answers') {
        for (const {label, explain, echo, from} of item.answers) {
          const place = from?.file ?? file;
          this.inlines('label', place, label, extra);
          this.blocks(explain, place, extra);
          if (echo) this.inlines('phrase', place, echo);
        }
      }
    }
  }

  private inlines(kind: PassageKind, file: SourceFile, inlines: readonly SourceInline[], extra?: Extra): void {
    this.add(kind, file, flatten(inlines), extra);
  }

  private field(kind: PassageKind, raw: PlacedText | undefined, extra?: Extra): void {
    if (raw) this.add(kind, raw.file, flatField(raw), extra);
  }
}
