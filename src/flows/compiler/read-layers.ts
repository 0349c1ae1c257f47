import {didYouMean} from '../conditions/suggest.js';
import type {Diagnostics, Place} from './diagnostics.js';
import type {FlowSource} from './flow-ast.js';
import {readWordList} from './language/speller.js';
import type {PackLayer} from './layers.js';
import {mergeFlow} from './merge-flow.js';
import {parseAlarms, type AlarmSource} from './parse-alarms.js';
import {parseFacts, type Fact} from './parse-facts.js';
import {parseFlow} from './parse-flow.js';
import {parseGlossary, type Glossary} from './parse-glossary.js';
import {parsePack, type PackSource} from './parse-pack.js';
import {parseSupport, type SupportSource} from './parse-support.js';
import {parseExamples, type ExamplesSource} from './understanding/parse-examples.js';
import {readFile} from './read-file.js';
import {isRemovalFile, removalAt} from './removal.js';
import {replacedStep, replacedSupport, type Replaced} from './replaced.js';
import {checkDoubleSteps} from './rules/stap-dubbel.js';
import {sortFiles, type PackFile, type SortedFiles} from './sort-files.js';
import type {SourceFile} from './source-file.js';

/** A pack with the ones below it, read and merged: every part with the file that it stands in. */
export interface ReadPack {
  pack: PackSource;
  /** `pakket.md` of the pack itself, when it could be read. */
  packFile: SourceFile | undefined;
  facts: ReadonlyMap<string, Fact>;
  glossary: Glossary | undefined;
  alarms: ReadonlyMap<string, AlarmSource>;
  /** Sentences that the chat learns from, by language, of all layers. */
  examples: ReadonlyMap<string, readonly ExamplesSource[]>;
  flows: Map<string, FlowSource>;
  support: Map<string, SupportSource>;
  unreadable: Set<string>;
  removed: Map<string, Place>;
  images: Map<string, Uint8Array>;
  /** Words that the pack, or one below it, writes its own way. */
  words: ReadonlySet<string>;
  /** The flows and kinds of support as the files of the pack itself have them. */
  own: {flows: FlowSource[]; support: SupportSource[]};
  /** What the pack itself puts in the place of something below. */
  replaced: Replaced[];
  /** The files of the topmost layer, and of each below it, by kind. */
  layers: readonly SortedFiles[];
}

/** Reads the layers, `layers[0]` the pack itself and the others what it builds on, nearest first. */
export function readLayers(layers: readonly PackLayer[], diagnostics: Diagnostics): ReadPack {
  return new LayersReader(diagnostics).read(layers);
}

/** Only what the pack says of itself, and whether its files are files of a pack: for when what lies below it is missing. */
export function readOwnPack({files, packDir}: PackLayer, diagnostics: Diagnostics): PackSource | undefined {
  const {pack} = sortFiles(files, packDir, diagnostics);
  const file = pack && readFile(pack.path, `${packDir}/${pack.path}`, pack.bytes, diagnostics);
  return file && parsePack(file, diagnostics);
}

class LayersReader {
  private facts: ReadonlyMap<string, Fact> = new Map();
  private glossary: Glossary | undefined;
  private alarms: ReadonlyMap<string, AlarmSource> = new Map();
  private readonly examples = new Map<string, ExamplesSource[]>();
  private readonly flows = new Map<string, FlowSource>();
  private readonly support = new Map<string, SupportSource>();
  private readonly unreadable = new Set<string>();
  private readonly removed = new Map<string, Place>();
  private readonly images = new Map<string, Uint8Array>();
  private readonly words = new Set<string>();
  private own: ReadPack['own'] = {flows: [], support: []};
  private replaced: Replaced[] = [];

  constructor(private readonly diagnostics: Diagnostics) {}

  read(layers: readonly PackLayer[]): ReadPack {
    const {diagnostics} = this;
    const sorted = layers.map(({files, packDir}) => sortFiles(files, packDir, diagnostics));
    // From the lowest up. What `pakket.md` says is read first of all: names of conditions go for every file of every layer.
    const order = layers.map((_, layer) => layer).reverse();
    let pack: PackSource | undefined;
    let packFile: SourceFile | undefined;
    const open = (layer: number) => (file: PackFile) => readFile(file.path, `${layers[layer]!.packDir}/${file.path}`, file.bytes, diagnostics, layer);
    for (const layer of order) {
      const source = sorted[layer]!.pack;
      packFile = source && open(layer)(source);
      pack = packFile ? parsePack(packFile, diagnostics, pack) : emptyPack(pack);
    }
    for (const layer of order) this.layer(sorted[layer]!, pack!, open(layer), layer < layers.length - 1);
    const {facts, glossary, alarms, examples, flows, support, unreadable, removed, images, words, own, replaced} = this;
    return {pack: pack!, packFile, facts, glossary, alarms, examples, flows, support, unreadable, removed, images, words, own, replaced, layers: sorted};
  }

