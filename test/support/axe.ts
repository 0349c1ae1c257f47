import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import type {Page} from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Found {
  violations: {id: string; help: string; nodes: {target: unknown[]; failureSummary?: string}[]}[];
}

/** What axe has against a whole page, one line a place. */
export async function axeProblems(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const {violations} = await page.evaluate(() => (globalThis as unknown as {axe: {run(options: object): Promise<Found>}}).axe.run({resultTypes: ['violations']}));
  return violations.flatMap(({id, nodes}) => nodes.map(({target, failureSummary}) => `${id}: ${JSON.stringify(target)} ${failureSummary ?? ''}`));
}
