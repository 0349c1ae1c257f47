import {didYouMean} from '../conditions/suggest.js';
import {compareText, type Diagnostics} from './diagnostics.js';
import {shorten} from './front-fields.js';
import {IMAGE} from './rules/beeld.js';

/** A file of a pack, its path relative to the pack's folder and with `/`. */
export interface PackFile {
  path: string;
  bytes: Uint8Array;
}

export interface SortedFiles {
  pack?: PackFile;
  facts?: PackFile;
  glossary?: PackFile;
  /** Words that the pack writes its own way. */
  spelling?: PackFile;
  flows: PackFile[];
  support: PackFile[];
  images: Map<string, Uint8Array>;
}

const FILES = ['pakket.md', 'feiten.md', 'woorden.md', 'nood.md', 'dekking.md', 'spelling.txt'];
const FOLDERS = ['gesprekken', 'steun', 'aanbod', 'beelden'];
/**
 * Folders of translations: `en`, `tr`, `nl-u`. Known to the format, not compiled yet; so are `aanbod` and `nood.md`.
 * `dekking.md` is for editors only: it tells where the sources' subjects stand, and is no part of what is shipped.
 */
const LANGUAGE = /^(?:[a-z]{2}|nl-u)$/;
const MAX_IMAGE_BYTES = 500_000;

/** Tells what each file of a pack is; what the format does not know is reported. */
export function sortFiles(files: readonly PackFile[], packDir: string, diagnostics: Diagnostics): SortedFiles {
  const sorted: SortedFiles = {flows: [], support: [], images: new Map()};
  for (const file of [...files].sort((a, b) => compareText(a.path, b.path))) {
    const [top = '', ...rest] = file.path.split('/');
    const report = (message: string, hint: string) => diagnostics.errorInFile('pakket/veld', `${packDir}/${file.path}`, message, hint);
    if (file.path === 'pakket.md') sorted.pack = file;
    else if (file.path === 'feiten.md') sorted.facts = file;
    else if (file.path === 'woorden.md') sorted.glossary = file;
    else if (file.path === 'spelling.txt') sorted.spelling = file;
    else if (file.path === 'nood.md' || file.path === 'dekking.md' || (rest.length && (top === 'aanbod' || LANGUAGE.test(top)))) continue;
    else if (rest.length === 1 && top === 'gesprekken' && file.path.endsWith('.md')) sorted.flows.push(file);
    else if (rest.length === 1 && top === 'steun' && file.path.endsWith('.md')) sorted.support.push(file);
    else if (rest.length && IMAGE.test(file.path) && (top === 'beelden' || top === 'gesprekken' || top === 'steun')) {
      if (file.bytes.length > MAX_IMAGE_BYTES) diagnostics.errorInFile('pakket/onleesbaar', `${packDir}/${file.path}`, `De afbeelding «${shorten(file.path)}» is groter dan ${MAX_IMAGE_BYTES / 1000} kB.`, 'Maak haar kleiner: veel mensen lezen op hun telefoon.');
      else sorted.images.set(file.path, file.bytes);
    } else if (rest.length === 0) report(`Het bestand «${shorten(file.path)}» hoort niet in een pakket.`, didYouMean(file.path, FILES, 'Een gesprek hoort in de map gesprekken, een soort steun in de map steun.'));
    else if (FOLDERS.includes(top)) report(`Het bestand «${shorten(file.path)}» hoort niet in de map ${top}.`, top === 'beelden' ? 'Gebruik svg, png, jpg, webp of avif.' : `In de map ${top} horen alleen bestanden die op .md eindigen, zonder mappen erin.`);
    else report(`De map «${shorten(top)}» hoort niet in een pakket.`, didYouMean(top, FOLDERS, `Wel: ${FOLDERS.join(', ')}, en een map per taal zoals en.`));
  }
  if (!sorted.pack) diagnostics.lose(`${packDir}/pakket.md`);
  if (!sorted.pack) diagnostics.errorInFile('pakket/veld', `${packDir}/pakket.md`, 'Het bestand «pakket.md» ontbreekt.', 'Zet in de map van het pakket een bestand pakket.md met id, naam, organisatie, talen, aanspreekvorm en contact.');
  return sorted;
}
