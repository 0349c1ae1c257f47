import {isDay} from '../flows/compiler/dates.js';
import type {Terminal} from './terminal.js';
import {UsageError} from './usage.js';

/** One option of a command: a switch, or (with `value`) one that takes a text. */
export interface OptionSpec {
  /** What stands behind the option in the help, such as `<map>`. Without it the option is a switch. */
  value?: string;
  /** One Dutch line, without a capital and a full stop. */
  help: string;
}

/** One command of `mantelzorg`. A file each; `commands.ts` lists them. */
export interface Command {
  /** Dutch, as public-interface.md names it. */
  name: string;
  /** English. */
  alias: string;
  /** What follows the name: `<pakket…>`. */
  usage: string;
  /** One Dutch line for the list of commands, without a capital and a full stop. */
  summary: string;
  /** The rest of its `--help`, in Dutch: paragraphs of at most 80 columns. */
  about: string;
  options: Readonly<Record<string, OptionSpec>>;
  /** Gives the exit code: 0 in order, 1 problems were found. Wrong use throws a {@link UsageError}. */
  run(call: Call, terminal: Terminal): Promise<number>;
}

/** A command as it was typed. Options that it does not have were refused already. */
export class Call {
  constructor(
    readonly command: Command,
    readonly positionals: readonly string[],
    private readonly values: ReadonlyMap<string, string | true>,
  ) {}

  /** Whether a switch was given. */
  flag(option: string): boolean {
    return this.values.has(option);
  }

  /** What was typed behind an option, or nothing. */
  text(option: string): string | undefined {
    const value = this.values.get(option);
    return typeof value === 'string' ? value : undefined;
  }

  /** Exactly these arguments, each named as people call it (`het pakket`). */
  arguments<const T extends readonly string[]>(...names: T): {[K in keyof T]: string} {
    const missing = names[this.positionals.length];
    if (missing !== undefined) throw new UsageError(`Er ontbreekt iets achter «${this.command.name}»: ${missing}.`);
    const extra = this.positionals[names.length];
    if (extra !== undefined) throw new UsageError(`«${extra}» is te veel: «${this.command.name}» neemt ${names.length === 1 ? 'er één' : `er ${names.length}`} tegelijk.`);
    return this.positionals as unknown as {[K in keyof T]: string};
  }
}

/** `--vandaag`, for commands that compile. */
export const TODAY_OPTION = {vandaag: {value: 'JJJJ-MM-DD', help: 'de dag waarop de houdbaarheid van feiten wordt beoordeeld'}} as const;

export function todayOf(call: Call, terminal: Terminal): string {
  const today = call.text('vandaag') ?? terminal.today;
  if (!isDay(today)) throw new UsageError(`«${today}» is geen datum. Schrijf bijvoorbeeld --vandaag 2026-11-22.`);
  return today;
}
