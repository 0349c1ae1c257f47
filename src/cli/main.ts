import {run} from './run.js';

const now = new Date();
const pad = (number: number) => String(number).padStart(2, '0');

process.exitCode = await run(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  error: (text) => void process.stderr.write(text),
  cwd: process.cwd(),
  colour: process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined,
  today: `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`,
});
