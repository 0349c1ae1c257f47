import type {StepSource} from './flow-ast.js';

/**
 * A piece of a file as it counts for readers: without notes among editors, footnotes, `gezien:…` and the white space that
 * says nothing. What stays the same here is the same text, however the file around it is laid out.
 */
export function normaliseSource(text: string): string {
  return text
    .replace(/<!--[^]*?-->/g, '')
    .replace(/^ {0,3}\[\^[^\]\n]+\]:[^\n]*(?:\n(?!\s*$| {0,3}(?:#|>|[-*+] |\d+[.)] |`|\[\^))[^\n]*)*/gm, '')
    .replace(/[ ]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** A step with its heading, and what layers add to it. */
export function stepText(step: StepSource): string {
  return [step, ...(step.additions ?? [])].map(({flow, at, end}) => withoutSeen(normaliseSource(flow.file.text.slice(at, end)))).join('\n\n');
}

/** A heading of a layer in the middle may tell what it saw itself; that is no text. */
function withoutSeen(text: string): string {
  const [heading = '', ...rest] = text.split('\n');
  return [heading.replace(/\s+gezien:\s*[^\s}]+/, ''), ...rest].join('\n');
}
