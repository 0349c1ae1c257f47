/** Where a command writes, and what it knows about its surroundings. */
export interface Terminal {
  out(text: string): void;
  error(text: string): void;
  cwd: string;
  colour: boolean;
  /** Today as `2026-11-22`. */
  today: string;
  /** Shows what long work is busy with, on one line that is wiped afterwards; without text it is wiped now. Absent where nobody watches. */
  progress?(text?: string): void;
  /** Asks somebody a question; nothing when the input has ended. Absent where nobody can answer. */
  ask?(question: string): Promise<string | undefined>;
}

const PAINTS = {bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36} as const;

/** Colours text where the terminal shows colours. */
export function paint(terminal: Pick<Terminal, 'colour'>, how: keyof typeof PAINTS, text: string): string {
  return terminal.colour ? `\u001b[${PAINTS[how]}m${text}\u001b[0m` : text;
}

/** Content may hold control characters; a terminal must not obey them. */
export function printable(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is taken out
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ');
}
