import {compareText, type Diagnostic, type Relation} from './diagnostic.js';

/** A problem with what is needed to tell whether another one explains it. */
export interface Finding extends Relation {
  diagnostic: Diagnostic;
  /** The line it stands on. */
  line: string;
}

/** Something is asked for that is nowhere: often because the place that should bring it has a problem of its own. */
const NOWHERE: readonly string[] = ['voorwaarde/onbekend', 'koppeling/onbekend'];
/** Who cannot go on, or never gets to a step, brings with it that other texts are seen by nobody. */
const BLOCKS: readonly string[] = ['stap/doodlopend', 'stap/onbereikbaar'];
const UNSEEN: readonly string[] = ['antwoord/nooit', 'voorwaarde/nooit', 'voorwaarde/altijd', 'uitslag/nooit'];
const MOST_PLACES = 3;

/** What problems have in common, by problem: those of one cause are mended together. */
const causes = new WeakMap<Diagnostic, string>();

/** What is so because a condition is the same for everybody, which is told already. True all the same: programs hear of it. */
const consequences = new WeakSet<Diagnostic>();

/**
 * Leaves out what only follows from another problem; the rest comes by file, then place.
 * `lost` holds the names of files that could not be read (reported already), so that what they hold is unknown.
 */
export function settle(findings: readonly Finding[], lost: ReadonlySet<string>): Diagnostic[] {
  const errors = findings.filter(({diagnostic}) => diagnostic.severity === 'fout' && !NOWHERE.includes(diagnostic.rule));
  const asked = new Set(findings.flatMap(({lacks}) => (lacks?.t === 'remembered' ? [lacks.name] : [])));
  const fixed = new Set(findings.flatMap((finding) => finding.fixed ?? []));
  const never = new Set(findings.flatMap(({diagnostic: {rule, file}}) => (rule === 'voorwaarde/nooit' ? [file] : [])));
  const wrong = new Set(findings.flatMap(({diagnostic, lacks}) => (diagnostic.severity === 'fout' && lacks?.t !== 'start' ? [lineOf(diagnostic)] : [])));
  const follows = (finding: Finding) =>
    followsFromLost(finding, lost) ||
    followsFrom(finding, errors) ||
    isAsked(finding, asked, errors) ||
    (waitsForLine(finding) && wrong.has(lineOf(finding.diagnostic)));
  const kept = findings.filter((finding) => !follows(finding));
  const blocked = kept.some(({diagnostic: {rule}}) => BLOCKS.includes(rule));
  for (const {diagnostic, uses} of kept) {
    if (uses?.some((name) => fixed.has(name)) || (diagnostic.rule === 'uitslag/nooit' && never.has(diagnostic.file)) || (blocked && UNSEEN.includes(diagnostic.rule))) consequences.add(diagnostic);
  }
  for (const {diagnostic, cause} of kept) {
    const {rule, message} = diagnostic;
    causes.set(diagnostic, JSON.stringify(cause ? [rule, cause] : NOWHERE.includes(rule) ? [rule, message] : diagnostic));
  }
  return kept.map(({diagnostic}) => diagnostic).sort(compare);
}

/** For people: problems of one cause are told once, at the first place, with the other places behind the hint; consequences are not told. */
export function gatherCauses(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const groups = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    if (consequences.has(diagnostic)) continue;
    const key = causes.get(diagnostic) ?? JSON.stringify(diagnostic);
    groups.set(key, [...(groups.get(key) ?? []), diagnostic]);
  }
  const told = [...groups.values()].map(([first, ...others]) => (others.length ? {...first!, hint: `${first!.hint} ${elsewhere(first!, others)}`.trim()} : first!));
  const unseen = diagnostics.filter((diagnostic) => consequences.has(diagnostic) && UNSEEN.includes(diagnostic.rule)).length;
  const first = told.findIndex(({rule}) => BLOCKS.includes(rule));
  if (!unseen || first < 0) return told;
  const more = unseen === 1 ? 'Er is nog een plek die nu niemand ziet of die altijd klopt; dat kan hiervan komen.' : `Er zijn nog ${unseen} plekken die nu niemand ziet of die altijd kloppen; dat kan hiervan komen.`;
  return told.with(first, {...told[first]!, hint: `${told[first]!.hint} ${more}`});
}

/** What is said of the words on a line, or of a chain, waits until the line itself can be read. */
function waitsForLine({diagnostic: {rule}, lacks}: Finding): boolean {
  return rule.startsWith('taal/') || lacks?.t === 'start';
}

function lineOf({file, line}: Diagnostic): string {
  return `${file}:${line}`;
}

/** A condition does ask for this name, only not in a way that can be read. */
function isAsked({lacks}: Finding, asked: ReadonlySet<string>, errors: readonly Finding[]): boolean {
  if (lacks?.t !== 'reader') return false;
  const {name} = lacks;
  return asked.has(name) || errors.some(({diagnostic: {rule}, line}) => rule.startsWith('voorwaarde/') && words(line).includes(words(name)));
}

/** A condition asks for a name or a value that is remembered on a line with an error: mending that line brings it back. */
function followsFrom({diagnostic: {file, line: at}, lacks}: Finding, errors: readonly Finding[]): boolean {
  if (lacks?.t !== 'remembered') return false;
  const {name, value} = lacks;
  return errors.some(({diagnostic, line}) => {
    if (diagnostic.file === file && diagnostic.line === at) return false;
    const said = line.replace(/(?<![\p{L}\p{N}-])als[ :].*$/u, '');
    if (value !== undefined) return words(said).includes(words(`${name} ${value}`));
    return said.split(/(?=[=+:])/).some((part) => words(part).endsWith(words(name)) && part !== said);
  });
}

/** Only what names are made of: a value that was typed with a space or a wrong dash is found too. */
function words(text: string): string {
  return `-${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}-`.replace(/-+/g, '-');
}

/** What is missing may well stand in a file that could not be read. */
function followsFromLost({diagnostic: {file}, lacks}: Finding, lost: ReadonlySet<string>): boolean {
  if (lost.size === 0 || !lacks || lost.has(file)) return false;
  if (lacks.t === 'reader') return true;
  const paths = [...lost].map((name) => name.slice(name.indexOf('/') + 1));
  return paths.some((path) => (lacks.t === 'file' ? path === lacks.path : path === 'pakket.md' || path.startsWith('gesprekken/')));
}

function elsewhere(first: Diagnostic, others: readonly Diagnostic[]): string {
  const places = [...new Set(others.filter(({file, line}) => file !== first.file || line !== first.line).map(({file, line}) => (file === first.file ? `regel ${line}` : `${file.slice(file.indexOf('/') + 1)}:${line}`)))];
  if (places.length === 0) return '';
  const shown = places.slice(0, places.length === MOST_PLACES + 1 ? MOST_PLACES + 1 : MOST_PLACES);
  const rest = places.length - shown.length;
  if (rest > 0) return `Dit geldt ook voor ${shown.join(', ')} en nog ${rest} plekken.`;
  const last = shown.pop()!;
  return `Dit geldt ook voor ${shown.length ? `${shown.join(', ')} en ` : ''}${last}.`;
}

/** By file, then place. */
function compare(a: Diagnostic, b: Diagnostic): number {
  return compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.rule, b.rule) || compareText(a.message, b.message);
}
