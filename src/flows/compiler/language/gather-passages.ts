import type {SourceFile} from '../source-file.js';
import type {BlockSource, FlowSource, StepSource} from '../flow-ast.js';
import type {MappedText} from '../mapped-text.js';
import type {SourceInline} from '../markdown-ast.js';
import type {PackContext} from '../pack-context.js';
import type {SupportSource} from '../parse-support.js';
import {flatField, flatten, type FlatText} from './flat-text.js';
import type {Passage, PassageKind} from './passage.js';

/** Every text of a pack's own files that visitors see. Sources, words for the chat and facts are no text to read. */
export function gatherPassages({pack, flows, support, glossary}: PackContext, isOwn: (file: SourceFile) => boolean): Passage[] {
  const gatherer = new Gatherer(isOwn);
  if (pack.file) {
    for (const [field, raw] of pack.contact) {
      if (field === 'naam' || field === 'adres') gatherer.add('name', pack.file, flatField(raw));
      else if (field === 'tijden') gatherer.add('text', pack.file, flatField(raw));
    }
  }
  for (const flow of flows.values()) gatherer.flow(flow);
  for (const kind of support.values()) gatherer.support(kind);
  if (glossary) {
    for (const {word, c} of glossary.words.values()) gatherer.blocks(c, glossary.file, {explains: word});
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
    if (flat.text.trim() !== '' && this.isOwn(file)) this.passages.push({kind, file, flat: heard, opening: false, form: 'je', ...extra});
  }

  flow({file, title, description, shared, steps}: FlowSource): void {
    this.field('title', file, title, {opening: true});
    this.field('text', file, description, {opening: true});
    steps.forEach((step, n) => this.step(step, {opening: !shared && (n === 0 || step.entry)}));
  }

  support({file, title, fits, firstStep, costs, expect, body}: SupportSource): void {
    this.field('title', file, title);
    for (const {because} of fits) this.inlines('phrase', file, because);
    for (const field of [firstStep, costs, expect]) this.inlines('text', file, field);
    this.blocks(body, file);
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

  private step({title, items, flow: {file}}: StepSource, extra: Extra): void {
    this.inlines('heading', file, title, extra);
    for (const item of items) {
      if (item.t === 'block') this.blocks([item.block], file, extra);
      else if (item.t === 'button') this.inlines('label', file, item.label, extra);
      else if (item.t === 'submit') this.field('label', file, item.label, extra);
      else if (item.t === 'answers') {
        for (const {label, explain, echo} of item.answers) {
          this.inlines('label', file, label, extra);
          this.blocks(explain, file, extra);
          if (echo) this.inlines('phrase', file, echo);
        }
      }
    }
  }

  private inlines(kind: PassageKind, file: SourceFile, inlines: readonly SourceInline[], extra?: Extra): void {
    this.add(kind, file, flatten(inlines), extra);
  }

  private field(kind: PassageKind, file: SourceFile, raw: MappedText | undefined, extra?: Extra): void {
    if (raw) this.add(kind, file, flatField(raw), extra);
  }
}
