import {didYouMean} from '../conditions/suggest.js';
import {compareText, type Diagnostics} from './diagnostics.js';
import {FILE_PROBLEMS, type FileProblem} from './file-problem.js';
import {shorten} from './front-fields.js';
import {IMAGE} from './rules/beeld.js';
import {LANGUAGE_FOLDER} from './translate/languages.js';

/** A file of a pack, its path relative to the pack's folder and with `/`. */
export interface PackFile {
  path: string;
  bytes: Uint8Array;
  /** It is there, but `bytes` does not hold what is in it. */
  problem?: FileProblem;
}

export interface SortedFiles {
  pack?: PackFile;
  facts?: PackFile;
  glossary?: PackFile;
  /** Calls for help, for the chat. */
  alarms?: PackFile;
  /** Sentences that the chat learns from, by language. */
  examples: Map<string, PackFile>;
  /** Words that the pack writes its own way. */
  spelling?: PackFile;
  flows: PackFile[];
  /** Ids of flows that are there and could not be read. */
  lost: string[];
  support: PackFile[];
  images: Map<string, Uint8Array>;
  /** `aanbod/*.csv` and `aanbod/*.md`. */
  offers: PackFile[];
  /** Tables of places that the organisation adds. */
  places?: PackFile;
  postcodes?: PackFile;
}

const FILES = ['pakket.md', 'feiten.md', 'woorden.md', 'nood.md', 'voorbeelden.md', 'dekking.md', 'spelling.txt', 'plaatsen.csv', 'postcodes.csv'];
const FOLDERS = ['gesprekken', 'steun', 'aanbod', 'beelden'];
/** A file that probably is called otherwise is told by itself. */
const NEAR = /^Bedoelde je/;
const MAX_IMAGE_BYTES = 500_000;

/**
 * Tells what each file of a pack is; what the format does not know is reported. Folders of translations are read apart.
 * `dekking.md` is for editors only: it tells where the sources' subjects stand, and is no part of what is shipped.
 */
export function sortFiles(files: readonly PackFile[], packDir: string, diagnostics: Diagnostics): SortedFiles {
  const sorted: SortedFiles = {flows: [], lost: [], support: [], images: new Map(), offers: [], examples: new Map()};
  const seen = new Set<string>();
  let packLost = false;
  for (const file of [...files].sort((a, b) => compareText(a.path, b.path))) {
    const [top = '', ...rest] = file.path.split('/');
    const name = `${packDir}/${file.path}`;
    const report = (message: string, hint: string, cause = '') => diagnostics.errorInFile('pakket/veld', name, message, hint, {cause: NEAR.test(hint) ? '' : cause});
    if (seen.has(file.path)) {
      report(`Het bestand «${shorten(file.path)}» is er twee keer.`, 'Houd er één over.');
      continue;
    }
    seen.add(file.path);
    if (file.problem) {
      const [what, hint] = FILE_PROBLEMS[file.problem];
      diagnostics.errorInFile('pakket/onleesbaar', name, `«${shorten(file.path)}» ${what}.`, hint);
      diagnostics.lose(name);
      packLost ||= file.path === 'pakket.md';
      if (top === 'gesprekken') sorted.lost.push(file.path.replace(/^.*\//, '').replace(/\.md$/, ''));
      continue;
    }
    if (file.path === 'pakket.md') sorted.pack = file;
    else if (file.path === 'feiten.md') sorted.facts = file;
    else if (file.path === 'woorden.md') sorted.glossary = file;
    else if (file.path === 'nood.md') sorted.alarms = file;
    else if (file.path === 'voorbeelden.md') sorted.examples.set('nl', file);
    else if (rest.length === 1 && rest[0] === 'voorbeelden.md' && LANGUAGE_FOLDER.test(top)) sorted.examples.set(top, file);
    else if (file.path === 'spelling.txt') sorted.spelling = file;
    else if (file.path === 'plaatsen.csv') sorted.places = file;
    else if (file.path === 'postcodes.csv') sorted.postcodes = file;
    else if (file.path === 'dekking.md' || (rest.length && LANGUAGE_FOLDER.test(top))) continue;
    else if (rest.length === 1 && top === 'gesprekken' && file.path.endsWith('.md')) sorted.flows.push(file);
    else if (rest.length === 1 && top === 'steun' && file.path.endsWith('.md')) sorted.support.push(file);
    else if (rest.length === 1 && top === 'aanbod' && /\.(?:csv|md)$/.test(file.path)) sorted.offers.push(file);
    else if (rest.length === 1 && top === 'aanbod' && /\.ya?ml$/.test(file.path)) continue; // how an import reads its columns
    else if (rest.length && IMAGE.test(file.path) && (top === 'beelden' || top === 'gesprekken' || top === 'steun')) {
      if (file.bytes.length > MAX_IMAGE_BYTES) diagnostics.errorInFile('pakket/onleesbaar', `${packDir}/${file.path}`, `De afbeelding «${shorten(file.path)}» is groter dan ${MAX_IMAGE_BYTES / 1000} kB.`, 'Maak haar kleiner: veel mensen lezen op hun telefoon.');
      else sorted.images.set(file.path, file.bytes);
    } else if (rest.length === 0) report(`Het bestand «${shorten(file.path)}» hoort niet in een pakket.`, didYouMean(file.path, FILES, 'Een gesprek hoort in de map gesprekken, een soort steun in de map steun.'), 'loose');
    else if (FOLDERS.includes(top)) report(`Het bestand «${shorten(file.path)}» hoort niet in de map ${top}.`, top === 'beelden' ? 'Gebruik svg, png, jpg, webp of avif.' : top === 'aanbod' ? 'In de map aanbod horen alleen bestanden die op .csv of .md eindigen, zonder mappen erin.' : `In de map ${top} horen alleen bestanden die op .md eindigen, zonder mappen erin.`, `in ${top}`);
    else report(`De map «${shorten(top)}» hoort niet in een pakket.`, didYouMean(top, FOLDERS, `Wel: ${FOLDERS.join(', ')}, en een map per taal zoals en.`), `folder ${top}`);
  }
  if (!sorted.pack) diagnostics.lose(`${packDir}/pakket.md`);
  if (!sorted.pack && !packLost) diagnostics.errorInFile('pakket/veld', `${packDir}/pakket.md`, 'Het bestand «pakket.md» ontbreekt.', 'Zet in de map van het pakket een bestand pakket.md met id, naam, organisatie, talen, aanspreekvorm en contact.');
  return sorted;
}
