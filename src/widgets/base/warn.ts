import type {WARNINGS} from './warnings.js';

const told = new Set<string>();

/**
 * Tells the embedder in the console, once a page for the same thing, however many widgets say it. The sentences are
 * a chunk of their own: nobody waits for them.
 */
export function warn(kind: keyof typeof WARNINGS, ...details: unknown[]): void {
  const key = [kind, ...details].join();
  if (told.has(key)) return;
  told.add(key);
  const say = (...words: unknown[]) => console.warn('mantelzorg-widgets:', ...words);
  import('./warnings.js').then(
    ({WARNINGS}) => say((WARNINGS[kind] as (...details: unknown[]) => string)(...details), ...details.filter((detail) => detail instanceof Error)),
    () => say(kind, ...details),
  );
}
