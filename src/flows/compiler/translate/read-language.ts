import type {Diagnostics} from '../diagnostics.js';
import type {PackLayer} from '../layers.js';
import {readFile} from '../read-file.js';
import type {PackFile} from '../sort-files.js';
import {readTranslation, type Translation, type TranslationShape} from './read-translation.js';

export const FLOW_SHAPE: TranslationShape = {fields: ['titel', 'omschrijving'], sections: true};
export const SUPPORT_SHAPE: TranslationShape = {fields: ['titel', 'omdat', 'eerste-stap', 'kosten', 'wat-gebeurt-er', 'zoekwoorden'], sections: false};
export const PACK_SHAPE: TranslationShape = {fields: ['naam', 'organisatie', 'contact', 'woordkeus', 'melding'], sections: false};
export const SECTIONS_SHAPE: TranslationShape = {fields: [], sections: true};

/** How a file of a language's folder is read, by its path in that folder; nothing for what does not belong there. */
export function shapeOf(path: string): TranslationShape | undefined {
  if (/^gesprekken\/[^/]+\.md$/.test(path)) return FLOW_SHAPE;
  if (/^steun\/[^/]+\.md$/.test(path)) return SUPPORT_SHAPE;
  if (path === 'pakket.md') return PACK_SHAPE;
  return path === 'feiten.md' || path === 'woorden.md' || path === 'nood.md' ? SECTIONS_SHAPE : undefined;
}

/** The files of one language in one layer, by the path of the source that they translate. */
export type LanguageFolder = ReadonlyMap<string, Translation>;

/** One language of a pack and of the packs below it, the pack itself first. */
export function readLanguage(lang: string, layers: readonly PackLayer[], diagnostics: Diagnostics): LanguageFolder[] {
  return layers.map(({files, packDir}, layer) => readFolder(lang, files, packDir, layer, diagnostics));
}

function readFolder(lang: string, files: readonly PackFile[], packDir: string, layer: number, diagnostics: Diagnostics): LanguageFolder {
  const found = new Map<string, Translation>();
  for (const {path, bytes} of files) {
    if (!path.startsWith(`${lang}/`)) continue;
    const source = path.slice(lang.length + 1);
    if (source === 'voorbeelden.md') continue; // Nothing of it is shown: `read-layers.ts` reads it.
    const shape = shapeOf(source);
    if (!shape) {
      diagnostics.errorInFile('pakket/veld', `${packDir}/${path}`, `Het bestand «${path}» hoort niet in de map van een taal.`, `Daar past alleen wat ook in de bron staat: pakket.md, feiten.md, woorden.md, nood.md, voorbeelden.md, en bestanden in gesprekken en steun.`);
      continue;
    }
    // Its path is that of the source, so that links in it lead to the same places.
    const file = readFile(source, `${packDir}/${path}`, bytes, diagnostics, layer);
    if (file) found.set(source, readTranslation(file, shape, diagnostics));
  }
  return found;
}
