import {learnedLog, learnedTicks, type Learned} from '../../../flows/runtime/learned.js';
import {chosenAnswers} from '../../../flows/semantics/dialogue.js';
import type {Company} from '../accompany.js';
import {plain} from '../text.js';
import * as words from './aside-words.js';
import {setNotice} from './notice.js';

/** Widgets that took something over: what, whether nobody did anything in them since, and how to stop watching. */
const taken = new WeakMap<Company, {said: string; untouched: () => boolean; stop: () => void}>();

/**
 * A dialogue that nobody has touched begins with what another one of the same pack has learned, and goes along while that
 * one learns more. It says so, and can be told to forget; only replies are taken over, and each is open in its own dialogue.
 */
export function meet(companies: readonly Company[]): void {
  for (const company of companies) {
    const {opening, host} = company;
    if (!host.isConnected || !isUntouched(company)) continue;
    const other = companies.find((one) => one !== company && one.opening.source.url === opening.source.url && one.opening.flow.id !== opening.flow.id && one.host.isConnected && !taken.has(one) && one.screen.session.trail.length);
    if (other) takeOver(company, {memory: other.screen.session.memory, log: other.screen.session.log});
  }
}

function isUntouched(company: Company): boolean {
  const {session, picked, hasBack} = company.screen;
  const before = taken.get(company);
  return before ? before.untouched() : session.atStart && !picked.length && !hasBack;
}

function takeOver(company: Company, learned: Learned): void {
  const {screen, opening} = company;
  const {session} = screen;
  const before = taken.get(company);
  const log = learnedLog(opening.flow, learned, (session.trail[0] ?? {step: screen.step.id}).step);
  const said = JSON.stringify(learned);
  if (!log.length || before?.said === said) return;
  before?.stop();
  let forgotten = false;
  let suggested: readonly string[] = [];
  // Later ticks are suggested, never given: not everything on that step was asked before.
  const stop = session.listen(() => {
    if (forgotten || screen.session !== session || screen.picked.length) return;
    if (!session.log.length) {
      forgotten = true;
      return;
    }
    suggested = screen.picked = learnedTicks(screen.step, session.memory, learned);
  });
  session.resume(log);
  const {visit} = screen;
  taken.set(company, {said, stop, untouched: () => screen.visit === visit && !screen.typed && String(screen.picked) === String(suggested)});
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
