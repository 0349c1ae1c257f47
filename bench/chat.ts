/**
 * `npm run bench:chat`: how well the base pack's words understand what people type, on the two halves of the
 * evaluation set. The unseen half and the English set are for judging, never for tuning: they are run only with
 * `--beide`, and misses are shown only with `--missers`. Writes into bench/latest.json under `chat`.
 */
import {readFileSync, writeFileSync} from 'node:fs';
import {brotliCompressSync} from 'node:zlib';
import {Understanding} from '../src/understanding/understand.js';
import {evaluate, utterances, type Half} from '../test/support/evaluate.js';
import {learnt, understandingIn} from '../test/support/understanding.js';

const both = process.argv.includes('--beide');
const halves: Half[] = both ? ['seen', 'unseen', 'english'] : ['seen'];
const {understanding: part, alarms} = learnt();
const round = (value: number) => Math.round(value * 100) / 100;
const at = (sorted: readonly number[], share: number) => round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!);

const started = performance.now();
const dutch = new Understanding(part, alarms);
const build = round(performance.now() - started);

/** One that has read nothing yet. */
const readerOf = (half: Half) => (half === 'english' ? understandingIn('en') : new Understanding(part, alarms));

function times(half: Half): {median: number; p95: number} {
  const fresh = readerOf(half);
  fresh.understand('hallo');
  const all = utterances(half).map(({text}) => {
    const before = performance.now();
    fresh.understand(text);
    return performance.now() - before;
  });
  all.sort((a, b) => a - b);
  return {median: at(all, 0.5), p95: at(all, 0.95)};
}

const rows = halves.map((half) => ({half, figures: evaluate(half === 'english' ? readerOf(half) : dutch, utterances(half)), times: times(half)}));
const NAMES = {seen: 'Seen half', unseen: 'Unseen half', english: 'English'};
const out: string[] = [];
for (const {half, figures: {figures}, times: {median, p95}} of rows) {
  out.push(`${NAMES[half]}: top-1 ${figures.top1}%, top-3 ${figures.top3}% (of ${figures.answerable}); wrong and confident ${figures.wrongAndConfident}%, false alarms ${figures.falseAlarms}% (of ${figures.calm}); crisis recall ${figures.recall}% (of ${figures.crises}), right group ${figures.rightGroup}%; short answers and "not understood" ${figures.aside}%; answer time median ${median} ms, p95 ${p95} ms.`);
}
const size = (value: unknown) => brotliCompressSync(JSON.stringify(value)).length;
const [index, calls] = [size(part), size(alarms)];
out.push(`Index: ${index} bytes brotli, calls for help ${calls}; both built in ${build} ms.`);
if (process.argv.includes('--missers')) {
  for (const {half, figures: {misses}} of rows) for (const {what, text, got, wanted} of misses) out.push(`${half}: ${what}: «${text.slice(0, 140)}» got ${got}, wanted ${wanted}`);
}
process.stdout.write(`${out.join('\n')}\n`);

const file = new URL('latest.json', import.meta.url);
const latest = JSON.parse(readFileSync(file, 'utf8')) as {chat?: {unseen?: unknown; english?: unknown}};
const {unseen, english} = latest.chat ?? {};
const chat = Object.fromEntries(rows.map(({half, figures: {figures}, times: time}) => [half, {...figures, ms: time}]));
latest.chat = {...(unseen === undefined ? {} : {unseen}), ...(english === undefined ? {} : {english}), ...chat, index, calls};
writeFileSync(file, `${JSON.stringify(latest, null, 2)}\n`);
