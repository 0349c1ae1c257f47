import type {OfferColumn} from '../columns.js';

/** What can be taken out of a text in which several things stand. */
export const TAKES = ['straat', 'postcode', 'plaats', 'telefoon', 'email', 'website'] as const;
export type Take = (typeof TAKES)[number];

/** Notations of dates of which the numbers alone do not tell the order. */
export const DATE_ORDERS = ['dag-maand-jaar', 'maand-dag-jaar', 'jaar-maand-dag'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** What can be made of a text: an id (small letters and hyphens), or a secure address of an address that is not. */
export const MAKES = ['kenmerk', 'https'] as const;
export type Made = (typeof MAKES)[number];

/** Where the value of one of our columns comes from. The steps are taken in the order of these fields. */
export interface ValueSource {
  /** Their columns; what stands in more of them is joined. */
  columns: readonly string[];
  join: string;
  /** Instead of a column: the same for every row. */
  constant?: string;
  take?: Take;
  /** Between the values of one cell. */
  split?: string;
  /** Of what was split the so-manieth part: from 1, or from the end below 0. */
  part?: number;
  /** For a column with ja or nee in any notation: what each becomes; without one that answer says nothing. */
  yes?: string;
  no?: string;
  /** What their values become, by value in small letters. Several of ours stand with `;` between them. */
  values?: ReadonlyMap<string, string>;
  /** What a value becomes that the table lacks. Without it that is a problem. */
  otherwise?: string;
  date?: DateOrder;
  makes?: Made;
  /** When nothing stands there. */
  empty?: string;
}

/** How to read a table, where guessing would go wrong. */
export interface TableSettings {
  encoding?: string;
  separator?: string;
  /** The line, from 1, with the names of the columns. */
  headerLine?: number;
}

/** What a mapping file says. */
export interface Mapping extends TableSettings {
  /** Per column of ours its sources; {@link combine} says what becomes of more than one. */
  columns: ReadonlyMap<OfferColumn, readonly ValueSource[]>;
}

/** Their columns that a mapping reads. */
export function columnsRead({columns}: Pick<Mapping, 'columns'>): Set<string> {
  return new Set([...columns.values()].flat().flatMap((source) => source.columns));
}

/** Their columns behind one of ours. */
export function theirColumns({columns}: Pick<Mapping, 'columns'>, column: OfferColumn): string[] {
  return [...new Set((columns.get(column) ?? []).flatMap((source) => source.columns))];
}

/** A name of theirs as it is compared: spaces and capitals do not count. */
export function sameName(name: string): string {
  return name.replace(/^\ufeff/, '').replace(/[\s\u00a0]+/g, ' ').trim().toLowerCase();
}

/** Columns of which each value stands by itself: one that is wrong takes no other with it. */
export const LISTS: readonly OfferColumn[] = ['steun', 'werkgebied', 'doelgroepen', 'duur', 'thuis', 'indicatie', 'betaald-via', 'kenmerken'];

const SENTENCES: readonly OfferColumn[] = ['naam', 'omschrijving', 'eerste-stap', 'bron', 'keurmerk'];

/** What one of our columns gets from its sources: all values, all texts behind each other, or the first that says something. */
export function combine(column: OfferColumn, found: readonly string[]): string {
  if (LISTS.includes(column)) return [...new Set(found.flatMap((each) => each.split(';')).map((each) => each.trim()).filter(Boolean))].join(';');
  return SENTENCES.includes(column) ? found.join(' ') : (found[0] ?? '');
}
