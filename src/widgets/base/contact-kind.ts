import type {ContactKind} from './events.js';

/** Which kind of contact an address makes, if any. */
export function contactKind(href: string): ContactKind | undefined {
  if (/^tel:/i.test(href)) return 'bellen';
  if (/^mailto:/i.test(href)) return 'mailen';
  return /^https?:/i.test(href) ? 'website' : undefined;
}
