import {baseOf, type PackLayer} from '../flows/compiler/layers.js';
import {mostBytes} from '../flows/compiler/read-file.js';
import type {PackFile} from '../flows/compiler/sort-files.js';

export interface Found {
  /** The pack to work on, then others that lie beside it. */
  packs: PackLayer[];
  /** Files that were left out because they are too large to edit. */
  tooLarge: string[];
}

/**
 * The packs in a folder or a zip: every folder with a `pakket.md`. The one to work on comes first: one that builds on
 * another goes before the others. Without any, everything is one pack that lacks its `pakket.md`.
 */
export function splitPacks(files: readonly PackFile[], name: string): Found {
  const tooLarge = files.filter(({path, bytes}) => bytes.length > mostBytes(path)).map(({path}) => path);
  const kept = files.filter(({path, bytes}) => bytes.length <= mostBytes(path));
  const roots = kept.flatMap(({path}) => (path === 'pakket.md' ? [''] : path.endsWith('/pakket.md') ? [path.slice(0, -'pakket.md'.length)] : []));
  const outer = roots.filter((root) => !roots.some((other) => other !== root && root.startsWith(other)));
  const packs = outer.map((root) => ({
    packDir: root.replace(/\/$/, '').replace(/^.*\//, '') || name,
    files: kept.filter(({path}) => path.startsWith(root)).map(({path, bytes}) => ({path: path.slice(root.length), bytes})),
  }));
  packs.sort((a, b) => Number(baseOf(a.files) === undefined) - Number(baseOf(b.files) === undefined));
  if (!packs.length && kept.length) packs.push({packDir: name, files: withoutTop(kept)});
  return {packs, tooLarge};
}

/** A folder around everything is no part of the pack. */
function withoutTop(files: PackFile[]): PackFile[] {
  const top = files[0]!.path.split('/')[0]!;
  const shared = files.every(({path}) => path.startsWith(`${top}/`)) && !['gesprekken', 'steun', 'beelden', 'aanbod'].includes(top);
  return shared ? files.map(({path, bytes}) => ({path: path.slice(top.length + 1), bytes})) : files;
}
