import {learnedLog, learnedTicks, type Learned} from '../../../flows/runtime/learned.js';
import {chosenAnswers} from '../../../flows/semantics/dialogue.js';
import type {Company} from '../accompany.js';
import {plain} from '../text.js';
import * as words from './aside-words.js';
import {setNotice} from './notice.js';

/** Widgets that took something over, with how to forget it; each takes over once. */
const taken = new WeakSet<Company>();

/**
 * A dialogue that nobody has touched begins with what another one of the same pack has learned. It says so, and can be
 * told to forget; only replies are taken over, and each is open in its own dialogue.
 */
export function meet(companies: readonly Company[]): void {
  for (const company of companies) {
    const {screen, opening, host} = company;
    if (taken.has(company) || !host.isConnected || !screen.session.atStart || screen.picked.length || screen.hasBack) continue;
    const other = companies.find((one) => one !== company && one.opening.source.url === opening.source.url && one.opening.flow.id !== opening.flow.id && one.host.isConnected && !taken.has(one) && one.screen.session.trail.length);
    if (other) takeOver(company, {memory: other.screen.session.memory, log: other.screen.session.log});
  }
}

function takeOver(company: Company, learned: Learned): void {
  const {screen, opening} = company;
  const {session} = screen;
  const log = learnedLog(opening.flow, learned, screen.step.id);
  if (!log.length) return;
  taken.add(company);
  let forgotten = false;
  // Later ticks are suggested, never given: not everything on that step was asked before.
  session.listen(() => {
    if (forgotten || screen.session !== session || screen.picked.length) return;
    if (!session.log.length) {
      forgotten = true;
      return;
    }
    screen.picked = learnedTicks(screen.step, session.memory, learned);
  });
  session.resume(log);
  setNotice(company, {
    lines: [words.tookOver()],
    // In the words of the answers: what results say back of them may still be under way.
    list: session.trail.flatMap((visit) => chosenAnswers(session.stepOf(visit), visit.memory, visit.reply).flatMap(({label, effects}) => (effects ? [plain(label, session.memory)] : []))),
    forget: () => {
      forgotten = true;
      session.restart();
    },
  });
}
