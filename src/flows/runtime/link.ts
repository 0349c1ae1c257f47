import type {LogEntry} from './session.js';

/** What somebody searched: values of filters as `<column>:<value>`, and what was typed. Untrusted, like all of a link. */
export interface KeptSearch {
  place?: string;
  text?: string;
  filters: string[];
}

/** What a link or the storage of a tab holds: which flow, of which pack, and the log. Never own words, text or places. */
export interface Kept {
  flow: string;
  /** The entrance to open at; nothing means the first step. */
  entrance?: string;
  /** `<id>.<version>` of the pack that it was made with. */
  pack?: string;
  log: LogEntry[];
  /** A search of the finder, only in a link that somebody asked for: the place as typed, and filters. */
  search?: KeptSearch;
  /** Something in it could not be read: it was cut or edited. */
  broken: boolean;
}

const NAME = '[a-z0-9][a-z0-9-]{0,119}';
const ENTRY = new RegExp(`^(?:(${NAME})/)?(${NAME})((?:\\.${NAME})*)(?:!(${NAME}))?(?:\\*(\\d{1,6}))?$`);
/** Longer than any dialogue; a hostile address stops here. */
const MOST_CHARACTERS = 20_000;
const MOST_ENTRIES = 200;
const MOST_TYPED = 100;

/** The fragment without its `#`: ids with a few signs between them, so that people can see that no words are in it. */
export function writeKept({flow, entrance, pack, log, search}: Omit<Kept, 'broken'>): string {
  const entries = log.map((entry) => {
    const where = entry.flow === flow ? entry.step : `${entry.flow}/${entry.step}`;
    const answers = entry.answers.map((answer) => `.${answer}`).join('');
    return `${where}${answers}${entry.button === undefined ? '' : `!${entry.button}`}${entry.number === undefined ? '' : `*${entry.number}`}`;
  });
  return [`mz=${flow}`, entrance && `stap=${entrance}`, pack && `p=${pack}`, entries.length && `w=${entries.join('~')}`, ...(search ? searchFields(search) : [])].filter(Boolean).join('&');
}

/**
 * Reads a fragment back; nothing when it is not ours. Everything in it is untrusted: only ids pass, the first entry
 * that cannot be read ends the log, and nothing of it is ever shown.
 */
export function readKept(fragment: string): Kept | undefined {
  const text = fragment.replace(/^#/, '');
  if (!text.startsWith('mz=')) return undefined;
  const fields = new Map<string, string>();
  for (const part of text.slice(0, MOST_CHARACTERS).split('&')) {
    const at = part.indexOf('=');
    const key = part.slice(0, Math.max(at, 0));
    if (!fields.has(key)) fields.set(key, decoded(part.slice(at + 1)));
  }
  const name = (key: string) => fields.get(key)?.match(new RegExp(`^${NAME}$`))?.[0];
  const flow = name('mz');
  if (!flow) return undefined;
  const entrance = name('stap');
  const pack = fields.get('p')?.match(/^[a-z0-9][a-z0-9.-]{0,140}$/)?.[0];
  const {log, broken} = readLog(fields.get('w') ?? '', flow);
  return {
    flow,
    ...(entrance ? {entrance} : {}),
    ...(pack ? {pack} : {}),
    log,
    ...(['f', 'plaats', 'zoek'].some((key) => fields.has(key)) ? {search: readSearch(fields)} : {}),
    broken: broken || text.length > MOST_CHARACTERS || (fields.has('stap') && !entrance),
  };
}

function readLog(text: string, flow: string): {log: LogEntry[]; broken: boolean} {
  const log: LogEntry[] = [];
  if (!text) return {log, broken: false};
  for (const part of text.split('~')) {
    const match = ENTRY.exec(part);
    if (!match || log.length === MOST_ENTRIES) return {log, broken: true};
    const [, other, step, answers, button, number] = match;
    log.push({
      flow: other ?? flow,
      step: step!,
      answers: answers!.split('.').slice(1),
      ...(button === undefined ? {} : {button}),
      ...(number === undefined ? {} : {number: Number(number)}),
    });
  }
  return {log, broken: false};
}

const searchFields = ({place, text, filters}: KeptSearch) => [
  filters.length && `f=${filters.join('~')}`,
  place && `plaats=${encodeURIComponent(place)}`,
  text && `zoek=${encodeURIComponent(text)}`,
];

function readSearch(fields: ReadonlyMap<string, string>): KeptSearch {
  const typed = (key: string) => fields.get(key)?.slice(0, MOST_TYPED).trim();
  const [place, text] = [typed('plaats'), typed('zoek')];
  const filters = (fields.get('f') ?? '').split('~').filter((one) => /^[a-z][a-z-]{0,39}:[a-z0-9+-]{1,119}$/.test(one)).slice(0, MOST_ENTRIES);
  return {...(place ? {place} : {}), ...(text ? {text} : {}), filters};
}

/** Mail programs escape signs that need no escaping. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
