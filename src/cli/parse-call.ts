import {parseArgs, type ParseArgsConfig} from 'node:util';
import {didYouMean} from '../flows/conditions/suggest.js';
import {Call, type Command} from './command.js';
import {UsageError} from './usage.js';

/** The arguments behind a command's name. `--help` and `-h` win from everything else: then nothing is given. */
export function parseCall(command: Command, args: readonly string[]): Call | 'help' {
  const options: NonNullable<ParseArgsConfig['options']> = {help: {type: 'boolean', short: 'h'}};
  for (const [name, {value}] of Object.entries(command.options)) options[name] = {type: value ? 'string' : 'boolean'};
  const {tokens} = parseArgs({args: [...args], options, allowPositionals: true, strict: false, tokens: true});
  if (tokens.some((token) => token.kind === 'option' && token.name === 'help')) return 'help';
  const values = new Map<string, string | true>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const spec = Object.hasOwn(command.options, token.name) ? command.options[token.name] : undefined;
    if (!spec) {
      const known = [...Object.keys(command.options), 'help'];
      throw new UsageError(`De optie ${token.rawName} bestaat niet bij «${command.name}». ${didYouMean(token.name, known, `Kijk bij mantelzorg help ${command.name}.`, (found) => `--${found}`)}`);
    }
    if (!spec.value) {
      if (token.value !== undefined) throw new UsageError(`Achter --${token.name} hoort geen waarde.`);
      values.set(token.name, true);
      continue;
    }
    if (token.value === undefined || token.value === '' || (!token.inlineValue && token.value.startsWith('-'))) throw new UsageError(`Achter --${token.name} ontbreekt een waarde: --${token.name} ${spec.value}.`);
    if (values.has(token.name)) throw new UsageError(`De optie --${token.name} staat er twee keer.`);
    values.set(token.name, token.value);
  }
  return new Call(command, positionals, values);
}
