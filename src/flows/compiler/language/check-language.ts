import type {PackContext} from '../pack-context.js';
import {checkAddress, saysFormal} from '../rules/taal-aanspreekvorm.js';
import {checkLength} from '../rules/taal-lang.js';
import {checkPlainness} from '../rules/taal-moeilijk.js';
import {checkSpelling} from '../rules/taal-spelling.js';
import {checkTone} from '../rules/taal-toon.js';
import type {SourceFile} from '../source-file.js';
import type {PackLayer} from '../layers.js';
import {FORMAL, gatherFormal} from './gather-formal.js';
import {gatherPassages} from './gather-passages.js';
import type {Passage} from './passage.js';
import {Remarks} from './remarks.js';
import {readWordList, type Speller} from './speller.js';

export interface LanguageOptions {
  speller?: Speller | undefined;
  /** Words that this pack writes its own way. */
  words: ReadonlySet<string>;
  /** Whether a file belongs to this pack, as opposed to a layer below it (which is checked by itself). */
  isOwn: (file: SourceFile) => boolean;
  /** The pack itself, for its formal Dutch. */
  layer: PackLayer;
}

/** Says where the text of a pack could be plainer. Warnings only: an editor decides. */
export function checkLanguage(context: PackContext, {speller, words, isOwn, layer}: LanguageOptions): void {
  const sources = gatherPassages(context, isOwn);
  const form = formOf(context, sources);
  const passages = [...sources.map((passage): Passage => (form ? {...passage, form} : passage)), ...gatherFormal(layer)];
  const remarks = new Remarks(context.diagnostics);
  // A word that the glossary explains is written as it stands there.
  const known = new Set([...words, ...[...(context.glossary?.words.values() ?? [])].flatMap(({word}) => [...readWordList(word)])]);
  const explained = new Set([...(context.glossary?.words.values() ?? [])].map(({word}) => word.toLowerCase()));
  for (const passage of passages) {
    checkLength(passage, remarks);
    checkPlainness(passage, {explained, words}, remarks);
    checkTone(passage, remarks);
    checkAddress(passage, remarks);
  }
  if (speller) checkSpelling(passages, speller, known, remarks);
}

/**
 * Texts are written in `je`; `u` is a translation of them. A pack that says `u` without having one either waits for it
 * (the whole pack says `je`, which is told already), or writes `u` itself: then `je` is what does not belong.
 */
function formOf({pack}: PackContext, passages: readonly Passage[]): Passage['form'] {
  if (pack.address === 'je' || pack.languages.includes(FORMAL)) return 'je';
  return passages.some(saysFormal) ? 'u' : undefined;
}
