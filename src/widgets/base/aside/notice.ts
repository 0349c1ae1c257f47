import type {Company} from '../accompany.js';

/** What is said above the dialogue, on the screen where it happened. */
export interface Notice {
  lines: string[];
  list: string[];
  /** Undoes what it tells about. */
  forget?: () => void;
}

const notices = new WeakMap<Company, {visit: number; notice: Notice}>();

export function setNotice(company: Company, notice: Notice | undefined): void {
  const {screen} = company;
  if (notice) notices.set(company, {visit: screen.visit, notice});
  else notices.delete(company);
  screen.refresh();
}

/** The next screen has moved on, and so does this. */
export function noticeOf(company: Company): Notice | undefined {
  const known = notices.get(company);
  return known?.visit === company.screen.visit ? known.notice : undefined;
}
