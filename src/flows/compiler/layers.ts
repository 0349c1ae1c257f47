import {suggest} from '../conditions/suggest.js';
import {Diagnostics} from './diagnostics.js';
import {FrontFields, shorten} from './front-fields.js';
import {readFrontMatter} from './front-matter.js';
import {readFile} from './read-file.js';
import type {PackFile} from './sort-files.js';

/** A pack that others build on (`gebaseerd-op`). `packDir` is what messages call it, and tells it from others. */
export interface PackLayer {
  packDir: string;
  files: readonly PackFile[];
}

/** Why the pack below `layers[in]` is not there; 0 is the pack itself, 1 the nearest base. */
export interface BaseProblem {
  in: number;
  rule: 'pakket/veld' | 'pakket/kring';
  message: string;
  hint: string;
}

/** What lies below a pack, nearest first, as `compilePack` takes it. */
export interface Bases {
  bases: PackLayer[];
  baseProblem?: BaseProblem;
}

/** A pack by the name that stands behind `gebaseerd-op` in the pack `from`; or why there is none. */
export type FindPack = (name: string, from: PackLayer) => Found | Promise<Found>;
type Found = PackLayer | {message: string; hint: string};

/** Land, province, municipality, organisation, location: nobody needs more, and each is read and compared. */
export const MAX_BASES = 5;

/** What stands behind `gebaseerd-op`; nothing when that is missing or cannot be read (`compilePack` reports why). */
export function baseOf(files: readonly PackFile[]): string | undefined {
  const file = files.find(({path}) => path === 'pakket.md');
  const unheard = new Diagnostics();
  const source = file && readFile(file.path, file.path, file.bytes, unheard);
  if (!source) return undefined;
  const {fields} = readFrontMatter(source, unheard);
  const name = new FrontFields(fields, source, unheard, 'pakket/veld', 0, true).text('gebaseerd-op');
  return name?.text.trim() || undefined;
}

/** Follows `gebaseerd-op` down to the lowest pack. Pure but for `find`, so a browser can do it with packs of its own. */
export async function findBases(own: PackLayer, find: FindPack): Promise<Bases> {
  const layers = [own];
  const stop = (rule: BaseProblem['rule'], message: string, hint: string): Bases => ({bases: layers.slice(1), baseProblem: {in: layers.length - 1, rule, message, hint}});
  for (;;) {
    const top = layers.at(-1)!;
    const name = baseOf(top.files);
    if (name === undefined) return {bases: layers.slice(1)};
    const found = await find(name, top);
    if (!('files' in found)) return stop('pakket/veld', found.message, found.hint);
    const ring = layers.findIndex(({packDir}) => packDir === found.packDir);
    if (ring >= 0) {
      const names = [...layers.slice(ring), found].map(({packDir}) => packDir.replace(/^.*\//, ''));
      return names.length === 2
        ? stop('pakket/kring', `Het pakket «${names[0]}» bouwt voort op zichzelf.`, 'Haal «gebaseerd-op» weg, of noem een ander pakket.')
        : stop('pakket/kring', `De pakketten bouwen in een kring op elkaar voort: «${names.join(' → ')}».`, 'Haal in een van deze pakketten «gebaseerd-op» weg.');
    }
    if (layers.length > MAX_BASES) return stop('pakket/veld', `Onder dit pakket liggen meer dan ${MAX_BASES} lagen; «${shorten(name)}» is er een te veel.`, `Bouw voort op een pakket dat zelf minder lagen heeft.`);
    layers.push(found);
  }
}

/** What to say when no pack has this name. */
export function noSuchPack(name: string, known: Iterable<string>): {message: string; hint: string} {
  const near = suggest(name, known);
  return {message: `Het pakket «${shorten(name)}» waar dit op voortbouwt, bestaat niet.`, hint: near ? `Bedoelde je «${near}»?` : 'Zet de map van dat pakket naast deze, of schrijf het pad erheen: ../map/pakket.'};
}

/** {@link FindPack} over packs that are at hand, by the last part of their `packDir`. */
export function findAmong(packs: readonly PackLayer[]): FindPack {
  const byName = new Map(packs.map((pack) => [nameOf(pack.packDir), pack]));
  return (name) => byName.get(nameOf(name)) ?? noSuchPack(name, byName.keys());
}

function nameOf(path: string): string {
  return path.replace(/\/+$/, '').replace(/^.*\//, '');
}
