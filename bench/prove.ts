/**
 * What the proof costs, for the base pack and for generated ones of 1,000 steps, 30 names and ten task lists of eight:
 * three as people write them (each name asked at one place, read by conditions anywhere), and a hard one in which any
 * question asks for any name, which cannot be proved and must say so. The nodes and the milliseconds,
 * beside those of reading alone, and the most memory. `node --import tsx bench/prove.ts`; prints JSON.
 */
import {fileURLToPath} from 'node:url';
import {readPackFolder} from '../src/cli/read-pack.js';
import {compilePack} from '../src/flows/compiler/compile-pack.js';
import type {PackFile} from '../src/flows/compiler/sort-files.js';
import {bigPack} from '../test/support/big-pack.js';

const TODAY = '2026-11-22';

function measure(what: string, files: readonly PackFile[]) {
  const time = (prove: boolean) => {
    const since = performance.now();
    const compiled = compilePack(files, {today: TODAY, packDir: what, prove});
    return {compiled, ms: Math.round(performance.now() - since)};
  };
  time(false);
  const read = time(false);
  const proved = time(true);
  const {pack} = read.compiled;
  const errors = proved.compiled.diagnostics.filter(({severity}) => severity === 'fout');
  return {
    what,
    steps: (pack?.flows ?? []).reduce((sum, flow) => sum + flow.steps.length, 0),
    names: pack?.domains.size,
    nodes: proved.compiled.proof?.nodes,
    exact: proved.compiled.proof?.exact,
    'read, ms': read.ms,
    'proved, ms': proved.ms - read.ms,
    'peak memory, MB': Math.round(process.resourceUsage().maxRSS / 1024),
    errors: [...new Set(errors.map(({rule}) => rule))].join() || 'none',
  };
}

const {files} = await readPackFolder(fileURLToPath(new URL('../content/basis', import.meta.url)));
process.stdout.write(`${JSON.stringify([measure('basis', files), ...[1, 3, 5].map((seed) => measure(`generated, seed ${seed}`, bigPack({seed}))), measure('generated, hard', bigPack({asked: 'again'}))])}\n`);
