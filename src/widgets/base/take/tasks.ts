import {chosenAnswers, visibleBlocks} from '../../../flows/semantics/dialogue.js';
import type {View} from '../shell.js';
import {plain} from '../text.js';
import {paragraphs} from './inline-text.js';
import {madeBy} from './made-by.js';
import type {Paper} from './paper.js';
import * as words from './take-words.js';
import type {Material} from './taking.js';

/** A task with the sentence to ask for it, as the visitor has it now. */
export interface Task {
  id: number;
  name: string;
  text: string;
}

/** The tasks that the pack has for this visitor; without a list of its own, what was ticked. */
export function newTasks({screen: {session}}: View, {block}: Material): Task[] {
  const {memory} = session;
  if (block?.c) {
    return visibleBlocks(block.c, memory).flatMap((entry, id) =>
      entry.t === 'section' ? [{id, name: plain(entry.title, memory), text: paragraphs(entry.c, memory).join('\n')}] : [],
    );
  }
  return session.trail
    .flatMap((visit) => {
      const step = session.stepOf(visit);
      if (step.control?.t !== 'many') return [];
      return chosenAnswers(step, visit.memory, visit.reply)
        .filter(({echo}) => echo)
        .map(({label}) => plain(label, visit.memory));
    })
    .map((name, id) => ({id, name, text: words.taskAsk(name)}));
}

export function tasksPaper(tasks: readonly Task[], view: View): Paper {
  return {
    title: words.tasksTitle(),
    lang: view.screen.session.flow.lang,
    parts: tasks.map(({name, text}) => ({heading: name, lines: text.trim().split('\n').filter(Boolean)})).filter(({lines}) => lines.length),
    foot: madeBy(view),
  };
}
