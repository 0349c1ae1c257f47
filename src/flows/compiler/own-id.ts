import {NAME, slug} from '../conditions/names.js';
import type {Diagnostics} from './diagnostics.js';
import {offsetAt, sliceMapped} from './mapped-text.js';
import {isBlank, type SourceInline} from './markdown-ast.js';
import type {SourceFile} from './source-file.js';

/** Braces at the end of a label: `{#id}`; a heading's may say more (`{#id ingang}`). */
export interface OwnId {
  text: string;
  at: number;
}

/** Takes `{…}` off the end of running text. */
export function readBraces(text: readonly SourceInline[]): {rest: SourceInline[]; braces?: OwnId} {
  const last = text.at(-1);
  if (last?.t !== 'text' || last.literal) return {rest: [...text]};
  const match = /\s*\{([^{}]*)\}\s*$/.exec(last.raw.text);
  if (!match) return {rest: [...text]};
  const raw = sliceMapped(last.raw, 0, match.index);
  const before: SourceInline = {...last, raw, text: last.text.replace(/\s*\{[^{}]*\}\s*$/, '')};
  const at = offsetAt(last.raw, match.index + match[0].indexOf('{') + 1);
  return {rest: raw.text === '' ? text.slice(0, -1) : [...text.slice(0, -1), before], braces: {text: match[1]!, at}};
}

/** The same for the heading of a step; what almost is `{#naam}` is reported and taken as that. */
export function readStepName(text: readonly SourceInline[], {file, diagnostics}: {file: SourceFile; diagnostics: Diagnostics}): {rest: SourceInline[]; braces?: OwnId} {
  const read = readBraces(text);
  const last = text.at(-1);
  if (read.braces || last?.t !== 'text' || last.literal) return read;
  const match = /\s*[({[]\s*(#[a-z0-9-]+(?:\s+ingang)?)\s*[)}\]]?\s*$|\s+(#[a-z0-9-]+)\}\s*$/.exec(last.raw.text);
  const name = match?.[1] ?? match?.[2];
  if (!match || name === undefined) return read;
  const at = offsetAt(last.raw, match.index + match[0].length - match[0].trimStart().length);
  diagnostics.error('instructie/onbekend', {file, at}, `«${match[0].trim()}» is geen naam van een stap.`, `Schrijf {${name}}, met accolades.`);
  const raw = sliceMapped(last.raw, 0, match.index);
  const before: SourceInline = {...last, raw, text: raw.text};
  return {rest: [...text.slice(0, -1), before], braces: {text: name, at}};
}

/** Braces may stand behind the instructions too: brings them in front, where the label ends. */
export function bracesFirst(line: readonly SourceInline[]): SourceInline[] {
  const index = line.findLastIndex((inline) => !isBlank(inline));
  const last = line[index];
  const code = line.findIndex((inline) => inline.t === 'code');
  if (last?.t !== 'text' || last.literal || code < 1 || code > index || !/^\s*\{[^{}]*\}\s*$/.test(last.raw.text)) return [...line];
  const label = line.findLastIndex((inline) => inline.t !== 'code' && !isBlank(inline) && inline !== last) + 1;
  return label < 1 ? [...line] : [...line.slice(0, label), last, ...line.slice(label, index)];
}

/** Takes `{#id}` off the end of an answer. */
export function readOwnId(text: readonly SourceInline[]): {rest: SourceInline[]; own?: OwnId} {
  const {rest, braces} = readBraces(text);
  const match = braces && /^\s*#(\S+)\s*$/.exec(braces.text);
  return match ? {rest, own: {text: match[1]!, at: braces.at}} : {rest: [...text]};
}

/** The id, or its nearest correct spelling after a report. */
export function checkId(own: OwnId, {file, diagnostics}: {file: SourceFile; diagnostics: Diagnostics}): string {
  if (NAME.test(own.text) && own.text.length <= 100) return own.text;
  const better = slug(own.text);
  diagnostics.error('stap/vorm', {file, at: own.at}, `«#${own.text}» kan geen naam zijn: die bestaat uit kleine letters, cijfers en streepjes.`, better ? `Schrijf «#${better}».` : 'Kies een andere naam.');
  return better;
}
