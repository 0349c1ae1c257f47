import type {Bases, PackLayer} from '../flows/compiler/layers.js';

/** What is being worked on: a pack, and the packs that it is based on, nearest first. */
export interface Project extends PackLayer, Bases {
  /** The day to judge dates by, as `2026-11-22`. */
  today: string;
}

/** A place in one of the files of a project. */
export interface Place {
  /** As in diagnostics: `<packDir>/<path>`. */
  file: string;
  line: number;
  column: number;
}

/** The layer and the path of a file as diagnostics name it. The pack itself comes first: layers may share a name. */
export function findFile(project: Project, name: string): {layer: PackLayer; path: string; bytes: Uint8Array} | undefined {
  for (const layer of [project, ...project.bases]) {
    const start = `${layer.packDir}/`;
    const path = name.startsWith(start) ? name.slice(start.length) : undefined;
    const file = layer.files.find((one) => one.path === path);
    if (file) return {layer, path: file.path, bytes: file.bytes};
  }
  return undefined;
}

/** The lines of a text as editors count them. */
export function linesOf(bytes: Uint8Array): string[] {
  return new TextDecoder().decode(bytes).split(/\r\n|\r|\n/);
}

/** Today where the visitor is, as `2026-11-22`. */
export function localDay(now: Date): string {
  const pad = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}
