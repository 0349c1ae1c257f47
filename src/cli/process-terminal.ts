import {createInterface} from 'node:readline/promises';
import type {Terminal} from './terminal.js';

/** What work may take before it is told what keeps it busy. */
const PATIENCE_MS = 400;

type Env = Readonly<Record<string, string | undefined>>;

/** Whether to colour: only on a terminal, unless somebody says otherwise (no-color.org; FORCE_COLOR as Node reads it). */
export function wantsColour(env: Env, isTerminal: boolean): boolean {
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  if (env['NO_COLOR']) return false;
  return isTerminal && env['TERM'] !== 'dumb';
}

/** The terminal that this process runs in. */
export function processTerminal(): Terminal {
  const {stdout, stderr, stdin, env} = process;
  const started = Date.now();
  let shown = false;
  const wipe = () => {
    if (shown) stderr.write('\r\u001b[2K');
    shown = false;
  };
  // Whoever reads along may stop halfway (`… | head`): then nobody hears the rest, and the exit code still counts.
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  const now = new Date();
  const pad = (number: number) => String(number).padStart(2, '0');
  return {
    out(text) {
      wipe();
      stdout.write(text);
    },
    error(text) {
      wipe();
      stderr.write(text);
    },
    cwd: process.cwd(),
    colour: wantsColour(env, stdout.isTTY === true),
    today: `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`,
    ...(stderr.isTTY === true && env['TERM'] !== 'dumb'
      ? {
          progress(text?: string) {
            wipe();
            if (text === undefined || Date.now() - started < PATIENCE_MS) return;
            stderr.write(text.slice(0, (stderr.columns ?? 80) - 1));
            shown = true;
          },
        }
      : {}),
    ...(stdin.isTTY === true && stdout.isTTY === true ? {ask} : {}),
  };
}

async function ask(question: string): Promise<string | undefined> {
  const lines = createInterface({input: process.stdin, output: process.stdout});
  try {
    const ended = new Promise<undefined>((resolve) => void lines.once('close', () => resolve(undefined)));
    return await Promise.race([lines.question(question), ended]);
  } finally {
    lines.close();
  }
}
