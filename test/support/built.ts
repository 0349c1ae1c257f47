import {readFileSync, readdirSync} from 'node:fs';
import path from 'node:path';
import {brotliCompressSync, constants} from 'node:zlib';
import {DIST, ROOT} from './page.js';

/** What `scripts/build.mjs` wrote about its last run. */
export interface BuildReport {
  version: string;
  names: string[];
  entries: string[];
  core: string;
  widgets: Record<string, string>;
  chunks: Record<string, {imports: string[]; dynamicImports: string[]; modules: Record<string, number>}>;
}

export const report = (): BuildReport => JSON.parse(readFileSync(path.join(ROOT, '.cache', 'build.json'), 'utf8'));

export interface BuiltPart {
  kind: string;
  id: string;
  lang: string;
  file: string;
  integrity: string;
}

/** Every part of a built pack: those that `pakket.json` names, its lists, and what these name. */
export function builtParts(pack: string): BuiltPart[] {
  const partsIn = (file: string) => (JSON.parse(readBuilt(`packs/${pack}/${file}`).toString()) as {parts: BuiltPart[]}).parts;
  const named = partsIn('pakket.json');
  return [...named, ...named.filter(({kind}) => kind === 'later').flatMap(({file}) => partsIn(file))];
}

export const readBuilt = (file: string): Buffer => readFileSync(path.join(DIST, file));

export function brotliSize(file: string): number {
  return brotliCompressSync(readBuilt(file), {params: {[constants.BROTLI_PARAM_QUALITY]: 11}}).length;
}

export function scripts(): string[] {
  return [...readdirSync(DIST), ...readdirSync(path.join(DIST, 'chunks')).map((name) => `chunks/${name}`)].filter((file) => file.endsWith('.js'));
}

/** The one chunk that holds this source file. */
export function chunkWith(source: string): string {
  const found = Object.entries(report().chunks).filter(([, chunk]) => Object.hasOwn(chunk.modules, source));
  if (found.length !== 1) throw new Error(`${source} is in ${found.length} chunks.`);
  return found[0]![0];
}
