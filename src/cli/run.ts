import {parseArgs, type ParseArgsConfig} from 'node:util';
import {isDay} from '../flows/compiler/dates.js';
import {build} from './build.js';
import {check} from './check.js';
import {USAGE, UsageError} from './usage.js';

/** Where a command writes, and what it knows about its surroundings. */
export interface Terminal {
  out(text: string): void;
  error(text: string): void;
  cwd: string;
  colour: boolean;
  /** Today as `2026-11-22`. */
  today: string;
}

const ALIASES: Record<string, string> = {check: 'controleer', build: 'bouw'};
const OPTIONS: Record<string, NonNullable<ParseArgsConfig['options']>> = {
  controleer: {json: {type: 'boolean'}, strikt: {type: 'boolean'}, vandaag: {type: 'string'}},
  bouw: {uit: {type: 'string'}, vandaag: {type: 'string'}},
};

/** Runs one command; gives the exit code. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await runCommand(args, terminal);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.error(`${error.message}\n\n${USAGE}`);
    return 2;
  }
}

async function runCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const [first, ...rest] = args;
  if (first === undefined) throw new UsageError('Er staat geen opdracht.');
  if (args.includes('--help') || args.includes('-h') || first === 'help') {
    terminal.out(USAGE);
    return 0;
  }
  const command = Object.hasOwn(ALIASES, first) ? ALIASES[first]! : first;
  if (!Object.hasOwn(OPTIONS, command)) throw new UsageError(`De opdracht «${first}» bestaat niet.`);
  const {values, positionals} = parse(rest, OPTIONS[command]!);
  const today = typeof values['vandaag'] === 'string' ? values['vandaag'] : terminal.today;
  if (!isDay(today)) throw new UsageError(`«${today}» is geen datum. Schrijf bijvoorbeeld --vandaag 2026-11-22.`);
  const [pack, second] = positionals;
  if (pack === undefined) throw new UsageError('Er staat niet welk pakket.');
  if (command === 'controleer') return check(positionals, {json: values['json'] === true, strict: values['strikt'] === true, today}, terminal);
  if (second !== undefined) throw new UsageError('«bouw» neemt één pakket tegelijk.');
  const out = values['uit'];
  if (typeof out !== 'string' || out === '') throw new UsageError('Er staat niet waar het pakket heen moet: geef --uit <map>.');
  return build(pack, out, today, terminal);
}

function parse(args: readonly string[], options: NonNullable<ParseArgsConfig['options']>) {
  try {
    return parseArgs({args: [...args], options, allowPositionals: true, strict: true});
  } catch (error) {
    const option = /'(--?[^' <]+)/.exec(String((error as Error).message))?.[1];
    const missing = /argument missing|ambiguous/.test(String((error as Error).message));
    throw new UsageError(missing ? `Achter ${option ?? 'een optie'} ontbreekt een waarde.` : `De optie ${option ?? ''} bestaat niet of staat verkeerd.`);
  }
}
