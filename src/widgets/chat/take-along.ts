import type {Answer} from '../../flows/model/flow.js';
import {learnedReply, learnedTicks, type Learned} from '../../flows/runtime/learned.js';
import type {Memory} from '../../flows/semantics/memory.js';
import type {Screen} from '../base/screen.js';
import {plain} from '../base/text.js';
import type {Conversation} from './conversation.js';

/**
 * On a screen that came: gives the answers that messages told already, as far as that goes, and suggests ticks where not
 * everything was told. What was answered here before, by the visitor or from a message, stays the visitor's to change.
 */
export function takeAlong(screen: Screen, {told: memory, exchanges}: Conversation): void {
  const told: Learned = {
    memory,
    log: [],
    meant(answers, own) {
      const telling = exchanges.filter(({forgotten, heard}) => !forgotten && heard?.learned.length);
      const names = telling.flatMap(({heard}) => heard!.learned.map(({said}) => wordsIn(said).at(-1) ?? ''));
      return meantBy(names, telling.flatMap(({text}) => wordsIn(text)), answers, own);
    },
  };
  const {session} = screen;
  while (!session.suggestion.answers.length) {
    const reply = learnedReply(session.step, session.memory, told);
    const before = session.number;
    if (!reply || !session.submit(reply).ok || session.number <= before) break;
  }
  if (!screen.picked.length) screen.picked = learnedTicks(screen.step, session.memory, told);
}

/**
 * Of answers that remember the same the one that has the visitor's own word in it: "mijn broertje" is "Mijn broer of zus".
 * Only what was named tells, the last word of it; and not where words of another answer were said too.
 */
function meantBy(names: readonly string[], said: readonly string[], answers: readonly Answer[], own: Memory): Answer | undefined {
  const labels = answers.map(({label}) => wordsIn(plain(label, own)).filter((word) => word.length > 2));
  const has = (index: number, words: readonly string[]) => labels[index]!.some((word) => !labels.every((other) => other.includes(word)) && words.some((one) => one.startsWith(word)));
  const [found, ...others] = answers.flatMap((_, index) => (has(index, said) ? [index] : []));
  return found !== undefined && !others.length && has(found, names) ? answers[found] : undefined;
}

const wordsIn = (text: string): string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];
