import {didYouMean} from '../flows/conditions/suggest.js';
import type {Command} from './command.js';
import {COMMANDS} from './commands.js';
import {helpFor, overview} from './help.js';
import {parseCall} from './parse-call.js';
import {systemFault} from './system-fault.js';
import type {Terminal} from './terminal.js';
import {UsageError} from './usage.js';
import {version} from './version.js';

/** Runs one command; gives the exit code. Never throws, unless `debug`: then what is unexpected comes out as it is. */
export async function run(args: readonly string[], terminal: Terminal, debug = false): Promise<number> {
  const [first, ...rest] = args;
  let command: Command | undefined;
  try {
    if (first === undefined) throw new UsageError('Er staat geen opdracht.');
    if (first === '--help' || first === '-h' || first === 'help') {
      terminal.out(rest[0] === undefined || rest[0].startsWith('-') ? overview(COMMANDS) : helpFor(find(rest[0])));
      return 0;
    }
    if (first === '--versie' || first === '--version') {
      terminal.out(`${version()}\n`);
      return 0;
    }
    command = find(first);
    const call = parseCall(command, rest);
    if (call === 'help') {
      terminal.out(helpFor(command));
      return 0;
    }
    return await command.run(call, terminal);
  } catch (error) {
    terminal.progress?.();
    if (error instanceof UsageError) {
      terminal.error(`${error.message}\n\n${command ? `Gebruik: mantelzorg ${command.name} ${command.usage}\nMeer uitleg: mantelzorg help ${command.name}\n` : overview(COMMANDS)}`);
      return 2;
    }
    if (debug) throw error;
    terminal.error(`${systemFault(error) ?? 'Er ging iets mis in mantelzorg zelf, niet in je pakket. Meld het de makers; met MANTELZORG_DEBUG=1 ervoor staat er wat er misging.'}\n`);
    return 1;
  } finally {
    terminal.progress?.();
  }
}

function find(typed: string): Command {
  const found = COMMANDS.find(({name, alias}) => typed === name || typed === alias);
  if (found) return found;
  const names = COMMANDS.flatMap(({name, alias}) => [name, alias]);
  throw new UsageError(typed.startsWith('-') ? `«${typed}» staat voor de opdracht. Begin met de opdracht.` : `De opdracht «${typed}» bestaat niet. ${didYouMean(typed, names, 'Kies een opdracht hieronder.')}`);
}
