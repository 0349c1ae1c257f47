import {nothing} from 'lit';
import type {Flow} from '../../flows/model/flow.js';
import type * as Aside from './aside/aside.js';
import type {Fault} from './fault.js';
import type {Opening} from './opening.js';
import {page} from './page.js';
import type {Screen} from './screen.js';
import {renderNote} from './translation-note.js';

/** A widget on the page, as seen by what stands beside its dialogue: links, keeping, and what other widgets learned. */
export interface Company {
  host: HTMLElement;
  screen: Screen;
  opening: Opening;
  load(flow: string): Promise<Flow>;
  tell(fault: Fault): void;
}

const present = new Set<WeakRef<Company>>();
const gone = new FinalizationRegistry<WeakRef<Company>>((ref) => present.delete(ref));
let aside: typeof Aside | undefined;
let watching = false;

const hasLink = (): boolean => location.hash.startsWith('#mz=');

/**
 * Called once for every widget that became operable. What stands beside the dialogue is a chunk of its own, fetched
 * only on pages where something asks for it: a link, `bewaren`, or another dialogue of the same pack.
 */
export function accompany(company: Company): void {
  if (company.screen.aside) return;
  // Only the screen keeps its company alive: widgets that go leave nothing behind (`test/browser/life.test.ts`).
  company.screen.aside = (top) => [aside?.render(company, top) ?? nothing, top ? nothing : renderNote(company.screen.session.flow.note, company.host)];
  const ref = new WeakRef(company);
  present.add(ref);
  gone.register(company, ref);
  if (!watching) {
    watching = true;
    addEventListener('hashchange', () => {
      if (hasLink()) void bring();
    });
  }
  const {source, flow} = company.opening;
  const meets = those().some(({opening}) => opening.source.url === source.url && opening.flow.id !== flow.id);
  if (meets || hasLink() || page().link || company.host.hasAttribute('bewaren')) void bring();
}

/** Those that are on the page. */
const those = (): Company[] => [...present].flatMap((ref) => ref.deref() ?? []).filter(({host}) => host.isConnected);

/** Without this chunk the dialogue works as ever, so a failure is tried again when the next widget comes, and not told. */
async function bring(): Promise<void> {
  aside ??= await import('./aside/aside.js').catch(() => undefined);
  aside?.join(those);
}
