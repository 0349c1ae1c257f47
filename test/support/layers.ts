import {compilePack, type Compiled} from '../../src/flows/compiler/compile-pack.js';
import {findAmong, findBases, type PackLayer} from '../../src/flows/compiler/layers.js';
import type {PackFile} from '../../src/flows/compiler/sort-files.js';
import {TODAY} from './packs.js';

/** The files of a small pack by path. `pakket.md` may be left out; `gebaseerd-op` is then `base`. */
export function layer(packDir: string, files: Record<string, string>, base?: string): PackLayer {
  const front = `---
id: ${packDir}
naam: Pakket ${packDir}
organisatie: Organisatie ${packDir}
${base ? `gebaseerd-op: ${base}` : 'talen: [nl]\naanspreekvorm: je'}
contact: { naam: Loket ${packDir}, telefoon: 0800 00 00, email: hallo@${packDir}.nl }
---
`;
  return {packDir, files: toFiles({'pakket.md': front, ...files})};
}

export function toFiles(files: Record<string, string>): PackFile[] {
  return Object.entries(files).map(([path, text]) => ({path, bytes: new TextEncoder().encode(text)}));
}

/** Compiles the first of these packs with those below it, which are among the others. */
export async function compileLayered(packs: readonly PackLayer[], prove = true): Promise<Compiled> {
  const [own] = packs;
  return compilePack(own!.files, {today: TODAY, packDir: own!.packDir, prove, ...(await findBases(own!, findAmong(packs)))});
}

/** `file:line:column rule message`, one a problem. */
export function told({diagnostics}: Compiled): string[] {
  return diagnostics.map(({file, line, column, rule, message}) => `${file}:${line}:${column} ${rule} ${message}`);
}
