import type {Block} from '../../../flows/model/node.js';
import type {Visit} from '../../../flows/runtime/session.js';
import {chosenAnswers, visibleBlocks} from '../../../flows/semantics/dialogue.js';
import {holds, type Memory} from '../../../flows/semantics/memory.js';
import type {View} from '../shell.js';
import {plain} from '../text.js';
import {written, paragraphs} from './inline-text.js';
import type {Paper, PaperPart} from './paper.js';
import {madeBy} from './made-by.js';
import * as words from './take-words.js';
import type {Material} from './taking.js';

/** One line of the note, as the visitor has it now. */
export interface NoteLine {
  id: number;
  text: string;
  bullet: boolean;
  /** What stood here for the reader chosen, before the visitor changed it; nothing for a line that the visitor added. */
  given?: string;
}

interface Sentence {
  text: string;
  bullet: boolean;
}

export interface Reader {
  name: string;
  lines: Sentence[];
}

export interface Note {
  readers: Reader[];
  reader: number;
  lines: NoteLine[];
  /** What the visitor changed or threw out: it does not come back for another reader. */
  gone: Set<string>;
  /** What it says of offers that were put aside. */
  asked: readonly Sentence[];
  /** Numbers lines, also those to come. */
  next: number;
}

/** A note in the visitor's own answers and words, to the first reader. */
export function newNote(view: View, material: Material): Note {
  const readers = readersOf(view, material);
  const note: Note = {readers, reader: 0, lines: [], gone: new Set(), asked: [], next: 1};
  note.lines = linesFor(note);
  return note;
}

/** What the chosen reader gets to read, as far as the visitor has left it alone. */
function linesFor(note: Note): NoteLine[] {
  const lines = note.readers[note.reader]?.lines ?? [];
  return lines.filter(({text}) => !note.gone.has(text)).map(({text, bullet}) => ({id: note.next++, text, bullet, given: text}));
}

/** Offers that were put aside since, for every reader, above the closing line; those that no longer are go, unless the visitor changed them. */
export function askAt(note: Note, offers: readonly string[]): void {
  const before = new Set(note.asked.map(({text}) => text));
  note.asked = offers.length ? [plainLine(words.wantToAsk()), ...offers.map(bullet)] : [];
  const now = new Set(note.asked.map(({text}) => text));
  for (const reader of note.readers) {
    const lines = reader.lines.filter(({text}) => !before.has(text));
    reader.lines = [...lines.slice(0, -1), ...note.asked, ...lines.slice(-1)];
  }
  note.lines = note.lines.filter(({text, given}) => text !== given || !before.has(text) || now.has(text));
  const last = note.lines.at(-1);
  const at = note.lines.length - (last && last.given === words.regards() ? 1 : 0);
  const added = note.asked.filter(({text}) => !before.has(text) && !note.gone.has(text));
  note.lines.splice(at, 0, ...added.map(({text, bullet}) => ({id: note.next++, text, bullet, given: text})));
}

/** Those that the pack names for this visitor, else the five that a carer most often has to tell. */
function readersOf(view: View, {advice, block}: Material): Reader[] {
  const {session} = view.screen;
  const {memory} = session;
  const answers = session.trail.flatMap((visit) => told(visit, view)).map(bullet);
  const helps = advice.length ? [plainLine(words.helpsMe()), ...advice.map(({kind}) => bullet(kind.title))] : [];
  const regards = plainLine(words.regards());
  const own = (block?.c ?? []).flatMap((entry): Reader[] => {
    if (entry.t !== 'section' || !holds(entry.when, memory)) return [];
    const name = plain(entry.title, memory);
    const said = sentences(entry.c, memory);
    // A letter that follows the answers tells them itself, and to each reader only what is theirs to know.
    if (entry.c.some(({t, when}) => t === 'list' || when)) {
      const ownWords = session.trail.flatMap((visit) => ownWordsAt(visit, view)).map(plainLine);
      return [{name, lines: [...said, ...ownWords, regards]}];
    }
    return [{name, lines: [...said, ...answers, ...helps, regards]}];
  });
  if (own.length) return own;
  return Object.values(words.readers).map(({name, lines}) => ({name: name(), lines: [...lines().map(plainLine), ...answers, ...helps, regards]}));
}

const plainLine = (text: string): Sentence => ({text, bullet: false});
const bullet = (text: string): Sentence => ({text, bullet: true});

/** The sentences of a letter that are true of this visitor. */
function sentences(blocks: readonly Block[], memory: Memory): Sentence[] {
  return visibleBlocks(blocks, memory).flatMap((block) =>
    block.t === 'list' ? block.items.flatMap((item) => paragraphs(visibleBlocks(item, memory), memory)).map(bullet) : paragraphs([block], memory).map(plainLine),
  );
}

/**
 * What was answered at one step, as question and answer: an answer alone ("Ja") says nothing to a doctor. Only answers
 * that results say back count, so that "weet ik niet" does not; own words stand on a line of their own.
 */
function told(visit: Visit, view: View): string[] {
  const {session} = view.screen;
  const step = session.stepOf(visit);
  const {control} = step;
  if (!control) return [];
  const title = plain(step.title, visit.memory).trim();
  const chosen = chosenAnswers(step, visit.memory, visit.reply);
  const labels = chosen.filter(({echo}) => echo).map(({label}) => written(label, visit.memory));
  const number = visit.reply.number === undefined ? [] : [String(visit.reply.number)];
  const typed = control.t === 'text' || control.t === 'place' ? [session.wordsAt(visit).trim()].filter(Boolean) : [];
  const given = [...labels, ...number, ...typed];
  return [...(given.length ? [`${title} ${given.join('; ')}`] : []), ...ownWordsAt(visit, view)];
}

/** What was typed beside an answer. */
function ownWordsAt(visit: Visit, {screen: {session}}: View): string[] {
  return chosenAnswers(session.stepOf(visit), visit.memory, visit.reply)
    .flatMap((answer) => (answer.own ? [session.wordsAt(visit, answer.id).trim()] : []))
    .filter(Boolean);
}

/** Another reader: their lines, but what the visitor has made their own stays, and what was thrown out stays away. */
export function readBy(note: Note, reader: number): void {
  const left = new Set(note.lines.flatMap(({text, given}) => (text === given ? [given] : [])));
  for (const {text} of note.readers[note.reader]?.lines ?? []) if (!left.has(text)) note.gone.add(text);
  const kept = note.lines.flatMap((line, at) => (line.text === line.given ? [] : [{line, at}]));
  note.reader = reader;
  note.lines = linesFor(note);
  for (const {line, at} of kept) note.lines.splice(at, 0, line);
}

export function notePaper(note: Note, view: View): Paper {
  const parts: PaperPart[] = [];
  for (const {text, bullet} of note.lines) {
    if (!text.trim()) continue;
    const last = parts.at(-1);
    if (last && Boolean(last.list) === bullet) last.lines.push(text.trim());
    else parts.push({lines: [text.trim()], ...(bullet ? {list: true} : {})});
  }
  return {title: words.subject(note.readers[note.reader]?.name ?? ''), lang: view.screen.session.flow.lang, parts, foot: madeBy(view)};
}
