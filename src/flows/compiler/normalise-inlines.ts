import type {Inline} from '../model/node.js';

/** Merges neighbouring strings, makes white space single, and (at the ends of a block) takes it away. */
export function normaliseInlines(inlines: readonly Inline[], trim = true): Inline[] {
  const out: Inline[] = [];
  for (const inline of inlines) {
    const last = out.at(-1);
    if (typeof inline !== 'string') {
      if (inline.t === 'br' && typeof last === 'string') out[out.length - 1] = last.replace(/ +$/, '');
      out.push(inline);
    } else if (typeof last === 'string') {
      out[out.length - 1] = squeeze(last + inline);
    } else {
      const text = squeeze(inline);
      out.push(last?.t === 'br' ? text.replace(/^ +/, '') : text);
    }
  }
  if (trim) {
    if (typeof out[0] === 'string') out[0] = out[0].replace(/^ +/, '');
    const end = out.length - 1;
    if (typeof out[end] === 'string') out[end] = out[end].replace(/ +$/, '');
  }
  return out.filter((inline) => inline !== '');
}

/** No-break spaces stay: somebody typed them on purpose. */
function squeeze(text: string): string {
  return text.replace(/[ \n\t]+/g, ' ');
}
