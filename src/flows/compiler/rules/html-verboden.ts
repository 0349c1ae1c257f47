import type {Diagnostics, Place} from '../diagnostics.js';
import {shorten} from '../front-fields.js';

/** `html/verboden`: content is text, never HTML. */
export function reportHtml(raw: string, place: Place, diagnostics: Diagnostics): void {
  const tag = /^<\/?[A-Za-z][^\s>]*/.exec(raw.trim())?.[0];
  diagnostics.error(
    'html/verboden',
    place,
    `Hier staat HTML: «${tag ? `${shorten(tag, 30)}>` : shorten(raw, 30)}».`,
    tag ? 'Gebruik Markdown, of schrijf \\< als je het teken < bedoelt.' : 'Haal het weg; een opmerking voor collega’s schrijf je als <!-- … -->.',
  );
}
