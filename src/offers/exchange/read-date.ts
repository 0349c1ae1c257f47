import type {DateOrder} from './mapping.js';

const MONTHS = ['jan', 'feb', 'maa', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
/** Day 0 of spreadsheets, for days after February 1900. */
const SHEET_START = Date.UTC(1899, 11, 30);

/**
 * A day as `2026-11-22`, from `22-11-2026`, `22/11/26`, `22 november 2026`, `2026-11-22T09:00`, `20261122` or the number of
 * a spreadsheet (46348); the text itself when it is none of these, for whoever reads it to tell. Numbers alone are taken
 * with the day first, as in Dutch, unless `order` says otherwise.
 */
export function dayFrom(text: string, order: DateOrder = 'dag-maand-jaar'): string {
  const bare = text.trim();
  const [, year, month, day] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(bare) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(bare) ?? [];
  if (year) return written(year, month!, day!);
  const [, first, second, third] = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?:[T ,].*)?$/.exec(bare) ?? [];
  if (first && second && third) {
    if (order === 'jaar-maand-dag') return written(century(first), second, third);
    return order === 'maand-dag-jaar' ? written(century(third), first, second) : written(century(third), second, first);
  }
  const [, date, name, of] = /^(?:\p{L}+ )?(\d{1,2})[- ](\p{L}{3,9})\.?[- ](\d{4})/u.exec(bare) ?? [];
  const place = name ? MONTHS.indexOf(name.toLowerCase().replace(/^mrt/, 'maa').slice(0, 3)) : -1;
  if (place >= 0) return written(of!, String(place + 1), date!);
  if (/^[3-6]\d{4}(?:[.,]\d+)?$/.test(bare)) return new Date(SHEET_START + Math.floor(Number(bare.replace(',', '.'))) * 86_400_000).toISOString().slice(0, 10);
  return bare;
}

function written(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function century(year: string): string {
  return year.length === 2 ? `20${year}` : year;
}
