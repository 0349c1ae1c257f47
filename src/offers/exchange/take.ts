import type {Take} from './mapping.js';

const POSTCODE = /(?<![\p{L}\p{N}])([1-9]\d{3})[ \u00a0]?([A-Za-z]{2})(?![\p{L}\p{N}])/u;
/** Four digits stand for a postcode only where a house number cannot: behind a comma or a line end. */
const DIGITS = /(?:^|[,\n;]\s*)([1-9]\d{3})(?=\s+\p{L}{3})/u;

/** One thing out of a text such as `Straat 1, 1234 AB Plaats` or `tel. 0123-456789 / info@voorbeeld.nl`; empty when it is not there. */
export function takeOut(text: string, what: Take): string {
  if (what === 'telefoon') return /(?:\+|\(?0)[\d\s().-]{7,}\d/.exec(text)?.[0].trim() ?? '';
  if (what === 'email') return /[^\s@<>"'(),;:]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}/.exec(text)?.[0] ?? '';
  if (what === 'website') return /(?:https?:\/\/|www\.)[^\s<>"'(),;]+[^\s<>"'(),;.]/i.exec(text)?.[0] ?? '';
  const address = text.replace(/\r?\n/g, ', ');
  const found = POSTCODE.exec(address) ?? DIGITS.exec(address);
  if (what === 'postcode') return found ? [found[1], found[2]?.toUpperCase()].filter(Boolean).join(' ') : '';
  if (found) {
    const [before, after] = [address.slice(0, found.index), address.slice(found.index + found[0].length)];
    const place = tidy(after.split(/[,(]/).find((part) => tidy(part) !== '') ?? '');
    if (what === 'plaats') return place;
    return tidy(before);
  }
  const parts = address.split(',').map(tidy).filter(Boolean);
  const [last = ''] = parts.slice(-1);
  // Without a postcode the place is the last part in which no number stands, beside a street.
  const hasPlace = parts.length > 1 && !/\d/.test(last);
  if (what === 'plaats') return hasPlace || (parts.length === 1 && !/\d/.test(last)) ? last : '';
  return hasPlace ? parts.slice(0, -1).join(', ') : /\d/.test(last) ? parts.join(', ') : '';
}

function tidy(text: string): string {
  return text.replace(/^[\s,;:–-]+|[\s,;:–-]+$/g, '').replace(/\s+/g, ' ');
}
