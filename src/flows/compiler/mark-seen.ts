import type {Replaced} from './replaced.js';

/**
 * The file's text with `gezien:<hash>` beside what it replaces; nothing else changes, not even a line end. Gives nothing
 * where the place is not found. `text` is what was decoded, a byte order mark included.
 */
export function markSeen(text: string, replaced: Replaced): string | undefined {
  return replaced.kind === 'step' ? markHeading(text, replaced) : markFields(text, replaced.hash);
}

/** Lines with their own ends: pieces at even places are lines, those at odd places what ends them. */
function pieces(text: string): string[] {
  return text.split(/(\r\n|\r|\n)/);
}

function markHeading(text: string, {file, at, id, hash}: Replaced): string | undefined {
  const parts = pieces(text);
  const index = (file.position(at).line - 1) * 2;
  const line = parts[index];
  if (line === undefined || !/^\uFEFF?\s{0,3}#/.test(line)) return undefined;
  const braces = /\{([^{}]*)\}(?=[^{}]*$)/.exec(line);
  if (!braces) {
    const [closing = ''] = /(?:\s+#+)?\s*$/.exec(line) ?? [];
    parts[index] = `${line.slice(0, line.length - closing.length)} {#${id} gezien:${hash}}${closing}`;
    return parts.join('');
  }
  const inner = braces[1]!;
  const known = /gezien:\s*\S+/;
  const marked = known.test(inner) ? inner.replace(known, `gezien:${hash}`) : inner.replace(/\s*$/, (space) => ` gezien:${hash}${space}`);
  parts[index] = `${line.slice(0, braces.index)}{${marked}}${line.slice(braces.index + braces[0].length)}`;
  return parts.join('');
}

function markFields(text: string, hash: string): string | undefined {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const parts = pieces(text.slice(mark.length));
  const end = parts.find((_, n) => n % 2 === 1) ?? '\n';
  if (!/^---[ \t]*$/.test(parts[0]!)) return `${mark}---${end}gezien: ${hash}${end}---${end}${end}${parts.join('')}`;
  for (let n = 2; n < parts.length; n += 2) {
    const line = parts[n]!;
    if (/^gezien:/.test(line)) {
      parts[n] = `gezien: ${hash}`;
      return mark + parts.join('');
    }
    if (/^---[ \t]*$/.test(line)) {
      parts[n] = `gezien: ${hash}${end}${line}`;
      return mark + parts.join('');
    }
  }
  return undefined;
}
