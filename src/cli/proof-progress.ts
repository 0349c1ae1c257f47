import type {Terminal} from './terminal.js';

/** Tells on the terminal's line how far the proof of what `doing` names is; nothing where nobody watches. */
export function proofProgress(terminal: Pick<Terminal, 'progress'>, doing: string): ((done: number, of: number) => void) | undefined {
  terminal.progress?.(`${doing} …`);
  if (!terminal.progress) return undefined;
  let told = 0;
  return (done, of) => {
    // In tens: a line that changes for every step costs more than the steps.
    const tens = Math.floor((10 * done) / of);
    if (tens === told) return;
    told = tens;
    terminal.progress?.(`${doing}: ${10 * tens}% van de stappen …`);
  };
}
