import type {Flow} from '../../../flows/model/flow.js';
import {readKept, type Kept} from '../../../flows/runtime/link.js';
import type {Session} from '../../../flows/runtime/session.js';
import type {Company} from '../accompany.js';
import {page} from '../page.js';
import {plain} from '../text.js';
import * as words from './aside-words.js';
import {setNotice} from './notice.js';

/** Widgets that could show the flow of a link may still be on their way this long. */
const PATIENCE = 1500;
/** More questions than these are not named. */
const MOST_NAMED = 5;

/** Takes a link out of the address, once: who looks at the screen later does not read it there. */
export function readFragment(): void {
  if (!location.hash.startsWith('#mz=')) return;
  page().link = readKept(location.hash) ?? {flow: '', log: [], broken: true};
  try {
    history.replaceState(history.state, '', `${location.pathname}${location.search}`);
  } catch {
    // Documents without an address of their own may not; they show none either.
  }
}

/** Opens the link of this page in the widget of its flow, or after a while in the first whose pack has it. */
export function openLink(present: () => Company[]): void {
  const kept = page().link;
  if (!kept) return;
  const own = inOrder(present()).find(({opening}) => opening.flow.id === kept.flow);
  if (own) {
    page().link = undefined;
    void arrive(own, kept);
    return;
  }
  setTimeout(() => {
    const [first] = inOrder(present());
    if (page().link !== kept || !first) return;
    page().link = undefined;
    void arrive(first, kept);
  }, PATIENCE);
}

function inOrder(companies: readonly Company[]): Company[] {
  return companies
    .filter(({host}) => host.isConnected)
    .sort((a, b) => (a.host.compareDocumentPosition(b.host) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
}

async function arrive(company: Company, kept: Kept): Promise<void> {
  const {screen, opening, host} = company;
  (host as {follow?(kept: Kept): void}).follow?.(kept);
  const flow = opening.flow.id === kept.flow ? opening.flow : kept.flow ? await company.load(kept.flow).catch(() => undefined) : undefined;
  if (!flow) return setNotice(company, {lines: [kept.flow ? words.notHere() : words.cutLink(), words.justBegin()], list: []});
  const wanted = kept.entrance ?? flow.steps[0]!.id;
  const known = flow.steps.some((step, index) => step.id === wanted && (step.entry || !index));
  const start = known ? wanted : flow.steps[0]!.id;
  if (flow !== opening.flow || start !== openedAt(screen.session)) await screen.follow({flow: flow.id, step: start});
  const taken = kept.log.length ? await replay(company, screen.session, kept) : 0;
  if (kept.log.length || kept.broken || !known) await tellReplay(company, {...kept, broken: kept.broken || !known}, taken, words.fromLink(), flow);
  host.scrollIntoView({block: 'start'});
  host.shadowRoot?.getElementById('kop')?.focus({preventScroll: true});
}

const openedAt = (session: Session): string => session.trail[0]?.step ?? session.step.id;

/** Gives the replies again as far as they hold; returns how many did. */
export async function replay(company: Company, session: Session, {flow, log}: Kept): Promise<number> {
  const others = new Set(log.map((entry) => entry.flow).filter((id) => id !== flow));
  for (const id of others) {
    const part: Flow | undefined = await company.load(id).catch(() => undefined);
    if (part) session.provide(part);
  }
  return session.resume(log);
}

/** What came back, what no longer holds (named by the questions of the pack, never by the link), and why. */
export async function tellReplay(company: Company, kept: Kept, taken: number, opening: string, flow: Flow = company.opening.flow): Promise<void> {
  const {session} = company.screen;
  const lost = kept.log.slice(taken);
  const titles = lost.flatMap((entry) => {
    const step = entry.flow === flow.id ? flow.steps.find(({id}) => id === entry.step) : undefined;
    return step?.control ? [plain(step.title, session.memory).trim()] : [];
  });
  const pack = kept.pack && (await company.opening.source.manifest().then(({id, version}) => ({id, now: `${id}.${version}`}), () => undefined));
  const other = pack && kept.pack !== pack.now;
  setNotice(company, {
    lines: [
      ...(taken ? [opening, words.takenBack(taken)] : []),
      ...(kept.broken ? [words.cutLink()] : []),
      ...(lost.length ? [other && !kept.pack!.startsWith(`${pack.id}.`) ? words.otherPack() : words.changedSince(), ...(titles.length ? [words.askAgain()] : [])] : []),
      ...(taken ? [] : [words.justBegin()]),
    ],
    list: [...new Set(titles)].slice(0, MOST_NAMED),
  });
}
