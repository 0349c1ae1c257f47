import {OFFER_COLUMNS, type OfferColumn} from '../offers/columns.js';
import {recordOf} from '../offers/exchange/offer-record.js';
import type {Offer} from '../flows/model/offer.js';

/** In the order in which editors read: who, what, where, how to reach it, for whom. */
export const CSV_COLUMNS: readonly OfferColumn[] = OFFER_COLUMNS;

/** The first line, with the mark by which spreadsheets know that it is UTF-8. */
export const CSV_HEAD = `\ufeff${CSV_COLUMNS.join(';')}\r\n`;

/** One offer as a row as Dutch spreadsheets write them, with semicolons. */
export function csvLine(offer: Offer): string {
  const record = recordOf(offer);
  return `${CSV_COLUMNS.map((column) => cell(record.get(column) ?? '')).join(';')}\r\n`;
}

function cell(text: string): string {
  return /[";\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
