import type {Visit} from '../../../flows/runtime/session.js';
import {chosenAnswers, visibleBlocks} from '../../../flows/semantics/dialogue.js';
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
  /** Follows the reader: changes when another one is chosen. */
  opening: boolean;
}

export interface Reader {
  name: string;
  lines: string[];
}

export interface Note {
  readers: Reader[];
  reader: number;
  lines: NoteLine[];
  /** Numbers lines, also those to come. */
  next: number;
}

/** A note in the visitor's own answers and words, to the first reader. */
export function newNote(view: View, {advice, block}: Material): Note {
  const {session} = view.screen;
  const readers = readersOf(view, block);
  const note: Note = {readers, reader: 0, lines: [], next: 1};
  const add = (texts: readonly string[], bullet: boolean, opening = false) => {
    for (const text of texts) note.lines.push({id: note.next++, text, bullet, opening});
  };
  add(readers[0]?.lines ?? [], false, true);
  add(session.trail.flatMap((visit) => told(visit, view)), true);
  if (advice.length) {
    add([words.helpsMe()], false);
    add(advice.map(({kind}) => kind.title), true);
  }
  add([words.regards()], false);
  return note;
}

/** Those that the pack names for this visitor, else the five that a carer most often has to tell. */
function readersOf(view: View, block: Material['block']): Reader[] {
  const {memory} = view.screen.session;
  const own = visibleBlocks(block?.c, memory).flatMap((entry) => (entry.t === 'section' ? [{name: plain(entry.title, memory), lines: paragraphs(entry.c, memory)}] : []));
  return own.length ? own : Object.values(words.readers).map(({name, lines}) => ({name: name(), lines: lines()}));
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
  const own = chosen.flatMap((answer) => (answer.own ? [session.wordsAt(visit, answer.id).trim()] : [])).filter(Boolean);
  const number = visit.reply.number === undefined ? [] : [String(visit.reply.number)];
  const typed = control.t === 'text' || control.t === 'place' ? [session.wordsAt(visit).trim()].filter(Boolean) : [];
  const given = [...labels, ...number, ...typed];
  return [...(given.length ? [`${title} ${given.join('; ')}`] : []), ...own];
}

/** Another reader: other opening lines, unless the visitor has made them their own or thrown them out. */
export function readBy(note: Note, reader: number): void {
  const before = note.readers[note.reader]?.lines ?? [];
  const after = note.readers[reader]?.lines ?? [];
  note.reader = reader;
  const kept = note.lines.filter((line) => !line.opening || !before.includes(line.text));
  const fresh = after.map((text): NoteLine => ({id: note.next++, text, bullet: false, opening: true}));
  note.lines = [...fresh, ...kept];
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
