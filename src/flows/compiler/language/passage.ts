import type {SourceFile} from '../source-file.js';
import type {FlatText} from './flat-text.js';

/**
 * `title` names a flow or a kind of support, `label` is pressed, `phrase` is half a sentence (what results say back, a
 * reason), `name` is a contact's, `text` is everything else.
 */
export type PassageKind = 'title' | 'heading' | 'label' | 'text' | 'phrase' | 'name';

/** A piece of text that visitors see, for the rules about language. */
export interface Passage {
  kind: PassageKind;
  file: SourceFile;
  flat: FlatText;
  /** Seen before a visitor can have recognised themselves: the title of a flow, its first step and its entrances. */
  opening: boolean;
  /** How it addresses visitors; missing where either is right. */
  form?: 'je' | 'u';
  /** The word of the glossary that it explains. */
  explains?: string;
}
