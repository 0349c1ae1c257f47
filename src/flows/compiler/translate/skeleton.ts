import {Diagnostics} from '../diagnostics.js';
import type {FlowSource, StepSource} from '../flow-ast.js';
import type {PackLayer} from '../layers.js';
import type {SourceNote} from '../markdown-ast.js';
import type {SupportSource} from '../parse-support.js';
import {readLayers, type ReadPack} from '../read-layers.js';
import {TranslationText, type Piece} from './translation-text.js';
import {frontHash, inlineText, noteText, sourceHash, unitsText} from './source-text.js';
import {alarmHash} from './translate-alarms.js';
import {supportHash} from './translate-support.js';
import {CONTACT_WORDS, factHash, needsWords, packHash, wordHash} from './translate-words.js';
import {unitsOf, unitsOfBlocks} from './units.js';

/** What there is to do, in texts: steps, kinds of support, words, facts. */
export interface SkeletonCounts {
  /** Added now. */
  fresh: number;
  /** Still in Dutch, those added now included. */
  todo: number;
  stale: number;
  done: number;
}

export interface Skeleton {
  /** Files to write, relative to the pack; those that stay as they are are not among them. */
  files: {path: string; text: string}[];
  counts: SkeletonCounts;
  /** Paths of files that are there and could not be read. */
  unreadable: string[];
}

/**
 * The files of a translation of what a pack itself says (`layers[0]`): the Dutch text to start from for what is new,
 * marks for what is stale, and not a letter changed in what is translated.
 */
export function makeSkeleton(layers: readonly PackLayer[], lang: string): Skeleton {
  const read = readLayers(layers, new Diagnostics());
  const texts = [...read.own.flows.map(flowText), ...read.own.support.map(supportText), ...wordTexts(read), ...alarmTexts(read), ...factTexts(read), ...packText(read)];
  const skeleton: Skeleton = {files: [], counts: {fresh: 0, todo: 0, stale: 0, done: 0}, unreadable: []};
  for (const make of texts) {
    const path = `${lang}/${make.path}`;
    const there = layers[0]!.files.find((file) => file.path === path);
    let before: string | undefined;
    try {
      before = there && new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(there.bytes);
    } catch {
      skeleton.unreadable.push(path);
      continue;
    }
    const text = new TranslationText(before, skeleton.counts);
    make.fill(text);
    if (text.result !== before) skeleton.files.push({path, text: text.result});
  }
  return skeleton;
}

interface Source {
  path: string;
  fill(text: TranslationText): void;
}

function flowText(flow: FlowSource): Source {
  return {
    path: flow.file.path,
    fill(text) {
      // A layer that leaves the title to the one below has none to translate.
      const own = (field: FlowSource['title']) => (field?.file === flow.file ? field : undefined);
      const [title, description] = [own(flow.title), own(flow.description)];
      const fields = [...(title ? [field('titel', title.text)] : []), ...(description ? [field('omschrijving', description.text)] : [])];
      text.front({fields, hash: frontHash([title, description], flow.notes), counted: false});
      text.pieces(flow.steps.flatMap(stepPiece));
      text.notes(notesOf(flow.notes));
    },
  };
}

function stepPiece(step: StepSource): Piece[] {
  const layer = step.items.find((item) => item.t === 'layer');
  if (!step.id || (layer?.t === 'layer' && layer.what === 'remove')) return [];
  const units = unitsOf(step.items);
  const title = inlineText(step.title);
  return [{id: step.id, title, name: `#${step.id}`, body: unitsText(units), hash: sourceHash(layer ? undefined : step.title, units)}];
}

