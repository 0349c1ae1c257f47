import type {Command} from './command.js';

/** What `--help` prints: every command in a line. */
export function overview(commands: readonly Command[]): string {
  const rows = commands.map(({name, usage, summary, alias}): [string, string] => [`${name} ${usage}`, `${summary} (Engels: ${alias})`]);
  return `Gebruik: mantelzorg <opdracht> [opties]

Opdrachten
${table(rows)}
Algemeen
${table([
    ['help <opdracht>', 'uitleg over een opdracht; ook: mantelzorg <opdracht> --help'],
    ['--help', 'deze uitleg'],
    ['--versie', 'de versie van dit programma'],
  ])}
<pakket> is de map waarin pakket.md staat.
Afsluitcode: 0 in orde, 1 er zijn fouten, 2 de opdracht klopt niet.
`;
}

/** What `<command> --help` prints. */
export function helpFor({name, alias, usage, summary, about, options}: Command): string {
  const rows = Object.entries(options).map(([option, {value, help}]): [string, string] => [`--${option}${value ? ` ${value}` : ''}`, help]);
  return `Gebruik: mantelzorg ${name} ${usage}

${capital(summary)}. Engels: ${alias}.

${about.trim()}

Opties
${table([...rows, ['--help', 'deze uitleg']])}`;
}

function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.min(34, Math.max(...rows.map(([left]) => left.length)));
  return rows.map(([left, right]) => (left.length > width ? `  ${left}\n  ${' '.repeat(width)}  ${right}\n` : `  ${left.padEnd(width)}  ${right}\n`)).join('');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
