import {GlossaryMarker} from './glossary-marker.js';
import type {Glossary} from './parse-glossary.js';
import type {Placeholders} from './placeholders.js';

/** What the text of one language is made with: what its `{{…}}` stand for, and the words that it explains. */
export interface Voice {
  placeholders: Placeholders;
  glossary: Glossary | undefined;
  marker: GlossaryMarker | undefined;
  /** In front of the ids of its glossary words, so that the words of two languages can stand in one part. */
  prefix: string;
}

/** The voices of one part: that of the source, and of a translation where there is one. */
export interface Voices {
  source: Voice;
  translated?: Voice;
}

/** No slug has two hyphens in a row. */
export const SOURCE_PREFIX = 'nl--';

export function voice(placeholders: Placeholders, glossary: Glossary | undefined, prefix = ''): Voice {
  return {placeholders, glossary, marker: glossary && new GlossaryMarker(glossary, prefix), prefix};
}
