import {existsSync} from 'node:fs';
import {readdir, readFile} from 'node:fs/promises';

/** The files of the preview's page by name: from `dist/`, or in a checkout bundled now, so that they are never old. */
export async function previewClient(): Promise<Map<string, Uint8Array>> {
  // Two folders up lies the package, from the sources and from dist/cli alike.
  const bundler = new URL('../../scripts/workbench.mjs', import.meta.url);
  if (existsSync(bundler)) {
    const {bundleWorkbench} = (await import(bundler.href)) as {bundleWorkbench(page: string): Promise<Map<string, Uint8Array>>};
    return bundleWorkbench('bekijk');
  }
  const folder = new URL('../../dist/werkbank/', import.meta.url);
  const names = await readdir(folder);
  return new Map(await Promise.all(names.map(async (name): Promise<[string, Uint8Array]> => [name, await readFile(new URL(name, folder))])));
}
