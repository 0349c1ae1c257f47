import type {Session} from '../../../flows/runtime/session.js';
import type {Advice} from '../../../flows/semantics/advice.js';
import type {Block} from '../../../flows/model/node.js';
import type {Note} from './note.js';
import type {Task} from './tasks.js';

/** What can be taken along from one screen. */
export type Thing = 'plan' | 'briefje' | 'taken';

/** The buttons below a thing. */
export type TakeKind = 'print' | 'kopieer' | 'mail' | 'deel' | 'bestand' | 'herinnering' | 'link';

/** What a screen gives to make things of: the advice it shows, and what its `toon …` says. */
export interface Material {
  advice: readonly Advice[];
  /** Language of the kinds of support. */
  lang: string;
  /** Lines with where to go, by kind of support. */
  offers?: ReadonlyMap<string, readonly string[]>;
  /** Lines with the offers that somebody put aside in the finder, as they are now. */
  asked?: () => readonly string[];
  block?: Extract<Block, {t: 'show'}>;
}

export interface Link {
  href: string;
  /** The QR code's squares as one path, and how many there are in a row; nothing when it does not fit in one. */
  code?: {path: string; size: number};
}

/** What the visitor is making from one result: in memory, and gone with the answers that it was made of. */
export interface Taking {
  open: 'briefje' | 'taken' | 'link' | undefined;
  /** What came of the last button, with the text to copy by hand where that is what remains. */
  said: {by: Thing | 'link'; text: string; copy?: string} | undefined;
  note: Note | undefined;
  tasks: Task[] | undefined;
  link: Link | undefined;
}

const made = new WeakMap<Session, {key: string; taking: Taking}>();

/** The same as long as the answers are the same. */
export function takingOf(session: Session): Taking {
  const key = JSON.stringify([session.log, session.step.id]);
  const known = made.get(session);
  if (known?.key === key) return known.taking;
  const taking: Taking = {open: undefined, said: undefined, note: undefined, tasks: undefined, link: undefined};
  made.set(session, {key, taking});
  // Wiped is wiped: what was made of answers does not outlive them.
  if (!known) {
    session.listen(() => {
      if (!session.log.length) made.delete(session);
    });
  }
  return taking;
}
