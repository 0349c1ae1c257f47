import {didYouMean} from '../../conditions/suggest.js';
import type {Diagnostics, Place} from '../diagnostics.js';
import {shorten} from '../front-fields.js';

export const IMAGE = /\.(?:svg|png|jpe?g|webp|avif)$/i;

/** `beeld/zonder-alt`: whoever cannot see a picture gets its words. */
export function checkAlt(alt: string, place: Place, diagnostics: Diagnostics): void {
  if (alt === '') diagnostics.error('beeld/zonder-alt', place, 'Deze afbeelding heeft geen beschrijving.', 'Schrijf tussen de vierkante haken wat er te zien is.');
}

/** `beeld/bron`: pictures come from the pack itself. Gives the path inside the pack, or nothing after a report. */
export function resolveImage(src: string, from: string, images: ReadonlySet<string>, place: Place, diagnostics: Diagnostics): string | undefined {
  const shown = shorten(src, 60);
  if (/^[a-z][a-z0-9+.-]*:|^\/\/|^\//i.test(src)) {
    diagnostics.error('beeld/bron', place, `De afbeelding «${shown}» komt niet uit dit pakket.`, 'Zet het bestand in de map beelden en verwijs ernaar: ../beelden/naam.svg.');
    return undefined;
  }
  const parts = from.split('/').slice(0, -1);
  for (const part of decode(src).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  const path = parts.join('/');
  if (images.has(path)) return path;
  diagnostics.error('beeld/bron', place, `De afbeelding «${shown}» bestaat niet in dit pakket.`, didYouMean(path, images, 'Zet het bestand in de map beelden en verwijs ernaar: ../beelden/naam.svg.'));
  return undefined;
}

function decode(src: string): string {
  try {
    return decodeURIComponent(src);
  } catch {
    return src; // a lone % is part of the name
  }
}
