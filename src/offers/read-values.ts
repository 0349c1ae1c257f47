import type {Ages} from '../flows/model/offer.js';
import {INVISIBLE, OFFER_FORMS} from '../flows/model/offer-forms.js';
import {shorten} from './shorten.js';

/** A value as read, or what is wrong with it: a sentence, in which `{kolom}` stands for the column, and the fix. */
export type Told<T> = {value: T} | {problem: string; hint: string; at?: number};

/** Nobody is older. */
export const OLDEST = 120;
/** Ten years of waiting is no offer. */
const LONGEST_WAIT = 520;

const no = (value: string, what: string, hint: string): {problem: string; hint: string} => ({problem: `In de {kolom} staat «${shorten(value)}», en dat is ${what}.`, hint});

/** Plain text on one line, or with its lines kept. */
export function readText(value: string, lines: boolean): {text: string} | {problem: string; hint: string; at: number} {
  const text = lines ? value.replace(/[^\S\n]+/g, ' ').replace(/ ?\n ?/g, '\n').replace(/\n{3,}/g, '\n\n').trim() : value.replace(/\s+/g, ' ').trim();
  const found = INVISIBLE.exec(text.replaceAll('\n', ' '));
  if (!found) return {text};
  const code = found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return {problem: `In de {kolom} staat een onzichtbaar teken (U+${code}): «${shorten(text.replace(new RegExp(INVISIBLE, 'g'), '�'))}».`, hint: 'Typ deze tekst opnieuw.', at: Math.max(0, value.indexOf(found[0]))};
}

export function readMail(value: string): Told<string> {
  const mail = value.replace(/^mailto:/i, '');
  return OFFER_FORMS.email(mail) ? {value: mail} : no(value, 'geen mailadres', 'Schrijf bijvoorbeeld info@voorbeeld.nl.');
}

/** Always `https:`; a domain by itself gets it. */
export function readSite(value: string): Told<string> {
  const site = /^[a-z][a-z0-9+.-]*:/i.test(value) && !/^[a-z0-9.-]+\.[a-z]{2,}:\d/i.test(value) ? value.replace(/^https:/i, 'https:') : `https://${value}`;
  return OFFER_FORMS.website(site) ? {value: site} : no(value, 'geen adres van een beveiligde site', 'Schrijf bijvoorbeeld https://www.voorbeeld.nl.');
}

export function readPostcode(value: string): Told<string> {
  const [, digits, letters] = /^([1-9]\d{3})\s*([a-z]{2})?$/i.exec(value) ?? [];
  return digits ? {value: letters ? `${digits} ${letters.toUpperCase()}` : digits} : no(value, 'geen postcode', 'Schrijf bijvoorbeeld 1234 AB, of alleen 1234.');
}

export function readDegrees(value: string): Told<number> {
  const number = Number(value.replace(',', '.').replace(/\s*°$/, ''));
  return /^-?\d{1,3}(?:[.,]\d+)?(?:\s*°)?$/.test(value) ? {value: number} : no(value, 'geen getal in graden', 'Schrijf bijvoorbeeld 52,0907.');
}

/** A gemeente's name or code, four digits of a postcode or a range of them, or the whole country. */
export function readArea(value: string): Told<string> {
  if (/^(?:heel )?nederland$/i.test(value)) return {value: 'nederland'};
  const [, code] = /^gm\s?(\d{1,4})$/i.exec(value) ?? [];
  if (code) return {value: `GM${code.padStart(4, '0')}`};
  const [, from, to] = /^([1-9]\d{3})(?:\s*[-–]\s*([1-9]\d{3}))?$/.exec(value) ?? [];
  if (from) return to === undefined || from === to ? {value: from} : from < to ? {value: `${from}-${to}`} : no(value, 'een reeks die terugloopt', `Schrijf ${to}-${from}.`);
  if (/\d/.test(value) || /[<>@=/\\]/.test(value)) return no(value, 'geen gebied', 'Noem een gemeente, de code ervan (GM0772), postcodes (5600-5699) of nederland.');
  const read = readText(value, false);
  if (!('text' in read)) return read;
  return OFFER_FORMS.area(read.text) ? {value: read.text} : no(value, 'geen gebied', 'Noem een gemeente, de code ervan (GM0772), postcodes (5600-5699) of nederland.');
}

/** `0-17`, `65+`, `4 t/m 12`, `50 jaar en ouder`; several that follow on each other are one range. */
export function readAges(value: string): Told<Ages> {
  const ranges: Ages[] = [];
  for (const part of value.split(';').map((each) => each.trim()).filter(Boolean)) {
    const bare = part.replace(/\s*jaar\b/gi, '').trim();
    const [, from, to] = /^(\d{1,3})\s*(?:-|–|tot en met|t\/m|tot)\s*(\d{1,3})$/i.exec(bare) ?? [];
    const [, least] = /^(?:vanaf\s*)?(\d{1,3})\s*(?:\+|en ouder)?$/i.exec(bare) ?? [];
    if (from !== undefined && to !== undefined) ranges.push([Number(from), Number(to)]);
    else if (least !== undefined && bare !== least) ranges.push([Number(least), OLDEST]);
    else return no(part, 'geen leeftijd', 'Schrijf 0-17, 18-64, 65+ of een andere reeks, zoals 4-12.');
  }
  ranges.sort((a, b) => a[0] - b[0]);
  const wrong = ranges.find(([from, to]) => from > to || to > OLDEST);
  if (wrong) return no(value, 'geen leeftijd', `Schrijf de laagste leeftijd eerst, en hoogstens ${OLDEST}.`);
  const [first, ...others] = ranges;
  if (!first) return no(value, 'geen leeftijd', 'Schrijf 0-17, 18-64, 65+ of een andere reeks, zoals 4-12.');
  let [from, to] = first;
  for (const [next, end] of others) {
    if (next > to + 1) return no(value, 'geen aaneengesloten reeks', 'Schrijf één reeks, of maak er twee keer aanbod van.');
    to = Math.max(to, end);
    from = Math.min(from, next);
  }
  return {value: [from, to]};
}

/** Whether there is room, or how many weeks until there is: that is no room now. */
export function readRoom(value: string, named: (value: string) => Told<string>): Told<{room: string; wait?: number}> {
  const [, weeks] = /^(\d{1,4})\s*(?:weken|week|w)?$/i.exec(value) ?? [];
  if (weeks === undefined) {
    if (/\d/.test(value)) return no(value, 'geen aantal weken', 'Schrijf ja, nee, onbekend, of het aantal weken wachten: 3.');
    const told = named(value);
    return 'value' in told ? {value: {room: told.value}} : told;
  }
  const wait = Number(weeks);
  if (wait === 0) return {value: {room: 'ja'}};
  return wait <= LONGEST_WAIT ? {value: {room: 'nee', wait}} : no(value, 'meer dan tien jaar wachten', 'Schrijf het aantal weken wachten: 3.');
}

/** A day that exists, as facts have them. */
export function readDay(value: string): Told<string> {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  if (year && month && date) {
    const day = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date)));
    if (Number(year) > 1900 && day.toISOString().startsWith(value)) return {value};
    return no(value, 'geen dag die bestaat', 'Schrijf een dag zoals 2026-11-22.');
  }
  const [, early, middle, late] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(value) ?? [];
  return no(value, 'geen datum', late ? `Schrijf ${late}-${middle!.padStart(2, '0')}-${early!.padStart(2, '0')}.` : 'Schrijf een dag zoals 2026-11-22.');
}
