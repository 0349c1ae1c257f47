import {warn} from './warn.js';

/** The level of the widget's first heading: what the site says, else one below the nearest heading before it. */
export function headingLevel(host: Element, value: string | null): number {
  if (value && /^[1-6]$/.test(value.trim())) return Number(value);
  if (value) warn('kopniveau', value);
  return Math.min(6, levelBefore(host) + 1);
}

function levelBefore(element: Element): number {
  const root = element.getRootNode() as Document | ShadowRoot;
  let level = 0;
  root.querySelectorAll?.('h1,h2,h3,h4,h5,h6,[role=heading][aria-level]').forEach((heading) => {
    if (heading.compareDocumentPosition(element) === Node.DOCUMENT_POSITION_FOLLOWING) {
      level = Number(heading.getAttribute('aria-level') ?? heading.localName[1]) || level;
    }
  });
  if (level) return level;
  return 'host' in root ? levelBefore(root.host) : 1;
}

/** The language of the nearest ancestor that has one, across shadow roots; two letters or a full tag, lower case. */
export function languageAround(element: Element): string {
  for (let at: Element | null = element; at; ) {
    const near: Element | null = at.closest('[lang]');
    if (near) return near.getAttribute('lang')!.toLowerCase();
    const root: Node = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return '';
}