function supportText(source: SupportSource): Source {
  return {
    path: source.file.path,
    fill(text) {
      const {title, fits, firstStep, costs, expect, body, notes, phrases} = source;
      const fields = [
        ...(title ? [field('titel', title.text)] : []),
        ...(fits.length ? [['omdat:', ...fits.map(({because}) => `  - ${quoted(inlineText(because.c))}`)].join('\n')] : []),
        field('eerste-stap', inlineText(firstStep.c)),
        ...(costs ? [field('kosten', inlineText(costs.c))] : []),
        ...(expect ? [field('wat-gebeurt-er', inlineText(expect.c))] : []),
        ...(phrases.length ? [`zoekwoorden: [${phrases.map(quoted).join(', ')}]`] : []),
      ];
      text.front({fields, hash: supportHash(source), counted: true, body: unitsText(unitsOfBlocks(body))});
      text.notes(notesOf(notes));
    },
  };
}

function wordTexts({glossary}: ReadPack): Source[] {
  const own = [...(glossary?.words.values() ?? [])].filter(({file}) => file.layer === 0);
  if (own.length === 0) return [];
  return [{
    path: 'woorden.md',
    fill(text) {
      text.front({fields: [], counted: false});
      text.pieces(own.map((word) => ({id: word.id, title: word.word, name: `#${word.id}`, body: unitsText(unitsOfBlocks(word.c)), hash: wordHash(word)})));
      text.notes(notesOf(own[0]!.notes));
    },
  }];
}

/** What people say comes along as an example: a translator writes what people say in that language. */
function alarmTexts({alarms}: ReadPack): Source[] {
  const own = [...alarms.values()].filter(({file}) => file.layer === 0);
  if (own.length === 0) return [];
  return [{
    path: 'nood.md',
    fill(text) {
      text.front({fields: [], counted: false});
      text.pieces(own.map((alarm) => ({id: alarm.id, title: inlineText(alarm.title), name: `#${alarm.id}`, body: `${unitsText(unitsOfBlocks(alarm.c))}\n\n- bij: ${alarm.says.slice(0, 12).map((one) => one.text).join(', ')}`, hash: alarmHash(alarm)})));
      text.notes(notesOf(own[0]!.notes));
    },
  }];
}

function factTexts({facts}: ReadPack): Source[] {
  const own = [...facts.values()].filter((fact) => fact.file.layer === 0 && needsWords(fact));
  if (own.length === 0) return [];
  return [{
    path: 'feiten.md',
    fill(text) {
      text.front({fields: [], counted: false});
      text.pieces(own.map((fact) => ({id: fact.id, title: fact.id, name: '', body: `- waarde: ${fact.value}`, hash: factHash(fact)})));
    },
  }];
}

function packText({pack, packFile}: ReadPack): Source[] {
  if (!packFile) return [];
  const contact = CONTACT_WORDS.flatMap((name) => {
    const raw = pack.contact.get(name);
    return raw ? [`  ${field(name, raw.text)}`] : [];
  });
  const wording = [...pack.wording].flatMap(([id, {cases, other}]) => [`  ${id}:`, ...[...cases.map(({text}) => [text, text] as const), ['anders', other] as const].map(([key, text]) => `    ${quoted(key)}: ${quoted(text)}`)]);
  const fields = [
    ...(pack.name ? [field('naam', pack.name.text)] : []),
    ...(pack.organisation ? [field('organisatie', pack.organisation.text)] : []),
    ...(contact.length ? [['contact:', ...contact].join('\n')] : []),
    ...(wording.length ? [['woordkeus:', ...wording].join('\n')] : []),
  ];
  return [{path: 'pakket.md', fill: (text) => text.front({fields, hash: packHash(pack), counted: true})}];
}

function notesOf(notes: ReadonlyMap<string, SourceNote>): {id: string; text: string}[] {
  return [...notes.values()].map((note) => ({id: note.id, text: noteText(note)}));
}

function field(name: string, text: string): string {
  return `${name}: ${quoted(text.replace(/\s+/g, ' ').trim())}`;
}

/** YAML reads this as the text itself; what is safe without quotes gets none. */
function quoted(text: string): string {
  return /^[\p{L}][^:#{}[\],&*!|>%@`"'\\]*$/u.test(text) && !/^(?:true|false|null|yes|no|on|off|ja|nee)$/i.test(text) ? text.trim() : `'${text.replace(/'/g, "''")}'`;
}