  private layer(sorted: SortedFiles, {concepts}: PackSource, open: (file: PackFile) => SourceFile | undefined, over: boolean): void {
    const {diagnostics} = this;
    this.own = {flows: [], support: []};
    this.replaced = [];
    const factsFile = sorted.facts && open(sorted.facts);
    if (factsFile) this.facts = parseFacts(factsFile, diagnostics, this.facts);
    const glossaryFile = sorted.glossary && open(sorted.glossary);
    if (glossaryFile) this.glossary = parseGlossary(glossaryFile, concepts, diagnostics, this.glossary);
    const alarmsFile = sorted.alarms && open(sorted.alarms);
    if (alarmsFile) this.alarms = parseAlarms(alarmsFile, concepts, diagnostics, this.alarms);
    for (const [lang, found] of sorted.examples) {
      const file = open(found);
      if (file) this.examples.set(lang, [...(this.examples.get(lang) ?? []), ...parseExamples(file, diagnostics)]);
    }
    const wordList = sorted.spelling && open(sorted.spelling);
    for (const word of readWordList(wordList?.text ?? '')) this.words.add(word);
    for (const id of sorted.lost) this.unreadable.add(id);
    for (const file of sorted.flows) {
      const source = open(file);
      const id = nameOf(file.path);
      if (!source) this.unreadable.add(id);
      else if (!this.isRemoved(source, over, this.flows, 'het gesprek')) this.flow(id, source, concepts, over);
    }
    for (const file of sorted.support) {
      const source = open(file);
      if (source && !this.isRemoved(source, over, this.support, 'de soort steun')) this.kind(nameOf(file.path), source, concepts);
    }
    for (const [path, bytes] of sorted.images) this.images.set(path, bytes);
  }

  private flow(id: string, source: SourceFile, concepts: PackSource['concepts'], over: boolean): void {
    const {diagnostics, flows} = this;
    const below = flows.get(id);
    const own = parseFlow(source, concepts, diagnostics, below);
    this.own.flows.push(own);
    checkDoubleSteps(own, diagnostics);
    // A flow that is new in an upper layer is laid over nothing: what it would add to or take away is not there.
    const nothing = over ? {...own, steps: []} : undefined;
    const base = below ?? nothing;
    if (!over) for (const {seen} of own.steps) if (seen) diagnostics.error('laag/onbekend', {file: source, at: seen.at}, '«gezien» past alleen in een pakket dat op een ander voortbouwt.', 'Haal «gezien:…» weg.');
    flows.set(id, base ? mergeFlow(base, own, (step, lower) => this.replaced.push(replacedStep(step, lower)), diagnostics) : own);
    this.removed.delete(source.path);
  }

  private kind(id: string, source: SourceFile, concepts: PackSource['concepts']): void {
    const below = this.support.get(id);
    const kind = parseSupport(source, concepts, this.diagnostics, below);
    this.own.support.push(kind);
    if (below) this.replaced.push(replacedSupport(kind, below));
    this.support.set(id, kind);
    this.removed.delete(source.path);
  }

  /** A file that says nothing but `verwijder`. */
  private isRemoved(file: SourceFile, over: boolean, known: Map<string, unknown>, what: string): boolean {
    if (!isRemovalFile(file)) return false;
    const place = {file, at: removalAt(file)};
    const id = nameOf(file.path);
    if (!over) {
      this.diagnostics.error('stap/vorm', place, '«verwijder» past alleen in een pakket dat op een ander voortbouwt.', 'Haal dit bestand weg.');
    } else if (!known.has(id)) {
      this.diagnostics.error('laag/onbekend', place, `Dit haalt ${what} «${id}» weg, maar dat staat niet in de basis.`, didYouMean(id, known.keys(), 'Haal dit bestand weg.', (near) => `${near}.md`));
    }
    known.delete(id);
    this.removed.set(file.path, place);
    return true;
  }
}

function nameOf(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.md$/, '');
}

/** Stands in for a `pakket.md` that cannot be read. */
function emptyPack(below: PackSource | undefined): PackSource {
  const none: PackSource = {file: undefined as unknown as SourceFile, id: '', languages: ['nl'], address: 'je', contact: new Map(), contactAt: 0, languagesAt: 0, addressAt: 0, area: [], concepts: new Map(), wording: new Map(), order: []};
  return below ? {...none, concepts: below.concepts, wording: below.wording, order: below.order} : none;
}
