import {plainTag} from '../locale.js';
import type {View} from '../shell.js';
import * as words from './take-words.js';

/** When and where it was made; the page's address without what may follow it. */
export function madeBy(view: View, now = new Date()): string {
  const date = new Intl.DateTimeFormat(plainTag(view.locale), {dateStyle: 'long'}).format(now);
  return words.madeOn(date, pageAddress().replace(/^https?:\/\//, '').replace(/\/$/, ''));
}

/** The page, without query and fragment: they may say something of the visitor. */
export const pageAddress = (): string => `${location.origin === 'null' ? '' : location.origin}${location.pathname}`;
