/** The number of the compiled format. A runtime reads this one and the one before. */
export const FORMAT = 1;

/** Who to call, write or visit: always one named door. */
export interface Contact {
  name: string;
  phone?: string;
  email?: string;
  website?: string;
  address?: string;
  hours?: string;
  /** The same in other languages, where that differs. */
  words?: Record<string, ContactWords>;
}

/** What of a contact is text; its number and its addresses on the web are the same in every language. */
export type ContactWords = Partial<Pick<Contact, 'name' | 'address' | 'hours'>>;

/**
 * `later` is the list of what only results need, one a language: so `pakket.json`, which everybody waits for, stays small.
 * It also names flows that no tag opens with by itself, and all flows of a translation; `offers` and `places` are named in that of the source language.
 */
export type PartKind = 'flow' | 'ends' | 'support' | 'later' | 'offers' | 'places' | 'alarms' | 'understanding';

/** Flows that a tag opens with by itself. `pakket.json` names these first; of others a large pack says where they are in its list. */
export const FIRST_FLOWS: readonly string[] = ['herken-je-jezelf', 'ondersteuningswijzer', 'respijtzoeker', 'chat'];

/** A file of the pack beside `pakket.json`. `integrity` is `sha256-<base64>` or `sha384-<base64>`, as browsers take it. */
export interface PartRef {
  kind: PartKind;
  /** Flow id (of `flow` and `ends`); `all` for parts of which a pack has one per language. */
  id: string;
  lang: string;
  file: string;
  integrity: string;
}

/** The parts of one language that most visitors' first question does not need; a manifest may also name them itself. */
export interface LaterParts {
  lang: string;
  parts: PartRef[];
}

/** `pakket.json`. `formaat` is the only key that outsiders may rely on for ever. */
export interface Manifest {
  formaat: number;
  id: string;
  name: string;
  organisation: string;
  /** Changes when any part changes. */
  version: string;
  /** First is the source language. */
  languages: string[];
  address: 'je' | 'u';
  contact: Contact;
  /** Names of gemeenten or areas that this organisation serves. */
  area?: string[];
  parts: PartRef[];
}
