import {Diagnostics} from '../diagnostics.js';
import type {PackLayer} from '../layers.js';
import {lexInline} from '../lex-markdown.js';
import type {SourceBlock, SourceInline} from '../markdown-ast.js';
import {readLanguage} from '../translate/read-language.js';
import type {Translation} from '../translate/read-translation.js';
import {flatField, flatten} from './flat-text.js';
import type {Passage, PassageKind} from './passage.js';

/** The folder of formal Dutch: a translation like any other, in words that the rules of Dutch go for. */
export const FORMAL = 'nl-u';

/** Every text of a pack in formal Dutch. Problems of reading it are told where it is laid over its source. */
export function gatherFormal(layer: PackLayer): Passage[] {
  const [folder] = readLanguage(FORMAL, [layer], new Diagnostics());
  return [...folder!].flatMap(([path, translation]) => (/^(?:gesprekken|steun)\/|^woorden\.md$/.test(path) ? passagesOf(translation) : []));
}

function passagesOf({file, fields, sections, blocks, stamp}: Translation): Passage[] {
  const found: Passage[] = [];
  const add = (kind: PassageKind, flat: Passage['flat']) => void (flat.text.trim() && found.push({kind, file, flat, opening: false, form: 'u'}));
  const inlines = (kind: PassageKind, c: readonly SourceInline[]) => add(kind, flatten(c));
  const walk = (list: readonly SourceBlock[]): void => {
    for (const block of list) {
      if (block.t === 'p') inlines('text', block.c);
      else if (block.t === 'heading') inlines('heading', block.c);
      else if (block.t === 'quote') walk(block.c);
      else for (const item of block.items) walk(item.c);
    }
  };
  // What still is the source's own text is not formal yet.
  if (stamp.state !== 'vertalen') {
    const title = fields.text('titel');
    if (title) add('title', flatField(title));
    for (const name of ['omschrijving', 'eerste-stap', 'kosten', 'wat-gebeurt-er']) {
      const raw = fields.text(name);
      if (raw) inlines('text', lexInline(raw, {file, diagnostics: new Diagnostics()}));
    }
    for (const raw of fields.texts('omdat')) inlines('phrase', lexInline(raw, {file, diagnostics: new Diagnostics()}));
    walk(blocks);
  }
  for (const section of sections.values()) {
    if (section.stamp.state === 'vertalen') continue;
    inlines('heading', section.title);
    walk(section.blocks);
  }
  return found;
}
