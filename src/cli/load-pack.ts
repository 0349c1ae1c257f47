import {readdir, realpath, stat} from 'node:fs/promises';
import {isAbsolute, join, relative, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {findBases, noSuchPack, type Bases, type FindPack} from '../flows/compiler/layers.js';
import {shorten} from '../flows/compiler/front-fields.js';
import {readPackFolder, type PackFolder} from './read-pack.js';

/** The packs that ship with this package, in a checkout and when installed. */
const SHIPPED = fileURLToPath(new URL('../../content/', import.meta.url));

/** A pack folder with all that it builds on. */
export interface LoadedPack extends PackFolder {
  /** For `compilePack`. */
  layers: Bases;
}

/**
 * Reads a pack and follows `gebaseerd-op`: a folder beside the pack, a path from the pack, or a pack that ships with
 * this package. A base that is not there is no exception: `compilePack` reports it at the place where it is named.
 */
export async function loadPack(typed: string): Promise<LoadedPack> {
  const folder = await readPackFolder(typed);
  const roots = new Map([[folder.name, resolve(typed)]]);
  /** What is the same folder by another name is the same pack, or a ring would not be seen. */
  const seen = new Map([[await realpath(resolve(typed)), folder.name]]);
  const find: FindPack = async (name, from) => {
    const root = roots.get(from.packDir)!;
    if (isAbsolute(name)) return {message: `«${shorten(name)}» is een pad vanaf de schijf; op een andere computer bestaat dat niet.`, hint: 'Schrijf de naam van een pakket, of een pad vanaf dit pakket: ../map/pakket.'};
    const places = [...(/[\\/]/.test(name) ? [] : [join(root, '..', name)]), resolve(root, name), ...(/[\\/]/.test(name) ? [] : [join(SHIPPED, name)])];
    let bare = false;
    for (const place of places) {
      const info = await stat(place).catch(() => undefined);
      if (!info) continue;
      if (!info.isDirectory()) return {message: `«${shorten(name)}» is een bestand, en geen map met een pakket.`, hint: 'Noem de map waarin pakket.md staat.'};
      const isPack = await stat(join(place, 'pakket.md')).then((file) => file.isFile(), () => false);
      bare ||= !isPack;
      if (!isPack) continue;
      const real = await realpath(place);
      const packDir = seen.get(real) ?? relative(folder.parent, place).replaceAll('\\', '/');
      seen.set(real, packDir);
      roots.set(packDir, place);
      return {packDir, files: (await readPackFolder(place)).files};
    }
    if (bare) return {message: `In de map «${shorten(name)}» staat geen pakket.md.`, hint: 'Noem de map waarin pakket.md staat.'};
    return noSuchPack(name, [...(await packsIn(join(root, '..'))), ...(await packsIn(SHIPPED))]);
  };
  return {...folder, layers: await findBases({packDir: folder.name, files: folder.files}, find)};
}

/** Names of the pack folders in a folder. */
async function packsIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, {withFileTypes: true}).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory()).map(({name}) => name);
  const packs = await Promise.all(names.map((name) => stat(join(folder, name, 'pakket.md')).then(() => [name], () => [])));
  return packs.flat();
}
