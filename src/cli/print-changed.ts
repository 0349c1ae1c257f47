import {relative} from 'node:path';
import {hasChanged, type Replaced} from '../flows/compiler/replaced.js';
import {lineDiff} from './line-diff.js';
import {readSeen} from './seen-store.js';
import {paint, printable, type Terminal} from './terminal.js';

interface PackPlace {
  /** The pack's folder, and the one it lies in. */
  root: string;
  parent: string;
}

/** What changed below the pack's own texts, for a person to compare: the base as it was and is, and one's own text. */
export async function printChanged(replaced: readonly Replaced[], {root, parent}: PackPlace, terminal: Terminal): Promise<string> {
  const views: string[] = [];
  for (const each of replaced.filter(hasChanged)) {
    const place = address(each, parent, terminal.cwd);
    const old = await readSeen(root, each.seen!.hash);
    const indent = (text: string) => text.split('\n').map((line) => `    ${printable(line)}`.trimEnd()).join('\n');
    const base = `de basis (${printable(each.belowFile.name)})`;
    const lines = [
      paint(terminal, 'bold', `Jouw tekst en de basis naast elkaar: ${printable(place)}`),
      '',
      old === undefined ? `  Wat er eerst in de basis stond, is niet bewaard (map .gezien). Nu staat er in ${base}:` : `  Wat er veranderde in ${base}; - is weg, + is nieuw:`,
      old === undefined ? indent(each.below) : showDiff(old, each.below, terminal),
      '',
      '  Jouw tekst:',
      indent(each.own),
      '',
      `  Klaar met vergelijken? mantelzorg bijgewerkt ${printable(place)}`,
    ];
    views.push(`${lines.join('\n')}\n`);
  }
  return views.length ? `${views.join('\n')}\n` : '';
}

/** How many steps stand in for one below without saying which text that was. A note: whoever does not want to be told of changes need not. */
export function noteUnseen(replaced: readonly Replaced[], parent: string, cwd: string): string {
  const steps = replaced.filter(({kind, seen}) => kind === 'step' && !seen);
  if (!steps.length) return '';
  const files = [...new Set(steps.map(({file}) => path(file.name, parent, cwd)))];
  const [subject, verb] = steps.length === 1 ? ['een stap', 'vervangt'] : [`${steps.length} stappen`, 'vervangen'];
  return `Let op: ${subject} van jou ${verb} tekst van de basis, zonder dat bewaard is welke. Wil je horen wanneer die verandert? Zeg: mantelzorg bijgewerkt ${files.map(printable).join(' ')}\n`;
}

export function address(each: Replaced, parent: string, cwd: string): string {
  return `${path(each.file.name, parent, cwd)}${each.kind === 'step' ? `#${each.id}` : ''}`;
}

function path(name: string, parent: string, cwd: string): string {
  const prefix = relative(cwd, parent).replaceAll('\\', '/');
  return `${prefix ? `${prefix}/` : ''}${name}`;
}

function showDiff(before: string, after: string, terminal: Terminal): string {
  const marks = {same: ' ', gone: '-', added: '+'} as const;
  return lineDiff(before.split('\n'), after.split('\n'))
    .map(({kind, line}) => {
      const text = `  ${marks[kind]} ${printable(line)}`.trimEnd();
      return kind === 'same' ? text : paint(terminal, kind === 'gone' ? 'red' : 'green', text);
    })
    .join('\n');
}
